package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A resumable is an iterator of this package's that others wait for: a generator, or
// what await asks of a coroutine or an async generator. Each function returns what is
// yielded, or with a nil v the result.
type resumable interface {
	resume(t *Thread, sent Object) (v, result Object, err error)
	throw(t *Thread, e *Exc) (v, result Object, err error)
	close(t *Thread) error
}

func (g *Generator) resume(t *Thread, sent Object) (v, result Object, err error) {
	return t.Resume(g, sent)
}

func (g *Generator) throw(t *Thread, e *Exc) (v, result Object, err error) { return t.Throw(g, e) }

// close has its finally blocks run.
func (g *Generator) close(t *Thread) error {
	if g.frame == nil {
		return nil
	}
	if g.frame.pc == 0 && !g.running {
		g.finish()
		return nil
	}
	v, _, err := t.Throw(g, NewExc(GeneratorExit))
	switch {
	case v != nil:
		return Raise(RuntimeError, "%s ignored GeneratorExit", g.kind())
	case Caught(err, GeneratorExit) != nil, Caught(err, StopIteration) != nil, Caught(err, StopAsyncIteration) != nil && g.class == AsyncGeneratorClass:
		return nil
	}
	return err
}

// Advance goes on with any iterator: with its send where sent isn't None. It returns the
// next value, or with a nil v the result: the value of the StopIteration.
func (t *Thread) Advance(it, sent Object) (v, result Object, err error) {
	if r, ok := it.(resumable); ok {
		return r.resume(t, sent)
	}
	c := it.Class()
	switch {
	case sent != None:
		var m Object
		if m, err = t.GetAttr(it, "send"); err == nil { // either's StopIteration ends it
			v, err = t.Call(m, sent)
		}
	case c.Heap:
		var found bool
		v, found, err = t.callSpecial(it, "__next__")
		if !found && err == nil {
			err = Raise(TypeError, "'%s' object is not an iterator", c.fullName())
		}
	case c.Slots.Next == nil:
		err = Raise(TypeError, "'%s' object is not an iterator", c.fullName())
	default:
		if err = t.enterNative(); err != nil {
			return nil, nil, err
		}
		v, err = c.Slots.Next(t, it)
		t.leaveNative()
	}
	if stop := Caught(err, StopIteration); stop != nil {
		return nil, stop.field("value"), nil
	}
	if v == nil && err == nil {
		result = None
	}
	return v, result, err
}

// send is the instruction Send.
func (t *Thread) send(it, v Object) (value Object, ended bool, err error) {
	value, result, err := t.Advance(it, v)
	if value == nil && err == nil {
		return result, true, nil
	}
	return value, false, err
}

// stop is the StopIteration of a result.
func stop(result Object) error {
	if result == None || result == nil {
		return NewExc(StopIteration)
	}
	return NewExc(StopIteration, result)
}

// stepped is what a method such as send returns.
func stepped(v, result Object, err error) (Object, error) {
	if v == nil && err == nil {
		return nil, stop(result)
	}
	return v, err
}

func (t *Thread) yieldFromIter(f *Frame, x Object) (Object, error) {
	g, ok := x.(*Generator)
	switch {
	case ok && g.class == GeneratorClass:
		return g, nil
	case ok && g.class == CoroutineClass:
		if f.Body.Coroutine || f.fn != nil && f.fn.AwaitableGenerator {
			return g, nil
		}
		return nil, Raise(TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
	}
	return t.Iter(x)
}

// CanAwait reports whether g is a coroutine, or a generator that types.coroutine made one.
func (g *Generator) CanAwait() bool {
	return g.class == CoroutineClass || g.class == GeneratorClass && g.origin.AwaitableGenerator
}

// awaitable is the iterator of await x. kind says where x is from, for the error.
func (t *Thread) awaitable(x Object, kind uint8) (Object, error) {
	if g, ok := x.(*Generator); ok && g.CanAwait() {
		if g.class == CoroutineClass && g.waitsFor() != nil {
			return nil, Raise(RuntimeError, "coroutine is being awaited already")
		}
		return g, nil
	}
	if _, ok := x.(resumable); ok && x.Class() != GeneratorClass && x.Class() != AsyncGeneratorClass {
		return x, nil
	}
	it, found, err := t.callSpecial(x, "__await__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, [...]string{
			"object %s can't be used in 'await' expression",
			"'async with' received an object from __aenter__ that does not implement __await__: %s",
			"'async with' received an object from __aexit__ that does not implement __await__: %s",
		}[min(kind, 2)], x.Class().fullName())
	}
	if g, ok := it.(*Generator); ok && g.CanAwait() {
		return nil, Raise(TypeError, "__await__() returned a coroutine")
	}
	if c := it.Class(); !c.Heap && c.Slots.Next == nil || c.Heap && c.Lookup("__next__") == nil {
		return nil, Raise(TypeError, "__await__() returned non-iterator of type '%s'", c.fullName())
	}
	return it, nil
}

// builtinAiter is aiter, whose refusals are in words of its own.
func builtinAiter(t *Thread, a []Object) (Object, error) {
	it, found, err := t.callSpecial(a[0], "__aiter__")
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, Raise(TypeError, "'%s' object is not an async iterable", a[0].Class().fullName())
	case it.Class().Lookup("__anext__") == nil:
		return nil, Raise(TypeError, "aiter() returned not an async iterator of type '%s'", it.Class().fullName())
	}
	return it, nil
}

func (t *Thread) asyncIter(x Object) (Object, error) {
	it, found, err := t.callSpecial(x, "__aiter__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "'async for' requires an object with __aiter__ method, got %s", x.Class().fullName())
	}
	if it.Class().Lookup("__anext__") == nil {
		return nil, Raise(TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", it.Class().fullName())
	}
	return it, nil
}

func (t *Thread) asyncNext(x Object) (Object, error) {
	if g, ok := x.(*Generator); ok && g.class == AsyncGeneratorClass {
		return t.newSend(g, None)
	}
	v, found, err := t.callSpecial(x, "__anext__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "'async for' requires an iterator with __anext__ method, got %s", x.Class().fullName())
	}
	it, err := t.awaitable(v, 0)
	if e, ok := err.(*Exc); ok {
		r := Raise(TypeError, "'async for' received an invalid object from __anext__: %s", v.Class().fullName())
		r.Cause, r.Context, r.Suppress = e, e, true
		return nil, r
	}
	return it, err
}

// isYield reports whether g waits at a yield of its own, not for another.
func (g *Generator) isYield() bool {
	f := g.frame
	return f != nil && f.pc > 0 && f.Body.Instrs[f.pc-1].Op == code.Yield && f.Body.Instrs[f.pc-1].N == 0
}

// IsCoroutineFunction reports whether x is an async def without a yield, or a method that
// is one.
func IsCoroutineFunction(x Object) bool {
	for {
		m, ok := x.(*Method)
		if !ok {
			break
		}
		x = m.Func
	}
	fn, ok := x.(*Func)
	return ok && fn.Body.Coroutine && !fn.Body.Generator
}

// SetAsyncHook has f be called with each async generator that begins in the thread, and
// returns what was called before. None is none.
func (t *Thread) SetAsyncHook(f Object) Object {
	before := OrNone(t.asyncHook)
	t.asyncHook = f
	return before
}
