package lib

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// isNative reports whether a module is written in Go.
var isNative func(name string) bool

func init() { isNative = func(name string) bool { return native[name] != nil } } // native has locate in it

// locate finds a module without running it, among the program's files and the library's: the
// file that it is in, empty for a module without one, and whether it is a package; or None.
func locate(t *py.Thread, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return py.None, nil
	}
	full := name.String()
	base := strings.ReplaceAll(full, ".", "/")
	if file, isPackage := given(t, base); file != "" {
		return py.NewTuple(py.NewStr(file), py.Of(isPackage)), nil
	}
	if isNative(full) || py.IsOwnModule(full) {
		return py.NewTuple(py.NewStr(""), py.Of(false)), nil
	}
	for _, file := range []string{base + "/__init__.py", base + ".py"} {
		if _, err := sources.ReadFile("src/" + file); err == nil {
			return py.NewTuple(py.NewStr(prefix+file), py.Of(file != base+".py")), nil
		}
	}
	return py.None, nil
}

// given is the program's file of a module, and whether it is a package.
func given(t *py.Thread, base string) (string, bool) {
	if p := t.In.Host.Program; p != nil {
		for _, file := range []string{base + "/__init__.py", base + ".py"} {
			if _, ok := p.Files[file]; ok {
				return file, file != base+".py"
			}
		}
	}
	return "", false
}
