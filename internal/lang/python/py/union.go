package py

import (
	"strings"
)

// A Union is int | None. Its Args are two or more, none of them a Union.
type Union struct{ Args *Tuple }

// Class returns the class types.UnionType.
func (*Union) Class() *Class { return UnionClass }

func setupUnion() {
	UnionClass.Module = "types"
	s := &UnionClass.Slots
	s.Repr = func(t *Thread, x Object) (Object, error) {
		args := x.(*Union).Args.Items
		parts := make([]string, len(args))
		for i, a := range args {
			var err error
			if a == Object(NoneClass) {
				a = None
			}
			if parts[i], err = t.typeText(a); err != nil {
				return nil, err
			}
		}
		return NewStr(strings.Join(parts, " | ")), nil
	}
	s.Compare = compareUnions
	s.Hash = func(t *Thread, x Object) (int64, error) {
		args, err := t.constantSet(x.(*Union).Args.Items) // as that of typing's unions, which are equal
		if err != nil {
			return 0, err
		}
		return args.frozenHash(), nil
	}
	s.Binary[orOperator], s.Reflected[orOperator] = unionOr, unionOr
	s.GetItem = func(t *Thread, x, key Object) (Object, error) { return x.(*Union).substitute(t, key) }
	UnionClass.addMethods(MethodTable{
		{"__instancecheck__", "instance, /", func(t *Thread, a []Object) (Object, error) {
			b, err := a[0].(*Union).isInstance(t, a[1])
			return Of(b), err
		}, ""},
		{"__subclasscheck__", "cls, /", func(t *Thread, a []Object) (Object, error) {
			b, err := a[0].(*Union).isSubclass(t, a[1])
			return Of(b), err
		}, ""},
	})
	UnionClass.addGetSets(
		&GetSet{Name: "__args__", Get: func(_ *Thread, x Object) (Object, error) { return x.(*Union).Args, nil }},
		&GetSet{Name: "__parameters__", Get: func(t *Thread, x Object) (Object, error) {
			return (&GenericAlias{Args: x.(*Union).Args}).parameters(t)
		}},
	)
}

// unionOr is x | y where one of them is a type.
func unionOr(t *Thread, x, y Object) (Object, error) {
	if !unionable(x) || !unionable(y) {
		return NotImplemented, nil
	}
	return t.unionOf(x, y)
}

func unionable(x Object) bool {
	switch x.(type) {
	case *noneType, *Class, *GenericAlias, *Union:
		return true
	}
	return false
}

func (t *Thread) unionOf(parts ...Object) (Object, error) {
	var list []Object
	add := func(x Object) error {
		if x == None {
			x = NoneClass
		}
		for _, have := range list {
			same, err := t.SameOrEqual(have, x)
			if same || err != nil {
				return err
			}
		}
		list = append(list, x)
		return nil
	}
	for _, p := range parts {
		items := []Object{p}
		if u, ok := p.(*Union); ok {
			items = u.Args.Items
		}
		for _, x := range items {
			if err := add(x); err != nil {
				return nil, err
			}
		}
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return &Union{NewTuple(list...)}, nil
}

func compareUnions(t *Thread, op Cmp, x, y Object) (Object, error) {
	u, ok := x.(*Union)
	v, ok2 := y.(*Union)
	if !ok || !ok2 || op != EQ && op != NE {
		return NotImplemented, nil
	}
	same := len(u.Args.Items) == len(v.Args.Items)
	for _, a := range u.Args.Items {
		if !same {
			break
		}
		var err error
		if same, err = t.Contains(v.Args, a); err != nil {
			return nil, err
		}
	}
	return Of(same == (op == EQ)), nil
}

func (u *Union) isInstance(t *Thread, x Object) (bool, error) {
	for _, a := range u.Args.Items {
		if yes, err := t.IsInstanceOf(x, a); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

func (u *Union) isSubclass(t *Thread, x Object) (bool, error) {
	if _, ok := x.(*Class); !ok {
		return false, Raise(TypeError, "issubclass() arg 1 must be a class")
	}
	for _, a := range u.Args.Items {
		if yes, err := t.IsSubclassOf(x, a); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

// substitute is the union with arguments in place of its type variables.
func (u *Union) substitute(t *Thread, key Object) (Object, error) {
	g := &GenericAlias{Origin: u, Args: u.Args}
	params, err := g.parameters(t)
	if err != nil {
		return nil, err
	}
	if len(params.Items) == 0 {
		text, err := t.reprText(u)
		if err != nil {
			return nil, err
		}
		return nil, Raise(TypeError, "%s is not a generic class", text)
	}
	v, err := g.substitute(t, key)
	if err != nil {
		return nil, err
	}
	return t.unionOf(v.(*GenericAlias).Args.Items...)
}
