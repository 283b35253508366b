package py

import (
	"math"
	"slices"
)

// ownModules are the modules that this package makes.
var ownModules map[string]func(t *Thread, m *Module)

func setupModules() {
	ownModules = map[string]func(t *Thread, m *Module){"sys": makeSys, "builtins": makeBuiltins}
}

func makeBuiltins(t *Thread, m *Module) { m.Dict = t.In.Builtins }

// newBuiltins are the names of the module builtins.
func newBuiltins(in *Interp) *Dict {
	d := NewDict()
	for _, f := range builtinFunctions {
		b := NewBuiltin(f.name, f.signature, f.fn)
		b.Module = "builtins"
		d.SetStr(f.name, b)
	}
	for _, f := range sequenceBuiltins() {
		b := NewBuiltin(f.Name, f.Signature, f.Fn)
		b.Module = "builtins"
		d.SetStr(f.Name, b)
	}
	for _, c := range nativeClasses {
		if c.isBuiltin() {
			d.SetStr(c.Name, c)
		}
	}
	d.SetStr("EnvironmentError", OSError)
	d.SetStr("IOError", OSError)
	addObjectBuiltins(d)
	documentBuiltins(d)
	d.SetStr("None", None)
	d.SetStr("True", True)
	d.SetStr("False", False)
	d.SetStr("Ellipsis", Ellipsis)
	d.SetStr("NotImplemented", NotImplemented)
	d.SetStr("__debug__", True)
	d.SetStr("__name__", NewStr("builtins"))
	return inBuiltinOrder(d)
}

// isBuiltin reports whether a class has a name in builtins: exceptions have.
func (c *Class) isBuiltin() bool {
	switch c.Name {
	case "object", "type", "int", "bool", "float", "complex", "str", "bytes", "bytearray", "memoryview", "tuple", "list", "dict",
		"set", "frozenset", "range", "slice", "property", "staticmethod", "classmethod", "super", "enumerate", "zip", "map",
		"filter", "reversed":
		return c.Module == ""
	}
	return c.Module == "" && c.IsSubclass(BaseException)
}

