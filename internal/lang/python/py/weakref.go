package py

import "weak"

// A WeakRef is a weakref.ref. What it refers to is gone once Go's collector has found
// that nothing else has it; its callback is called when gc.collect has had it look.
type WeakRef struct {
	get      func() Object // nil when it is gone
	Callback Object        // nil is none
	hash     int64
	hashed   bool
}

// WeakRefClass is the class weakref.ReferenceType.
var WeakRefClass = newNative("ReferenceType")

// A WeaklyReferable is an object of the library that weak references can be made to.
type WeaklyReferable interface {
	Object
	// Weakly returns what gives the object, or nil when it is gone.
	Weakly() func() Object
}

// Class returns the class weakref.ReferenceType.
func (*WeakRef) Class() *Class { return WeakRefClass }

// Get is the object, or nil when it is gone.
func (r *WeakRef) Get() Object { return r.get() }

// NewWeakRef returns a reference to an object of a class that allows it.
func NewWeakRef(x Object) (*WeakRef, error) {
	var get func() Object
	switch o := x.(type) {
	case *Instance:
		if o.class.Heap && (o.class.hasWeak || weakNative(o.Native)) {
			get = weakly(o)
		}
	case *Func:
		get = weakly(o)
	case *Class:
		get = weakly(o)
	case *Method:
		get = weakly(o)
	case *Builtin:
		get = weakly(o)
	case *Module:
		get = weakly(o)
	case *Generator:
		get = weakly(o)
	case *Set:
		get = weakly(o)
	case *Deque:
		get = weakly(o)
	case weaklyHeld:
		get = o.weakly()
	case WeaklyReferable:
		get = o.Weakly()
	case *Exc:
		if o.class.Heap {
			get = weakly(o)
		}
	}
	if get == nil {
		return nil, Raise(TypeError, "cannot create weak reference to '%s' object", x.Class().fullName())
	}
	return &WeakRef{get: get}, nil
}

func weakNative(x Object) bool {
	switch x.(type) {
	case *Set, *Deque, weaklyHeld, WeaklyReferable:
		return true
	}
	return false
}

func weakly[T any, P interface {
	*T
	Object
}](x P) func() Object {
	w := weak.Make((*T)(x))
	return func() Object {
		if p := w.Value(); p != nil {
			return P(p)
		}
		return nil
	}
}

func setupWeakRefs() {
	WeakRefClass.Module = "weakref"
	s := &WeakRefClass.Slots
	s.New = func(t *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Pos) < 1 || len(a.Pos) > 2 {
			return nil, Raise(TypeError, "__new__ expected at least 1 argument, got %d", len(a.Pos))
		}
		r, err := NewWeakRef(a.Pos[0])
		if err != nil {
			return nil, err
		}
		t.In.left.watchWeakly(a.Pos[0])
		if len(a.Pos) == 2 && a.Pos[1] != None {
			t.expect(r, a.Pos[1])
		}
		return r, nil
	}
	s.Call = func(_ *Thread, x Object, a Args) (Object, error) {
		if !noArgs(a) {
			return nil, Raise(TypeError, "weakref.ReferenceType.__call__() takes no arguments (%d given)", len(a.Pos))
		}
		return OrNone(Native(x).(*WeakRef).get()), nil
	}
	s.Repr = func(_ *Thread, x Object) (Object, error) {
		text := "<weakref at " + address(x) + "; "
		if o := Native(x).(*WeakRef).get(); o != nil {
			return NewStr(text + "to '" + o.Class().fullName() + "' at " + address(o) + ">"), nil
		}
		return NewStr(text + "dead>"), nil
	}
	s.Hash = func(t *Thread, x Object) (int64, error) { return Native(x).(*WeakRef).hashOf(t) }
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		a, ok := Native(x).(*WeakRef)
		b, ok2 := Native(y).(*WeakRef)
		if !ok || !ok2 || op != EQ && op != NE {
			return NotImplemented, nil
		}
		o, p := a.get(), b.get()
		if o == nil || p == nil {
			return Of((a == b) == (op == EQ)), nil
		}
		return t.Compare(op, o, p)
	}
	WeakRefClass.addGetSets(&GetSet{Name: "__callback__", Get: func(_ *Thread, x Object) (Object, error) {
		return OrNone(Native(x).(*WeakRef).Callback), nil
	}})
}

func (r *WeakRef) hashOf(t *Thread) (int64, error) {
	if r.hashed {
		return r.hash, nil
	}
	o := r.get()
	if o == nil {
		return 0, Raise(TypeError, "weak object has gone away")
	}
	h, err := Hash(t, o)
	if err == nil {
		r.hash, r.hashed = h, true
	}
	return h, err
}
