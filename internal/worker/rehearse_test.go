package worker

import (
	"net"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// warmed is a language that says when it was warmed.
type warmed struct {
	lang.Runtime
	done chan struct{}
}

func (w warmed) Warm() { close(w.done) }

// TestSpareIsWarmed has a worker wait for a program that doesn't come.
func TestSpareIsWarmed(t *testing.T) {
	language := warmed{done: make(chan struct{})}
	w := New(map[string]lang.Runtime{"warmed": language, "other": nil}, nil)
	c, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: serve(t, w), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if err := greet(t, c); err != nil {
		t.Fatal(err)
	}
	select {
	case <-language.done:
	case <-time.After(10 * time.Second):
		t.Error("a worker that waits warms nothing")
	}
}

// TestWorkerInUseIsNotWarmed has a worker's program come first.
func TestWorkerInUseIsNotWarmed(t *testing.T) {
	language := warmed{done: make(chan struct{})}
	w := New(map[string]lang.Runtime{"warmed": language}, nil)
	w.mu.Lock()
	w.began()
	w.mu.Unlock()
	w.rehearse()
	select {
	case <-language.done:
		t.Error("a program had to wait for what others may need")
	default:
	}
}
