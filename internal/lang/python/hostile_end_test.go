package python_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// immortal are programs that try to outlive an Interrupt. Each prints before it begins.
var immortal = map[string]string{
	"except":             "while True:\n    try:\n        while True: pass\n    except: pass",
	"except base":        "while True:\n    try:\n        while True: pass\n    except BaseException: continue",
	"finally":            "def f():\n    try:\n        while True: pass\n    finally:\n        while True: pass\nf()",
	"finally continue":   "while True:\n    try:\n        while True: pass\n    finally:\n        continue",
	"generator":          "def g():\n    while True:\n        try: yield\n        except: pass\nfor _ in g(): pass",
	"generator close":    "def g():\n    while True:\n        try: yield\n        finally:\n            while True: pass\nx = g(); next(x); x.close()",
	"left generator":     "def g():\n    try: yield\n    finally:\n        while True: pass\nx = g(); next(x)",
	"with":               "class C:\n    def __enter__(self): pass\n    def __exit__(self, *a):\n        while True: pass\nwith C():\n    1 / 0",
	"del":                "class C:\n    def __del__(self):\n        while True: pass\nc = C(); del c\nwhile True: pass",
	"sort key":           "def k(x):\n    while True:\n        try:\n            while True: pass\n        except: pass\nsorted([1, 2], key=k)",
	"comparison":         "class C:\n    def __lt__(self, o):\n        while True: pass\nsorted([C(), C()])",
	"hash":               "class C:\n    def __hash__(self):\n        while True: pass\n{C()}",
	"pow":                "x = 3\nwhile True: x = x ** 3 % 7 ** 100000",
	"huge pow":           "try: 7 ** 77777777\nexcept MemoryError: pass\nwhile True: pass",
	"modular pow":        "pow(3, 1 << 300000, (1 << 300000) - 1)\nwhile True: pass",
	"divide":             "a = 7 ** 2000000\nwhile True: a // (a >> 3000000)",
	"number text":        "import sys\nsys.set_int_max_str_digits(0)\nx = 7 ** 3000000\nwhile True: len(str(x))",
	"sum":                "sum(range(10 ** 12))",
	"max":                "max(range(10 ** 12))",
	"in":                 "-0.5 in range(10 ** 12)",
	"count":              "range(10 ** 12).count(0.5)",
	"calls":              "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(100)",
	"any":                "any(0 for _ in iter(int, 1))",
	"list iter":          "for _ in iter(int, 1): pass",
	"all iter":           "all(iter(lambda: 1, 0))",
	"zip":                "import itertools\nfor _ in zip(itertools.count(), itertools.repeat(1)): pass",
	"itertools":          "import itertools, collections\ncollections.deque(itertools.count(), maxlen=0)",
	"islice":             "import itertools\nnext(itertools.islice(itertools.count(), 10 ** 15, None))",
	"cycle":              "import itertools\nset(itertools.cycle('ab'))",
	"filter":             "import itertools\nnext(filter(None, itertools.repeat(0)))",
	"dropwhile":          "import itertools\nnext(itertools.dropwhile(lambda x: True, itertools.count()))",
	"combinations":       "import itertools\nsum(1 for _ in itertools.permutations(range(20)))",
	"find":               "s = 'a' * 10 ** 7\nwhile True: s.find('a' * 1000 + 'b')",
	"replace":            "s = 'a' * 10 ** 6\nwhile True: s.replace('a', 'bb')",
	"split":              "s = 'a,' * 10 ** 6\nwhile True: s.split(',')",
	"join":               "l = ['x'] * 10 ** 6\nwhile True: ''.join(l)",
	"repeat":             "while True: 'x' * 10 ** 7",
	"compare lists":      "a = [0.5] * 10 ** 6\nb = list(a)\nwhile True: a == b",
	"list count":         "a = [0.5] * 10 ** 6\nwhile True: a.count(1.5)",
	"set":                "a = set(range(10 ** 6))\nwhile True: a & a",
	"dict":               "a = dict.fromkeys(range(10 ** 6))\nwhile True: dict(a)",
	"sort":               "import random\na = [random.random() for _ in range(10 ** 5)]\nwhile True: sorted(a)",
	"format":             "while True: '%1000000d' % 1",
	"translate":          "s = 'abc' * 10 ** 6\nwhile True: s.translate({97: 'xyz'})",
	"regexp":             "import re\nre.match(r'(a|aa)+$', 'a' * 64 + 'b')\nre.match(r'(?=(a+)+b)(a+)+\\1$', 'a' * 40 + 'c')\nwhile True: pass",
	"regexp backtrack":   "import re\nre.match(r'(.*)*\\1x', 'ab' * 30)\nre.match(r'(a*)*(?!b)c', 'a' * 60)\nwhile True: pass",
	"regexp long":        "import re\ns = 'ab' * 10 ** 6\nwhile True: re.sub('a', 'b', s)",
	"deepcopy":           "import copy\na = list(range(10 ** 5))\nwhile True: copy.deepcopy(a)",
	"json":               "import json\na = [1] * 10 ** 6\nwhile True: json.dumps(a)",
	"json text":          "import json\ns = '[' + '1,' * 10 ** 6 + '1]'\nwhile True: json.loads(s)",
	"math":               "import math\nmath.factorial(10 ** 6)\nwhile True: pass",
	"comb":               "import math\nmath.comb(10 ** 6, 5 * 10 ** 5)\nwhile True: pass",
	"isqrt":              "import math\nx = 7 ** 2000000\nwhile True: math.isqrt(x)",
	"gcd":                "import math\na, b = 7 ** 500000, 3 ** 900000\nwhile True: math.gcd(a, b)",
	"eval":               "while True:\n    try: eval('1 + ' * 5000 + '1')\n    except: pass",
	"compile":            "s = 'x = 1\\n' * 10 ** 5\nwhile True: compile(s, 'f', 'exec')",
	"exec":               "exec('while True:\\n try:\\n  while True: pass\\n except: pass')",
	"getattr":            "class C:\n    def __getattr__(self, n):\n        while True: pass\nC().x",
	"repr":               "a = list(range(10 ** 6))\nwhile True: repr(a)",
	"sleep":              "import time\nwhile True:\n    try: time.sleep(100)\n    except: pass",
	"asyncio":            "import asyncio\nasync def main():\n    while True:\n        try: await asyncio.sleep(0)\n        except: pass\nasyncio.run(main())",
	"asyncio sleep":      "import asyncio\nasync def main():\n    while True:\n        try: await asyncio.sleep(1000)\n        except BaseException: pass\nasyncio.run(main())",
	"asyncio cancel":     "import asyncio\nasync def f():\n    while True:\n        try: await asyncio.sleep(0)\n        except BaseException: pass\nasync def main():\n    t = asyncio.create_task(f())\n    await asyncio.sleep(0)\n    while True:\n        t.cancel()\n        await asyncio.sleep(0)\nasyncio.run(main())",
	"import":             "import sys\nsys.modules.clear()\nwhile True:\n    try: import random\n    except: pass",
	"recursion":          "import sys\nsys.setrecursionlimit(100000)\ndef f(n):\n    try: f(n + 1)\n    except: f(n + 1)\n    finally: f(n + 1)\nf(0)\nwhile True: pass",
	"many generators":    "def g(n):\n    yield n\n    yield from g(n + 1)\nwhile True:\n    try:\n        for _ in g(0): pass\n    except RecursionError: pass",
	"excepthook":         "import sys\ndef h(*a):\n    while True: pass\nsys.excepthook = h\n1 / 0",
	"settrace":           "import sys\ndef t(*a):\n    while True: pass\nsys.settrace(t)\ndef f(): pass\nf()",
	"settrace catches":   "import sys\ndef t(f, e, a):\n    try:\n        while e == 'exception': pass\n    except BaseException: pass\n    sys.settrace(t)\n    return t\nsys.settrace(t)\ndef f():\n    while True:\n        try: 1 / 0\n        except BaseException: pass\nf()",
	"setprofile":         "import sys\ndef t(f, e, a):\n    while e == 'c_call': pass\nsys.setprofile(t)\nwhile True:\n    try: len(1)\n    except BaseException: pass",
	"unraisablehook":     "import sys\ndef h(*a):\n    while True: pass\nsys.unraisablehook = h\nclass C:\n    def __del__(self): 1 / 0\nc = C(); del c\nwhile True: pass",
	"output":             "import sys\nclass W:\n    def write(self, s):\n        while True: pass\nprint('x', file=W())",
	"decode":             "b = b'\\xff' * 10 ** 6\nwhile True: b.decode('utf-8', 'replace')",
	"int text":           "import sys\nsys.set_int_max_str_digits(0)\ns = '7' * 3 * 10 ** 6\nwhile True: int(s)",
	"lru_cache":          "import functools\n@functools.lru_cache\ndef f(n): return f(n + 1)\nwhile True:\n    try: f(0)\n    except RecursionError: pass",
	"reduce":             "import functools, itertools\nfunctools.reduce(lambda a, b: b, itertools.count())",
	"heapq":              "import heapq, itertools\nheapq.nlargest(2, itertools.count())",
	"product":            "import itertools\nfor _ in itertools.product(range(1000), repeat=10): pass",
	"bytes":              "b = bytearray(10 ** 7)\nwhile True: b.count(1) + len(b.hex())",
	"slices":             "a = list(range(10 ** 6))\nwhile True: a[::-1]",
	"random":             "import random\na = list(range(10 ** 5))\nwhile True: random.shuffle(a)",
	"statement nest":     "while True:\n    try: exec('(' * 150 + ')' * 150)\n    except: pass",
	"unpack":             "import itertools\na, b = itertools.filterfalse(lambda x: True, itertools.count())",
	"dict update":        "def g():\n    while True: yield 1, 2\ndict(g())",
	"bytes of generator": "def g():\n    while True:\n        for i in range(1000): pass\n        if 0: yield 1\nbytes(g())",
}

