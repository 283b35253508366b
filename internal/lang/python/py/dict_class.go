package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

var dictSig = Sign("mapping=, /, **more")

func setupDicts() {
	c := DictClass
	s := &c.Slots
	s.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return ofClass(cls, NewDict()), nil }
	s.Init = func(t *Thread, self Object, a Args) error { return t.dictUpdate("dict", asDict(self), a) }
	s.Repr = reprDict
	s.Len = func(_ *Thread, o Object) (int, error) { return asDict(o).used, nil }
	s.Compare = compareDicts
	s.Contains = func(t *Thread, o, key Object) (bool, error) { return asDict(o).Has(t, key) }
	s.Iter = func(_ *Thread, o Object) (Object, error) { return newDictIterator(asDict(o), dictKeys), nil }
	s.Reversed = func(_ *Thread, o Object) (Object, error) { return newDictReverser(asDict(o), dictKeys), nil }
	s.GetItem = dictGetItem
	s.SetItem = func(t *Thread, o, key, v Object) error { return asDict(o).Set(t, key, v) }
	s.DelItem = func(t *Thread, o, key Object) error {
		v, err := asDict(o).Del(t, key)
		if err == nil && v == nil {
			return NewExc(KeyError, key)
		}
		return err
	}
	s.Binary[ast.BitOr], s.Reflected[ast.BitOr] = dictOr, dictOr
	s.Inplace[ast.BitOr] = func(t *Thread, x, y Object) (Object, error) { return x, t.updateFrom(asDict(x), y) }
	c.unhashable()
	c.genericAlias()
	c.addMethods(dictMethods())
	c.addClassMethods(MethodTable{{"fromkeys", "iterable, value=None, /", dictFromKeys, ""}})
}

// plainDict is the dict that x, of the program's class c, is, where a method is dict's own;
// else nil.
func plainDict(x Object, c *Class, method string) *Dict {
	o, ok := x.(*Instance)
	if !ok {
		return nil
	}
	d, ok := o.Native.(*Dict)
	if !ok || c.Lookup(method) != DictClass.Lookup(method) {
		return nil
	}
	return d
}

func asDict(o Object) *Dict { return Native(o).(*Dict) }

// Has reports whether a key is there.
func (d *Dict) Has(t *Thread, key Object) (bool, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := d.find(t, key, hash)
	return i >= 0, err
}

// dictGetItem is d[key]. o may be an instance of a subclass, which may have __missing__.
func dictGetItem(t *Thread, o, key Object) (Object, error) {
	v, err := asDict(o).Get(t, key)
	if v != nil || err != nil {
		return v, err
	}
	if o.Class().Heap {
		v, found, err := t.callSpecial(o, "__missing__", key)
		if found || err != nil {
			return v, err
		}
	}
	return nil, NewExc(KeyError, key)
}

func reprDict(t *Thread, o Object) (Object, error) {
	d := asDict(o)
	if d.used == 0 {
		return NewStr("{}"), nil
	}
	return t.reprGuarded(d, "{...}", func() (string, error) {
		b := []byte("{")
		var c Cursor
		for k, v := c.Next(d); k != nil; k, v = c.Next(d) {
			if len(b) > 1 {
				b = append(b, ", "...)
			}
			key, err := t.reprText(k)
			if err != nil {
				return "", err
			}
			value, err := t.reprText(v)
			if err != nil {
				return "", err
			}
			if len(b)+len(key)+len(value) > maxBytes {
				return "", NewExc(MemoryError)
			}
			b = append(append(append(b, key...), ": "...), value...)
			if err := t.Poll(); err != nil {
				return "", err
			}
		}
		return string(append(b, '}')), nil
	})
}

func compareDicts(t *Thread, op Cmp, x, y Object) (Object, error) {
	a, ok := Native(x).(*Dict)
	b, ok2 := Native(y).(*Dict)
	if !ok || !ok2 || op != EQ && op != NE {
		return NotImplemented, nil
	}
	same, err := t.equalDicts(a, b)
	return Of(same == (op == EQ)), err
}

func (t *Thread) equalDicts(a, b *Dict) (bool, error) {
	if a.used != b.used {
		return false, nil
	}
	var c Cursor
	for n := 0; ; n++ {
		k, v := c.Next(a)
		if k == nil {
			return true, nil
		}
		i, err := b.find(t, k, a.entries[c.at-1].hash)
		if i < 0 {
			return false, err
		}
		if same, err := t.SameOrEqual(v, b.entries[i].value); !same || err != nil {
			return false, err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return false, err
			}
		}
	}
}

func dictOr(t *Thread, x, y Object) (Object, error) {
	a, ok := Native(x).(*Dict)
	b, ok2 := Native(y).(*Dict)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	c := a.Copy()
	return c, c.Merge(t, b)
}

func dictFromKeys(t *Thread, a []Object) (Object, error) {
	v := a[2]
	if v == nil {
		v = None
	}
	if a[0] == Object(DictClass) {
		d := NewDict()
		return d, t.Each(a[1], func(k Object) error { return d.Set(t, k, v) })
	}
	d, err := t.Call(a[0])
	if err != nil {
		return nil, err
	}
	return d, t.Each(a[1], func(k Object) error { return t.SetItem(d, k, v) })
}
