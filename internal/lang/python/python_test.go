package python_test

import (
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang/langtest"
	"github.com/elide-dev/elided/internal/lang/python"
)

func TestConformance(t *testing.T) {
	langtest.Run(t, langtest.Language{
		Name:    "python",
		Runtime: python.New(),
		Ends:    []string{"SIGTERM", "SIGINT"},
		Place:   `File "%s", line %d`,
		Files:   hostfstest.Files,
		Programs: langtest.Programs{
			Comment:   "# nothing",
			Statement: "v%[1]d = %[1]d",
			Hello:     `print('Hello')`,
			Unicode:   `print("` + langtest.Text + `")`,
			Args: `
import sys
for a in sys.argv[1:]:
    print(a)
`,
			Env: `
import os
for k in sorted(os.environ):
    print(k, os.environ[k], sep="=")
`,
			Stdin: `
import sys
print(sys.stdin.read())
`,
			Apart: `
import sys
print("out 1")
print("err 1", file=sys.stderr)
sys.stdout.write("out 2\n")
sys.stderr.write("err 2\n")
`,
			ManyLines: `
i = 0
while i < 10000:
    print("line", i, end="\n", flush=True)
    i += 1
`,
			ExitCode: `
import sys
def leave(x):
    sys.exit(7)

print("before")
sorted([1, 2], key=leave)
print("after")
`,
			Uncaught: langtest.Failure{
				Sources: langtest.Sources{Code: `
def divide(a, b):
    return a // b

print("before")
divide(1, 0)
`},
				Line: 3, Column: 12, Message: "ZeroDivisionError: integer division or modulo by zero",
			},
			SyntaxError: langtest.Failure{
				Sources: langtest.Sources{Code: "import sys, os\nprint('before')\nx = = 1\n"},
				Line:    3, Column: 5, Message: "SyntaxError: invalid syntax",
			},
			LoadFile: langtest.Sources{
				Code:  "from lib.greet import greet\nimport lib.greet as again\nprint(greet() if again.greet is greet else 'twice')\n",
				Files: map[string]string{"lib/greet.py": "import sys\nfrom . import words\ndef greet(): return words.text", "lib/words.py": "text = 'from a file'"},
			},
			LoadError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "from lib.bad import bad\nbad()\n",
					Files: map[string]string{"lib/bad.py": "def bad():\n    return {}['key']\n"},
				},
				File: "lib/bad.py", Line: 2, Column: 12, Message: "KeyError: 'key'",
			},
			LoadSyntaxError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "import bad\n",
					Files: map[string]string{"bad.py": "import time\ny = (\n"},
				},
				File: "bad.py", Line: 2, Column: 5, Message: "SyntaxError: '(' was never closed",
			},
			MissingFile: langtest.Failure{
				Sources: langtest.Sources{Code: "import absent\n"},
				Line:    1, Column: 1, Message: "ModuleNotFoundError: No module named 'absent'",
			},
			BusyLoop: `
print("ready")
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
    finally:
        continue
print("after")
`,
			Sleep: `
import time
print("ready")
time.sleep(3600)
print("awake")
`,
			Flood: `
while True:
    print("line")
`,
			Files: `
import os
with open("/data/in", "rb") as source, open("/data/out", "wb") as target:
    target.write(source.read())
for name in sorted(os.listdir("/data")):
    print(name)
print("over")
open("/data/absent")
`,
			DeepRecursion: langtest.Sources{Code: "def f(n):\n    return f(n + 1) + 1\nf(0)\n"},
			Pollute: `
import sys, os
sys.argv.clear()
os.environ["KEY"] = "changed"
os.environ.clear()
sys.stdin.read()
sys.modules["json"] = None
sys.path.append("x")
sys.setrecursionlimit(100)
import builtins, math
builtins.leaked = 1
builtins.len = None
math.pi = 3
print = 1
sys = None
leaked = 1
`,
			Pristine: `
import sys, os
def check(ok, what):
    if not ok:
        print(what, "changed")
        sys.exit(1)

check(len(sys.argv) == 1, "argv")
check(dict(os.environ) == {}, "environ")
import builtins, json, math
check(json.dumps([1]) == "[1]", "json")
check(not hasattr(builtins, "leaked") and len([1]) == 1, "builtins")
check(math.pi > 3.14, "math")
check(sys.getrecursionlimit() == 1000, "recursion limit")
print("pristine")
`,
			InvalidError: `raise ValueError("first \udcff\nsecond \udcff")`,
			Handler: `
import signal, sys, time
def handle(number, frame):
    print("SIGTERM")
    sys.exit(5)

signal.signal(signal.SIGTERM, handle)
print("ready", flush=True)
while True:
    time.sleep(3600)
`,
		},
	})
}