// grace is generous: the machine may be busy.
const grace = 5 * time.Second

// A signalled writer says when the program has written.
type signalled struct {
	bytes.Buffer
	ready chan struct{}
}

func (s *signalled) Write(p []byte) (int, error) {
	select {
	case <-s.ready:
	default:
		close(s.ready)
	}
	return len(p), nil
}

// TestImmortalPrograms interrupts programs that catch all that can be caught.
func TestImmortalPrograms(t *testing.T) {
	runtime := python.New()
	for name, source := range immortal {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			instance := runtime.Prepare()
			stdout, stderr := &signalled{ready: make(chan struct{})}, &bytes.Buffer{}
			ended := make(chan lang.Outcome, 1)
			go func() {
				p := &lang.Program{Name: "main.py", Code: "print('ready', flush=True)\n" + source, Dir: "/", Env: map[string]string{}}
				ended <- instance.Run(p, &lang.Host{Stdout: stdout, Stderr: stderr})
			}()
			<-stdout.ready
			late := time.AfterFunc(30*time.Millisecond, instance.Interrupt)
			defer late.Stop()
			select {
			case out := <-ended:
				if out.Reason != lang.Interrupted || stderr.Len() > 0 {
					t.Errorf("ended with reason %d, %+v, stderr %.500s", out.Reason, out.Err, stderr.String())
				}
			case <-time.After(grace):
				t.Error("runs still")
			}
		})
	}
}

