package compile

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An operand is a value that instructions can have: a register, or a constant.
//
// A register that is a local variable is read only by the instruction that has it. So
// none is made of a variable that may have no value, or that an assignment expression
// may bind in between: see load.
type operand struct {
	reg   int32
	con   code.Const
	isCon bool
}

func constant(c code.Const) operand { return operand{con: c, isCon: true} }
func register(r int32) operand      { return operand{reg: r} }

// rk is an operand as it is encoded.
func (g *gen) rk(o operand) int32 {
	if o.isCon {
		return ^g.constIndex(o.con)
	}
	return o.reg
}

// operand compiles an expression whose value may be anywhere. It takes the next
// temporary register, or none.
func (g *gen) operand(e ast.Expr) operand { return g.expr(e, noDest) }

// reg is operand, in a register.
func (g *gen) reg(e ast.Expr) int32 { return g.inReg(g.operand(e)) }

func (g *gen) inReg(o operand) int32 {
	if !o.isCon {
		return o.reg
	}
	r := g.temp()
	g.move(r, o)
	return r
}

// into compiles an expression whose value is to be in a certain register.
func (g *gen) into(e ast.Expr, r int32) {
	mark := g.temps
	g.move(r, g.expr(e, r))
	g.temps = mark
}

// push compiles an expression to the next temporary register.
func (g *gen) push(e ast.Expr) int32 {
	r := g.temp()
	g.into(e, r)
	return r
}

func (g *gen) pushConst(c code.Const) int32 { return g.inReg(constant(c)) }

func (g *gen) move(r int32, o operand) {
	switch {
	case o.isCon:
		g.emit(code.LoadConst, r, g.constIndex(o.con), 0)
	case o.reg != r:
		g.emit(code.Move, r, o.reg, 0)
	}
}

// constants finds what a code has already.
type constants struct {
	ints map[int64]int32
	strs map[string]int32
	rest map[any]int32
}

// These are the keys of constants that don't compare as they should.
type (
	floatKey   uint64
	complexKey [2]uint64
	textKey    string // of big integers and tuples
)

func (g *gen) constIndex(c code.Const) int32 {
	k := &g.consts
	next := int32(len(g.code.Consts))
	switch v := c.(type) {
	case int64:
		return lookup(g, &k.ints, v, c, next)
	case string:
		return lookup(g, &k.strs, v, c, next)
	case *code.Code:
		g.code.Consts = append(g.code.Consts, c)
		return next
	}
	return lookup(g, &k.rest, constKey(c), c, next)
}

func lookup[K comparable](g *gen, m *map[K]int32, key K, c code.Const, next int32) int32 {
	if i, ok := (*m)[key]; ok {
		return i
	}
	if *m == nil {
		*m = map[K]int32{}
	}
	(*m)[key] = next
	g.code.Consts = append(g.code.Consts, c)
	return next
}

func constKey(c code.Const) any {
	switch v := c.(type) {
	case float64:
		return floatKey(math.Float64bits(v))
	case complex128:
		return complexKey{math.Float64bits(real(v)), math.Float64bits(imag(v))}
	case *big.Int, code.Tuple, code.FrozenSet:
		var b strings.Builder
		writeKey(&b, c)
		return textKey(b.String())
	}
	return c
}

// writeKey writes a constant so that different ones differ.
func writeKey(b *strings.Builder, c code.Const) {
	switch v := c.(type) {
	case nil:
		b.WriteByte('N')
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int64:
		b.WriteString("i" + strconv.FormatInt(v, 16))
	case *big.Int:
		b.WriteString("i" + v.Text(16))
	case float64:
		b.WriteString("f" + strconv.FormatUint(math.Float64bits(v), 16))
	case complex128:
		b.WriteString("c" + strconv.FormatUint(math.Float64bits(real(v)), 16) + "," + strconv.FormatUint(math.Float64bits(imag(v)), 16))
	case string:
		b.WriteString("s" + strconv.Itoa(len(v)) + ":" + v)
	case code.Bytes:
		b.WriteString("b" + strconv.Itoa(len(v)) + ":" + string(v))
	case code.Ellipsis:
		b.WriteByte('.')
	case code.Tuple:
		writeKeys(b, '(', v)
	case code.FrozenSet:
		writeKeys(b, '{', v)
	}
	b.WriteByte(';')
}

func writeKeys(b *strings.Builder, open byte, list []code.Const) {
	b.WriteByte(open)
	for _, c := range list {
		writeKey(b, c)
	}
	b.WriteByte(')')
}
