package io

import "github.com/elide-dev/elided/internal/lang/python/py"

// keepsState gives a class of files in memory the state that copies and pickles have: the contents, of
// a text how its lines end, the position, and the attributes.
func keepsState(c *py.Class) {
	c.AddWholeMethods(py.MethodTable{
		{Name: "__getstate__", Fn: getState},
		{Name: "__setstate__", Signature: "state, /", Fn: setState},
	})
}

func getState(t *py.Thread, a []py.Object) (py.Object, error) {
	f := py.Native(a[0]).(*file)
	value, err := getValue(t, f, nil)
	if err != nil {
		return nil, err
	}
	at, err := tell(t, f, []py.Object{a[0]})
	if err != nil {
		return nil, err
	}
	var own py.Object = py.None
	d, err := t.GetAttr(a[0], "__dict__")
	if err != nil {
		return nil, err
	}
	if attrs, ok := d.(*py.Dict); ok && attrs.Len() > 0 {
		own = attrs.Copy()
	}
	if !f.text {
		return py.NewTuple(value, at, own), nil
	}
	var newline py.Object = py.NewStr(f.newline)
	if f.universal {
		newline = py.None
	}
	return py.NewTuple(value, newline, at, own), nil
}

func setState(t *py.Thread, a []py.Object) (py.Object, error) {
	f := py.Native(a[0]).(*file)
	if err := f.usable(); err != nil {
		return nil, err
	}
	n, places := 3, []string{"second", "third"}
	if f.text {
		n, places = 4, []string{"third", "fourth"}
	}
	s, ok := py.Native(a[1]).(*py.Tuple)
	if !ok || len(s.Items) < n {
		return nil, py.Raise(py.TypeError, "_io.%s.__setstate__ argument should be %d-tuple, got %s", f.Class().Name, n, a[1].Class().FullName())
	}
	at, own := s.Items[n-2], s.Items[n-1]
	if !py.IsInstance(at, py.IntClass) {
		return nil, py.Raise(py.TypeError, "%s item of state must be an integer, got %s", places[0], at.Class().FullName())
	}
	attrs, ok := own.(*py.Dict)
	if !ok && own != py.None {
		return nil, py.Raise(py.TypeError, "%s item of state should be a dict, got a %s", places[1], own.Class().FullName())
	}
	if err := f.refill(t, s.Items[:n-2], at); err != nil {
		return nil, err
	}
	return py.None, addAttributes(t, a[0], attrs)
}

// refill makes a file in memory anew: of its contents as they are, whose ends of lines stay.
func (f *file) refill(t *py.Thread, args []py.Object, at py.Object) error {
	if m, ok := f.of.(*memory); ok {
		if err := m.unseen(t); err != nil {
			return err
		}
	}
	make := newBytesIO
	if f.text {
		make = newStringIO
	}
	made, err := make(t, py.Args{Pos: args})
	if err != nil {
		return err
	}
	if s, ok := py.Native(args[0]).(*py.Str); ok && f.text {
		made.of.(*memory).data = []byte(s.String())
	}
	to, err := t.Index(at)
	if err != nil {
		return err
	}
	if to < 0 {
		return py.Raise(py.ValueError, "position value cannot be negative")
	}
	made.Own = f.Own
	*f = *made
	_, err = seek(t, f, []py.Object{nil, at, py.MakeInt(0)})
	return err
}

func addAttributes(t *py.Thread, x py.Object, attrs *py.Dict) error {
	if attrs == nil || attrs.Len() == 0 {
		return nil
	}
	own, err := t.GetAttr(x, "__dict__")
	if err != nil {
		return err
	}
	_, err = t.CallMethod(own, "update", attrs)
	return err
}
