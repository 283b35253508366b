package decimal

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// An exception is the class of a condition.
type exception struct {
	name   string
	flag   uint32
	signal bool // contexts have flags and traps of it
	class  *py.Class
}

// exceptions are in the order in which errors list them; the signals among them are in
// that of a context's flags.
var exceptions = sync.OnceValue(func() []exception {
	define := func(name string, bases ...*py.Class) *py.Class {
		return py.DefineClass("decimal", name, bases[0], func(c *py.Class) { c.Bases = bases })
	}
	base := define("DecimalException", py.ArithmeticError)
	invalid := define("InvalidOperation", base)
	rounded, inexact, subnormal := define("Rounded", base), define("Inexact", base), define("Subnormal", base)
	return []exception{
		{"DecimalException", 0, false, base},
		{"InvalidOperation", dec.InvalidOperation, true, invalid},
		{"ConversionSyntax", dec.ConversionSyntax, false, define("ConversionSyntax", invalid)},
		{"DivisionImpossible", dec.DivisionImpossible, false, define("DivisionImpossible", invalid)},
		{"DivisionUndefined", dec.DivisionUndefined, false, define("DivisionUndefined", invalid, py.ZeroDivisionError)},
		{"InvalidContext", dec.InvalidContext, false, define("InvalidContext", invalid)},
		{"FloatOperation", dec.FloatOperation, true, define("FloatOperation", base, py.TypeError)},
		{"DivisionByZero", dec.DivisionByZero, true, define("DivisionByZero", base, py.ZeroDivisionError)},
		{"Overflow", dec.Overflow, true, define("Overflow", inexact, rounded)},
		{"Underflow", dec.Underflow, true, define("Underflow", inexact, rounded, subnormal)},
		{"Subnormal", dec.Subnormal, true, subnormal},
		{"Inexact", dec.Inexact, true, inexact},
		{"Rounded", dec.Rounded, true, rounded},
		{"Clamped", dec.Clamped, true, define("Clamped", base)},
	}
})

// spread sets all of the invalid conditions where one is.
func spread(flags uint32) uint32 {
	if flags&dec.Invalid != 0 {
		flags |= dec.Invalid
	}
	return flags
}

// met sets flags, and raises what is trapped.
func (c *context) met(status uint32) error {
	c.flags |= status
	caught := status & c.traps
	if caught == 0 {
		return nil
	}
	var class *py.Class
	var list []py.Object
	for _, e := range exceptions() {
		if e.signal && class == nil && spread(caught)&e.flag != 0 {
			class = e.class
		}
		if caught&e.flag != 0 {
			list = append(list, e.class)
		}
	}
	return py.NewExc(class, py.NewList(list...))
}

// flagOf is the flag of a signal's class.
func flagOf(x py.Object) (uint32, error) {
	for _, e := range exceptions() {
		if e.signal && x == py.Object(e.class) {
			return spread(e.flag), nil
		}
	}
	return 0, py.Raise(py.KeyError, "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
}

// flagNames are those of flags.
func flagNames(flags uint32) string {
	var names []string
	for _, e := range signalsOf(flags) {
		names = append(names, e.name)
	}
	return strings.Join(names, ", ")
}

// signalsOf are those of flags, in the order of their bits.
func signalsOf(flags uint32) []exception {
	var list []exception
	for bit := uint32(1); bit <= flags; bit <<= 1 {
		if flags&bit == 0 {
			continue
		}
		shown := bit
		if bit&dec.Invalid != 0 { // the first of them stands for all
			shown = dec.InvalidOperation
			flags &^= dec.Invalid
		}
		for _, e := range exceptions() {
			if e.flag == shown {
				list = append(list, e)
			}
		}
	}
	return list
}

// A signalDict is a context's flags or traps.
type signalDict = py.Opaque[*uint32]

var signalDictClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("decimal", "SignalDict", nil, func(c *py.Class) {
		c.Dotted()
		flags := func(o py.Object) *uint32 { return py.Native(o).(*signalDict).Value }
		c.Slots.GetItem = func(_ *py.Thread, o, key py.Object) (py.Object, error) {
			f, err := flagOf(key)
			return py.Of(*flags(o)&f != 0), err
		}
		c.Slots.SetItem = func(t *py.Thread, o, key, v py.Object) error {
			f, err := flagOf(key)
			if err != nil {
				return err
			}
			on, err := t.Truth(v)
			if err != nil {
				return err
			}
			*flags(o) &^= f
			if on {
				*flags(o) |= f
			}
			return nil
		}
		c.Slots.DelItem = func(*py.Thread, py.Object, py.Object) error {
			return py.Raise(py.ValueError, "signal keys cannot be deleted")
		}
		c.Slots.Len = func(*py.Thread, py.Object) (int, error) { return 9, nil }
		c.Slots.Iter = func(t *py.Thread, o py.Object) (py.Object, error) { return t.Iter(signals(t, *flags(o))) }
		c.Slots.Contains = func(_ *py.Thread, _, key py.Object) (bool, error) {
			_, err := flagOf(key)
			return err == nil, nil
		}
		c.Slots.Hash = py.Unhashable
		c.Slots.Compare = compareSignals
		c.Slots.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) {
			var parts []string
			for _, e := range exceptions() {
				if e.signal {
					parts = append(parts, "<class 'decimal."+e.name+"'>:"+map[bool]string{false: "False", true: "True"}[*flags(o)&spread(e.flag) != 0])
				}
			}
			return py.NewStr("{" + strings.Join(parts, ", ") + "}"), nil
		}
		for _, name := range []string{"keys", "values", "items", "get", "copy"} {
			c.AddMethods(py.MethodTable{{Name: name, Signature: "*args", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				fn, err := t.GetAttr(signals(t, *flags(a[0])), name)
				if err != nil {
					return nil, err
				}
				return t.CallArgs(fn, py.Args{Pos: a[1].(*py.Tuple).Items})
			}}})
		}
	})
})

func compareSignals(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	if op != py.EQ && op != py.NE {
		return py.NotImplemented, nil
	}
	a := signals(t, *py.Native(x).(*signalDict).Value)
	if d, ok := py.Native(y).(*signalDict); ok {
		y = signals(t, *d.Value)
	}
	return t.Compare(op, a, y)
}

// signals are flags as a dict.
func signals(t *py.Thread, flags uint32) *py.Dict {
	d := py.NewDict()
	for _, e := range exceptions() {
		if e.signal {
			_ = d.Set(t, e.class, py.Of(flags&spread(e.flag) != 0)) // a class's hash never fails
		}
	}
	return d
}
