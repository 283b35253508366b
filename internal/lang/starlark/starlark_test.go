package starlark_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/starlark"
)

// run gives everything a run leaves.
func run(r *starlark.Runtime, p lang.Program) (out lang.Outcome, stdout, stderr string) {
	var o, e bytes.Buffer
	if p.Name == "" {
		p.Name = "main.star"
	}
	out = r.Prepare().Run(&p, &lang.Host{Stdout: &o, Stderr: &e})
	return out, o.String(), e.String()
}

func TestPrograms(t *testing.T) {
	for _, test := range []struct {
		name, code, want string
		files            map[string]string
		exit             int
	}{
		{name: "print", code: `print("a", 1, None, sep = "-"); print(); print(b"\xf0\x9f")`, want: "a-1-None\n\n\xf0\x9f\n"},
		{name: "literals", code: `print(["a", (1,), (), {"k": 1.5}, set([2])], str("s"), repr("s"), str(b"x"))`,
			want: `["a", (1,), (), {"k": 1.5}, set([2])] s "s" x` + "\n"},
		{name: "cyclic list", code: `l = [1]; l.append(l); print(l)`, want: "[1, [...]]\n"},
		{name: "shared list", code: `l = [1]; print([l, l])`, want: "[[1], [1]]\n"},
		{name: "cyclic dict", code: `d = {}; d[1] = d; print(d)`, want: "{1: {...}}\n"},
		{name: "struct", code: `s = struct(b = 1, a = "x"); print(s, s.a, s == struct(a = "x", b = 1), s + struct(c = s))`,
			want: `struct(a = "x", b = 1) x True struct(a = "x", b = 1, c = struct(a = "x", b = 1))` + "\n"},
		{name: "json", code: `print(json.encode({"b": [1, None], "a": struct(x = True)}), json.decode('{"a": ["[", "\\"{"]}'))`,
			want: `{"a":{"x":true},"b":[1,null]} {"a": ["[", "\"{"]}` + "\n"},
		{name: "math and module", code: `m = module("m", x = math.sqrt(4)); print(m, m.x)`, want: "<module \"m\"> 2.0\n"},
		{name: "time", code: `print(time.now() > time.from_timestamp(1700000000), time.second * 2)`, want: "True 2s\n"},
		{name: "sleep", code: `sleep(0); sleep(0.001); sleep(time.nanosecond); print("awake")`, want: "awake\n"},
		{name: "exit at once", code: `exit()`},
		{name: "exit masked", code: `exit(256 + 3)`, exit: 3},
		{name: "exit negative", code: `exit(-1)`, exit: 255},
		{name: "exit huge", code: `exit((1 << 100) + 4)`, exit: 4},
		{name: "exit in a file", code: `load("a.star", "x")`, files: map[string]string{"a.star": "exit(6)\nx = 1"}, exit: 6},
		{name: "loaded once", code: `load("a.star", "l"); load("b.star", "m"); print(l, m)`, want: "[1] [1]\n",
			files: map[string]string{"a.star": "print('once') if False else None\nl = [1]", "b.star": "load('//./a.star', 'l')\nm = l"}},
		// The engine's own freezing of a loaded file never ends on these.
		{name: "closure that refers to itself", code: `load("a.star", "f"); print(f()())`, want: "ok\n",
			files: map[string]string{"a.star": "def make():\n    def g():\n        return 'ok' if g else ''\n    return g\ndef f(): return x\nx = make()"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, stdout, stderr := run(starlark.New(starlark.Options{}), lang.Program{Code: test.code, Files: test.files})
			if out.Reason != lang.Exited || out.ExitCode != test.exit || stdout != test.want {
				t.Errorf("ended with %+v, %+v, stdout %q, stderr %q; want exit code %d, stdout %q", out, out.Err, stdout, stderr, test.exit, test.want)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		name  string
		code  string
		files map[string]string
		want  string // all of stderr
	}{
		{name: "traceback", code: "def f(x):\n    return x[9]\nsorted([[1]], key = f)\n", want: `Traceback (most recent call last):
  main.star:3:7: in <toplevel>
  main.star:2:13: in f
Error: list index 9 out of range [-1:0]
`},
		{name: "several", code: "print(x)\ny = 1\ny = 2\nz()\n", want: `main.star:1:7: Error: undefined: x
main.star:3:1: Error: cannot reassign global y declared at main.star:2:1
main.star:4:1: Error: undefined: z
`},
		{name: "in files", code: "load('a.star', 'x')", files: map[string]string{
			"a.star": "load('b.star', 'x')", "b.star": "def f(): fail('no', 1)\nf()\nx = 1"}, want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
  a.star:1:1: in <toplevel>
  b.star:2:2: in <toplevel>
  b.star:1:14: in f
Error: fail: no 1
`},
		{name: "syntax in a file", code: "load('a.star', 'x')", files: map[string]string{"a.star": "x ="}, want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
a.star:1:4: SyntaxError: got end of file, want primary expression
`},
		{name: "cycle", code: "load('a.star', 'x')", files: map[string]string{
			"a.star": "load('b.star', 'x')", "b.star": "load('a.star', 'x')"}, want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
  a.star:1:1: in <toplevel>
  b.star:1:1: in <toplevel>
Error: cannot load a.star: load cycle: main.star -> a.star -> b.star -> a.star
`},
		{name: "cycle through main", code: "load('main.star', 'x')", want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
Error: cannot load main.star: load cycle: main.star -> main.star
`},
		{name: "no such file", code: "load('./c.star', 'x')", files: map[string]string{"b.star": "", "a/a.star": ""}, want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
Error: cannot load ./c.star: no file c.star: there is a/a.star, b.star
`},
		{name: "no files", code: "load('../main.star', 'x')", want: `Traceback (most recent call last):
  main.star:1:1: in <toplevel>
Error: cannot load ../main.star: no file ../main.star: the program came without further files
`},
		{name: "recursion", code: "def f(): f()\nf()", want: `Traceback (most recent call last):
  main.star:2:2: in <toplevel>
  main.star:1:11: in f
  main.star:1:10: in f
Error: function f called recursively
`},
		{name: "while", code: "while True: pass", want: "main.star:1:1: Error: this Starlark dialect does not support while loops\n"},
		{name: "sleep", code: "sleep(-1)", want: "Traceback (most recent call last):\n  main.star:1:6: in <toplevel>\nError: sleep: got -1 seconds, want 0 or more\n"},
		{name: "sleep of nan", code: "sleep(float('nan'))", want: "Traceback (most recent call last):\n  main.star:1:6: in <toplevel>\nError: sleep: got NaN seconds, want 0 or more\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := starlark.New(starlark.Options{})
			out, _, stderr := run(r, lang.Program{Code: test.code, Files: test.files})
			if out.Reason != lang.UncaughtError || stderr != test.want {
				t.Errorf("ended with %+v, stderr\n%swant\n%s", out, stderr, test.want)
			}
		})
	}
}

// What is nested too deep would overflow the stack, which ends the whole process
// and this test with it.
func TestDeepValues(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(8 << 20))
	const nest = "def nest(v):\n    for i in range(200000): v = %s\n    return v\nv = nest([])\n"
	for _, test := range []struct{ name, value, code, stdout, err string }{
		{name: "printed tuple", value: "(v,)", code: "print(len(str(v)) < 10000, len(repr(v)) < 10000)\nprint(v)", stdout: "True True\n((((("},
		{name: "printed list", value: "[v]", code: "print(v)", stdout: "[[[[["},
		{name: "printed dict", value: "{1: v}", code: "print(v)", stdout: "{1: {1: "},
		{name: "printed struct", value: "struct(a = v)", code: "print(v); print('%s' % v)", stdout: "struct(a = struct("},
		{name: "failure", value: "(v,)", code: "fail(v)", err: "fail: (((("},
		{name: "encoded", value: "(v,)", code: "json.encode(v)", err: "json.encode: value is cyclic or nested more than 500 deep"},
		{name: "encoded with indent", value: "{'a': v}", code: "json.encode_indent(v)", err: "json.encode_indent: value is cyclic"},
		{name: "encoded struct", value: "struct(a = v)", code: "json.encode(v)", err: "json.encode: value is cyclic"},
		{name: "decoded", value: "v", code: "json.decode('[' * 1000000)", err: "json.decode: value is cyclic or nested"},
		{name: "struct in a cycle", value: "v", code: "v.append(struct(v = v)); print(v); print('%s' % v)", stdout: "[struct(v = [...])]\n[struct(v = "},
	} {
		t.Run(test.name, func(t *testing.T) {
			code := fmt.Sprintf(nest, test.value) + test.code
			r := starlark.New(starlark.Options{})
			out, stdout, _ := run(r, lang.Program{Code: code})
			if !strings.HasPrefix(stdout, test.stdout) {
				t.Errorf("stdout begins with %.100q; want %q", stdout, test.stdout)
			}
			switch {
			case test.err == "" && out.Reason != lang.Exited:
				t.Errorf("ended with %+v, %.300q", out, out.Err.Message)
			case test.err != "" && (out.Err == nil || !strings.Contains(out.Err.Message, test.err)):
				t.Errorf("ended with %+v, %+v; want %q", out, out.Err, test.err)
			}
		})
	}
}

func TestStackOverflowIsShort(t *testing.T) {
	// No function may call itself, so there is one for each level: of 3,000, 2,000 run.
	var code strings.Builder
	code.WriteString("def f0(x): return x\n")
	for i := range 3000 {
		fmt.Fprintf(&code, "def f%d(x): return f%d(x)\n", i+1, i)
	}
	code.WriteString("f3000(1)\n")
	r := starlark.New(starlark.Options{})
	out, _, stderr := run(r, lang.Program{Code: code.String()})
	if out.Reason != lang.StackOverflow || out.Err.File != "main.star" || out.Err.Line < 1 || out.Err.Line > 1001 {
		t.Errorf("ended with %+v, %+v", out, out.Err)
	}
	if lines := strings.Count(stderr, "\n"); lines > 50 || !strings.Contains(stderr, " more calls ...\n") {
		t.Errorf("stderr has %d lines:\n%s", lines, stderr)
	}
}

func TestLongMessageIsCut(t *testing.T) {
	out, _, stderr := run(starlark.New(starlark.Options{}), lang.Program{Code: "fail('x' * 1000000)"})
	if out.Reason != lang.UncaughtError || len(out.Err.Message) > 10_000 || len(stderr) > 20_000 {
		t.Errorf("ended with %+v, a message of %d bytes, stderr of %d", out, len(out.Err.Message), len(stderr))
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("the engine\nis broken") }

func TestPanicIsACrash(t *testing.T) {
	var stderr bytes.Buffer
	p := &lang.Program{Name: "main.star", Code: "print(1)"}
	out := starlark.New(starlark.Options{}).Prepare().Run(p, &lang.Host{Stdout: panicking{}, Stderr: &stderr})
	if out.Reason != lang.Crashed || out.ExitCode != 1 || out.Err == nil || out.Err.Message != "internal error: the engine" {
		t.Errorf("ended with %+v, %+v", out, out.Err)
	}
	if want := "internal error: the engine\nis broken\n"; stderr.String() != want {
		t.Errorf("stderr is %q; want %q", &stderr, want)
	}
}

func BenchmarkRun(b *testing.B) {
	r := starlark.New(starlark.Options{})
	p := &lang.Program{Name: "main.star", Code: "print(1+1)"}
	h := &lang.Host{Stdout: io.Discard, Stderr: io.Discard}
	b.ReportAllocs()
	for b.Loop() {
		if out := r.Prepare().Run(p, h); out.Reason != lang.Exited {
			b.Fatal(out)
		}
	}
}

func BenchmarkRunCold(b *testing.B) {
	h := &lang.Host{Stdout: io.Discard, Stderr: io.Discard}
	p := &lang.Program{Name: "main.star", Code: "print(1+1)"}
	r := starlark.New(starlark.Options{CacheBytes: 1})
	b.ReportAllocs()
	for b.Loop() {
		if out := r.Prepare().Run(p, h); out.Reason != lang.Exited {
			b.Fatal(out)
		}
	}
}

func BenchmarkLoop(b *testing.B) {
	h := &lang.Host{Stdout: io.Discard, Stderr: io.Discard}
	p := &lang.Program{Name: "main.star", Code: "def f():\n    n = 0\n    for i in range(1000000): n += i\nf()\n"}
	r := starlark.New(starlark.Options{})
	for b.Loop() {
		if out := r.Prepare().Run(p, h); out.Reason != lang.Exited {
			b.Fatal(out)
		}
	}
}
