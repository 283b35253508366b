package starlark

import (
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	startime "go.starlark.net/lib/time"
	sl "go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
	"go.starlark.net/syntax"
)

// pythonBuiltins is what the Python dialect has beyond Starlark's, shared by all
// runs. Each run adds os (environ) and sys (argv, exit, stdin, stdout, stderr).
func pythonBuiltins() sl.StringDict {
	members := maps.Clone(startime.Module.Members)
	members["sleep"] = sl.NewBuiltin("sleep", sleep)
	members["time"] = sl.NewBuiltin("time", unixTime)
	return sl.StringDict{
		"print": sl.NewBuiltin("print", pythonPrint),
		"exit":  sl.NewBuiltin("exit", pythonExit),
		"time":  &starlarkstruct.Module{Name: "time", Members: members},
	}
}

// modules are the names that import takes. They are predeclared, imported or not.
func modules() []string { return []string{"fs", "json", "math", "os", "sys", "time"} }

func (in *instance) addPython(names sl.StringDict) {
	argv := stringList(append([]string{in.program.Name}, in.program.Args...))
	names["__name__"] = sl.String("__main__")
	names["os"] = &starlarkstruct.Module{Name: "os", Members: sl.StringDict{"environ": names["env"]}}
	names["sys"] = &starlarkstruct.Module{Name: "sys", Members: sl.StringDict{
		"argv":   argv,
		"exit":   names["exit"],
		"stdin":  names["stdin"],
		"stdout": stream("stdout", in.stdout()),
		"stderr": stream("stderr", in.stderr()),
	}}
}

// moduleEnvironment returns the predeclared names of a loaded file.
func (in *instance) moduleEnvironment(file string) sl.StringDict {
	if in.runtime.dialect != Python {
		return in.predeclared
	}
	names := maps.Clone(in.predeclared)
	names["__name__"] = sl.String(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	return names
}

// stream is sys.stdout or sys.stderr.
func stream(name string, w io.Writer) *starlarkstruct.Module {
	writeText := func(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
		var text string
		if err := sl.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &text); err != nil {
			return nil, err
		}
		return sl.MakeInt(len(text)), write(w, text)
	}
	flush := func(*sl.Thread, *sl.Builtin, sl.Tuple, []sl.Tuple) (sl.Value, error) { return sl.None, nil }
	return &starlarkstruct.Module{Name: name, Members: sl.StringDict{
		"write": sl.NewBuiltin("write", writeText),
		"flush": sl.NewBuiltin("flush", flush),
	}}
}

// pythonPrint also takes end, file (something with a method write) and flush.
func pythonPrint(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	sep, end, flush := " ", "\n", false
	var file sl.HasAttrs
	if err := sl.UnpackArgs(b.Name(), nil, kwargs, "sep?", &sep, "end?", &end, "file?", &file, "flush?", &flush); err != nil {
		return nil, err
	}
	text := joinText(args, sep) + end
	if file == nil {
		return sl.None, write(instanceOf(t).stdout(), text)
	}
	method, err := file.Attr("write")
	if err != nil || method == nil {
		return nil, fmt.Errorf("print: file is a %s, which has no method write", file.Type())
	}
	_, err = sl.Call(t, method, sl.Tuple{sl.String(text)}, nil)
	return sl.None, err
}

// pythonExit also takes None, which is 0, and any other value, which is written
// to standard error and makes the code 1.
func pythonExit(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var code sl.Value = sl.None
	if err := sl.UnpackPositionalArgs(b.Name(), args, kwargs, 0, &code); err != nil {
		return nil, err
	}
	switch code.(type) {
	case sl.NoneType:
		return nil, &exitError{}
	case sl.Int:
		return exit(t, b, sl.Tuple{code}, nil)
	}
	if err := write(instanceOf(t).stderr(), text(code)+"\n"); err != nil {
		return nil, err
	}
	return nil, &exitError{code: 1}
}

func unixTime(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	if err := sl.UnpackPositionalArgs(b.Name(), args, kwargs, 0); err != nil {
		return nil, err
	}
	return sl.Float(float64(time.Now().UnixMicro()) / 1e6), nil
}

// maxImports is how many import statements a source may have: each costs a parse.
const maxImports = 50

var importStatement = regexp.MustCompile(`^import\s+(\w+(?:\s*,\s*\w+)*)\s*(?:#.*)?$`)

// parsePython blanks the import statements of modules that are predeclared. The
// engine's parser finds them, so that text that only looks like one stays.
func parsePython(o *syntax.FileOptions, name, code string) (*syntax.File, error) {
	for range maxImports {
		file, err := o.Parse(name, code, 0)
		found, ok := err.(syntax.Error)
		if !ok || !strings.HasPrefix(found.Msg, "got import,") {
			return file, err
		}
		if code, err = blankImport(code, found.Pos); err != nil {
			return nil, err
		}
	}
	return o.Parse(name, code, 0)
}

func blankImport(code string, pos syntax.Position) (string, error) {
	lines := strings.SplitAfter(code, "\n")
	line := []rune(lines[pos.Line-1])
	before, statement := string(line[:pos.Col-1]), string(line[pos.Col-1:])
	match := importStatement.FindStringSubmatch(strings.TrimRight(statement, "\r\n"))
	if match == nil {
		return "", syntax.Error{Pos: pos, Msg: "of the imports only the form \"import a, b\" is supported"}
	}
	for name := range strings.SplitSeq(match[1], ",") {
		if name = strings.TrimSpace(name); !slices.Contains(modules(), name) {
			return "", syntax.Error{Pos: pos, Msg: fmt.Sprintf("no module %s: there is %s", name, strings.Join(modules(), ", "))}
		}
	}
	lines[pos.Line-1] = before + "pass\n"
	return strings.Join(lines, ""), nil
}
