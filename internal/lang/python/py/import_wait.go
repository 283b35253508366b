package py

import "time"

// importCheck is how often a thread looks whether another has made a module.
const importCheck = time.Millisecond

// makeModule finds a module; other threads that import it wait meanwhile.
func (t *Thread) makeModule(full string) (Object, error) {
	in := t.In
	if in.importing == nil {
		in.importing = map[string]*Thread{}
	}
	before := in.importing[full]
	in.importing[full] = t
	m, err := t.find(full)
	if before != nil {
		in.importing[full] = before
	} else {
		delete(in.importing, full)
	}
	return m, err
}

// awaitModule waits until no other thread makes a module. Where that one waits for this
// thread it goes on with what there is of the module, as in CPython.
func (t *Thread) awaitModule(full string) error {
	for {
		owner := t.In.importing[full]
		if owner == nil || t.In.Scheduler == nil || t.In.waitsFor(owner, t) {
			return nil
		}
		t.awaits = full
		err := t.In.Scheduler.Sleep(t, importCheck)
		t.awaits = ""
		if err != nil {
			return err
		}
	}
}

// waitsFor reports whether a thread is another, or waits for a module that one makes which
// is or does.
func (in *Interp) waitsFor(t, other *Thread) bool {
	for range len(in.importing) + 1 {
		if t == other {
			return true
		}
		if t = in.importing[t.awaits]; t == nil {
			return false
		}
	}
	return true
}
