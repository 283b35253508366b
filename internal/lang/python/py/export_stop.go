package py

// Stopped is the error of a run that was stopped, or nil. Unlike Poll it never calls anything
// of the program's: it is for loops over what the program could change.
func (t *Thread) Stopped() error {
	if t.ending() {
		return ErrStopped
	}
	return nil
}
