package javascript_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
)

// TestFilesLikeNode runs programs that use files. What each prints was recorded from
// Node 20, with DIR for the directory that it works in.
func TestFilesLikeNode(t *testing.T) {
	programs, err := filepath.Glob("testdata/fs/*.js")
	if err != nil || len(programs) == 0 {
		t.Fatal(programs, err)
	}
	r := javascript.New(javascript.Options{Compiler: lower.NewCompiler(lower.Options{})})
	for _, file := range programs {
		t.Run(filepath.Base(file), func(t *testing.T) {
			code, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			var stdout, stderr bytes.Buffer
			p := &lang.Program{Name: "main.js", Code: string(code), Args: []string{dir}, Dir: "/"}
			out := r.Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: hostfstest.Files(t, dir, dir)})
			got := strings.ReplaceAll(stdout.String(), dir, "DIR")
			if got != string(want) || stderr.Len() > 0 {
				t.Errorf("ended with %+v, printed\n%s\nwant\n%s\nstderr\n%s", out, got, want, stderr.String())
			}
		})
	}
}

// silent is a lang.Files that answers nothing, and says when it was called.
type silent struct{ called chan struct{} }

func (s silent) Call(lang.FileCall, func(lang.FileResult)) {
	select {
	case s.called <- struct{}{}:
	default:
	}
}

// TestFilesPending has programs that have nothing but an unanswered operation: they
// stay alive, take signals, and end when they say so or are interrupted.
func TestFilesPending(t *testing.T) {
	for _, test := range []struct {
		name, code, signal string
		reason             lang.Reason
		exit               int
	}{
		{"callback", `fs.stat('/x', () => {})`, "", lang.Interrupted, 1},
		{"promise", `fs.promises.readFile('/x').finally(() => console.log('over'))`, "", lang.Interrupted, 1},
		{"stream", `for await (const c of fs.createReadStream('/x')) console.log(c)`, "", lang.Interrupted, 1},
		{"sync", `try { fs.readFileSync('/x') } catch (e) { console.log(e) } finally { console.log('finally') }`, "", lang.Interrupted, 1},
		{"signal", `process.on('SIGTERM', () => process.exit(3)); fs.stat('/x', () => {})`, "SIGTERM", lang.Exited, 3},
		{"signal while it stands still", `process.on('SIGTERM', () => process.exit(3)); fs.statSync('/x')`, "SIGTERM", lang.Interrupted, 1},
		{"exit", `fs.stat('/x', () => {}); setTimeout(() => process.exit(4), 1)`, "none", lang.Exited, 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := silent{make(chan struct{}, 1)}
			in := javascript.New(javascript.Options{Compiler: lower.NewCompiler(lower.Options{})}).Prepare()
			var stdout, stderr bytes.Buffer
			done := make(chan lang.Outcome, 1)
			p := &lang.Program{Name: "main.mjs", Code: "import fs from 'node:fs'; " + test.code, Dir: "/"}
			go func() { done <- in.Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: s}) }()
			await(t, s.called)
			if test.signal == "SIGTERM" && !in.Signal(test.signal) {
				t.Error("the program does not handle the signal")
			}
			if test.reason == lang.Interrupted {
				in.Interrupt()
			}
			if out := await(t, done); out.Reason != test.reason || out.ExitCode != test.exit || stdout.Len() > 0 {
				t.Errorf("ended with %+v, printed %q, %q", out, stdout.String(), stderr.String())
			}
		})
	}
}

func await[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(20 * time.Second):
		t.Fatal("waited in vain")
		panic("unreachable")
	}
}

// TestFilesFailing has errors that nothing catches, in each form.
func TestFilesFailing(t *testing.T) {
	dir := t.TempDir()
	for _, code := range []string{
		`fs.readFileSync('/data/absent')`,
		`fs.readFile('/data/absent', (e) => { throw e })`,
		`fs.promises.readFile('/data/absent')`,
		`fs.createReadStream('/data/absent')`,
		`fs.createWriteStream('/data/absent/x')`,
	} {
		var stdout, stderr bytes.Buffer
		p := &lang.Program{Name: "main.js", Code: "const fs = require('fs');\n" + code, Dir: "/"}
		out := javascript.New(javascript.Options{}).Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: hostfstest.Files(t, "/data", dir)})
		if out.Reason != lang.UncaughtError || !strings.Contains(out.Err.Message, "ENOENT: no such file or directory, open '/data/absent") {
			t.Errorf("%s: %+v, %+v", code, out, out.Err)
		}
	}
}

// TestFilesLarge reads what is too large for a buffer.
func TestFilesLarge(t *testing.T) {
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "huge"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<40), f.Close()); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: "main.js", Dir: "/", Code: `
const fs = require('fs');
try { fs.readFileSync('/data/huge'); } catch (e) { console.log(e.name, e.code); }
const fd = fs.openSync('/data/huge');
console.log(fs.readSync(fd, Buffer.alloc(3), 0, 3, 2 ** 40 - 1), fs.readSync(fd, Buffer.alloc(3), 0, 3, 2 ** 52), fs.fstatSync(fd).size === 2 ** 40);
`}
	out := javascript.New(javascript.Options{}).Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: hostfstest.Files(t, "/data", dir)})
	if want := "RangeError ERR_FS_FILE_TOO_LARGE\n1 0 true\n"; stdout.String() != want {
		t.Errorf("%+v, printed %q, %q", out, stdout.String(), stderr.String())
	}
}
