package python_test

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

// TestRecorded runs the programs of testdata. Beside each is what CPython 3.11 has
// printed for it: its output, its exit code, and its standard error.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(file, ".py"), func(t *testing.T) {
			t.Parallel()
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			if got := runProgram(filepath.Base(file), string(source)); got != string(want) {
				t.Errorf("differs from CPython's:\n%s", firstDifference(got, string(want)))
			}
		})
	}
}

func runProgram(name, source string) string {
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: name, Code: source, Dir: "/", Env: map[string]string{}}
	out := python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	return fmt.Sprintf("%s--- exit %d\n%s", &stdout, out.ExitCode, &stderr)
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
