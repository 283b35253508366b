// Package e2e tests the built binary: a real daemon, its workers and its commands.
package e2e

import (
	"os"
	"testing"

	elide "github.com/elide-dev/elided"
	"github.com/elide-dev/elided/internal/testbinary"
)

// binary is the elided under test. It is built without the race detector, whose
// memory would not fit the limits of workers.
var binary string

func TestMain(m *testing.M) {
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	os.Exit(testbinary.Run(m, &binary))
}
