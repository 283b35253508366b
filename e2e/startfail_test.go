package e2e

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestServeRefuses has the daemon start where it can't. It says why in one line of its
// own and ends: 2 for what the operator wrote, 1 for what the machine lacks. A machine
// without a sandbox is a matter of internal/sandbox's tests.
func TestServeRefuses(t *testing.T) {
	d := startDaemon(t)
	taken := listenTCP(t)
	at := func(name string) string { return filepath.Join(d.dir, name) }
	write(t, at("bad.hcl"), "limits {\n  max_timout = \"3s\"\n}\n")
	write(t, at("file"), "")
	tests := map[string]struct {
		flags []string
		code  int
		words []string
	}{
		"bad configuration":      {[]string{"--config", at("bad.hcl")}, 2, []string{"bad.hcl:2:3", "max_timout", "max_timeout"}},
		"no configuration":       {[]string{"--config", at("none.hcl")}, 2, []string{"none.hcl", "no such file"}},
		"socket served":          {[]string{"--socket", d.socket}, 1, []string{d.socket, "served by another daemon", "--socket"}},
		"socket no socket":       {[]string{"--socket", at("file")}, 1, []string{at("file"), "no socket"}},
		"HTTP address taken":     {[]string{"--http", taken}, 1, []string{"--http", taken, "in use"}},
		"state directory in use": {[]string{"--state-dir", at("state")}, 1, []string{at("state"), "in use", "--state-dir"}},
		"state directory a file": {[]string{"--state-dir", at("file")}, 1, []string{at("file"), "--state-dir"}},
		"no state directory":     {[]string{"--state-dir", "/proc/self/state"}, 1, []string{"/proc/self/state", "--state-dir"}},
		"audit log a directory":  {[]string{"--audit-log", d.dir}, 1, []string{d.dir, "directory"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir) // a relative path is short enough for a socket
			code, said := serveUntilItEnds(t, append([]string{"--socket", "s", "--state-dir", dir + "/state"}, test.flags...)...)
			lines := complaints(said)
			if code != test.code || len(lines) != 1 {
				t.Fatalf("exit code %d, want %d, and %d complaints: %s", code, test.code, len(lines), said)
			}
			for _, word := range test.words {
				if !strings.Contains(lines[0], word) {
					t.Errorf("%q doesn't have %q", lines[0], word)
				}
			}
		})
	}
	d.end(d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "1"})) // unharmed
}

// TestServeUnwritable is a user's daemon with root's directory.
func TestServeUnwritable(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("to be another user takes root")
	}
	dir := t.TempDir()
	self, err := os.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = self.Close() }() // only run
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "/proc/self/fd/3", "serve", "--socket", "/tmp/s", "--state-dir", dir)
	cmd.ExtraFiles = []*os.File{self}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	said, err := cmd.CombinedOutput()
	if err == nil || cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %s", err, said)
	}
	for _, word := range []string{dir, "permission denied", "65534", "--state-dir"} {
		if lines := complaints(string(said)); len(lines) != 1 || !strings.Contains(lines[0], word) {
			t.Errorf("%q doesn't have %q", lines, word)
		}
	}
}

func serveUntilItEnds(t *testing.T, flags ...string) (code int, said string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, append([]string{"serve"}, flags...)...)
	out, err := cmd.CombinedOutput()
	if err == nil || ctx.Err() != nil {
		t.Fatalf("it did not fail: %s", out)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// complaints are the lines that are not the log's.
func complaints(said string) (lines []string) {
	for line := range strings.Lines(said) {
		if !strings.HasPrefix(line, "time=") {
			lines = append(lines, line)
		}
	}
	return lines
}

func listenTCP(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l.Addr().String()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
