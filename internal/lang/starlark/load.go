package starlark

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	sl "go.starlark.net/starlark"
)

// maxListed is how many names an error message lists.
const maxListed = 20

// load runs one of the program's files, once, and returns its globals. They are
// not frozen, as the specification asks: all of a run's modules are one program
// on one thread, and the engine never ends freezing a closure that refers to
// itself.
func (in *instance) load(t *sl.Thread, name string) (sl.StringDict, error) {
	file := filePath(t.CallFrame(0).Pos.Filename(), in.program.Name, name)
	if slices.Contains(in.loading, file) {
		return nil, fmt.Errorf("load cycle: %s", strings.Join(append(in.loading, file), " -> "))
	}
	if globals, ok := in.modules[file]; ok {
		return globals, nil
	}
	code, ok := in.program.Files[file]
	if !ok {
		return nil, in.noFile(file)
	}
	return in.initModule(file, code)
}

func (in *instance) initModule(file, code string) (sl.StringDict, error) {
	prog, err := in.runtime.compile(file, code)
	if err != nil {
		return nil, err
	}
	in.loading = append(in.loading, file)
	globals, err := prog.Init(&in.thread, in.predeclared)
	in.loading = in.loading[:len(in.loading)-1]
	if err != nil {
		return nil, err
	}
	if in.modules == nil {
		in.modules = make(map[string]sl.StringDict)
	}
	in.modules[file] = globals
	return globals, nil
}

// filePath returns the path of the file that from means by name. A name with ./,
// ../ or : is relative to from's folder, every other one to the program's.
func filePath(from, main, name string) string {
	folder := path.Dir(from)
	if from == main {
		folder = "." // Files are relative to the main source, wherever that is
	}
	label, isLabel := strings.CutPrefix(name, ":")
	if isLabel || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") {
		return path.Join(folder, label)
	}
	return path.Clean(strings.TrimPrefix(name, "//"))
}

func (in *instance) noFile(file string) error {
	names := slices.Sorted(maps.Keys(in.program.Files))
	if len(names) == 0 {
		return fmt.Errorf("no file %s: the program came without further files", file)
	}
	more := ""
	if len(names) > maxListed {
		more = fmt.Sprintf(" and %d more", len(names)-maxListed)
		names = names[:maxListed]
	}
	return fmt.Errorf("no file %s: there is %s%s", file, strings.Join(names, ", "), more)
}
