package hostile

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A program is a file of the corpus. Its first lines, comments of the form
// "// key: value" (or "# key: value"), say what it attacks and how it must end.
type program struct {
	file     string // below programs/, slash-separated
	language string
	code     string

	attack string // attack: what it does, for people
	// expect: the stop reasons that it may end with. More than one needs a why.
	expect []daemonv1alpha1.StopReason
	why    string
	// isolation: shared, exclusive or both, which is the default.
	isolations []daemonv1alpha1.Isolation
	timeout    time.Duration     // timeout: unless given 1s for those that may time out, else 30s
	cpu        time.Duration     // cpu: a limit, none unless given
	memory     uint64            // memory: MiB of an exclusive worker; 64 unless given
	output     uint64            // output-limit: MiB of each stream; 8 unless given
	env        map[string]string // env: K=V
	exit       *int32            // exit: the exit code that it must end with
	lines      []string          // output: a line; together they are its whole standard output, if it exits
	says       []string          // says: what its output or error must contain
	cancel     string            // cancel: it is cancelled when it has printed this
	pair       string            // pair: a file beside it that runs first, to its end, in the same worker
	beside     []string          // file: another file beside it that it may load
	slow       bool              // slow: yes, for what takes seconds of processor time by itself: not in every test run
}

const (
	shortTimeout  = time.Second
	longTimeout   = 90 * time.Second // so that the clock is never first on a loaded machine
	defaultMemory = 64 << 20
	defaultOutput = 8 << 20
)

var languages = map[string]string{".js": "javascript", ".ts": "typescript", ".py": "python", ".star": "starlark"}

