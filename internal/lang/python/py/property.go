package py

// A Property is a property. Nil functions are none.
type Property struct {
	Get, Set, Del Object
	Doc           Object // never nil
	name          Object // of the attribute; nil is not known
	docOfGetter   bool
}

// Class returns the class property.
func (*Property) Class() *Class { return PropertyClass }

func setupProperty() {
	s := &PropertyClass.Slots
	s.New = func(_ *Thread, _ *Class, _ Args) (Object, error) { return &Property{Doc: None}, nil }
	sig := Sign("fget=, fset=, fdel=, doc=")
	s.Init = func(t *Thread, self Object, a Args) error {
		values, err := sig.bind("property", a, 0)
		if err != nil {
			return err
		}
		return Native(self).(*Property).init(t, self, values)
	}
	s.DescrGet = func(t *Thread, self, obj Object, _ *Class) (Object, error) {
		if obj == nil {
			return self, nil
		}
		return Native(self).(*Property).get(t, obj)
	}
	s.DescrSet = func(t *Thread, self, obj, v Object) error { return Native(self).(*Property).set(t, obj, v) }
	for i, name := range []string{"getter", "setter", "deleter"} {
		PropertyClass.Dict.SetStr(name, propertyCopy(i, name))
	}
	PropertyClass.addMethods(MethodTable{{"__set_name__", "*args", func(_ *Thread, a []Object) (Object, error) {
		args := a[1].(*Tuple).Items
		if len(args) != 2 {
			return nil, Raise(TypeError, "__set_name__() takes 2 positional arguments but %d were given", len(args))
		}
		Native(a[0]).(*Property).name = args[1]
		return None, nil
	}, "Notes the name of the attribute."}})
	PropertyClass.addGetSets(
		&GetSet{Name: "fget", member: true, Get: func(_ *Thread, x Object) (Object, error) { return OrNone(Native(x).(*Property).Get), nil }},
		&GetSet{Name: "fset", member: true, Get: func(_ *Thread, x Object) (Object, error) { return OrNone(Native(x).(*Property).Set), nil }},
		&GetSet{Name: "fdel", member: true, Get: func(_ *Thread, x Object) (Object, error) { return OrNone(Native(x).(*Property).Del), nil }},
		&GetSet{Name: "__doc__", Get: func(_ *Thread, x Object) (Object, error) { return Native(x).(*Property).Doc, nil },
			Set: func(_ *Thread, x, v Object) error {
				Native(x).(*Property).Doc = OrNone(v)
				return nil
			}},
		&GetSet{Name: "__isabstractmethod__", Get: propertyIsAbstract},
	)
}

// notNone is nil for None.
func notNone(v Object) Object {
	if v == None {
		return nil
	}
	return v
}

func (p *Property) init(t *Thread, self Object, a []Object) error {
	p.Get, p.Set, p.Del = notNone(a[0]), notNone(a[1]), notNone(a[2])
	p.Doc, p.docOfGetter = OrNone(a[3]), false
	if p.Doc != None || p.Get == nil {
		return nil
	}
	doc, err := t.Attr(p.Get, "__doc__")
	if err != nil {
		return err
	}
	if doc == nil {
		return nil
	}
	p.docOfGetter = true
	if self.Class() != PropertyClass { // whose __doc__ hides that of property
		return t.SetAttr(self, "__doc__", doc)
	}
	p.Doc = doc
	return nil
}

// propertyCopy is the decorator that makes a property with another function.
func propertyCopy(which int, name string) *MethodDescr {
	// It takes self as it is: the copy is of the same class.
	m := &MethodDescr{Name: name, owner: PropertyClass, sig: Sign("self, fn, /")}
	m.whole = true
	m.fn = func(t *Thread, a []Object) (Object, error) {
		p := Native(a[0]).(*Property)
		args := []Object{OrNone(p.Get), OrNone(p.Set), OrNone(p.Del), p.Doc}
		if a[1] != None {
			args[which] = a[1]
		}
		if p.docOfGetter && args[0] != None {
			args[3] = None
		}
		v, err := t.Call(a[0].Class(), args...)
		if err != nil {
			return nil, err
		}
		if q, ok := Native(v).(*Property); ok {
			q.name = p.name
		}
		return v, nil
	}
	return m
}

func propertyIsAbstract(t *Thread, x Object) (Object, error) {
	p := Native(x).(*Property)
	for _, fn := range []Object{p.Get, p.Set, p.Del} {
		if abstract, err := t.isAbstract(fn); abstract || err != nil {
			return Of(abstract), err
		}
	}
	return False, nil
}

// isAbstract reports whether a method is marked as one to be overridden.
func (t *Thread) isAbstract(fn Object) (bool, error) {
	if fn == nil {
		return false, nil
	}
	v, err := t.Attr(fn, "__isabstractmethod__")
	if v == nil || err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (p *Property) get(t *Thread, obj Object) (Object, error) {
	if p.Get == nil {
		return nil, p.lacks(t, obj, "getter")
	}
	return t.Call(p.Get, obj)
}

func (p *Property) set(t *Thread, obj, v Object) error {
	if v == nil {
		if p.Del == nil {
			return p.lacks(t, obj, "deleter")
		}
		_, err := t.Call(p.Del, obj)
		return err
	}
	if p.Set == nil {
		return p.lacks(t, obj, "setter")
	}
	_, err := t.Call(p.Set, obj, v)
	return err
}

func (p *Property) lacks(t *Thread, obj Object, what string) error {
	name := ""
	if p.name != nil {
		text, err := t.reprText(p.name)
		if err != nil {
			return err
		}
		name = " " + text
	}
	return Raise(AttributeError, "property%s of '%s' object has no %s", name, obj.Class().qualName(), what)
}
