package python_test

import (
	"bytes"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// deep are programs that nest what Go code walks, deeper than its stack would be.
var deep = map[string]string{
	"maps": `
x = iter([1])
for i in range(200000): x = map(int, x)
attempt(lambda: next(x))`,
	"methods of methods": `
x = len
for i in range(20000): x = Method(x, i)
attempt(lambda: x())`,
	"mapping proxies": `
import types
x = {}
for i in range(50000): x = types.MappingProxyType(x)
attempt(lambda: len(x))`,
	"class methods of class methods": `
x = len
for i in range(20000): x = classmethod(x)
class A: pass
A.x = x
attempt(lambda: A.x())`,
	"generators waiting for generators": `
def g(x): yield from x
x = iter([1])
for i in range(20000): x = g(x)
attempt(lambda: next(x))`,
	"tuples hashed": `
x = ()
for i in range(100000): x = (x,)
attempt(lambda: hash(x))`,
	"a module's name with dots": `attempt(lambda: __import__("a." * 100000 + "a"))`,
}

const deepStart = `
import sys
sys.setrecursionlimit(200000)
class A:
    def f(self): pass
Method = type(A().f)
def attempt(f):
    try: f()
    except RecursionError: print("RecursionError")
    else: print("nothing")
`

func TestDeepData(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(32 << 20))
	for name, source := range deep {
		t.Run(name, func(t *testing.T) {
			out, outcome := run(deepStart + source)
			if out != "RecursionError\n" || outcome.Reason != lang.Exited {
				t.Errorf("printed %.200q and ended with %v; want a RecursionError", out, outcome.Reason)
			}
		})
	}
}

func run(source string) (string, lang.Outcome) {
	var out bytes.Buffer
	p := &lang.Program{Name: "main.py", Code: source, Dir: "/"}
	outcome := python.New().Prepare().Run(p, &lang.Host{Stdout: &out, Stderr: &out})
	return out.String(), outcome
}

// endless are programs that don't end, and that catch all that they can.
var endless = map[string]string{
	"calls without a loop":             "def f(n): return f(n - 1) or f(n - 1) if n else 0\nf(900)",
	"finally that calls":               "def f(n):\n try: f(n + 1)\n finally: f(n + 1)\nf(0)",
	"in an endless iterator":           "import itertools\n2 in itertools.repeat(1)",
	"in an endless call iterator":      "2 in iter(int, 1)",
	"equal lists that share":           "a = []; b = []\nfor i in range(100): a = [a, a]; b = [b, b]\na == b",
	"the hash of a tuple that shares":  "a = ()\nfor i in range(100): a = (a, a)\nhash(a)",
	"the repr of a list that shares":   "a = []\nfor i in range(100): a = [a, a]\nrepr(a)",
	"isinstance of a tuple":            "a = int\nfor i in range(100): a = (a, a)\nisinstance('', a)",
	"a group that shares":              "e = ValueError()\nfor i in range(100): e = ExceptionGroup('a', [e, e])\ne.split(KeyError)",
	"splitting bytes":                  "b = bytes(10 ** 7)\nwhile True: b.split(b'\\0'); b.split(b'\\0')",
	"compile":                          "s = 'x = 1\\n' * 10 ** 6\ncompile(s, '', 'exec'); compile(s, '', 'exec')",
	"compile of an f-string":           "s = 'f\"' + '{a}' * 10 ** 6 + '\"'\ncompile(s, '', 'exec'); compile(s, '', 'exec')",
	"an exception in a loop":           "while True:\n try: 1 / 0\n except BaseException: pass",
	"suppress":                         "import contextlib\nwhile True:\n with contextlib.suppress(BaseException):\n  while True: pass",
	"hasattr":                          "class A:\n @property\n def x(self):\n  while True: pass\nwhile True: hasattr(A(), 'x'); getattr(A(), 'x', None)",
	"a generator's finally at the end": "def g():\n try: yield\n finally:\n  while True: pass\nx = g()\nnext(x)",
	"an exception's text":              "class E(Exception):\n def __str__(self):\n  while True: pass\nraise E",
	"a format":                         "s = '{}' * 10 ** 6\nx = ['a'] * 10 ** 6\nwhile True: s.format(*x); s.format(*x)",
	"atexit":                           "import atexit\ndef f(): atexit.register(f)\nf()",
}

