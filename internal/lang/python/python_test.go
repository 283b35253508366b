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
				Line: 3, Column: 14, Message: "floored division by zero",
			},
			SyntaxError: langtest.Failure{
				Sources: langtest.Sources{Code: "import sys, os\nprint('before')\nx = = 1\n"},
				Line:    3, Column: 5, Message: "got '='",
			},
			LoadFile: langtest.Sources{
				Code:  "load('lib/greet.py', 'greet')\nprint(greet())\n",
				Files: map[string]string{"lib/greet.py": "import sys\ndef greet(): return 'from a file'"},
			},
			LoadError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "load('lib/bad.py', 'bad')\nbad()\n",
					Files: map[string]string{"lib/bad.py": "def bad():\n    return {}['key']\n"},
				},
				File: "lib/bad.py", Line: 2, Column: 14, Message: "key",
			},
			LoadSyntaxError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "load('bad.py', 'bad')\n",
					Files: map[string]string{"bad.py": "import time\ny = (\n"},
				},
				File: "bad.py", Line: 3, Column: 1, Message: "end of file",
			},
			MissingFile: langtest.Failure{
				Sources: langtest.Sources{Code: "load('absent.py', 'x')\n"},
				Line:    1, Column: 1, Message: "absent.py",
			},
			BusyLoop: `
print("ready")
while True:
    pass
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
import fs
fs.write_file("/data/out", fs.read_file("/data/in"))
for name in fs.read_dir("/data"):
    print(name)
print("over")
fs.read_file("/data/absent")
`,
			DeepRecursion: langtest.Sources{Code: "def f(n):\n    return f(n + 1) + 1\nf(0)\n"},
			Pollute: `
import sys, os
sys.argv.clear()
os.environ["KEY"] = "changed"
os.environ.clear()
args.append("more")
stdin.read()
print = 1
len = None
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
check(args == [], "args")
check(os.environ == {}, "environ")
check(json.encode([1]) == "[1]", "json")
print("pristine")
`,
			InvalidError: `fail(b"first \xff\nsecond \xff")`,
		},
	})
}
