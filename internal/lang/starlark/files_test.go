package starlark_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/starlark"
)

// runFiles runs code with dir as /data, and /data as the working directory.
func runFiles(t *testing.T, dir, code string) (out lang.Outcome, stdout string) {
	t.Helper()
	var printed, stderr bytes.Buffer
	p := &lang.Program{Name: "main.star", Code: code, Dir: "/data"}
	out = starlark.New(starlark.Options{}).Prepare().Run(p, &lang.Host{Stdout: &printed, Stderr: &stderr, Files: hostfstest.Files(t, "/data", dir)})
	return out, printed.String()
}

func TestFiles(t *testing.T) {
	for _, test := range []struct{ name, code, want string }{
		{"write", `fs.write_file("/data/f", "text")` + "\n" + `print(fs.read_file("/data/f"))`, "text\n"},
		{"write again", `fs.write_file("/data/f", "longer")` + "\n" + `fs.write_file("/data/f", "t")` + "\n" + `print(fs.read_file("/data/f"))`, "t\n"},
		{"bytes", `fs.write_file("/data/f", b"\x00\xff")` + "\n" + `print(repr(fs.read_bytes("/data/f")))`, `b"\x00\xff"` + "\n"},
		{"append", `fs.append_file("/data/f", "a")` + "\n" + `fs.append_file("/data/f", "b")` + "\n" + `print(fs.read_file("/data/f"))`, "ab\n"},
		{"names", `fs.mkdir("/data/b/c", parents = True)` + "\n" + `fs.write_file("/data/a", "")` + "\n" + `print(fs.read_dir("/data"), fs.read_dir("/data/b"))`, `["a", "b"] ["c"]` + "\n"},
		{"stat", `fs.write_file("/data/f", "text")` + "\n" + `s = fs.stat("/data/f")` + "\n" + `print(s.name, s.kind, s.size, s.mode, s.modified > 1e9, fs.stat("/data").kind)`, "f file 4 420 True directory\n"},
		{"exists", `print(fs.exists("/data"), fs.exists("/data/none"), fs.exists("/etc"))`, "True False False\n"},
		{"remove", `fs.mkdir("/data/d/e", parents = True)` + "\n" + `fs.remove("/data/d/e")` + "\n" + `fs.write_file("/data/d/f", "")` + "\n" + `fs.remove("/data/d", recursive = True)` + "\n" + `print(fs.read_dir())`, "[]\n"},
		{"rename", `fs.write_file("a", "text")` + "\n" + `fs.rename("a", "b")` + "\n" + `print(fs.read_dir(), fs.read_file("b"))`, `["b"] text` + "\n"},
		{"truncate", `fs.write_file("a", "text")` + "\n" + `fs.truncate("a", 2)` + "\n" + `print(fs.read_file("a"))`, "te\n"},
		{"lines", `fs.write_file("a", "1\n\n3")` + "\n" + `print([l for l in fs.lines("a")])`, `["1\n", "\n", "3"]` + "\n"},
		{"long lines", `fs.write_file("a", ("x" * 99999 + "\n") * 5)` + "\n" + `print([len(l) for l in fs.lines("a")])`, "[100000, 100000, 100000, 100000, 100000]\n"},
		{"no lines", `fs.write_file("a", "")` + "\n" + `print([l for l in fs.lines("a")], list(fs.chunks("a")))`, "[] []\n"},
		{"chunks", `fs.write_file("a", "12345")` + "\n" + `print(list(fs.chunks("a", 2)))`, `[b"12", b"34", b"5"]` + "\n"},
		{"many iterations", `fs.write_file("a", "1\n2\n")` + "\n" + `for i in range(200):` + "\n" + `    for l in fs.lines("a"): break` + "\n" + `print("over")`, "over\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if out, printed := runFiles(t, t.TempDir(), test.code); printed != test.want {
				t.Errorf("ended with %+v, %+v, printed %q, want %q", out, out.Err, printed, test.want)
			}
		})
	}
}

func TestFilesFail(t *testing.T) {
	for _, test := range []struct{ name, code, want string }{
		{"absent", `fs.read_file("/data/none")`, `fs.read_file("/data/none"): ENOENT, no such file or directory`},
		{"outside", `fs.read_file("../etc/passwd")`, "ENOENT"},
		{"link", `fs.read_file("out")`, "EACCES"},
		{"directory", `fs.read_file("/data")`, "EISDIR"},
		{"exists already", `fs.mkdir("/data")`, "EEXIST"},
		{"not empty", `fs.mkdir("a/b", parents = True)` + "\n" + `fs.remove("a")`, "ENOTEMPTY"},
		{"NUL", `fs.read_file("a\x00b")`, "EINVAL"},
		{"long", `fs.read_file("a" * 100000)`, "ENAMETOOLONG"},
		{"data", `fs.write_file("a", 5)`, "for parameter data: got int, want string or bytes"},
		{"chunk size", `fs.chunks("a", 0)`, "got size 0"},
		{"lines of nothing", `fs.lines("none")`, "ENOENT"},
		{"lines of what has gone", `fs.write_file("a", "")` + "\n" + `l = fs.lines("a")` + "\n" + `fs.remove("a")` + "\n" + `for x in l: pass`, "ENOENT"},
		{"huge", `fs.write_file("a", "")` + "\n" + `fs.truncate("a", 1 << 40)` + "\n" + `fs.read_file("a")`, "has more than 67108864 bytes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Symlink("/etc/passwd", filepath.Join(dir, "out")); err != nil {
				t.Fatal(err)
			}
			out, printed := runFiles(t, dir, test.code+"\nprint(1)")
			if out.Reason != lang.UncaughtError || !strings.Contains(out.Err.Message, test.want) {
				t.Errorf("ended with %+v, %+v, printed %q, want %q", out, out.Err, printed, test.want)
			}
		})
	}
}
