package py

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (t *Thread) importOp(f *Frame, in *code.Instr) (Object, error) {
	switch in.Op {
	case code.Import:
		var from []Object
		if in.C >= 0 {
			from = f.Body.Consts[in.C].(*Tuple).Items
		}
		return t.importHook(f, f.Body.Names[in.B].s, from, int(in.N))
	case code.ImportFrom:
		return t.importFrom(f.regs[in.B], f.Body.Names[in.C].s)
	}
	return nil, t.importStar(f, f.regs[in.B])
}

// importHook is the import statement: by __import__, where a program has replaced it.
func (t *Thread) importHook(f *Frame, name string, from []Object, level int) (Object, error) {
	hook := f.builtins.GetStr("__import__")
	if b, ok := hook.(*Builtin); hook != nil && (!ok || b.Name != "__import__") {
		fromList := None
		if from != nil {
			fromList = NewTuple(from...)
		}
		return t.Call(hook, NewStr(name), f.Globals, None, fromList, MakeInt(int64(level)))
	}
	return t.Import(name, f.Globals, from, level)
}

// Import is __import__: the module name or, without names to take from it, its outermost
// package. Level counts the dots before the name.
func (t *Thread) Import(name string, globals *Dict, from []Object, level int) (Object, error) {
	full, err := absoluteName(name, globals, level)
	if err != nil {
		return nil, err
	}
	m, err := t.load(full)
	if err != nil {
		return nil, err
	}
	if len(from) == 0 {
		if level == 0 {
			first, _, _ := strings.Cut(full, ".")
			return t.In.Modules.GetStr(first), nil
		}
		if name == "" {
			return m, nil
		}
		first, _, _ := strings.Cut(name, ".")
		return t.In.Modules.GetStr(full[:len(full)-len(name)+len(first)]), nil
	}
	return m, t.loadFrom(m, full, from)
}

// loadFrom loads the names of a from that are modules of the package.
func (t *Thread) loadFrom(m Object, full string, from []Object) error {
	if places, err := t.placesOf(m); places == nil {
		return err
	}
	for _, n := range from {
		name := n.(*Str).s
		if name == "*" {
			all, err := t.Attr(m, "__all__")
			if err != nil {
				return err
			}
			if all, ok := all.(*List); ok {
				if err := t.loadFrom(m, full, slices.DeleteFunc(slices.Clone(all.Items), func(x Object) bool { _, ok := x.(*Str); return !ok })); err != nil {
					return err
				}
			}
			continue
		}
		if v, err := t.Attr(m, name); err != nil { // a __getattr__ may make it, and it not be of a file
			return err
		} else if v != nil {
			continue
		}
		if _, err := t.load(full + "." + name); err != nil {
			if e := Caught(err, ModuleNotFoundError); e != nil && e.Fields["name"] != nil && textOf(e.Fields["name"]) == full+"."+name {
				continue
			}
			return err
		}
	}
	return nil
}

func textOf(x Object) string {
	if s, ok := Native(x).(*Str); ok {
		return s.s
	}
	return ""
}

// absoluteName is the full name of what is imported from a module with these globals.
func absoluteName(name string, globals *Dict, level int) (string, error) {
	if level == 0 {
		return name, nil
	}
	pkg := textOf(OrNone(globals.GetStr("__package__")))
	if pkg == "" {
		pkg = textOf(OrNone(globals.GetStr("__name__")))
		if globals.GetStr("__path__") == nil {
			pkg = pkg[:max(strings.LastIndexByte(pkg, '.'), 0)]
		}
	}
	if pkg == "" {
		return "", Raise(ImportError, "attempted relative import with no known parent package")
	}
	for range level - 1 {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", Raise(ImportError, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

// OrNone is x, or None where there is no object.
func OrNone(x Object) Object {
	if x == nil {
		return None
	}
	return x
}

// load loads a module and the packages that it is in.
func (t *Thread) load(full string) (Object, error) {
	if len(t.In.importing) > 0 {
		if err := t.awaitModule(full); err != nil {
			return nil, err
		}
	}
	if m := t.In.Modules.GetStr(full); m != nil && m != None {
		return m, nil
	}
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	if err := t.Poll(); err != nil {
		return nil, err
	}
	parent, last := "", full
	var inside Object
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		parent, last = full[:i], full[i+1:]
		var err error
		if inside, err = t.load(parent); err != nil {
			return nil, err
		}
		if m := t.In.Modules.GetStr(full); m != nil && m != None { // it came with its package
			return m, nil
		}
		if places, err := t.placesOf(inside); places == nil {
			return nil, cmp.Or(err, notFound(full, "No module named '%s'; '%s' is not a package", full, parent))
		}
	}
	m, err := t.makeModule(full)
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, notFound(full, "No module named '%s'", full)
	}
	return m, t.setInside(inside, last, m)
}

