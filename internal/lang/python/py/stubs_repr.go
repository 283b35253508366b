package py

// Repr is repr(x), for an error's text.
func Repr(_ *Thread, x Object) string { return x.Class().Name }
