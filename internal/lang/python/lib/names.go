package lib

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Names are the library's modules that programs are to import, sorted: those whose names
// begin with an underscore are its own.
func Names() []string {
	names := []string{"builtins", "sys"}
	for name := range native {
		names = append(names, name)
	}
	_ = fs.WalkDir(sources, "src", func(file string, _ fs.DirEntry, err error) error { // it is embedded: nothing fails
		if err != nil || !strings.HasSuffix(file, ".py") {
			return err
		}
		name := strings.TrimSuffix(strings.TrimPrefix(file, "src/"), ".py")
		if path.Base(name) == "__init__" {
			name = path.Dir(name)
		}
		names = append(names, strings.ReplaceAll(name, "/", "."))
		return nil
	})
	names = slices.DeleteFunc(names, func(n string) bool {
		return strings.HasPrefix(n, "_") && n != "__future__" || strings.Contains(n, "._") || strings.HasPrefix(n, "asyncio.")
	})
	slices.Sort(names)
	return slices.Compact(names)
}
