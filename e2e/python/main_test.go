// Package python is the proof that Python programs run as CPython 3.11 runs them. Beside
// each of programs/ is what CPython makes of it, written by record.py.
package python

import (
	"os"
	"testing"

	_ "github.com/elide-dev/elided" // what the binary is built from: a change of it makes cached results stale
	_ "github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/testbinary"
)

// binary is the elided under test.
var binary string

func TestMain(m *testing.M) {
	os.Exit(testbinary.Run(m, &binary))
}
