package decimal

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func addContextMethods(c *py.Class) {
	for _, op := range operations() {
		if op.other != "" {
			c.AddMethods(py.MethodTable{{Name: op.other, Signature: []string{"", "x, /", "x, y, /", "x, y, z, /"}[op.args], Fn: op.ofContext}})
		}
	}
	for _, p := range predicates() {
		c.AddMethods(py.MethodTable{{Name: p.name, Signature: "x, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			n, err := needed(a[1])
			if err != nil {
				return nil, err
			}
			return py.Of(p.ask(&contextOf(a[0]).Context, n)), nil
		}}})
	}
	c.AddMethods(py.MethodTable{
		{Name: "divmod", Signature: "x, y, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return divMod(calcIn(t, contextOf(a[0])), a[1], a[2])
		}},
		{Name: "power", Signature: "a, b, modulo=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return power(calcIn(t, contextOf(a[0])), a[1], a[2], a[3])
		}},
		{Name: "create_decimal", Signature: "num=, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			k := calcIn(t, contextOf(a[0]))
			if a[1] == nil {
				return wrap(dec.FromInt(py.Big(py.MakeInt(0)))), nil
			}
			n, err := k.create(a[1])
			if err != nil {
				return nil, err
			}
			return k.result(k.Fix(n))
		}},
		{Name: "create_decimal_from_float", Signature: "f, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			k := calcIn(t, contextOf(a[0]))
			n, err := ofNumber(a[1])
			if err != nil {
				return nil, err
			}
			return k.result(k.Fix(n))
		}},
		{Name: "to_sci_string", Signature: "x, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return contextText(a, false) }},
		{Name: "to_eng_string", Signature: "x, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return contextText(a, true) }},
		{Name: "number_class", Signature: "x, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			n, err := needed(a[1])
			if err != nil {
				return nil, err
			}
			return py.NewStr(calcIn(t, contextOf(a[0])).Class(n)), nil
		}},
		{Name: "same_quantum", Signature: "x, y, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return sameQuantum(a[1], a[2]) }},
		{Name: "radix", Signature: "/", Fn: func(*py.Thread, []py.Object) (py.Object, error) {
			return wrap(dec.FromInt(py.Big(py.MakeInt(10)))), nil
		}},
		{Name: "Etiny", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.MakeInt(contextOf(a[0]).Etiny()), nil }},
		{Name: "Etop", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.MakeInt(contextOf(a[0]).Etop()), nil }},
		{Name: "copy", Signature: "/", Fn: copyContext}, {Name: "__copy__", Signature: "/", Fn: copyContext},
		{Name: "clear_flags", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			contextOf(a[0]).flags = 0
			return py.None, nil
		}},
		{Name: "clear_traps", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			contextOf(a[0]).traps = 0
			return py.None, nil
		}},
	})
}

// reduceContext is the class and its arguments, with lists of exceptions for what is set.
func reduceContext(_ *py.Thread, a []py.Object) (py.Object, error) {
	c := contextOf(a[0])
	args := make([]py.Object, len(contextNames))
	for i, name := range contextNames {
		args[i] = c.get(name)
	}
	for i, flags := range []uint32{c.flags, c.traps} {
		list := py.NewList()
		for _, e := range signalsOf(flags) {
			list.Items = append(list.Items, e.class)
		}
		args[len(args)-2+i] = list
	}
	return py.NewTuple(a[0].Class(), py.NewTuple(args...)), nil
}

func copyContext(_ *py.Thread, a []py.Object) (py.Object, error) {
	return wrapContext(contextOf(a[0]).copy()), nil
}

func contextText(a []py.Object, engineering bool) (py.Object, error) {
	n, err := needed(a[1])
	if err != nil {
		return nil, err
	}
	return numberText(n, engineering, contextOf(a[0]))
}

// ofContext is the method of Context.
func (op operation) ofContext(t *py.Thread, a []py.Object) (py.Object, error) {
	k := calcIn(t, contextOf(a[0]))
	args := make([]*dec.Number, op.args)
	for i := range args {
		var err error
		if args[i], err = needed(a[1+i]); err != nil {
			return nil, err
		}
	}
	return k.result(op.do(&k.Calc, args))
}

func divMod(k *calc, x, y py.Object) (py.Object, error) {
	a, err := needed(x)
	if err != nil {
		return nil, err
	}
	b, err := needed(y)
	if err != nil {
		return nil, err
	}
	q, r := k.DivMod(a, b)
	if err := k.check(); err != nil {
		return nil, err
	}
	return py.NewTuple(wrap(q), wrap(r)), nil
}

func power(k *calc, x, y, m py.Object) (py.Object, error) {
	a, err := needed(x)
	if err != nil {
		return nil, err
	}
	b, err := needed(y)
	if err != nil {
		return nil, err
	}
	if m == nil || m == py.None {
		return k.result(k.Power(a, b))
	}
	z, err := needed(m)
	if err != nil {
		return nil, err
	}
	return k.result(k.PowMod(a, b, z))
}
