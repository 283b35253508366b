package py

import (
	"fmt"
	"slices"
)

// setupGenerators completes the classes of generators, coroutines and async generators.
func setupGenerators() {
	GeneratorClass.Slots.Next = func(t *Thread, o Object) (Object, error) {
		v, _, err := t.Resume(o.(*Generator), None)
		return v, err
	}
	GeneratorClass.addMethods(MethodTable{{"__next__", "", func(t *Thread, a []Object) (Object, error) {
		return stepped(t.Resume(a[0].(*Generator), None))
	}, ""}})
	coroutineWrapperClass.Slots.Next = nextOf
	coroutineWrapperClass.addMethods(MethodTable{{"__next__", "", resumableNext, ""}})
	for _, c := range []*Class{GeneratorClass, CoroutineClass, coroutineWrapperClass} {
		c.addMethods(MethodTable{
			{"send", "value, /", resumableSend, ""},
			{"throw", "typ, val=, tb=, /", resumableThrow, ""},
			{"close", "", resumableClose, ""},
		})
	}
	for c, prefix := range map[*Class]string{GeneratorClass: "gi", CoroutineClass: "cr", AsyncGeneratorClass: "ag"} {
		c.Slots.Repr = reprGenerator
		c.Sealed = true
		c.addGeneratorFields(prefix)
	}
	CoroutineClass.addMethods(MethodTable{{"__await__", "", func(t *Thread, a []Object) (Object, error) {
		return &coroutineWrapper{a[0].(*Generator)}, nil
	}, ""}})
	CoroutineClass.addGetSets(&GetSet{Name: "cr_origin", Get: func(*Thread, Object) (Object, error) { return None, nil }})
	setupAsyncGenerators()
}

func resumableNext(t *Thread, a []Object) (Object, error) {
	return stepped(a[0].(resumable).resume(t, None))
}

func resumableSend(t *Thread, a []Object) (Object, error) {
	return stepped(a[0].(resumable).resume(t, a[1]))
}

func resumableThrow(t *Thread, a []Object) (Object, error) {
	e, err := t.thrown(a[1], a[2], a[3])
	if g, ok := a[0].(*Generator); ok && t.throwsAnything(g) {
		if bad, isExc := err.(*Exc); isExc {
			e, err = bad, nil // which is not looked at
		}
		t.thrownArgs = thrownArgs{e, slices.DeleteFunc(slices.Clone(a[1:]), func(x Object) bool { return x == nil })}
	}
	if err != nil {
		return nil, err
	}
	v, err := stepped(a[0].(resumable).throw(t, e))
	t.thrownArgs = thrownArgs{}
	return v, err
}

// throwsAnything is whether a generator waits for an object of the program's that has a throw,
// which gets what throw was called with as it is.
func (t *Thread) throwsAnything(g *Generator) bool {
	it := g.waitsFor()
	for inner, ok := it.(*Generator); ok; inner, ok = it.(*Generator) {
		it = inner.waitsFor()
	}
	if it == nil {
		return false
	}
	if _, ok := it.(resumable); ok || !it.Class().Heap {
		return false
	}
	return it.Class().Lookup("throw") != nil
}

// thrownArgs are the arguments of a throw, and the exception that they are.
type thrownArgs struct {
	exc  *Exc
	args []Object
}

func resumableClose(t *Thread, a []Object) (Object, error) {
	return None, a[0].(resumable).close(t)
}

func nextOf(t *Thread, o Object) (Object, error) {
	v, result, err := o.(resumable).resume(t, None)
	if v == nil && err == nil && result != None {
		return nil, stop(result)
	}
	return v, err
}

