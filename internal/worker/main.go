package worker

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"runtime/debug"
	"time"

	"github.com/elide-dev/elided/internal/blackbox"
	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// Environment is a worker's whole environment: what marks it as one, a garbage
// collector that lets initialization be, which leaves less than a MiB of garbage and would
// take a quarter longer with it, and one processor until programs run side by side.
func Environment() []string { return []string{"ELIDED_WORKER=1", "GOGC=100", "GOMAXPROCS=1"} }

// IsWorker reports whether this process was started as a worker.
func IsWorker() bool { return os.Getenv("ELIDED_WORKER") == "1" }

const (
	// socketFD is the descriptor of the listening socket that a worker inherits,
	// boxFD that of its black box.
	socketFD = 3
	boxFD    = 4

	// maxStack bounds a goroutine's stack, in bytes: what doesn't fit ends the
	// process, instead of first growing to Go's default of a gigabyte. Calls as deep
	// as JavaScript's may be take up to 16 MiB.
	maxStack = 32 << 20
)

// Main is a worker process from its first line to its exit code.
func Main(runtimes map[string]lang.Runtime) int {
	if err := sandbox.SmallThreads(); err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		return 2
	}
	debug.SetGCPercent(roomyGC)
	if err := os.Setenv("GODEBUG", "tracebacklabels=1"); err != nil { // see run.label
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		return 2
	}
	debug.SetMaxStack(maxStack)
	l, err := inherit()
	if err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v; workers are started by elided, not by hand\n", err)
		return 2
	}
	box, err := blackbox.Open(os.NewFile(boxFD, "black box"))
	if err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		return 2
	}
	w := New(runtimes, box)
	if w.layers, err = confine(l); err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		w.refuse(l)
		return sandbox.ExitCode
	}
	if err := w.Serve(context.Background(), l); err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		return 1
	}
	return 0
}

// confine applies the sandbox, once all that is to be read was.
func confine(l *net.UnixListener) ([]sandbox.Layer, error) {
	mode, err := sandbox.ModeFromEnvironment()
	if err != nil {
		return nil, err
	}
	_, _ = time.Now().Zone() // reads /etc/localtime
	fd, err := descriptor(l)
	if err != nil {
		return nil, err
	}
	return sandbox.Apply(mode, fd)
}

// refuse tells the daemon what the sandbox lacks, takes nothing from it, and waits
// to be ended, but not for long.
func (w *Worker) refuse(l *net.UnixListener) {
	_ = l.SetDeadline(time.Now().Add(orphanAfter))
	c, err := l.AcceptUnix()
	if err != nil {
		return
	}
	defer func() { _ = c.Close() }()
	hello := &workerv1.WorkerHello{Version: frame.Version, Sandbox: fromLayers(w.layers)}
	b := appendFrame(nil, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: hello}})
	if _, err := c.Write(b); err == nil {
		_ = c.SetReadDeadline(time.Now().Add(orphanAfter))
		_, _ = io.Copy(io.Discard, c)
	}
}

func inherit() (*net.UnixListener, error) {
	f := os.NewFile(socketFD, "worker socket")
	if f == nil {
		return nil, fmt.Errorf("there is no descriptor %d", socketFD)
	}
	defer func() { _ = f.Close() }()
	l, err := net.FileListener(f)
	if err != nil {
		return nil, fmt.Errorf("descriptor %d is no listening socket: %w", socketFD, err)
	}
	u, ok := l.(*net.UnixListener)
	if !ok {
		return nil, fmt.Errorf("descriptor %d is a %s socket, not a Unix one", socketFD, l.Addr().Network())
	}
	u.SetUnlinkOnClose(false)
	return u, nil
}

func fromLayers(layers []sandbox.Layer) []*workerv1.SandboxLayer {
	var all []*workerv1.SandboxLayer
	for _, l := range layers {
		all = append(all, &workerv1.SandboxLayer{Name: l.Name, InForce: l.InForce, Detail: l.Detail})
	}
	return all
}
