package py

// Str is str(x).
func (t *Thread) Str(x Object) (*Str, error) { return NewStr(Repr(t, x)), nil }

// Repr is repr(x).
func (t *Thread) Repr(x Object) (*Str, error) { return NewStr(Repr(t, x)), nil }

// ASCII is ascii(x).
func (t *Thread) ASCII(x Object) (*Str, error) { return t.Repr(x) }

// Repr is repr(x), for an error's text.
func Repr(_ *Thread, x Object) string {
	switch v := x.(type) {
	case *Str:
		return v.s
	case *Exc:
		return v.Error()
	}
	return x.Class().Name
}

// FormatException is a traceback.
func (t *Thread) FormatException(e *Exc) string { return e.Error() + "\n" }

func (t *Thread) frameObject(f *Frame) Object { return None }
