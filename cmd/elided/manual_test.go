package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/manual"
	"github.com/elide-dev/elided/internal/testpage"
)

func testCLI() *cli {
	return &cli{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard}
}

// TestCLIPage checks that the page about the command line has every command and flag.
func TestCLIPage(t *testing.T) {
	testpage.Section(t, "../../docs/cli.md", "commands", manual.Markdown(testCLI().command()))
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
