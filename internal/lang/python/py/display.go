package py

import "github.com/elide-dev/elided/internal/lang/python/code"

// constants reports whether all items of a display that in builds are constants: the
// instructions before it load nothing else.
func (f *Frame) constants(in *code.Instr) bool {
	at := f.pc - 1 - int(in.C)
	if at < 0 {
		return false
	}
	for i := range in.C {
		if p := &f.Body.Instrs[at+int(i)]; p.Op != code.LoadConst || int32(p.A) != in.B+i {
			return false
		}
	}
	return true
}
