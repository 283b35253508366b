package docs

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// checkConfig has elided check a block as its configuration.
func checkConfig(t *testing.T, s snippet) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "elided.hcl")
	if err := os.WriteFile(file, []byte(s.text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := command(t, t.TempDir(), binary, "config", "check", "--config", file); err != nil {
		t.Errorf("%v: %v:\n%s", s, err, out)
	}
}

// parseHCL is for blocks that are a part of a file of Nomad's.
func parseHCL(t *testing.T, s snippet) {
	t.Helper()
	if _, mistakes := hclsyntax.ParseConfig([]byte(s.text), s.page, hcl.Pos{Line: s.line, Column: 1}); mistakes.HasErrors() {
		t.Error(mistakes)
	}
}

// runProgram runs a block that is a whole program; it ends with exit code 0.
func runProgram(t *testing.T, s snippet) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(file, []byte(s.text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := command(t, t.TempDir(), binary, "run", "--language", s.kind, file); err != nil {
		t.Errorf("%v: %v:\n%s", s, err, out)
	}
}

// imports are the packages that Go blocks use without saying so.
var imports = map[string]string{
	"client":         "github.com/elide-dev/elided/client",
	"daemonv1alpha1": "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1",
	"elide":          "github.com/elide-dev/elided",
	"context":        "context",
	"fmt":            "fmt",
	"log":            "log",
	"os":             "os",
	"time":           "time",
}

var qualifier = regexp.MustCompile(`\b([a-z][a-z0-9]*)\.[A-Z]`)

// compile builds a Go block: a file without its package clause and imports, or the inside of
// a function that has ctx and code. A variable that it doesn't use is the reader's to use.
func compile(t *testing.T, s snippet) {
	t.Helper()
	body := s.text
	if !strings.Contains(body, "func ") {
		body = "func main() {\n" + body + "}\n"
	}
	used := []string{"context"}
	for _, m := range qualifier.FindAllStringSubmatch(body, -1) {
		if imports[m[1]] != "" && !slices.Contains(used, m[1]) {
			used = append(used, m[1])
		}
	}
	var file strings.Builder
	file.WriteString("package main\n")
	for _, name := range used {
		file.WriteString("import " + name + " \"" + imports[name] + "\"\n")
	}
	file.WriteString("var ctx, code = context.Background(), \"\"\n" + body)
	path := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-gcflags=-e", "-o", os.DevNull, path)
	build.Dir = root
	out, _ := build.CombinedOutput() // it fails by its lines
	for line := range strings.Lines(string(out)) {
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, "declared and not used") {
			t.Errorf("%v: %s", s, line)
		}
	}
}
