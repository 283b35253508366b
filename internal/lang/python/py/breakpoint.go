package py

import "strings"

// builtinBreakpoint calls sys.breakpointhook.
func builtinBreakpoint(t *Thread, a []Object) (Object, error) {
	sys, err := t.load("sys")
	if err != nil {
		return nil, err
	}
	hook, err := t.Attr(sys, "breakpointhook")
	if err != nil {
		return nil, err
	}
	if hook == nil {
		return nil, Raise(RuntimeError, "lost sys.breakpointhook")
	}
	return t.CallArgs(hook, packed(a[0], a[1]))
}

// breakpointHook calls what PYTHONBREAKPOINT names: nothing where that is 0. There is no
// debugger to begin otherwise.
func breakpointHook(t *Thread, a []Object) (Object, error) {
	name, err := t.environment("PYTHONBREAKPOINT")
	switch {
	case err != nil:
		return nil, err
	case name == "0":
		return None, nil
	case name == "":
		return nil, Raise(RuntimeError, "breakpoint: there is no debugger here")
	}
	module, attr := "builtins", name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, attr = name[:i], name[i+1:]
	}
	hook, err := t.attributeOf(module, attr)
	if Caught(err, Exception) != nil {
		return None, t.Warn(RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", name)
	}
	if err != nil {
		return nil, err
	}
	return t.CallArgs(hook, packed(a[0], a[1]))
}

func (t *Thread) attributeOf(module, name string) (Object, error) {
	m, err := t.load(module)
	if err != nil {
		return nil, err
	}
	return t.GetAttr(m, name)
}

// environment is a variable of os.environ, which a program may have changed; "" is none.
func (t *Thread) environment(name string) (string, error) {
	env, err := t.attributeOf("os", "environ")
	if err != nil {
		return "", err
	}
	get, err := t.GetAttr(env, "get")
	if err != nil {
		return "", err
	}
	v, err := t.Call(get, NewStr(name))
	return textOf(OrNone(v)), err
}