func makeSys(t *Thread, m *Module) {
	in := t.In
	argv := []Object{NewStr(in.Host.Program.Name)}
	for _, a := range in.Host.Program.Args {
		argv = append(argv, NewStr(validText(a)))
	}
	stdin := &Input{in.Host.Program.Stdin}
	streams := map[string]*Stream{
		"stdin": {Name: "stdin", in: stdin, deny: in.Host.NoIO}, "stdout": {Name: "stdout", out: in.Out, deny: in.Host.NoIO},
		"stderr": {Name: "stderr", out: in.Err, deny: in.Host.NoIO},
	}
	for name, s := range streams {
		m.Set(name, s).Set("__"+name+"__", s)
	}
	m.Set("argv", NewList(argv...)).Set("orig_argv", NewList(slices.Clone(argv)...)).Set("modules", in.Modules).Set("path", in.Path)
	for name, v := range map[string]Object{
		"version": NewStr("3.11.7 (elided)"), "hexversion": MakeInt(0x030b07f0), "platform": NewStr("linux"),
		"maxsize": MakeInt(math.MaxInt64), "maxunicode": MakeInt(0x10ffff), "byteorder": NewStr("little"),
		"executable": NewStr(""), "prefix": NewStr("/usr"), "exec_prefix": NewStr("/usr"), "base_prefix": NewStr("/usr"), "base_exec_prefix": NewStr("/usr"),
		"copyright": NewStr("Copyright (c) the authors of elided."), "api_version": MakeInt(1013), "dont_write_bytecode": True, "float_repr_style": NewStr("short"),
		"path_hooks": NewList(), "path_importer_cache": NewDict(), "meta_path": NewList(pathFinderClass), "warnoptions": NewList(), "_xoptions": NewDict(),
		"pycache_prefix": None, "platlibdir": NewStr("lib"), "tracebacklimit": nil,
	} {
		if v != nil {
			m.Set(name, v)
		}
	}
	addSysFacts(m)
	addAudit(m)
	addExceptHook(m)
	addUnraisableHook(t, m)
	m.Add("exit", "status=, /", sysExit)
	m.Add("exc_info", "", sysExcInfo)
	m.Add("exception", "", func(t *Thread, _ []Object) (Object, error) {
		if e := t.Handled(); e != nil {
			return e, nil
		}
		return None, nil
	})
	m.Add("getrecursionlimit", "", func(t *Thread, _ []Object) (Object, error) { return MakeInt(int64(t.In.limit)), nil })
	m.Add("setrecursionlimit", "limit, /", sysSetRecursionLimit)
	m.Add("intern", "string, /", sysIntern)
	m.Add("getdefaultencoding", "", func(*Thread, []Object) (Object, error) { return NewStr("utf-8"), nil })
	m.Add("getfilesystemencoding", "", func(*Thread, []Object) (Object, error) { return NewStr("utf-8"), nil })
	m.Add("displayhook", "value, /", sysDisplayHook)
	m.Add("breakpointhook", "*args, **kwargs", breakpointHook)
	m.Set("__breakpointhook__", m.Dict.GetStr("breakpointhook")).Set("__displayhook__", m.Dict.GetStr("displayhook"))
	m.Add("_getframe", "depth=0, /", sysGetFrame)
	m.Add("getsizeof", "object, default=", sysGetSizeOf)
	m.Add("getrefcount", "object, /", func(*Thread, []Object) (Object, error) { return MakeInt(2), nil })
	addTracing(m)
	m.Add("is_finalizing", "", func(*Thread, []Object) (Object, error) { return False, nil })
	m.Add("getswitchinterval", "", func(*Thread, []Object) (Object, error) { return Float(0.005), nil })
	m.Add("setswitchinterval", "interval, /", func(*Thread, []Object) (Object, error) { return None, nil })
	m.Add("get_int_max_str_digits", "", func(t *Thread, _ []Object) (Object, error) { return MakeInt(int64(t.In.IntDigits())), nil })
	m.Add("set_int_max_str_digits", "maxdigits", sysSetIntDigits)
}

func validText(s string) string { return textInput(s).s }

func sysExcInfo(t *Thread, _ []Object) (Object, error) {
	e := t.Handled()
	if e == nil {
		return NewTuple(None, None, None), nil
	}
	return NewTuple(e.class, e, e.traceback()), nil
}

func sysSetRecursionLimit(t *Thread, a []Object) (Object, error) {
	n, err := t.Index(a[0])
	switch {
	case err != nil:
		return nil, err
	case n < 1:
		return nil, Raise(ValueError, "recursion limit must be greater or equal than 1")
	case n <= t.depth:
		return nil, Raise(RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.depth)
	}
	t.In.limit = min(n, maxRecursion)
	return None, nil
}

func sysDisplayHook(t *Thread, a []Object) (Object, error) {
	if a[0] == None {
		return None, nil
	}
	s, err := t.Repr(a[0])
	if err != nil {
		return nil, err
	}
	t.In.Builtins.SetStr("_", a[0])
	return None, t.printTo(nil, s.s+"\n")
}

func sysSetIntDigits(t *Thread, a []Object) (Object, error) {
	n, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	if n != 0 && n < 640 {
		return nil, Raise(ValueError, "maxdigits must be 0 or larger than 640")
	}
	t.In.SetIntDigits(n)
	return None, nil
}

func sysGetFrame(t *Thread, a []Object) (Object, error) {
	depth := 0
	if a[0] != nil {
		var err error
		if depth, err = t.Index(a[0]); err != nil {
			return nil, err
		}
	}
	f := t.frame
	for ; depth > 0 && f != nil; depth-- {
		f = f.back
	}
	if f == nil {
		return nil, Raise(ValueError, "call stack is not deep enough")
	}
	return t.FrameObject(f), nil
}
