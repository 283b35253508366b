package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// What is awaited, for the error's text: Awaitable's N.
const (
	plainAwait = iota
	enterAwait
	exitAwait
)

func (g *gen) yield(e *ast.Yield, d int32) operand {
	if g.scope.kind != functionScope {
		g.fail(e, "'yield' outside function")
	}
	mark := g.temps
	o := constant(nil)
	if e.Value != nil {
		o = g.operand(e.Value)
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.Yield, d, g.rk(o), 0)
	return register(d)
}

func (g *gen) yieldFrom(e *ast.YieldFrom, d int32) operand {
	if g.scope.kind != functionScope {
		g.fail(e, "'yield' outside function")
	}
	if g.scope.async {
		g.fail(e, "'yield from' inside async function")
	}
	d = g.scratch(d)
	mark := g.temps
	r := g.reg(e.Value)
	g.at(e)
	iter := g.free(mark, noDest)
	g.emit(code.YieldFromIter, iter, r, 0)
	g.send(d, iter)
	g.temps = mark
	return register(d)
}

func (g *gen) await(e *ast.Await, d int32) operand {
	if g.scope.kind != functionScope {
		g.fail(e, "'await' outside function")
	} else if !g.scope.async && g.scope.comp == "" {
		g.fail(e, "'await' outside async function")
	}
	mark := g.temps
	r := g.reg(e.Value)
	g.at(e)
	g.temps = max(mark, r+1)
	return g.settle(mark, d, g.awaited(r, plainAwait))
}

// settle gives back the registers from mark on, and puts a value that is in one of them
// where it is wanted.
func (g *gen) settle(mark, d, r int32) operand {
	d = g.free(mark, d)
	g.move(d, register(r))
	return register(d)
}

// awaited waits for what is in register r. Its result is in a new register, which the
// caller frees.
func (g *gen) awaited(r int32, n int) int32 {
	d := g.temp()
	mark := g.temps
	iter := g.temp()
	g.emitN(code.Awaitable, n, iter, r, 0)
	g.send(d, iter)
	g.temps = mark
	return d
}

// send passes on what an iterator yields until it returns; d gets that. The Yield follows
// its Send at once, which throw() relies on.
func (g *gen) send(d, iter int32) {
	g.move(d, constant(nil))
	end := g.label()
	top := g.start()
	g.jump(code.Send, d, iter, end)
	g.emitN(code.Yield, 1, d, d, iter)
	g.jump(code.JumpBack, 0, 0, top)
	g.here(end)
}

func (g *gen) asyncFor(s *ast.For) {
	mark := g.temps
	g.checkAsync(s, "async for")
	r := g.reg(s.Iter)
	g.at(s)
	iter := g.free(mark, noDest)
	g.emit(code.AsyncIter, iter, r, 0)
	g.asyncRounds(s, iter, s.Target, func(next label) {}, s)
	g.temps = mark
}

func (g *gen) checkAsync(s ast.Stmt, what string) {
	if !g.scope.async {
		g.fail(s, "'%s' outside async function", what)
	}
}

// asyncRounds is the loop of an async for, or of a comprehension's, which round compiles
// the inside of.
func (g *gen) asyncRounds(at ast.Node, iter int32, target ast.Expr, round func(next label), s *ast.For) {
	mark, trail := g.temps, g.mark()
	exc := g.temp()
	top, stop, end := g.label(), g.label(), g.label()
	g.at(at)
	g.here(top)
	loop := &block{kind: loopBlock, brk: end, next: top}
	if s != nil {
		g.enter(loop)
	}
	b := &block{kind: tryBlock, handled: g.handled}
	g.enter(b)
	v := g.temp()
	g.emit(code.AsyncNext, v, iter, 0)
	item := g.temp()
	g.send(item, v)
	g.leave()
	g.cover(b, stop, exc)
	g.store(target, register(item))
	g.temps = mark + 1
	if s != nil {
		g.stmts(s.Body)
		g.leave()
		g.at(s)
		g.jumpBack(top)
	} else {
		next := g.label()
		round(next)
		g.here(next)
		g.at(at)
		g.jump(code.JumpBack, 0, 0, top)
	}
	g.forget(trail)
	g.here(stop)
	g.emit(code.EndAsyncFor, exc, 0, 0)
	if s != nil {
		g.stmts(s.Else)
		g.forget(trail)
	}
	g.here(end)
	g.temps = mark
}
