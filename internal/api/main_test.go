package api

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/testbinary"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// elided is the plain binary that workers are started from.
var elided string

func TestMain(m *testing.M) { os.Exit(testbinary.Run(m, &elided)) }

// patience bounds every wait of these tests.
const patience = 60 * time.Second

// A daemon is an executor behind its gRPC door on a real socket, and a client as
// the contract's generator makes it.
type daemon struct {
	daemonv1alpha1.ExecutionApiClient
	conn     *grpc.ClientConn
	executor *executor.Executor
	server   *Server
	socket   string
}

func serve(t testing.TB, change func(*executor.Config)) *daemon {
	t.Helper()
	socket := filepath.Join(shortDir(t), "s")
	return serveAt(t, socket, Permissions{}, Access{}, slog.New(slog.DiscardHandler), change)
}

func serveAt(t testing.TB, socket string, p Permissions, a Access, log *slog.Logger, change func(*executor.Config)) *daemon {
	t.Helper()
	c := executor.Config{
		StateDir: filepath.Join(shortDir(t), "state"), WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"},
		Version: "test", DrainTimeout: -1, Grace: 2 * time.Second,
	}
	c.Pool.Spare = 1
	if change != nil {
		change(&c)
	}
	e, err := executor.New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Start(); err != nil {
		t.Fatal(err)
	}
	d := &daemon{executor: e, server: NewServer(e, a, log), socket: socket}
	l, err := Listen(d.socket, p)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- d.server.Serve(l) }()
	t.Cleanup(func() {
		e.Stop(context.Background())
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		d.server.Stop(ended)
		if err := <-served; err != nil && !errors.Is(err, grpc.ErrServerStopped) { // stopped before it began
			t.Errorf("serve: %v", err)
		}
	})
	d.conn = dial(t, d.socket)
	d.ExecutionApiClient = daemonv1alpha1.NewExecutionApiClient(d.conn)
	return d
}

func dial(t testing.TB, socket string) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient("unix:"+socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// shortDir is a directory whose path leaves room for sockets.
func shortDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "a")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// deadline is a context for the calls of a test.
func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

func python(code string) *daemonv1alpha1.ExecuteSnippetRequest {
	return &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: code}
}

func (d *daemon) run(t *testing.T, r *daemonv1alpha1.ExecuteSnippetRequest) *daemonv1alpha1.GetExecutionStatusResponse {
	t.Helper()
	out, err := d.RunSnippet(deadline(t), &daemonv1alpha1.RunSnippetRequest{Snippet: r})
	if err != nil {
		t.Fatalf("run: %v", err)
	}
	return out.GetResult()
}

func (d *daemon) submit(t *testing.T, r *daemonv1alpha1.ExecuteSnippetRequest) *executor.Execution {
	t.Helper()
	out, err := d.ExecuteSnippet(deadline(t), r)
	if err != nil {
		t.Fatalf("submit: %v", err)
	}
	x, err := d.executor.Execution(executor.Caller{}, out.GetSessionId(), out.GetExecutionId())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func wait(t *testing.T, x *executor.Execution) executor.Status {
	t.Helper()
	select {
	case <-x.Done():
	case <-time.After(patience):
		t.Fatalf("execution %s did not end: %+v", x.ID(), x.Status())
	}
	return x.Status()
}

// until waits for a status that satisfies ok.
func until(t *testing.T, x *executor.Execution, ok func(executor.Status) bool) {
	t.Helper()
	late := time.After(patience)
	for {
		changed := x.Changed()
		s := x.Status()
		if ok(s) {
			return
		}
		select {
		case <-changed:
		case <-late:
			t.Fatalf("waited in vain: %+v", s)
		}
	}
}

func printed(s executor.Status) bool { return s.StdoutBytes > 0 }

func wantCode(t *testing.T, err error, code codes.Code) {
	t.Helper()
	if status.Code(err) != code {
		t.Errorf("error %v, want %v", err, code)
	}
}
