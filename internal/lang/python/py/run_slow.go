package py

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A global is where a LoadGlobal found its name the last time: in which dict, and at which
// entry of it, which holds for as long as the dict has the same keys.
type global struct {
	dict           *Dict
	version        uint64
	at             int
	builtin        bool
	builtinVersion uint64
}

// loadGlobal finds a global, or else a builtin, and notes where.
func (f *Frame) loadGlobal(g *global, name *Str) (Object, error) {
	hash := name.hashed()
	if d := f.Globals; len(d.index) > 0 {
		if i := d.findStr(name.s, hash); i >= 0 {
			*g = global{dict: d, version: d.version, at: i}
			return d.entries[i].value, nil
		}
	}
	if d := f.builtins; len(d.index) > 0 {
		if i := d.findStr(name.s, hash); i >= 0 {
			*g = global{dict: f.Globals, version: f.Globals.version, at: i, builtin: true, builtinVersion: d.version}
			return d.entries[i].value, nil
		}
	}
	return nil, undefined(name.s)
}

func undefined(name string) error {
	return Raise(NameError, "name '%s' is not defined", name).With("name", NewStr(name))
}

// unbound is the error of a register without a value.
func (f *Frame) unbound(reg int32) error {
	name := "?"
	if int(reg) < len(f.Body.Vars) {
		name = f.Body.Vars[reg]
	}
	return Raise(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name).With("name", NewStr(name))
}

func (f *Frame) unboundCell(reg int32) error {
	b := f.Body
	if i := int(reg) - len(b.Vars); i >= 0 && i < len(b.Free) {
		name := b.Free[i].Name
		return Raise(NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name).With("name", NewStr(name))
	}
	return f.unbound(reg)
}

// operands returns the error of the operand that has no value, if there is one.
func (f *Frame) operands(regs ...int32) error {
	for _, r := range regs {
		if r >= 0 && f.regs[r] == nil {
			return f.unbound(r)
		}
	}
	return nil
}

// arithmetic is a binary operator's instruction.
func (t *Thread) arithmetic(f *Frame, in *code.Instr, x, y Object) (Object, error) {
	if x == nil || y == nil {
		return nil, f.operands(in.B, in.C)
	}
	if in.Op >= code.InAdd {
		return t.InPlace(ast.Operator(in.Op-code.InAdd), x, y)
	}
	return t.Binary(ast.Operator(in.Op-code.Add), x, y)
}

func (t *Thread) compareValue(f *Frame, in *code.Instr, x, y Object) (Object, error) {
	if x == nil || y == nil {
		return nil, f.operands(in.B, in.C)
	}
	op := ast.CmpOperator(in.Op - code.Lt)
	if op <= ast.GtE {
		if t.depth >= t.In.limit {
			return nil, Raise(RecursionError, "maximum recursion depth exceeded in comparison")
		}
		return t.Compare(Cmp(op), x, y)
	}
	b, err := t.test(op, x, y)
	return Of(b), err
}

// compareBool is a comparison as a condition.
func (t *Thread) compareBool(f *Frame, in *code.Instr, x, y Object) (bool, error) {
	if x == nil || y == nil {
		return false, f.operands(int32(in.A), in.B)
	}
	op := in.Op - code.IfNotLt
	if in.Op >= code.IfLt {
		op = in.Op - code.IfLt
	}
	return t.test(ast.CmpOperator(op), x, y)
}

func (t *Thread) test(op ast.CmpOperator, x, y Object) (bool, error) {
	switch op {
	case ast.Is:
		return Is(x, y), nil
	case ast.IsNot:
		return !Is(x, y), nil
	case ast.In:
		return t.Contains(y, x)
	case ast.NotIn:
		b, err := t.Contains(y, x)
		return !b, err
	}
	return t.CompareBool(Cmp(op), x, y)
}

func (t *Thread) truthChecked(f *Frame, reg int32, x Object, pc int) (bool, error) {
	if x == nil {
		return false, f.unbound(reg)
	}
	f.pc = pc
	return t.Truth(x)
}

func (t *Thread) getItemChecked(f *Frame, in *code.Instr, x, key Object) (Object, error) {
	if x == nil || key == nil {
		return nil, f.operands(in.B, in.C)
	}
	return t.GetItem(x, key)
}

func (t *Thread) setItemChecked(f *Frame, in *code.Instr, x, key, v Object) error {
	if x == nil || key == nil || v == nil {
		return f.operands(int32(in.A), in.B, in.C)
	}
	return t.SetItem(x, key, v)
}

