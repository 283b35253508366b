package py_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

var addresses = regexp.MustCompile(`0x[0-9a-f]+`)

// TestClassPrograms runs programs about classes; what they print was recorded from
// CPython 3.11.
func TestClassPrograms(t *testing.T) { testPrograms(t, "testdata/classes") }

// TestContainerPrograms is the same for containers, iterators and the modules around them.
func TestContainerPrograms(t *testing.T) { testPrograms(t, "testdata/containers") }

func testPrograms(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(file[:len(file)-len("py")] + "out")
			if err != nil {
				t.Fatal(err)
			}
			var out, warnings bytes.Buffer
			p := &lang.Program{Name: filepath.Base(file), Code: string(source), Dir: "/", Env: map[string]string{}}
			python.New().Prepare().Run(p, &lang.Host{Stdout: &out, Stderr: &warnings})
			compareLines(t, addresses.ReplaceAll(out.Bytes(), []byte("0xX")), want)
		})
	}
}

func compareLines(t *testing.T, got, want []byte) {
	t.Helper()
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(a), len(b)) {
		var x, y []byte
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if !bytes.Equal(x, y) {
			t.Fatalf("line %d is\n%s\nand should be\n%s", i+1, x, y)
		}
	}
}

// TestSyntaxPrograms is the same for what statements, functions and classes mean.
func TestSyntaxPrograms(t *testing.T) { testPrograms(t, "testdata/syntax") }
