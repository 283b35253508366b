package executor

import (
	"errors"
	"strings"
	"testing"
)

// TestHeldBytes had 1,024 waiting requests of 5 MiB each, which nothing bounded in
// all: one user has half of what there is, root all of it, and the end gives it back.
func TestHeldBytes(t *testing.T) {
	e := begin(t, func(c *Config) { c.MaxRunning, c.MaxCode, c.MaxHeldBytes = 1, 1<<20, 1 })
	until(t, submit(t, e, python("from time import sleep\nprint(1)\nsleep(60)")), printed)
	large := python("#" + strings.Repeat(" ", 1<<20-1))
	fill := func(c Caller) (all []*Execution) {
		t.Helper()
		for range 100 {
			r := large
			r.Caller = c
			x, err := e.Submit(r)
			if err != nil {
				wantError(t, err, Exhausted, "")
				var refused *Error
				if errors.As(err, &refused) && refused.RetryAfter == 0 || !strings.Contains(err.Error(), "--max-held-memory") {
					t.Errorf("error %v", err)
				}
				return all
			}
			all = append(all, x)
		}
		t.Fatal("there is no end to it")
		return nil
	}
	one := fill(stranger)
	if bytes := int64(len(one)+1) * large.held(); len(one) == 0 || bytes <= e.held.Share(stranger.account()) {
		t.Errorf("one user is refused after %d", len(one))
	}
	other := stranger
	other.UID++
	if len(fill(other)) == 0 {
		t.Error("another user has nothing")
	}
	fill(Caller{})
	for _, x := range one {
		if _, err := e.Cancel(Caller{}, "", x.ID(), 0); err != nil {
			t.Fatal(err)
		}
	}
	if again := fill(stranger); len(again) != len(one) {
		t.Errorf("after the end there is room for %d, before for %d", len(again), len(one))
	}
}

// TestLargestRequestHeld lets in what is as large as may be in every respect.
func TestLargestRequestHeld(t *testing.T) {
	c := Config{MaxCode: 1, MaxEnv: 1, MaxInput: 1, MaxHeldBytes: 1}
	q := newHeld(c)
	r := Request{Args: make([]string, MaxArgs), Labels: map[string]string{}}
	for i := range MaxLabels {
		k := strings.Repeat("l", 1+i)
		r.Labels[k] = strings.Repeat("v", maxName-len(k))
	}
	if !q.Take(stranger.account(), r.held()) {
		t.Errorf("%d bytes are too many for one user, who has %d", r.held(), q.Share(stranger.account()))
	}
}
