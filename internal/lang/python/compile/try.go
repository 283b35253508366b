package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (g *gen) try(s *ast.Try) (ends bool) {
	g.at(s)
	g.lineMark(s.Start.Line, code.Leads)
	if len(s.Final) > 0 {
		return g.finally(s)
	}
	return g.tryHandlers(s)
}

func (g *gen) tryHandlers(s *ast.Try) bool {
	switch {
	case len(s.Handlers) == 0:
		return g.stmts(s.Body)
	case s.Star:
		g.exceptStar(s)
		return false
	}
	return g.except(s)
}

// finally compiles the final body for each way out: here when nothing happens and for an
// exception, and in unwind for a jump or a return.
func (g *gen) finally(s *ast.Try) bool {
	exc, trail := g.temp(), g.mark()
	handler, end := g.label(), g.label()
	place := g.place
	b := &block{kind: finallyBlock, final: s.Final, handled: g.handled}
	g.enter(b)
	ends := g.tryHandlers(s)
	g.leave()
	g.cover(b, handler, exc)
	if !ends {
		g.stmts(s.Final)
		g.jump(code.Jump, 0, 0, end)
	}
	kept := append([]int32(nil), g.trail[trail:]...)
	g.forget(trail)
	g.here(handler)
	g.place = place
	g.setHandled(uint16(exc))
	g.enter(&block{kind: finalBody, handled: b.handled})
	g.stmts(s.Final)
	g.leave()
	g.place = code.Place{}
	g.emit(code.Reraise, 0, exc, 0)
	g.handled = b.handled
	g.forget(trail)
	g.rebind(kept) // no other way leads to the end
	g.here(end)
	return ends
}

func (g *gen) except(s *ast.Try) bool {
	exc, trail := g.temp(), g.mark()
	handler, end := g.label(), g.label()
	outer := g.handled
	b := &block{kind: tryBlock, handled: outer}
	g.enter(b)
	ends := g.stmts(s.Body)
	g.leave()
	g.cover(b, handler, exc)
	ends = g.stmts(s.Else) || ends
	kept := append([]int32(nil), g.trail[trail:]...)
	g.forget(trail)
	g.jump(code.Jump, 0, 0, end)
	g.here(handler)
	g.place = code.Place{}
	g.setHandled(uint16(exc))
	all := true
	for i, h := range s.Handlers {
		if h.Type == nil && i < len(s.Handlers)-1 {
			g.fail(h, "default 'except:' must be last")
		}
		all = g.handler(h, exc, outer, end) && all
		g.forget(trail)
	}
	g.handled = uint16(exc)
	g.place = code.Place{}
	g.emit(code.Reraise, 0, exc, 0)
	g.handled = outer
	g.here(end)
	if all {
		g.rebind(kept)
	}
	return ends && all
}

// handler is one except clause for the exception in a register.
func (g *gen) handler(h *ast.ExceptHandler, exc int32, outer uint16, end label) (ends bool) {
	mark, next := g.temps, g.label()
	g.handled = uint16(exc)
	if h.Type != nil {
		o := g.operand(h.Type)
		g.at(h)
		g.jump(code.IfNoMatch, exc, g.rk(o), next)
		g.temps = mark
	}
	g.at(h)
	if h.Name != "" {
		g.storeName(h.Name, register(exc))
	}
	second := g.temp()
	b := &block{kind: exceptBlock, name: h.Name, handled: outer}
	g.enter(b)
	ends = g.stmts(h.Body)
	g.leave()
	if !ends {
		g.setHandled(outer)
		g.clearName(h.Name)
		g.jump(code.Jump, 0, 0, end)
	}
	if h.Name != "" {
		cleanup := g.label()
		b.handled = uint16(exc)
		g.cover(b, cleanup, second)
		g.here(cleanup)
		g.place = code.Place{}
		g.clearName(h.Name)
		g.emit(code.Reraise, 0, second, 0)
	}
	g.handled = uint16(exc)
	g.temps = mark
	g.here(next)
	return ends
}

