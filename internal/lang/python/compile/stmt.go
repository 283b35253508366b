package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// stmts compiles statements, and says whether the code can't go on after them.
func (g *gen) stmts(list []ast.Stmt) bool {
	ends := false
	for _, s := range list {
		if g.err != nil {
			return true
		}
		g.table.poll.Step()
		mark := g.temps
		ends = g.stmt(s) || ends
		g.temps = mark
	}
	return ends
}

func (g *gen) stmt(s ast.Stmt) (ends bool) {
	switch s := s.(type) {
	case *ast.Pass:
		g.lineMark(s.Start.Line, code.Pass)
	case *ast.ExprStmt:
		g.exprStmt(s)
	case *ast.Assign:
		g.at(s)
		g.assignStmt(s)
	case *ast.AugAssign:
		g.augAssign(s)
	case *ast.AnnAssign:
		g.annAssign(s)
	case *ast.If:
		return g.ifStmt(s)
	case *ast.For:
		if s.Async {
			g.asyncFor(s)
		} else {
			g.forStmt(s)
		}
	case *ast.While:
		g.while(s)
	case *ast.Return:
		g.returnStmt(s)
		return true
	case *ast.Raise:
		g.raise(s)
		return true
	case *ast.Break:
		g.breakStmt(s)
		return true
	case *ast.Continue:
		g.continueStmt(s)
		return true
	case *ast.FunctionDef:
		g.functionDef(s)
	case *ast.ClassDef:
		g.classDef(s)
	case *ast.Delete:
		for _, e := range s.Targets {
			g.del(e)
		}
	case *ast.With:
		g.with(s, 0)
	case *ast.Match:
		return g.match(s)
	case *ast.Try:
		return g.try(s)
	case *ast.Assert:
		g.assert(s)
	case *ast.Import:
		g.importStmt(s)
	case *ast.ImportFrom:
		g.importFrom(s)
	}
	return false
}

// lineMark notes a line that has no instruction.
func (g *gen) lineMark(line int32, kind code.MarkKind) {
	if g.size() >= maxInstrs {
		g.failHere("program is too large")
		return
	}
	g.code.Marks = append(g.code.Marks, code.Mark{PC: g.pc(), Line: line, Kind: kind})
}

func (g *gen) exprStmt(s *ast.ExprStmt) {
	if g.code.Kind == code.Single {
		o := g.operand(s.Value)
		g.at(s)
		g.emit(code.PrintValue, 0, g.rk(o), 0)
		return
	}
	switch e := s.Value.(type) {
	case *ast.NamedExpr:
		g.assign(e.Target, e.Value)
	default:
		g.operand(e)
		if _, call := e.(*ast.Call); call {
			g.code.Dropped = append(g.code.Dropped, g.pc())
		}
	}
}

func (g *gen) ifStmt(s *ast.If) bool {
	orElse, end := g.label(), g.label()
	g.at(s)
	g.cond(s.Test, orElse, false)
	trail := g.mark()
	ends := g.stmts(s.Body)
	kept := append([]int32(nil), g.trail[trail:]...)
	if len(s.Else) > 0 && !ends {
		g.jump(code.Jump, 0, 0, end)
	}
	g.forget(trail)
	g.here(orElse)
	elseEnds := g.stmts(s.Else)
	g.here(end)
	switch {
	case ends: // what the other side binds is bound
	case elseEnds:
		g.forget(trail)
		g.rebind(kept)
	default:
		g.both(trail, kept)
	}
	return ends && elseEnds && len(s.Else) > 0
}

// rebind makes variables bound.
func (g *gen) rebind(list []int32) {
	for _, r := range list {
		g.bind(r)
	}
}

// both leaves bound, of what is bound since a mark, what is in kept too.
func (g *gen) both(trail int, kept []int32) {
	n := 0
	for _, r := range kept {
		if g.bound[r] {
			kept[n] = r
			n++
		}
	}
	g.forget(trail)
	g.rebind(kept[:n])
}

