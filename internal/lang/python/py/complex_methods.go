package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

func addComplexMethods() {
	ComplexClass.addMethods(MethodTable{
		{"conjugate", "/", complexConjugate, ""},
		{"__complex__", "/", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
		{"__getnewargs__", "/", complexNewArgs, ""},
		{"__pow__", "value, mod=None, /", powWith(ComplexClass.Slots.Binary[ast.Pow], complexPowMod), ""},
		{"__rpow__", "value, mod=None, /", reflectedPow(ComplexClass.Slots.Binary[ast.Pow]), ""},
	})
	ComplexClass.addGetSets(
		&GetSet{Name: "real", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			return Float(real(Native(x).(Complex))), nil
		}},
		&GetSet{Name: "imag", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			return Float(imag(Native(x).(Complex))), nil
		}},
	)
}

func complexConjugate(_ *Thread, a []Object) (Object, error) {
	c := a[0].(Complex)
	return Complex(complex(real(c), -imag(c))), nil
}

func complexNewArgs(_ *Thread, a []Object) (Object, error) {
	c := a[0].(Complex)
	return NewTuple(Float(real(c)), Float(imag(c))), nil
}

func complexPowMod(_ *Thread, x, y, _ Object) (Object, error) {
	if !isNumber(x) || !isNumber(y) {
		return NotImplemented, nil
	}
	return nil, Raise(ValueError, "complex modulo")
}
