package py

func dictMethods() MethodTable {
	return MethodTable{
		{"get", "key, default=None, /", dictGet, ""},
		{"setdefault", "key, default=None, /", dictSetDefault, ""},
		{"pop", "key, default=, /", dictPop, ""},
		{"popitem", "", dictPopItem, ""},
		{"keys", "", func(_ *Thread, a []Object) (Object, error) { return &dictView{d: asDict(a[0]), kind: dictKeys}, nil }, ""},
		{"values", "", func(_ *Thread, a []Object) (Object, error) { return &dictView{d: asDict(a[0]), kind: dictValues}, nil }, ""},
		{"items", "", func(_ *Thread, a []Object) (Object, error) { return &dictView{d: asDict(a[0]), kind: dictItems}, nil }, ""},
		{"update", "*args, **more", dictUpdateMethod, ""},
		{"clear", "", dictClear, ""},
		{"copy", "", func(_ *Thread, a []Object) (Object, error) { return asDict(a[0]).Copy(), nil }, ""},
	}
}

func dictGet(t *Thread, a []Object) (Object, error) {
	v, err := asDict(a[0]).Get(t, a[1])
	if v == nil && err == nil {
		return OrNone(a[2]), nil
	}
	return v, err
}

func dictSetDefault(t *Thread, a []Object) (Object, error) {
	d := asDict(a[0])
	hash, err := Hash(t, a[1])
	if err != nil {
		return nil, err
	}
	i, err := d.find(t, a[1], hash)
	if err != nil {
		return nil, err
	}
	if i >= 0 {
		return d.entries[i].value, nil
	}
	v := OrNone(a[2])
	d.add(a[1], v, hash)
	return v, nil
}

func dictPop(t *Thread, a []Object) (Object, error) {
	d := asDict(a[0])
	if d.used > 0 {
		v, err := d.Del(t, a[1])
		if v != nil || err != nil {
			return v, err
		}
	}
	if a[2] == nil {
		return nil, NewExc(KeyError, a[1])
	}
	return a[2], nil
}

func dictPopItem(_ *Thread, a []Object) (Object, error) {
	d := asDict(a[0])
	if d.used == 0 {
		return nil, Raise(KeyError, "popitem(): dictionary is empty")
	}
	n := d.last()
	e := d.entries[n]
	d.drop(n)
	d.entries = d.entries[:n]
	d.head = min(d.head, n)
	return NewTuple(e.key, e.value), nil
}

func dictClear(_ *Thread, a []Object) (Object, error) {
	asDict(a[0]).Clear()
	return None, nil
}

func dictUpdateMethod(t *Thread, a []Object) (Object, error) {
	args := Args{Pos: a[1].(*Tuple).Items}
	d := asDict(a[0])
	if err := t.dictUpdate("update", d, args); err != nil {
		return nil, err
	}
	return None, d.Merge(t, a[2].(*Dict))
}

// dictUpdate is dict.update and dict.__init__.
func (t *Thread) dictUpdate(name string, d *Dict, a Args) error {
	v, err := dictSig.bind(name, a, 0)
	if err != nil {
		return err
	}
	if v[0] != nil {
		if err := t.updateFrom(d, v[0]); err != nil {
			return err
		}
	}
	return d.Merge(t, v[1].(*Dict))
}

// updateFrom sets the keys of a mapping, or of an iterable of pairs.
func (t *Thread) updateFrom(d *Dict, x Object) error {
	done, err := t.mergeMapping(d, x, nil)
	if done || err != nil {
		return err
	}
	n := 0
	return t.Each(x, func(pair Object) error {
		items, err := t.pairItems(pair, n)
		if err != nil {
			return err
		}
		n++
		return d.Set(t, items[0], items[1])
	})
}

// pairItems are the key and value of element n.
func (t *Thread) pairItems(pair Object, n int) ([]Object, error) {
	items, err := t.Items(pair)
	if err != nil {
		if Caught(err, TypeError) != nil {
			err = Raise(TypeError, "cannot convert dictionary update sequence element #%d to a sequence", n)
		}
		return nil, err
	}
	if len(items) != 2 {
		return nil, Raise(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", n, len(items))
	}
	return items, nil
}

// mergeMapping sets the keys of a mapping, each of which present, unless nil, is asked
// about first. It reports whether x is a mapping: has keys.
func (t *Thread) mergeMapping(d *Dict, x Object, present func(key Object) error) (bool, error) {
	if other, ok := Native(x).(*Dict); ok && (!x.Class().Heap || x.Class().Lookup("__iter__") == DictClass.Lookup("__iter__")) {
		if present == nil {
			return true, d.Merge(t, other)
		}
		var c Cursor
		for k, v := c.Next(other); k != nil; k, v = c.Next(other) {
			if err := present(k); err != nil {
				return true, err
			}
			if err := d.Set(t, k, v); err != nil {
				return true, err
			}
		}
		return true, nil
	}
	keys, err := t.Attr(x, "keys")
	if keys == nil || err != nil {
		return false, err
	}
	list, err := t.Call(keys)
	if err != nil {
		return true, err
	}
	return true, t.Each(list, func(k Object) error {
		if present != nil {
			if err := present(k); err != nil {
				return err
			}
		}
		v, err := t.GetItem(x, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	})
}

// updateDisplay is ** in a display.
func (t *Thread) updateDisplay(d *Dict, x Object) error {
	done, err := t.mergeMapping(d, x, nil)
	if err == nil && !done {
		return Raise(TypeError, "'%s' object is not a mapping", x.Class().fullName())
	}
	return err
}

// mergeKeywords is ** in a call of fn.
func (t *Thread) mergeKeywords(d *Dict, x, fn Object) error {
	done, err := t.mergeMapping(d, x, func(k Object) error {
		there, err := d.Has(t, k)
		if err != nil || !there {
			return err
		}
		name, ok := Native(k).(*Str)
		if !ok {
			return Raise(TypeError, "keywords must be strings")
		}
		return t.calleeError(fn, "%s got multiple values for keyword argument '%s'", name.s)
	})
	if err == nil && !done {
		return t.calleeError(fn, "%s argument after ** must be a mapping, not %s", x.Class().fullName())
	}
	return err
}

// calleeError is the error of a call of fn; format begins with what it is called:
// "module.f()".
func (t *Thread) calleeError(fn Object, format string, args ...any) error {
	name, err := t.calleeName(fn)
	if err != nil {
		return err
	}
	return Raise(TypeError, format, append([]any{name}, args...)...)
}

func (t *Thread) calleeName(fn Object) (string, error) {
	name, err := t.Attr(fn, "__qualname__")
	if name == nil || err != nil {
		if err != nil {
			return "", err
		}
		s, err := t.Str(fn)
		if err != nil {
			return "", err
		}
		return s.s, nil
	}
	text, err := t.Str(name)
	if err != nil {
		return "", err
	}
	module, err := t.Attr(fn, "__module__")
	if module == nil || module == None || err != nil {
		return text.s + "()", err
	}
	m, err := t.Str(module)
	if err != nil || m.s == "builtins" {
		return text.s + "()", err
	}
	return m.s + "." + text.s + "()", nil
}