// recursive are programs that recur without an end in ways of their own. Each is to raise a
// RecursionError, which it catches, or to end well.
var recursive = map[string]string{
	"function":      "def f(): f()\nf()",
	"lambda":        "f = lambda: f()\nf()",
	"method":        "class C:\n    def m(self): self.m()\nC().m()",
	"getattr":       "class C:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nC().a",
	"getattribute":  "class C:\n    def __getattribute__(self, n): return self.x\nC().a",
	"property":      "class C:\n    @property\n    def p(self): return self.p\nC().p",
	"setattr":       "class C:\n    def __setattr__(self, n, v): self.x = v\nC().a = 1",
	"eq":            "class C:\n    def __eq__(self, o): return o == self\nC() == C()",
	"lt":            "class C:\n    def __lt__(self, o): return self < o\nC() < C()",
	"hash":          "class C:\n    def __hash__(self): return hash(self)\nhash(C())",
	"repr":          "class C:\n    def __repr__(self): return repr(self)\nrepr(C())",
	"str":           "class C:\n    def __str__(self): return str(self)\nstr(C())",
	"format":        "class C:\n    def __format__(self, s): return format(self, s)\nf'{C()}'",
	"bool":          "class C:\n    def __bool__(self): return bool(self)\nif C(): pass",
	"len":           "class C:\n    def __len__(self): return len(self)\nlen(C())",
	"iter":          "class C:\n    def __iter__(self): return iter(self)\niter(C())",
	"next":          "class C:\n    def __iter__(self): return self\n    def __next__(self): return next(self)\nnext(C())",
	"call":          "class C:\n    def __call__(self): return self()\nC()()",
	"add":           "class C:\n    def __add__(self, o): return self + o\nC() + 1",
	"getitem":       "class C:\n    def __getitem__(self, i): return self[i]\nC()[0]",
	"contains":      "class C:\n    def __contains__(self, i): return i in self\n1 in C()",
	"index":         "class C:\n    def __index__(self): return [0][self]\n[0][C()]",
	"enter":         "class C:\n    def __enter__(self):\n        with self: pass\n    def __exit__(self, *a): pass\nwith C(): pass",
	"new":           "class C:\n    def __new__(cls): return cls()\nC()",
	"init":          "class C:\n    def __init__(self): C()\nC()",
	"subclass":      "class C:\n    def __init_subclass__(cls): type('D', (cls,), {})\nclass D(C): pass",
	"generator":     "def g():\n    yield from g()\nlist(g())",
	"generators":    "def g(n):\n    for x in g(n + 1): yield x\nnext(g(0))",
	"chain":         "g = iter([1])\nfor _ in range(100000): g = (x for x in g)\nlist(g)",
	"maps":          "g = iter([1])\nfor _ in range(100000): g = map(int, g)\nlist(g)",
	"itertools":     "import itertools\ng = iter([1])\nfor _ in range(100000): g = itertools.chain(g)\nlist(g)",
	"async":         "import asyncio\nasync def f(): await f()\nasyncio.run(f())",
	"nested repr":   "a = []\nfor _ in range(100000): a = [a]\nrepr(a)",
	"nested dict":   "a = {}\nfor _ in range(100000): a = {1: a}\nstr(a)",
	"nested tuple":  "a = ()\nfor _ in range(100000): a = (a,)\nhash(a)",
	"nested eq":     "a, b = [], []\nfor _ in range(100000): a, b = [a], [b]\na == b",
	"nested lt":     "a, b = (), ()\nfor _ in range(100000): a, b = (a,), (b,)\na < b",
	"deepcopy":      "import copy\na = []\nfor _ in range(100000): a = [a]\ncopy.deepcopy(a)",
	"json":          "import json\na = []\nfor _ in range(100000): a = [a]\njson.dumps(a)",
	"json text":     "import json\njson.loads('[' * 100000)",
	"cause":         "e = None\nfor _ in range(20000):\n    n = ValueError()\n    n.__cause__ = e\n    e = n\nimport traceback\nlen(traceback.format_exception(e))",
	"context":       "def f(n):\n    try: raise ValueError\n    except ValueError:\n        if n: f(n - 1)\n        else: raise\nf(10 ** 6)",
	"eval":          "eval('(' * 10000 + ')' * 10000)",
	"unary":         "eval('-' * 100000 + '1')",
	"attributes":    "eval('a' + '.b' * 100000, {'a': 1})",
	"additions":     "eval('1' + '+1' * 100000)",
	"not":           "eval('not ' * 100000 + '1')",
	"lambdas":       "eval('lambda: ' * 100000 + '1')",
	"fstring":       "eval(\"f'{\" * 500)",
	"ifs":           "exec('if 1:\\n' + ''.join(' ' * i + 'if 1:\\n' for i in range(1, 2000)) + ' ' * 2000 + 'pass')",
	"eval chain":    "s = 'eval(s)'\neval(s)",
	"exec chain":    "s = 'exec(s)'\nexec(s)",
	"class chain":   "class C: pass\nfor _ in range(1000): C = type('C', (C,), {})\nC().missing",
	"partial":       "import functools\nf = int\nfor _ in range(100000): f = functools.partial(f)\nf()",
	"wraps":         "def f(): return 1\nfor _ in range(100000): f = (lambda g: lambda: g())(f)\nf()",
	"bound":         "class C:\n    def __get__(self, o, t): return self.__get__(o, t)\nclass D:\n    c = C()\nD().c",
	"isinstance":    "t = int\nfor _ in range(100000): t = (t,)\nisinstance('', t)",
	"except":        "t = KeyError\nfor _ in range(100000): t = (t,)\ntry: 1 / 0\nexcept t: pass",
	"group":         "e = ValueError()\nfor _ in range(10000): e = ExceptionGroup('', [e])\ne.split(KeyError)",
	"group raised":  "e = ValueError()\nfor _ in range(5000): e = ExceptionGroup('', [e])\ntry: raise e\nexcept* KeyError: pass",
	"alias":         "t = list[int]\nfor _ in range(100000): t = list[t]\nrepr(t)",
	"regexp":        "import re\nre.compile('(' * 10000 + ')' * 10000)",
	"format spec":   "'{:' * 10000",
	"format nest":   "('{0:{0:{0}}}' * 2).format(1)",
	"sort":          "def k(x): return sorted([x], key=k)\nk(1)",
	"str join":      "class L(list):\n    def __iter__(self): return iter(''.join(self))\n''.join(L('a'))",
	"del":           "class C:\n    def __del__(self): C()\nC()",
	"import":        "import sys\ndef f(): __import__('random'); f()\nf()",
	"metaclass":     "class M(type):\n    def __call__(c): return c()\nclass C(metaclass=M): pass\nC()",
	"instancecheck": "class M(type):\n    def __instancecheck__(c, x): return isinstance(x, c)\nclass C(metaclass=M): pass\nisinstance(1, C)",
	"userdict":      "class D(dict):\n    def __missing__(self, k): return self[k + 1]\nD()[0]",
	"limit":         "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(): f()\nf()",
	"limit native":  "import sys\nsys.setrecursionlimit(10 ** 6)\nclass C:\n    def __repr__(self): return repr([self])\nrepr(C())",
}

// TestRecursivePrograms runs them: none may crash or hang.
func TestRecursivePrograms(t *testing.T) {
	runtime := python.New()
	for name, source := range recursive {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code := "try:\n    " + strings.ReplaceAll(source, "\n", "\n    ") + "\nexcept (RecursionError, MemoryError, SyntaxError, AttributeError, TypeError, OverflowError, ValueError, ExceptionGroup) as e: pass\nprint('over')"
			instance := runtime.Prepare()
			timer := time.AfterFunc(2*grace, instance.Interrupt)
			defer timer.Stop()
			var stdout, stderr bytes.Buffer
			out := instance.Run(&lang.Program{Name: "main.py", Code: code, Dir: "/", Env: map[string]string{}}, &lang.Host{Stdout: &stdout, Stderr: &stderr})
			if out.Reason != lang.Exited || !strings.Contains(stdout.String(), "over") {
				t.Errorf("ended with reason %d, stderr %.500s", out.Reason, stderr.String())
			}
		})
	}
}
