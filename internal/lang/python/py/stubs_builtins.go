package py

import "github.com/elide-dev/elided/internal/lang/python/code"

func newBuiltins(in *Interp) *Dict                                  { return NewDict() }
func (t *Thread) importOp(f *Frame, in *code.Instr) (Object, error) { return nil, notYet("import") }
func (t *Thread) printValue(x Object) error                         { return notYet("print") }
