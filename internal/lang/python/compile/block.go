package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

type blockKind uint8

const (
	loopBlock    blockKind = iota
	tryBlock               // the body of a try with except clauses
	finallyBlock           // what a finally is around
	finalBody              // a finally that an exception has led to
	exceptBlock            // the body of an except clause
	starBlock              // and of an except*
	withBlock
)

// A block is a statement that the code at hand is in, which a jump out of it or a return
// must see to.
type block struct {
	kind blockKind
	// An exception from start on goes to the block's handler, as in ranges.
	start   int32
	ranges  [][2]int32
	handled uint16 // around the statement

	brk, next label // of a loop
	iter      int32 // the register of its iterator, if it hasIter
	hasIter   bool
	final     []ast.Stmt // of a finallyBlock
	name      string     // of an exceptBlock
	exit      int32      // register of a withBlock's method
	async     bool
	place     code.Place
}

func (g *gen) enter(b *block) {
	if len(g.blocks) >= maxBlocks {
		g.failHere("too many statically nested blocks")
	}
	b.start = g.pc()
	g.blocks = append(g.blocks, b)
}

func (g *gen) leave() {
	b := g.blocks[len(g.blocks)-1]
	g.blocks = g.blocks[:len(g.blocks)-1]
	g.suspend(b)
}

// suspend ends the range of a block's handler.
func (g *gen) suspend(b *block) {
	if pc := g.pc(); pc > b.start {
		b.ranges = append(b.ranges, [2]int32{b.start, pc})
	}
	b.start = g.pc()
}

// cover makes the exceptions of a block go to a label. Those inside have theirs already,
// which come first.
func (g *gen) cover(b *block, target label, reg int32) {
	for _, r := range b.ranges {
		g.code.Handlers = append(g.code.Handlers, code.Handler{
			Start: r[0], End: r[1], Target: int32(target), Reg: uint16(reg), Outer: b.handled})
	}
}

// setHandled makes an exception what is being handled.
func (g *gen) setHandled(reg uint16) {
	g.handled = reg
	g.emit(code.Handled, int32(reg), 0, 0)
}

// unwind leaves the blocks from depth on, the innermost first: for a jump or a return,
// after which the code goes on inside them.
func (g *gen) unwind(depth int) {
	blocks, handled, place := g.blocks, g.handled, g.place
	for i := len(blocks) - 1; i >= depth; i-- {
		g.suspend(blocks[i])
		g.blocks = blocks[:i:i]
		g.exitBlock(blocks[i])
	}
	g.blocks, g.handled, g.place = blocks, handled, place
}

// resume is to follow the jump after an unwind.
func (g *gen) resume(depth int) {
	for _, b := range g.blocks[depth:] {
		b.start = g.pc()
	}
}

func (g *gen) exitBlock(b *block) {
	switch b.kind {
	case loopBlock:
		if b.hasIter {
			g.emit(code.Clear, b.iter, 0, 0)
		}
	case finallyBlock:
		place, trail := g.place, g.mark()
		g.stmts(b.final)
		g.forget(trail)
		g.place = place
	case finalBody:
		g.setHandled(b.handled)
	case exceptBlock:
		g.setHandled(b.handled)
		g.clearName(b.name)
	case starBlock:
		g.failHere("'break', 'continue' and 'return' cannot appear in an except* block")
	case withBlock:
		place := g.place
		g.place = b.place
		g.exitWith(b, -1)
		g.place = place
	}
}

// exitWith calls a context manager's exit method, for the exception in a register or for
// none. The result is in a new register.
func (g *gen) exitWith(b *block, exc int32) int32 {
	mark := g.temps
	r := g.temp()
	g.emit(code.WithExit, r, b.exit, exc)
	if b.async {
		r = g.awaited(r, exitAwait)
	}
	if exc < 0 {
		g.temps = mark
	}
	return r
}

// ways says whether any way out of the code at hand runs code of the program.
func (g *gen) ways() bool {
	for _, b := range g.blocks {
		if b.kind == finallyBlock || b.kind == withBlock {
			return true
		}
	}
	return false
}

func (g *gen) returnStmt(s *ast.Return) {
	if g.scope.kind != functionScope {
		g.fail(s, "'return' outside function")
	}
	mark := g.temps
	g.at(s)
	o := constant(nil)
	if s.Value != nil {
		if g.scope.coroutine && g.scope.generator {
			g.fail(s, "'return' with value in async generator")
		}
		o = g.lazy(s.Value)
		if !o.isCon && o.reg < g.locals && g.ways() {
			r := g.temp()
			g.move(r, o)
			o = register(r)
		}
	}
	g.at(s)
	g.lineMark(s.Start.Line, code.Leads)
	g.unwind(0)
	g.emit(code.Return, 0, g.rk(o), 0)
	g.resume(0)
	g.temps = mark
}

// loop is the depth of the loop that a break or continue is in.
func (g *gen) loop() (int, bool) {
	for i := len(g.blocks) - 1; i >= 0; i-- {
		if g.blocks[i].kind == loopBlock {
			return i, true
		}
		if g.blocks[i].kind == starBlock {
			g.exitBlock(g.blocks[i])
		}
	}
	return 0, false
}

func (g *gen) breakStmt(s *ast.Break) {
	g.at(s)
	i, ok := g.loop()
	if !ok {
		g.fail(s, "'break' outside loop")
		return
	}
	g.lineMark(s.Start.Line, code.Leads)
	g.unwind(i + 1)
	g.jump(code.Jump, 0, 0, g.blocks[i].brk)
	g.resume(i + 1)
}

func (g *gen) continueStmt(s *ast.Continue) {
	g.at(s)
	i, ok := g.loop()
	if !ok {
		g.fail(s, "'continue' not properly in loop")
		return
	}
	g.lineMark(s.Start.Line, code.Leads)
	g.unwind(i + 1)
	g.jumpBack(g.blocks[i].next)
	g.resume(i + 1)
}
