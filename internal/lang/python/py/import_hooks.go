package py

import (
	"slices"
	"strings"
)

// pathFinderClass stands in sys.meta_path for what finds the modules that aren't a
// program's own doing.
var pathFinderClass = newPathFinder()

func newPathFinder() *Class {
	c := newNative("PathFinder")
	c.Module = "_frozen_importlib_external"
	return c
}

// findHooked asks the finders that a program has put into sys.meta_path, before the
// machine's own or behind it.
func (t *Thread) findHooked(full string, before bool) (Object, error) {
	sys, ok := t.In.Modules.GetStr("sys").(*Module)
	if !ok {
		return nil, nil
	}
	list, ok := sys.Dict.GetStr("meta_path").(*List)
	if !ok {
		return nil, nil
	}
	own := slices.IndexFunc(list.Items, func(x Object) bool { return x == Object(pathFinderClass) })
	var finders []Object
	switch {
	case before && own < 0:
		finders = list.Items
	case before:
		finders = list.Items[:own]
	case own >= 0:
		finders = list.Items[own+1:]
	}
	path, err := t.pathAbove(full)
	if err != nil {
		return nil, err
	}
	for _, f := range slices.Clone(finders) {
		if m, err := t.askFinder(f, full, path); m != nil || err != nil {
			return m, err
		}
	}
	return nil, nil
}

// pathAbove is the __path__ of the package that a module is in, or None.
func (t *Thread) pathAbove(full string) (Object, error) {
	i := strings.LastIndexByte(full, '.')
	if i < 0 {
		return None, nil
	}
	p := t.In.Modules.GetStr(full[:i])
	if p == nil {
		return None, nil
	}
	places, err := t.placesOf(p)
	return OrNone(places), err
}

// askFinder is the module that a finder leads to, or nil.
func (t *Thread) askFinder(finder Object, full string, path Object) (Object, error) {
	find, err := t.Attr(finder, "find_spec")
	if err != nil {
		return nil, err
	}
	if find != nil {
		spec, err := t.Call(find, NewStr(full), path, None)
		if err != nil || spec == None {
			return nil, err
		}
		return t.loadSpec(full, spec)
	}
	if find, err = t.GetAttr(finder, "find_module"); err != nil {
		return nil, err
	}
	loader, err := t.Call(find, NewStr(full), path)
	if err != nil || loader == None {
		return nil, err
	}
	return t.loadByLoader(full, loader)
}

// loadByLoader has a loader of the old kind load a module.
func (t *Thread) loadByLoader(full string, loader Object) (Object, error) {
	load, err := t.GetAttr(loader, "load_module")
	if err != nil {
		return nil, err
	}
	m, err := t.Call(load, NewStr(full))
	if now := t.In.Modules.GetStr(full); now != nil && err == nil {
		return now, nil
	}
	return m, err
}

// loadSpec makes the module of a spec, and has its loader run it.
func (t *Thread) loadSpec(full string, spec Object) (Object, error) {
	loader, err := t.GetAttr(spec, "loader")
	if err != nil {
		return nil, err
	}
	if loader == None {
		return t.loadNamespace(full, spec)
	}
	exec, err := t.Attr(loader, "exec_module")
	if err != nil {
		return nil, err
	}
	if exec == nil {
		return t.loadByLoader(full, loader)
	}
	m, err := t.specModule(full, spec, loader)
	if err != nil {
		return nil, err
	}
	t.In.Modules.SetStr(full, m)
	if _, err := t.Call(exec, m); err != nil {
		t.In.Modules.DelStr(full)
		return nil, err
	}
	if now := t.In.Modules.GetStr(full); now != nil {
		return now, nil
	}
	return nil, Raise(ImportError, "module %s not in sys.modules", full)
}

// loadNamespace makes the package of a spec without a loader, which has only places.
func (t *Thread) loadNamespace(full string, spec Object) (Object, error) {
	places, err := t.Attr(spec, "submodule_search_locations")
	if err != nil {
		return nil, err
	}
	if places == nil || places == None {
		return nil, Raise(ImportError, "missing loader").With("name", NewStr(full))
	}
	m, err := t.specModule(full, spec, None)
	if err != nil {
		return nil, err
	}
	if module, ok := m.(*Module); ok {
		module.Set("__file__", None)
	}
	t.In.Modules.SetStr(full, m)
	return m, nil
}

// specModule is the loader's module of a spec, or a new one.
func (t *Thread) specModule(full string, spec, loader Object) (Object, error) {
	create, err := t.Attr(loader, "create_module")
	if err != nil {
		return nil, err
	}
	m := Object(None)
	if create != nil {
		if m, err = t.Call(create, spec); err != nil {
			return nil, err
		}
	}
	if m == None {
		m = NewModule(full)
	}
	module, ok := m.(*Module)
	if !ok {
		return m, nil
	}
	parent := full[:max(strings.LastIndexByte(full, '.'), 0)]
	places, err := t.Attr(spec, "submodule_search_locations")
	if err != nil {
		return nil, err
	}
	if places != nil && places != None {
		module.Set("__path__", places)
		parent = full
	}
	file, err := t.specFile(spec)
	if err != nil {
		return nil, err
	}
	if file != nil && module.Dict.GetStr("__file__") == nil {
		module.Set("__file__", file)
	}
	module.Set("__spec__", spec).Set("__loader__", loader).Set("__package__", NewStr(parent)).Set("__builtins__", t.builtinsModule())
	return m, nil
}

// specFile is the origin of a spec, if that is a place; nil is that it is none.
func (t *Thread) specFile(spec Object) (Object, error) {
	origin, err := t.Attr(spec, "origin")
	if err != nil || origin == None {
		return nil, err
	}
	located, err := t.Attr(spec, "has_location")
	if err != nil || located == nil {
		return origin, err
	}
	if is, err := t.Truth(located); err != nil || !is {
		return nil, err
	}
	return origin, nil
}
