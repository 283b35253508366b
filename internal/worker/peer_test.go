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

// TestOnlyTheDaemonsUserIsServed connects as another user and as the one who made
// the socket.
func TestOnlyTheDaemonsUserIsServed(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("being another user takes root")
	}
	dir, err := os.MkdirTemp("", "w")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	socket := filepath.Join(dir, "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(dir, 0o755), os.Chmod(socket, 0o777)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- New(nil, nil).Serve(ctx, l) }()
	defer func() { cancel(); <-served }()

	hello := func(uid int) error {
		c, err := dialAs(uid, socket)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		b, err := frame.Append(nil, &workerv1.ToWorker{Frame: &workerv1.ToWorker_Hello{Hello: &workerv1.DaemonHello{Version: frame.Version}}}, frame.MaxToWorker)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write(b) // may be hung up on already
		return frame.NewReader(c, frame.MaxFromWorker).Read(&workerv1.FromWorker{})
	}
	if err := hello(65534); !errors.Is(err, io.EOF) && !errors.Is(err, unix.ECONNRESET) {
		t.Errorf("another user is answered: %v", err)
	}
	if err := hello(0); err != nil {
		t.Errorf("the daemon's user is not answered: %v", err)
	}
}
