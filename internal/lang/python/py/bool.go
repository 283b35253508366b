package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

func setupBool() {
	BoolClass.Sealed = true
	s := &BoolClass.Slots
	s.New, s.Repr = boolNew, boolRepr
	s.setBinary(ast.BitAnd, boolAnd)
	s.setBinary(ast.BitOr, boolOr)
	s.setBinary(ast.BitXor, boolXor)
}

var boolSignature = Sign("x=, /")

func boolNew(t *Thread, cls *Class, a Args) (Object, error) {
	if err := checkNew(BoolClass, cls); err != nil {
		return nil, err
	}
	args, err := boolSignature.bind("bool", a, 0)
	if err != nil {
		return nil, err
	}
	if args[0] == nil {
		return False, nil
	}
	b, err := t.Truth(args[0])
	return Of(b), err
}

func boolRepr(_ *Thread, x Object) (Object, error) {
	if x.(*Bool).v {
		return NewStr("True"), nil
	}
	return NewStr("False"), nil
}

func boolAnd(t *Thread, x, y Object) (Object, error) {
	if a, b, ok := boolPair(x, y); ok {
		return Of(a && b), nil
	}
	return intAnd(t, x, y)
}

func boolOr(t *Thread, x, y Object) (Object, error) {
	if a, b, ok := boolPair(x, y); ok {
		return Of(a || b), nil
	}
	return intOr(t, x, y)
}

func boolXor(t *Thread, x, y Object) (Object, error) {
	if a, b, ok := boolPair(x, y); ok {
		return Of(a != b), nil
	}
	return intXor(t, x, y)
}

func boolPair(x, y Object) (a, b, ok bool) {
	p, ok := x.(*Bool)
	if !ok {
		return false, false, false
	}
	q, ok := y.(*Bool)
	if !ok {
		return false, false, false
	}
	return p.v, q.v, true
}
