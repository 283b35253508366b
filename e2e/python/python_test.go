package python

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// throughBinary is how many programs there are to one that is run by the binary, too.
const throughBinary = 10

// A program is one of programs/, with what it is given.
type program struct {
	path, source string
	args         []string
	env          map[string]string
	stdin        []byte
	want         result
}

// A result is what is compared: standard output, and the exit code and the last line of
// standard error as record.py writes them.
type result struct{ stdout, end string }

func newResult(stdout, stderr string, exitCode int) result {
	stderr = strings.TrimRight(stderr, "\n")
	last := stderr[strings.LastIndex(stderr, "\n")+1:]
	return result{stdout, fmt.Sprintf("%d\n%s\n", exitCode, last)}
}

// TestPrograms runs every program in process.
func TestPrograms(t *testing.T) {
	runtime := python.New()
	for _, p := range programs(t) {
		t.Run(p.name(), func(t *testing.T) {
			t.Parallel()
			p.check(t, p.inProcess(runtime))
		})
	}
}

// TestProgramsThroughBinary runs some of them as users do.
func TestProgramsThroughBinary(t *testing.T) {
	for i, p := range programs(t) {
		if i%throughBinary != 0 {
			continue
		}
		t.Run(p.name(), func(t *testing.T) {
			t.Parallel()
			p.check(t, p.byBinary(t))
		})
	}
}

func programs(t *testing.T) (list []program) {
	t.Helper()
	files, err := filepath.Glob("programs/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs: ", err)
	}
	for _, file := range files {
		list = append(list, load(t, file))
	}
	return list
}

func load(t *testing.T, file string) program {
	t.Helper()
	beside := func(suffix string) string {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".py") + suffix)
		if err != nil && (suffix == ".out" || suffix == ".end") {
			t.Fatal(err, ": run record.py")
		}
		return string(text)
	}
	p := program{path: file, source: beside(".py"), env: map[string]string{}, stdin: []byte(beside(".stdin")), want: result{beside(".out"), beside(".end")}}
	for line := range strings.Lines(beside(".args")) {
		p.args = append(p.args, strings.TrimSuffix(line, "\n"))
	}
	for line := range strings.Lines(beside(".env")) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		p.env[name] = value
	}
	return p
}

func (p program) name() string {
	return strings.TrimSuffix(strings.TrimPrefix(p.path, "programs/"), ".py")
}

func (p program) inProcess(r *python.Runtime) result {
	var stdout, stderr bytes.Buffer
	given := &lang.Program{Name: filepath.Base(p.path), Code: p.source, Args: p.args, Env: p.env, Stdin: p.stdin, Dir: "/"}
	out := r.Prepare().Run(given, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	return newResult(stdout.String(), stderr.String(), out.ExitCode)
}

func (p program) byBinary(t *testing.T) result {
	t.Helper()
	args := []string{"run", "--socket", filepath.Join(t.TempDir(), "none"), p.path}
	for name, value := range p.env {
		args = append(args, "--env", name+"="+value)
	}
	cmd := exec.Command(binary, append(append(args, "--"), p.args...)...)
	cmd.Stdin = bytes.NewReader(p.stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return newResult(stdout.String(), stderr.String(), cmd.ProcessState.ExitCode())
}

func (p program) check(t *testing.T, got result) {
	t.Helper()
	if got.end != p.want.end {
		t.Errorf("ends with %q, want %q", got.end, p.want.end)
	}
	if got.stdout == p.want.stdout {
		return
	}
	a, b := strings.Split(got.stdout, "\n"), strings.Split(p.want.stdout, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d of the output:\n got %q\nwant %q", i+1, a[i], b[i])
		}
	}
	t.Errorf("%d lines of output, want %d", len(a), len(b))
}
