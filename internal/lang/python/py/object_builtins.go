package py

import (
	"slices"
	"strings"
)

// addObjectBuiltins adds to the builtins the functions about objects and classes.
func addObjectBuiltins(d *Dict) {
	for _, f := range []struct {
		name, signature string
		fn              GoFunc
	}{
		{"getattr", "object, name, default=, /", builtinGetattr},
		{"setattr", "obj, name, value, /", builtinSetattr},
		{"hasattr", "obj, name, /", builtinHasattr},
		{"delattr", "obj, name, /", builtinDelattr},
		{"isinstance", "obj, class_or_tuple, /", builtinIsinstance},
		{"issubclass", "cls, class_or_tuple, /", builtinIssubclass},
		{"id", "obj, /", builtinID},
		{"dir", "object=, /", builtinDir},
		{"vars", "object=, /", builtinVars},
	} {
		b := NewBuiltin(f.name, f.signature, f.fn)
		b.Module = "builtins"
		d.SetStr(f.name, b)
	}
	d.SetStr("__build_class__", &Builtin{Name: "__build_class__", raw: buildClass})
}

func builtinGetattr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	v, err := t.GetAttr(a[0], name)
	if a[2] != nil && Caught(err, AttributeError) != nil {
		return a[2], nil
	}
	return v, err
}

func builtinSetattr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	return None, t.SetAttr(a[0], name, a[2])
}

func builtinHasattr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	v, err := t.Attr(a[0], name)
	return Of(v != nil), err
}

func builtinDelattr(t *Thread, a []Object) (Object, error) {
	name, err := nameArgument(a[1])
	if err != nil {
		return nil, err
	}
	return None, t.DelAttr(a[0], name)
}

func builtinIsinstance(t *Thread, a []Object) (Object, error) {
	b, err := t.IsInstanceOf(a[0], a[1])
	return Of(b), err
}

func builtinIssubclass(t *Thread, a []Object) (Object, error) {
	b, err := t.IsSubclassOf(a[0], a[1])
	return Of(b), err
}

func builtinID(_ *Thread, a []Object) (Object, error) { return MakeInt(ID(a[0])), nil }

func builtinDir(t *Thread, a []Object) (Object, error) {
	if a[0] != nil {
		return t.Dir(a[0])
	}
	v, err := builtinLocals(t, nil)
	if err != nil {
		return nil, err
	}
	if _, ok := Native(v).(*Dict); !ok || v.Class() != DictClass { // a mapping that exec was given says itself what its keys are
		keys, err := t.GetAttr(v, "keys")
		if err != nil {
			return nil, err
		}
		if v, err = t.Call(keys); err != nil {
			return nil, err
		}
	}
	items, err := t.Collect(v)
	if err != nil {
		return nil, err
	}
	return NewList(items...), t.sortNames(items)
}

func builtinVars(t *Thread, a []Object) (Object, error) {
	if a[0] != nil {
		return t.Vars(a[0])
	}
	return builtinLocals(t, nil)
}

// Dir is dir(x).
func (t *Thread) Dir(x Object) (Object, error) {
	v, found, err := t.callSpecial(x, "__dir__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "object does not provide __dir__")
	}
	items, err := t.Collect(v)
	if err != nil {
		return nil, err
	}
	return NewList(items...), t.sortNames(items)
}

// sortNames sorts what should be strings.
func (t *Thread) sortNames(items []Object) error {
	if !slices.ContainsFunc(items, func(v Object) bool { return !isText(v) }) {
		slices.SortFunc(items, func(x, y Object) int { return strings.Compare(x.(*Str).s, y.(*Str).s) })
		return nil
	}
	var failure error
	slices.SortStableFunc(items, func(x, y Object) int {
		if failure != nil {
			return 0
		}
		less, err := t.CompareBool(LT, x, y)
		if err != nil {
			failure = err
			return 0
		}
		if less {
			return -1
		}
		return 1
	})
	return failure
}

// Vars is vars(x).
func (t *Thread) Vars(x Object) (Object, error) {
	v, err := t.Attr(x, "__dict__")
	if v == nil && err == nil {
		return nil, Raise(TypeError, "vars() argument must have __dict__ attribute")
	}
	return v, err
}

// objectDir is object.__dir__: the names of the __dict__, the class and its bases.
func objectDir(t *Thread, a []Object) (Object, error) {
	x := a[0]
	all := NewDict()
	v, err := t.Attr(x, "__dict__")
	if err != nil {
		return nil, err
	}
	if d, ok := Native(v).(*Dict); ok && v != nil {
		if err := all.Merge(t, d); err != nil {
			return nil, err
		}
	}
	v, err = t.Attr(x, "__class__")
	if err != nil {
		return nil, err
	}
	if c, ok := v.(*Class); ok {
		for _, name := range dictNames(c.MRO) {
			all.setStr(name.(*Str), None)
		}
	}
	return NewList(all.Keys()...), nil
}
