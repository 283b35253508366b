package py

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// caller is the frame of the function that called a builtin.
func (t *Thread) caller() *Frame { return t.frame }

func builtinGlobals(t *Thread, _ []Object) (Object, error) {
	if f := t.caller(); f != nil {
		return f.Globals, nil
	}
	return NewDict(), nil
}

func builtinLocals(t *Thread, _ []Object) (Object, error) {
	f := t.caller()
	if f == nil {
		return NewDict(), nil
	}
	return f.locals(), nil
}

// locals are the variables of a frame: the mapping itself of a module or class, and of a
// function a dict that is made anew.
func (f *Frame) locals() Object {
	if f.names != nil {
		return f.names
	}
	if f.Body.Kind == code.Module {
		return f.Globals
	}
	if f.local == nil { // one dict: what exec has set in it stays
		f.local = NewDict()
	}
	d := f.local
	set := func(name string, v Object) {
		if c, ok := v.(*Cell); ok {
			v = c.Value
		}
		if v != nil {
			d.SetStr(name, v)
		} else {
			d.DelStr(name)
		}
	}
	for i, name := range f.Body.Vars {
		if !strings.HasPrefix(name, ".") {
			set(name, f.regs[i])
		}
	}
	for i, v := range f.Body.Free {
		set(v.Name, f.regs[len(f.Body.Vars)+i])
	}
	return d
}

// spaces are the namespaces that eval and exec are given.
func (t *Thread) spaces(what string, globals, locals Object) (*Dict, Object, error) {
	f := t.caller()
	mapping := locals == nil || locals == None || locals.Class().Lookup("__getitem__") != nil
	if what == "eval" && !mapping {
		return nil, nil, Raise(TypeError, "locals must be a mapping")
	}
	if globals == nil || globals == None {
		if !mapping {
			return nil, nil, noLocals(locals)
		}
		if f == nil {
			return nil, nil, Raise(SystemError, "globals and locals cannot be NULL")
		}
		if locals == nil || locals == None {
			locals = f.locals()
		}
		return f.Globals, locals, nil
	}
	d, ok := Native(globals).(*Dict)
	if !ok {
		if what == "eval" {
			if globals.Class().Lookup("__getitem__") != nil {
				return nil, nil, Raise(TypeError, "globals must be a real dict; try eval(expr, {}, mapping)")
			}
			return nil, nil, Raise(TypeError, "globals must be a dict")
		}
		return nil, nil, Raise(TypeError, "exec() globals must be a dict, not %s", globals.Class().fullName())
	}
	if !mapping {
		return nil, nil, noLocals(locals)
	}
	if d.GetStr("__builtins__") == nil {
		d.SetStr("__builtins__", t.In.Builtins)
	}
	if locals == nil || locals == None {
		locals = globals
		if globals.Class() == DictClass {
			locals = d
		}
	}
	return d, locals, nil
}

func noLocals(o Object) error {
	return Raise(TypeError, "locals must be a mapping or None, not %s", o.Class().fullName())
}

func builtinEval(t *Thread, a []Object) (Object, error) {
	globals, locals, err := t.spaces("eval", a[1], a[2])
	if err != nil {
		return nil, err
	}
	if c, ok := a[0].(*Code); ok {
		if len(c.Free) > 0 {
			return nil, Raise(TypeError, "code object passed to eval() may not contain free variables")
		}
		return t.execCode(c.Code, globals, locals, nil)
	}
	source, err := t.sourceText(a[0], "eval")
	if err != nil {
		return nil, err
	}
	c, err := t.Compile(strings.TrimLeft(source, " \t"), "<string>", ForEval)
	if err != nil {
		return nil, err
	}
	t.In.pass(c)
	return t.Exec(c, globals, locals)
}

func builtinExec(t *Thread, a []Object) (Object, error) {
	globals, locals, err := t.spaces("exec", a[1], a[2])
	if err != nil {
		return nil, err
	}
	if c, ok := a[0].(*Code); ok {
		cells, err := closureFor(c.Code, a[3])
		if err != nil {
			return nil, err
		}
		_, err = t.execCode(c.Code, globals, locals, cells)
		return None, err
	}
	if a[3] != nil && a[3] != None {
		return nil, Raise(TypeError, "closure can only be used when source is a code object")
	}
	source, err := t.sourceText(a[0], "exec")
	if err != nil {
		return nil, err
	}
	c, err := t.Compile(source, "<string>", t.inherited(ForExec))
	if err != nil {
		return nil, err
	}
	t.In.pass(c)
	_, err = t.Exec(c, globals, locals)
	return None, err
}

// optimizeLevel is the argument optimize of compile(); by default the program's own, 0.
func (t *Thread) optimizeLevel(x Object) (int, error) {
	if x == nil {
		return 0, nil
	}
	level, err := t.Index(x)
	if err != nil {
		return 0, err
	}
	if level < -1 || level > 2 {
		return 0, Raise(ValueError, "compile(): invalid optimize value")
	}
	return max(int(level), 0), nil
}

func builtinCompile(t *Thread, a []Object) (Object, error) {
	modes := map[string]Mode{"exec": ForExec, "eval": ForEval, "single": ForSingle}
	mode, ok := modes[textOf(a[2])]
	if !ok {
		return nil, Raise(ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
	}
	level, err := t.optimizeLevel(a[5])
	if err != nil {
		return nil, err
	}
	mode, wantsTree, err := t.modeOf(mode.Optimized(level), a[3], a[4])
	if err != nil {
		return nil, err
	}
	file := textOf(a[1])
	tree := t.isTree(a[0])
	if wantsTree {
		if tree {
			return a[0], nil
		}
		return t.callOf("ast", "parse", a[0], NewStr(file), a[2])
	}
	if tree {
		return t.compileTree(a[0], file, NewStr(textOf(a[2])), mode)
	}
	source, err := t.sourceText(a[0], "compile")
	if err != nil {
		return nil, err
	}
	c, err := t.Compile(source, file, mode)
	if err != nil {
		return nil, err
	}
	t.remember(file, source)
	return &Code{c}, nil
}
