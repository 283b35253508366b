package javascript

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang/javascript/node"
)

// extensions are what a module's name may leave out, in the order to try them.
var extensions = [...]string{"", ".js", ".cjs", ".mjs", ".json", ".ts", ".cts", ".mts", "/index.js", "/index.cjs", "/index.json", "/index.ts"}

// resolve finds the path of the file that name means in from, or throws.
func (in *instance) resolve(from *module, name string) string {
	var base string
	switch {
	case name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../"):
		base = path.Join(path.Dir(from.path), name)
	case strings.HasPrefix(name, "/"):
		root := path.Join(in.program.Dir, path.Dir(in.program.Name))
		base = strings.TrimPrefix(strings.TrimPrefix(path.Clean(name), root), "/")
	default:
		base = "node_modules/" + name
	}
	for _, extension := range extensions {
		if p := path.Join(".", base+extension); in.hasFile(p) {
			return p
		}
	}
	// TypeScript names its files as they will be called.
	if stem, ok := strings.CutSuffix(base, ".js"); ok && in.hasFile(stem+".ts") {
		return stem + ".ts"
	}
	panic(in.notFound(from, name))
}

func (in *instance) hasFile(p string) bool {
	_, ok := in.program.Files[p]
	return ok || in.modules.files[p] != nil
}

func (in *instance) notFound(from *module, name string) *goja.Object {
	e := in.codedError("Error", "MODULE_NOT_FOUND",
		fmt.Sprintf("Cannot find module '%s' from %s: %s", clip(valid(name), 200), from.name, in.available(name)))
	must(e.Set("requireStack", in.vm.NewArray(in.filename(from))))
	return e
}

// available says what could be required instead.
func (in *instance) available(name string) string {
	if !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "/") {
		return "the builtin modules are " + strings.Join(in.builtinNames(), ", ") +
			"; packages must be among the program's files, under node_modules/"
	}
	if len(in.program.Files) == 0 {
		return "the program came without further files"
	}
	names := make([]string, 0, len(in.program.Files))
	for n := range in.program.Files {
		names = append(names, n)
	}
	slices.Sort(names)
	const most = 10
	if len(names) > most {
		names = append(names[:most], fmt.Sprintf("%d more", len(names)-most))
	}
	return "the program's files are " + clip(strings.Join(names, ", "), 1<<10)
}

func (in *instance) builtinNames() []string {
	names := append(in.runtime.library.Names(), in.runtime.prelude.builtins.names...)
	slices.Sort(names)
	return slices.Compact(names)
}

// hasBuiltin is true for the bare name of a module that is not a file.
func (in *instance) hasBuiltin(name string) bool {
	return in.runtime.prelude.builtins.makers[name] != nil || in.runtime.library.Has(name)
}

func (in *instance) builtin(name string) goja.Value {
	if v, ok := in.modules.builtins[name]; ok {
		return v
	}
	var v goja.Value
	if m := in.runtime.prelude.builtins.makers[name]; m != nil {
		v = m(in, name)
	} else {
		var err error
		v, err = in.runtime.library.Load(in.vm, in.nodeHost(), name)
		must(err)
	}
	if in.modules.builtins == nil {
		in.modules.builtins = make(map[string]goja.Value)
	}
	in.modules.builtins[name] = v
	return v
}

func (in *instance) nodeHost() node.Host {
	return node.Host{
		Require: in.requireBuiltin,
		Process: in.processObject(),
		Global:  func(name string) goja.Value { return in.vm.GlobalObject().Get(name) },
		Natives: in.natives,
	}
}

func (in *instance) requireBuiltin(name string) goja.Value {
	return in.builtin(strings.TrimPrefix(name, internal))
}
