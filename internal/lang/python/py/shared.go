package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// A sharedBody is what executions share of a Code: its constants and names as Objects.
type sharedBody struct {
	consts []Object
	names  []*Str
}

// shared makes a code's constants and names Objects.
func (in *Interp) shared(c *code.Code) *sharedBody {
	s := &sharedBody{consts: newConsts(c.Consts), names: make([]*Str, len(c.Names))}
	for i, n := range c.Names {
		s.names[i] = NewStr(n)
	}
	return s
}
