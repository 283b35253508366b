package hostile

import (
	"fmt"
	"os"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// whole reports whether everything is to be run, as `make hostile` does, and not
// the part that every `go test` runs.
func whole() bool { return os.Getenv("HOSTILE") == "whole" }

// lanes is how many daemons the whole corpus is divided among, so that it takes a third
// of an hour: most of an attack is its neighbours' waiting.
const lanes = 4

// TestHostile runs the corpus on daemons of its own, one attack after another on each.
func TestHostile(t *testing.T) {
	list, n := attacks(corpus(t), whole()), 1
	if whole() {
		n = lanes
	}
	r := &report{outcomes: make([]*outcome, len(list))}
	t.Run("attacks", func(t *testing.T) {
		for lane := range n {
			t.Run(fmt.Sprint(lane), func(t *testing.T) {
				t.Parallel()
				r.lane(t, list, lane, n)
			})
		}
		if whole() { // it takes as long as a lane
			t.Run("blame", func(t *testing.T) {
				t.Parallel()
				r.blame(t)
			})
		}
	})
	t.Run("forged frames", func(t *testing.T) { r.outcomes = append(r.outcomes, forgedFrames(t)...) })
	if !whole() {
		t.Run("blame", r.blame)
	}
	r.write(t)
}

func (r *report) blame(t *testing.T) {
	d := startDaemon(t)
	r.blames = blame(d)
	d.checkAlive()
}

// lane runs each nth attack from first on.
func (r *report) lane(t *testing.T, list []*attack, first, n int) {
	d := startDaemon(t)
	p := startProber(t, d)
	d.settled()
	if first == 0 {
		r.idle, r.sandbox = p.idle(t), d.sandbox()
	}
	before := d.remains()
	for i := first; i < len(list); i += n {
		a := list[i]
		t.Run(a.file+"/"+isolationName(a.isolation), func(t *testing.T) {
			d.checkAlive()
			r.outcomes[i] = a.run(d.in(t), p)
			for _, f := range r.outcomes[i].failures {
				t.Error(f)
			}
		})
	}
	if _, left := d.left(before); left != "" {
		t.Errorf("after all attacks: %s", left)
	}
	d.checkAlive()
}

// everyNth is the part of the programs that every test run takes.
const everyNth = 4

// attacks chooses what to run: everything, or of every fourth program that is not slow
// one run, so that each folder has its share.
func attacks(all []*program, whole bool) (list []*attack) {
	quick := 0
	for _, p := range all {
		if !p.slow {
			quick++
		}
		for k, isolation := range p.isolations {
			a := &attack{program: p, isolation: isolation, number: len(list)}
			a.aged = whole && isolation == daemonv1alpha1.Isolation_ISOLATION_SHARED
			if whole || !p.slow && quick%everyNth == 0 && k == quick/everyNth%len(p.isolations) {
				list = append(list, a)
			}
		}
	}
	return list
}

// sandbox is what separates the daemon's workers from the machine.
func (d *daemon) sandbox() []string {
	c, err := d.GetCapabilities(d.t.Context(), &daemonv1alpha1.GetCapabilitiesRequest{})
	if err != nil {
		d.t.Fatal(err)
	}
	return c.GetSandbox()
}
