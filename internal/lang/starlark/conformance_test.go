package starlark_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang/langtest"
	"github.com/elide-dev/elided/internal/lang/starlark"
)

func TestConformance(t *testing.T) {
	langtest.Run(t, langtest.Language{
		Name:    "starlark",
		Runtime: starlark.New(starlark.Options{}),
		Files:   hostfstest.Files,
		Programs: langtest.Programs{
			Comment:   "# nothing",
			Statement: "v%[1]d = %[1]d",
			Hello:     `print("Hello")`,
			Unicode:   `print("` + langtest.Text + `")`,
			Args: `
for a in args:
    print(a)
`,
			Env: `
for k in sorted(env):
    print(k, env[k], sep = "=")
`,
			Stdin: `print(stdin.read())`,
			Apart: `
print("out 1")
eprint("err 1")
print("out 2")
eprint("err 2")
`,
			ManyLines: `
for i in range(10000):
    print("line", i)
`,
			ExitCode: `
def leave(x):
    exit(7)

print("before")
sorted([1, 2], key = leave)
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
				Sources: langtest.Sources{Code: "print('before')\nx = = 1\n"},
				Line:    2, Column: 5, Message: "got '='",
			},
			LoadFile: langtest.Sources{
				Code: `
load("lib/greet.star", "greet")
load("lib/greet.star", again = "greet")
print(greet(), again == greet and "file")
`,
				Files: map[string]string{
					"lib/greet.star": "load(':name.star', 'name')\nload('../top.star', 'a')\ndef greet(): return name + a",
					"lib/name.star":  "name = 'from'",
					"top.star":       "a = ' a'",
				},
			},
			LoadError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "load('lib/bad.star', 'bad')\nbad()\n",
					Files: map[string]string{"lib/bad.star": "def bad():\n    fail('broken')\n"},
				},
				File: "lib/bad.star", Line: 2, Column: 9, Message: "broken",
			},
			LoadSyntaxError: langtest.Failure{
				Sources: langtest.Sources{
					Code:  "load('bad.star', 'bad')\n",
					Files: map[string]string{"bad.star": "x = 1\ny = (\n"},
				},
				File: "bad.star", Line: 3, Column: 1, Message: "end of file",
			},
			MissingFile: langtest.Failure{
				Sources: langtest.Sources{Code: "load('absent.star', 'x')\n"},
				Line:    1, Column: 1, Message: "absent.star",
			},
			BusyLoop: `
def spin():
    for i in range(1000000000):
        pass

print("ready")
for i in range(1000000000):
    spin()
print("after")
`,
			Sleep: `
print("ready")
sleep(3600)
print("awake")
`,
			Flood: `
for i in range(1000000000):
    print("line", i)
`,
			Files: `
fs.write_file("/data/out", fs.read_file("/data/in"))
for name in fs.read_dir("/data"):
    print(name)
print("over")
fs.read_file("/data/absent")
`,
			DeepRecursion: langtest.Sources{Code: deepCalls(5000)},
			Pollute: `
args.append("more")
args.clear()
env["KEY"] = "changed"
env["NEW"] = "new"
env.clear()
stdin.read()
print = 1
len = None
json = struct(encode = None)
leaked = 1
`,
			Pristine: `
def check(ok, what):
    if not ok:
        print(what, "changed")
        exit(1)

check(args == [], "args")
check(env == {}, "env")
check(len([1]) == 1, "len")
check(json.encode([1]) == "[1]", "json")
print("pristine")
`,
			InvalidError: `fail(b"first \xff\nsecond \xff")`,
		},
	})
}

// deepCalls is n functions that call one another, without recursion.
func deepCalls(n int) string {
	var b strings.Builder
	b.WriteString("def f0(): return 0\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "def f%d(): return f%d()\n", i, i-1)
	}
	fmt.Fprintf(&b, "f%d()\n", n-1)
	return b.String()
}
