package py

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// scratch takes memory for the arguments of one call, without values, from where frames have
// their registers. It is given back by c.release.
func (t *Thread) scratch(n int) (w []Object, c *chunk) {
	c = t.chunk
	if c == nil || c.top+n > len(c.regs) {
		return make([]Object, n), nil
	}
	w = c.regs[c.top : c.top+n : c.top+n]
	c.top += n
	return w, c
}

// release ends a scratch's use. What was taken from the chunk later was given back before.
func (c *chunk) release(w []Object) {
	if c != nil {
		clear(w)
		c.top -= len(w)
	}
}

// callPadded calls a function with nils for the last of its n parameters.
func (t *Thread) callPadded(fn GoFunc, given []Object, n int) (Object, error) {
	w, c := t.scratch(n)
	copy(w, given)
	v, err := fn(t, w)
	c.release(w)
	return v, err
}

// callWith is t.Call(fn, self, args...) of what doesn't keep its arguments.
func (t *Thread) callWith(fn, self Object, args []Object) (Object, error) {
	return t.callArgsWith(fn, self, Args{Pos: args})
}

// callArgsWith is CallArgs with another argument before the others.
func (t *Thread) callArgsWith(fn, self Object, a Args) (Object, error) {
	w, c := t.scratch(len(a.Pos) + 1)
	w[0] = self
	copy(w[1:], a.Pos)
	a.Pos = w
	v, err := t.CallArgs(fn, a)
	c.release(w)
	return v, err
}

// operatorCall is what a frame has made that an operator called: nothing, but what it returns
// may be NotImplemented.
var operatorCall Object = &noneType{}

// operatorFrame begins the call of the function of the program's that an operator calls
// first; nil is that there is none, or more to look at.
func (t *Thread) operatorFrame(in *code.Instr, x, y Object) (*Frame, error) {
	o, ok := x.(*Instance)
	if !ok || y == nil {
		return nil, nil
	}
	c := o.class
	op := in.Op - code.Add
	if in.Op >= code.InAdd {
		if op = in.Op - code.InAdd; c.Lookup(inplaceNames[op]) != nil {
			return nil, nil
		}
	}
	fn, ok := c.Lookup(binaryNames[op]).(*Func)
	if !ok || !fn.Body.plain || fn.Body.params != 2 {
		return nil, nil
	}
	if cy := y.Class(); cy != c && (cy.Heap || cy.IsSubclass(c)) {
		return nil, nil
	}
	args := [1]Object{y}
	return t.fastFrame(fn, x, args[:])
}

// refusedOperator goes on with an operator whose first method has returned NotImplemented, in
// the frame that it is of.
func (t *Thread) refusedOperator(f *Frame) (Object, error) {
	in := &f.Body.Instrs[f.pc-1]
	x, y := rk(f.regs, f.Body.Consts, in.B), rk(f.regs, f.Body.Consts, in.C)
	op, suffix, join := ast.Operator(in.Op-code.Add), "", t.joinLast
	if in.Op >= code.InAdd {
		op, suffix, join = ast.Operator(in.Op-code.InAdd), "=", t.joinInPlace
	}
	v, err := t.refusedBinary(op, x, y, join)
	if v == NotImplemented && err == nil {
		return nil, unsupported(op.String()+suffix, x, y)
	}
	return v, err
}

// refusedBinary is what is left of x op y once x, whose method is the program's, was asked and
// y is of the same class or a built-in one. join is what sequences do, which comes last.
func (t *Thread) refusedBinary(op ast.Operator, x, y Object, join func(ast.Operator, Object, Object) (Object, error)) (Object, error) {
	if cy := y.Class(); cy != x.Class() && cy.operator(op) == nativeOperator {
		v, err := t.askRight(op, x, y, nativeOperator)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return join(op, x, y)
}
