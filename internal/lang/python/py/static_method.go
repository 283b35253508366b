package py

func setupStaticMethods() {
	setupWrapper(StaticMethodClass, func(fn Object) Object { return &StaticMethod{Func: fn} }, func(x Object) *Object { return &Native(x).(*StaticMethod).Func })
	setupWrapper(ClassMethodClass, func(fn Object) Object { return &ClassMethod{Func: fn} }, func(x Object) *Object { return &Native(x).(*ClassMethod).Func })
	s := &StaticMethodClass.Slots
	s.Call = func(t *Thread, x Object, a Args) (Object, error) {
		return t.CallArgs(Native(x).(*StaticMethod).Func, a)
	}
	s.DescrGet = func(_ *Thread, x, _ Object, _ *Class) (Object, error) { return Native(x).(*StaticMethod).Func, nil }
	ClassMethodClass.Slots.DescrGet = func(t *Thread, x, obj Object, c *Class) (Object, error) {
		if c == nil {
			c = obj.Class()
		}
		return t.bindClassMethod(Native(x).(*ClassMethod), c)
	}
}

// setupWrapper completes staticmethod or classmethod.
func setupWrapper(c *Class, wrap func(fn Object) Object, field func(x Object) *Object) {
	name := c.Name
	s := &c.Slots
	s.New = func(*Thread, *Class, Args) (Object, error) { return wrap(None), nil }
	s.Init = func(t *Thread, x Object, a Args) error {
		switch {
		case len(a.Names) > 0:
			return Raise(TypeError, "%s() takes no keyword arguments", name)
		case len(a.Pos) != 1:
			return Raise(TypeError, "%s expected 1 argument, got %d", name, len(a.Pos))
		}
		*field(x) = a.Pos[0]
		return t.copyNames(x, a.Pos[0])
	}
	s.Repr = func(t *Thread, x Object) (Object, error) {
		text, err := t.reprText(*field(x))
		return NewStr("<" + name + "(" + text + ")>"), err
	}
	get := func(_ *Thread, x Object) (Object, error) { return *field(x), nil }
	c.addGetSets(
		&GetSet{Name: "__func__", member: true, Get: get},
		&GetSet{Name: "__wrapped__", member: true, Get: get},
		&GetSet{Name: "__dict__", Get: getDict, Set: setDict},
		&GetSet{Name: "__isabstractmethod__", Get: func(t *Thread, x Object) (Object, error) {
			b, err := t.isAbstract(*field(x))
			return Of(b), err
		}},
	)
}

// copyNames gives a wrapper the attributes of what it wraps.
func (t *Thread) copyNames(x, fn Object) error {
	d := attributes(x, true)
	if d == nil {
		return nil
	}
	for _, name := range []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"} {
		v, err := t.Attr(fn, name)
		if err != nil {
			return err
		}
		if v != nil {
			d.SetStr(name, v)
		}
	}
	return nil
}
