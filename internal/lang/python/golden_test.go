package python_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestGolden runs the programs in testdata, whose outputs CPython 3.11 has written.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	program := python.New().Prepare()
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			p := &lang.Program{Name: file, Code: string(source), Dir: "/", Env: map[string]string{}}
			program.Run(p, &lang.Host{Stdout: &out, Stderr: &out})
			compareLines(t, out.String(), string(want))
		})
	}
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			t.Fatalf("the output ends after line %d; CPython's goes on: %s", i, b[i])
		case i >= len(b):
			t.Fatalf("the output goes on after CPython's: %s", a[i])
		case a[i] != b[i]:
			t.Errorf("line %d:\n%s\nwant\n%s", i+1, a[i], b[i])
		}
	}
}
