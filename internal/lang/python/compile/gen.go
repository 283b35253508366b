package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

const (
	// maxRegisters is how many registers a code has at most: NoReg is none.
	maxRegisters = code.NoReg - 1
	// maxInstrs bounds a program, because a finally body is compiled for each way out of
	// its try and these may nest.
	maxInstrs = 1 << 21
	// maxBlocks is CPython's bound on nested loops, tries and withs.
	maxBlocks = 20
	// noDest is for an expression whose value may go anywhere.
	noDest = -1
)

// A gen makes the code of a program: the third pass.
type gen struct {
	*unit
	table  *table
	instrs int // of the units that are closed
	err    *Error
}

// A unit is a code that is being made.
type unit struct {
	outer *unit
	code  *code.Code
	// scope is where names are looked up: that of the code, or of a comprehension that
	// is being inlined.
	scope *scope
	// locals is the first register that is neither a variable nor a free one. Those from
	// it to temps are in use, as a stack.
	locals, temps int32
	place         code.Place
	labels        []int32 // the pc of each
	jumps         []int32 // instructions whose C is a label
	blocks        []*block
	handled       uint16 // the register of what sys.exc_info() is
	names         map[string]int32
	consts        constants
	bound         []bool // whether a local variable is sure to have a value
	trail         []int32
}

type label int32

func newGen(t *table) *gen { return &gen{table: t} }

// fail remembers the first error. What is compiled after it is thrown away.
func (g *gen) fail(at spanned, format string, args ...any) {
	if g.err == nil {
		g.err = newError(g.table.file, at, format, args...)
	}
}

// failHere is fail at the place of the instructions.
func (g *gen) failHere(format string, args ...any) {
	p := g.place
	s := ast.Span{Start: ast.Pos{Line: p.Line, Col: int32(p.Col)}, End: ast.Pos{Line: p.Line, Col: -1}}
	if p.EndCol > 0 {
		s.End.Col = int32(p.EndCol)
	}
	g.fail(s, format, args...)
}

// at says what the next instructions stand for.
func (g *gen) at(n spanned) { g.place = placeOf(n.Extent()) }

func placeOf(s ast.Span) code.Place {
	p := code.Place{Line: s.Start.Line, Col: uint16(min(s.Start.Col, 0xffff))}
	if s.End.Line == s.Start.Line {
		p.EndCol = uint16(min(s.End.Col, 0xffff))
	}
	return p
}

// open begins a code for a scope.
func (g *gen) open(s *scope, kind code.Kind, name string, line int32) {
	u := &unit{outer: g.unit, scope: s, handled: code.NoReg}
	u.code = &code.Code{Kind: kind, Name: name, QualName: name, File: g.table.file, Line: int(line),
		Named: s.kind == classScope || s.named, Future: g.table.future}
	if s.qual != "" {
		u.code.QualName = s.qual
	}
	u.code.Generator = s.generator && kind != code.Class
	u.code.Coroutine = s.coroutine && s.kind == functionScope
	g.unit = u
	g.place.Line = line
	g.variables(s)
	for _, r := range u.code.Cells {
		g.emit(code.MakeCell, int32(r), 0, 0)
	}
}

// close ends the code that is open.
func (g *gen) close() *code.Code {
	c := g.code
	if g.err != nil {
		g.unit = g.outer
		return c
	}
	for _, pc := range g.jumps {
		g.resolveJump(int(pc))
	}
	for i := range c.Handlers {
		c.Handlers[i].Target = g.labels[c.Handlers[i].Target]
	}
	g.instrs += len(c.Instrs) + len(c.Marks)
	g.unit = g.outer
	return c
}

// resolveJump puts a jump's target in its place, and follows it where that is but
// another jump. Only JumpBack may go back without a condition.
func (g *gen) resolveJump(pc int) {
	in := &g.code.Instrs[pc]
	to := g.labels[in.C]
	for range 8 {
		next := g.code.Instrs[to]
		// The jumps after pc aren't resolved: their C is a label still.
		if next.Op != code.Jump || int(to) <= pc {
			break
		}
		then := g.labels[next.C]
		if then <= to && in.Op != code.Jump {
			break
		}
		to = then
	}
	in.C = to
	if in.Op == code.Jump && int(to) <= pc {
		in.Op = code.JumpBack
	}
}

// last is the instruction that was emitted last; nil is none yet.
func (g *gen) last() *code.Instr {
	n := len(g.code.Instrs)
	if n == 0 {
		return nil
	}
	return &g.code.Instrs[n-1]
}

func (g *gen) emit(op code.Op, a, b, c int32) { g.emitN(op, 0, a, b, c) }

func (g *gen) emitN(op code.Op, n int, a, b, c int32) {
	k := g.code
	if g.size() >= maxInstrs {
		g.failHere("program is too large")
		return
	}
	k.Instrs = append(k.Instrs, code.Instr{Op: op, N: uint8(n), A: uint16(a), B: b, C: c})
	k.Places = append(k.Places, g.place)
}

// size is of what there is so far, as maxInstrs counts.
func (g *gen) size() int { return g.instrs + len(g.code.Instrs) + len(g.code.Marks) }

func (g *gen) pc() int32 { return int32(len(g.code.Instrs)) }

func (g *gen) label() label {
	g.labels = append(g.labels, 0)
	return label(len(g.labels) - 1)
}

// here makes l the next instruction's.
func (g *gen) here(l label) { g.labels[l] = g.pc() }

// start is a label of the next instruction.
func (g *gen) start() label {
	l := g.label()
	g.here(l)
	return l
}

// jump emits an instruction whose C is a label.
func (g *gen) jump(op code.Op, a, b int32, l label) {
	g.jumps = append(g.jumps, g.pc())
	g.emit(op, a, b, int32(l))
}

// jumpBack ends a round of a loop that is a statement.
func (g *gen) jumpBack(top label) {
	g.jump(code.JumpBack, 0, 0, top)
	g.code.Instrs[len(g.code.Instrs)-1].N = 1
}

// temp takes the next register.
func (g *gen) temp() int32 {
	r := g.temps
	if r >= maxRegisters {
		g.failHere("too many variables and values at once")
		return r - 1
	}
	g.temps++
	g.code.Registers = max(g.code.Registers, int(g.temps))
	return r
}

// dest is where a result goes: d, or a new register.
func (g *gen) dest(d int32) int32 {
	if d != noDest {
		return d
	}
	return g.temp()
}

// scratch is where a result is made step by step. It is never a local variable, which
// the steps may read and which keeps its value if one of them fails.
func (g *gen) scratch(d int32) int32 {
	if d >= g.locals {
		return d
	}
	return g.temp()
}

// free gives back the registers from mark on, and is where a result goes then.
func (g *gen) free(mark, d int32) int32 {
	g.temps = mark
	return g.dest(d)
}

func (g *gen) nameIndex(name string) int32 {
	if i, ok := g.names[name]; ok {
		return i
	}
	if g.names == nil {
		g.names = map[string]int32{}
	}
	i := int32(len(g.code.Names))
	g.code.Names = append(g.code.Names, name)
	g.names[name] = i
	return i
}

// attr is the index of an attribute's name.
func (g *gen) attr(name string) int32 { return g.nameIndex(g.scope.mangle(name)) }
