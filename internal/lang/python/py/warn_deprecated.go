package py

import "fmt"

// Warn gives a warning by module warnings, whose filters say what becomes of it: it may be
// raised.
func (t *Thread) Warn(category *Class, format string, args ...any) error {
	return t.warn("warn", NewStr(fmt.Sprintf(format, args...)), category)
}

// warnSubclass warns of a method that has returned an instance of a subclass of number where
// the number itself was asked for; what says so, as the error for other objects does.
func (t *Thread) warnSubclass(number *Class, what string, v Object) error {
	if v.Class() == number {
		return nil
	}
	return t.Warn(DeprecationWarning, "%s returned non-%s (type %s).  The ability to return an instance of a strict subclass of %s is deprecated, and may be removed in a future version of Python.",
		what, number.Name, v.Class().fullName(), number.Name)
}
