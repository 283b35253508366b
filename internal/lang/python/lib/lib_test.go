package lib_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestPrograms runs testdata's programs, and compares what they print with what CPython
// 3.11 has printed: the standard output and, of a program that doesn't exit with 0, a line
// with the exit code and the last line of the standard error.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	runtime := python.New()
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			compare(t, run(t, runtime, file), string(want))
		})
	}
}

func run(t *testing.T, r *python.Runtime, file string) string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: filepath.Base(file), Code: string(source), Dir: "/", Env: map[string]string{}}
	out := r.Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	text := stdout.String()
	if out.ExitCode != 0 {
		lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
		text += fmt.Sprintf("exit %d: %s\n", out.ExitCode, lines[len(lines)-1])
	}
	return text
}

// compare reports the first line that differs.
func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "nothing", "nothing"
		if i < len(g) {
			a = fmt.Sprintf("%q", g[i])
		}
		if i < len(w) {
			b = fmt.Sprintf("%q", w[i])
		}
		if a != b {
			t.Fatalf("line %d: got %s, want %s", i+1, a, b)
		}
	}
}
