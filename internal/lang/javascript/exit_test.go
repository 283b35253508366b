package javascript

import (
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// TestExitCodeIsNotConverted gives process.exit what is no code, whose conversion
// would run code of the program's.
func TestExitCodeIsNotConverted(t *testing.T) {
	for _, code := range []string{
		`process.exit({ valueOf() { process.exit(6) }, toString() { process.exit(6) } })`,
		`process.exit([7])`, `process.exit(true)`, `process.exit('x')`, `process.exit(Symbol())`, `process.exit(8n)`,
	} {
		r := runProgram(t, program(code))
		if r.Reason != lang.UncaughtError || r.ExitCode != 1 || !strings.Contains(r.stderr, "ERR_INVALID_ARG_TYPE") {
			t.Errorf("%s: %v, exit code %d, stderr %q", code, r.Reason, r.ExitCode, r.stderr)
		}
	}
	if r := runProgram(t, program(`process.exit('9')`)); r.Reason != lang.Exited || r.ExitCode != 9 {
		t.Errorf("a code as text: %v, exit code %d", r.Reason, r.ExitCode)
	}
}
