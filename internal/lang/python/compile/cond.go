package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// cond jumps to l when an expression's truth is when, and else goes on. The jumps are
// blamed on what is at hand rather than on the expression, except that as in CPython a
// comparison leaves itself at hand.
func (g *gen) cond(e ast.Expr, l label, when bool) {
	mark := g.temps
	g.condIn(e, l, when)
	g.temps = mark
}

func (g *gen) condIn(e ast.Expr, l label, when bool) {
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			g.cond(e.Operand, l, !when)
			return
		}
	case *ast.BoolOp:
		g.condBool(e, l, when)
		return
	case *ast.Compare:
		g.condCompare(e, l, when)
		return
	case *ast.IfExp:
		g.condIf(e, l, when)
		return
	}
	place := g.place
	o := g.lazy(e)
	g.place = place
	if o.isCon {
		if t, ok := truth(o.con); ok {
			if t == when {
				g.jump(code.Jump, 0, 0, l)
			}
			return
		}
	}
	op := code.IfFalse
	if when {
		op = code.IfTrue
	}
	g.jump(op, 0, g.rk(o), l)
}

// condBool goes on to the next value where the one before doesn't decide.
func (g *gen) condBool(e *ast.BoolOp, l label, when bool) {
	last := len(e.Values) - 1
	decided, after := l, g.label()
	if e.Or != when {
		decided = after
	}
	trail := 0
	for i, v := range e.Values[:last] {
		g.cond(v, decided, e.Or)
		if i == 0 {
			trail = g.mark()
		}
	}
	g.cond(e.Values[last], l, when)
	// What the later values bind is bound where all of them were evaluated, which is
	// on the one side only.
	g.forget(trail)
	g.here(after)
}

func (g *gen) condCompare(e *ast.Compare, l label, when bool) {
	trail, after := 0, g.label()
	left := g.inReg(g.left(e.Left, e.Comparators[0]))
	for i, op := range e.Ops {
		right := g.link(e, i)
		if i == 0 {
			trail = g.mark()
		}
		g.at(e)
		if i == len(e.Ops)-1 {
			g.compareJump(op, left, right, l, when)
			break
		}
		out := l
		if when {
			out = after
		}
		r := right
		if r.isCon {
			r = register(g.inReg(r))
		}
		g.compareJump(op, left, r, out, false)
		left = r.reg
	}
	g.here(after)
	g.forget(trail)
}

func (g *gen) compareJump(op ast.CmpOperator, left int32, right operand, l label, when bool) {
	first := code.IfNotLt
	if when {
		first = code.IfLt
	}
	g.jump(first+code.Op(op), left, g.rk(right), l)
}

func (g *gen) condIf(e *ast.IfExp, l label, when bool) {
	orElse, end := g.label(), g.label()
	g.cond(e.Test, orElse, false)
	trail := g.mark()
	g.cond(e.Body, l, when)
	g.forget(trail)
	g.jump(code.Jump, 0, 0, end)
	g.here(orElse)
	g.cond(e.OrElse, l, when)
	g.forget(trail)
	g.here(end)
}
