package py

import "strings"

func setupModuleClass() {
	ModuleClass.Slots.New = newModuleObject
	ModuleClass.Slots.Init = initModule
	ModuleClass.Slots.Repr = moduleRepr
	ModuleClass.setGetAttr(moduleGetAttr)
	ModuleClass.Slots.SetAttr = moduleSetAttr
	ModuleClass.addGetSets(
		&GetSet{Name: "__dict__", member: true, Get: func(_ *Thread, o Object) (Object, error) { return o.(*Module).Dict, nil }},
		&GetSet{Name: "__annotations__", Get: moduleAnnotations, Set: setModuleAnnotations},
	)
	ModuleClass.addMethods(MethodTable{{"__dir__", "", func(t *Thread, a []Object) (Object, error) {
		m := a[0].(*Module)
		if dir := m.Dict.GetStr("__dir__"); dir != nil {
			return t.Call(dir)
		}
		return NewList(m.Dict.Keys()...), nil
	}, ""}})
}

// moduleAnnotations are a module's annotations, of which there are none until they are asked
// for or made.
func moduleAnnotations(_ *Thread, o Object) (Object, error) {
	m := o.(*Module)
	v := m.Dict.GetStr("__annotations__")
	if v == nil {
		v = NewDict()
		m.Set("__annotations__", v)
	}
	return v, nil
}

func setModuleAnnotations(_ *Thread, o, v Object) error {
	m := o.(*Module)
	if v != nil {
		m.Set("__annotations__", v)
	} else if !m.Dict.DelStr("__annotations__") {
		return Raise(AttributeError, "__annotations__")
	}
	return nil
}

var moduleSignature = Sign("name, doc=")

// newModuleObject makes a module without any names, which __init__ adds.
func newModuleObject(_ *Thread, c *Class, _ Args) (Object, error) {
	m := &Module{Dict: NewDict(), made: true}
	if c != ModuleClass {
		m.class = c
	}
	return m, nil
}

func initModule(_ *Thread, x Object, a Args) error {
	v, err := moduleSignature.bind("module", a, 0)
	if err != nil {
		return err
	}
	name, ok := Native(v[0]).(*Str)
	if !ok {
		return Raise(TypeError, "module() argument 'name' must be str, not %s", argClass(v[0]))
	}
	m := x.(*Module)
	m.Name = name.s
	m.begin()
	if v[1] != nil {
		m.Set("__doc__", v[1])
	}
	return nil
}

// frozen are the modules of the library that CPython has in itself, as their repr says.
var frozen = map[string]bool{
	"_collections_abc": true, "_sitebuiltins": true, "abc": true, "codecs": true, "genericpath": true, "importlib.machinery": true,
	"importlib.util": true, "io": true, "ntpath": true, "os": true, "posixpath": true, "runpy": true, "site": true, "stat": true,
}

func moduleRepr(t *Thread, o Object) (Object, error) {
	m := o.(*Module)
	name := textOf(OrNone(m.Dict.GetStr("__name__")))
	if m.Dict.GetStr("__name__") == nil {
		name = "?"
	}
	if file := textOf(OrNone(m.Dict.GetStr("__file__"))); file != "" {
		if frozen[name] && strings.HasPrefix(file, "/usr/lib/python3.11/") {
			return NewStr("<module '" + name + "' (frozen)>"), nil
		}
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

// moduleSetAttr sees that a None which a program sets isn't taken for one that hasn't been asked for.
func moduleSetAttr(t *Thread, o Object, name string, v Object) error {
	if err := t.describeFor(o.(*Module), name); err != nil {
		return err
	}
	return t.genericSet(o, name, v)
}

// moduleGetAttr has the module's own __getattr__ asked for what isn't there.
func moduleGetAttr(t *Thread, o Object, name string) (Object, error) {
	m := o.(*Module)
	if err := t.describeFor(m, name); err != nil {
		return nil, err
	}
	v, err := t.genericGet(m, m.Class(), name)
	if v != nil || err != nil {
		return v, err
	}
	if get := m.Dict.GetStr("__getattr__"); get != nil {
		return t.Call(get, NewStr(name))
	}
	return nil, m.noAttribute(name)
}
