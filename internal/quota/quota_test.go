package quota

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"
)

var alice, bob, root = User{UID: 1}, User{UID: 2}, User{Owner: true}

func TestTake(t *testing.T) {
	q := New(10, 4)
	for i, step := range []struct {
		who  User
		n    int64
		want bool
	}{
		{alice, 4, true}, {alice, 1, false}, {bob, 5, false}, {bob, 3, true}, {root, 3, true}, {bob, 1, false}, {root, 1, false},
	} {
		if got := q.Take(step.who, step.n); got != step.want {
			t.Errorf("step %d: %v", i, got)
		}
	}
	q.Give(alice, 4)
	if !q.Take(root, 4) {
		t.Error("what was given back is gone")
	}
	q.Give(root, 7)
	q.Give(bob, 3)
	if q.used != 0 || len(q.users) != 0 {
		t.Errorf("left are %d, %v", q.used, q.users)
	}
}

// waits says when n who wait have got in line.
func waits(t *testing.T, q *Quota, u User, n int) {
	t.Helper()
	for late := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		q.mu.Lock()
		a := q.users[u]
		in := a != nil && len(a.queue) == n
		q.mu.Unlock()
		if in {
			return
		}
		if time.Now().After(late) {
			t.Fatal("nobody waits")
		}
	}
}

func TestWait(t *testing.T) {
	q := New(10, 4)
	if err := q.Wait(t.Context(), alice, 4); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	first, second := make(chan error, 1), make(chan error, 1)
	go func() { first <- q.Wait(ctx, alice, 4) }()
	waits(t, q, alice, 1)
	go func() { second <- q.Wait(t.Context(), alice, 1) }()
	waits(t, q, alice, 2)
	if err := q.Wait(t.Context(), bob, 1); err != nil {
		t.Error(err) // alice's wait is hers alone
	}
	q.Give(alice, 1) // enough for the second, whose turn it is not
	waits(t, q, alice, 2)
	cancel()
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := <-second; err != nil {
		t.Error(err)
	}
	q.Give(alice, 4)
	q.Give(bob, 1)
	if q.used != 0 || len(q.users) != 0 {
		t.Errorf("left are %d, %v", q.used, q.users)
	}
}

// TestWaitRace has many wait for little, some of which give up.
func TestWaitRace(t *testing.T) {
	q := New(3, 2)
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(1+i%7)*time.Millisecond)
			defer cancel()
			u := User{UID: uint32(i % 3), Owner: i%3 == 0}
			for range 20 {
				if q.Wait(ctx, u, int64(1+i%2)) == nil {
					q.Give(u, int64(1+i%2))
				}
			}
		})
	}
	all.Wait()
	if q.used != 0 || len(q.users) != 0 {
		t.Errorf("left are %d, %v", q.used, q.users)
	}
}