func notFound(name, format string, args ...any) error {
	return Raise(ModuleNotFoundError, format, args...).With("name", NewStr(name))
}

// find finds a module: among those that are the machine's own, then the program's, then
// the library's.
func (t *Thread) find(full string) (Object, error) {
	if m, err := t.findHooked(full, true); m != nil || err != nil {
		return m, err
	}
	if m, err := t.findOwn(full); m != nil || err != nil {
		if module, ok := m.(*Module); ok && module.Dict.GetStr("__spec__") == None {
			module.bare = true
		}
		return m, err
	}
	return t.findHooked(full, false)
}

func (t *Thread) findOwn(full string) (Object, error) {
	if make := ownModules[full]; make != nil {
		m := NewModule(full)
		t.In.Modules.SetStr(full, m)
		make(t, m)
		return m, nil
	}
	if m, err := t.findFile(full); m != nil || err != nil {
		return m, err
	}
	if t.In.Host.Find != nil {
		if m, err := t.In.Host.Find(t, full); m != nil || err != nil {
			return m, err
		}
	}
	if m, err := t.findMain(full); m != nil || err != nil {
		return m, err
	}
	return t.findInPath(full)
}

// findMain finds the main source as a module: a second one beside __main__. Where the
// library has a module of the name it is that one, which a program named after it means.
func (t *Thread) findMain(full string) (Object, error) {
	if t.In.Host.Program == nil || path.Base(t.In.Host.Program.Name) != full+".py" {
		return nil, nil
	}
	name := t.In.Host.Program.Name
	return t.RunModule(full, t.In.sources[name], name, false)
}

// findFile finds a module among the program's files.
func (t *Thread) findFile(full string) (Object, error) {
	if t.In.Host.Program == nil {
		return nil, nil
	}
	files := t.In.Host.Program.Files
	base := strings.ReplaceAll(full, ".", "/")
	for _, pkg := range []bool{true, false} {
		name := base + ".py"
		if pkg {
			name = base + "/__init__.py"
		}
		if source, ok := files[name]; ok {
			return t.RunModule(full, source, name, pkg)
		}
	}
	for name := range files { // a folder with modules, and without __init__.py
		if strings.HasPrefix(name, base+"/") && strings.HasSuffix(name, ".py") {
			m := NewModule(full)
			m.Set("__path__", NewList(NewStr(base))).Set("__package__", NewStr(full))
			t.In.Modules.SetStr(full, m)
			return m, nil
		}
	}
	return nil, nil
}

// RunModule makes a module of a source: it is entered into sys.modules, and taken out
// again when it fails.
func (t *Thread) RunModule(full, source, file string, pkg bool) (Object, error) {
	t.In.sources[file] = source
	c, err := t.Compile(source, file, ForModule)
	if err != nil {
		return nil, err
	}
	return t.runCode(full, c, pkg, strings.Contains(source, "__spec__") || strings.Contains(source, "__loader__"))
}

// RunCode is RunModule for a source that is compiled.
func (t *Thread) RunCode(full string, c *code.Code, pkg bool) (Object, error) {
	return t.runCode(full, c, pkg, false)
}

// runCode is RunCode; a module that reads its own __spec__ as a global name has it from the
// beginning.
func (t *Thread) runCode(full string, c *code.Code, pkg, described bool) (Object, error) {
	m := NewModule(full)
	m.bare = true
	parent := full[:max(strings.LastIndexByte(full, '.'), 0)]
	if pkg {
		m.Set("__path__", NewList(NewStr(path.Dir(c.File))))
		parent = full
	}
	m.Set("__package__", NewStr(parent)).Set("__file__", NewStr(c.File)).Set("__builtins__", t.builtinsModule())
	t.In.Modules.SetStr(full, m)
	if described {
		if err := t.describe(m); err != nil {
			return nil, err
		}
	}
	if _, err := t.Exec(c, m.Dict, nil); err != nil {
		t.In.Modules.DelStr(full)
		return nil, err
	}
	if now := t.In.Modules.GetStr(full); now != nil {
		return now, nil // it may have replaced itself
	}
	return m, nil
}

