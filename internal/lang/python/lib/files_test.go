package lib_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestFiles runs the programs that work in a directory /data, which is empty at first.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/files/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			var stdout, stderr bytes.Buffer
			p := &lang.Program{Name: filepath.Base(file), Code: string(source), Dir: "/data", Env: map[string]string{}}
			h := &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: hostfstest.Files(t, "/data", t.TempDir())}
			if out := python.New().Prepare().Run(p, h); out.ExitCode != 0 {
				t.Error(stderr.String())
			}
			compare(t, stdout.String(), string(want))
		})
	}
}

// TestNotGranted uses files and the environment without having them.
func TestNotGranted(t *testing.T) {
	for _, code := range []string{
		"open('x')", "import os; os.listdir('.')", "import os; os.mkdir('x')", "import pathlib; pathlib.Path('x').write_text('')",
		"import tempfile; tempfile.mkdtemp()", "import os; os.environ['HOME']", "import os; os.getenv('HOME')",
		"import subprocess; subprocess.run(['ls'])", "import socket; socket.socket()", "import os; os.system('ls')",
		"import ftplib; ftplib.FTP('x')", "import smtplib; smtplib.SMTP('x')", "import http.server as s; s.HTTPServer(('', 0), None)",
		"import syslog; syslog.syslog('x')", "import selectors; selectors.DefaultSelector().register(0, 1)", "import resource as r; r.setrlimit(0, (1, 1))",
	} {
		var stdout, stderr bytes.Buffer
		p := &lang.Program{Name: "x.py", Code: code, Dir: "/"}
		out := python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, NoEnv: true})
		if out.ExitCode != 1 || !strings.Contains(stderr.String(), "PermissionError: ") {
			t.Errorf("%s: %s", code, stderr.String())
		}
	}
}

// TestWithoutEnvironment does what needs no environment, though CPython looks into it.
func TestWithoutEnvironment(t *testing.T) {
	for code, want := range map[string]string{
		"import locale; print(locale.setlocale(locale.LC_ALL, ''))": "C\n",
		"import cgi; print(cgi.parse_header('a; b=c'))":             "('a', {'b': 'c'})\n",
	} {
		var stdout, stderr bytes.Buffer
		p := &lang.Program{Name: "x.py", Code: code, Dir: "/"}
		python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, NoEnv: true})
		if stdout.String() != want {
			t.Errorf("%s: %q %s", code, stdout.String(), stderr.String())
		}
	}
}
