package elide_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const module = "github.com/elide-dev/elided"

// rules say which packages may not reach which, directly or through others. A
// prefix stands for the package and all below it.
var rules = []struct{ from, to, why string }{
	{"internal/executor", "github.com/dop251/goja", "the daemon's core runs no user code"},
	{"internal/executor", "go.starlark.net", "the daemon's core runs no user code"},
	{"internal/executor", "github.com/evanw/esbuild", "the daemon's core parses no user code"},
	{"internal/executor", "google.golang.org/grpc", "the core knows no public protocol"},
	{"internal/executor", "github.com/prometheus", "the core knows no metrics"},
	{"internal/executor", "go.opentelemetry.io", "the core knows no traces"},
	{"internal/metrics", "go.opentelemetry.io", "traces have a package of their own"},
	{"internal/api", "go.opentelemetry.io", "traces have a package of their own"},
	{"internal/tracing", "github.com/dop251/goja", "the daemon runs no user code"},
	{"client", "go.opentelemetry.io", "a client is light"},
	{"internal/executor", module + "/internal/worker", "the core knows workers by their frames only"},
	{"internal/executor/pool", module + "/internal/executor", "the pool is below the executor"},
	{"internal/executor/spool", module + "/internal/executor", "the spool is below the executor"},
	{"internal/executor/hostfs", module + "/internal/executor", "files are below the executor"},
	{"internal/lang", module + "/internal/executor", "languages know nothing of the daemon"},
	{"internal/lang", module + "/internal/worker", "languages know nothing of the worker"},
	{"internal/lang", "google.golang.org/grpc", "languages know nothing of the network"},
	{"internal/lang/python", "go.starlark.net", "Python has an engine of its own"},
	{"internal/lang/python", "github.com/dop251/goja", "Python has an engine of its own"},
	{"internal/lang/python/ast", module + "/internal", "the syntax tree is below all else"},
	{"internal/lang/python/code", module + "/internal", "instructions are below all else"},
	{"internal/lang/python/poll", module + "/internal", "asking whether to go on knows nothing of the work"},
	{"internal/lang/python/elementary", module + "/internal", "mathematics knows no Python"},
	{"internal/lang/python/parse", module + "/internal/lang/python/code", "a parser knows no instructions"},
	{"internal/lang/python/parse", module + "/internal/lang/python/py", "a parser runs nothing"},
	{"internal/lang/python/compile", module + "/internal/lang/python/parse", "a compiler takes trees, not sources"},
	{"internal/lang/python/compile", module + "/internal/lang/python/py", "a compiler runs nothing"},
	{"internal/lang/python/py", module + "/internal/lang/python/compile", "the machine is given a compiler"},
	{"internal/lang/python/py", module + "/internal/lang/python/lib", "the library is above the machine"},
	{"internal/lang/python/lib", module + "/internal/lang/python/compile", "the library is given a compiler"},
	{"internal/worker", module + "/internal/executor", "a worker knows nothing of the daemon"},
	{"internal/worker", "google.golang.org/grpc", "a worker speaks frames only"},
	{"internal/sandbox", module + "/internal", "the sandbox is below all that it separates"},
	{"internal/sandbox", "google.golang.org/grpc", "the sandbox knows no protocol"},
	{"internal/api", "github.com/dop251/goja", "the daemon runs no user code"},
	{"internal/metrics", "github.com/dop251/goja", "the daemon runs no user code"},
	{"client", module + "/internal", "a client needs the contract only"},
	{"client", "github.com/grpc-ecosystem/grpc-gateway", "a client needs no HTTP"},
	{"internal/version", module, "everything may say its version, which is why it brings nothing"},
	{"proto", module + "/internal", "the contract stands alone"},
	{"cmd/nomad-driver-elide", module + "/internal", "the driver is a client like any other"},
	{"cmd/nomad-driver-elide", "github.com/grpc-ecosystem/grpc-gateway", "the driver needs no HTTP"},
}

