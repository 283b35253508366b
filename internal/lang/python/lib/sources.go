package lib

import (
	"path"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// sourcesModule makes the module _sources: what linecache, inspect and traceback, which are
// written in Python, need to know of the program's files and of exceptions.
func sourcesModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_sources")
	addModules(m)
	m.Add("locate", "fullname, /", locate)
	m.Add("file", "path, /", programFile)
	m.Add("text", "file, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		file, ok := py.Native(a[0]).(*py.Str)
		if !ok {
			return py.None, nil
		}
		s, ok := t.In.SourceText(file.String())
		if !ok {
			return py.None, nil
		}
		return py.NewStr(s), nil
	})
	m.Add("keep", "file, text, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		file, ok := py.Native(a[0]).(*py.Str)
		text, ok2 := py.Native(a[1]).(*py.Str)
		if ok && ok2 {
			t.In.KeepSource(file.String(), text.String())
		}
		return py.None, nil
	})
	m.Add("line", "file, line, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		file, ok := py.Native(a[0]).(*py.Str)
		line, ok2 := py.Native(a[1]).(py.Int)
		if !ok || !ok2 || line < 1 {
			return py.NewStr(""), nil
		}
		return py.NewStr(t.In.SourceLine(file.String(), int(line))), nil
	})
	m.Add("place", "tb, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		tb, ok := a[0].(*py.Traceback)
		if !ok {
			return nil, py.Raise(py.TypeError, "expected traceback object, got '%s'", a[0].Class().FullName())
		}
		p := tb.Place
		return py.NewTuple(py.MakeInt(int64(p.Col)), py.MakeInt(int64(p.EndCol)), py.NewStr(tb.Carets(t.In))), nil
	})
	return m, nil
}

// programFile is the text of one of the program's files, which is named as it was given or
// by its place below the program's directory, or None.
func programFile(t *py.Thread, a []py.Object) (py.Object, error) {
	file, ok := py.Native(a[0]).(*py.Str)
	p := t.In.Host.Program
	if !ok || p == nil {
		return py.None, nil
	}
	name := path.Clean(file.String())
	if path.IsAbs(name) {
		name = strings.TrimPrefix(strings.TrimPrefix(name, path.Clean(p.Dir)), "/")
	}
	if source, ok := p.Files[name]; ok {
		return py.NewStr(source), nil
	}
	return py.None, nil
}
