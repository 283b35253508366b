package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An owned is a generator that a for loop alone has: what the loop goes over was the call
// of a generator function, and the generator is nowhere but in a register of the loop. It
// is closed when the loop is left, as CPython does, which sees that nobody has it any more.
type owned struct {
	g          *Generator
	reg        uint16
	start, end int // the loop's instructions
}

// own notes the generator that a GetIter is for.
func (f *Frame) own(g *Generator, in *code.Instr) {
	next, call := &f.Body.Instrs[f.untraced(f.pc)], &f.Body.Instrs[g.bornAt-1]
	if next.Op != code.ForIter || next.B != int32(in.A) || in.B != int32(call.A) {
		return
	}
	f.owned = append(f.owned, owned{g, in.A, f.pc - 1, int(next.C)})
}

// untraced is the pc of the first instruction from pc on that isn't a Trace.
func (f *Frame) untraced(pc int) int {
	for f.Body.Instrs[pc].Op == code.Trace {
		pc++
	}
	return pc
}

// releaseReg closes the generator of the loop that has left its register.
func (t *Thread) releaseReg(f *Frame, reg uint16) {
	for n := len(f.owned) - 1; n >= 0 && f.owned[n].reg >= reg; n-- {
		t.releaseLast(f)
	}
}

// releaseAll closes all that a frame has, which ends.
func (t *Thread) releaseAll(f *Frame) {
	for len(f.owned) > 0 {
		t.releaseLast(f)
	}
}

// releaseOutside closes the generators of the loops that an exception leaves, being handled
// at a pc.
func (t *Thread) releaseOutside(f *Frame, pc int) {
	for n := len(f.owned) - 1; n >= 0 && (pc <= f.owned[n].start || pc >= f.owned[n].end); n-- {
		t.releaseLast(f)
	}
}

// releaseLast closes the generator of the innermost loop. Its errors have nowhere to go.
func (t *Thread) releaseLast(f *Frame) {
	last := len(f.owned) - 1
	g := f.owned[last].g
	f.owned = f.owned[:last]
	if last == 0 {
		f.owned = nil
	}
	if g.frame == nil {
		return
	}
	t.closeIgnoring(g)
}

func (t *Thread) closeIgnoring(g *Generator) {
	e, ok := g.close(t).(*Exc)
	if !ok {
		return // none, or one that ends the run, which is noticed at the next step
	}
	if err := t.ignored(e, "", g); err != nil {
		t.In.Stop()
	}
}

// maxUnfinished is how many generators are closed at the end of a run, at least.
const maxUnfinished = 1000

// unfinished is what has something to do at the end of a run: list are the generators that
// have begun and have something to do when they are closed, as CPython does.
type unfinished struct {
	list         []*Generator
	coroutines   []*Generator // made, and perhaps never awaited
	finalizable  []Object     // with a __del__ to be called
	finalizables int          // how many there were
	watch        bool         // del is to look
	weakClasses  map[*Class]bool
	looks        int
}

// add notes a generator that begins. One that may begin again, since it had no room to, is noted
// already: twice in the list it would have two finalizers, which Go ends the process for.
func (u *unfinished) add(g *Generator) {
	if g.noted {
		return
	}
	g.noted = true
	if len(u.list) >= 2*maxUnfinished {
		u.list = slices.DeleteFunc(u.list, func(g *Generator) bool { return g.frame == nil })
		if n := len(u.list) - maxUnfinished; n > 0 {
			u.list = slices.Delete(u.list, 0, n)
		}
	}
	u.list = append(u.list, g)
	u.watch = true
}

// closeLeft closes them, at the end of the run.
func (t *Thread) closeLeft() {
	list := t.In.left.list
	t.In.left.list = nil
	for _, g := range list {
		if g.frame != nil && !g.running {
			t.closeIgnoring(g)
		}
	}
}
