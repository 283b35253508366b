package re

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New makes the module.
func New(t *py.Thread) (*py.Module, error) {
	m := py.NewModule("re")
	m.Set("__doc__", py.NewStr("Regular expressions."))
	for _, f := range []struct {
		name, rest string
		at         int // of the pattern's method's arguments, which is where flags are
	}{
		{"match", "string, flags=0", 1}, {"fullmatch", "string, flags=0", 1}, {"search", "string, flags=0", 1},
		{"findall", "string, flags=0", 1}, {"finditer", "string, flags=0", 1},
		{"split", "string, maxsplit=0, flags=0", 2}, {"sub", "repl, string, count=0, flags=0", 3},
		{"subn", "repl, string, count=0, flags=0", 3},
	} {
		m.Add(f.name, "pattern, "+f.rest, viaPattern(f.name, f.at))
	}
	m.Add("compile", "pattern, flags=0", func(t *py.Thread, a []py.Object) (py.Object, error) {
		p, err := compile(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return p, nil
	})
	m.Add("template", "pattern, flags=0", template)
	m.Add("escape", "pattern", escape)
	// What is cached isn't the program's alone, and makes no difference to it.
	m.Add("purge", "", func(*py.Thread, []py.Object) (py.Object, error) { return py.None, nil })
	m.Set("error", errorClass()).Set("Pattern", patternClass()).Set("Match", matchClass())
	m.Add("__getattr__", "name, /", lazily(m))
	addFlags(m)
	m.Add("_width", "pattern, flags=0", width)
	m.Set("__path__", py.NewList(py.NewStr("/usr/lib/python3.11/re"))) // re._parser is within it
	return m, nil
}

// width is how many characters a pattern matches at least and at most: nil is without an end.
func width(t *py.Thread, a []py.Object) (py.Object, error) {
	p, err := compile(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	// The tree of what is compiled isn't kept.
	tree, err := syntax.Parse(codePoints(textOf(p.source), p.isStr), p.isStr, p.tree.Flags, parse.CharacterNamed)
	if err != nil {
		return nil, raise(t, err, p.source)
	}
	least, most := tree.Width()
	return py.NewTuple(py.MakeInt(int64(least)), py.MakeInt(int64(most)), py.MakeInt(int64(p.tree.Groups))), nil
}

// lazily imports Scanner, which is written in Python and seldom used.
func lazily(m *py.Module) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		name, ok := py.Native(a[0]).(*py.Str)
		if !ok || name.String() != "Scanner" {
			return nil, py.Raise(py.AttributeError, "module 're' has no attribute '%s'", a[0])
		}
		class, err := t.FromModule("_re_scanner", "Scanner")
		if err == nil {
			m.Set("Scanner", class)
		}
		return class, err
	}
}

func addFlags(m *py.Module) {
	s := flags()
	m.Set("RegexFlag", s.class).Set("NOFLAG", s.none)
	for _, f := range members {
		m.Set(nameOfFlag[f], s.of[f]).Set(letterOf(f), s.of[f])
	}
	var all []py.Object
	for name := range strings.FieldsSeq("match fullmatch search sub subn split findall finditer compile purge template escape error Pattern Match A I L M S X U ASCII IGNORECASE LOCALE MULTILINE DOTALL VERBOSE UNICODE NOFLAG RegexFlag") {
		all = append(all, py.NewStr(name))
	}
	m.Set("__all__", py.NewList(all...))
}

// viaPattern is a function of the module that compiles its first argument, and calls the
// pattern's method with the others; flags come after n of them.
func viaPattern(name string, n int) py.GoFunc {
	var fn py.GoFunc
	size := 0
	for _, m := range patternMethods {
		if m.Name == name {
			fn, size = m.Fn, 1+strings.Count(m.Signature, ",")+1
		}
	}
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		p, err := compile(t, a[0], a[n+1])
		if err != nil {
			return nil, err
		}
		args := make([]py.Object, size)
		args[0] = p
		copy(args[1:], a[1:n+1])
		return fn(t, args)
	}
}

const escaped = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

// escape puts a backslash before each character that may be special.
func escape(_ *py.Thread, a []py.Object) (py.Object, error) {
	text, isBytes := "", false
	switch v := py.Native(a[0]).(type) {
	case *py.Str:
		text = v.String()
	default:
		if text, isBytes = py.BytesOf(v); !isBytes {
			return nil, py.Raise(py.TypeError, "decoding to str: need a bytes-like object, %s found", v.Class().FullName())
		}
	}
	if len(text) > maxResult/2 {
		return nil, py.NewExc(py.MemoryError)
	}
	out := make([]byte, 0, len(text)+len(text)/8)
	for i := range len(text) {
		if strings.IndexByte(escaped, text[i]) >= 0 {
			out = append(out, '\\')
		}
		out = append(out, text[i])
	}
	if isBytes {
		return py.NewBytes(string(out)), nil
	}
	return py.NewStr(string(out)), nil
}