type listed struct {
	ImportPath string
	Deps       []string
}

func TestImports(t *testing.T) {
	packages := list(t)
	for _, rule := range rules {
		matched := false
		for _, p := range packages {
			if !within(p.ImportPath, module+"/"+rule.from) {
				continue
			}
			matched = true
			for _, dep := range p.Deps {
				if within(dep, rule.to) && !within(dep, module+"/"+rule.from) && dep != module+"/internal/version" {
					t.Errorf("%s reaches %s: %s", p.ImportPath, dep, rule.why)
				}
			}
		}
		if !matched {
			t.Errorf("no package %s: the rule about %s guards nothing", rule.from, rule.to)
		}
	}
}

// TestRootReachesNoAdapters keeps gRPC and Prometheus out of programs that embed.
func TestRootReachesNoAdapters(t *testing.T) {
	for _, p := range list(t) {
		if p.ImportPath != module {
			continue
		}
		for _, dep := range p.Deps {
			for _, banned := range []string{"google.golang.org/grpc", "github.com/prometheus", "go.opentelemetry.io", "github.com/hashicorp/nomad"} {
				if within(dep, banned) {
					t.Errorf("the root package reaches %s", dep)
				}
			}
		}
	}
}

// nomadPackages are the ones that may be linked: Nomad's wire contract, under MPL-2.0.
// What is beside them is under BUSL-1.1, or brings it.
var nomadPackages = []string{
	"github.com/hashicorp/nomad/plugins/base/proto", "github.com/hashicorp/nomad/plugins/drivers/proto",
	"github.com/hashicorp/nomad/plugins/shared/hclspec", "github.com/hashicorp/nomad/plugins/shared/structs/proto",
}

func TestNomadByItsContractAlone(t *testing.T) {
	linked := map[string]bool{}
	for _, p := range list(t) {
		for _, dep := range p.Deps {
			if !within(dep, "github.com/hashicorp/nomad") {
				continue
			}
			linked[dep] = true
			if !slices.Contains(nomadPackages, dep) {
				t.Errorf("%s reaches %s", p.ImportPath, dep)
			}
		}
	}
	if len(linked) != len(nomadPackages) {
		t.Errorf("linked are %v: the rule guards nothing, or names too much", linked)
	}
}

// The driver stays thin: its files but tests are below maxDriver lines together, and
// none is above maxDriverFile, comments and blank lines counted. No line is wider than
// maxDriverLine, with tabs as wide as 8: the bound is not kept by longer ones.
const maxDriver, maxDriverFile, maxDriverLine = 500, 160, 160

func TestDriverIsThin(t *testing.T) {
	total := 0
	err := filepath.WalkDir("cmd/nomad-driver-elide", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		n := bytes.Count(text, []byte("\n"))
		if n > maxDriverFile {
			t.Errorf("%s has %d lines, more than %d", path, n, maxDriverFile)
		}
		total += n
		for i, line := range strings.Split(string(text), "\n") {
			if wide := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "        ")); wide > maxDriverLine {
				t.Errorf("%s:%d is %d characters wide, more than %d", path, i+1, wide, maxDriverLine)
			}
		}
		return err
	})
	if err != nil || total == 0 || total >= maxDriver {
		t.Errorf("the driver has %d lines, not fewer than %d (%v)", total, maxDriver, err)
	}
}

// TestNoCatchAllPackages keeps out names that say nothing.
func TestNoCatchAllPackages(t *testing.T) {
	for _, p := range list(t) {
		switch name := p.ImportPath[strings.LastIndex(p.ImportPath, "/")+1:]; name {
		case "util", "utils", "common", "helpers", "helper", "types", "misc":
			t.Errorf("package %s: name it after what it does", p.ImportPath)
		}
	}
}

func within(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

func list(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-pgo=off", "-json=ImportPath,Deps", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
