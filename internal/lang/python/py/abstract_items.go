package py

// Len is len(x).
func (t *Thread) Len(x Object) (int, error) {
	c := x.Class()
	if !c.Heap {
		if c.Slots.Len == nil {
			return 0, Raise(TypeError, "object of type '%s' has no len()", c.fullName())
		}
		if err := t.enterNative(); err != nil {
			return 0, err
		}
		n, err := c.Slots.Len(t, x)
		t.leaveNative()
		return n, err
	}
	v, found, err := t.callSpecial(x, "__len__")
	if err != nil {
		return 0, err
	}
	if !found {
		return 0, Raise(TypeError, "object of type '%s' has no len()", c.fullName())
	}
	v, err = t.IndexObject(v)
	if err != nil {
		return 0, err
	}
	n, small := v.(Int)
	switch {
	case small && n >= 0:
		return int(n), nil
	case !small && v.(*BigInt).V.Sign() > 0:
		return 0, Raise(OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	return 0, Raise(ValueError, "__len__() should return >= 0")
}

// GetItem is x[key].
func (t *Thread) GetItem(x, key Object) (Object, error) {
	c := x.Class()
	if !c.Heap {
		if c.Slots.GetItem != nil {
			if err := t.enterNative(); err != nil {
				return nil, err
			}
			v, err := c.Slots.GetItem(t, x, key)
			t.leaveNative()
			return v, err
		}
		if k, ok := x.(*Class); ok {
			return t.classItem(k, key)
		}
		return nil, Raise(TypeError, "'%s' object is not subscriptable", c.fullName())
	}
	if d := plainDict(x, c, "__getitem__"); d != nil {
		if v, err := d.Get(t, key); v != nil || err != nil {
			return v, err
		}
	}
	v, found, err := t.callSpecial(x, "__getitem__", key)
	if !found && err == nil {
		if k, ok := x.(*Class); ok {
			return t.classItem(k, key)
		}
		return nil, Raise(TypeError, "'%s' object is not subscriptable", c.fullName())
	}
	return v, err
}

// ItemAt is GetItem of an index from 0 on, which costs a list no object of the number.
func (t *Thread) ItemAt(x Object, i int) (Object, error) {
	if l, ok := x.(*List); ok && i < len(l.Items) {
		return l.Items[i], nil
	}
	return t.GetItem(x, MakeInt(int64(i)))
}

// classItem is Class[key], by __class_getitem__.
func (t *Thread) classItem(c *Class, key Object) (Object, error) {
	if m := c.Lookup("__class_getitem__"); m != nil {
		m, err := t.bindTo(m, nil, c)
		if err != nil {
			return nil, err
		}
		if b, ok := m.(*Func); ok { // an implicit class method
			return t.Call(b, c, key)
		}
		return t.Call(m, key)
	}
	if c == TypeClass {
		return NewGenericAlias(c, key), nil
	}
	return nil, Raise(TypeError, "type '%s' is not subscriptable", c.fullName())
}

// SetItem is x[key] = v.
func (t *Thread) SetItem(x, key, v Object) error {
	c := x.Class()
	if !c.Heap {
		if c.Slots.SetItem == nil {
			return Raise(TypeError, "'%s' object does not support item assignment", c.fullName())
		}
		if err := t.enterNative(); err != nil {
			return err
		}
		err := c.Slots.SetItem(t, x, key, v)
		t.leaveNative()
		return err
	}
	if d := plainDict(x, c, "__setitem__"); d != nil {
		return d.Set(t, key, v)
	}
	_, found, err := t.callSpecial(x, "__setitem__", key, v)
	if !found && err == nil {
		if c.Lookup("__delitem__") != nil {
			return Raise(AttributeError, "__setitem__")
		}
		return Raise(TypeError, "'%s' object does not support item assignment", c.fullName())
	}
	return err
}

// DelItem is del x[key].
func (t *Thread) DelItem(x, key Object) error {
	c := x.Class()
	if !c.Heap {
		if c.Slots.DelItem == nil {
			return noDeletion(c, key)
		}
		if err := t.enterNative(); err != nil {
			return err
		}
		err := c.Slots.DelItem(t, x, key)
		t.leaveNative()
		return err
	}
	_, found, err := t.callSpecial(x, "__delitem__", key)
	if !found && err == nil {
		if c.Lookup("__setitem__") != nil {
			return Raise(AttributeError, "__delitem__")
		}
		return noDeletion(c, key)
	}
	return err
}

// noDeletion words what CPython says in two ways: of what might be a sequence, and an
// index, and of all else.
func noDeletion(c *Class, key Object) error {
	if k := key.Class(); (c.Heap || c.Slots.Len != nil) && k.Lookup("__index__") != nil {
		return Raise(TypeError, "'%s' object doesn't support item deletion", c.fullName())
	}
	return Raise(TypeError, "'%s' object does not support item deletion", c.fullName())
}

// Contains is item in x.
func (t *Thread) Contains(x, item Object) (bool, error) {
	c := x.Class()
	if !c.Heap {
		if c.Slots.Contains != nil {
			if err := t.enterNative(); err != nil {
				return false, err
			}
			found, err := c.Slots.Contains(t, x, item)
			t.leaveNative()
			return found, err
		}
	} else {
		if c.Lookup("__contains__") == None {
			return false, Raise(TypeError, "'%s' object is not a container", c.fullName())
		}
		v, found, err := t.callSpecial(x, "__contains__", item)
		if err != nil {
			return false, err
		}
		if found {
			return t.Truth(v)
		}
	}
	it, err := t.Iter(x)
	if err != nil {
		if Caught(err, TypeError) != nil {
			return false, Raise(TypeError, "argument of type '%s' is not iterable", c.fullName())
		}
		return false, err
	}
	for {
		if err := t.Poll(); err != nil {
			return false, err
		}
		v, err := t.Next(it)
		if v == nil || err != nil {
			return false, err
		}
		if same, err := t.SameOrEqual(v, item); same || err != nil {
			return same, err
		}
	}
}

// Index is the int that x is, by __index__. One beyond Go's int is an IndexError.
func (t *Thread) Index(x Object) (int, error) {
	if i, ok := x.(Int); ok {
		return int(i), nil
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	if i, ok := v.(Int); ok {
		return int(i), nil
	}
	return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
}

// ItemIndex is Index for x[i], where another error says that i is too great.
func (t *Thread) ItemIndex(i Object) (int, error) { return t.fitIndex(i, IndexError, "index") }

// SizeIndex is Index for how much is asked for, where another error says that n is too great.
func (t *Thread) SizeIndex(n Object) (int, error) { return t.fitIndex(n, OverflowError, "index") }

// OffsetIndex is Index for a place in a file, where another error says that at is too great.
func (t *Thread) OffsetIndex(at Object) (int, error) { return t.fitIndex(at, ValueError, "offset") }

// fitIndex is the int that x is; one beyond Go's int is a tooGreat, which says what for.
func (t *Thread) fitIndex(x Object, tooGreat *Class, what string) (int, error) {
	if n, ok := x.(Int); ok {
		return int(n), nil
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	if n, ok := v.(Int); ok {
		return int(n), nil
	}
	return 0, Raise(tooGreat, "cannot fit '%s' into an %s-sized integer", x.Class().fullName(), what)
}

// IndexObject is the Int or *BigInt that x is, by __index__.
func (t *Thread) IndexObject(x Object) (Object, error) {
	switch v := Native(x).(type) {
	case Int, *BigInt:
		return v, nil
	case *Bool:
		if v.v {
			return MakeInt(1), nil
		}
		return MakeInt(0), nil
	}
	v, found, err := t.callSpecial(x, "__index__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "'%s' object cannot be interpreted as an integer", x.Class().fullName())
	}
	if n := asInt(v); n != nil {
		return n, t.warnSubclass(IntClass, "__index__", v)
	}
	return nil, Raise(TypeError, "__index__ returned non-int (type %s)", v.Class().fullName())
}
