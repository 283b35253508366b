package py

import (
	"cmp"
	"runtime"
	"slices"
	"time"
	"weak"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// Nobody counts references, but a del statement is a good moment to look whether an object
// that somebody waits to see gone is: one with a __del__, a generator with a finally to run, one
// that is weakly referenced. So is gc.collect.

const (
	// maxLooks is how often del looks in a run: each look is a collection.
	maxLooks = 50
	// maxRounds is how often is looked again after something was found, which may have had the
	// next to be found.
	maxRounds = 20
	// maxLookedHeap is what may be alive in the heap for del to look, in bytes.
	maxLookedHeap = 64 << 20
	// finalizerWait is how long is waited for Go to hand over what it has found, which is there
	// at once unless the machine is very busy.
	finalizerWait = time.Second
)

// awaited tells whether somebody waits to see an object gone.
func (t *Thread) awaited(x Object) bool {
	u := &t.In.left
	if !u.watch {
		return false
	}
	switch o := x.(type) {
	case *Generator:
		return o.frame != nil && slices.Contains(u.list, o)
	case *Instance:
		return u.weakClasses[o.class] || len(u.finalizable) > 0 && o.class.Lookup("__del__") != nil
	}
	return false
}

// deleted looks after what the del of a variable has let go, if that was awaited. The registers
// from the instruction's C on have nothing that is read again.
func (t *Thread) deleted(f *Frame, in *code.Instr, watched bool) error {
	if !watched {
		return nil
	}
	u := &t.In.left
	if u.looks++; u.looks > maxLooks || liveBytes() > maxLookedHeap {
		return nil
	}
	clear(f.regs[in.C:])
	return t.CollectGarbage()
}

// deleteRegister is del of a variable that is in a register.
func (t *Thread) deleteRegister(f *Frame, in *code.Instr) error {
	watched := t.awaited(f.regs[in.A])
	f.regs[in.A] = nil
	return t.deleted(f, in, watched)
}

// A gone object was handed over by Go's collector; at is its place among those that were
// waited for.
type gone struct {
	at        int
	instance  *Instance
	generator *Generator
}

// CollectGarbage has the collector look for objects that nobody has any more, and calls their
// __del__, closes generators and calls the callbacks of weak references.
func (t *Thread) CollectGarbage() error {
	for range maxRounds {
		found, err := t.collectRound()
		if err != nil {
			return err
		}
		if found == 0 {
			break
		}
	}
	if err := t.Poll(); err != nil {
		return err
	}
	return t.CallBack()
}

// collectRound returns how many objects it has found.
func (t *Thread) collectRound() (int, error) {
	found := t.collected()
	slices.SortFunc(found, func(a, b gone) int { return cmp.Compare(a.at, b.at) })
	for i, g := range found {
		found[i] = gone{}
		switch {
		case g.generator != nil && g.generator.frame != nil && !g.generator.running:
			t.closeIgnoring(g.generator)
		case g.instance != nil:
			if err := t.callFinalizer(g.instance); err != nil {
				return 0, err
			}
		}
	}
	return len(found), nil
}

// collected lets go of what is kept for the end of the run, collects, and keeps again what is
// still there. What is not is returned: Go's finalizers hand it over.
func (t *Thread) collected() (found []gone) {
	u := &t.In.left
	out := make(chan gone, len(u.finalizable)+len(u.list))
	instances, generators := u.letGo(out)
	t.RunCollector()
	missing := 0
	for i, w := range instances {
		if o := w.Value(); o != nil {
			runtime.SetFinalizer(o, nil)
			u.finalizable[i] = o
		} else if u.finalizable[i] == nil {
			missing++
		}
	}
	for i, w := range generators {
		if g := w.Value(); g != nil {
			runtime.SetFinalizer(g, nil)
			g.frame.gen = g
			u.list[i] = g
		} else if u.list[i] == nil {
			missing++
		}
	}
	u.finalizable = slices.DeleteFunc(u.finalizable, func(o Object) bool { return o == nil })
	u.list = slices.DeleteFunc(u.list, func(g *Generator) bool { return g == nil })
	late := time.NewTimer(finalizerWait)
	defer late.Stop()
	for ; missing > 0; missing-- {
		select {
		case g := <-out:
			if g.generator != nil {
				g.generator.frame.gen = g.generator
			}
			found = append(found, g)
		case <-late.C:
			return found
		}
	}
	return found
}

// letGo keeps objects weakly, by their places, and has Go hand over those that it finds. Places
// of others, which have a __del__ but are no instances, stay as they are.
func (u *unfinished) letGo(out chan<- gone) (instances []weak.Pointer[Instance], generators []weak.Pointer[Generator]) {
	for i, x := range u.finalizable {
		o, ok := x.(*Instance)
		instances = append(instances, weak.Make(o))
		if ok {
			runtime.SetFinalizer(o, func(o *Instance) { out <- gone{at: i, instance: o} })
			u.finalizable[i] = nil
		}
	}
	at := len(u.finalizable)
	for i, g := range u.list {
		if g.running || g.frame == nil {
			generators = append(generators, weak.Pointer[Generator]{})
			continue
		}
		generators = append(generators, weak.Make(g))
		g.frame.gen = nil // what refers to itself isn't handed over
		runtime.SetFinalizer(g, func(g *Generator) { out <- gone{at: at + i, generator: g} })
		u.list[i] = nil
	}
	return instances, generators
}

// watchWeakly notes that an object is weakly referenced.
func (u *unfinished) watchWeakly(x Object) {
	const most = 100
	o, ok := x.(*Instance)
	if !ok || len(u.weakClasses) >= most {
		return
	}
	if u.weakClasses == nil {
		u.weakClasses = map[*Class]bool{}
	}
	u.weakClasses[o.class] = true
	u.watch = true
}
