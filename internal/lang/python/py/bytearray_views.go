package py

// resizable is the error of a change of the length while somebody looks at it.
func (a *ByteArray) resizable(t *Thread) error {
	if a.Exported(t, a) {
		return errExported()
	}
	return nil
}

func errExported() error {
	return Raise(BufferError, "Existing exports of data: object cannot be re-sized")
}

// Freeze has nobody write to it but its own methods: memoryviews of it are read-only, and
// what fills bytes refuses it.
func (a *ByteArray) Freeze() { a.fixed = true }

// viewNamed reports whether a variable, of a call under way or of its module, is a
// memoryview of a. Whether anything else has one isn't known: see MemoryView.
func (t *Thread) viewNamed(a Object) bool {
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

func views(x, a Object) bool {
	v, ok := x.(*MemoryView)
	return ok && v.base == a && !v.released
}

// Exports knows the views of a bytearray or a Buffer, which has it within.
type Exports struct {
	views int  // with statements that have a view
	lent  bool // a view was made since Exported was last asked and found none
}

// Viewed is a Buffer's method.
func (e *Exports) Viewed(by int) {
	e.views += by
	e.lent = true
}

// Exported reports whether the buffer has a view that is known: one of a with statement or
// of a variable.
func (e *Exports) Exported(t *Thread, buffer Object) bool {
	if e.views > 0 || e.lent && t.viewNamed(buffer) {
		return true
	}
	e.lent = false
	return false
}
