package py

import (
	"slices"
	"strings"
)

// A GenericAlias is list[int].
type GenericAlias struct {
	Origin  Object
	Args    *Tuple
	starred bool
	params  *Tuple // nil is not known yet
}

// Class returns the class types.GenericAlias.
func (*GenericAlias) Class() *Class { return GenericAliasClass }

// aliasOf is an alias, or what an instance of a subclass holds.
func aliasOf(x Object) *GenericAlias { return Native(x).(*GenericAlias) }

// NewGenericAlias is origin[args], args being a tuple or the one argument.
func NewGenericAlias(origin, args Object) *GenericAlias {
	list, ok := args.(*Tuple)
	if !ok {
		list = NewTuple(args)
	}
	return &GenericAlias{Origin: origin, Args: list}
}

// classGetItem is the __class_getitem__ of built-in classes that are generic.
func classGetItem(_ *Thread, a []Object) (Object, error) { return NewGenericAlias(a[0], a[1]), nil }

func setupGenericAlias() {
	setupAliasIterator()
	GenericAliasClass.Module = "types"
	s := &GenericAliasClass.Slots
	s.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Names) > 0 {
			return nil, Raise(TypeError, "GenericAlias() takes no keyword arguments")
		}
		if len(a.Pos) != 2 {
			return nil, Raise(TypeError, "GenericAlias expected 2 arguments, got %d", len(a.Pos))
		}
		return NewGenericAlias(a.Pos[0], a.Pos[1]), nil
	}
	s.Repr = func(t *Thread, x Object) (Object, error) {
		text, err := aliasOf(x).text(t)
		return NewStr(text), err
	}
	s.Call = func(t *Thread, x Object, a Args) (Object, error) { return aliasOf(x).call(t, a) }
	GenericAliasClass.setGetAttr(aliasAttr)
	s.Compare = compareAliases
	s.Hash = func(t *Thread, x Object) (int64, error) {
		g := aliasOf(x)
		h, err := Hash(t, g.Origin)
		if err != nil {
			return 0, err
		}
		k, err := Hash(t, g.Args)
		return h ^ k, err
	}
	s.GetItem = func(t *Thread, x, key Object) (Object, error) { return aliasOf(x).substitute(t, key) }
	s.Binary[orOperator], s.Reflected[orOperator] = unionOr, unionOr
	s.Iter = func(_ *Thread, x Object) (Object, error) {
		return &aliasIterator{aliasOf(x)}, nil
	}
	GenericAliasClass.addMethods(MethodTable{
		{"__reduce__", "", aliasReduce, "What copies are made of."},
		{"__mro_entries__", "bases, /", func(_ *Thread, a []Object) (Object, error) { return NewTuple(aliasOf(a[0]).Origin), nil }, ""},
		{"__instancecheck__", "instance, /", func(*Thread, []Object) (Object, error) {
			return nil, Raise(TypeError, "isinstance() argument 2 cannot be a parameterized generic")
		}, ""},
		{"__subclasscheck__", "cls, /", func(*Thread, []Object) (Object, error) {
			return nil, Raise(TypeError, "issubclass() argument 2 cannot be a parameterized generic")
		}, ""},
	})
	GenericAliasClass.addGetSets(
		&GetSet{Name: "__origin__", Get: func(_ *Thread, x Object) (Object, error) { return aliasOf(x).Origin, nil }},
		&GetSet{Name: "__args__", Get: func(_ *Thread, x Object) (Object, error) { return aliasOf(x).Args, nil }},
		&GetSet{Name: "__parameters__", Get: func(t *Thread, x Object) (Object, error) { return aliasOf(x).parameters(t) }},
		&GetSet{Name: "__typing_unpacked_tuple_args__", Get: func(_ *Thread, x Object) (Object, error) {
			if g := aliasOf(x); g.starred && g.Origin == Object(TupleClass) {
				return g.Args, nil
			}
			return None, nil
		}},
		&GetSet{Name: "__unpacked__", Get: func(_ *Thread, x Object) (Object, error) { return Of(aliasOf(x).starred), nil }},
	)
}

