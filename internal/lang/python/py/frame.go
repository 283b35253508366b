package py

import (
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A Frame is a call of a program's function that is under way, or a generator's that is
// to go on.
type Frame struct {
	Body     *Body
	Globals  *Dict
	builtins *Dict
	names    Object // the mapping of a Named code's names; nil for others
	regs     []Object
	pc       int    // of the instruction after the one under way; right while it calls something
	back     *Frame // its caller
	handled  *Exc   // that is being handled in it
	fn       *Func  // nil for modules and the like
	gen      *Generator
	local    *Dict  // a function's locals(), once it was asked for
	made     Object // what the call returns in place of the function's result: __init__'s
	dst      uint16 // the caller's register for the result
	chunk    *chunk // where regs are from; nil is a memory of their own
	base     int    // of regs in it
	owned    []owned
	object   *FrameObject // nil unless the program has seen it
}

// A chunk is memory for the registers of calls, which end in the order in which they
// began.
type chunk struct {
	regs []Object
	top  int
	prev *chunk
	next *chunk
}

const chunkSize = 1024

// window takes n registers, all without a value.
func (t *Thread) window(f *Frame, n int) {
	c := t.chunk
	if c == nil || c.top+n > len(c.regs) {
		c = t.nextChunk(n)
	}
	f.chunk, f.base = c, c.top
	f.regs = c.regs[c.top : c.top+n : c.top+n]
	c.top += n
}

func (t *Thread) nextChunk(n int) *chunk {
	c := t.chunk
	if c != nil && c.next != nil && len(c.next.regs) >= n {
		t.chunk = c.next
		return t.chunk
	}
	size := chunkSize
	if c != nil {
		size = 2 * len(c.regs)
	}
	next := &chunk{regs: make([]Object, max(size, n)), prev: c}
	if c != nil {
		c.next = next
	}
	t.chunk = next
	return next
}

// fewRegisters is how many are cleared without a call where a frame has no more: those after
// it have no value, for who took them has given them back.
const fewRegisters = 8

// clearFrom takes the values of the last n registers in use.
func (c *chunk) clearFrom(base, n int) {
	if n <= fewRegisters && base+fewRegisters <= len(c.regs) {
		*(*[fewRegisters]Object)(c.regs[base:]) = [fewRegisters]Object{}
	} else {
		clear(c.regs[base : base+n])
	}
}

// newFrame takes a frame for a call that doesn't outlive itself.
func (t *Thread) newFrame(b *Body) *Frame {
	var f *Frame
	if n := len(t.spare); n > 0 {
		f = t.spare[n-1]
		t.spare = t.spare[:n-1]
	} else {
		f = &Frame{}
	}
	if !b.ready {
		b = t.In.runnable(b)
	}
	f.Body = b
	t.window(f, b.Registers)
	return f
}

// pop ends the innermost frame. Its registers lose their values.
func (t *Thread) pop(f *Frame) {
	t.frame = f.back
	t.depth--
	if f.chunk == nil {
		f.back = nil
		return
	}
	if f.object != nil {
		f.object.end()
	}
	c := f.chunk
	c.clearFrom(f.base, len(f.regs))
	c.top = f.base
	if c.top == 0 && c.prev != nil {
		t.chunk = c.prev
	}
	*f = Frame{}
	if len(t.spare) < 64 {
		t.spare = append(t.spare, f)
	}
}

// push makes f the innermost frame.
func (t *Thread) push(f *Frame) error {
	if t.depth >= t.In.limit {
		return Raise(RecursionError, "maximum recursion depth exceeded")
	}
	if err := t.Poll(); err != nil { // calls without any loop take as long as they like
		return err
	}
	t.depth++
	f.back = t.frame
	t.frame = f
	return nil
}

// Place is where in the source the frame is.
func (f *Frame) Place() code.Place {
	if f.pc == 0 {
		return code.Place{Line: int32(f.Body.Line)}
	}
	return f.Body.Places[f.pc-1]
}

// body is a Code as this execution has it.
func (in *Interp) body(c *code.Code) *Body {
	if b := in.bodies[c]; b != nil {
		return b
	}
	b := &Body{Code: c, params: c.PosOnly + c.Args}
	b.plain = c.KwOnly == 0 && !c.VarArgs && !c.VarKw && !c.Generator && !c.Coroutine && !c.Named
	in.bodies[c] = b
	return b
}

// complete makes what a Body needs when it runs: many functions of a module never do.
func (in *Interp) complete(b *Body) {
	shared := in.shared(b.Code)
	b.Consts, b.Names = shared.consts, shared.names
	b.caches = make([]*cache, len(b.Instrs))
	b.globals = make([]global, len(b.Code.Names))
	b.ready = in.tracing.threads == 0
}

// newConst makes an Object of a constant. A Code stays what it is, in a CodeObject.
func newConst(k code.Const) Object {
	switch k := k.(type) {
	case nil:
		return None
	case bool:
		return Of(k)
	case int64:
		return MakeInt(k)
	case *big.Int:
		return MakeBig(k)
	case float64:
		return Float(k)
	case complex128:
		return Complex(k)
	case string:
		return NewStr(k)
	case code.Bytes:
		return NewBytes(string(k))
	case code.Ellipsis:
		return Ellipsis
	case code.Tuple:
		return NewTuple(newConsts(k)...)
	case code.FrozenSet:
		return newFrozenSet(newConsts(k))
	case *code.Code:
		return &Code{k}
	}
	panic("py: no such constant")
}

func newConsts(list []code.Const) []Object {
	objects := make([]Object, len(list))
	for i, k := range list {
		objects[i] = newConst(k)
	}
	return objects
}

// A Code is a code object.
type Code struct{ *code.Code }

// Class returns the class code.
func (*Code) Class() *Class { return CodeClass }
