package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// An operatorKind is what a class has for a binary operator.
type operatorKind uint8

const (
	noOperator     operatorKind = iota // or only what a sequence does, which comes last
	nativeOperator                     // a built-in class's
	methodOperator                     // methods of a program's class
)

// operator is what c has for op, be it to the left or the right of it.
func (c *Class) operator(op ast.Operator) operatorKind {
	if !c.Heap {
		if sequenceOperator(op, c) || c.Slots.Binary[op] == nil && c.Slots.Reflected[op] == nil {
			return noOperator
		}
		return nativeOperator
	}
	m := c.Lookup(binaryNames[op])
	if _, ok := m.(*Func); ok {
		return methodOperator
	}
	r := c.Lookup(reflectedNames[op])
	if m == nil && r == nil {
		return noOperator
	}
	owner := nativeOwner(m)
	switch {
	case m != nil && owner == nil, r != nil && nativeOwner(r) == nil, owner == nil, r != nil && owner != nativeOwner(r):
		return methodOperator
	case sequenceOperator(op, owner):
		return noOperator
	}
	return nativeOperator
}

// nativeOwner is the built-in class whose operator m is, or nil.
func nativeOwner(m Object) *Class {
	if d, ok := m.(*MethodDescr); ok && !d.owner.Heap {
		return d.owner
	}
	return nil
}

// sequenceOperator reports whether op of a built-in class is + or * of a sequence.
func sequenceOperator(op ast.Operator, c *Class) bool {
	if op != ast.Add && op != ast.Mult {
		return false
	}
	switch c {
	case StrClass, ListClass, TupleClass, BytesClass, ByteArrayClass, DequeClass:
		return true
	}
	return false
}

// joins reports whether c is a sequence that does op by itself, which is last to be asked.
// A class that has a method of its own for either side of * has no * of a sequence.
func (c *Class) joins(op ast.Operator) bool {
	if !c.Heap {
		return sequenceOperator(op, c)
	}
	if !sequenceOperator(op, nativeOwner(c.Lookup(binaryNames[op]))) {
		return false
	}
	return op == ast.Add || sequenceOperator(op, nativeOwner(c.Lookup(reflectedNames[op])))
}

// binary returns NotImplemented when neither of them can.
func (t *Thread) binary(op ast.Operator, x, y Object) (Object, error) {
	cx, cy := x.Class(), y.Class()
	if !cx.Heap && !cy.Heap {
		return nativeBinary(t, op, x, y, cx, cy)
	}
	v, err := t.ownOperators(op, x, y)
	if err != nil || v != NotImplemented {
		return v, err
	}
	return t.joinLast(op, x, y)
}

// ownOperators is x op y by all but what sequences do.
func (t *Thread) ownOperators(op ast.Operator, x, y Object) (Object, error) {
	cx, cy := x.Class(), y.Class()
	kx, ky := cx.operator(op), noOperator
	if cx != cy {
		ky = cy.operator(op)
	}
	if kx == methodOperator && ky != nativeOperator {
		return t.askMethods(op, x, y, true, ky == methodOperator)
	}
	if ky != noOperator && kx != noOperator && cy.IsSubclass(cx) && cx.Lookup(reflectedNames[op]) != cy.Lookup(reflectedNames[op]) {
		v, err := t.askRight(op, x, y, ky)
		if err != nil || v != NotImplemented {
			return v, err
		}
		ky = noOperator
	}
	v, err := t.askLeft(op, x, y, kx)
	if err != nil || v != NotImplemented {
		return v, err
	}
	return t.askRight(op, x, y, ky)
}

// askMethods asks the methods of programs' classes. left and right say which of them has
// any.
func (t *Thread) askMethods(op ast.Operator, x, y Object, left, right bool) (Object, error) {
	cx, cy := x.Class(), y.Class()
	if left {
		if right && cy.IsSubclass(cx) {
			if r := cy.Lookup(reflectedNames[op]); r != nil && r != cx.Lookup(reflectedNames[op]) {
				v, _, err := t.callSpecial(y, reflectedNames[op], x)
				if err != nil || v != NotImplemented {
					return v, err
				}
				right = false
			}
		}
		v, found, err := t.callSpecial(x, binaryNames[op], y)
		if err != nil || found && v != NotImplemented {
			return v, err
		}
	}
	if !right || cx == cy {
		return NotImplemented, nil
	}
	return t.callOr(y, reflectedNames[op], x)
}

