package functools

import "github.com/elide-dev/elided/internal/lang/python/py"

// reducePartial has a copy made of the function alone, and then be given the rest.
func reducePartial(t *py.Thread, a []py.Object) (py.Object, error) {
	p := partialOf(a[0])
	own, err := t.Attr(a[0], "__dict__")
	if err != nil {
		return nil, err
	}
	if d, ok := own.(*py.Dict); !ok || d.Len() == 0 {
		own = py.None
	}
	state := py.NewTuple(p.fn, p.args, p.named, own)
	return py.NewTuple(a[0].Class(), py.NewTuple(p.fn), state), nil
}

// setPartialState is given a function, its arguments, those with names, and attributes.
func setPartialState(t *py.Thread, a []py.Object) (py.Object, error) {
	wrong := py.Raise(py.TypeError, "invalid partial state")
	state, ok := py.Native(a[1]).(*py.Tuple)
	if !ok || len(state.Items) != 4 || !py.Callable(state.Items[0]) {
		return nil, wrong
	}
	args, ok := py.Native(state.Items[1]).(*py.Tuple)
	if !ok {
		return nil, wrong
	}
	named := py.NewDict()
	if state.Items[2] != py.None {
		given, ok := py.Native(state.Items[2]).(*py.Dict)
		if !ok {
			return nil, wrong
		}
		named = given
		if state.Items[2] != py.Object(given) { // a subclass's: what is kept is a plain dict
			named = given.Copy()
		}
	}
	if state.Items[1] != py.Object(args) {
		args = py.NewTuple(args.Items...)
	}
	own := state.Items[3]
	if own == py.None {
		own = py.NewDict()
	}
	if err := t.SetAttr(a[0], "__dict__", own); err != nil {
		return nil, err
	}
	p := partialOf(a[0])
	p.fn, p.args, p.named = state.Items[0], args, named
	return py.None, nil
}