func (t *Thread) builtinsModule() Object {
	m, err := t.load("builtins")
	if err != nil {
		return None
	}
	return m
}

// Compile compiles a source. What is wrong with it is a SyntaxError.
func (t *Thread) Compile(source, file string, mode Mode) (*code.Code, error) {
	if source == "" && mode.Base() == ForEval {
		zero := MakeInt(0)
		return nil, syntaxError(SyntaxError, "invalid syntax", file, zero, zero, emptyStr, zero, zero)
	}
	if mode == ForModule && strings.Contains(source[:min(len(source), cookieWithin)], "coding") {
		var err error
		if source, err = t.decodedSource(source); err != nil {
			return nil, err
		}
	}
	c, err := t.In.Host.Compile(source, file, mode)
	if p, ok := err.(*SyntaxProblem); ok {
		return nil, p.exception()
	}
	if err == nil && len(c.Warnings) > 0 {
		err = t.syntaxWarnings(c, source, mode)
	}
	return c, err
}

func (p *SyntaxProblem) exception() *Exc {
	class := SyntaxError
	switch p.Kind {
	case "IndentationError":
		class = IndentationError
	case "TabError":
		class = TabError
	case "RecursionError": // it is nested too deep, at no one place
		return NewExc(RecursionError, NewStr(p.Msg))
	}
	number := func(n int) Object {
		if n == 0 {
			return None
		}
		return MakeInt(int64(n))
	}
	column := func(line, n int) Object {
		if line == 0 {
			return None
		}
		return MakeInt(int64(n))
	}
	var text Object = None
	if p.Text != "" {
		text = NewStr(p.Text)
	}
	return syntaxError(class, p.Msg, p.File, number(p.Line), column(p.Line, p.Col), text, number(p.EndLine), column(p.EndLine, p.EndCol))
}

func syntaxError(class *Class, msg, file string, line, col, text, endLine, endCol Object) *Exc {
	e := NewExc(class, NewStr(msg), NewTuple(NewStr(file), line, col, text, endLine, endCol))
	return e.With("msg", NewStr(msg)).With("filename", NewStr(file)).With("lineno", line).With("offset", col).
		With("text", text).With("end_lineno", endLine).With("end_offset", endCol)
}

// importFrom is one name of a from.
func (t *Thread) importFrom(m Object, name string) (Object, error) {
	v, err := t.Attr(m, name)
	if v != nil || err != nil {
		return v, err
	}
	module, where := "<unknown module name>", "unknown location"
	if p, ok := m.(*Module); ok {
		module = textOf(OrNone(p.Dict.GetStr("__name__")))
		if loaded := t.In.Modules.GetStr(module + "." + name); loaded != nil {
			return loaded, nil
		}
		if file := textOf(OrNone(p.Dict.GetStr("__file__"))); file != "" {
			where = file
		}
	}
	return nil, Raise(ImportError, "cannot import name '%s' from '%s' (%s)", name, module, where).
		With("name", NewStr(module)).With("name_from", NewStr(name)).With("path", NewStr(where))
}

// importStar takes all public names of a module.
func (t *Thread) importStar(f *Frame, m Object) error {
	names, err := t.publicNames(m)
	if err != nil {
		return err
	}
	for _, n := range names {
		s, ok := Native(n).(*Str)
		if !ok {
			return Raise(TypeError, "Item in %s.__all__ must be str, not %s", textOf(OrNone(ownAttr(m, "__name__"))), n.Class().fullName())
		}
		v, err := t.GetAttr(m, s.s)
		if err != nil {
			return err
		}
		if f.names == nil {
			f.Globals.setStr(s, v)
		} else if err := t.SetItem(f.names, s, v); err != nil {
			return err
		}
	}
	return nil
}

func (t *Thread) publicNames(m Object) ([]Object, error) {
	all, err := t.Attr(m, "__all__")
	if err != nil {
		return nil, err
	}
	if all != nil {
		return t.Collect(all)
	}
	d := attributes(m, false)
	if d == nil {
		return nil, Raise(ImportError, "from-import-* object has no __dict__ and no __all__")
	}
	return slices.DeleteFunc(d.Keys(), func(k Object) bool { return strings.HasPrefix(textOf(k), "_") }), nil
}
