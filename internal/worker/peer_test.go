package worker

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// dialAs connects as another user, from a thread that is thrown away.
func dialAs(uid int, socket string) (*net.UnixConn, error) {
	type dialled struct {
		c   *net.UnixConn
		err error
	}
	done := make(chan dialled, 1)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
		if _, _, e := unix.RawSyscall(unix.SYS_SETRESUID, uintptr(uid), uintptr(uid), uintptr(uid)); e != 0 {
			done <- dialled{nil, e}
			return
		}
		c, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: socket, Net: "unix"})
		done <- dialled{c, err}
	}()
	d := <-done
	return d.c, d.err
}

// serve has a worker listen on a socket, which anybody may connect to, until the test ends.
func serve(t *testing.T, w *Worker) (socket string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "w")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket = filepath.Join(dir, "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(dir, 0o755), os.Chmod(socket, 0o777)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- w.Serve(ctx, l) }()
	t.Cleanup(func() { cancel(); <-served })
	return socket
}

// greet says hello as a daemon does, and waits for the answer.
func greet(t *testing.T, c *net.UnixConn) error {
	t.Helper()
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	b, err := frame.Append(nil, &workerv1.ToWorker{Frame: &workerv1.ToWorker_Hello{Hello: &workerv1.DaemonHello{Version: frame.Version}}}, frame.MaxToWorker)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = c.Write(b) // may be hung up on already
	return frame.NewReader(c, frame.MaxFromWorker).Read(&workerv1.FromWorker{})
}

// TestOnlyTheDaemonsUserIsServed connects as another user and as the one who made
// the socket.
func TestOnlyTheDaemonsUserIsServed(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("being another user takes root")
	}
	socket := serve(t, New(nil, nil))
	hello := func(uid int) error {
		c, err := dialAs(uid, socket)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		return greet(t, c)
	}
	if err := hello(65534); !errors.Is(err, io.EOF) && !errors.Is(err, unix.ECONNRESET) {
		t.Errorf("another user is answered: %v", err)
	}
	if err := hello(0); err != nil {
		t.Errorf("the daemon's user is not answered: %v", err)
	}
}