// aliasReduce is the class and what it is called with. An unpacked one, *tuple[int], is
// what iterating over the plain one begins with.
func aliasReduce(t *Thread, a []Object) (Object, error) {
	g := aliasOf(a[0])
	if g.starred {
		plain := *g
		plain.starred = false
		it, err := t.Iter(&plain)
		return NewTuple(OrNone(t.In.Builtins.GetStr("next")), NewTuple(it)), err
	}
	return NewTuple(GenericAliasClass, NewTuple(g.Origin, g.Args)), nil
}

func compareAliases(t *Thread, op Cmp, x, y Object) (Object, error) {
	g, ok := Native(x).(*GenericAlias)
	h, ok2 := Native(y).(*GenericAlias)
	if !ok || !ok2 || op != EQ && op != NE {
		return NotImplemented, nil
	}
	same, err := Equal(t, g.Origin, h.Origin)
	if err == nil && same {
		same, err = Equal(t, g.Args, h.Args)
	}
	return Of((same && g.starred == h.starred) == (op == EQ)), err
}

// aliasAttr forwards to the class all but what is the alias's own.
func aliasAttr(t *Thread, x Object, name string) (Object, error) {
	own := []string{"__class__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__",
		"__deepcopy__", "__instancecheck__", "__subclasscheck__", "__dir__"}
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") && slices.Contains(own, name) {
		return t.genericAttr(x, name)
	}
	return t.GetAttr(aliasOf(x).Origin, name)
}

func (g *GenericAlias) call(t *Thread, a Args) (Object, error) {
	v, err := t.CallArgs(g.Origin, a)
	if err != nil {
		return nil, err
	}
	err = t.SetAttr(v, "__orig_class__", g)
	if _, ok := err.(*Exc); err != nil && !ok {
		return nil, err
	}
	return v, nil // one that takes no attributes goes without
}

func (g *GenericAlias) text(t *Thread) (string, error) {
	origin, err := t.typeText(g.Origin)
	if err != nil {
		return "", err
	}
	args := make([]string, len(g.Args.Items))
	for i, x := range g.Args.Items {
		if args[i], err = t.typeText(x); err != nil {
			return "", err
		}
	}
	if len(args) == 0 {
		args = []string{"()"}
	}
	star := ""
	if g.starred {
		star = "*"
	}
	return star + origin + "[" + strings.Join(args, ", ") + "]", nil
}

// typeText is a type as it is written in the text of another.
func (t *Thread) typeText(x Object) (string, error) {
	switch v := x.(type) {
	case *ellipsisType:
		return "...", nil
	case *noneType:
		return "None", nil
	case *List:
		if err := t.enter(); err != nil {
			return "", err
		}
		defer t.leave()
		parts := make([]string, len(v.Items))
		for i, item := range v.Items {
			var err error
			if parts[i], err = t.typeText(item); err != nil {
				return "", err
			}
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	case *GenericAlias:
		return t.reprText(x)
	}
	if b, ok := x.(*Builtin); ok && b.Self == nil && b.Module != "" {
		return strings.TrimPrefix(b.Module+".", "builtins.") + b.Name, nil
	}
	if c, ok := x.(*Class); ok {
		module, err := t.moduleOf(c)
		if err != nil || module == "" {
			return c.qualName(), err
		}
		return module + "." + c.qualName(), nil
	}
	return t.reprText(x)
}

// parameters are the type variables in the arguments: what has __typing_subst__, or the
// parameters of arguments that have some themselves.
func (g *GenericAlias) parameters(t *Thread) (*Tuple, error) {
	if g.params != nil {
		return g.params, nil
	}
	var list []Object
	add := func(x Object) {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	for _, x := range g.Args.Items {
		if _, ok := x.(*Class); ok {
			continue
		}
		if m, err := t.Attr(x, "__typing_subst__"); err != nil {
			return nil, err
		} else if m != nil {
			add(x)
			continue
		}
		v, err := t.Attr(x, "__parameters__")
		if err != nil {
			return nil, err
		}
		if inner, ok := v.(*Tuple); ok {
			for _, p := range inner.Items {
				add(p)
			}
		}
	}
	g.params = NewTuple(list...)
	return g.params, nil
}
