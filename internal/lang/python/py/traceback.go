package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// trace adds the entries of a frame to an exception's traceback: one, and one for each
// comprehension whose instructions are part of the frame's code.
func (f *Frame) trace(e *Exc) {
	c, place, pc := f.Body.Code, f.Place(), f.pc-1
	if c.Untraced {
		return
	}
	for i := range c.Inlined {
		in := &c.Inlined[i]
		if int32(pc) < in.Start || int32(pc) >= in.End {
			continue
		}
		inner := *c
		inner.Name, inner.Kind, inner.Origin = in.Name, code.Comprehension, nil
		e.TB = &Traceback{Next: e.TB, Code: &inner, PC: pc, Place: place, globals: f.Globals}
		place = in.Place
	}
	tb := f.traceEntry()
	tb.Next, tb.Code, tb.PC, tb.Place, tb.globals = e.TB, c, pc, place, f.Globals
	e.TB = tb
}

// fewVars are an entry and the variables of most functions, in one piece of memory.
type fewVars struct {
	Traceback
	lastVars
	few [4]Object
}

// traceEntry is an entry that keeps the frame's variables: it may end, and be used for
// another call.
func (f *Frame) traceEntry() *Traceback {
	vars := f.regs[:len(f.Body.Vars)+len(f.Body.Free)]
	switch {
	case f.Body.Code.Kind == code.Module || f.names == nil && len(vars) == 0:
		return &Traceback{}
	case f.names != nil:
		return &Traceback{last: &lastVars{names: f.names}}
	case len(vars) > len(fewVars{}.few):
		return &Traceback{last: &lastVars{body: f.Body, vars: slices.Clone(vars)}}
	}
	tb := new(fewVars)
	tb.body, tb.vars, tb.last = f.Body, tb.few[:copy(tb.few[:], vars)], &tb.lastVars
	return &tb.Traceback
}

func getter[T Object](name string, get func(T) Object) *GetSet {
	return &GetSet{Name: name, Get: func(_ *Thread, self Object) (Object, error) { return OrNone(get(self.(T))), nil }}
}

func setupTracebacks() {
	next := getter("tb_next", func(tb *Traceback) Object {
		if tb.Next == nil {
			return nil
		}
		return tb.Next
	})
	next.Set = setTracebackNext
	TracebackClass.addGetSets(next,
		getter("tb_frame", func(tb *Traceback) Object { return tb.frame() }),
		getter("tb_lineno", func(tb *Traceback) Object { return MakeInt(int64(tb.Place.Line)) }),
		getter("tb_lasti", func(tb *Traceback) Object { return MakeInt(int64(2 * tb.PC)) }),
	)
	TracebackClass.Slots.New = newTraceback
	setupFrames()
	TracebackClass.Sealed, FrameClass.Sealed = true, true
}

func setTracebackNext(_ *Thread, self, v Object) error {
	tb := self.(*Traceback)
	if v == None {
		tb.Next = nil
		return nil
	}
	next, ok := v.(*Traceback)
	if !ok {
		if v == nil {
			return Raise(TypeError, "can't delete tb_next attribute")
		}
		return Raise(TypeError, "expected traceback object, got '%s'", v.Class().fullName())
	}
	for x := next; x != nil; x = x.Next {
		if x == tb {
			return Raise(ValueError, "traceback loop detected")
		}
	}
	tb.Next = next
	return nil
}

var tracebackSignature = Sign("tb_next, tb_frame, tb_lasti, tb_lineno")

func newTraceback(t *Thread, _ *Class, a Args) (Object, error) {
	v, err := tracebackSignature.bind("traceback", a, 0)
	if err != nil {
		return nil, err
	}
	f, ok := v[1].(*FrameObject)
	if !ok {
		return nil, Raise(TypeError, "traceback() argument 'tb_frame' must be frame, not %s", argClass(v[1]))
	}
	line, err := t.Index(v[3])
	if err != nil {
		return nil, err
	}
	tb := &Traceback{Code: f.code(), globals: f.globals(), Place: code.Place{Line: int32(line)}}
	if v[0] == None {
		return tb, nil
	}
	return tb, setTracebackNext(t, tb, v[0])
}
