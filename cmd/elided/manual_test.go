package main

import (
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/manual"
)

var update = flag.Bool("update", false, "write the page of the command line")

func testCLI() *cli {
	return &cli{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard}
}

// TestCLIPage checks that the page about the command line has every command and flag.
func TestCLIPage(t *testing.T) {
	const page, begin, end = "../../docs/cli.md", "-update -->\n", "<!-- end of commands -->"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	old, after, found := strings.Cut(rest, end)
	if !found {
		t.Fatal("the page has no place for the commands")
	}
	got := manual.Markdown(testCLI().command())
	if got == old {
		return
	}
	if !*update {
		t.Fatalf("%s is not what the commands say: run go test ./cmd/elided -run TestCLIPage -update", page)
	}
	if err := os.WriteFile(page, []byte(before+begin+got+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestCLIPageForAll makes sure that the page doesn't depend on who writes it.
func TestCLIPageForAll(t *testing.T) {
	as := manual.Markdown(testCLI().command())
	t.Setenv("XDG_RUNTIME_DIR", "/run/user/12345")
	t.Setenv("XDG_CONFIG_HOME", "/home/somebody/config")
	t.Setenv("ELIDED_CONFIG", "/somewhere/else.hcl")
	t.Setenv("ELIDED_SOCKET", "/somewhere/else.sock")
	t.Setenv("ELIDED_MAX_RUNNING", "7")
	if manual.Markdown(testCLI().command()) != as {
		t.Error("another environment makes another page")
	}
}

// TestManualPages has every command in a page that man(1)'s formatter takes.
func TestManualPages(t *testing.T) {
	dir := t.TempDir()
	root := testCLI().command()
	root.SetArgs([]string{"manual", dir})
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"elided.1", "elided-run.1", "elided-serve.1", "elided-sessions.1", "elided-completion.1", "elided.hcl.5"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	settings, err := os.ReadFile(filepath.Join(dir, "elided.hcl.5"))
	if err != nil || !strings.Contains(string(settings), "max_running") || !strings.Contains(string(settings), "ELIDED_MAX_RUNNING") {
		t.Errorf("the settings lack max_running: %v", err)
	}
	formatter, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		out, err := exec.Command(formatter, "-man", "-Tutf8", "-ww", "-z", page).CombinedOutput()
		if err != nil || len(out) > 0 {
			t.Errorf("%s: %v: %s", filepath.Base(page), err, out)
		}
	}
}

func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		var out strings.Builder
		if code := run([]string{"completion", shell}, strings.NewReader(""), &out, io.Discard); code != 0 || !strings.Contains(out.String(), "elided") {
			t.Errorf("%s: exit code %d", shell, code)
		}
	}
}
