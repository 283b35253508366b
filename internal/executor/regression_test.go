package executor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestFullSessionHoldsUpNobody had one session's queue stop all others.
func TestFullSessionHoldsUpNobody(t *testing.T) {
	e := begin(t, nil)
	if _, err := e.CreateSession(Caller{}, "full", SessionConfig{MaxRunning: 1}); err != nil {
		t.Fatal(err)
	}
	r := python("from time import sleep\nprint(1)\nsleep(60)")
	r.Session = "full"
	until(t, submit(t, e, r), printed)
	submit(t, e, r)
	if s := wait(t, submit(t, e, python("print(1)"))); s.State != Completed {
		t.Errorf("status %+v", s)
	}
}

// TestStopWhileQueueMoves started what it had cancelled, and closed a channel
// twice.
func TestStopWhileQueueMoves(t *testing.T) {
	for range 10 {
		e := begin(t, func(c *Config) { c.MaxRunning, c.DrainTimeout = 1, time.Second })
		running := submit(t, e, python("from time import sleep\nprint(1)\nsleep(0.02)"))
		var queued []*Execution
		for range 500 {
			queued = append(queued, submit(t, e, python("print(1)")))
		}
		<-running.Done()
		e.Stop(context.Background())
		for _, x := range queued {
			if s := x.Status(); s.State != Completed && s.Reason != Shutdown {
				t.Fatalf("status %+v", s)
			}
		}
		e.Close()
	}
}

// TestExclusiveThroughOneWorker lost a wakeup: what found no worker was queued
// after the worker had become free.
func TestExclusiveThroughOneWorker(t *testing.T) {
	e := begin(t, func(c *Config) { c.Pool.MaxWorkers = 1 })
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 5 {
				x, err := e.Submit(Request{Language: "python", Exclusive: true})
				if err != nil {
					t.Error(err)
					return
				}
				select {
				case <-x.Done():
				case <-time.After(patience):
					t.Errorf("stuck: %+v", e.Stats())
					return
				}
			}
		})
	}
	all.Wait()
}

// TestIdleWorkersGiveWay had workers that were idle, or kept for one session,
// keep another session waiting.
func TestIdleWorkersGiveWay(t *testing.T) {
	e := begin(t, func(c *Config) { c.Pool.MaxWorkers = 3 })
	if _, err := e.CreateSession(Caller{}, "warm", SessionConfig{WarmWorkers: 16}); err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		r := python("print(1)")
		r.Group = fmt.Sprint(i)
		if s := wait(t, submit(t, e, r)); s.State != Completed {
			t.Fatalf("group %d: %+v", i, s)
		}
	}
}

// TestOwnersExclusiveTakeAllWorkers had one in a quarter wait for ever when they were of
// one session, as all tasks of a Nomad client are.
func TestOwnersExclusiveTakeAllWorkers(t *testing.T) {
	e := begin(t, func(c *Config) { c.Pool.MaxWorkers = 4 })
	if _, err := e.CreateSession(Caller{}, "client", SessionConfig{}); err != nil {
		t.Fatal(err)
	}
	for _, uid := range []uint32{0, 0, uint32(os.Geteuid()), 0} {
		r := python("from time import sleep\nprint(1)\nsleep(60)")
		r.Session, r.Exclusive, r.Caller = "client", true, Caller{Peer: true, UID: uid}
		until(t, submit(t, e, r), printed)
	}
}

// TestDeleteAtTheEnd left the output of executions that were deleted in the moment
// of their end.
func TestDeleteAtTheEnd(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepInMemory = 1 })
	for range 200 {
		x := submit(t, e, python("print('x' * 100)"))
		<-x.Done()
		if err := e.DeleteExecution(Caller{}, "", x.ID()); err != nil {
			t.Fatal(err)
		}
	}
	deadline := time.Now().Add(patience)
	for {
		files, err := os.ReadDir(filepath.Join(e.cfg().StateDir, "spool"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 && e.Stats().Kept == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("left are %v and %d records", files, e.Stats().Kept)
		}
	}
}

// TestTurnsDontPileUp kept a turn for each execution that was cancelled while it
// waited.
func TestTurnsDontPileUp(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning = 1 })
	until(t, submit(t, e, python("from time import sleep\nprint(1)\nsleep(60)")), printed)
	for range 100 {
		x := submit(t, e, python(""))
		if _, err := e.Cancel(Caller{}, "", x.ID(), -1); err != nil {
			t.Fatal(err)
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.turn) > 1 || e.queued != 0 {
		t.Errorf("%d turns, %d queued", len(e.turn), e.queued)
	}
}

// TestStopUnstarted panicked.
func TestStopUnstarted(t *testing.T) {
	e, err := New(newConfig(t))
	if err != nil {
		t.Fatal(err)
	}
	_ = e.Stats()
	e.Stop(context.Background())
	e.Close()
}

// TestOneSessionFillsNoQueue had one session's queue refuse what could start at once
// in another.
func TestOneSessionFillsNoQueue(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxQueued = 16 })
	for _, id := range []string{"full", "other"} {
		if _, err := e.CreateSession(Caller{}, id, SessionConfig{MaxRunning: 1}); err != nil {
			t.Fatal(err)
		}
	}
	in := func(session, code string) Request {
		r := python(code)
		r.Session = session
		return r
	}
	until(t, submit(t, e, in("full", "from time import sleep\nprint(1)\nsleep(60)")), printed)
	queued := 0
	for range 20 {
		if _, err := e.Submit(in("full", "")); err == nil {
			queued++
		} else {
			wantError(t, err, Exhausted, "")
		}
	}
	if queued != 14 {
		t.Errorf("%d of one session wait, want 14 of 16", queued)
	}
	until(t, submit(t, e, in("other", "from time import sleep\nprint(1)\nsleep(60)")), printed)
	submit(t, e, in("other", "")) // waits in what is kept for others
}