// callOr calls a special method; NotImplemented is that there is none.
func (t *Thread) callOr(o Object, name string, arg Object) (Object, error) {
	v, found, err := t.callSpecial(o, name, arg)
	if !found && err == nil {
		return NotImplemented, nil
	}
	return v, err
}

func (t *Thread) askLeft(op ast.Operator, x, y Object, kind operatorKind) (Object, error) {
	switch kind {
	case methodOperator:
		return t.askMethods(op, x, y, true, false)
	case nativeOperator:
		return t.callOr(x, binaryNames[op], y)
	}
	return NotImplemented, nil
}

func (t *Thread) askRight(op ast.Operator, x, y Object, kind operatorKind) (Object, error) {
	switch kind {
	case methodOperator:
		return t.askMethods(op, x, y, false, true)
	case nativeOperator:
		return t.callOr(y, reflectedNames[op], x)
	}
	return NotImplemented, nil
}

// joinLast is + and * of sequences.
func (t *Thread) joinLast(op ast.Operator, x, y Object) (Object, error) {
	switch {
	case x.Class().joins(op):
		return t.join(binaryNames[op], op, x, y)
	case op == ast.Mult && y.Class().joins(op):
		return t.join(binaryNames[op], op, y, x)
	}
	return NotImplemented, nil
}

// join calls a sequence's method for + or *, by its name.
func (t *Thread) join(name string, op ast.Operator, sequence, y Object) (Object, error) {
	if op == ast.Mult && !hasIndex(y) {
		return nil, Raise(TypeError, "can't multiply sequence by non-int of type '%s'", y.Class().fullName())
	}
	v, _, err := t.callSpecial(sequence, name, y)
	return v, err
}

// container reports whether c is, to CPython, a sequence of any kind, as a program's
// classes all are.
func (c *Class) container() bool {
	return c.Heap || c.Slots.Len != nil || c.Slots.Contains != nil
}

// InPlace is x op= y.
func (t *Thread) InPlace(op ast.Operator, x, y Object) (Object, error) {
	v, err := t.inPlace(op, x, y)
	if v == NotImplemented && err == nil {
		return nil, unsupported(op.String()+"=", x, y)
	}
	return v, err
}

func (t *Thread) inPlace(op ast.Operator, x, y Object) (Object, error) {
	c := x.Class()
	if c.Heap || y.Class().Heap {
		return t.methodInPlace(op, x, y)
	}
	if fn := c.Slots.Inplace[op]; fn != nil {
		if v, err := fn(t, x, y); err != nil || v != NotImplemented {
			return v, err
		}
	}
	return t.binary(op, x, y)
}

// methodInPlace is x op= y where one is of a program's class. What a sequence does in place
// comes after the other's methods, too; but a program's class has that + among its own.
func (t *Thread) methodInPlace(op ast.Operator, x, y Object) (Object, error) {
	name, c := inplaceNames[op], x.Class()
	m := c.Lookup(name)
	last := sequenceOperator(op, nativeOwner(m)) && (op == ast.Mult || !c.Heap)
	if m != nil && !last {
		v, _, err := t.callSpecial(x, name, y)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	v, err := t.ownOperators(op, x, y)
	switch {
	case err != nil || v != NotImplemented:
		return v, err
	case last:
		return t.join(name, op, x, y)
	}
	return t.joinInPlace(op, x, y)
}

// joinInPlace is joinLast for op=, with which no sequence to the right of a container is asked
// for its *.
func (t *Thread) joinInPlace(op ast.Operator, x, y Object) (Object, error) {
	if c := x.Class(); op == ast.Mult && !c.joins(op) && c.container() {
		return NotImplemented, nil
	}
	return t.joinLast(op, x, y)
}
