package py

// SetSignal sets what a signal calls, with a name such as "SIGINT"; nil is what is done
// without a handler.
func (in *Interp) SetSignal(name string, handler Object) {
	if handler == nil {
		in.handlers.Delete(name)
		return
	}
	in.handlers.Store(name, handler)
}
