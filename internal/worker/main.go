package worker

import (
	"context"
	"fmt"
	"net"
	"os"
	"runtime/debug"

	"github.com/elide-dev/elided/internal/blackbox"
	"github.com/elide-dev/elided/internal/lang"
)

// Environment is a worker's whole environment: what marks it as one, a garbage
// collector that keeps what initialization leaves small, and one processor until
// programs run side by side.
func Environment() []string { return []string{"ELIDED_WORKER=1", "GOGC=25", "GOMAXPROCS=1"} }

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
	debug.SetGCPercent(busyGC)
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
	if err := New(runtimes, box).Serve(context.Background(), l); err != nil {
		fmt.Fprintf(os.Stderr, "elided worker: %v\n", err)
		return 1
	}
	return 0
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
