package py

// An exitNow is the end of a program that os._exit has ended: no handler sees it.
type exitNow struct{ code int }

// Error says what it is.
func (exitNow) Error() string { return "exit" }

// ExitNow is the error that ends the program at once, with an exit code.
func (t *Thread) ExitNow(code int) error { return exitNow{code & 0xff} }

// sysExit is sys.exit, which unlike exit leaves out of the exception what it isn't given.
func sysExit(t *Thread, a []Object) (Object, error) {
	if a[0] == nil {
		return nil, NewExc(SystemExit)
	}
	return builtinExit(t, a)
}
