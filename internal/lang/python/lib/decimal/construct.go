package decimal

import (
	"math"
	"math/big"
	"strings"
	"unicode"

	"github.com/elide-dev/elided/internal/lang/python/lib/decimal/dec"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// make is the number that a value says, exactly.
func (k *calc) make(x py.Object) (*dec.Number, error) {
	switch v := py.Native(x).(type) {
	case *py.Str:
		return k.ofText(py.PlainDigits(v.String()))
	case py.Float:
		k.Status |= dec.FloatOperation
		if err := k.check(); err != nil {
			return nil, err
		}
		return ofFloat(float64(v)), nil
	case *py.Tuple:
		return k.ofTuple(v.Items)
	case *py.List:
		return k.ofTuple(v.Items)
	}
	return needed(x)
}

// create is make by the context: a text has nothing but the number in it, and a NaN no more
// digits than there is room for.
func (k *calc) create(x py.Object) (*dec.Number, error) {
	v, ok := py.Native(x).(*py.Str)
	if !ok {
		return k.make(x)
	}
	s := v.String()
	if strings.Contains(s, "_") || strings.ContainsFunc(s, unicode.IsSpace) {
		s = "" // which is no number
	}
	n, err := k.ofText(py.PlainDigits(s))
	room := k.Prec
	if k.Clamp {
		room--
	}
	if err == nil && n.IsNaN() && n.Coef.Sign() != 0 && n.Digits() > room {
		n, err = k.ofText("")
	}
	return n, err
}

func (k *calc) ofText(s string) (*dec.Number, error) {
	n, ok, tooLarge := dec.Parse(strings.ReplaceAll(s, "_", ""))
	switch {
	case tooLarge:
		return nil, py.NewExc(py.MemoryError)
	case !ok:
		k.Status |= dec.ConversionSyntax
		n = &dec.Number{Kind: dec.NaN, Coef: new(big.Int)}
	}
	return n, nil
}

// exact checks that a number is within the widest bounds.
func (k *calc) exact(n *dec.Number) *dec.Number {
	if n.Kind != dec.Finite {
		return n
	}
	if n.IsZero() {
		if e := min(max(n.Exp, dec.MinEtiny), dec.MaxEmax); e != n.Exp {
			return dec.New(n.Neg, n.Coef, e)
		}
		return n
	}
	if n.Adjusted() > dec.MaxEmax || n.Exp < dec.MinEtiny {
		k.Status |= dec.InvalidOperation
		return &dec.Number{Kind: dec.NaN, Coef: new(big.Int)}
	}
	return n
}

func ofFloat(f float64) *dec.Number {
	switch {
	case math.IsNaN(f):
		return &dec.Number{Kind: dec.NaN, Coef: new(big.Int)}
	case math.IsInf(f, 0):
		return &dec.Number{Kind: dec.Inf, Neg: f < 0, Coef: new(big.Int)}
	}
	neg := math.Signbit(f)
	if f == 0 {
		return dec.New(neg, new(big.Int), 0)
	}
	m, e := math.Frexp(math.Abs(f))
	coef := big.NewInt(int64(math.Ldexp(m, 53)))
	e -= 53
	for e < 0 && coef.Bit(0) == 0 {
		coef.Rsh(coef, 1)
		e++
	}
	if e >= 0 {
		return dec.New(neg, coef.Lsh(coef, uint(e)), 0)
	}
	// m / 2**k is m * 5**k / 10**k.
	return dec.New(neg, coef.Mul(coef, new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-e)), nil)), int64(e))
}

// ofTuple takes a sign, digits and an exponent.
func (k *calc) ofTuple(items []py.Object) (*dec.Number, error) {
	if len(items) != 3 {
		return nil, py.Raise(py.ValueError, "argument must be a sequence of length 3")
	}
	sign, ok, err := smallInt(items[0], "long")
	if err != nil {
		return nil, err
	}
	if !ok || sign != 0 && sign != 1 {
		return nil, py.Raise(py.ValueError, "sign must be an integer with the value 0 or 1")
	}
	kind, exp := "", int64(0)
	if v, text := py.Native(items[2]).(*py.Str); text {
		var known bool
		if kind, known = map[string]string{"F": "Inf", "n": "NaN", "N": "sNaN"}[v.String()]; !known {
			return nil, py.Raise(py.ValueError, "string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else if exp, ok, err = smallInt(items[2], "ssize_t"); err != nil {
		return nil, err
	} else if !ok {
		return nil, py.Raise(py.ValueError, "exponent must be an integer")
	}
	var list []py.Object
	switch v := py.Native(items[1]).(type) {
	case *py.Tuple:
		list = v.Items
	case *py.List:
		list = v.Items
	default:
		return nil, py.Raise(py.ValueError, "coefficient must be a tuple of digits")
	}
	text := make([]byte, 0, len(list)+1)
	for _, x := range list {
		d, ok, err := smallInt(x, "long")
		if err != nil {
			return nil, err
		}
		if !ok || d < 0 || d > 9 {
			return nil, py.Raise(py.ValueError, "coefficient must be a tuple of digits")
		}
		text = append(text, '0'+byte(d))
	}
	if kind == "Inf" {
		return &dec.Number{Kind: dec.Inf, Neg: sign == 1, Coef: new(big.Int)}, nil
	}
	if kind == "" && len(text) == 0 {
		text = append(text, '0')
	}
	n, err := k.ofText(kind + string(text))
	if err != nil {
		return nil, err
	}
	return &dec.Number{Kind: n.Kind, Neg: sign == 1, Coef: n.Coef, Exp: exp}, nil
}

// smallInt is an int, a bool among them, of the size of a C type. ok is false where x is none.
func smallInt(x py.Object, ctype string) (n int64, ok bool, err error) {
	switch v := py.Native(x).(type) {
	case py.Int:
		return int64(v), true, nil
	case *py.Bool:
		if v == py.True {
			n = 1
		}
		return n, true, nil
	case *py.BigInt:
		return 0, false, py.Raise(py.OverflowError, "Python int too large to convert to C %s", ctype)
	}
	return 0, false, nil
}