// thrown is the exception that the arguments of throw stand for.
func (t *Thread) thrown(typ, val, tb Object) (*Exc, error) {
	trace, ok := tb.(*Traceback)
	if tb != nil && tb != None && !ok {
		return nil, Raise(TypeError, "throw() third argument must be a traceback object")
	}
	e, isExc := typ.(*Exc)
	c, isClass := typ.(*Class)
	switch {
	case isExc && val != nil && val != None:
		return nil, Raise(TypeError, "instance exception may not have a separate value")
	case isExc:
	case isClass && c.IsSubclass(BaseException):
		v, err := t.instantiate(c, val)
		if failed, ok := err.(*Exc); ok {
			v = failed // that is what the generator gets
		} else if err != nil {
			return nil, err
		}
		e = v
	default:
		return nil, Raise(TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", typ.Class().fullName())
	}
	if trace != nil {
		e.TB = trace
	}
	return e, nil
}

// instantiate makes an exception of a class and what was given for its value.
func (t *Thread) instantiate(c *Class, val Object) (*Exc, error) {
	var args []Object
	switch v := val.(type) {
	case nil, *noneType:
	case *Exc:
		if v.class.IsSubclass(c) {
			return v, nil
		}
		args = []Object{v}
	case *Tuple:
		args = v.Items
	default:
		args = []Object{v}
	}
	x, err := t.Call(c, args...)
	if err != nil {
		return nil, err
	}
	e, ok := x.(*Exc)
	if !ok {
		return nil, Raise(TypeError, "calling %s should have returned an instance of BaseException, not %s", Repr(t, c), x.Class().fullName())
	}
	return e, nil
}

func reprGenerator(_ *Thread, o Object) (Object, error) {
	g := o.(*Generator)
	return NewStr(fmt.Sprintf("<%s object %s at 0x%012x>", g.class.Name, g.QualName, uint64(identityHash(o))&0xffffffffffff)), nil
}

func (c *Class) addGeneratorFields(prefix string) {
	get := func(name string, f func(t *Thread, g *Generator) Object) *GetSet {
		return &GetSet{Name: name, Get: func(t *Thread, self Object) (Object, error) { return OrNone(f(t, self.(*Generator))), nil }}
	}
	waits := map[string]string{"gi": "gi_yieldfrom", "cr": "cr_await", "ag": "ag_await"}[prefix]
	c.addGetSets(
		get(prefix+"_frame", func(t *Thread, g *Generator) Object {
			if g.frame == nil {
				return nil
			}
			return t.FrameObject(g.frame)
		}),
		get(prefix+"_running", func(_ *Thread, g *Generator) Object { return Of(g.running || g.async.running) }),
		get(prefix+"_suspended", func(_ *Thread, g *Generator) Object {
			return Of(g.frame != nil && g.frame.pc > 0 && !g.running)
		}),
		get(prefix+"_code", func(_ *Thread, g *Generator) Object { return &Code{g.origin.Body.Code} }),
		get(waits, func(_ *Thread, g *Generator) Object { return g.waitsFor() }),
		nameField("__name__", func(g *Generator) *string { return &g.Name }),
		nameField("__qualname__", func(g *Generator) *string { return &g.QualName }),
	)
}

func nameField(name string, of func(*Generator) *string) *GetSet {
	return &GetSet{Name: name,
		Get: func(_ *Thread, self Object) (Object, error) { return NewStr(*of(self.(*Generator))), nil },
		Set: func(_ *Thread, self, v Object) error {
			s, ok := v.(*Str)
			if !ok {
				return Raise(TypeError, "%s must be set to a string object", name)
			}
			*of(self.(*Generator)) = s.s
			return nil
		}}
}

// A coroutineWrapper is what a coroutine's __await__ returns.
type coroutineWrapper struct{ g *Generator }

var coroutineWrapperClass = newNative("coroutine_wrapper")

// Class returns the class coroutine_wrapper.
func (*coroutineWrapper) Class() *Class { return coroutineWrapperClass }

func (w *coroutineWrapper) resume(t *Thread, sent Object) (v, result Object, err error) {
	return t.Resume(w.g, sent)
}

func (w *coroutineWrapper) throw(t *Thread, e *Exc) (v, result Object, err error) {
	return t.Throw(w.g, e)
}

func (w *coroutineWrapper) close(t *Thread) error { return w.g.close(t) }