// corpus reads every program, in the order of their names.
func corpus(t *testing.T) (all []*program) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("programs"), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "_") {
			return err // those with _ are for others to load
		}
		p, err := readProgram(file)
		if err != nil {
			return fmt.Errorf("programs/%s: %w", file, err)
		}
		all = append(all, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readProgram(file string) (*program, error) {
	text, err := os.ReadFile(filepath.Join("programs", filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	p := &program{file: file, language: languages[path.Ext(file)], memory: defaultMemory, output: defaultOutput}
	if p.language == "" {
		return nil, fmt.Errorf("no language has the extension %s", path.Ext(file))
	}
	if p.code, err = expand(string(text)); err != nil {
		return nil, err
	}
	if err := p.readHeader(string(text)); err != nil {
		return nil, err
	}
	return p, p.check()
}

var headerLine = regexp.MustCompile(`^(?://|#) ([a-z-]+): (.*)$`)

func (p *program) readHeader(text string) error {
	for line := range strings.Lines(text) {
		m := headerLine.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m == nil {
			return nil
		}
		set := p.header(m[1])
		if set == nil {
			return fmt.Errorf("unknown header %q", m[1])
		}
		if err := set(m[2]); err != nil {
			return fmt.Errorf("%s: %w", m[1], err)
		}
	}
	return nil
}

// header is what takes the value of a key.
func (p *program) header(key string) func(string) error {
	return map[string]func(string) error{
		"attack":       func(v string) error { p.attack = v; return nil },
		"expect":       p.setExpect,
		"why":          func(v string) error { p.why = v; return nil },
		"isolation":    p.setIsolation,
		"timeout":      func(v string) (err error) { p.timeout, err = time.ParseDuration(v); return err },
		"cpu":          func(v string) (err error) { p.cpu, err = time.ParseDuration(v); return err },
		"memory":       func(v string) (err error) { p.memory, err = mebibytes(v); return err },
		"output-limit": func(v string) (err error) { p.output, err = mebibytes(v); return err },
		"env":          p.setEnv,
		"exit":         p.setExit,
		"output":       func(v string) error { p.lines = append(p.lines, v); return nil },
		"says":         func(v string) error { p.says = append(p.says, v); return nil },
		"cancel":       func(v string) error { p.cancel = v; return nil },
		"pair":         func(v string) error { p.pair = path.Join(path.Dir(p.file), v); return nil },
		"file":         func(v string) error { p.beside = append(p.beside, v); return nil },
		"slow":         func(v string) error { p.slow = v == "yes"; return nil },
	}[key]
}

func (p *program) setExpect(v string) error {
	for _, name := range strings.Split(v, ", ") {
		n, ok := daemonv1alpha1.StopReason_value["STOP_REASON_"+strings.ToUpper(name)]
		if !ok {
			return fmt.Errorf("%q is no stop reason", name)
		}
		p.expect = append(p.expect, daemonv1alpha1.StopReason(n))
	}
	return nil
}

func (p *program) setIsolation(v string) error {
	n, ok := daemonv1alpha1.Isolation_value["ISOLATION_"+strings.ToUpper(v)]
	if !ok && v != "both" {
		return fmt.Errorf("%q is none of shared, exclusive, both", v)
	}
	if ok {
		p.isolations = []daemonv1alpha1.Isolation{daemonv1alpha1.Isolation(n)}
	}
	return nil
}

func (p *program) setEnv(v string) error {
	k, value, ok := strings.Cut(v, "=")
	if !ok {
		return fmt.Errorf("%q has no =", v)
	}
	if p.env == nil {
		p.env = make(map[string]string)
	}
	p.env[k] = value
	return nil
}

func (p *program) setExit(v string) error {
	n, err := strconv.ParseInt(v, 10, 32)
	code := int32(n)
	p.exit = &code
	return err
}

func mebibytes(v string) (uint64, error) {
	n, err := strconv.ParseUint(strings.TrimSuffix(v, "MiB"), 10, 32)
	return n << 20, err
}

// check refuses a program that doesn't say enough.
func (p *program) check() error {
	if len(p.isolations) == 0 {
		p.isolations = []daemonv1alpha1.Isolation{daemonv1alpha1.Isolation_ISOLATION_SHARED, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE}
	}
	if p.timeout == 0 {
		p.timeout = longTimeout
		if p.mayTimeOut() {
			p.timeout = shortTimeout
		}
	}
	switch {
	case p.attack == "" || len(p.expect) == 0:
		return fmt.Errorf("the first lines must name the attack and what to expect")
	case len(p.expect) > 1 && p.why == "":
		return fmt.Errorf("more than one stop reason is expected, and no why says why")
	case len(p.expect) > 1 || p.expect[0] != daemonv1alpha1.StopReason_STOP_REASON_EXITED:
		return nil
	case p.exit == nil && len(p.lines) == 0:
		return fmt.Errorf("a program that exits must say with which code or output")
	}
	return nil
}

func (p *program) mayTimeOut() bool {
	return slices.Contains(p.expect, daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT)
}

// length is how long neighbours are to run beside the program: beyond its end.
func (p *program) length() time.Duration {
	const beyond = 300 * time.Millisecond
	if p.mayTimeOut() {
		return p.timeout + beyond
	}
	return shortTimeout
}

var repeat = regexp.MustCompile(`@repeat\((\d+), ("(?:[^"\\]|\\.)*")\)`)

// expand replaces each @repeat(N, "text") by N times that text, for sources that
// are nested too deeply to be kept in a file.
func expand(text string) (string, error) {
	var failed error
	out := repeat.ReplaceAllStringFunc(text, func(s string) string {
		m := repeat.FindStringSubmatch(s)
		n, err := strconv.Atoi(m[1])
		unit, err2 := strconv.Unquote(m[2])
		failed = cmp.Or(failed, err, err2)
		return strings.Repeat(unit, n)
	})
	return out, failed
}

// reasonName is a stop reason as the headers have it.
func reasonName(r daemonv1alpha1.StopReason) string {
	return strings.ToLower(strings.TrimPrefix(r.String(), "STOP_REASON_"))
}

func isolationName(i daemonv1alpha1.Isolation) string {
	return strings.ToLower(strings.TrimPrefix(i.String(), "ISOLATION_"))
}

// TestCorpus holds the corpus to its size and to all languages.
func TestCorpus(t *testing.T) {
	all := corpus(t)
	if len(all) < 150 {
		t.Errorf("%d programs, fewer than 150", len(all))
	}
	count := make(map[string]int)
	for _, p := range all {
		count[p.language]++
		if p.pair != "" && !slices.ContainsFunc(all, func(o *program) bool { return o.file == p.pair }) {
			t.Errorf("%s: its pair %s is no program", p.file, p.pair)
		}
	}
	for _, language := range languages {
		if count[language] < 10 {
			t.Errorf("%d programs in %s, fewer than 10", count[language], language)
		}
	}
}
