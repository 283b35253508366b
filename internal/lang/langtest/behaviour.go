package langtest

import (
	"cmp"
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
)

// instances is how many run at once where that is tested.
const instances = 64

func (s *suite) testOutput(t *testing.T) {
	var lines strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&lines, "line %d\n", i)
	}
	for _, test := range []struct{ name, code, stdout, stderr string }{
		{"hello", s.Programs.Hello, "Hello\n", ""},
		{"unicode", s.Programs.Unicode, Text + "\n", ""},
		{"streams", s.Programs.Apart, "out 1\nout 2\n", "err 1\nerr 2\n"},
		{"many lines", s.Programs.ManyLines, lines.String(), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s.wantExit(t, s.program(test.code), 0, test.stdout, test.stderr)
		})
	}
	t.Run("files", func(t *testing.T) {
		s.wantExit(t, s.sources(s.Programs.LoadFile), 0, "from a file\n", "")
	})
}

func (s *suite) testBare(t *testing.T) {
	for _, test := range []struct{ name, code string }{
		{"empty", ""},
		{"comment", s.Programs.Comment},
		{"newlines", "\n\n"},
		{"windows newlines", s.Programs.Comment + "\r\n\r\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s.wantExit(t, s.program(test.code), 0, "", "")
		})
	}
}

func (s *suite) testLarge(t *testing.T) {
	var code strings.Builder
	for i := 0; code.Len() < 200<<10; i++ {
		fmt.Fprintf(&code, s.Programs.Statement+"\n", i)
	}
	code.WriteString(s.Programs.Hello)
	s.wantExit(t, s.program(code.String()), 0, "Hello\n", "")
}

func (s *suite) testEnvironment(t *testing.T) {
	t.Setenv("ELIDED_OF_THE_DAEMON", "secret")
	p := s.program(s.Programs.Args)
	p.Args = []string{"one", "", "with space", "--flag=é", "$HOME"}
	s.wantExit(t, p, 0, strings.Join(p.Args, "\n")+"\n", "")

	p = s.program(s.Programs.Env)
	p.Env = map[string]string{"B": "2 = two", "A": "é", "EMPTY": ""}
	s.wantExit(t, p, 0, "A=é\nB=2 = two\nEMPTY=\n", "")

	for _, code := range []string{s.Programs.Args, s.Programs.Env} {
		s.wantExit(t, s.program(code), 0, "", "")
	}
}

func (s *suite) testStdin(t *testing.T) {
	for _, text := range []string{"", "one line", "two\nlines\n", Text, strings.Repeat("0123456789abcde\n", 64<<10)} {
		p := s.program(s.Programs.Stdin)
		p.Stdin = []byte(text)
		s.wantExit(t, p, 0, text+"\n", "")
	}
	for _, bytes := range []string{"\xff\xfe", "a\x80b\n\xc3", "\xed\xa0\x80", "\x00\xff"} {
		p := s.program(s.Programs.Stdin)
		p.Stdin = []byte(bytes)
		if r := s.run(t, p); r.Reason != lang.Exited {
			t.Errorf("stdin %q ends it with reason %d, %+v", bytes, r.Reason, r.Err)
		}
	}
}

func (s *suite) testExitCode(t *testing.T) {
	s.wantExit(t, s.program(s.Programs.ExitCode), 7, "before\n", "")
}

func (s *suite) testFailures(t *testing.T) {
	for _, test := range []struct {
		name string
		Failure
		stdout string
	}{
		{"uncaught", s.Programs.Uncaught, "before\n"},
		{"syntax", s.Programs.SyntaxError, ""},
		{"in a file", s.Programs.LoadError, ""},
		{"syntax of a file", s.Programs.LoadSyntaxError, ""},
		{"missing file", s.Programs.MissingFile, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s.wantFailure(t, test.Failure, test.stdout)
		})
	}
}

func (s *suite) wantFailure(t *testing.T, f Failure, stdout string) {
	t.Helper()
	// Twice, since the second one may come from a cache.
	for range 2 {
		r := s.run(t, s.sources(f.Sources))
		wantText(t, "stdout", r.stdout, stdout)
		if r.Reason != lang.UncaughtError {
			t.Fatalf("ended with reason %d, %+v; want %d", r.Reason, r.Err, lang.UncaughtError)
		}
		if !strings.Contains(r.Err.Message, f.Message) || f.Message == "" {
			t.Errorf("message is %q; want %q in it", r.Err.Message, f.Message)
		}
		file := cmp.Or(f.File, s.main)
		column := cmp.Or(f.Column, max(r.Err.Column, 1))
		got := fmt.Sprintf("%s:%d:%d", r.Err.File, r.Err.Line, r.Err.Column)
		if want := fmt.Sprintf("%s:%d:%d", file, f.Line, column); got != want {
			t.Errorf("place is %s; want %s; stderr:\n%s", got, want, r.stderr)
		}
		if place := fmt.Sprintf(cmp.Or(s.Place, "%s:%d"), file, f.Line); !strings.Contains(r.stderr, place) {
			t.Errorf("stderr is %s; want %s in it", short(r.stderr), place)
		}
	}
}

