package hostile

import (
	"os"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// whole reports whether everything is to be run, as `make hostile` does, and not
// the part that every `go test` runs.
func whole() bool { return os.Getenv("HOSTILE") == "whole" }

// TestHostile runs the corpus, one attack after another, on one daemon.
func TestHostile(t *testing.T) {
	d := startDaemon(t)
	p := startProber(t, d)
	d.settled()
	r := &report{idle: p.idle(t), sandbox: d.sandbox()}
	first := d.remains()
	for _, a := range attacks(corpus(t), whole()) {
		t.Run(a.file+"/"+isolationName(a.isolation), func(t *testing.T) {
			d.checkAlive()
			o := a.run(d.in(t), p)
			r.outcomes = append(r.outcomes, o)
			for _, f := range o.failures {
				t.Error(f)
			}
		})
	}
	if _, left := d.left(first); left != "" {
		t.Errorf("after all attacks: %s", left)
	}
	t.Run("forged frames", func(t *testing.T) { r.outcomes = append(r.outcomes, forgedFrames(t)...) })
	d.checkAlive()
	t.Run("blame", func(t *testing.T) { r.blames = blame(d.in(t)) })
	d.checkAlive()
	r.write(t)
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
