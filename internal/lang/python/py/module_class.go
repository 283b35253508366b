package py

func setupModuleClass() {
	ModuleClass.Slots.New = newModuleObject
	ModuleClass.Slots.Repr = moduleRepr
	ModuleClass.Slots.GetAttr = moduleGetAttr
	ModuleClass.addGetSets(&GetSet{Name: "__dict__", Get: func(_ *Thread, o Object) (Object, error) { return o.(*Module).Dict, nil }})
	ModuleClass.addMethods(MethodTable{{"__dir__", "", func(t *Thread, a []Object) (Object, error) {
		m := a[0].(*Module)
		if dir := m.Dict.GetStr("__dir__"); dir != nil {
			return t.Call(dir)
		}
		return NewList(m.Dict.Keys()...), nil
	}, ""}})
}

var moduleSignature = Sign("name, doc=")

func newModuleObject(t *Thread, c *Class, a Args) (Object, error) {
	v, err := moduleSignature.bind("module", a, 0)
	if err != nil {
		return nil, err
	}
	name, ok := Native(v[0]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "module() argument 'name' must be str, not %s", v[0].Class().Name)
	}
	m := NewModule(name.s)
	m.made = true
	if v[1] != nil {
		m.Set("__doc__", v[1])
	}
	if c != ModuleClass {
		m.class = c
	}
	return m, nil
}

func moduleRepr(t *Thread, o Object) (Object, error) {
	m := o.(*Module)
	name := textOf(orNone(m.Dict.GetStr("__name__")))
	if file := textOf(orNone(m.Dict.GetStr("__file__"))); file != "" {
		return NewStr("<module '" + name + "' from '" + file + "'>"), nil
	}
	if m.Dict.GetStr("__path__") != nil {
		return NewStr("<module '" + name + "' (namespace)>"), nil
	}
	if m.made {
		return NewStr("<module '" + name + "'>"), nil
	}
	return NewStr("<module '" + name + "' (built-in)>"), nil
}

// moduleGetAttr has the module's own __getattr__ asked for what isn't there.
func moduleGetAttr(t *Thread, o Object, name string) (Object, error) {
	m := o.(*Module)
	v, err := t.genericGet(m, m.Class(), name)
	if v != nil || err != nil {
		return v, err
	}
	if get := m.Dict.GetStr("__getattr__"); get != nil {
		return t.Call(get, NewStr(name))
	}
	return nil, m.noAttribute(name)
}
