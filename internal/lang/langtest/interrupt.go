package langtest

import (
	"io"
	"slices"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// endless are the programs that end by an interrupt only.
func (s *suite) endless() map[string]string {
	return map[string]string{"busy": s.Programs.BusyLoop, "sleeping": s.Programs.Sleep, "flooding": s.Programs.Flood}
}

func wantInterrupted(t *testing.T, out lang.Outcome) {
	t.Helper()
	if out.Reason != lang.Interrupted || out.Err != nil {
		t.Errorf("ended with reason %d, %+v; want %d", out.Reason, out.Err, lang.Interrupted)
	}
}

// wantHealthy checks that what was interrupted left no mark on the runtime.
func (s *suite) wantHealthy(t *testing.T) {
	t.Helper()
	s.wantExit(t, s.program(s.Programs.Hello), 0, "Hello\n", "")
}

func (s *suite) testInterruptBefore(t *testing.T) {
	programs := s.endless()
	programs["empty"] = ""
	programs["short"] = s.Programs.Hello
	programs["failing"] = s.Programs.Uncaught.Code
	for name, code := range programs {
		t.Run(name, func(t *testing.T) {
			in := s.Runtime.Prepare()
			atOnce(t, "Interrupt before Run", in.Interrupt)
			atOnce(t, "Interrupt again", in.Interrupt)
			stdout, stderr := watch("\n"), watch("\n")
			wantInterrupted(t, start(in, s.program(code), &lang.Host{Stdout: stdout, Stderr: stderr}).wait(t))
			wantText(t, "stdout", stdout.String(), "")
			wantText(t, "stderr", stderr.String(), "")
		})
	}
	s.wantHealthy(t)
}

func (s *suite) testInterruptDuring(t *testing.T) {
	for name, code := range s.endless() {
		t.Run(name, func(t *testing.T) {
			ready := "ready\n"
			if name == "flooding" {
				ready = "\n"
			}
			stdout, stderr := watch(ready), watch("\n")
			r := start(s.Runtime.Prepare(), s.program(code), &lang.Host{Stdout: stdout, Stderr: stderr})
			r.waitFor(t, stdout.found)
			atOnce(t, "Interrupt", r.Interrupt)
			atOnce(t, "Interrupt again", r.Interrupt)
			wantInterrupted(t, r.wait(t))
			if name != "flooding" {
				wantText(t, "stdout", stdout.String(), "ready\n")
			}
			wantText(t, "stderr", stderr.String(), "")
		})
	}
	s.wantHealthy(t)
}

// waitFor waits for what a running program does.
func (r *running) waitFor(t *testing.T, event <-chan struct{}) {
	t.Helper()
	timer := time.NewTimer(soon)
	defer timer.Stop()
	select {
	case <-event:
	case <-r.done:
		t.Fatalf("the run ended too early, with %+v, %+v", r.out, r.out.Err)
	case <-timer.C:
		r.Interrupt()
		t.Fatalf("the program has not done within %v what was waited for", soon)
	}
}

func (s *suite) testInterruptBlocked(t *testing.T) {
	for _, test := range []struct {
		name, code string
		stderr     bool
	}{
		{"flooding", s.Programs.Flood, false},
		{"exiting", s.Programs.ExitCode, false},
		{"failing", s.Programs.SyntaxError.Code, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newStuck()
			h := &lang.Host{Stdout: w, Stderr: io.Discard}
			if test.stderr {
				h.Stdout, h.Stderr = h.Stderr, h.Stdout
			}
			r := start(s.Runtime.Prepare(), s.program(test.code), h)
			r.waitFor(t, w.blocked)
			atOnce(t, "Signal while blocked", func() { r.Signal("SIGTERM") })
			atOnce(t, "Interrupt while blocked", r.Interrupt)
			close(w.released)
			wantInterrupted(t, r.wait(t))
		})
	}
	s.wantHealthy(t)
}

func (s *suite) testInterruptAfter(t *testing.T) {
	in := s.Runtime.Prepare()
	stdout, stderr := watch("Hello\n"), watch("\n")
	out := start(in, s.program(s.Programs.Hello), &lang.Host{Stdout: stdout, Stderr: stderr}).wait(t)
	atOnce(t, "Interrupt after Run", in.Interrupt)
	atOnce(t, "Signal after Run", func() { in.Signal("SIGTERM") })
	if out.Reason != lang.Exited {
		t.Errorf("ended with %+v", out)
	}
	wantText(t, "stdout", stdout.String(), "Hello\n")
	s.wantHealthy(t)
}

