package lib

import "github.com/elide-dev/elided/internal/lang/python/py"

// locate finds a module without running it, among the program's files and the library's: the
// file that it is in, empty for a module without one, and whether it is a package; or None.
func locate(t *py.Thread, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return py.None, nil
	}
	if file := given(t, name.String()); file != "" {
		return located(file, isPackage(file)), nil
	}
	if nativeModule(name.String()) != nil || py.IsOwnModule(name.String()) {
		return located("", false), nil
	}
	for _, file := range filesOf(name.String()) {
		if _, err := sources.ReadFile("src/" + file); err == nil {
			return located(prefix+file, isPackage(file)), nil
		}
	}
	return py.None, nil
}

func located(file string, pkg bool) py.Object {
	return py.NewTuple(py.NewStr(file), py.Of(pkg))
}

// given is the program's file of a module, empty for none.
func given(t *py.Thread, name string) string {
	if p := t.In.Host.Program; p != nil {
		for _, file := range filesOf(name) {
			if _, ok := p.Files[file]; ok {
				return file
			}
		}
	}
	return ""
}
