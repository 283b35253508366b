package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// Abs is abs(x).
func (t *Thread) Abs(x Object) (Object, error) {
	c := x.Class()
	if !c.Heap {
		if c.Slots.Abs != nil {
			return c.Slots.Abs(t, x)
		}
	} else if v, found, err := t.callSpecial(x, "__abs__"); found {
		return v, err
	}
	return nil, Raise(TypeError, "bad operand type for abs(): '%s'", c.fullName())
}

func (t *Thread) powTwo(x, y Object) (Object, error) {
	return t.Binary(ast.Pow, x, y)
}

// Divmod is divmod(x, y).
func (t *Thread) Divmod(x, y Object) (Object, error) {
	cx, cy := x.Class(), y.Class()
	ask := func(o, other Object, name string) (Object, error) {
		v, found, err := t.callSpecial(o, name, other)
		if !found && err == nil {
			return NotImplemented, nil
		}
		return v, err
	}
	first := cx != cy && cy.IsSubclass(cx) && cy.Lookup("__rdivmod__") != cx.Lookup("__rdivmod__")
	if first {
		if v, err := ask(y, x, "__rdivmod__"); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if v, err := ask(x, y, "__divmod__"); err != nil || v != NotImplemented {
		return v, err
	}
	if !first && cx != cy {
		if v, err := ask(y, x, "__rdivmod__"); err != nil || v != NotImplemented {
			return v, err
		}
	}
	return nil, Raise(TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", cx.fullName(), cy.fullName())
}

// Round is round(x, digits). digits is None, or nil, where there is none.
func (t *Thread) Round(x, digits Object) (Object, error) {
	args := []Object{digits}
	if digits == nil || digits == None {
		args = nil
	}
	v, found, err := t.callSpecial(x, "__round__", args...)
	if !found && err == nil {
		return nil, Raise(TypeError, "type %s doesn't define __round__ method", x.Class().fullName())
	}
	return v, err
}

func intDivmodMethod(reflected bool) GoFunc {
	return func(t *Thread, a []Object) (Object, error) {
		x, y := a[0], a[1]
		if reflected {
			x, y = y, x
		}
		q, m, err := intDivmod(t, x, y, "integer division or modulo by zero")
		if err != nil || q == NotImplemented {
			return q, err
		}
		return NewTuple(q, m), nil
	}
}

func floatDivmodMethod(reflected bool) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		x, y := a[0], a[1]
		if reflected {
			x, y = y, x
		}
		f, g, ok, err := floatPair(x, y)
		switch {
		case err != nil:
			return nil, err
		case !ok:
			return NotImplemented, nil
		case g == 0:
			return nil, Raise(ZeroDivisionError, "float divmod()")
		}
		q, m := floatDivmod(f, g)
		return NewTuple(Float(q), Float(m)), nil
	}
}
