package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// A Cmp is a rich comparison, in ast.CmpOperator's order.
type Cmp uint8

// The rich comparisons.
const (
	LT = Cmp(ast.Lt)
	LE = Cmp(ast.LtE)
	EQ = Cmp(ast.Eq)
	NE = Cmp(ast.NotEq)
	GT = Cmp(ast.Gt)
	GE = Cmp(ast.GtE)
)

var cmpMethods = [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"}

// swapped is y's comparison that says what x's does.
func (op Cmp) swapped() Cmp { return [...]Cmp{GT, GE, EQ, NE, LT, LE}[op] }

// String is the operator as it is written.
func (op Cmp) String() string { return ast.CmpOperator(op).String() }

// NumBinary is how many binary operators there are.
const NumBinary = int(ast.MatMult) + 1

var binaryMethods = [NumBinary]string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "matmul"}

// The names of the methods for binary operators: x's, y's, and that of op=.
var binaryNames, reflectedNames, inplaceNames = methodNames("__"), methodNames("__r"), methodNames("__i")

func methodNames(prefix string) (names [NumBinary]string) {
	for op, name := range binaryMethods {
		names[op] = prefix + name + "__"
	}
	return names
}

// special is a method that an operation looks for in the class alone, bound to o; nil is
// none.
func (t *Thread) special(o Object, name string) (Object, error) {
	m := o.Class().Lookup(name)
	if m == nil || m == None {
		return nil, nil
	}
	return t.bindTo(m, o, o.Class())
}

// callSpecial calls a method that an operation looks for. found is false when there is
// none. It spares the bound method.
func (t *Thread) callSpecial(o Object, name string, args ...Object) (v Object, found bool, err error) {
	m := o.Class().Lookup(name)
	if m == nil {
		return nil, false, nil
	}
	switch m.(type) {
	case *Func, *MethodDescr:
		v, err = t.callWith(m, o, args)
		return v, true, err
	}
	m, err = t.bindTo(m, o, o.Class())
	if err != nil {
		return nil, true, err
	}
	v, err = t.Call(m, slices.Clone(args)...)
	return v, true, err
}

// Binary is x op y.
func (t *Thread) Binary(op ast.Operator, x, y Object) (Object, error) {
	v, err := t.binary(op, x, y)
	if v == NotImplemented && err == nil {
		return nil, unsupported(op.String(), x, y)
	}
	return v, err
}

func unsupported(op string, x, y Object) error {
	if op == "**" || op == "**=" {
		op += " or pow()"
		if op[2] == '=' {
			op = "**="
		}
	}
	if !x.Class().Heap && !y.Class().Heap {
		if err := sequenceError(op, x, y); err != nil {
			return err
		}
	}
	if f, ok := x.(*Builtin); ok && op == ">>" && f.Name == "print" {
		return Raise(TypeError, "unsupported operand type(s) for >>: 'builtin_function_or_method' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", y.Class().fullName())
	}
	return Raise(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", op, x.Class().fullName(), y.Class().fullName())
}

// concatError is that of a sequence that y can't be added to.
func concatError(x, y Object) error {
	name := Native(x).Class().Name
	if name == "bytes" || name == "bytearray" {
		return Raise(TypeError, "can't concat %s to %s", y.Class().fullName(), x.Class().fullName())
	}
	return Raise(TypeError, "can only concatenate %s (not \"%s\") to %s", name, y.Class().fullName(), name)
}

func nativeBinary(t *Thread, op ast.Operator, x, y Object, cx, cy *Class) (Object, error) {
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	v, err := askBinary(t, op, x, y, cx, cy)
	t.leaveNative()
	return v, err
}

func askBinary(t *Thread, op ast.Operator, x, y Object, cx, cy *Class) (Object, error) {
	if fn := cy.Slots.Reflected[op]; fn != nil && cx == IntClass && cx != cy && cy.IsSubclass(cx) { // as re's flags are ints
		if v, err := fn(t, x, y); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fn := cx.Slots.Binary[op]; fn != nil {
		if v, err := fn(t, x, y); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fn := cy.Slots.Reflected[op]; fn != nil && cx != cy {
		return fn(t, x, y)
	}
	return NotImplemented, nil
}

var unaryMethods = [...]string{"", "__invert__", "__pos__", "__neg__"}

// Unary is op x, for ~, + and -.
func (t *Thread) Unary(op ast.UnaryOperator, x Object) (Object, error) {
	c := x.Class()
	if !c.Heap {
		if fn := [...]func(*Thread, Object) (Object, error){nil, c.Slots.Invert, c.Slots.Pos, c.Slots.Neg}[op]; fn != nil {
			return fn(t, x)
		}
	} else if v, found, err := t.callSpecial(x, unaryMethods[op]); found {
		return v, err
	}
	return nil, Raise(TypeError, "bad operand type for unary %s: '%s'", [...]string{"not", "~", "+", "-"}[op], c.fullName())
}

// Truth is what conditions ask.
func (t *Thread) Truth(x Object) (bool, error) {
	switch v := x.(type) {
	case *Bool:
		return v.v, nil
	case *noneType:
		return false, nil
	case Int:
		return v != 0, nil
	case *Str:
		return v.s != "", nil
	case *List:
		return len(v.Items) > 0, nil
	case *Dict:
		return v.used > 0, nil
	case *Tuple:
		return len(v.Items) > 0, nil
	}
	c := x.Class()
	if c.Heap {
		return t.heapTruth(x, c)
	}
	switch {
	case c.Slots.Bool != nil:
		return c.Slots.Bool(t, x)
	case c.Slots.Len != nil:
		n, err := t.Len(x)
		return n != 0, err
	}
	return true, nil
}

func (t *Thread) heapTruth(x Object, c *Class) (bool, error) {
	v, found, err := t.callSpecial(x, "__bool__")
	if err != nil {
		return false, err
	}
	if found {
		b, ok := v.(*Bool)
		if !ok {
			return false, Raise(TypeError, "__bool__ should return bool, returned %s", v.Class().fullName())
		}
		return b.v, nil
	}
	if c.Lookup("__len__") != nil {
		n, err := t.Len(x)
		return n != 0, err
	}
	return true, nil
}
