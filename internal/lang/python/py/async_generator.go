package py

// asyncState is what an async generator has beside others.
type asyncState struct {
	running bool // an asend, athrow or aclose is under way
	closed  bool
	begun   bool // the hook of the event loop was called
}

// A step is what asend, __anext__, athrow or aclose of an async generator return: what is
// awaited to have it go on.
type step struct {
	g     *Generator
	state stepState
	sent  Object // of asend
	throws,
	closes bool // athrow, aclose
	args []Object // of athrow
}

type stepState uint8

const (
	stepNew stepState = iota
	stepUnderWay
	stepDone
)

var (
	asyncSendClass  = newNative("async_generator_asend")
	asyncThrowClass = newNative("async_generator_athrow")
)

// Class returns the class async_generator_asend or async_generator_athrow.
func (s *step) Class() *Class {
	if s.throws || s.closes {
		return asyncThrowClass
	}
	return asyncSendClass
}

func setupAsyncGenerators() {
	AsyncGeneratorClass.addMethods(MethodTable{
		{"__aiter__", "", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
		{"__anext__", "", func(t *Thread, a []Object) (Object, error) { return t.newSend(a[0].(*Generator), None) }, ""},
		{"asend", "value, /", func(t *Thread, a []Object) (Object, error) { return t.newSend(a[0].(*Generator), a[1]) }, ""},
		{"athrow", "typ, val=, tb=, /", asyncThrow, ""},
		{"aclose", "", asyncClose, ""},
		{"__class_getitem__", "item, /", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
	})
	for _, c := range []*Class{asyncSendClass, asyncThrowClass} {
		c.Slots.Next = nextOf
		c.addMethods(MethodTable{
			{"__await__", "", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
			{"__next__", "", resumableNext, ""},
			{"send", "value, /", resumableSend, ""},
			{"throw", "typ, val=, tb=, /", resumableThrow, ""},
			{"close", "", resumableClose, ""},
		})
	}
}

// begin tells the event loop of an async generator that it begins.
func (t *Thread) begin(g *Generator) error {
	if g.async.begun {
		return nil
	}
	g.async.begun = true
	if t.asyncHook == nil || t.asyncHook == None {
		return nil
	}
	_, err := t.Call(t.asyncHook, g)
	return err
}

func (t *Thread) newSend(g *Generator, v Object) (Object, error) {
	return &step{g: g, sent: v}, t.begin(g)
}

func asyncThrow(t *Thread, a []Object) (Object, error) {
	g := a[0].(*Generator)
	return &step{g: g, throws: true, args: []Object{a[1], a[2], a[3]}}, t.begin(g)
}

func asyncClose(t *Thread, a []Object) (Object, error) {
	g := a[0].(*Generator)
	return &step{g: g, closes: true}, t.begin(g)
}

func (s *step) resume(t *Thread, sent Object) (v, result Object, err error) {
	switch {
	case s.state == stepDone && (s.throws || s.closes):
		return nil, nil, Raise(RuntimeError, "cannot reuse already awaited aclose()/athrow()")
	case s.state == stepDone:
		return nil, nil, Raise(RuntimeError, "cannot reuse already awaited __anext__()/asend()")
	case (s.throws || s.closes) && s.g.frame == nil:
		s.state = stepDone
		return nil, None, nil
	case s.state == stepUnderWay:
		return s.outcome(t.Resume(s.g, sent))
	}
	if s.g.async.running {
		s.state = stepDone
		name := "anext"
		if s.throws {
			name = "athrow"
		} else if s.closes {
			name = "aclose"
		}
		return nil, nil, Raise(RuntimeError, "%s(): asynchronous generator is already running", name)
	}
	if s.throws || s.closes {
		return s.beginThrow(t, sent)
	}
	if sent == None {
		sent = s.sent
	}
	s.state, s.g.async.running = stepUnderWay, true
	return s.outcome(t.Resume(s.g, sent))
}

func (s *step) beginThrow(t *Thread, sent Object) (v, result Object, err error) {
	if s.g.async.closed {
		s.state = stepDone
		return nil, nil, NewExc(StopAsyncIteration)
	}
	if sent != None {
		return nil, nil, Raise(RuntimeError, "can't send non-None value to a just-started coroutine")
	}
	e := NewExc(GeneratorExit)
	if s.throws {
		if e, err = t.thrown(s.args[0], s.args[1], s.args[2]); err != nil {
			return nil, nil, err
		}
	} else {
		s.g.async.closed = true
	}
	s.state, s.g.async.running = stepUnderWay, true
	return s.outcome(t.Throw(s.g, e))
}

// outcome is what the generator's going on means for who awaits the step: a value that it
// yields is the step's result, and what it awaits itself is passed on.
func (s *step) outcome(v, _ Object, err error) (Object, Object, error) {
	g := s.g
	if v != nil && !g.isYield() {
		return v, nil, nil
	}
	g.async.running, s.state = false, stepDone
	ended := Caught(err, StopAsyncIteration) != nil || Caught(err, GeneratorExit) != nil
	switch {
	case v != nil && s.closes:
		return nil, nil, Raise(RuntimeError, "async generator ignored GeneratorExit")
	case v != nil:
		return nil, v, nil
	case ended && s.closes:
		return nil, None, nil
	case ended:
		g.async.closed = true
	}
	return nil, nil, err
}

func (s *step) throw(t *Thread, e *Exc) (v, result Object, err error) {
	if s.state == stepDone {
		return s.resume(t, None)
	}
	return s.outcome(t.Throw(s.g, e))
}

func (s *step) close(*Thread) error {
	s.state = stepDone
	return nil
}
