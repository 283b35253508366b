package re

import (
	"fmt"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("re", "error", py.Exception, func(c *py.Class) {
		c.Slots.Init = initError
	})
})

// newError is a re.error of a pattern or a template.
func newError(t *py.Thread, e *syntax.Error, source py.Object) error {
	args := []py.Object{py.NewStr(e.Msg)}
	if e.Pos >= 0 {
		args = append(args, source, py.MakeInt(int64(e.Pos)))
	}
	v, err := t.Call(errorClass(), args...)
	if err != nil {
		return err
	}
	return v.(*py.Exc)
}

// initError is error(msg, pattern=None, pos=None).
func initError(t *py.Thread, self py.Object, a py.Args) error {
	values, err := errorArgs(a)
	if err != nil {
		return err
	}
	msg, pattern, pos := values[0], values[1], values[2]
	text := msg
	lineno, colno := py.None, py.None
	if at, ok := pos.(py.Int); ok && pattern != py.None {
		s, err := t.Str(msg)
		if err != nil {
			return err
		}
		line, column, many := position(py.Native(pattern), int(at))
		lineno, colno = py.MakeInt(int64(line)), py.MakeInt(int64(column))
		out := fmt.Sprintf("%s at position %d", s, at)
		if many {
			out += fmt.Sprintf(" (line %d, column %d)", line, column)
		}
		text = py.NewStr(out)
	}
	if e, ok := self.(*py.Exc); ok {
		e.Args = py.NewTuple(text)
	}
	for _, f := range []struct {
		name  string
		value py.Object
	}{{"msg", msg}, {"pattern", pattern}, {"pos", pos}, {"lineno", lineno}, {"colno", colno}} {
		if err := t.SetAttr(self, f.name, f.value); err != nil {
			return err
		}
	}
	return nil
}

func errorArgs(a py.Args) (values [3]py.Object, err error) {
	if len(a.Pos) > 3 {
		return values, py.Raise(py.TypeError, "error.__init__() takes from 2 to 4 positional arguments but %d were given", len(a.Pos)+1)
	}
	copy(values[:], a.Pos)
	for i, name := range a.Names {
		at := map[string]int{"msg": 1, "pattern": 2, "pos": 3}[name.String()] - 1
		switch {
		case at < 0:
			return values, py.Raise(py.TypeError, "error.__init__() got an unexpected keyword argument '%s'", name)
		case values[at] != nil:
			return values, py.Raise(py.TypeError, "error.__init__() got multiple values for argument '%s'", name)
		}
		values[at] = a.Named[i]
	}
	if values[0] == nil {
		return values, py.Raise(py.TypeError, "error.__init__() missing 1 required positional argument: 'msg'")
	}
	for i, v := range values {
		if v == nil {
			values[i] = py.None
		}
	}
	return values, nil
}

// position is the line and the column of a place in a pattern, from 1 both, and whether it
// has more than one line.
func position(pattern py.Object, at int) (line, column int, many bool) {
	_, isStr := pattern.(*py.Str)
	line, column = 1, at+1
	for i, r := range codePoints(textOf(pattern), isStr) {
		if r != '\n' {
			continue
		}
		many = true
		if i < at {
			line, column = line+1, at-i
		}
	}
	return line, column, many
}
