package py

// setupDescriptors completes the classes of computed attributes and of slots.
func setupDescriptors() {
	g := &GetSetClass.Slots
	g.Repr = func(_ *Thread, x Object) (Object, error) {
		d := x.(*GetSet)
		return NewStr("<attribute '" + d.Name + "' of '" + d.owner.fullName() + "' objects>"), nil
	}
	g.DescrGet = func(t *Thread, x, obj Object, _ *Class) (Object, error) {
		d := x.(*GetSet)
		if obj == nil {
			return x, nil
		}
		if err := d.check(obj); err != nil {
			return nil, err
		}
		return d.Get(t, obj)
	}
	g.DescrSet = func(t *Thread, x, obj, v Object) error {
		d := x.(*GetSet)
		if err := d.check(obj); err != nil {
			return err
		}
		return t.setDescr(d, obj, v, d.Name)
	}
	GetSetClass.addGetSets(descriptorAttributes(func(x Object) (string, *Class, string) {
		d := x.(*GetSet)
		return d.Name, d.owner, d.Doc
	})...)

	m := &MemberClass.Slots
	m.Repr = func(_ *Thread, x Object) (Object, error) {
		name, owner, _ := memberOf(x)
		return NewStr("<member '" + name + "' of '" + owner.fullName() + "' objects>"), nil
	}
	m.DescrGet = func(t *Thread, x, obj Object, c *Class) (Object, error) {
		if obj == nil {
			return x, nil
		}
		if _, ok := x.(*GetSet); ok {
			return g.DescrGet(t, x, obj, c)
		}
		return x.(*Member).get(obj)
	}
	m.DescrSet = func(t *Thread, x, obj, v Object) error {
		if _, ok := x.(*GetSet); ok {
			return g.DescrSet(t, x, obj, v)
		}
		return x.(*Member).set(obj, v)
	}
	MemberClass.addGetSets(descriptorAttributes(memberOf)...)
}

// memberOf is what is known of a member: of a class of the program, or of a built-in one.
func memberOf(x Object) (name string, owner *Class, doc string) {
	if d, ok := x.(*GetSet); ok {
		return d.Name, d.owner, d.Doc
	}
	d := x.(*Member)
	return d.Name, d.owner, ""
}

// check checks that an object is one that the attribute is of.
func (g *GetSet) check(x Object) error {
	if !IsInstance(x, g.owner) {
		return notOf(g.Name, g.owner, x)
	}
	return nil
}

// notOf is the error of a descriptor's use with what isn't an object of its class.
func notOf(name string, owner *Class, x Object) error {
	return Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, owner.fullName(), x.Class().fullName())
}

func descriptorAttributes(of func(x Object) (name string, owner *Class, doc string)) []*GetSet {
	return []*GetSet{
		{Name: "__name__", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			name, _, _ := of(x)
			return NewStr(name), nil
		}},
		{Name: "__qualname__", Get: func(_ *Thread, x Object) (Object, error) {
			name, owner, _ := of(x)
			return NewStr(owner.qualName() + "." + name), nil
		}},
		{Name: "__objclass__", member: true, Get: func(_ *Thread, x Object) (Object, error) {
			_, owner, _ := of(x)
			return owner, nil
		}},
		{Name: "__doc__", Get: func(_ *Thread, x Object) (Object, error) {
			_, _, doc := of(x)
			return docOf(doc), nil
		}},
	}
}
