package pool

import (
	"testing"
	"time"
)

// TestWatchUnderLoad had each run begin the watch's period anew, so that a stream of
// small runs kept it from ever looking.
func TestWatchUnderLoad(t *testing.T) {
	p := start(t, nil)
	hog := newRecorder()
	j := job("while True: pass")
	j.TimeLimit = 100 * time.Millisecond
	if p.Run(Key{"hog", ""}, true, j, hog) == nil {
		t.Fatal("no worker")
	}
	flood := time.NewTicker(time.Millisecond)
	defer flood.Stop()
	for deadline := time.Now().Add(patience); ; {
		<-flood.C
		hog.mu.Lock()
		limited := len(hog.limits) > 0
		hog.mu.Unlock()
		if limited {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("nobody looked")
		}
		p.Run(Key{"flood", ""}, false, job(""), newRecorder())
	}
}

// TestIdleWorkerIsWatched: one that has run something is looked at from time to time.
func TestIdleWorkerIsWatched(t *testing.T) {
	p := start(t, nil)
	r := newRecorder()
	run := p.Run(Key{"s", ""}, false, job("print(1)"), r)
	r.wait(t)
	w := run.worker
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		w.mu.Lock()
		if w.resting {
			w.rested -= 2 * idleTime // as if it had computed since
			w.mu.Unlock()
			break
		}
		w.mu.Unlock()
	}
	select {
	case <-w.exited:
		if w.cause() != CauseProtocol {
			t.Errorf("it ended by %s", w.cause())
		}
	case <-time.After(patience):
		t.Error("a worker that computes with nothing to run is let be")
	}
}
