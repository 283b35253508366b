package py

// FormatException is a traceback.
func (t *Thread) FormatException(e *Exc) string { return e.Error() + "\n" }

func (t *Thread) frameObject(f *Frame) Object { return None }
