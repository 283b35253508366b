// Package operator is Python's module of that name.
package operator

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("_operator") // which is whose its functions are
	m.Set("__name__", py.NewStr("operator"))
	addArithmetic(m)
	addComparisons(m)
	addOthers(m)
	addItems(m)
	for _, c := range getters() {
		m.Set(c.Name, c)
	}
	var names []py.Object
	for _, k := range m.Dict.Keys() {
		if s := k.(*py.Str).String(); s[0] != '_' {
			names = append(names, k)
		}
	}
	m.Set("__all__", py.NewList(names...))
	return m, nil
}

// both adds a function by its name and, as __name__, by that of the method.
func both(m *py.Module, name, signature string, fn py.GoFunc) {
	m.Add(name, signature, fn)
	for len(name) > 0 && name[len(name)-1] == '_' {
		name = name[:len(name)-1]
	}
	m.Set("__"+name+"__", m.Dict.GetStr(nameOf(m, name)))
}

// nameOf is the name with the underscore that keywords have.
func nameOf(m *py.Module, name string) string {
	if m.Dict.GetStr(name) == nil {
		return name + "_"
	}
	return name
}

func addArithmetic(m *py.Module) {
	for name, op := range map[string]ast.Operator{
		"add": ast.Add, "sub": ast.Sub, "mul": ast.Mult, "truediv": ast.Div, "floordiv": ast.FloorDiv, "mod": ast.Mod, "pow": ast.Pow,
		"lshift": ast.LShift, "rshift": ast.RShift, "or_": ast.BitOr, "xor": ast.BitXor, "and_": ast.BitAnd, "matmul": ast.MatMult,
	} {
		both(m, name, "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.Binary(op, a[0], a[1]) })
		plain := name
		if plain[len(plain)-1] == '_' {
			plain = plain[:len(plain)-1]
		}
		both(m, "i"+plain, "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.InPlace(op, a[0], a[1]) })
	}
	for name, op := range map[string]ast.UnaryOperator{"neg": ast.USub, "pos": ast.UAdd, "invert": ast.Invert, "inv": ast.Invert} {
		both(m, name, "a, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.Unary(op, a[0]) })
	}
}

func addComparisons(m *py.Module) {
	for name, op := range map[string]py.Cmp{"lt": py.LT, "le": py.LE, "eq": py.EQ, "ne": py.NE, "gt": py.GT, "ge": py.GE} {
		both(m, name, "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.Compare(op, a[0], a[1]) })
	}
	m.Add("is_", "a, b, /", func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.Of(py.Is(a[0], a[1])), nil })
	m.Add("is_not", "a, b, /", func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.Of(!py.Is(a[0], a[1])), nil })
	m.Add("truth", "a, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		b, err := t.Truth(a[0])
		return py.Of(b), err
	})
	both(m, "not_", "a, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		b, err := t.Truth(a[0])
		return py.Of(!b), err
	})
}

func addOthers(m *py.Module) {
	both(m, "abs", "a, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.Abs(a[0]) })
	both(m, "index", "a, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.IndexObject(a[0]) })
	both(m, "call", "obj, /, *args, **kwargs", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return t.CallArgs(a[0], packed(a[1], a[2]))
	})
	m.Add("length_hint", "obj, default=0, /", lengthHint)
	m.Add("countOf", "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		n := int64(0)
		it, err := searched(t, a[0])
		if err != nil {
			return nil, err
		}
		err = t.Each(it, func(v py.Object) error {
			same, err := t.SameOrEqual(v, a[1])
			if same {
				n++
			}
			return err
		})
		return py.MakeInt(n), err
	})
	m.Add("indexOf", "a, b, /", indexOf)
}

// packed are the arguments in a tuple and a dict.
func packed(pos, named py.Object) py.Args {
	a := py.Args{Pos: pos.(*py.Tuple).Items}
	d := named.(*py.Dict)
	var c py.Cursor
	for k, v := c.Next(d); k != nil; k, v = c.Next(d) {
		a.Names, a.Named = append(a.Names, k.(*py.Str)), append(a.Named, v)
	}
	return a
}

