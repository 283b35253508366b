package py

import "slices"

// members are a group's exceptions.
func (e *Exc) members() []Object {
	if x, ok := e.Fields["exceptions"].(*Tuple); ok {
		return x.Items
	}
	return nil
}

func (e *Exc) isGroup() bool { return e.class.IsSubclass(BaseExceptionGroup) }

func setupGroups() {
	g := BaseExceptionGroup
	g.Slots.New, g.Slots.Str = newGroup, strGroup
	g.addMethods(MethodTable{
		{"derive", "excs, /", groupDerive, ""},
		{"split", "condition, /", groupSplit, ""},
		{"subgroup", "condition, /", groupSubgroup, ""},
	})
	for _, name := range []string{"message", "exceptions"} {
		g.addGetSets(&GetSet{Name: name, Get: func(_ *Thread, self Object) (Object, error) { return self.(*Exc).field(name), nil },
			Set: func(*Thread, Object, Object) error { return Raise(AttributeError, "readonly attribute") }})
	}
	g.addClassMethods(MethodTable{{"__class_getitem__", "item, /", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""}})
	ExceptionGroup.Slots.New, ExceptionGroup.Slots.Str = newGroup, strGroup
}

func newGroup(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Pos) != 2 {
		return nil, Raise(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a.Pos))
	}
	if !IsInstance(a.Pos[0], StrClass) {
		return nil, Raise(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", argClass(a.Pos[0]))
	}
	items, err := t.groupItems(a.Pos[1])
	if err != nil {
		return nil, err
	}
	plain := !slices.ContainsFunc(items, func(x Object) bool { return !IsInstance(x, Exception) })
	switch {
	case cls == BaseExceptionGroup && plain:
		cls = ExceptionGroup
	case cls == ExceptionGroup && !plain:
		return nil, Raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case !plain && cls.IsSubclass(Exception):
		return nil, Raise(TypeError, "Cannot nest BaseExceptions in '%s'", cls.fullName())
	}
	e := &Exc{class: cls, Args: NewTuple(slices.Clone(a.Pos)...)}
	return e.With("message", a.Pos[0]).With("exceptions", NewTuple(items...)), nil
}

func (t *Thread) groupItems(x Object) ([]Object, error) {
	if !hasItems(x) {
		return nil, Raise(TypeError, "second argument (exceptions) must be a sequence")
	}
	items, err := t.Collect(x)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, Raise(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	for i, v := range items {
		if _, ok := v.(*Exc); !ok {
			return nil, Raise(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
	}
	return items, nil
}

// hasItems reports whether x can be asked for its items by number and is no mapping.
func hasItems(x Object) bool {
	c := x.Class()
	if _, ok := Native(x).(*Dict); ok {
		return false
	}
	if !c.Heap {
		return c.Slots.GetItem != nil && c.Slots.Len != nil
	}
	return c.Lookup("__getitem__") != nil
}

func groupDerive(t *Thread, a []Object) (Object, error) {
	return t.Call(BaseExceptionGroup, a[0].(*Exc).field("message"), a[1])
}

// A matcher says whether an exception is looked for.
type matcher func(e *Exc) (bool, error)

func (t *Thread) groupMatcher(x Object) (matcher, error) {
	if c, ok := x.(*Class); ok && c.IsSubclass(BaseException) {
		return func(e *Exc) (bool, error) { return e.class.IsSubclass(c), nil }, nil
	}
	if list, ok := Native(x).(*Tuple); ok {
		for _, c := range list.Items {
			if k, ok := c.(*Class); !ok || !k.IsSubclass(BaseException) {
				return nil, errCondition()
			}
		}
		return func(e *Exc) (bool, error) { return t.matches(e, list) }, nil
	}
	if _, ok := x.(*Class); !ok && t.callable(x) {
		return func(e *Exc) (bool, error) {
			v, err := t.Call(x, e)
			if err != nil {
				return false, err
			}
			return t.Truth(v)
		}, nil
	}
	return nil, errCondition()
}

func errCondition() error {
	return Raise(TypeError, "expected a function, exception type or tuple of exception types")
}

// split has the parts of e that match, and that don't; nil is none. The groups of both are
// shaped as e.
func (t *Thread) split(e *Exc, m matcher, wantRest bool) (match, rest Object, err error) {
	if err := t.enterFor(" in exceptiongroup_split_recursive"); err != nil {
		return nil, nil, err
	}
	defer t.leave()
	ok, err := m(e)
	switch {
	case err != nil:
		return nil, nil, err
	case ok:
		return e, nil, nil
	case !e.isGroup():
		return nil, e, nil
	}
	var in, out []Object
	for _, x := range e.members() {
		a, b, err := t.split(x.(*Exc), m, wantRest)
		if err != nil {
			return nil, nil, err
		}
		if a != nil {
			in = append(in, a)
		}
		if b != nil {
			out = append(out, b)
		}
	}
	if match, err = t.subset(e, in); err != nil || !wantRest {
		return match, nil, err
	}
	rest, err = t.subset(e, out)
	return match, rest, err
}

// subset is e with only some exceptions, or nil for none.
func (t *Thread) subset(e *Exc, members []Object) (Object, error) {
	if len(members) == 0 {
		return nil, nil
	}
	derive, err := t.GetAttr(e, "derive")
	if err != nil {
		return nil, err
	}
	v, err := t.Call(derive, NewList(members...))
	if err != nil {
		return nil, err
	}
	g, ok := v.(*Exc)
	if !ok || !g.isGroup() {
		return nil, Raise(TypeError, "derive must return an instance of BaseExceptionGroup")
	}
	g.TB, g.Context, g.Cause, g.Suppress = e.TB, e.Context, e.Cause, e.Cause != nil
	notes, err := t.Attr(e, "__notes__")
	if err != nil || notes == nil {
		return g, err
	}
	if hasItems(notes) {
		items, err := t.Collect(notes)
		if err != nil {
			return nil, err
		}
		return g, t.SetAttr(g, "__notes__", NewList(items...))
	}
	return g, nil
}

func groupSplit(t *Thread, a []Object) (Object, error) {
	m, err := t.groupMatcher(a[1])
	if err != nil {
		return nil, err
	}
	match, rest, err := t.split(a[0].(*Exc), m, true)
	return NewTuple(OrNone(match), OrNone(rest)), err
}

func groupSubgroup(t *Thread, a []Object) (Object, error) {
	m, err := t.groupMatcher(a[1])
	if err != nil {
		return nil, err
	}
	match, _, err := t.split(a[0].(*Exc), m, false)
	return OrNone(match), err
}