// fastFrame begins a call without named arguments of a function that has only positional
// parameters. self, unless nil, comes before args.
func (t *Thread) fastFrame(fn *Func, self Object, args []Object) (*Frame, error) {
	b := fn.Body
	n := len(args)
	if self != nil {
		n++
	}
	missing := b.params - n
	if missing != 0 && (missing < 0 || missing > len(fn.defaults())) {
		a := Args{Pos: args}
		if self != nil {
			a.Pos = append([]Object{self}, args...)
		}
		return t.frameFor(fn, a)
	}
	f := t.newFrame(b)
	f.fn, f.Globals, f.builtins = fn, fn.Globals, fn.Builtins
	regs := f.regs
	if self != nil {
		regs[0] = self
		regs = regs[1:]
	}
	switch len(args) { // what is quicker than a call of copy
	case 0:
	case 1:
		regs[0] = args[0]
	default:
		copy(regs, args)
	}
	if missing > 0 {
		defaults := fn.Defaults.Items
		copy(f.regs[n:], defaults[len(defaults)-missing:])
	}
	if len(fn.Closure) > 0 {
		at := len(b.Vars)
		for i, c := range fn.Closure {
			f.regs[at+i] = c
		}
	}
	if t.depth >= t.In.limit {
		t.discard(f)
		return nil, Raise(RecursionError, "maximum recursion depth exceeded")
	}
	if t.In.attention.flag.Load() != 0 {
		if err := t.In.attend(t); err != nil {
			t.discard(f)
			return nil, err
		}
	}
	t.depth++
	f.back = t.frame
	t.frame = f
	return f, nil
}

// callRegs calls with arguments that are registers; names is the constant with the names
// of the last of them, or -1.
func (t *Thread) callRegs(fn Object, args []Object, b *Body, names int32) (Object, error) {
	a := Args{Pos: args}
	if names >= 0 {
		list := b.Consts[names].(*Tuple).Items
		at := len(args) - len(list)
		a.Pos, a.Named = args[:at:at], args[at:]
		a.Names = make([]*Str, len(list))
		for i, n := range list {
			a.Names[i] = n.(*Str)
		}
	}
	v, err := t.CallArgs(fn, a)
	if g, ok := v.(*Generator); ok && err == nil {
		if fn, ok := fn.(*Func); ok && fn.Body == g.origin.Body {
			g.born, g.bornAt = b, t.frame.pc
		}
		if g.class == CoroutineClass {
			return v, t.droppedAtOnce(g, b)
		}
	}
	return v, err
}

// simpleInit is the __init__ of a class whose construction is no more than to call it:
// a function of the program with only positional parameters, with nothing else of the
// program's being asked. Nil is none.
func (c *Class) simpleInit() *Func {
	if !c.Heap || c.abstract || c.Base != ObjectClass || c.Meta != nil && c.Meta.Lookup("__call__") != TypeClass.cache["__call__"] {
		return nil
	}
	if c.init.version != c.version || !c.init.known {
		c.init.version, c.init.known, c.init.fn = c.version, true, nil
		if c.Lookup("__new__") == ObjectClass.Lookup("__new__") {
			if fn, ok := c.Lookup("__init__").(*Func); ok && fn.Body.plain && c.Lookup("__del__") == nil {
				c.init.fn = fn
			}
		}
	}
	return c.init.fn
}

// An initCache is what simpleInit has found for a version of a class.
type initCache struct {
	version uint64
	known   bool
	fn      *Func
}

// caught has an exception go on in f, which it has come to: it returns where, or -1 when f
// has no handler for it, and the error that goes on: tracing may raise another.
func (t *Thread) caught(f *Frame, err error, traced bool) (int, error) {
	e, ok := err.(*Exc)
	if !ok {
		return -1, err
	}
	if !traced {
		if e.TB == nil && e.Context == nil {
			e.setContext(t.Handled())
		}
		f.trace(e)
		if t.tracer != nil {
			err = t.traceRaised(f, e)
			if e, ok = err.(*Exc); !ok { // it ends the run
				return -1, err
			}
		}
	}
	pc := int32(f.pc - 1)
	for i := range f.Body.Handlers {
		h := &f.Body.Handlers[i]
		if pc < h.Start || pc >= h.End {
			continue
		}
		f.regs[h.Reg] = e
		if f.owned != nil {
			t.releaseOutside(f, int(h.Target))
		}
		f.handled = nil
		if h.Outer != code.NoReg {
			f.handled, _ = f.regs[h.Outer].(*Exc)
		}
		return int(h.Target), nil
	}
	if t.tracer != nil {
		return -1, t.traceUnwound(f, e)
	}
	return -1, e
}

// setContext notes what was being handled when e was raised. It leaves no circle.
func (e *Exc) setContext(handled *Exc) {
	if handled == nil || handled == e {
		return
	}
	slow, odd := handled, false // half as fast as x: a circle without e has them meet
	for x := handled; x.Context != nil; x = x.Context {
		if x.Context == e {
			x.Context = nil
			break
		}
		if odd = !odd; odd {
			continue
		}
		if slow = slow.Context; slow == x {
			break
		}
	}
	e.Context = handled
}
