package langtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// testNotGranted uses each intrinsic without having it: an error that names it, of
// which the stack is written all the same.
func (s *suite) testNotGranted(t *testing.T) {
	for _, test := range []struct {
		name, intrinsic, code string
		host                  lang.Host
	}{
		{"output", "io", s.Programs.Hello, lang.Host{NoIO: true}},
		{"input", "io", s.Programs.Stdin, lang.Host{NoIO: true}},
		{"environment", "env", s.Programs.Env, lang.Host{NoEnv: true}},
		{"files", "fs", s.Programs.Files, lang.Host{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			stdout, stderr := watch("\n"), watch("\n")
			h := test.host
			h.Stdout, h.Stderr = stdout, stderr
			out := start(s.Runtime.Prepare(), s.program(test.code), &h).wait(t)
			checkOutcome(t, out, stderr.String())
			want := lang.NotGranted(test.intrinsic)
			if out.Reason != lang.UncaughtError || out.Err == nil || !strings.Contains(out.Err.Message, want) {
				t.Errorf("ended with reason %d, %+v; want an error with %q", out.Reason, out.Err, want)
			}
			wantText(t, "stdout", stdout.String(), "")
		})
	}
}

func (s *suite) testFiles(t *testing.T) {
	dir := t.TempDir()
	content := strings.Repeat("one line of many\n", 20_000) + Text
	if err := os.WriteFile(filepath.Join(dir, "in"), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr := watch("over\n"), watch("\n")
	h := &lang.Host{Stdout: stdout, Stderr: stderr, Files: s.Language.Files(t, "/data", dir)}
	out := start(s.Runtime.Prepare(), s.program(s.Programs.Files), h).wait(t)
	if out.Reason != lang.UncaughtError || out.Err == nil || !strings.Contains(strings.ToLower(out.Err.Message), "no such file or directory") {
		t.Errorf("ended with reason %d, %+v; want an error that says so; stderr %s", out.Reason, out.Err, stderr)
	}
	wantText(t, "stdout", stdout.String(), "in\nout\nover\n")
	copied, err := os.ReadFile(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "the file", string(copied), content)
}

// never is a lang.Files that answers nothing.
type never struct{}

func (never) Call(lang.FileCall, func(lang.FileResult)) {}

// testInterruptFiles interrupts a program that waits for a file.
func (s *suite) testInterruptFiles(t *testing.T) {
	r := start(s.Runtime.Prepare(), s.program(s.Programs.Files), &lang.Host{Stdout: watch("\n"), Stderr: watch("\n"), Files: never{}})
	atOnce(t, "Interrupt", r.Interrupt)
	if out := r.wait(t); out.Reason != lang.Interrupted {
		t.Errorf("ended with reason %d, %+v; want %d", out.Reason, out.Err, lang.Interrupted)
	}
}
