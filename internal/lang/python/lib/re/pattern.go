// Package re is Python's module re.
package re

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/lib/re/machine"
	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Pattern is a re.Pattern. It is immutable and shared by executions.
type Pattern struct {
	source py.Object // a Str or Bytes
	isStr  bool
	tree   *syntax.Tree
	prog   *machine.Program
	named  []namedGroup // in order
}

// A namedGroup has its name as matches hand it out, so that it is made and hashed once.
type namedGroup struct {
	name   *py.Str
	number int
}

// Class returns the class re.Pattern.
func (*Pattern) Class() *py.Class { return patternClass() }

var patternClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("re", "Pattern", nil, func(c *py.Class) {
		c.Sealed = true
		c.AddMethods(patternMethods)
		c.AddGeneric()
		c.Slots.New = func(*py.Thread, *py.Class, py.Args) (py.Object, error) {
			return nil, py.Raise(py.TypeError, "cannot create 're.Pattern' instances")
		}
		c.Slots.Repr = func(t *py.Thread, o py.Object) (py.Object, error) { return o.(*Pattern).repr(t) }
		c.Slots.Hash = func(t *py.Thread, o py.Object) (int64, error) {
			h, err := py.Hash(t, o.(*Pattern).source)
			return h ^ int64(o.(*Pattern).tree.Flags), err
		}
		c.Slots.Compare = comparePatterns
		c.AddGetSets(
			attribute("pattern", func(_ *py.Thread, p *Pattern) (py.Object, error) { return p.source, nil }),
			attribute("flags", func(_ *py.Thread, p *Pattern) (py.Object, error) { return py.MakeInt(int64(p.tree.Flags)), nil }),
			attribute("groups", func(_ *py.Thread, p *Pattern) (py.Object, error) { return py.MakeInt(int64(p.tree.Groups - 1)), nil }),
			attribute("groupindex", func(t *py.Thread, p *Pattern) (py.Object, error) {
				d := py.NewDict()
				for _, g := range p.named {
					if err := d.Set(t, g.name, py.MakeInt(int64(g.number))); err != nil {
						return nil, err
					}
				}
				return t.Call(py.MappingProxyClass, d)
			}),
		)
	})
})

// attribute is an attribute of patterns or matches.
func attribute[T py.Object](name string, get func(*py.Thread, T) (py.Object, error)) *py.GetSet {
	return &py.GetSet{Name: name, Get: func(t *py.Thread, o py.Object) (py.Object, error) { return get(t, o.(T)) }}
}

// Weakly is part of py.WeaklyReferable.
func (p *Pattern) Weakly() func() py.Object { return py.Weakly(p) }

func comparePatterns(_ *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	a, ok := x.(*Pattern)
	b, ok2 := y.(*Pattern)
	if !ok || !ok2 || op != py.EQ && op != py.NE {
		return py.NotImplemented, nil
	}
	same := a == b || a.isStr == b.isStr && a.tree.Flags == b.tree.Flags && textOf(a.source) == textOf(b.source)
	return py.Of(same == (op == py.EQ)), nil
}

// textOf is the text of a Str or Bytes.
func textOf(x py.Object) string {
	switch v := x.(type) {
	case *py.Str:
		return v.String()
	case *py.Bytes:
		return v.String()
	}
	return ""
}

// repr shows the flags in this order; unicode is what patterns of str have anyway.
func (p *Pattern) repr(t *py.Thread) (py.Object, error) {
	s, err := t.Repr(p.source)
	if err != nil {
		return nil, err
	}
	text := s.String()
	if s.Len() > 200 {
		text = s.Part(0, 200).String()
	}
	f := p.tree.Flags
	if p.isStr && f&(syntax.Locale|syntax.Unicode|syntax.ASCII) == syntax.Unicode {
		f &^= syntax.Unicode
	}
	if f != 0 {
		text += ", " + flagNames(f, []syntax.Flags{1, 2, 4, 8, 16, 32, 64, 128, 256})
	}
	return py.NewStr("re.compile(" + text + ")"), nil
}

// maxPattern is how many bytes an expression may have.
const maxPattern = 1 << 20

