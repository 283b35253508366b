package lib

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// addModules adds _sources.modules, for pkgutil: the modules in a folder of the program's or
// of the library's, each with whether it is a package, by name.
func addModules(m *py.Module) {
	m.Add("modules", "folder, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		folder, ok := py.Native(a[0]).(*py.Str)
		if !ok {
			return py.NewList(), nil
		}
		found := modulesIn(t, folder.String())
		names := slices.Sorted(maps.Keys(found))
		list := make([]py.Object, len(names))
		for i, name := range names {
			list[i] = py.NewTuple(py.NewStr(name), py.Of(found[name]))
		}
		return py.NewList(list...), t.Poll()
	})
}

func modulesIn(t *py.Thread, folder string) map[string]bool {
	found := map[string]bool{}
	folder = path.Clean(folder)
	if inside, ok := strings.CutPrefix(folder+"/", prefix); ok {
		addOwn(found, path.Join("src", inside))
		return found
	}
	if t.In.Host.Program == nil {
		return found
	}
	folder = strings.Trim(strings.TrimPrefix(folder, path.Clean(t.In.Host.Program.Dir)), "/")
	if folder == "." {
		folder = ""
	}
	for file := range t.In.Host.Program.Files {
		if name, ok := strings.CutSuffix(file, ".py"); ok {
			addModule(found, folder, name)
		}
	}
	return found
}

// addOwn adds the library's modules that are written in Python.
func addOwn(found map[string]bool, folder string) {
	entries, err := sources.ReadDir(folder)
	if err != nil { // no such folder
		return
	}
	for _, e := range entries {
		name, isSource := strings.CutSuffix(e.Name(), ".py")
		if (isSource || e.IsDir()) && !strings.HasPrefix(name, "_") {
			found[name] = e.IsDir()
		}
	}
}

// addModule adds a source, which is named without its ending, where it is in the folder. A
// folder within it is a package if it has an __init__.py.
func addModule(found map[string]bool, folder, name string) {
	if folder != "" {
		inside, ok := strings.CutPrefix(name, folder+"/")
		if !ok {
			return
		}
		name = inside
	}
	first, rest, isDeeper := strings.Cut(name, "/")
	switch _, known := found[first]; {
	case !isDeeper && !known && first != "__init__" && !strings.ContainsAny(first, ".-"):
		found[first] = false
	case isDeeper && rest == "__init__":
		found[first] = true
	}
}
