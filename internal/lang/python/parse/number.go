package parse

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// maxDigits bounds decimal integers, the time to read them being quadratic.
const maxDigits = 4300

// number parses a number.
func (p *parser) number() ast.Expr {
	t := &p.toks[p.pos]
	s := p.text(t)
	p.advance()
	c := &ast.Constant{Span: t.span(), Kind: ast.Int}
	if len(s) < 18 && plainDigits(s) {
		for i := range len(s) {
			c.Int = c.Int*10 + int64(s[i]-'0')
		}
		return c
	}
	s = strings.ReplaceAll(s, "_", "")
	radix := len(s) > 1 && s[0] == '0' && !isDigit(s[1]) && strings.IndexByte("xXoObB", s[1]) >= 0
	last := s[len(s)-1]
	switch {
	case !radix && (last == 'j' || last == 'J'):
		c.Kind, c.Float = ast.Complex, float(s[:len(s)-1])
	case !radix && strings.ContainsAny(s, ".eE"):
		c.Kind, c.Float = ast.Float, float(s)
	default:
		p.integer(c, s, radix)
	}
	return c
}

func plainDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// float is the value of a float's digits, infinite where it's out of range.
func float(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

func (p *parser) integer(c *ast.Constant, s string, radix bool) {
	if !radix && len(s) > maxDigits {
		err := p.errorAt("SyntaxError", "Exceeds the limit (4300 digits) for integer string conversion: value has "+
			strconv.Itoa(len(s))+" digits; use sys.set_int_max_str_digits() to increase the limit"+
			" - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", c.Span)
		err.Col, err.EndCol = 0, 0
		panic(err)
	}
	base := 10
	if radix {
		base = 0
	}
	if v, err := strconv.ParseInt(s, base, 64); err == nil {
		c.Int = v
		return
	}
	c.Big, _ = new(big.Int).SetString(s, base)
}
