package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// Exec runs a module's code, or what exec and eval are given, with globals and, where the
// code is Named, a mapping for names that may be the same.
func (t *Thread) Exec(c *code.Code, globals *Dict, names Object) (Object, error) {
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	f := t.newFrame(t.In.body(c))
	f.Globals, f.builtins = globals, t.builtinsOf(globals)
	if c.Named {
		f.names = names
		if names == nil {
			f.names = globals
		}
	}
	if err := t.push(f); err != nil {
		t.discard(f)
		return nil, err
	}
	return t.run(f)
}

// execBody runs a class's body, whose names go to a mapping.
func (t *Thread) execBody(fn *Func, names Object) (Object, error) {
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	f := t.newFrame(fn.Body)
	f.begin(fn)
	f.names = names
	if err := t.push(f); err != nil {
		t.discard(f)
		return nil, err
	}
	return t.run(f)
}

// builtinsOf is where globals have their builtins, which a program may have replaced.
func (t *Thread) builtinsOf(globals *Dict) *Dict {
	switch b := Native(OrNone(globals.GetStr("__builtins__"))).(type) {
	case *Dict:
		return b
	case *Module:
		return b.Dict
	}
	return t.In.Builtins
}
