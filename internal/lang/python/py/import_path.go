package py

// pathFinder is the library's module that looks into the folders of sys.path.
const pathFinder = "_path_finder"

// findInPath finds what is not among the program's modules and the library's: in folders of
// sys.path, or of the package that it is in, and by what sys.path_hooks makes of them.
func (t *Thread) findInPath(full string) (Object, error) {
	path, err := t.pathAbove(full)
	if err != nil {
		return nil, err
	}
	if full == pathFinder || !t.searchable(path) {
		return nil, nil
	}
	spec, err := t.callOf(pathFinder, "find_spec", NewStr(full), path)
	if err != nil || spec == None {
		return nil, err
	}
	return t.loadSpec(full, spec)
}

// searchable reports whether anything could be found: without files, the folder that a
// program is in has only the modules that came with it.
func (t *Thread) searchable(path Object) bool {
	if t.In.Host.Files != nil || path != None {
		return true
	}
	sys, ok := t.In.Modules.GetStr("sys").(*Module)
	if !ok {
		return false
	}
	list, ok := sys.Dict.GetStr("path").(*List)
	hooks, _ := sys.Dict.GetStr("path_hooks").(*List)
	return ok && (len(list.Items) > 1 || len(list.Items) == 1 && textOf(list.Items[0]) != "" || hooks != nil && len(hooks.Items) > 0)
}

// setInside makes a module an attribute of its package, which may be any object that a
// program has put into sys.modules, and refuse it.
func (t *Thread) setInside(inside Object, name string, m Object) error {
	if inside == nil {
		return nil
	}
	if p, ok := inside.(*Module); ok {
		p.Dict.SetStr(name, m)
		return nil
	}
	if err := t.SetAttr(inside, name, m); Caught(err, AttributeError) == nil {
		return err
	}
	return nil
}

// placesOf is the __path__ of a package, or nil where a module is none.
func (t *Thread) placesOf(m Object) (Object, error) {
	if p, ok := m.(*Module); ok {
		if places := p.Dict.GetStr("__path__"); places != nil {
			return places, nil
		}
	}
	return t.Attr(m, "__path__")
}
