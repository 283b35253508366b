package py

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A FrameObject is what a program sees of a frame. Frames are used again for other calls:
// one that a program has seen leaves its FrameObject a copy when it ends.
type FrameObject struct {
	frame *Frame
	tb    *Traceback   // in place of frame, of a traceback's entry
	ended bool         // frame is a copy
	back  *FrameObject // the caller, once it has ended
	trace Object
	// lines is what f_trace_lines was set to; nil is true.
	lines  Object
	last   int32  // the line that was traced last
	native Object // what is being called, as the profile function was told
}

// Class returns the class frame.
func (*FrameObject) Class() *Class { return FrameClass }

// FrameObject is f as a program sees it, or nil of no frame.
func (t *Thread) FrameObject(f *Frame) *FrameObject { return f.seen() }

// seen is the frame's object, or that of the nearest caller that isn't Untraced; nil is none.
func (f *Frame) seen() *FrameObject {
	for f != nil && f.Body.Code.Untraced {
		f = f.back
	}
	if f == nil {
		return nil
	}
	if f.object == nil {
		f.object = &FrameObject{frame: f}
	}
	return f.object
}

// end is called when the frame ends, before its registers lose their values.
func (o *FrameObject) end() {
	last := *o.frame
	last.regs = slices.Clone(last.regs)
	o.back, o.ended = last.back.seen(), true
	last.back, last.chunk, last.owned = nil, nil, nil
	o.frame = &last
}

func (o *FrameObject) caller() *FrameObject {
	if o.ended {
		return o.back
	}
	return o.frame.back.seen()
}

func (o *FrameObject) code() *code.Code {
	var c *code.Code
	if o.tb != nil {
		c = o.tb.Code
	} else {
		c = o.frame.Body.Code
	}
	return cmp.Or(c.Origin, c)
}

func (o *FrameObject) globals() *Dict {
	if o.tb != nil {
		return o.tb.globals
	}
	return o.frame.Globals
}

func (o *FrameObject) line() int {
	if o.tb != nil {
		return int(o.tb.Place.Line)
	}
	if line := o.frame.Place().Line; line > 0 || o.frame.Body.Origin == nil {
		return int(line)
	}
	return int(o.last)
}

func (o *FrameObject) lastInstr() int {
	if o.tb != nil {
		return o.tb.PC
	}
	return o.frame.pc - 1
}

func (o *FrameObject) locals() Object {
	switch {
	case o.tb == nil:
		return o.frame.locals()
	case o.tb.Code.Kind == code.Module:
		return o.tb.globals
	case o.tb.last == nil:
		return NewDict()
	case o.tb.last.names != nil:
		return o.tb.last.names
	}
	left := Frame{Body: o.tb.last.body, Globals: o.tb.globals, regs: o.tb.last.vars}
	return left.locals()
}

// frame is the frame of a traceback's entry.
func (tb *Traceback) frame() *FrameObject { return &FrameObject{tb: tb, ended: true} }

func setupFrames() {
	FrameClass.Slots.Repr = func(_ *Thread, o Object) (Object, error) {
		f := o.(*FrameObject)
		return NewStr(fmt.Sprintf("<frame at %s, file '%s', line %d, code %s>", address(f), f.code().File, f.line(), f.code().Name)), nil
	}
	FrameClass.addGetSets(
		getter("f_code", func(f *FrameObject) Object { return &Code{f.code()} }),
		getter("f_lineno", func(f *FrameObject) Object { return MakeInt(int64(f.line())) }),
		getter("f_lasti", func(f *FrameObject) Object { return MakeInt(int64(2 * f.lastInstr())) }),
		getter("f_globals", func(f *FrameObject) Object { return f.globals() }),
		getter("f_locals", func(f *FrameObject) Object { return f.locals() }),
		&GetSet{Name: "f_builtins", Get: func(t *Thread, self Object) (Object, error) {
			return t.builtinsOf(self.(*FrameObject).globals()), nil
		}},
		getter("f_back", func(f *FrameObject) Object {
			if o := f.caller(); o != nil {
				return o
			}
			return nil
		}),
		&GetSet{Name: "f_trace", Get: func(_ *Thread, self Object) (Object, error) { return OrNone(self.(*FrameObject).trace), nil },
			Set: func(_ *Thread, self, v Object) error { self.(*FrameObject).trace = v; return nil }},
		&GetSet{Name: "f_trace_lines", Get: func(_ *Thread, self Object) (Object, error) {
			return cmp.Or(self.(*FrameObject).lines, Object(True)), nil
		}, Set: func(_ *Thread, self, v Object) error { self.(*FrameObject).lines = v; return nil }},
	)
	FrameClass.addMethods(MethodTable{{"clear", "", func(*Thread, []Object) (Object, error) { return None, nil }, ""}})
}
