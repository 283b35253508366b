package langtest

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
)

// soon is how long anything may take that should happen at once: long enough for
// a loaded machine and the race detector.
const soon = 10 * time.Second

// A suite is the state of one language's tests.
type suite struct {
	Language
	main string // the main source's name
}

func newSuite(t *testing.T, l Language) *suite {
	t.Helper()
	info, ok := lang.Lookup(l.Name)
	if !ok {
		t.Fatalf("no language %q", l.Name)
	}
	return &suite{Language: l, main: "main" + info.Extensions[0]}
}

func (s *suite) program(code string) *lang.Program {
	return &lang.Program{Name: s.main, Code: code, Dir: "/"}
}

func (s *suite) sources(src Sources) *lang.Program {
	p := s.program(src.Code)
	p.Files = src.Files
	return p
}

// A result is all that a run gave.
type result struct {
	lang.Outcome
	stdout, stderr string
}

// run runs p to its end, which is expected to come by itself.
func (s *suite) run(t *testing.T, p *lang.Program) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	r := start(s.Runtime.Prepare(), p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	out := r.wait(t)
	checkOutcome(t, out, stderr.String())
	return result{out, stdout.String(), stderr.String()}
}

// wantExit runs a program that is to exit by itself.
func (s *suite) wantExit(t *testing.T, p *lang.Program, code int, stdout, stderr string) {
	t.Helper()
	r := s.run(t, p)
	if r.Reason != lang.Exited || r.ExitCode != code {
		t.Errorf("ended with reason %d, exit code %d, error %+v; want %d, %d", r.Reason, r.ExitCode, r.Err, lang.Exited, code)
	}
	wantText(t, "stdout", r.stdout, stdout)
	wantText(t, "stderr", r.stderr, stderr)
}

func wantText(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %s; want %s", what, short(got), short(want))
	}
}

// short quotes s, its middle left out when it is long.
func short(s string) string {
	if len(s) > 400 {
		s = s[:200] + " ... " + s[len(s)-200:]
	}
	return "\"" + s + "\""
}

// checkOutcome checks what holds for every end of every program.
func checkOutcome(t *testing.T, out lang.Outcome, stderr string) {
	t.Helper()
	if out.Reason == lang.Exited || out.Reason == lang.Interrupted {
		if out.Err != nil {
			t.Errorf("reason %d has the error %+v", out.Reason, out.Err)
		}
		return
	}
	if out.ExitCode != 1 {
		t.Errorf("reason %d has exit code %d; want 1", out.Reason, out.ExitCode)
	}
	if out.Err == nil {
		t.Fatalf("reason %d has no error", out.Reason)
	}
	checkError(t, out.Err, stderr)
}

func checkError(t *testing.T, e *lang.Error, stderr string) {
	t.Helper()
	if e.Message == "" || strings.Contains(e.Message, "\n") || !utf8.ValidString(e.Message) {
		t.Errorf("message %q is not one line of text", e.Message)
	}
	if e.Stack == "" || !utf8.ValidString(e.Stack) {
		t.Errorf("stack %q is not text", short(e.Stack))
	}
	if !strings.Contains(stderr, strings.TrimRight(e.Stack, "\n")) {
		t.Errorf("stderr is %s; it lacks the stack %s", short(stderr), short(e.Stack))
	}
	if e.Line < 0 || e.Column < 0 || (e.Line > 0 && e.File == "") {
		t.Errorf("place is %q:%d:%d", e.File, e.Line, e.Column)
	}
}

// A running is a Run in a goroutine of its own.
type running struct {
	lang.Instance
	done chan struct{}
	out  lang.Outcome // after done
}

func start(in lang.Instance, p *lang.Program, h *lang.Host) *running {
	r := &running{Instance: in, done: make(chan struct{})}
	go func() {
		defer close(r.done)
		r.out = in.Run(p, h)
	}()
	return r
}

// wait returns the outcome. A run that doesn't end in time is interrupted, and
// the test fails.
func (r *running) wait(t *testing.T) lang.Outcome {
	t.Helper()
	if !within(r.done) {
		r.Interrupt()
		if within(r.done) {
			t.Fatalf("the run did not end within %v, but when interrupted", soon)
		}
		t.Fatalf("the run did not end within %v, not even when interrupted", soon)
	}
	return r.out
}

func within(done <-chan struct{}) bool {
	timer := time.NewTimer(soon)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
		return false
	}
}

// atOnce calls what must not block.
func atOnce(t *testing.T, what string, call func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		call()
	}()
	if !within(done) {
		t.Fatalf("%s blocks", what)
	}
}

// A watched writer says when text has been written to it.
type watched struct {
	text  string
	found chan struct{} // closed then

	mu  sync.Mutex
	all []byte
}

func watch(text string) *watched {
	return &watched{text: text, found: make(chan struct{})}
}

func (w *watched) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	before := bytes.Contains(w.all, []byte(w.text))
	w.all = append(w.all, b...)
	if !before && bytes.Contains(w.all, []byte(w.text)) {
		close(w.found)
	}
	return len(b), nil
}

func (w *watched) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return string(w.all)
}

// A stuck writer blocks each Write until it is released, and then fails them all.
type stuck struct {
	blocked  chan struct{} // closed by the first Write
	released chan struct{}
	once     sync.Once
}

func newStuck() *stuck {
	return &stuck{blocked: make(chan struct{}), released: make(chan struct{})}
}

func (w *stuck) Write([]byte) (int, error) {
	w.once.Do(func() { close(w.blocked) })
	<-w.released
	return 0, errClosed
}

var errClosed = errors.New("output is closed")

// A closing writer takes so many Writes and fails from then on.
type closing struct{ left int }

func (w *closing) Write(b []byte) (int, error) {
	if w.left == 0 {
		return 0, errClosed
	}
	w.left--
	return len(b), nil
}

var _ io.Writer = (*closing)(nil)

// checkGoroutines fails t when it ends with more goroutines than it began with.
// One that is about to end gets the time to.
func checkGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		deadline := time.NewTimer(soon)
		defer deadline.Stop()
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for runtime.NumGoroutine() > before {
			select {
			case <-tick.C:
			case <-deadline.C:
				stacks := make([]byte, 64<<10)
				t.Errorf("%d goroutines are left of %d:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
				return
			}
		}
	})
}
