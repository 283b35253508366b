package py

import (
	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (t *Thread) exceptionOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	switch in.Op {
	case code.Raise:
		return nil, t.raise(f, in)
	case code.Reraise:
		t.pending = regs[in.B].(*Exc)
		return nil, errReraise
	case code.Handled:
		f.handled = nil
		if in.A != code.NoReg {
			f.handled, _ = regs[in.A].(*Exc)
		}
	case code.IfNoMatch:
		class, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		ok, err := t.matches(regs[in.A].(*Exc), class)
		if err == nil && !ok {
			f.pc = int(in.C)
		}
		return nil, err
	case code.SplitGroup:
		class, err := f.arg(in.C)
		if err != nil {
			return nil, err
		}
		regs[in.A], regs[in.A+1], err = t.splitGroup(regs[in.B], class)
		return nil, err
	case code.JoinGroup:
		return t.joinGroup(regs[in.B].(*Exc), regs[in.C].(*List))
	case code.LoadAssertionError:
		return AssertionError, nil
	case code.WithEnter:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		regs[in.A], regs[in.A+1], err = t.withEnter(x, in.N == 1)
		return nil, err
	case code.WithExit:
		if in.C < 0 {
			return t.Call(regs[in.B], None, None, None)
		}
		e := regs[in.C].(*Exc)
		return t.Call(regs[in.B], e.class, e, e.traceback())
	}
	return nil, nil
}

func (e *Exc) traceback() Object {
	if e.TB == nil {
		return None
	}
	return e.TB
}

// raise is the statement.
func (t *Thread) raise(f *Frame, in *code.Instr) error {
	if in.N == 0 {
		e := t.Handled()
		if e == nil {
			return Raise(RuntimeError, "No active exception to reraise")
		}
		t.pending = e
		return errReraise
	}
	x, err := f.arg(in.B)
	if err != nil {
		return err
	}
	e, err := t.makeExc(x, "exceptions must derive from BaseException")
	if err != nil {
		return err
	}
	if in.N == 2 {
		if err := t.setCause(e, rk(f.regs, f.Body.Consts, in.C)); err != nil {
			return err
		}
	}
	e.setContext(t.Handled())
	return e
}

// makeExc makes the exception of what is raised: an exception, or a class of them.
func (t *Thread) makeExc(x Object, otherwise string) (*Exc, error) {
	switch x := x.(type) {
	case *Exc:
		return x, nil
	case *Class:
		if !x.IsSubclass(BaseException) {
			break
		}
		v, err := t.Call(x)
		if err != nil {
			return nil, err
		}
		if e, ok := v.(*Exc); ok {
			return e, nil
		}
		return nil, Raise(TypeError, "calling %s should have returned an instance of BaseException, not %s", Repr(t, x), v.Class().fullName())
	}
	return nil, Raise(TypeError, "%s", otherwise)
}

func (t *Thread) setCause(e *Exc, cause Object) error {
	if cause == nil {
		return nil
	}
	if cause != None {
		c, err := t.makeExc(cause, "exception causes must derive from BaseException")
		if err != nil {
			return err
		}
		cause = c
	}
	e.Cause, e.Suppress = cause, true
	return nil
}

// matches is what except asks.
func (t *Thread) matches(e *Exc, class Object) (bool, error) {
	classes := []Object{class}
	if list, ok := class.(*Tuple); ok {
		classes = list.Items
	}
	match := false
	for _, x := range classes {
		if err := t.Poll(); err != nil {
			return false, err
		}
		c, ok := x.(*Class)
		if !ok || !c.IsSubclass(BaseException) {
			return false, Raise(TypeError, "catching classes that do not inherit from BaseException is not allowed")
		}
		match = match || e.class.IsSubclass(c)
	}
	return match, nil
}

func (t *Thread) withEnter(x Object, async bool) (exit, entered Object, err error) {
	enterName, exitName, kind := "__enter__", "__exit__", "context manager"
	if async {
		enterName, exitName, kind = "__aenter__", "__aexit__", "asynchronous context manager"
	}
	enter, err := t.special(x, enterName)
	if err != nil {
		return nil, nil, err
	}
	if enter == nil {
		return nil, nil, Raise(TypeError, "'%s' object does not support the %s protocol", x.Class().fullName(), kind)
	}
	exit, err = t.special(x, exitName)
	if err != nil {
		return nil, nil, err
	}
	if exit == nil {
		return nil, nil, Raise(TypeError, "'%s' object does not support the %s protocol (missed %s method)", x.Class().fullName(), kind, exitName)
	}
	entered, err = t.Call(enter)
	return exit, entered, err
}
