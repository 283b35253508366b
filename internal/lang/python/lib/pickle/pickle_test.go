package pickle_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// program reads standard input as a pickle, at once and as a file, with all globals
// forbidden but a few. What may be raised is any Exception, but no error of the engine's own.
const program = `
import io, pickle, sys
data = sys.stdin.buffer.read()

class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if name in ("int", "list", "dict", "set", "bytearray", "object", "OrderedDict"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)

    def persistent_load(self, pid):
        return pid

def attempt(call):
    try:
        return True, call()
    except SystemError:
        raise
    except Exception as e:
        return False, type(e)

ok, value = attempt(Careful(io.BytesIO(data)).load)
if ok:
    for protocol in 1, 2, 4, 5:
        written, again = attempt(lambda: pickle.dumps(value, protocol))
        if written:
            attempt(lambda: pickle.loads(again))
`

// FuzzPickle has no pickle crash the engine.
func FuzzPickle(f *testing.F) {
	for _, s := range []string{
		"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01a\x94]\x94(K\x01K\x02eu.",
		"(dp0\nS'a'\np1\nI1\nsS'b'\np2\n(lp3\nI2\naF3.5\nas.",
		"\x80\x02ccollections\nOrderedDict\nq\x00)Rq\x01K\x01Ns.",
		"\x80\x05\x96\x02\x00\x00\x00\x00\x00\x00\x00ab\x94\x8f(K\x01\x90\x86.",
		"(ibuiltins\nobject\n.", "\x8b\x05\x00\x00\x00\x00\x00\x00\x80\x00.", "(((1011.", "Nr\xff\xff\xff\xff\x94h\x01.", "Pid\n\x85b.",
		"\x8d\xff\xff\xff\xff\xff\xff\xff\x7f.", "\x95\xff\xff\xff\xff\xff\xff\xff\x7f.", "]2a.", "}q\x002h\x00s.", ")\x91\x85(o.", "cbuiltins\nobject\n)}\x92.",
	} {
		f.Add([]byte(s))
	}
	r := python.New()
	f.Fuzz(func(t *testing.T, data []byte) {
		in := r.Prepare()
		timer := time.AfterFunc(20*time.Second, in.Interrupt)
		defer timer.Stop()
		var stderr bytes.Buffer
		p := &lang.Program{Name: "unpickle.py", Code: program, Dir: "/", Env: map[string]string{}, Stdin: data}
		out := in.Run(p, &lang.Host{Stdout: &bytes.Buffer{}, Stderr: &stderr})
		if out.Reason != lang.Exited || out.ExitCode != 0 {
			t.Errorf("reason %d, exit code %d: %s", out.Reason, out.ExitCode, stderr.String())
		}
	})
}
