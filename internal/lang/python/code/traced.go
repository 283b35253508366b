package code

import (
	"slices"
	"strings"
)

// What a Trace instruction stands for: its N.
const (
	TraceCall       = iota // the code begins, or goes on after a yield
	TraceLine              // a line begins
	TraceBack              // the line before doesn't count: a loop begins anew
	TraceReturn            // rk B is what is to be returned or yielded
	TraceNative            // r[B] is to be called
	TraceNativeSelf        // r[B] is to be called with r[B+1] as its self, or as it is when that has no value
	TraceNativeDone        // it has returned
)

// Traced is c with Trace instructions, for a program that traces itself. What runs otherwise
// has none, so that tracing costs nothing as long as nobody traces.
func (c *Code) Traced() *Code {
	if c.Untraced {
		return c
	}
	m := *c
	m.Origin = c
	n := len(c.Instrs)
	tr := tracing{from: c, to: &m, at: make([]int32, n+1), back: make([]int32, n), marks: c.Marks, target: c.targets()}
	m.Instrs, m.Places = make([]Instr, 0, 2*len(c.Instrs)), make([]Place, 0, 2*len(c.Instrs))
	begun := false
	for pc, in := range c.Instrs {
		if !begun && in.Op != MakeCell {
			begun = true
			p := Place{Line: int32(c.Line)}
			if c.Kind == Module { // which begins before its first line
				p.Line = 0
			}
			tr.add(TraceCall, 0, p)
		}
		tr.instr(pc, in)
	}
	tr.at[len(c.Instrs)] = int32(len(m.Instrs))
	tr.move()
	return &m
}

// A tracing is the making of a Code with Trace instructions.
type tracing struct {
	from, to *Code
	at       []int32 // by pc, where what belongs to an instruction begins
	target   []bool  // by pc, whether something jumps there
	back     []int32 // by pc, where a loop with its top there goes on
	marks    []Mark  // that are to come
	joined   bool    // something jumps to where no line has begun since
	line     int32   // the last instruction's
}

func (tr *tracing) add(kind uint8, b int32, p Place) {
	tr.to.Instrs = append(tr.to.Instrs, Instr{Op: Trace, N: kind, B: b})
	tr.to.Places = append(tr.to.Places, p)
}

// instr adds an instruction, and what is to be known before and after it.
func (tr *tracing) instr(pc int, in Instr) {
	p := tr.from.Places[pc]
	tr.marked(pc)
	if tr.begins(pc, in) {
		tr.add(TraceLine, 0, p)
		tr.line, tr.joined = p.Line, false
	}
	switch in.Op {
	case JumpBack:
		if in.N == 1 {
			tr.add(TraceBack, 0, p)
		}
	case Return, Yield:
		if in.Op == Return { // it has been on the line that came last
			p.Line = 0
		}
		tr.add(TraceReturn, in.B, p)
	case Call, CallSpread:
		tr.add(TraceNative, in.B, p)
	case CallMethod:
		tr.add(TraceNativeSelf, in.B, p)
	case BuildSlice: // a GetItem needn't be next any more
		in.N = 0
	}
	tr.to.Instrs, tr.to.Places = append(tr.to.Instrs, in), append(tr.to.Places, p)
	switch in.Op {
	case Call, CallSpread, CallMethod:
		tr.add(TraceNativeDone, 0, p)
	case Yield:
		tr.add(TraceCall, 0, p)
	}
}

// begins reports whether an instruction may be a line's first.
func (tr *tracing) begins(pc int, in Instr) bool {
	line := tr.from.Places[pc].Line
	tr.joined = tr.joined || tr.target[pc]
	if line == 0 || line == tr.line && !tr.joined || waits(in) {
		return false
	}
	switch in.Op {
	case Jump, JumpBack, Return, MakeCell, Handled, Clear:
		return false
	}
	return true
}

// waits reports whether an instruction is the Yield of a Send, which it belongs to.
func waits(in Instr) bool { return in.Op == Yield && in.N == 1 }

// marked adds the lines without instructions before pc, and notes where what jumps there goes on.
func (tr *tracing) marked(pc int) {
	tr.at[pc] = int32(len(tr.to.Instrs))
	tr.back[pc] = tr.at[pc]
	for len(tr.marks) > 0 && int(tr.marks[0].PC) <= pc {
		m := tr.marks[0]
		tr.marks = tr.marks[1:]
		if m.Line > 0 {
			tr.add(TraceLine, 0, Place{Line: m.Line})
			tr.line = m.Line
		}
		if m.Kind == Pass {
			tr.at[pc] = int32(len(tr.to.Instrs))
		}
		if m.Kind != Leads {
			tr.back[pc] = int32(len(tr.to.Instrs))
		}
	}
}

// move has all that names a pc name the one that it has now.
func (tr *tracing) move() {
	c := tr.to
	for i := range c.Instrs {
		if in := &c.Instrs[i]; in.jumps() {
			if in.Op == JumpBack {
				in.C = tr.back[in.C]
			} else {
				in.C = tr.at[in.C]
			}
		}
	}
	c.Handlers, c.Inlined, c.Dropped = slices.Clone(c.Handlers), slices.Clone(c.Inlined), slices.Clone(c.Dropped)
	for i := range c.Handlers {
		h := &c.Handlers[i]
		h.Start, h.End, h.Target = tr.at[h.Start], tr.at[h.End], tr.at[h.Target]
	}
	for i := range c.Inlined {
		n := &c.Inlined[i]
		n.Start, n.End = tr.at[n.Start], tr.at[n.End]
	}
	for i, pc := range c.Dropped { // the instruction after a call, which a TraceNativeDone comes before
		c.Dropped[i] = tr.after(pc)
	}
}

// after is where what follows the call at pc-1 begins now.
func (tr *tracing) after(pc int32) int32 {
	at := tr.at[pc-1]
	for tr.to.Instrs[at].Op == Trace {
		at++
	}
	return at + 1
}

// jumps reports whether C is a pc.
func (in *Instr) jumps() bool { return strings.HasSuffix(forms[in.Op].args, "Cpc") }

// targets are the instructions that something jumps to, by pc.
func (c *Code) targets() []bool {
	target := make([]bool, len(c.Instrs))
	for i := range c.Instrs {
		if in := &c.Instrs[i]; in.jumps() {
			target[in.C] = true
		}
	}
	for _, h := range c.Handlers {
		target[h.Target] = true
	}
	return target
}
