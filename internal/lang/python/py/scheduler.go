package py

import "time"

// A Scheduler runs the threads of a program, one at a time. There is none until the program
// uses threads. Its methods are called by the thread that runs.
type Scheduler interface {
	// Sleep has other threads run for d.
	Sleep(t *Thread, d time.Duration) error
	// Yield has other threads run, as t has run for long enough. With main it is the main
	// thread that is to run, since a signal has come.
	Yield(t *Thread, main bool) error
	// End ends all threads but the main one, which calls it at the end of the run.
	End()
}

// IsMain reports whether t is the thread that the program began with.
func (t *Thread) IsMain() bool { return t.In.main == t }

// Preempt has the thread that runs call the Scheduler's Yield. It is safe from any
// goroutine.
func (in *Interp) Preempt() {
	in.attention.yield.Store(true)
	in.raiseFlag()
}

// HandlesSignals reports whether the program has handlers of signals.
func (in *Interp) HandlesSignals() (handles bool) {
	in.handlers.Range(func(_, _ any) bool {
		handles = true
		return false
	})
	return handles
}

// Signalled reports whether the run is to end or a signal has come.
func (in *Interp) Signalled() bool {
	return in.attention.stopped.Load() || in.attention.signal.Load() != nil
}

// Wait waits until a time, unless the run is to end, a signal comes or what was printed is
// to be written.
func (t *Thread) Wait(until <-chan time.Time) error {
	if err := t.In.Flush(); err != nil {
		return err
	}
	t.In.Host.Waiting(func() {
		select {
		case <-until:
		case <-t.In.Host.Stop:
		case <-t.In.wake:
		}
	})
	return nil
}

// joinThreads has the program's other threads end that aren't daemons.
func (t *Thread) joinThreads(err error) error {
	if t.In.Scheduler == nil || err != nil && !isExc(err) {
		return err
	}
	m := t.In.Modules.GetStr("threading")
	if m == nil {
		return err
	}
	join, e := t.Attr(m, "_shutdown")
	if e == nil && join != nil {
		_, e = t.Call(join)
	}
	if x, ok := e.(*Exc); ok {
		e = t.In.Err.WriteString("Exception ignored in: <module 'threading' from '/usr/lib/python3.11/threading.py'>\n" + t.FormatException(x))
	}
	if e != nil {
		return e
	}
	return err
}

func (t *Thread) endThreads() {
	if s := t.In.Scheduler; s != nil {
		s.End()
	}
}