func lengthHint(t *py.Thread, a []py.Object) (py.Object, error) {
	otherwise := py.MakeInt(0)
	if a[1] != nil {
		if !py.IsInstance(a[1], py.IntClass) {
			return nil, py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", a[1].Class().FullName())
		}
		otherwise = a[1]
	}
	if a[0].Class().Lookup("__len__") != nil {
		n, err := t.Len(a[0])
		return py.MakeInt(int64(n)), err
	}
	if a[0].Class().Lookup("__length_hint__") == nil {
		return otherwise, nil
	}
	fn, err := t.GetAttr(a[0], "__length_hint__")
	if err != nil {
		return nil, err
	}
	v, err := t.Call(fn)
	if py.Caught(err, py.TypeError) != nil || v == py.NotImplemented {
		return otherwise, nil
	}
	if err != nil {
		return nil, err
	}
	switch n := py.Native(v).(type) {
	case py.Int:
		if n < 0 {
			return nil, py.Raise(py.ValueError, "__length_hint__() should return >= 0")
		}
	case *py.BigInt:
	default:
		return nil, py.Raise(py.TypeError, "__length_hint__ must be an integer, not %s", v.Class().FullName())
	}
	return v, nil
}

// searched is an iterator of what is searched.
func searched(t *py.Thread, x py.Object) (py.Object, error) {
	it, err := t.Iter(x)
	if py.Caught(err, py.TypeError) != nil {
		err = py.Raise(py.TypeError, "argument of type '%s' is not iterable", x.Class().FullName())
	}
	return it, err
}

func indexOf(t *py.Thread, a []py.Object) (py.Object, error) {
	it, err := searched(t, a[0])
	if err != nil {
		return nil, err
	}
	for i := int64(0); ; i++ {
		v, err := t.Next(it)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, py.Raise(py.ValueError, "sequence.index(x): x not in sequence")
		}
		same, err := t.SameOrEqual(v, a[1])
		if err != nil {
			return nil, err
		}
		if same {
			return py.MakeInt(i), nil
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}

func addItems(m *py.Module) {
	both(m, "concat", "a, b, /", concat(false))
	both(m, "iconcat", "a, b, /", concat(true))
	both(m, "contains", "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		b, err := t.Contains(a[0], a[1])
		return py.Of(b), err
	})
	both(m, "getitem", "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.GetItem(a[0], a[1]) })
	both(m, "setitem", "a, b, c, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return py.None, t.SetItem(a[0], a[1], a[2]) })
	both(m, "delitem", "a, b, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return py.None, t.DelItem(a[0], a[1]) })
}

func concat(inPlace bool) py.GoFunc {
	add, method := (*py.Thread).Binary, "__add__"
	if inPlace {
		add, method = (*py.Thread).InPlace, "__iadd__"
	}
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		switch x, y := a[0], a[1]; {
		case joins(x):
			v, found, err := t.Special(x, method, y)
			if !found && err == nil {
				v, _, err = t.Special(x, "__add__", y)
			}
			return v, err
		case sequence(x) && sequence(y) && (has(x, method) || has(x, "__add__") || has(y, "__radd__") && x.Class() != y.Class()):
			return add(t, ast.Add, x, y)
		}
		return nil, py.Raise(py.TypeError, "'%s' object can't be concatenated", a[0].Class().FullName())
	}
}

func has(x py.Object, method string) bool { return x.Class().Lookup(method) != nil }

func sequence(x py.Object) bool {
	_, isDict := py.Native(x).(*py.Dict)
	return has(x, "__getitem__") && !isDict
}

// joins reports whether x is one of the classes that say themselves what may be joined to
// them, whatever the other's __radd__ does.
func joins(x py.Object) bool {
	switch py.Native(x).(type) {
	case *py.Str, *py.Bytes, *py.ByteArray, *py.List, *py.Tuple:
		return true
	}
	return false
}
