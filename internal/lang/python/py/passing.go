package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// maxPassing is how many codes that exec and eval have run have their Body kept for the next
// time: a program may run any number of them, each once.
const maxPassing = 1000

// pass notes a code that exec or eval is about to run, and forgets one that was run long ago.
// Functions that are left of that keep their Body, though one that then begins to trace
// doesn't see them.
func (in *Interp) pass(c *code.Code) {
	if in.bodies[c] != nil {
		return
	}
	if len(in.passing) >= maxPassing {
		in.forget(in.passing[0])
		in.passing = slices.Delete(in.passing, 0, 1)
	}
	in.passing = append(in.passing, c)
}

// forget drops the Body of a code and of those in it.
func (in *Interp) forget(c *code.Code) {
	if b := in.bodies[c]; b != nil {
		delete(in.tracing.bodies, b)
		delete(in.bodies, c)
	}
	for _, k := range c.Consts {
		if inner, ok := k.(*code.Code); ok {
			in.forget(inner)
		}
	}
}
