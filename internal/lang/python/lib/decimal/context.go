package decimal

import (
	"fmt"
	"slices"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// roundings are the names of dec.Rounding.
var roundings = []string{"ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// A context is what results are rounded to, and which conditions were met and are trapped.
type context struct {
	dec.Context
	small        bool // exponents are written with e, not E
	flags, traps uint32
	object       py.Object // that has it, of a subclass; nil is itself
}

func newContext(prec int64, r dec.Rounding, traps uint32) *context {
	return &context{Context: dec.Context{Prec: prec, Emin: -999999, Emax: 999999, Rounding: r}, traps: traps}
}

func (c *context) copy() *context {
	d := *c
	d.object = nil
	return &d
}

// expChar is what is before exponents.
func (c *context) expChar() byte {
	if c.small {
		return 'e'
	}
	return 'E'
}

// Class returns its class.
func (*context) Class() *py.Class { return contextClass() }

// wrapContext is the object of a context; there is one of each.
func wrapContext(c *context) py.Object {
	if c.object == nil {
		return c
	}
	return c.object
}

// contextOf is the context that an object is, or nil.
func contextOf(x py.Object) *context {
	c, _ := py.Native(x).(*context)
	return c
}

const contextParameters = "prec=, rounding=, Emin=, Emax=, capitals=, clamp=, flags=, traps="

var contextNames = []string{"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"}

var contextClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("decimal", "Context", nil, func(c *py.Class) {
		c.Dotted()
		make := py.NewBuiltin("Context", contextParameters, makeContext)
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			v, err := t.CallArgs(make, a)
			if err != nil {
				return nil, err
			}
			o := py.NewOf(cls, v)
			if o != v {
				contextOf(v).object = o
			}
			return o, nil
		}
		c.Slots.Init = func(*py.Thread, py.Object, py.Args) error { return nil }
		c.Slots.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(contextOf(o).String()), nil }
		for _, name := range contextNames {
			c.AddGetSets(&py.GetSet{Name: name,
				Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return contextOf(o).get(name), nil },
				Set: func(t *py.Thread, o, v py.Object) error {
					if v == nil {
						return py.Raise(py.AttributeError, "context attributes cannot be deleted")
					}
					return contextOf(o).set(t, name, v)
				}})
		}
		addContextMethods(c)
		c.AddWholeMethods(py.MethodTable{{Name: "__reduce__", Fn: reduceContext}})
	})
})

func makeContext(t *py.Thread, a []py.Object) (py.Object, error) {
	c := sessionOf(t).basis.copy()
	c.flags = 0
	for i, v := range a {
		if v == nil || v == py.None {
			continue
		}
		if err := c.set(t, contextNames[i], v); err != nil {
			return nil, err
		}
	}
	return wrapContext(c), nil
}

// String is the context as Python shows it.
func (c *context) String() string {
	capitals, clamp := 1, 0
	if c.small {
		capitals = 0
	}
	if c.Clamp {
		clamp = 1
	}
	return fmt.Sprintf("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])", c.Prec,
		roundings[c.Rounding], c.Emin, c.Emax, capitals, clamp, flagNames(c.flags), flagNames(c.traps))
}

func (c *context) get(name string) py.Object {
	truth := func(b bool) py.Object {
		if b {
			return py.MakeInt(1)
		}
		return py.MakeInt(0)
	}
	switch name {
	case "prec":
		return py.MakeInt(c.Prec)
	case "rounding":
		return py.NewStr(roundings[c.Rounding])
	case "Emin":
		return py.MakeInt(c.Emin)
	case "Emax":
		return py.MakeInt(c.Emax)
	case "capitals":
		return truth(!c.small)
	case "clamp":
		return truth(c.Clamp)
	case "flags":
		return &signalDict{Of: signalDictClass(), Value: &c.flags}
	}
	return &signalDict{Of: signalDictClass(), Value: &c.traps}
}

func (c *context) set(t *py.Thread, name string, v py.Object) error {
	switch name {
	case "rounding":
		r, err := roundingOf(v)
		c.Rounding = r
		return err
	case "flags":
		return setSignals(t, &c.flags, v)
	case "traps":
		return setSignals(t, &c.traps, v)
	}
	n, ok := py.Native(v).(py.Int)
	if !ok {
		if _, big := py.Native(v).(*py.BigInt); !big {
			return py.Raise(py.TypeError, "an integer is required")
		}
		n = py.Int(-1 << 63)
		if name == "Emin" {
			n = 1
		}
	}
	switch name {
	case "prec":
		if n < 1 || n > dec.MaxPrec {
			return py.Raise(py.ValueError, "valid range for prec is [1, MAX_PREC]")
		}
		c.Prec = int64(n)
	case "Emin":
		if n < dec.MinEmin || n > 0 {
			return py.Raise(py.ValueError, "valid range for Emin is [MIN_EMIN, 0]")
		}
		c.Emin = int64(n)
	case "Emax":
		if n < 0 || n > dec.MaxEmax {
			return py.Raise(py.ValueError, "valid range for Emax is [0, MAX_EMAX]")
		}
		c.Emax = int64(n)
	default:
		if n != 0 && n != 1 {
			return py.Raise(py.ValueError, "valid values for %s are 0 or 1", name)
		}
		if name == "clamp" {
			c.Clamp = n == 1
		} else {
			c.small = n == 0
		}
	}
	return nil
}

func roundingOf(x py.Object) (dec.Rounding, error) {
	if s, ok := py.Native(x).(*py.Str); ok {
		if i := slices.Index(roundings, s.String()); i >= 0 {
			return dec.Rounding(i), nil
		}
	}
	return 0, py.Raise(py.TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
}

// setSignals takes a list of signals, or a dict of them.
func setSignals(t *py.Thread, to *uint32, x py.Object) error {
	var flags uint32
	switch v := py.Native(x).(type) {
	case *signalDict:
		flags = *v.Value
	case *py.List:
		for _, s := range v.Items {
			f, err := flagOf(s)
			if err != nil {
				return err
			}
			flags |= f
		}
	case *py.Dict:
		if v.Len() != 9 {
			return py.Raise(py.KeyError, "invalid signal dict")
		}
		for cur := (py.Cursor{}); ; {
			key, on := cur.Next(v)
			if key == nil {
				break
			}
			f, err := flagOf(key)
			if err != nil {
				return err
			}
			yes, err := t.Truth(on)
			if err != nil {
				return err
			}
			if yes {
				flags |= f
			}
		}
	default:
		return py.Raise(py.TypeError, "argument must be a signal dict")
	}
	*to = flags
	return nil
}
