package py

import "slices"

// substitute is the alias with arguments in place of its parameters.
func (g *GenericAlias) substitute(t *Thread, key Object) (Object, error) {
	params, err := g.parameters(t)
	if err != nil {
		return nil, err
	}
	if len(params.Items) == 0 {
		text, err := t.reprText(g)
		if err != nil {
			return nil, err
		}
		return nil, Raise(TypeError, "%s is not a generic class", text)
	}
	given, err := g.prepare(t, params.Items, key)
	if err != nil {
		return nil, err
	}
	var args []Object
	for _, x := range g.Args.Items {
		v, err := t.substituteIn(x, params.Items, given)
		if err != nil {
			return nil, err
		}
		if several, ok := v.(*Tuple); ok {
			unpacked, err := t.flagOf(x, "__typing_is_unpacked_typevartuple__")
			if err != nil {
				return nil, err
			}
			if unpacked {
				args = append(args, several.Items...)
				continue
			}
		}
		args = append(args, v)
	}
	return &GenericAlias{Origin: g.Origin, Args: NewTuple(args...), starred: g.starred}, nil
}

// prepare is one argument for each parameter. Those that take several, or lists, do that
// by __typing_prepare_subst__.
func (g *GenericAlias) prepare(t *Thread, params []Object, key Object) ([]Object, error) {
	given, ok := key.(*Tuple)
	if !ok {
		given = NewTuple(key)
	}
	given, err := t.flatUnpacked(given)
	if err != nil {
		return nil, err
	}
	for _, p := range params {
		m, err := t.Attr(p, "__typing_prepare_subst__")
		if err != nil {
			return nil, err
		}
		if m == nil || m == None {
			continue
		}
		v, err := t.Call(m, g, given)
		if err != nil {
			return nil, err
		}
		if given, ok = v.(*Tuple); !ok {
			return nil, Raise(TypeError, "expected tuple, not %s", v.Class().fullName())
		}
	}
	if n, m := len(given.Items), len(params); n != m {
		few := "many"
		if n < m {
			few = "few"
		}
		text, err := t.reprText(g)
		if err != nil {
			return nil, err
		}
		return nil, Raise(TypeError, "Too %s arguments for %s; actual %d, expected %d", few, text, n, m)
	}
	return given.Items, nil
}

// flatUnpacked is the arguments with the types of tuples that are unpacked in place of these.
func (t *Thread) flatUnpacked(given *Tuple) (*Tuple, error) {
	var flat []Object
	for _, x := range given.Items {
		if _, class := x.(*Class); !class {
			v, err := t.Attr(x, "__typing_unpacked_tuple_args__")
			if err != nil {
				return nil, err
			}
			if inner, ok := v.(*Tuple); ok && (len(inner.Items) == 0 || inner.Items[len(inner.Items)-1] != Ellipsis) {
				flat = append(flat, inner.Items...)
				continue
			}
		}
		flat = append(flat, x)
	}
	return NewTuple(flat...), nil
}

// flagOf is the truth of an attribute; false where there is none.
func (t *Thread) flagOf(x Object, name string) (bool, error) {
	if _, class := x.(*Class); class {
		return false, nil
	}
	v, err := t.Attr(x, name)
	if v == nil || err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (t *Thread) substituteIn(x Object, params, given []Object) (Object, error) {
	if _, class := x.(*Class); class {
		return x, nil
	}
	if i := slices.Index(params, x); i >= 0 {
		m, err := t.Attr(x, "__typing_subst__")
		if m == nil || err != nil {
			return given[i], err
		}
		return t.Call(m, given[i])
	}
	v, err := t.Attr(x, "__parameters__")
	inner, ok := v.(*Tuple)
	if err != nil || !ok || len(inner.Items) == 0 {
		return x, err
	}
	var args []Object
	for _, p := range inner.Items {
		j := slices.Index(params, p)
		if j < 0 {
			args = append(args, p)
			continue
		}
		several, isTuple := given[j].(*Tuple)
		if isTuple && p.Class().Lookup("__iter__") != nil { // a TypeVarTuple
			args = append(args, several.Items...)
		} else {
			args = append(args, given[j])
		}
	}
	return t.GetItem(x, NewTuple(args...))
}
