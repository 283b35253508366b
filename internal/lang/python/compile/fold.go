package compile

import (
	"math/big"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// Bounds on constants that operations on constants make; what is larger is left for when
// the program runs.
const (
	maxFoldBits     = 128
	maxFoldString   = 4096
	maxFoldElements = 256
)

// truth is a constant's; not ok of what isn't worth knowing.
func truth(c code.Const) (t, ok bool) {
	switch v := c.(type) {
	case nil:
		return false, true
	case bool:
		return v, true
	case int64:
		return v != 0, true
	case *big.Int, code.Ellipsis:
		return true, true
	case float64:
		return v != 0, true
	case complex128:
		return v != 0, true
	case string:
		return v != "", true
	case code.Bytes:
		return v != "", true
	case code.Tuple:
		return len(v) > 0, true
	}
	return false, false
}

func foldUnary(op ast.UnaryOperator, c code.Const) (code.Const, bool) {
	if op == ast.Not {
		t, ok := truth(c)
		return !t, ok
	}
	switch v := c.(type) {
	case float64:
		switch op {
		case ast.USub:
			return -v, true
		case ast.UAdd:
			return v, true
		}
		return nil, false
	case complex128:
		switch op {
		case ast.USub:
			return complex(-real(v), -imag(v)), true
		case ast.UAdd:
			return v, true
		}
		return nil, false
	}
	n := integer(c)
	if n == nil {
		return nil, false
	}
	switch op {
	case ast.USub:
		n = new(big.Int).Neg(n)
	case ast.Invert:
		n = new(big.Int).Not(n)
	}
	return normal(n), true
}

// integer is a constant as an integer, or nil.
func integer(c code.Const) *big.Int {
	switch v := c.(type) {
	case bool:
		if v {
			return big.NewInt(1)
		}
		return new(big.Int)
	case int64:
		return big.NewInt(v)
	case *big.Int:
		return v
	}
	return nil
}

func normal(n *big.Int) code.Const {
	if n.IsInt64() {
		return n.Int64()
	}
	return n
}

func foldBinary(op ast.Operator, a, b code.Const) (code.Const, bool) {
	if x, y := integer(a), integer(b); x != nil && y != nil {
		c, ok := foldInts(op, x, y)
		if ok && op >= ast.BitOr && op <= ast.BitAnd && isBool(a) && isBool(b) {
			return c != int64(0), true
		}
		return c, ok
	}
	switch x := a.(type) {
	case string:
		return foldString(op, x, b)
	case code.Bytes:
		if y, ok := b.(code.Bytes); ok && op == ast.Add {
			return x + y, true
		}
		s, ok := foldRepeat(op, string(x), b)
		return code.Bytes(s), ok
	case code.Tuple:
		if y, ok := b.(code.Tuple); ok && op == ast.Add && len(x)+len(y) <= maxFoldElements {
			return append(x[:len(x):len(x)], y...), true
		}
		return nil, false
	}
	if s, ok := b.(string); ok {
		s, ok := foldRepeat(op, s, a)
		return s, ok
	}
	return foldNumbers(op, a, b)
}

func isBool(c code.Const) bool {
	_, ok := c.(bool)
	return ok
}

func foldInts(op ast.Operator, x, y *big.Int) (code.Const, bool) {
	z := new(big.Int)
	switch op {
	case ast.Add:
		z.Add(x, y)
	case ast.Sub:
		z.Sub(x, y)
	case ast.Mult:
		if x.BitLen()+y.BitLen() > maxFoldBits {
			return nil, false
		}
		z.Mul(x, y)
	case ast.Div:
		return foldDiv(x, y)
	case ast.FloorDiv, ast.Mod:
		if y.Sign() == 0 {
			return nil, false
		}
		m := new(big.Int)
		z.DivMod(x, y, m) // whose remainder is never negative
		if y.Sign() < 0 && m.Sign() != 0 {
			z.Sub(z, big.NewInt(1))
			m.Add(m, y)
		}
		if op == ast.Mod {
			z = m
		}
	case ast.BitOr:
		z.Or(x, y)
	case ast.BitXor:
		z.Xor(x, y)
	case ast.BitAnd:
		z.And(x, y)
	default:
		return foldShift(op, x, y)
	}
	return normal(z), true
}

// foldDiv divides integers that are floats exactly.
func foldDiv(x, y *big.Int) (code.Const, bool) {
	if y.Sign() == 0 || x.BitLen() > 53 || y.BitLen() > 53 {
		return nil, false
	}
	return float64(x.Int64()) / float64(y.Int64()), true
}

func foldShift(op ast.Operator, x, y *big.Int) (code.Const, bool) {
	if y.Sign() < 0 || !y.IsInt64() {
		return nil, false
	}
	n := y.Int64()
	z := new(big.Int)
	switch op {
	case ast.LShift:
		if n > maxFoldBits || x.BitLen()+int(n) > maxFoldBits {
			return nil, false
		}
		z.Lsh(x, uint(n))
	case ast.RShift:
		z.Rsh(x, uint(min(n, maxFoldBits*64)))
	case ast.Pow:
		if n > maxFoldBits || x.BitLen()*int(n) > maxFoldBits {
			return nil, false
		}
		z.Exp(x, y, nil)
	default:
		return nil, false
	}
	return normal(z), true
}

func foldString(op ast.Operator, x string, b code.Const) (code.Const, bool) {
	if y, ok := b.(string); ok && op == ast.Add && len(x)+len(y) <= maxFoldString {
		return x + y, true
	}
	s, ok := foldRepeat(op, x, b)
	return s, ok
}

func foldRepeat(op ast.Operator, s string, times code.Const) (string, bool) {
	n, ok := times.(int64)
	if !ok || op != ast.Mult || n > maxFoldString || n > 0 && len(s)*int(n) > maxFoldString {
		return "", false
	}
	return strings.Repeat(s, int(max(n, 0))), true
}

// foldNumbers is for when one of them at least is a float or complex.
func foldNumbers(op ast.Operator, a, b code.Const) (code.Const, bool) {
	x, xc, okx := number(a)
	y, yc, oky := number(b)
	if !okx || !oky {
		return nil, false
	}
	if xc || yc {
		switch op {
		case ast.Add:
			return x + y, true
		case ast.Sub:
			return x - y, true
		}
		return nil, false
	}
	f, h := real(x), real(y)
	switch op {
	case ast.Add:
		return f + h, true
	case ast.Sub:
		return f - h, true
	case ast.Mult:
		return f * h, true
	case ast.Div:
		if h != 0 {
			return f / h, true
		}
	}
	return nil, false
}

func number(c code.Const) (v complex128, isComplex, ok bool) {
	switch v := c.(type) {
	case float64:
		return complex(v, 0), false, true
	case complex128:
		return v, true, true
	case int64:
		return complex(float64(v), 0), false, true
	case bool:
		if v {
			return 1, false, true
		}
		return 0, false, true
	}
	return 0, false, false
}
