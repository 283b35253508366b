package py

import (
	"errors"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (t *Thread) functionOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	switch in.Op {
	case code.CallSpread:
		args, err := t.spreadArgs(regs[in.B], regs[in.B+1], in.N&2 != 0)
		if err != nil {
			return nil, err
		}
		return t.callSpread(regs[in.B], args, regs[in.B+2:], in.N&1 != 0)
	case code.MakeFunc:
		return t.makeFunc(f, in), nil
	case code.LoadBuildClass:
		v := f.builtins.GetStr("__build_class__")
		if v == nil {
			return nil, Raise(NameError, "__build_class__ not found")
		}
		return v, nil
	case code.SetupAnnotations:
		return nil, t.setupAnnotations(f)
	case code.PrintValue:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return nil, t.printValue(x)
	}
	return nil, errors.New("py: no such instruction: " + in.Op.String())
}

// spreadArgs are the values of what stands after the * in a call of fn: a tuple, or any
// iterable.
func (t *Thread) spreadArgs(fn, x Object, any bool) ([]Object, error) {
	if list, ok := x.(*Tuple); ok {
		return list.Items, nil
	}
	if c := x.Class(); any && (!c.Heap && c.Slots.Iter == nil && c.Slots.Next == nil || c.Heap && c.Lookup("__iter__") == nil && c.Lookup("__getitem__") == nil) {
		return nil, t.calleeError(fn, "%s argument after * must be an iterable, not %s", c.fullName())
	}
	return t.Collect(x)
}

// callSpread calls with arguments, and those of a dict when more is true.
func (t *Thread) callSpread(fn Object, args, named []Object, more bool) (Object, error) {
	a := Args{Pos: args}
	nameless := false
	if more {
		if d, ok := named[0].(*Dict); ok && d.used > 0 {
			var c Cursor
			for k, v := c.Next(d); k != nil; k, v = c.Next(d) {
				s, ok := Native(k).(*Str)
				if !ok {
					if !Callable(fn) {
						return t.CallArgs(fn, a) // which says so
					}
					if nameless, s = true, noName; !isBare(fn) {
						return nil, Raise(TypeError, "keywords must be strings")
					}
				}
				a.Names, a.Named = append(a.Names, s), append(a.Named, v)
			}
		}
	}
	x, err := t.CallArgs(fn, a)
	if e := Caught(err, TypeError); nameless && (err == nil || e != nil && strings.Contains(e.Error(), noName.s)) {
		return nil, Raise(TypeError, "keywords must be strings")
	}
	return x, err
}

// noName stands for a keyword that isn't a string where a class minds something else first.
var noName = NewStr("\x00")

// isBare reports whether fn is a program's class, or object, of which a call runs no
// function of a program.
func isBare(fn Object) bool {
	c, ok := fn.(*Class)
	if !ok || !c.Heap && c != ObjectClass || c.Class() != TypeClass {
		return false
	}
	_, makes := c.Lookup("__new__").(*Builtin)
	init := c.Lookup("__init__")
	_, inits := init.(*Func)
	return makes && !inits && (init == nil || !init.Class().Heap)
}

func (t *Thread) makeFunc(f *Frame, in *code.Instr) Object {
	c := f.Body.Code.Consts[in.B].(*code.Code)
	fn := &Func{Body: t.In.body(c), Name: c.Name, QualName: c.QualName, Globals: f.Globals, Builtins: f.builtins, Doc: None}
	if doc, ok := c.Doc.(string); ok {
		fn.Doc = NewStr(doc)
	}
	if m := f.Globals.GetStr("__name__"); m != nil {
		fn.Module = m
	} else {
		fn.Module = None
	}
	if in.N&1 != 0 {
		fn.Defaults = f.regs[in.C].(*Tuple)
	}
	if in.N&2 != 0 {
		fn.KwDefaults = f.regs[in.C+1].(*Dict)
	}
	if in.N&4 != 0 {
		fn.Annotations = f.regs[in.C+2].(*Dict)
	}
	if len(c.Free) > 0 {
		fn.Closure = make([]*Cell, len(c.Free))
		for i, v := range c.Free {
			fn.Closure[i] = f.regs[v.Reg].(*Cell)
		}
	}
	return fn
}

func (t *Thread) setupAnnotations(f *Frame) error {
	if !f.Body.Named {
		if f.Globals.GetStr("__annotations__") == nil {
			f.Globals.SetStr("__annotations__", NewDict())
		}
		return nil
	}
	name := NewStr("__annotations__")
	v, err := t.nameIn(f.names, name)
	if err != nil || v != nil {
		return err
	}
	return t.SetItem(f.names, name, NewDict())
}
