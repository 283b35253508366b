package pickle_test

import (
	"bytes"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestWriteWithinWrite has a file's write method have more be written meanwhile: nothing
// is lost, and the frame that was begun is one.
func TestWriteWithinWrite(t *testing.T) {
	const program = `
import _pickle
functions = []
chunks = []
def write(data):
    chunks.append(data)
    if len(chunks) < 3:
        functions[0](["in"])
def make(*given):
    functions.extend(given)
    return lambda x: functions[0](1)
_pickle.dump([object(), b"x" * 70000, "y" * 70000, list(range(50000))], 4, write, make, {}, None)
print(b"".join(chunks).count(b"in"))
`
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: "write.py", Code: program, Dir: "/", Env: map[string]string{}}
	out := python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	if out.Reason != lang.Exited || out.ExitCode != 0 || stdout.String() != "2\n" {
		t.Errorf("reason %d, exit code %d: %s%s", out.Reason, out.ExitCode, &stdout, &stderr)
	}
}