// exceptStar splits the exception group clause by clause, and raises again what is left
// of it together with what the clauses raise.
func (g *gen) exceptStar(s *ast.Try) {
	mark := g.temps
	exc, trail, outer := g.temp(), g.mark(), g.handled
	handler, end := g.label(), g.label()
	b := &block{kind: tryBlock, handled: outer}
	g.enter(b)
	g.stmts(s.Body)
	g.leave()
	g.cover(b, handler, exc)
	g.stmts(s.Else)
	g.forget(trail)
	g.jump(code.Jump, 0, 0, end)
	g.here(handler)
	g.at(s)
	g.setHandled(uint16(exc))
	list, rest := g.temp(), g.temp()
	g.emit(code.BuildList, list, 0, 0)
	g.move(rest, register(exc))
	for _, h := range s.Handlers {
		g.starHandler(h, exc, list, rest)
		g.forget(trail)
	}
	g.at(s)
	g.emit(code.ListAppend, list, rest, 0)
	g.emit(code.JoinGroup, rest, exc, list)
	done := g.label()
	g.jump(code.IfIs, rest, g.rk(constant(nil)), done)
	g.emit(code.Reraise, 0, rest, 0)
	g.here(done)
	g.setHandled(outer)
	g.here(end)
	g.temps = mark
}

func (g *gen) starHandler(h *ast.ExceptHandler, exc, list, rest int32) {
	mark := g.temps
	next, raised := g.label(), g.label()
	g.handled = uint16(exc)
	match := g.temp()
	left := g.temp()
	class := g.push(h.Type)
	g.at(h)
	g.emit(code.SplitGroup, match, rest, class)
	g.temps = left + 1
	g.jump(code.IfIs, match, g.rk(constant(nil)), next)
	g.move(rest, register(left))
	g.setHandled(uint16(match))
	b := &block{kind: starBlock, handled: uint16(match)}
	if h.Name != "" {
		g.storeName(h.Name, register(match))
	}
	g.enter(b)
	g.stmts(h.Body)
	g.leave()
	g.cover(b, raised, left)
	g.clearName(h.Name)
	g.setHandled(uint16(exc))
	g.jump(code.Jump, 0, 0, next)
	g.here(raised)
	g.place = code.Place{}
	g.handled = uint16(match)
	g.clearName(h.Name)
	g.emit(code.ListAppend, list, left, 0)
	g.setHandled(uint16(exc))
	g.here(next)
	g.temps = mark
}

// with compiles the items of a with statement from i on.
func (g *gen) with(s *ast.With, i int) {
	if g.err != nil { // there may be as many as there are blocks too many
		return
	}
	if i == len(s.Items) {
		g.stmts(s.Body)
		return
	}
	g.at(s)
	if s.Async && i == 0 {
		g.checkAsync(s, "async with")
	}
	mark, outer, n := g.temps, g.handled, 0
	if s.Async {
		n = 1
	}
	manager := g.reg(s.Items[i].Context)
	g.at(s)
	exit := g.free(mark, noDest)
	value := g.temp()
	g.emitN(code.WithEnter, n, exit, manager, 0)
	exc := g.temp()
	trail := g.mark()
	if s.Async {
		value = g.awaited(value, enterAwait)
	}
	b := &block{kind: withBlock, exit: exit, async: s.Async, handled: outer, place: g.place}
	g.enter(b)
	if v := s.Items[i].Vars; v != nil {
		g.store(v, register(value))
	}
	g.with(s, i+1)
	g.leave()
	g.at(s)
	g.exitWith(b, -1)
	g.exceptWith(b, exc, outer)
	g.forget(trail)
	g.temps = mark
}

// exceptWith is what follows the with statement's body: what an exception in it does.
func (g *gen) exceptWith(b *block, exc int32, outer uint16) {
	handler, suppressed, end := g.label(), g.label(), g.label()
	g.jump(code.Jump, 0, 0, end)
	g.cover(b, handler, exc)
	g.here(handler)
	g.setHandled(uint16(exc))
	r := g.exitWith(b, exc)
	g.jump(code.IfTrue, 0, r, suppressed)
	g.emit(code.Reraise, 0, exc, 0)
	g.here(suppressed)
	g.setHandled(outer)
	g.here(end)
}
