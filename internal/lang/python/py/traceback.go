package py

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A FrameObject is what a program sees of a frame: what it was like when the program
// asked, since frames themselves are used again.
type FrameObject struct {
	Code    *code.Code
	Line    int
	lasti   int
	Globals *Dict
	Locals  Object // a mapping
	Back    *FrameObject
	trace   Object
}

// Class returns the class frame.
func (*FrameObject) Class() *Class { return FrameClass }

// maxFrames is how many callers a FrameObject knows.
const maxFrames = 1000

// FrameObject is f and its callers as a program sees them, or nil of no frame.
func (t *Thread) FrameObject(f *Frame) *FrameObject {
	var first *FrameObject
	at := &first
	for n := 0; f != nil && n < maxFrames; n++ {
		if f.Body.Code.Untraced {
			f = f.back
			continue
		}
		o := &FrameObject{Code: f.Body.Code, Line: int(f.Place().Line), lasti: f.pc - 1, Globals: f.Globals, Locals: f.locals()}
		*at = o
		at, f = &o.Back, f.back
	}
	return first
}

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
		inner.Name, inner.Kind = in.Name, code.Comprehension
		e.TB = &Traceback{Next: e.TB, Code: &inner, PC: pc, Place: place, globals: f.Globals}
		place = in.Place
	}
	e.TB = &Traceback{Next: e.TB, Code: c, PC: pc, Place: place, globals: f.Globals}
}

// frame is the frame of a traceback entry. Its variables are gone.
func (tb *Traceback) frame() *FrameObject {
	f := &FrameObject{Code: tb.Code, Line: int(tb.Place.Line), lasti: tb.PC, Globals: tb.globals, Locals: NewDict()}
	if tb.Code.Kind == code.Module {
		f.Locals = tb.globals
	}
	return f
}

func getter[T Object](name string, get func(T) Object) *GetSet {
	return &GetSet{Name: name, Get: func(_ *Thread, self Object) (Object, error) { return orNone(get(self.(T))), nil }}
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
	FrameClass.Slots.Repr = func(_ *Thread, o Object) (Object, error) {
		f := o.(*FrameObject)
		return NewStr(fmt.Sprintf("<frame at %s, file '%s', line %d, code %s>", address(f), f.Code.File, f.Line, f.Code.Name)), nil
	}
	FrameClass.addGetSets(
		getter("f_code", func(f *FrameObject) Object { return &Code{f.Code} }),
		getter("f_lineno", func(f *FrameObject) Object { return MakeInt(int64(f.Line)) }),
		getter("f_lasti", func(f *FrameObject) Object { return MakeInt(int64(2 * f.lasti)) }),
		getter("f_globals", func(f *FrameObject) Object { return f.Globals }),
		getter("f_locals", func(f *FrameObject) Object { return f.Locals }),
		&GetSet{Name: "f_builtins", Get: func(t *Thread, self Object) (Object, error) {
			return t.builtinsOf(self.(*FrameObject).Globals), nil
		}},
		getter("f_back", func(f *FrameObject) Object {
			if f.Back == nil {
				return nil
			}
			return f.Back
		}),
		&GetSet{Name: "f_trace", Get: func(_ *Thread, self Object) (Object, error) { return orNone(self.(*FrameObject).trace), nil },
			Set: func(_ *Thread, self, v Object) error { self.(*FrameObject).trace = v; return nil }},
	)
	FrameClass.addMethods(MethodTable{{"clear", "", func(*Thread, []Object) (Object, error) { return None, nil }, ""}})
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
		return Raise(TypeError, "expected traceback object, got '%s'", v.Class().Name)
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
		return nil, Raise(TypeError, "traceback() argument 'tb_frame' must be frame, not %s", v[1].Class().Name)
	}
	line, err := t.Index(v[3])
	if err != nil {
		return nil, err
	}
	tb := &Traceback{Code: f.Code, globals: f.Globals, Place: code.Place{Line: int32(line)}}
	if v[0] == None {
		return tb, nil
	}
	return tb, setTracebackNext(t, tb, v[0])
}
