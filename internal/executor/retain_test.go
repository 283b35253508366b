package executor

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// retained asks for a record that is kept.
func retainedRequest(code string) Request {
	r := python(code)
	r.Retain = true
	return r
}

// TestRetainOutlivesRetention keeps what asks for it and what has a sink, by number, by
// age and by bytes, and neither at the cost of the number that others may be.
func TestRetainOutlivesRetention(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Config){
		"number": func(c *Config) { c.KeepRecords = 1 },
		"age":    func(c *Config) { c.KeepFor = 50 * time.Millisecond },
		"bytes":  func(c *Config) { c.KeepBytes = 10_000 },
	} {
		t.Run(name, func(t *testing.T) {
			e := begin(t, change)
			kept := []*Execution{submit(t, e, retainedRequest("print(1)")), submit(t, e, withSinks("print(1)", file, ""))}
			for _, x := range kept {
				delivered(t, x)
			}
			passing := submit(t, e, python("print('x' * 9000)"))
			wait(t, passing)
			wait(t, submit(t, e, python("print('x' * 9000)")))
			forgotten(t, e, passing)
			for i, x := range kept {
				if _, err := e.Execution(Caller{}, "", x.ID()); err != nil {
					t.Errorf("record %d: %v", i, err)
				}
				if err := e.DeleteExecution(Caller{}, "", x.ID()); err != nil {
					t.Error(err)
				}
				forgotten(t, e, x)
			}
		})
	}
}

// TestRetainQuota refuses one that is too many, of one user, until another is deleted.
func TestRetainQuota(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepRetained = 2 })
	by := func(uid uint32) Request {
		r := retainedRequest("print(1)")
		r.Caller = Caller{Peer: true, UID: uid}
		return r
	}
	alice, bob := uint32(os.Geteuid())+1, uint32(os.Geteuid())+2
	first := submit(t, e, by(alice))
	submit(t, e, by(alice))
	_, err := e.Submit(by(alice))
	wantError(t, err, Exhausted, "retain")
	if s := wait(t, submit(t, e, python("print(1)"))); s.State != Completed {
		t.Errorf("one that is not kept: %+v", s)
	}
	submit(t, e, by(bob))
	submit(t, e, by(uint32(os.Geteuid())))
	wait(t, first)
	if err := e.DeleteExecution(Caller{}, "", first.ID()); err != nil {
		t.Fatal(err)
	}
	submit(t, e, by(alice))
	large := by(bob) // counts twice
	large.Labels = make(map[string]string)
	for i := range 5 {
		large.Labels[fmt.Sprint(i)] = strings.Repeat("x", 1_000)
	}
	_, err = e.Submit(large)
	wantError(t, err, Exhausted, "retain")
}

// TestRetainedBytes refuses another when those kept have too much output.
func TestRetainedBytes(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepBytes = 100_000 })
	large := submit(t, e, retainedRequest("print('x' * 45000)"))
	wait(t, large)
	counted := func() bool { one, _ := e.ended.retainedBytes(Caller{}); return one > 0 }
	for late := time.Now().Add(patience); !counted(); time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatal("its bytes don't count")
		}
	}
	_, err := e.Submit(retainedRequest(""))
	wantError(t, err, Exhausted, "retain")
	if err := e.DeleteExecution(Caller{}, "", large.ID()); err != nil {
		t.Fatal(err)
	}
	if counted() {
		t.Error("its bytes count after it was deleted")
	}
	wait(t, submit(t, e, retainedRequest("")))
}

// TestRetainInADeletedSession gives the places back.
func TestRetainInADeletedSession(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepRetained = 1 })
	for range 2 {
		s, err := e.CreateSession(Caller{}, "", SessionConfig{})
		if err != nil {
			t.Fatal(err)
		}
		r := retainedRequest("from time import sleep\nprint(1)\nsleep(60)")
		r.Session = s.ID
		until(t, submit(t, e, r), printed)
		if err := e.DeleteSession(Caller{}, s.ID); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRefusedRetainHoldsNothing gave back neither memory nor place.
func TestRefusedRetainHoldsNothing(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepRetained = 1 })
	wait(t, submit(t, e, retainedRequest("")))
	for range 3 {
		_, err := e.Submit(retainedRequest(""))
		wantError(t, err, Exhausted, "retain")
	}
	u := Caller{}.account()
	for late := time.Now().Add(patience); !e.held.Take(u, e.held.Whole()); time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatal("memory is held for what was refused")
		}
	}
}

// TestRetainedTogether bounded the output of kept records when they are submitted only:
// those that run at once kept 720,012 bytes where 25,000 were allowed, of every user, and
// what others had was forgotten for them.
func TestRetainedTogether(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepBytes = 100_000 })
	older := submit(t, e, python("print('x' * 10000)"))
	wait(t, older)
	var all []*Execution
	for user := range 6 {
		for range 4 {
			r := retainedRequest("import time\nprint('x' * 12000)\ntime.sleep(60)")
			r.Caller = Caller{Peer: true, UID: uint32(os.Geteuid() + 1 + user)}
			all = append(all, submit(t, e, r))
		}
	}
	for _, x := range all {
		until(t, x, printed)
	}
	for _, x := range all {
		x.stop(CancelledByClient, 0)
		wait(t, x)
	}
	settled := func() bool {
		e.ended.mu.Lock()
		defer e.ended.mu.Unlock()
		return e.ended.held.others == 3*12_001 && e.ended.bytes <= 100_000
	}
	for late := time.Now().Add(patience); !settled(); time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatalf("%+v, %d bytes", e.ended.held, e.ended.bytes)
		}
	}
	for user, n := range e.ended.held.users {
		if n > 25_000 {
			t.Errorf("user %v has %d bytes", user, n)
		}
	}
	newer := submit(t, e, python("print('x' * 10000)"))
	wait(t, newer)
	for _, x := range []*Execution{older, newer} {
		if _, err := e.Execution(Caller{}, "", x.ID()); err != nil {
			t.Errorf("forgotten for those that were to be kept: %v", err)
		}
	}
	x := all[len(all)-1] // not kept: its place is free
	u := x.owner
	q, account := e.retaining.of(u)
	for late := time.Now().Add(patience); !q.Take(account, q.Share(account)); time.Sleep(time.Millisecond) {
		if time.Now().After(late) {
			t.Fatal("places of records that are not kept are taken")
		}
	}
}
