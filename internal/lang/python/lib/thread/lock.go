package thread

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A lock is a lock, or an RLock. Who releases it hands it to who has waited longest.
type lock struct {
	class   *py.Class
	owner   *task // nil is unlocked
	depth   int   // how often its owner has it: 1 but for an RLock
	waiters []*task
}

// Class returns the class lock or RLock.
func (l *lock) Class() *py.Class { return l.class }

const maxTimeout = float64(math.MaxInt64 / int64(time.Second))

var (
	lockClass = sync.OnceValue(func() *py.Class {
		return py.DefineClass("_thread", "lock", nil, func(c *py.Class) { lockMembers(c, false) })
	})
	rlockClass = sync.OnceValue(func() *py.Class {
		return py.DefineClass("_thread", "RLock", nil, func(c *py.Class) {
			lockMembers(c, true)
			c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
				return py.NewOf(cls, &lock{class: c}), nil
			}
		})
	})
)

func lockMembers(c *py.Class, again bool) {
	acquire := func(t *py.Thread, a []py.Object) (py.Object, error) { return acquireLock(t, a, again) }
	release := func(t *py.Thread, a []py.Object) (py.Object, error) {
		return py.None, py.Native(a[0]).(*lock).release(schedulerOf(t), t, again)
	}
	table := py.MethodTable{}
	add := func(name, signature string, fn py.GoFunc) {
		table = append(table, py.MethodTable{{Name: name, Signature: signature, Fn: fn}}...)
	}
	add("acquire", "blocking=True, timeout=-1", acquire)
	add("release", "", release)
	add("__enter__", "", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return acquireLock(t, []py.Object{a[0], nil, nil}, again)
	})
	add("__exit__", "*args", release)
	if again {
		add("_is_owned", "", func(t *py.Thread, a []py.Object) (py.Object, error) {
			return py.Of(py.Native(a[0]).(*lock).owner == schedulerOf(t).tasks[t]), nil
		})
		add("_release_save", "", releaseSave)
		add("_acquire_restore", "state, /", acquireRestore)
	} else {
		add("locked", "", func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return py.Of(py.Native(a[0]).(*lock).owner != nil), nil
		})
	}
	c.AddMethods(table)
	c.Slots.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) {
		l := py.Native(o).(*lock)
		state := "unlocked"
		if l.owner != nil {
			state = "locked"
		}
		if !again {
			return py.NewStr(fmt.Sprintf("<%s _thread.lock object at 0x%x>", state, py.ID(o))), nil
		}
		owner := int64(0)
		if l.owner != nil {
			owner = l.owner.ident
		}
		return py.NewStr(fmt.Sprintf("<%s _thread.RLock object owner=%d count=%d at 0x%x>", state, owner, l.depth, py.ID(o))), nil
	}
}

// Weakly is part of py.WeaklyReferable.
func (l *lock) Weakly() func() py.Object { return py.Weakly(l) }

func acquireLock(t *py.Thread, a []py.Object, again bool) (py.Object, error) {
	l, s := py.Native(a[0]).(*lock), schedulerOf(t)
	me := s.tasks[t]
	if me == nil {
		return nil, errEnded
	}
	blocking, deadline, err := waiting(t, a[1], a[2])
	if err != nil {
		return nil, err
	}
	switch {
	case again && l.owner == me:
		l.depth++
		return py.True, nil
	case l.owner == nil:
		l.owner, l.depth = me, 1
		return py.True, nil
	case !blocking:
		return py.False, s.Yield(t, false)
	}
	l.waiters = append(l.waiters, me)
	for {
		err := s.wait(me, deadline)
		if l.owner == me && !slices.Contains(l.waiters, me) {
			if err != nil {
				_ = l.release(s, t, again)
				return nil, err
			}
			return py.True, nil
		}
		if err != nil || !deadline.IsZero() && !time.Now().Before(deadline) {
			l.waiters = slices.DeleteFunc(l.waiters, func(k *task) bool { return k == me })
			return py.False, err
		}
	}
}

// waiting is for how long to wait.
func waiting(t *py.Thread, blocking, timeout py.Object) (bool, time.Time, error) {
	block := true
	var err error
	if blocking != nil {
		if block, err = t.Truth(blocking); err != nil {
			return false, time.Time{}, err
		}
	}
	if timeout == nil || timeout == py.None {
		return block, time.Time{}, nil
	}
	seconds, err := t.ToFloat(timeout)
	switch {
	case err != nil:
		return false, time.Time{}, err
	case seconds == -1:
		return block, time.Time{}, nil
	case !block:
		return false, time.Time{}, py.Raise(py.ValueError, "can't specify a timeout for a non-blocking call")
	case seconds < 0:
		return false, time.Time{}, py.Raise(py.ValueError, "timeout value must be positive")
	case seconds > maxTimeout:
		return false, time.Time{}, py.Raise(py.OverflowError, "timeout value is too large")
	}
	return true, time.Now().Add(time.Duration(seconds * float64(time.Second))), nil
}

func (l *lock) release(s *scheduler, t *py.Thread, again bool) error {
	switch {
	case again && (l.owner == nil || l.owner != s.tasks[t]):
		return py.Raise(py.RuntimeError, "cannot release un-acquired lock")
	case l.owner == nil:
		return py.Raise(py.RuntimeError, "release unlocked lock")
	}
	if l.depth--; l.depth == 0 {
		l.pass(s)
	}
	return nil
}

// pass hands the lock on.
func (l *lock) pass(s *scheduler) {
	l.owner = nil
	if len(l.waiters) > 0 {
		l.owner, l.depth = l.waiters[0], 1
		l.waiters = l.waiters[1:]
		s.wake(l.owner)
	}
}

func releaseSave(t *py.Thread, a []py.Object) (py.Object, error) {
	l, s := py.Native(a[0]).(*lock), schedulerOf(t)
	if l.owner == nil || l.owner != s.tasks[t] {
		return nil, py.Raise(py.RuntimeError, "cannot release un-acquired lock")
	}
	depth := l.depth
	l.pass(s)
	return py.MakeInt(int64(depth)), nil
}

func acquireRestore(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if _, err := acquireLock(t, []py.Object{a[0], nil, nil}, true); err != nil {
		return nil, err
	}
	py.Native(a[0]).(*lock).depth = n
	return py.None, nil
}
