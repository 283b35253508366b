// Package docs tests what the documentation says: every command and snippet of the pages
// is executed, or checked as far as can be where it takes another machine.
package docs

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	elide "github.com/elide-dev/elided"
	"github.com/elide-dev/elided/internal/testbinary"
)

// patience bounds a page's commands on a loaded machine.
const patience = 2 * time.Minute

// binary is the elided that the pages' commands run.
var binary string

func TestMain(m *testing.M) {
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	os.Exit(testbinary.Run(m, &binary))
}

// elsewhere are the words after a fence of kind sh or hcl whose commands can't run here,
// and what runs them. Their syntax is checked.
var elsewhere = map[string]string{
	"source":  "they build and test the project: CI runs them",
	"systemd": "make vm-systemd runs the same under systemd",
	"package": "make test-dist installs, upgrades and removes the packages",
	"nomad":   "make test-nomad has a Nomad agent",
	"grafana": "it takes a Grafana; make test-prometheus tests what the dashboard asks",
}

// TestPages runs each page's commands, in their order in one shell, and checks the rest. One page
// comes after another: they name the same ports.
func TestPages(t *testing.T) {
	for _, page := range pages(t) {
		t.Run(page, func(t *testing.T) {
			var script strings.Builder
			for _, s := range snippets(t, page) {
				_, skipped := elsewhere[s.more]
				if s.more != "" && !skipped && s.kind != "go" {
					t.Errorf("%v: %q after the fence is not known: %v", s, s.more, elsewhere)
				}
				switch {
				case s.kind == "sh" && skipped:
					shell(t, s.text, "-n")
				case s.kind == "sh":
					script.WriteString("echo '== " + s.String() + "'\n" + s.text)
				case s.kind == "hcl" && skipped:
					parseHCL(t, s)
				case s.kind == "hcl":
					checkConfig(t, s)
				case s.kind == "go":
					compile(t, s)
				case s.kind == "js", s.kind == "ts", s.kind == "python", s.kind == "starlark":
					runProgram(t, s)
				case !slices.Contains([]string{"text", "json", "promql", "yaml", "proto"}, s.kind):
					t.Errorf("%v: a block of kind %q is not known to this test", s, s.kind)
				}
			}
			if script.Len() > 0 {
				shell(t, script.String(), "-eu", "-o", "pipefail")
			}
		})
	}
}

// shell runs a script, which has to print the lines after its "#> ", in a directory of its own that has the files of testdata, with elided
// in the path and the variables that a user of the machine has.
func shell(t *testing.T, script string, flags ...string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.sh")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"curl", "jq"} {
		if _, err := exec.LookPath(tool); err != nil && strings.Contains(script, tool+" ") {
			t.Skipf("%s is not installed: internal/api tests the same without it", tool)
		}
	}
	out, err := command(t, dir, "bash", append(flags, file)...)
	if err != nil {
		t.Errorf("%v:\n%s", err, out)
		return
	}
	for line := range strings.Lines(script) {
		if want, shown := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "#> "); shown && !slices.Contains(flags, "-n") {
			_, rest, found := strings.Cut(out, want)
			if !found {
				t.Errorf("it doesn't print %q, or not in its order:\n%s", want, out)
				return
			}
			out = rest
		}
	}
}

// command runs a program with all that it starts: nothing of it is left afterwards.
func command(t *testing.T, dir, name string, args ...string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	run, err := os.MkdirTemp("", "e") // sockets have short paths
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(run) }()
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"), "HOME="+dir,
		"XDG_RUNTIME_DIR="+run, "XDG_STATE_HOME="+run, "XDG_CONFIG_HOME="+dir, "ELIDED_SOCKET="+run+"/elided.sock", "ELIDED_STATE_DIR="+run+"/state")
	out, err := os.Create(filepath.Join(t.TempDir(), "out")) // no pipe, which a daemon in the background would hold open
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = out.Close() }() // only read
	cmd.Stdout, cmd.Stderr = out, out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	failed := cmd.Run()
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // what it left in the background, if anything
	said, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(said), failed
}
