package re

import (
	"fmt"
	"math/bits"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// allFlags are those that there are.
const allFlags syntax.Flags = 511

var nameOfFlag = map[syntax.Flags]string{
	syntax.Template: "TEMPLATE", syntax.IgnoreCase: "IGNORECASE", syntax.Locale: "LOCALE", syntax.MultiLine: "MULTILINE",
	syntax.DotAll: "DOTALL", syntax.Unicode: "UNICODE", syntax.Verbose: "VERBOSE", syntax.Debug: "DEBUG", syntax.ASCII: "ASCII",
}

// members are the flags in the order of the class, which is the order of their repr.
var members = []syntax.Flags{
	syntax.ASCII, syntax.IgnoreCase, syntax.Locale, syntax.Unicode, syntax.MultiLine, syntax.DotAll, syntax.Verbose,
	syntax.Template, syntax.Debug,
}

func hex(f syntax.Flags) string { return fmt.Sprintf("0x%x", uint32(f)) }

// A flagSet is re.RegexFlag and its members.
type flagSet struct {
	class *py.Class
	of    map[syntax.Flags]py.Object
	none  py.Object
}

// flags is re.RegexFlag: ints with names.
var flags = sync.OnceValue(func() *flagSet {
	s := &flagSet{of: map[syntax.Flags]py.Object{}}
	var made []*flag
	s.class = py.DefineClass("re", "RegexFlag", py.IntClass, func(c *py.Class) {
		c.Sealed = true
		flagSlots(c)
		member := func(f syntax.Flags) py.Object {
			x := newFlag(c, f)
			made = append(made, &flag{f, x})
			return x
		}
		for _, f := range members {
			x := member(f)
			c.Dict.SetStr(nameOfFlag[f], x)
			c.Dict.SetStr(letterOf(f), x)
		}
		s.none = member(0)
		c.Dict.SetStr("NOFLAG", s.none)
	})
	for _, m := range made {
		s.of[m.value] = m.object
	}
	return s
})

type flag struct {
	value  syntax.Flags
	object py.Object
}

// letterOf is a flag's short name.
func letterOf(f syntax.Flags) string {
	switch f {
	case syntax.DotAll:
		return "S"
	case syntax.Verbose:
		return "X"
	case syntax.Debug:
		return "DEBUG"
	}
	return nameOfFlag[f][:1]
}

func newFlag(c *py.Class, f syntax.Flags) py.Object {
	return py.NewNativeInstance(c, py.MakeInt(int64(f)))
}

func valueOf(x py.Object) (syntax.Flags, bool) {
	switch v := py.Native(x).(type) {
	case py.Int:
		if v < 0 {
			return syntax.Flags(v) & allFlags, true
		}
		return syntax.Flags(v), true
	case *py.Bool:
		if v == py.True {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

func flagSlots(c *py.Class) {
	flagOperators(c)
	flagContainer(c)
	show := func(_ *py.Thread, x py.Object) (py.Object, error) {
		v, _ := valueOf(x)
		return py.NewStr(flagRepr(v)), nil
	}
	c.Slots.Repr, c.Slots.Str = show, show
	c.Slots.New = func(t *py.Thread, _ *py.Class, a py.Args) (py.Object, error) {
		if len(a.Pos) != 1 {
			return nil, py.Raise(py.TypeError, "RegexFlag() takes one argument")
		}
		v, ok := valueOf(a.Pos[0])
		if !ok {
			return nil, py.Raise(py.ValueError, "%s is not a valid RegexFlag", py.Repr(t, a.Pos[0]))
		}
		return newFlag(c, v), nil
	}
	c.AddMethods(py.MethodTable{{Name: "__format__", Signature: "format_spec, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
		v, _ := valueOf(a[0])
		return t.Format(py.NewStr(flagRepr(v)), a[1])
	}}})
	c.AddGetSets(
		&py.GetSet{Name: "value", Get: func(_ *py.Thread, x py.Object) (py.Object, error) { return py.Native(x), nil }},
		&py.GetSet{Name: "name", Get: func(_ *py.Thread, x py.Object) (py.Object, error) {
			v, _ := valueOf(x)
			if v == 0 {
				return py.NewStr("NOFLAG"), nil
			}
			return py.NewStr(strings.ReplaceAll(flagNames(v, members), "re.", "")), nil
		}},
	)
}

// flagOperators are |, &, ^ and ~, which make flags of flags and ints.
func flagOperators(c *py.Class) {
	combine := func(op ast.Operator, f func(x, y syntax.Flags) syntax.Flags) {
		fn := func(_ *py.Thread, x, y py.Object) (py.Object, error) {
			a, ok := valueOf(x)
			b, ok2 := valueOf(y)
			if !ok || !ok2 {
				return py.NotImplemented, nil
			}
			return newFlag(c, f(a, b)), nil
		}
		c.Slots.Binary[op], c.Slots.Reflected[op] = fn, fn
	}
	combine(ast.BitOr, func(x, y syntax.Flags) syntax.Flags { return x | y })
	combine(ast.BitAnd, func(x, y syntax.Flags) syntax.Flags { return x & y })
	combine(ast.BitXor, func(x, y syntax.Flags) syntax.Flags { return x ^ y })
	c.Slots.Invert = func(_ *py.Thread, x py.Object) (py.Object, error) {
		v, _ := valueOf(x)
		return newFlag(c, allFlags&^v), nil
	}
}

// flagContainer is what flags are as containers of single ones.
func flagContainer(c *py.Class) {
	c.Slots.Contains = func(_ *py.Thread, x, y py.Object) (bool, error) {
		a, _ := valueOf(x)
		b, ok := valueOf(y)
		return ok && a&b == b, nil
	}
	c.Slots.Len = func(_ *py.Thread, x py.Object) (int, error) {
		v, _ := valueOf(x)
		return bits.OnesCount32(uint32(v & allFlags)), nil
	}
	c.Slots.Bool = func(_ *py.Thread, x py.Object) (bool, error) {
		v, _ := valueOf(x)
		return v != 0, nil
	}
	c.Slots.Iter = func(t *py.Thread, x py.Object) (py.Object, error) {
		v, _ := valueOf(x)
		list := py.NewList()
		for _, f := range members {
			if v&f != 0 {
				list.Items = append(list.Items, newFlag(c, f))
			}
		}
		return t.Iter(list)
	}
}

func flagRepr(v syntax.Flags) string {
	switch {
	case v == 0:
		return "re.NOFLAG"
	case v&allFlags == 0:
		return fmt.Sprintf("re.RegexFlag(%d)", uint32(v))
	}
	return flagNames(v, members)
}