// compile is re.compile.
func compile(t *py.Thread, pattern, flags py.Object) (*Pattern, error) {
	n := 0
	if flags != nil {
		var err error
		if n, err = small(t, flags, "C int"); err != nil {
			return nil, err
		}
	}
	source := py.Native(pattern)
	switch v := source.(type) {
	case *Pattern:
		if n != 0 {
			return nil, py.Raise(py.ValueError, "cannot process flags argument with a compiled pattern")
		}
		return v, nil
	case *py.Str, *py.Bytes:
	default:
		if _, err := py.Hash(t, pattern); err != nil { // CPython looks it up in its cache
			return nil, err
		}
		return nil, py.Raise(py.TypeError, "first argument must be string or compiled pattern")
	}
	if n < 0 {
		n &= int(allFlags)
	}
	return cached(t, source, syntax.Flags(n))
}

// build compiles a pattern that isn't in the cache.
func build(t *py.Thread, source py.Object, flags syntax.Flags) (*Pattern, error) {
	p := &Pattern{source: source}
	text := textOf(source)
	if len(text) > maxPattern {
		return nil, py.Raise(py.OverflowError, "%s", machine.ErrTooLarge)
	}
	_, p.isStr = source.(*py.Str)
	var err error
	p.tree, err = syntax.Parse(codePoints(text, p.isStr), p.isStr, flags, parse.CharacterNamed)
	if err != nil {
		if err := warn(t, p.tree.Warnings); err != nil {
			return nil, err
		}
		return nil, raise(t, err, source)
	}
	if p.tree.Flags&syntax.Template != 0 && repeats(p.tree.Root) {
		return nil, raise(t, &syntax.Error{Msg: "internal: unsupported template operator MAX_REPEAT", Pos: -1}, source)
	}
	if p.prog, err = machine.Compile(p.tree, p.isStr); err != nil {
		return nil, raise(t, err, source)
	}
	for _, name := range p.tree.Order {
		p.named = append(p.named, namedGroup{py.NewStr(name), p.tree.Names[name]})
	}
	p.tree.Root = nil // who matches needs the program only
	return p, nil
}

func codePoints(text string, isStr bool) []rune {
	if isStr {
		return syntax.Runes(text)
	}
	return syntax.Bytes(text)
}

// raise makes a Python exception of an error of the parser or the machine.
func raise(t *py.Thread, err error, source py.Object) error {
	var value syntax.ValueError
	var index syntax.IndexError
	var bad *syntax.Error
	switch {
	case errors.As(err, &bad):
		return newError(t, bad, source)
	case errors.As(err, &value):
		return py.Raise(py.ValueError, "%s", value)
	case errors.As(err, &index):
		return py.Raise(py.IndexError, "%s", index)
	case errors.Is(err, syntax.ErrTooLarge), errors.Is(err, machine.ErrTooLarge):
		return py.Raise(py.OverflowError, "%s", err)
	case errors.Is(err, syntax.ErrTooDeep):
		return py.Raise(py.RecursionError, "%s", err)
	case errors.Is(err, machine.ErrMemory):
		return py.NewExc(py.MemoryError)
	}
	return err
}

// flagNames are flags as repr shows them, in an order.
func flagNames(f syntax.Flags, order []syntax.Flags) string {
	var list []string
	for _, bit := range order {
		if f&bit != 0 {
			list = append(list, "re."+nameOfFlag[bit])
			f &^= bit
		}
	}
	if f != 0 {
		list = append(list, hex(f))
	}
	return strings.Join(list, "|")
}

// groupName is the name of a group, or None.
func (p *Pattern) groupName(n int) py.Object {
	for _, g := range p.named {
		if g.number == n {
			return g.name
		}
	}
	return py.None
}

// template is compile with the flag T, which does nothing.
func template(t *py.Thread, a []py.Object) (py.Object, error) {
	err := t.Warn(py.DeprecationWarning, "%s", "The re.template() function is deprecated as it is an undocumented function without an obvious purpose. Use re.compile() instead.")
	if err != nil {
		return nil, err
	}
	flags := a[1]
	if flags == nil {
		flags = py.MakeInt(0)
	}
	if flags, err = t.Binary(ast.BitOr, flags, py.MakeInt(int64(syntax.Template))); err != nil {
		return nil, err
	}
	p, err := compile(t, a[0], flags)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// repeats reports whether a node, which is nested no deeper than the parser allows, repeats
// anything.
func repeats(n *syntax.Node) bool {
	return n != nil && (n.Op == syntax.Repeat || slices.ContainsFunc(n.Subs, repeats))
}
