package py

import "github.com/elide-dev/elided/internal/lang/python/code"

func (t *Thread) splitGroup(x, class Object) (match, rest Object, err error) {
	return nil, nil, notYet("except*")
}
func (t *Thread) joinGroup(e *Exc, list *List) (Object, error)     { return nil, notYet("except*") }
func (t *Thread) matchOp(f *Frame, in *code.Instr) (Object, error) { return nil, notYet("match") }
func setupExceptions()                                             {}
