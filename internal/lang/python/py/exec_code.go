package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// execCode runs a code object that exec or eval was given. That of a function is called
// without arguments; closure has its free variables.
func (t *Thread) execCode(c *code.Code, globals *Dict, names Object, closure []*Cell) (Object, error) {
	if len(c.Free) == 0 && (c.Named || c.Kind == code.Module) {
		t.In.pass(c)
		return t.Exec(c, globals, names)
	}
	fn := &Func{Body: t.In.body(c), Name: c.Name, QualName: c.Name, Module: None, Doc: None, Globals: globals, Builtins: t.builtinsOf(globals), Closure: closure}
	if c.Kind == code.Class {
		return t.execBody(fn, names)
	}
	return t.CallArgs(fn, Args{})
}

// closureFor are the cells that exec was given for a code's free variables.
func closureFor(c *code.Code, given Object) ([]*Cell, error) {
	n := len(c.Free)
	if given == nil || given == None {
		given = NewTuple()
	} else if n == 0 {
		return nil, Raise(TypeError, "cannot use a closure with this code object")
	}
	list, ok := Native(given).(*Tuple)
	if !ok || len(list.Items) != n {
		return nil, Raise(TypeError, "code object requires a closure of exactly length %d", n)
	}
	cells := make([]*Cell, n)
	for i, x := range list.Items {
		if cells[i], ok = x.(*Cell); !ok {
			return nil, Raise(TypeError, "code object requires a closure of exactly length %d", n)
		}
	}
	return cells, nil
}
