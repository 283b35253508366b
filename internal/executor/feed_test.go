package executor

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// follow collects changes until stop is called, which returns them.
func follow(t *testing.T, e *Executor, by Caller, f Filter, each func(Status) error) (stop func() []string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ready, done := make(chan struct{}), make(chan struct{})
	var seen []string
	go func() {
		defer close(done)
		_ = e.Follow(ctx, by, f, func() error { close(ready); return nil }, func(s Status, _ uint64) error { // ends with ctx
			seen = append(seen, s.ID+" "+s.State.String())
			return each(s)
		})
	}()
	<-ready
	return func() []string { cancel(); <-done; return seen }
}

// TestFollow: each change once, in order, of what the filter takes.
func TestFollow(t *testing.T) {
	e := begin(t, nil)
	ended := make(chan struct{}, 1)
	stop := follow(t, e, Caller{}, Filter{AllSessions: true, Labels: map[string]string{"a": "b"}}, func(s Status) error {
		if s.State.Final() {
			ended <- struct{}{}
		}
		return nil
	})
	wait(t, submit(t, e, Request{ID: "other", Language: "js", Code: "1"}))
	wait(t, submit(t, e, Request{ID: "mine", Language: "js", Code: "1", Labels: map[string]string{"a": "b"}}))
	<-ended
	if got := strings.Join(stop(), ", "); got != "mine queued, mine running, mine completed" {
		t.Error(got)
	}
	if n := e.feed.count.Load(); n != 0 {
		t.Errorf("%d follow still", n)
	}
}

// TestFollowPrivate: what is another's is not told.
func TestFollowPrivate(t *testing.T) {
	e := begin(t, func(c *Config) { c.Private = true })
	alice, bob := Caller{Peer: true, UID: 1_001}, Caller{Peer: true, UID: 1_002}
	ended := make(chan struct{}, 2)
	stop := follow(t, e, alice, Filter{AllSessions: true, States: []State{Completed}}, func(Status) error { ended <- struct{}{}; return nil })
	wait(t, submit(t, e, Request{ID: "bobs", Language: "js", Code: "1", Caller: bob}))
	wait(t, submit(t, e, Request{ID: "alices", Language: "js", Code: "1", Caller: alice}))
	<-ended
	if got := strings.Join(stop(), ", "); got != "alices completed" {
		t.Error(got)
	}
	if err := e.Follow(t.Context(), alice, Filter{Session: "none"}, nil, nil); err == nil {
		t.Error("a session that is not there is followed")
	}
}

// TestFollowSlowly: who is too slow holds up nobody and learns what it missed.
func TestFollowSlowly(t *testing.T) {
	e := &Executor{}
	c := Config{}.withDefaults()
	e.settings.Store(&c)
	x := &Execution{executor: e}
	enough := errors.New("enough")
	var got []uint64
	ready := func() error {
		for range feedRoom + 7 {
			e.publish(x, Status{State: Running}) // returns
		}
		return nil
	}
	err := e.Follow(t.Context(), Caller{}, Filter{AllSessions: true}, ready, func(_ Status, missed uint64) error {
		if got = append(got, missed); len(got) == 2 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || got[0] != 7 || got[1] != 0 {
		t.Errorf("%v, %v", got, err)
	}
}

// TestFollowers are bounded, and for one user more so.
func TestFollowers(t *testing.T) {
	var f feed
	alice := Caller{Peer: true, UID: 54_321}
	for range maxFollowersEach {
		if err := f.add(&follower{by: alice}); err != nil {
			t.Fatal(err)
		}
	}
	wantError(t, f.add(&follower{by: alice}), Exhausted, "")
	for range maxFollowers - maxFollowersEach {
		if err := f.add(&follower{by: Caller{}}); err != nil {
			t.Fatal(err)
		}
	}
	wantError(t, f.add(&follower{by: Caller{}}), Exhausted, "")
	f = feed{closed: true}
	wantError(t, f.add(&follower{by: alice}), Unavailable, "")
}
