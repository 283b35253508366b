package pool

import (
	"testing"
	"time"
)

// usersJob is one of a user who may not have all workers.
func usersJob(code string) Job {
	j := job(code)
	j.User = "1000"
	return j
}

// TestUnboundedTakesAll kept who has no bound from the last quarter of the workers when
// all were of one session. What it has doesn't count against others in that session.
func TestUnboundedTakesAll(t *testing.T) {
	p := start(t, func(c *Config) { c.MaxWorkers = 4 })
	endless := "for _ in range(1 << 40): pass"
	for i := range 3 {
		if p.Run(Key{"s", ""}, true, job(endless), newRecorder()) == nil {
			t.Fatalf("worker %d is refused", i)
		}
	}
	other := newRecorder()
	if p.Run(Key{"s", "1000/"}, true, usersJob(""), other) == nil {
		t.Fatal("another user's is refused")
	}
	other.wait(t)
	for late := time.Now().Add(patience); p.Run(Key{"s", ""}, true, job(endless), newRecorder()) == nil; time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatal("the last worker is refused")
		}
	}
}

// TestOneSessionLeavesWorkers has a user take all it can get in a session; another still
// finds a worker.
func TestOneSessionLeavesWorkers(t *testing.T) {
	freed := make(chan struct{}, 1)
	p := start(t, func(c *Config) {
		c.MaxWorkers = 4
		c.OnCapacity = func() { signal(freed) }
	})
	endless := usersJob("for _ in range(1 << 40): pass")
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
		for deadline := time.After(patience); p.Run(Key{"s", group}, false, usersJob("print(1)"), r) == nil; {
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
