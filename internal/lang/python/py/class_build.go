package py

import "slices"

// buildClass is __build_class__: it runs the body of a class statement.
func buildClass(t *Thread, a Args) (Object, error) {
	if len(a.Pos) < 2 {
		return nil, Raise(TypeError, "__build_class__: not enough arguments")
	}
	fn, ok := a.Pos[0].(*Func)
	if !ok {
		return nil, Raise(TypeError, "__build_class__: func must be a function")
	}
	name, ok := a.Pos[1].(*Str)
	if !ok {
		return nil, Raise(TypeError, "__build_class__: name is not a string")
	}
	given := a.Pos[2:]
	bases, err := t.resolveBases(given)
	if err != nil {
		return nil, err
	}
	a.Pos = []Object{name, NewTuple(bases...), nil}
	meta, a, err := t.statedMeta(bases, a)
	if err != nil {
		return nil, err
	}
	names, err := t.prepare(meta, a)
	if err != nil {
		return nil, err
	}
	if _, err := t.execBody(fn, names); err != nil {
		return nil, err
	}
	if !slices.Equal(bases, given) {
		if err := t.SetItem(names, NewStr("__orig_bases__"), NewTuple(slices.Clone(given)...)); err != nil {
			return nil, err
		}
	}
	cell, err := t.nameIn(names, NewStr("__classcell__"))
	if err != nil {
		return nil, err
	}
	a.Pos[2] = names
	cls, err := t.CallArgs(meta, a)
	if err != nil {
		return nil, err
	}
	return cls, t.checkCell(cell, name, cls)
}

// checkCell checks that the cell of __class__ has come to the class.
func (t *Thread) checkCell(cell Object, name *Str, cls Object) error {
	c, ok := cell.(*Cell)
	if _, class := cls.(*Class); !ok || !class || c.Value == cls {
		return nil
	}
	text, err := t.reprText(cls)
	if err != nil {
		return err
	}
	if c.Value == nil {
		return Raise(RuntimeError, "__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name.s, text)
	}
	was, err := t.reprText(c.Value)
	if err != nil {
		return err
	}
	return Raise(TypeError, "__class__ set to %s defining '%s' as %s", was, name.s, text)
}

// resolveBases asks bases that are no classes for those that they stand for.
func (t *Thread) resolveBases(given []Object) ([]Object, error) {
	bases := make([]Object, 0, len(given))
	for _, b := range given {
		if _, ok := b.(*Class); ok {
			bases = append(bases, b)
			continue
		}
		m, err := t.Attr(b, "__mro_entries__")
		if err != nil {
			return nil, err
		}
		if m == nil {
			bases = append(bases, b)
			continue
		}
		v, err := t.Call(m, NewTuple(slices.Clone(given)...))
		if err != nil {
			return nil, err
		}
		list, ok := Native(v).(*Tuple)
		if !ok {
			return nil, Raise(TypeError, "__mro_entries__ must return a tuple")
		}
		bases = append(bases, list.Items...)
	}
	return bases, nil
}

// statedMeta is the metaclass of a class statement, and the arguments without it.
func (t *Thread) statedMeta(bases []Object, a Args) (Object, Args, error) {
	var meta Object = TypeClass
	if i := slices.IndexFunc(a.Names, func(s *Str) bool { return s.s == "metaclass" }); i >= 0 {
		meta = a.Named[i]
		a.Names, a.Named = slices.Delete(slices.Clone(a.Names), i, i+1), slices.Delete(slices.Clone(a.Named), i, i+1)
	} else if len(bases) > 0 {
		meta = bases[0].Class()
	}
	if c, ok := meta.(*Class); ok {
		best, err := bestMeta(c, bases)
		return best, a, err
	}
	return meta, a, nil
}

// bestMeta is the most derived of a metaclass and those of bases.
func bestMeta(meta *Class, bases []Object) (*Class, error) {
	for _, b := range bases {
		m := b.Class()
		if meta.IsSubclass(m) {
			continue
		}
		if !m.IsSubclass(meta) {
			return nil, Raise(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
		meta = m
	}
	return meta, nil
}

// prepare makes the mapping that a class's body runs in.
func (t *Thread) prepare(meta Object, a Args) (Object, error) {
	if meta == TypeClass {
		return NewDict(), nil
	}
	m, err := t.Attr(meta, "__prepare__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return NewDict(), nil
	}
	a.Pos = a.Pos[:2]
	names, err := t.CallArgs(m, a)
	if err != nil {
		return nil, err
	}
	if _, ok := Native(names).(*Dict); ok {
		return names, nil
	}
	c := names.Class()
	if c.Heap && c.Lookup("__getitem__") != nil || !c.Heap && c.Slots.GetItem != nil {
		return names, nil
	}
	owner := "<metaclass>"
	if k, ok := meta.(*Class); ok {
		owner = k.Name
	}
	return nil, Raise(TypeError, "%s.__prepare__() must return a mapping, not %s", owner, c.fullName())
}
