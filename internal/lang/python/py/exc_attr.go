package py

import "slices"

// field is what a field has for a value, or None. One that nobody set is read from the
// arguments: exceptions that Go functions raise have no more.
func (e *Exc) field(name string) Object {
	if v := e.Fields[name]; v != nil {
		return v
	}
	args := e.Args.Items
	switch name {
	case "value":
		if len(args) > 0 {
			return args[0]
		}
	case "code":
		if len(args) > 1 {
			return e.Args
		} else if len(args) == 1 {
			return args[0]
		}
	case "msg":
		if e.class.IsSubclass(ImportError) && len(args) == 1 || e.class.IsSubclass(SyntaxError) && len(args) > 0 {
			return args[0]
		}
	default:
		return e.unicodeField(name)
	}
	return None
}

func (e *Exc) unicodeField(name string) Object {
	fields := codecFields
	if e.class.IsSubclass(UnicodeTranslateError) {
		fields = translateFields
	}
	if i := slices.Index(fields, name); i >= 0 && e.class.IsSubclass(UnicodeError) && len(e.Args.Items) == len(fields) {
		return e.Args.Items[i]
	}
	return None
}

// addFields gives a class an attribute for each field.
func (c *Class) addFields(names ...string) {
	for _, name := range names {
		c.addGetSets(&GetSet{Name: name,
			Get: func(_ *Thread, self Object) (Object, error) { return self.(*Exc).field(name), nil },
			Set: func(_ *Thread, self, v Object) error {
				e := self.(*Exc)
				if v == nil {
					v = None
				}
				e.With(name, v)
				return nil
			}})
	}
}

// chain returns the attribute of an exception that another comes from.
func chainAttr(name, what string, get func(*Exc) Object, set func(e, v *Exc)) *GetSet {
	return &GetSet{Name: name,
		Get: func(_ *Thread, self Object) (Object, error) { return get(self.(*Exc)), nil },
		Set: func(_ *Thread, self, v Object) error {
			x, ok := v.(*Exc)
			switch {
			case v == nil:
				return Raise(TypeError, "%s may not be deleted", name)
			case !ok && v != None:
				return Raise(TypeError, "exception %s must be None or derive from BaseException", what)
			}
			set(self.(*Exc), x)
			return nil
		}}
}

func causeOf(e *Exc) Object {
	if e.Cause == nil {
		return None
	}
	return e.Cause
}

func contextOf(e *Exc) Object {
	if e.Context == nil {
		return None
	}
	return e.Context
}

// setupBaseException has what all exceptions have.
func setupBaseException() {
	c := BaseException
	c.Slots.New, c.Slots.Init, c.Slots.Repr, c.Slots.Str = newExc, initExc, reprExc, strExc
	c.addMethods(MethodTable{
		{"with_traceback", "tb, /", excWithTraceback, ""},
		{"add_note", "note, /", excAddNote, ""},
		{"__setstate__", "state, /", excSetState, ""},
		{"__reduce__", "", excReduce, ""},
	})
	c.addGetSets(
		&GetSet{Name: "args", Get: func(_ *Thread, self Object) (Object, error) { return self.(*Exc).Args, nil }, Set: setExcArgs},
		&GetSet{Name: "__dict__", Get: func(_ *Thread, self Object) (Object, error) { return attributes(self, true), nil }, Set: setExcDict},
		&GetSet{Name: "__traceback__", Get: func(_ *Thread, self Object) (Object, error) { return self.(*Exc).traceback(), nil }, Set: setTraceback},
		&GetSet{Name: "__suppress_context__",
			Get: func(_ *Thread, self Object) (Object, error) { return Of(self.(*Exc).Suppress), nil }, Set: setSuppress},
		chainAttr("__cause__", "cause", causeOf, func(e, v *Exc) {
			e.Cause, e.Suppress = nil, true
			if v != nil {
				e.Cause = v
			}
		}),
		chainAttr("__context__", "context", contextOf, func(e, v *Exc) { e.Context = v }),
	)
}

func setExcArgs(t *Thread, self, v Object) error {
	if v == nil {
		return Raise(TypeError, "args may not be deleted")
	}
	items, err := t.Collect(v)
	if err == nil {
		self.(*Exc).Args = NewTuple(items...)
	}
	return err
}

func setExcDict(_ *Thread, self, v Object) error {
	d, ok := Native(v).(*Dict)
	if !ok {
		if v == nil {
			return Raise(TypeError, "cannot delete __dict__")
		}
		return Raise(TypeError, "__dict__ must be set to a dictionary, not a '%s'", v.Class().fullName())
	}
	self.(*Exc).dict = d
	return nil
}

func setTraceback(_ *Thread, self, v Object) error {
	tb, ok := v.(*Traceback)
	switch {
	case v == nil:
		return Raise(TypeError, "__traceback__ may not be deleted")
	case !ok && v != None:
		return Raise(TypeError, "__traceback__ must be a traceback or None")
	}
	self.(*Exc).TB = tb
	return nil
}

func setSuppress(_ *Thread, self, v Object) error {
	b, ok := v.(*Bool)
	switch {
	case v == nil:
		return Raise(TypeError, "can't delete numeric/char attribute")
	case !ok:
		return Raise(TypeError, "attribute value type must be bool")
	}
	self.(*Exc).Suppress = b.v
	return nil
}

func excWithTraceback(t *Thread, a []Object) (Object, error) {
	return a[0], setTraceback(t, a[0], a[1])
}

func excAddNote(t *Thread, a []Object) (Object, error) {
	if _, ok := Native(a[1]).(*Str); !ok {
		return nil, Raise(TypeError, "note must be a str, not '%s'", a[1].Class().fullName())
	}
	notes, err := t.Attr(a[0], "__notes__")
	if err != nil {
		return nil, err
	}
	if notes == nil {
		notes = NewList()
		if err := t.SetAttr(a[0], "__notes__", notes); err != nil {
			return nil, err
		}
	}
	l, ok := Native(notes).(*List)
	if !ok {
		return nil, Raise(TypeError, "Cannot add note: __notes__ is not a list")
	}
	l.Items = append(l.Items, a[1])
	return None, nil
}

func excSetState(t *Thread, a []Object) (Object, error) {
	if a[1] == None {
		return None, nil
	}
	d, ok := Native(a[1]).(*Dict)
	if !ok {
		return nil, Raise(TypeError, "state is not a dictionary")
	}
	var c Cursor
	for k, v := c.Next(d); k != nil; k, v = c.Next(d) {
		name, ok := Native(k).(*Str)
		if !ok {
			return nil, Raise(TypeError, "attribute name must be string, not '%s'", k.Class().fullName())
		}
		if err := t.SetAttr(a[0], name.s, v); err != nil {
			return nil, err
		}
	}
	return None, nil
}

// excReduce is what copies are made from.
func excReduce(_ *Thread, a []Object) (Object, error) {
	e := a[0].(*Exc)
	args := e.Args
	if f := e.Fields["filename"]; f != nil && e.class.IsSubclass(OSError) && len(args.Items) == 2 {
		args = NewTuple(args.Items[0], args.Items[1], f)
		if g := e.Fields["filename2"]; g != nil {
			args = NewTuple(args.Items[0], args.Items[1], f, None, g)
		}
	}
	if e.dict != nil && e.dict.used > 0 {
		return NewTuple(e.class, args, e.dict), nil
	}
	return NewTuple(e.class, args), nil
}
