package client

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/testbinary"
)

// elided is the plain binary that workers are started from.
var elided string

func TestMain(m *testing.M) { os.Exit(testbinary.Run(m, &elided)) }

// patience bounds every wait of these tests.
const patience = 20 * time.Second

// serve runs a daemon at a socket of the given name until the test ends or stop
// is called.
func serve(t *testing.T, name string) (socket string, stop func()) {
	t.Helper()
	dir := shortDir(t)
	c := executor.Config{
		StateDir: filepath.Join(dir, "state"), WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"},
		Version: "test", DrainTimeout: -1,
	}
	c.Pool.Spare = 1
	e, err := executor.New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	socket = filepath.Join(dir, name)
	l, err := api.Listen(socket, api.Permissions{})
	if err != nil {
		t.Fatal(err)
	}
	s := api.NewServer(e, api.Access{}, slog.New(slog.DiscardHandler))
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	stop = sync.OnceFunc(func() {
		now, cancel := context.WithCancel(context.Background())
		cancel()
		s.Stop(now)
		e.Stop(now)
		if err := <-served; err != nil && !errors.Is(err, grpc.ErrServerStopped) { // stopped before it began
			t.Errorf("serve: %v", err)
		}
	})
	t.Cleanup(stop)
	return socket, stop
}

// shortDir is a directory whose path leaves room for sockets.
func shortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "c")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func mustDial(t *testing.T, socket string) *Client {
	t.Helper()
	c, err := Dial(socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// A cutter passes connections on to a daemon and cuts each after a number of
// bytes from it; of those that come to it the first ones only, where most isn't 0.
type cutter struct {
	limit  int64
	most   int
	socket string
	l      net.Listener
	all    sync.WaitGroup

	mu   sync.Mutex
	cuts int
}

func cut(t *testing.T, daemon string, limit int64) *cutter {
	t.Helper()
	return cutFirst(t, daemon, limit, 0)
}

func cutFirst(t *testing.T, daemon string, limit int64, most int) *cutter {
	t.Helper()
	c := &cutter{limit: limit, most: most, socket: filepath.Join(shortDir(t), "s")}
	var err error
	if c.l, err = net.Listen("unix", c.socket); err != nil {
		t.Fatal(err)
	}
	c.all.Go(func() {
		for {
			in, err := c.l.Accept()
			if err != nil {
				return
			}
			c.all.Go(func() { c.pass(in, daemon) })
		}
	})
	t.Cleanup(func() {
		_ = c.l.Close()
		c.all.Wait()
	})
	return c
}

func (c *cutter) pass(in net.Conn, daemon string) {
	defer func() { _ = in.Close() }()
	out, err := net.Dial("unix", daemon)
	if err != nil {
		return
	}
	defer func() { _ = out.Close() }()
	c.all.Go(func() {
		_, _ = io.Copy(out, in)
		_ = out.Close()
	})
	limit := c.limit
	if c.most > 0 && c.count() >= c.most {
		limit = math.MaxInt64
	}
	if n, _ := io.Copy(in, io.LimitReader(out, limit)); n == limit {
		c.mu.Lock()
		c.cuts++
		c.mu.Unlock()
	}
}

func (c *cutter) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cuts
}