func (g *gen) while(s *ast.While) {
	orElse, end := g.label(), g.label()
	g.at(s)
	line := s.Start.Line
	if _, constant := s.Test.(*ast.Constant); !constant { // else the test's instructions have it
		line = 0
	}
	g.lineMark(line, code.Top)
	top := g.start()
	g.enter(&block{kind: loopBlock, brk: end, next: top})
	g.cond(s.Test, orElse, false)
	trail := g.mark()
	g.stmts(s.Body)
	g.leave()
	g.at(s)
	g.jumpBack(top)
	g.forget(trail)
	g.here(orElse)
	g.stmts(s.Else)
	g.forget(trail)
	g.here(end)
}

func (g *gen) forStmt(s *ast.For) {
	orElse, end := g.label(), g.label()
	g.at(s)
	_, called := s.Iter.(*ast.Call)
	iter := g.iterator(s, s.Iter)
	top := g.start()
	trail := g.mark()
	g.enter(&block{kind: loopBlock, brk: end, next: top, iter: iter, hasIter: called})
	mark := g.temps
	g.forIter(iter, s.Target, orElse)
	g.temps = mark
	g.stmts(s.Body)
	g.leave()
	g.at(s)
	g.jumpBack(top)
	g.forget(trail)
	g.here(orElse)
	g.stmts(s.Else)
	g.forget(trail)
	g.here(end)
	if called { // it may be a generator that nobody else has: the machine closes it
		g.emit(code.Clear, iter, 0, 0)
	}
}

// forIter takes the next element to a target, or goes to end.
func (g *gen) forIter(iter int32, target ast.Expr, end label) {
	if r, ok := g.localOf(target); ok {
		g.jump(code.ForIter, r, iter, end)
		g.at(target)
		g.storeName(target.(*ast.Name).ID, register(r))
		return
	}
	t := g.temp()
	g.jump(code.ForIter, t, iter, end)
	g.store(target, register(t))
}

func (g *gen) raise(s *ast.Raise) {
	n, exc, cause := 0, int32(0), int32(0)
	if s.Exc != nil {
		n = 1
		o := g.operand(s.Exc)
		if s.Cause != nil {
			n = 2
			cause = g.rk(g.operand(s.Cause))
		}
		exc = g.rk(o)
	}
	g.at(s)
	g.emitN(code.Raise, n, 0, exc, cause)
}

func (g *gen) assert(s *ast.Assert) {
	if g.table.optimize > 0 {
		return
	}
	end := g.label()
	g.at(s)
	g.cond(s.Test, end, true)
	trail, place := g.mark(), g.place
	r := g.temp()
	g.emit(code.LoadAssertionError, r, 0, 0)
	if s.Msg != nil {
		g.push(s.Msg)
		g.place = place
		g.emitN(code.Call, 1, r, r, -1)
	}
	g.emitN(code.Raise, 1, 0, r, 0)
	g.forget(trail)
	g.here(end)
}

func (g *gen) del(e ast.Expr) {
	g.at(e)
	mark := g.temps
	switch e := e.(type) {
	case *ast.Name:
		g.deleteName(e.ID)
	case *ast.Attribute:
		obj := g.reg(e.Value)
		g.atAttr(e.Span, e)
		if e.Attr == "__debug__" {
			g.failHere("cannot delete __debug__")
		}
		g.emit(code.DelAttr, obj, 0, g.attr(e.Attr))
	case *ast.Subscript:
		obj := g.reg(e.Value)
		i := g.operand(e.Index)
		g.at(e)
		g.emit(code.DelItem, obj, g.rk(i), 0)
	case *ast.Tuple:
		for _, x := range e.Elts {
			g.del(x)
		}
	case *ast.List:
		for _, x := range e.Elts {
			g.del(x)
		}
	}
	g.temps = mark
}
