package py

// resizable is the error of a change of the length while somebody looks at it.
func (a *ByteArray) resizable(t *Thread) error {
	if a.views > 0 || a.lent && t.viewNamed(a) {
		return Raise(BufferError, "Existing exports of data: object cannot be re-sized")
	}
	a.lent = false
	return nil
}

// viewNamed reports whether a variable, of a call under way or of its module, is a
// memoryview of a. Whether anything else has one isn't known: see MemoryView.
func (t *Thread) viewNamed(a *ByteArray) bool {
	var globals *Dict
	for f := t.frame; f != nil; f = f.back {
		for _, v := range f.regs[:min(len(f.Body.Vars), len(f.regs))] {
			if cell, ok := v.(*Cell); ok {
				v = cell.Value
			}
			if views(v, a) {
				return true
			}
		}
		if f.Globals == globals {
			continue
		}
		globals = f.Globals
		for i := range globals.entries {
			if views(globals.entries[i].value, a) {
				return true
			}
		}
	}
	return false
}

func views(x Object, a *ByteArray) bool {
	v, ok := x.(*MemoryView)
	return ok && v.base == Object(a) && !v.released
}
