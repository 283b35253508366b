package lib

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// instructionsModule makes the module _instructions: what dis, which is written in Python,
// lists of a code.
func instructionsModule(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_instructions")
	m.Add("listing", "code, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		c, ok := a[0].(*py.Code)
		if !ok {
			return nil, py.Raise(py.TypeError, "not a code object")
		}
		rows := make([]py.Object, len(c.Instrs))
		for pc := range c.Instrs {
			if pc%1024 == 0 {
				if err := t.Poll(); err != nil {
					return nil, err
				}
			}
			name, args, _ := strings.Cut(code.Text(c.Code, pc), " ")
			rows[pc] = py.NewTuple(py.MakeInt(int64(c.Places[pc].Line)), py.NewStr(name), py.NewStr(args))
		}
		return py.NewList(rows...), nil
	})
	return m, nil
}