func TestEndlessPrograms(t *testing.T) {
	for name, source := range endless {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := python.New().Prepare()
			done := make(chan lang.Outcome)
			var out bytes.Buffer
			go func() {
				done <- in.Run(&lang.Program{Name: "main.py", Code: source, Dir: "/"}, &lang.Host{Stdout: &out, Stderr: &out})
			}()
			timer := time.AfterFunc(50*time.Millisecond, in.Interrupt)
			defer timer.Stop()
			select {
			case outcome := <-done:
				if outcome.Reason != lang.Interrupted {
					t.Errorf("ended with %v: %.300s", outcome.Reason, out.String())
				}
			case <-time.After(10 * time.Second):
				t.Fatal("goes on after the interrupt")
			}
		})
	}
}

func TestManyWithItems(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(32 << 20))
	out, _ := run("with " + strings.Repeat("a,", 500_000) + "a: pass\n")
	if !strings.Contains(out, "SyntaxError: too many statically nested blocks") {
		t.Errorf("printed %.300q", out)
	}
}

func TestLongDottedName(t *testing.T) {
	start := time.Now()
	run("if 0: import a" + strings.Repeat(".a", 1_000_000) + "\n")
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("a name with a million dots took %v", took)
	}
}

// apart changes what it can of what an execution has, and says what it finds changed.
const apart = `
import sys, json, re, functools, collections, itertools, math, operator, datetime, random, enum, dataclasses, typing, copy, string
found = []
mods = [json, re, functools, collections, enum, dataclasses, typing, copy, string]
for m in list(sys.modules.values()):
    if hasattr(m, "left_here"): found.append(m.__name__)
for m in mods:
    for name, v in list(vars(m).items()):
        if hasattr(v, "left_here") or isinstance(v, (dict, list, set)) and "left_here" in v: found.append(name)
for m in mods:
    for name, v in list(vars(m).items()):
        try: v.left_here = 1
        except (AttributeError, TypeError): pass
        if isinstance(v, dict): v["left_here"] = 1
        elif isinstance(v, list): v.append("left_here")
    m.left_here = 1
def f(x=[], *, k={}):
    x.append(1); k[1] = 1
    return len(x), len(k)
if f() != (1, 1): found.append("defaults")
f.left_here = 1
class A: pass
if hasattr(A, "left_here"): found.append("A")
A.left_here = 1
@functools.lru_cache
def g(x): return [x]
g(1).append(2)
if g(1) != [1, 2]: found.append("cache")
json.loads(json.dumps({"a": [1, 2.5, "x"]})); re.sub("(a)(b)?", r"\1", "ab"); "%s {}".format(1); sorted([3, 1, 2], key=lambda x: -x)
print(sorted(set(found)))
`

func TestExecutionsAreApart(t *testing.T) {
	r := python.New()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 2 {
				var out bytes.Buffer
				r.Prepare().Run(&lang.Program{Name: "main.py", Code: apart, Dir: "/"}, &lang.Host{Stdout: &out, Stderr: &out})
				if out.String() != "[]\n" {
					t.Errorf("one execution finds what another left: %.600s", out.String())
				}
			}
		})
	}
	group.Wait()
}

// huge are calls that ask for more memory than there can be.
var huge = []string{
	`"x" * 10 ** 12`, `[0] * 10 ** 12`, `(0,) * 10 ** 12`, `bytearray(10 ** 12)`, `list(range(10 ** 12))`, `"%1000000000d" % 1`, `"%.1000000000f" % 1.5`,
	`format(1.5, ".1000000000f")`, `format(1, "1000000000")`, `"a".ljust(10 ** 12)`, `"a".zfill(10 ** 12)`, `("a" * 10 ** 5).replace("", "b" * 10 ** 5)`,
	`("a" * 10 ** 5).join(["b"] * 10 ** 5)`, `__import__("struct").unpack("100000000B", b"")`,
	`list(bytearray(1 << 26))`, `(*bytes(1 << 26), 1)`, `[].extend("x" * (1 << 26))`,
	`memoryview(bytearray(1 << 20)).cast("B", [1 << 20] + [1] * 62).tolist()`,
}

func TestHugeSizesAreRefused(t *testing.T) {
	for _, call := range huge {
		out, _ := run("try: " + call + "\nexcept MemoryError: print('refused')\n")
		if out != "refused\n" {
			t.Errorf("%s printed %.200q; want a MemoryError", call, out)
		}
	}
}