// testInterruptAnyTime interrupts at moments spread over the start of a run.
func (s *suite) testInterruptAnyTime(t *testing.T) {
	for i := range instances {
		r := start(s.Runtime.Prepare(), s.program(s.Programs.Sleep), &lang.Host{Stdout: io.Discard, Stderr: io.Discard})
		timer := time.NewTimer(time.Duration(i) * 10 * time.Microsecond)
		<-timer.C
		r.Interrupt()
		wantInterrupted(t, r.wait(t))
	}
}

// testClosedOutput has Writes fail without an Interrupt, as at the output limit.
func (s *suite) testClosedOutput(t *testing.T) {
	for _, test := range []struct {
		name, code     string
		stdout, stderr io.Writer
	}{
		{"flooding", s.Programs.Flood, &closing{}, io.Discard},
		{"flooding later", s.Programs.Flood, &closing{left: 10}, io.Discard},
		{"busy", s.Programs.BusyLoop, &closing{}, io.Discard},
		{"sleeping", s.Programs.Sleep, &closing{}, io.Discard},
		{"exiting", s.Programs.ExitCode, &closing{}, io.Discard},
		{"short", s.Programs.Hello, &closing{}, io.Discard},
		{"stderr", s.Programs.Apart, io.Discard, &closing{}},
		{"failing", s.Programs.Uncaught.Code, io.Discard, &closing{}},
		{"syntax", s.Programs.SyntaxError.Code, io.Discard, &closing{}},
		{"overflowing", s.Programs.DeepRecursion.Code, io.Discard, &closing{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := start(s.Runtime.Prepare(), s.program(test.code), &lang.Host{Stdout: test.stdout, Stderr: test.stderr})
			wantInterrupted(t, r.wait(t))
		})
	}
	s.wantHealthy(t)
}

// testSignals sends signals to programs that have no handler.
func (s *suite) testSignals(t *testing.T) {
	for name, code := range map[string]string{"busy": s.Programs.BusyLoop, "sleeping": s.Programs.Sleep} {
		t.Run(name, func(t *testing.T) {
			in := s.Runtime.Prepare()
			s.wantUnhandled(t, in, "before Run")
			stdout, stderr := watch("ready\n"), watch("\n")
			r := start(in, s.program(code), &lang.Host{Stdout: stdout, Stderr: stderr})
			r.waitFor(t, stdout.found)
			s.wantUnhandled(t, in, "during Run")
			select {
			case <-r.done:
				t.Fatalf("a signal without a handler ended the run with %+v", r.out)
			default:
			}
			r.Interrupt()
			wantInterrupted(t, r.wait(t))
			s.wantUnhandled(t, in, "after Run")
			wantText(t, "stdout", stdout.String(), "ready\n")
			wantText(t, "stderr", stderr.String(), "")
		})
	}
}

func (s *suite) wantUnhandled(t *testing.T, in lang.Instance, when string) {
	t.Helper()
	for _, name := range []string{"SIGTERM", "SIGUSR1", "SIGNONE", ""} {
		if slices.Contains(s.Ends, name) && when == "during Run" {
			continue
		}
		atOnce(t, "Signal "+when, func() {
			if in.Signal(name) {
				t.Errorf("%q is handled %s", name, when)
			}
		})
	}
}

// testEnds sends signals that end a program to one that sleeps.
func (s *suite) testEnds(t *testing.T) {
	for _, name := range s.Ends {
		t.Run(name, func(t *testing.T) {
			stdout := watch("ready\n")
			r := start(s.Runtime.Prepare(), s.program(s.Programs.Sleep), &lang.Host{Stdout: stdout, Stderr: io.Discard})
			r.waitFor(t, stdout.found)
			atOnce(t, "Signal", func() {
				if !r.Signal(name) {
					t.Errorf("%s is not handled", name)
				}
			})
			if out := r.wait(t); out.ExitCode < 128 || out.Reason == lang.Interrupted {
				t.Errorf("ended with %+v", out)
			}
		})
	}
}

func (s *suite) testHandler(t *testing.T) {
	if s.Programs.Handler == "" {
		t.Skip("the language has no signal handlers")
	}
	stdout, stderr := watch("ready\n"), watch("\n")
	r := start(s.Runtime.Prepare(), s.program(s.Programs.Handler), &lang.Host{Stdout: stdout, Stderr: stderr})
	r.waitFor(t, stdout.found)
	atOnce(t, "Signal", func() {
		if r.Signal("SIGUSR2") {
			t.Error("SIGUSR2 is handled")
		}
		if !r.Signal("SIGTERM") {
			t.Error("SIGTERM is not handled")
		}
	})
	if out := r.wait(t); out.Reason != lang.Exited || out.ExitCode != 5 {
		t.Errorf("ended with %+v", out)
	}
	wantText(t, "stdout", stdout.String(), "ready\nSIGTERM\n")
	wantText(t, "stderr", stderr.String(), "")
}
