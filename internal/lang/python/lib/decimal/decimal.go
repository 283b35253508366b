// Package decimal is Python's module _decimal: the classes of module decimal.
package decimal

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A session is what an execution has of the module.
type session struct {
	current *context // nil until it is asked for
	basis   *context // DefaultContext: what new contexts are like
	tuple   py.Object
	consts  dec.Constants
}

type sessionKey struct{}

func sessionOf(t *py.Thread) *session {
	s, ok := t.In.Data[sessionKey{}].(*session)
	if !ok {
		s = &session{basis: newContext(28, dec.HalfEven, dec.Invalid|dec.DivisionByZero|dec.Overflow)}
		t.In.Data[sessionKey{}] = s
	}
	return s
}

func (s *session) context() *context {
	if s.current == nil {
		s.current = s.basis.copy()
		s.current.flags = 0
	}
	return s.current
}

// New returns the module.
func New(t *py.Thread) (*py.Module, error) {
	s := sessionOf(t)
	m := py.NewModule("_decimal")
	m.Set("Decimal", decimalClass()).Set("Context", contextClass())
	for _, e := range exceptions() {
		m.Set(e.name, e.class)
	}
	for _, name := range roundings {
		m.Set(name, py.NewStr(name))
	}
	m.Set("MAX_PREC", py.MakeInt(dec.MaxPrec)).Set("MAX_EMAX", py.MakeInt(dec.MaxEmax)).Set("MIN_EMIN", py.MakeInt(dec.MinEmin)).
		Set("MIN_ETINY", py.MakeInt(dec.MinEtiny)).Set("HAVE_THREADS", py.True).Set("HAVE_CONTEXTVAR", py.True)
	m.Set("DefaultContext", wrapContext(s.basis))
	m.Set("BasicContext", wrapContext(newContext(9, dec.HalfUp, dec.Invalid|dec.DivisionByZero|dec.Overflow|dec.Underflow|dec.Clamped)))
	m.Set("ExtendedContext", wrapContext(newContext(9, dec.HalfEven, 0)))
	m.Add("getcontext", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return wrapContext(sessionOf(t).context()), nil })
	m.Add("setcontext", "context, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		c := contextOf(a[0])
		if c == nil {
			return nil, py.Raise(py.TypeError, "argument must be a context")
		}
		sessionOf(t).current = c
		return py.None, nil
	})
	m.Add("_set_tuple", "cls, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		sessionOf(t).tuple = a[0]
		return py.None, nil
	})
	return m, nil
}

// A value is a Decimal.
type value struct{ *dec.Number }

// Class returns its class.
func (*value) Class() *py.Class { return decimalClass() }

func wrap(n *dec.Number) py.Object { return &value{n} }

// numberOf is the number of a Decimal, or nil.
func numberOf(x py.Object) *dec.Number {
	if v, ok := py.Native(x).(*value); ok {
		return v.Number
	}
	return nil
}

// operand is the number that a Decimal or an int is, or nil.
func operand(x py.Object) *dec.Number {
	switch v := py.Native(x).(type) {
	case *value:
		return v.Number
	case py.Int, *py.BigInt, *py.Bool:
		if v == py.True {
			return dec.FromInt(py.Big(py.MakeInt(1)))
		}
		if v == py.False {
			return dec.FromInt(py.Big(py.MakeInt(0)))
		}
		return dec.FromInt(py.Big(v))
	}
	return nil
}

// needed is operand, where nothing else will do.
func needed(x py.Object) (*dec.Number, error) {
	if n := operand(x); n != nil {
		return n, nil
	}
	return nil, py.Raise(py.TypeError, "conversion from %s to Decimal is not supported", x.Class().FullName())
}

// A calc calculates in a context.
type calc struct {
	dec.Calc
	t  *py.Thread
	in *context
}

func calcIn(t *py.Thread, c *context) *calc {
	k := &calc{t: t, in: c}
	k.Context = c.Context
	k.Poll = t.Poll
	k.Consts = &sessionOf(t).consts
	return k
}

func current(t *py.Thread) *calc { return calcIn(t, sessionOf(t).context()) }

// calcFor calculates in the context that an argument gives, if it does.
func calcFor(t *py.Thread, x py.Object) (*calc, error) {
	if x == nil || x == py.None {
		return current(t), nil
	}
	c := contextOf(x)
	if c == nil {
		return nil, py.Raise(py.TypeError, "optional argument must be a context")
	}
	return calcIn(t, c), nil
}

// check sets flags of what was met, and raises what is trapped.
func (k *calc) check() error {
	if k.Err == dec.ErrTooLarge {
		return py.NewExc(py.MemoryError)
	}
	if k.Err != nil {
		return k.Err
	}
	return k.in.met(k.Status)
}

// result is the Decimal of a result.
func (k *calc) result(n *dec.Number) (py.Object, error) {
	if err := k.check(); err != nil {
		return nil, err
	}
	return wrap(n), nil
}
