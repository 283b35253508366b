package py

// A Super is a super object.
type Super struct {
	This *Class
	Self Object // nil is none
	Of   *Class // where the search goes on after This
}

// Class returns the class super.
func (*Super) Class() *Class { return SuperClass }

func setupSuper() {
	s := &SuperClass.Slots
	s.New = newSuper
	s.Init = initSuper
	SuperClass.setGetAttr(superAttr)
	s.Repr = func(t *Thread, x Object) (Object, error) {
		p := Native(x).(*Super)
		if p.This == nil {
			return NewStr("<super: <class 'NULL'>, NULL>"), nil
		}
		if p.Self == nil {
			return NewStr("<super: <class '" + p.This.fullName() + "'>, NULL>"), nil
		}
		return NewStr("<super: <class '" + p.This.Name + "'>, <" + p.Of.Name + " object>>"), nil
	}
	s.DescrGet = func(t *Thread, self, obj Object, _ *Class) (Object, error) {
		p := Native(self).(*Super)
		if obj == nil || p.Self != nil || p.This == nil {
			return self, nil
		}
		if c := self.Class(); c != SuperClass {
			return t.Call(c, p.This, obj)
		}
		return t.superOf(p.This, obj)
	}
	SuperClass.addGetSets(
		&GetSet{Name: "__thisclass__", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			if c := Native(x).(*Super).This; c != nil {
				return c, nil
			}
			return None, nil
		}},
		&GetSet{Name: "__self__", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			if s := Native(x).(*Super).Self; s != nil {
				return s, nil
			}
			return None, nil
		}},
		&GetSet{Name: "__self_class__", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			if c := Native(x).(*Super).Of; c != nil {
				return c, nil
			}
			return None, nil
		}},
	)
}

// newSuper makes a super object; one of a subclass of the program's gets what it is of from
// __init__.
func newSuper(t *Thread, c *Class, a Args) (Object, error) {
	if c != SuperClass {
		return &Super{}, nil
	}
	return t.superFor(a)
}

func initSuper(t *Thread, x Object, a Args) error {
	s := x.(*Super)
	if s.This != nil {
		return nil // newSuper has done it
	}
	v, err := t.superFor(a)
	if err == nil {
		*s = *v.(*Super)
	}
	return err
}

func (t *Thread) superFor(a Args) (Object, error) {
	switch {
	case len(a.Names) > 0:
		return nil, Raise(TypeError, "super() takes no keyword arguments")
	case len(a.Pos) > 2:
		return nil, Raise(TypeError, "super() expected at most 2 arguments, got %d", len(a.Pos))
	case len(a.Pos) == 0:
		return t.superOfFrame()
	}
	c, ok := a.Pos[0].(*Class)
	if !ok {
		return nil, Raise(TypeError, "super() argument 1 must be a type, not %s", a.Pos[0].Class().fullName())
	}
	if len(a.Pos) == 1 || a.Pos[1] == None {
		return &Super{This: c}, nil
	}
	return t.superOf(c, a.Pos[1])
}

// superOf is super(c, x).
func (t *Thread) superOf(c *Class, x Object) (Object, error) {
	if k, ok := x.(*Class); ok && k.IsSubclass(c) {
		return &Super{c, x, k}, nil
	}
	if k := x.Class(); k.IsSubclass(c) {
		return &Super{c, x, k}, nil
	}
	v, err := t.Attr(x, "__class__")
	if err != nil {
		return nil, err
	}
	if k, ok := v.(*Class); ok && k.IsSubclass(c) {
		return &Super{c, x, k}, nil
	}
	return nil, Raise(TypeError, "super(type, obj): obj must be an instance or subtype of type")
}

// superOfFrame is super(): of the first argument and the variable __class__ of the
// function that calls it.
func (t *Thread) superOfFrame() (Object, error) {
	f := t.frame
	if f == nil {
		return nil, Raise(RuntimeError, "super(): no current frame")
	}
	b := f.Body
	if b.params == 0 {
		return nil, Raise(RuntimeError, "super(): no arguments")
	}
	self := f.regs[0]
	for _, r := range b.Cells {
		if c, ok := self.(*Cell); ok && r == 0 {
			self = c.Value
		}
	}
	if self == nil {
		return nil, Raise(RuntimeError, "super(): arg[0] deleted")
	}
	for i, v := range b.Free {
		if v.Name != "__class__" {
			continue
		}
		switch c := f.regs[len(b.Vars)+i].(*Cell).Value.(type) {
		case nil:
			return nil, Raise(RuntimeError, "super(): empty __class__ cell")
		case *Class:
			return t.superOf(c, self)
		default:
			return nil, Raise(RuntimeError, "super(): __class__ is not a type (%s)", c.Class().fullName())
		}
	}
	return nil, Raise(RuntimeError, "super(): __class__ cell not found")
}

// lookup finds an attribute in the classes after This, without binding it.
func (s *Super) lookup(name string) Object {
	past := false
	for _, k := range s.Of.MRO {
		if past {
			if v := k.Dict.GetStr(name); v != nil {
				return v
			}
		}
		past = past || k == s.This
	}
	return nil
}

// superAttr is an attribute of a super object x, which may be of a subclass.
func superAttr(t *Thread, x Object, name string) (Object, error) {
	s := Native(x).(*Super)
	if s.Self != nil && name != "__class__" {
		if v := s.lookup(name); v != nil {
			if s.Self == Object(s.Of) {
				return t.bindTo(v, nil, s.Of)
			}
			return t.bindTo(v, s.Self, s.Of)
		}
	}
	return t.genericAttr(x, name)
}
