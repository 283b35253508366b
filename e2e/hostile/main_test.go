// Package hostile is the proof that a hostile program hurts nobody outside its
// worker: a real daemon, run by a user without rights, is given every program in
// programs/ while well-behaved ones run beside it, and nothing but the attacker may
// notice. docs/hostile.md has the results.
package hostile

import (
	"os"
	"testing"

	_ "github.com/elide-dev/elided" // what the binary is built from: a change of it makes cached results stale
	_ "github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/testbinary"
)

// elided is the plain binary, which a daemon gets a copy of that its user may run.
var elided string

func TestMain(m *testing.M) {
	os.Exit(testbinary.Run(m, &elided))
}
