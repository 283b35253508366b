package py

// moduleSpecs is the library's module that knows what a module's __spec__ is.
const moduleSpecs = "_module_specs"

// describe gives a module its __spec__ and its __loader__. Few programs ask for them, so that
// a module is imported without.
func (t *Thread) describe(m *Module) error {
	m.bare = false
	if m.Dict.GetStr("__spec__") != None || m.Dict.GetStr("__loader__") != None {
		return nil // they are the program's own, or deleted
	}
	_, err := t.callOf(moduleSpecs, "describe", m)
	return err
}

// describeFor is describe where name is one of what a bare module hasn't.
func (t *Thread) describeFor(m *Module, name string) error {
	if !m.bare || name != "__spec__" && name != "__loader__" {
		return nil
	}
	return t.describe(m)
}

func setupPathFinder() {
	pathFinderClass.addClassMethods(MethodTable{
		{"find_spec", "fullname, path=None, target=None", pathFinderFind, ""},
		{"invalidate_caches", "", func(*Thread, []Object) (Object, error) { return None, nil }, ""},
	})
}

// pathFinderFind is PathFinder.find_spec.
func pathFinderFind(t *Thread, a []Object) (Object, error) {
	return t.callOf(moduleSpecs, "find", a[1], OrNone(a[2]), OrNone(a[3]))
}

// IsOwnModule reports whether a module is of the machine itself.
func IsOwnModule(name string) bool { return ownModules[name] != nil }