func (s *suite) testInvalidError(t *testing.T) {
	if s.Programs.InvalidError == "" {
		t.Skip("the language has no such error")
	}
	r := s.run(t, s.program(s.Programs.InvalidError))
	if r.Reason != lang.UncaughtError {
		t.Errorf("ended with reason %d, %+v; want %d", r.Reason, r.Err, lang.UncaughtError)
	}
	if !utf8.ValidString(r.Err.File) {
		t.Errorf("file is %q", r.Err.File)
	}
}

func (s *suite) testStackOverflow(t *testing.T) {
	for range 2 {
		r := s.run(t, s.sources(s.Programs.DeepRecursion))
		if r.Reason != lang.StackOverflow {
			t.Errorf("ended with reason %d, %+v; want %d", r.Reason, r.Err, lang.StackOverflow)
		}
		if limit := 64 << 10; len(r.stderr) > limit {
			t.Errorf("stderr has %d bytes; want %d at most", len(r.stderr), limit)
		}
	}
}

func (s *suite) testIsolation(t *testing.T) {
	s.wantExit(t, s.program(s.Programs.Pristine), 0, "pristine\n", "")
	p := s.program(s.Programs.Pollute)
	p.Args, p.Env = []string{"arg"}, map[string]string{"KEY": "value"}
	// An instance prepared before must not see it either.
	early := s.Runtime.Prepare()
	for range 3 {
		s.wantExit(t, p, 0, "", "")
		s.wantExit(t, s.program(s.Programs.Pristine), 0, "pristine\n", "")
	}
	if len(p.Args) != 1 || p.Args[0] != "arg" || !maps.Equal(p.Env, map[string]string{"KEY": "value"}) {
		t.Errorf("the program changed what it was given to %q, %q", p.Args, p.Env)
	}
	stdout, stderr := watch("pristine\n"), watch("\n")
	start(early, s.program(s.Programs.Pristine), &lang.Host{Stdout: stdout, Stderr: stderr}).wait(t)
	wantText(t, "stdout", stdout.String(), "pristine\n")
	wantText(t, "stderr", stderr.String(), "")
}

func (s *suite) testConcurrency(t *testing.T) {
	type run struct {
		*running
		stdout, stderr *watched
	}
	runs := make([]run, instances)
	for i := range runs {
		p := s.program(s.Programs.Args)
		for j := range 200 {
			p.Args = append(p.Args, fmt.Sprintf("run %d argument %d", i, j))
		}
		stdout, stderr := watch("argument 199"), watch("\n")
		runs[i] = run{start(s.Runtime.Prepare(), p, &lang.Host{Stdout: stdout, Stderr: stderr}), stdout, stderr}
	}
	for i, r := range runs {
		if out := r.wait(t); out.Reason != lang.Exited || out.ExitCode != 0 {
			t.Errorf("run %d ended with %+v", i, out)
		}
		var want strings.Builder
		for j := range 200 {
			fmt.Fprintf(&want, "run %d argument %d\n", i, j)
		}
		wantText(t, "stdout", r.stdout.String(), want.String())
		wantText(t, "stderr", r.stderr.String(), "")
	}
}

func (s *suite) testTimerLimit(t *testing.T) {
	if s.Programs.Timers == "" {
		t.Skip("the language has no timers")
	}
	for _, test := range []struct {
		limit int
		want  lang.Reason
	}{{99, lang.TimerLimit}, {100, lang.Exited}, {0, lang.Exited}} {
		stdout, stderr := watch("over\n"), watch("\n")
		out := start(s.Runtime.Prepare(), s.program(s.Programs.Timers), &lang.Host{Stdout: stdout, Stderr: stderr, Timers: test.limit}).wait(t)
		checkOutcome(t, out, stderr.String())
		if over := stdout.String() == "over\n"; out.Reason != test.want || over != (test.want == lang.Exited) {
			t.Errorf("with %d timers it ended with reason %d, %+v, having printed %q", test.limit, out.Reason, out.Err, stdout)
		}
	}
}
