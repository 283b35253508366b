package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A builder is a comprehension of any kind: its generators, and what each round adds.
type builder struct {
	e          ast.Expr
	gens       []*ast.Comprehension
	value, elt ast.Expr // the value of a dict's key, which elt is
	scope      *scope
	result     int32
	place      code.Place // what adding an element is blamed on
}

func (g *gen) comprehension(e ast.Expr, gens []*ast.Comprehension, value, elt ast.Expr, d int32) operand {
	sc := g.scopeOf(e)
	b := &builder{e: e, gens: gens, value: value, elt: elt, scope: sc, place: placeOf(e.Extent())}
	if sc.inline {
		return g.inline(b, d)
	}
	if sc.coroutine && !sc.generator && !g.scope.async && g.scope.comp == "" {
		g.fail(e, "asynchronous comprehension outside of an asynchronous function")
	}
	return g.outOfLine(b, d)
}

// inline makes the comprehension part of the code at hand: its variables are registers.
func (g *gen) inline(b *builder, d int32) operand {
	d = g.scratch(d)
	mark := g.temps
	iter := g.iterator(b.e, b.gens[0].Iter)
	start, outside, trail := g.pc(), g.scope, g.mark()
	g.scope = b.scope
	for _, sym := range b.scope.syms {
		if sym.kind == localSymbol && sym.name != ".0" {
			sym.reg = g.temp()
		}
	}
	g.at(b.e)
	g.beginResult(b, d)
	g.generators(b, 0, iter)
	g.scope = outside
	g.forget(trail)
	g.code.Inlined = append(g.code.Inlined, code.Inline{Start: start, End: g.pc(), Name: b.scope.name, Place: placeOf(b.e.Extent())})
	g.temps = mark
	return register(d)
}

// iterator is that of an iterable, in a new register.
func (g *gen) iterator(at spanned, e ast.Expr) int32 {
	r := g.temp()
	o := g.inReg(g.iterable(e))
	g.at(at)
	g.emit(code.GetIter, r, o, 0)
	g.temps = r + 1
	return r
}

// iterable is an expression of which only the elements matter.
func (g *gen) iterable(e ast.Expr) operand {
	switch e := e.(type) {
	case *ast.List:
		if literals(e.Elts) {
			return constant(code.Tuple(g.constants(e.Elts)))
		}
	case *ast.Set:
		if literals(e.Elts) {
			return constant(code.FrozenSet(g.constants(e.Elts)))
		}
	}
	return g.operand(e)
}

// outOfLine makes the comprehension a function that is called with the first iterator.
func (g *gen) outOfLine(b *builder, d int32) operand {
	mark := g.temps
	f := g.temp()
	g.at(b.e)
	g.makeFunc(g.comprehensionCode(b), 0, f, 0)
	arg := g.temp()
	op := code.GetIter
	if b.gens[0].Async {
		op = code.AsyncIter
	}
	o := g.inReg(g.iterable(b.gens[0].Iter))
	g.at(b.e)
	g.emit(op, arg, o, 0)
	if !b.scope.coroutine || b.scope.generator {
		d = g.free(mark, d)
		g.emitN(code.Call, 1, d, f, -1)
		return register(d)
	}
	g.emitN(code.Call, 1, f, f, -1)
	g.temps = f + 1
	return g.settle(mark, d, g.awaited(f, plainAwait))
}

func (g *gen) comprehensionCode(b *builder) *code.Code {
	g.open(b.scope, code.Comprehension, b.scope.name, b.e.Extent().Start.Line)
	g.code.Args = 1
	g.at(b.e)
	if b.scope.generator {
		g.generators(b, 0, 0)
		g.returnNone()
		return g.close()
	}
	r := g.temp()
	g.beginResult(b, r)
	g.generators(b, 0, 0)
	g.emit(code.Return, 0, r, 0)
	return g.close()
}

func (g *gen) beginResult(b *builder, d int32) {
	b.result = d
	switch b.scope.comp {
	case "<listcomp>":
		g.emit(code.BuildList, d, 0, 0)
	case "<setcomp>":
		g.emit(code.BuildSet, d, 0, 0)
	case "<dictcomp>":
		g.emit(code.BuildDict, d, 0, 0)
	}
}

// generators compiles the loops from i on, the iterator of which is in a register.
func (g *gen) generators(b *builder, i int, iter int32) {
	c := b.gens[i]
	if c.Async {
		g.asyncRounds(b.e, iter, c.Target, func(next label) { g.round(b, i, next) }, nil)
		return
	}
	end, next := g.label(), g.label()
	g.at(b.e)
	top := g.start()
	mark := g.temps
	g.forIter(iter, c.Target, end)
	g.temps = mark
	g.round(b, i, next)
	g.here(next)
	g.at(b.e)
	g.jump(code.JumpBack, 0, 0, top)
	g.here(end)
}

// round is one of generator i: its conditions, which may go on to the next round, and
// what is inside.
func (g *gen) round(b *builder, i int, next label) {
	mark := g.temps
	for _, e := range b.gens[i].Ifs {
		g.place = b.place
		g.cond(e, next, false)
		b.place = g.place
	}
	if i+1 < len(b.gens) {
		iter := b.gens[i+1].Iter
		if b.gens[i+1].Async {
			r := g.reg(iter)
			g.at(b.e)
			it := g.temp()
			g.emit(code.AsyncIter, it, r, 0)
			g.generators(b, i+1, it)
		} else {
			g.generators(b, i+1, g.iterator(b.e, iter))
		}
	} else {
		g.addElement(b)
	}
	g.temps = mark
}

func (g *gen) addElement(b *builder) {
	o, v := g.operand(b.elt), operand{}
	if b.value != nil {
		v = g.operand(b.value)
	}
	g.place = b.place
	switch b.scope.comp {
	case "<listcomp>":
		g.emit(code.ListAppend, b.result, g.rk(o), 0)
	case "<setcomp>":
		g.emit(code.SetAdd, b.result, g.rk(o), 0)
	case "<dictcomp>":
		g.emit(code.DictSet, b.result, g.rk(o), g.rk(v))
	default:
		g.emit(code.Yield, g.temp(), g.rk(o), 0)
	}
}
