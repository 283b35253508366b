package python_test

import (
	"bytes"
	"runtime"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// longCalls are single calls over much data, which took seconds to notice an Interrupt.
var longCalls = map[string]string{
	"lower of sigmas":       "s = '\u03a3' * 2 * 10 ** 7\nprint(1, flush=True)\ns.lower()",
	"strip of many bytes":   "s = b'a' * 10 ** 7\nc = bytes(range(200, 255)) * 1000 + b'a'\nprint(1, flush=True)\nwhile True: s.strip(c)",
	"ascii":                 "s = '\u00e9a' * 10 ** 7\nprint(1, flush=True)\nwhile True: ascii(s)",
	"repr of bytes":         "s = b'\\xff' * 2 * 10 ** 7\nprint(1, flush=True)\nwhile True: repr(s)",
	"a float of digits":     "s = '1' * 5 * 10 ** 7\nprint(1, flush=True)\nwhile True:\n try: float(s)\n except OverflowError: pass",
	"normalize":             "import unicodedata\ns = '\u00e9\u1e69' * 5 * 10 ** 6\nprint(1, flush=True)\nwhile True: unicodedata.normalize('NFKD', s)",
	"views of other items":  "a, b = memoryview(bytes(10 ** 7)).cast('b'), memoryview(bytes(10 ** 7))\nprint(1, flush=True)\nwhile True: a == b",
	"quoted-printable":      "import binascii\nb = bytes(10 ** 8)\nprint(1, flush=True)\nbinascii.b2a_qp(b)",
	"a hash as long as one": "import hashlib\nprint(1, flush=True)\nwhile True: hashlib.shake_128(b'').digest(1 << 28)",
}

// begun runs a program, which has printed something when this returns.
func begun(source string) (lang.Instance, <-chan lang.Outcome) {
	in := python.New().Prepare()
	began, done := make(chan struct{}, 1), make(chan lang.Outcome, 1)
	go func() {
		done <- in.Run(&lang.Program{Name: "main.py", Code: source, Dir: "/"}, &lang.Host{Stdout: signalling(began), Stderr: &bytes.Buffer{}})
	}()
	<-began
	return in, done
}

// atOnce is how long a program may take to end: a second, and on a machine that is slow or
// has other work, or under the race detector, four times what a tenth of one of the calls takes.
func atOnce(t *testing.T) time.Duration {
	t.Helper()
	start := time.Now()
	if out, outcome := run("print(len(('\u03a3' * 2 * 10 ** 6).lower()))"); out != "2000000\n" {
		t.Fatalf("ended with %v: %.300q", outcome.Reason, out)
	}
	return max(time.Second, 4*time.Since(start))
}

func TestLongCallsEnd(t *testing.T) {
	limit := atOnce(t)
	for name, source := range longCalls {
		t.Run(name, func(t *testing.T) {
			in, done := begun(source)
			in.Interrupt()
			start := time.Now()
			outcome := <-done
			if took := time.Since(start); took > limit || outcome.Reason != lang.Interrupted {
				t.Errorf("ended with %v, %v after the interrupt", outcome.Reason, took)
			}
		})
	}
}

// greatTexts are single calls that make some hundred MiB of few and long parts, all of which
// was made before an Interrupt was noticed: enough to lose a worker.
var greatTexts = map[string]string{
	"translate":   "s, d = 'x' * 4000, {120: 'y' * 10 ** 5}\nprint(1, flush=True)\nwhile True: s.translate(d)",
	"percent":     "s, a = '%s' * 4000, ('y' * 10 ** 5,) * 4000\nprint(1, flush=True)\nwhile True: s % a",
	"format":      "s, a = '{}' * 4000, ('y' * 10 ** 5,) * 4000\nprint(1, flush=True)\nwhile True: s.format(*a)",
	"bytes.join":  "a = (b'y' * 10 ** 5,) * 4000\nprint(1, flush=True)\nwhile True: b''.join(a)",
	"text's join": "a = ('y' * 10 ** 5,) * 4000\nprint(1, flush=True)\nwhile True: ''.join(a)",
}

func TestGreatTextsEnd(t *testing.T) {
	for name, source := range greatTexts {
		t.Run(name, func(t *testing.T) {
			in, done := begun(source)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			in.Interrupt()
			outcome := <-done
			runtime.ReadMemStats(&after)
			if made := after.TotalAlloc - before.TotalAlloc; made > 450<<20 || outcome.Reason != lang.Interrupted {
				t.Errorf("ended with %v, %d MiB after the interrupt", outcome.Reason, made>>20)
			}
		})
	}
}

// signalling tells of the first thing that is written.
type signalling chan struct{}

func (s signalling) Write(p []byte) (int, error) {
	select {
	case s <- struct{}{}:
	default:
	}
	return len(p), nil
}

// shrinking tries slices whose bounds take away what is sliced.
const shrinking = `
import array
class Index:
    def __init__(self, x): self.x = x
    def __index__(self):
        while len(self.x): self.x.pop()
        return 50
def attempt(source):
    for x in array.array("i", range(100)), bytearray(100):
        try: exec(source, {"x": x, "i": Index(x), "Index": Index})
        except Exception: pass
for source in SOURCES: attempt(source)
print("alive")
`

func TestBoundsThatChangeTheLength(t *testing.T) {
	sources := `["x[i:]", "x[90:i:-1]", "x[i:90] = x[:5]", "x[i:90:2] = x[:20]", "del x[i:]", "del x[90:i:-2]", "memoryview(x)[i:].tolist()",
 "x.tofile(type('W', (), {'write': property(lambda s: (Index(x).__index__(), len)[1])})())", "memoryview(x).hex(':', i)"]`
	out, outcome := run("SOURCES = " + sources + shrinking)
	if out != "alive\n" {
		t.Errorf("ended with %v: %.300q", outcome.Reason, out)
	}
}

// shortened tries views of a BytesIO while it is made shorter: those of no variable, which it
// doesn't know of.
const shortened = `
import io
class Index:
    def __init__(self, b): self.b = b
    def __index__(self):
        self.b.truncate(0)
        return 0
other = memoryview(bytearray(100))
for source in SOURCES:
    b = io.BytesIO(bytes(100))
    views = [b.getbuffer()]
    views.append(views[0].cast("B", (10, 10)))
    source = source.replace("w[", "views[1][") if "w[" in source else source.replace("v", "views[0]")
    try: exec(source, {"views": views, "i": Index(b), "other": other, "b": b})
    except ValueError as e: pass
    else: print("no error of", source)
print("alive")
`

func TestViewsOfWhatIsMadeShorter(t *testing.T) {
	sources := `["v[i]", "v[i:50]", "v[50] = i", "v[i:50] = v[50:]", "other[i:] = v", "other[i:50] = v[::2]", "w[9, i]", "w[9, i] = 1", "w[9, 9] = i", "w[i:]", "v.hex(':', i)"]`
	out, outcome := run("SOURCES = " + sources + shortened)
	if out != "alive\n" {
		t.Errorf("ended with %v: %.300q", outcome.Reason, out)
	}
}

func TestLongFloats(t *testing.T) {
	out, _ := run(`
print(float("1." + "0" * 3000 + "1"), float("0" * 3000 + "." + "0" * 3000 + "8e3001"), float("9" * 3000 + "e-3000"), float("-" + "0" * 2500))
print(float("2." + "0" * 15 + "2220446049250313080847263336181640625" + "0" * 3000 + "1"))
try: int.from_bytes(bytes([255]) * 10 ** 8, "little")
except MemoryError: print("refused")
`)
	if want := "1.0 8.0 1.0 -0.0\n2.0000000000000004\nrefused\n"; out != want {
		t.Errorf("printed %q, want %q", out, want)
	}
}
