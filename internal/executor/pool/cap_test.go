package pool

import (
	"testing"
	"time"
)

// TestOneSessionLeavesWorkers has a session take all it can get; another still
// finds a worker.
func TestOneSessionLeavesWorkers(t *testing.T) {
	freed := make(chan struct{}, 1)
	p := start(t, func(c *Config) {
		c.MaxWorkers = 4
		c.OnCapacity = func() { signal(freed) }
	})
	endless := job("for _ in range(1 << 40): pass")
	var last *Run
	held := 0
	for range 8 {
		if r := p.Run(Key{"greedy", ""}, true, endless, newRecorder()); r != nil {
			last = r
			held++
		}
	}
	if held != 3 {
		t.Errorf("it holds %d workers of 4, want 3", held)
	}
	if p.Run(Key{"greedy", "group"}, false, endless, newRecorder()) != nil {
		t.Error("a shared worker is not counted")
	}
	other := newRecorder()
	if p.Run(Key{"other", ""}, true, job("print(1)"), other) == nil {
		t.Fatal("another session finds no worker")
	}
	other.wait(t)
	last.Kill()
	for deadline := time.After(patience); p.Run(Key{"greedy", ""}, true, endless, newRecorder()) == nil; {
		select {
		case <-freed:
		case <-deadline:
			t.Fatal("a place that was given back can't be had")
		}
	}
}

// TestFullSessionEndsItsOwnIdleWorker: a session whose places are held by idle
// workers of other groups gets one of them.
func TestFullSessionEndsItsOwnIdleWorker(t *testing.T) {
	freed := make(chan struct{}, 1)
	p := start(t, func(c *Config) {
		c.MaxWorkers = 3
		c.OnCapacity = func() { signal(freed) }
	})
	for _, group := range []string{"a", "b", "c", "d"} {
		r := newRecorder()
		for deadline := time.After(patience); p.Run(Key{"s", group}, false, job("print(1)"), r) == nil; {
			select {
			case <-freed:
			case <-deadline:
				t.Fatalf("group %s gets no worker", group)
			}
		}
		r.wait(t)
	}
}

func TestMaxHeld(t *testing.T) {
	for workers, want := range map[int]int{1: 1, 2: 1, 4: 3, 128: 96} {
		if got := (Config{MaxWorkers: workers}).maxHeld(); got != want {
			t.Errorf("of %d workers: %d, want %d", workers, got, want)
		}
	}
}

// signal notes that something happened; once is enough.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
