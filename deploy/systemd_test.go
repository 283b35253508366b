// Package deploy_test checks what a package installs beside the programs.
package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// units copies the units to where systemd looks at them, with a program that is there in the
// place of the installed one.
func units(t *testing.T) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed")
	}
	dir = t.TempDir()
	for _, name := range []string{"elided.service", "elided.socket", "elided-http.socket", "elided-tcp.socket"} {
		text, err := os.ReadFile(filepath.Join("systemd", name))
		if err != nil {
			t.Fatal(err)
		}
		installed := strings.ReplaceAll(string(text), "/usr/bin/elided", "/bin/true")
		if err := os.WriteFile(filepath.Join(dir, name), []byte(installed), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestUnits has systemd read the units: no line of them may be one that it doesn't take.
func TestUnits(t *testing.T) {
	dir := units(t)
	out, err := exec.Command("systemd-analyze", "verify", "--man=no",
		filepath.Join(dir, "elided.service"), filepath.Join(dir, "elided.socket"), filepath.Join(dir, "elided-http.socket"), filepath.Join(dir, "elided-tcp.socket")).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v: %s", err, out)
	}
}

// TestUnitsHardened has systemd rate the service: 2.0 at most, of 10.
func TestUnitsHardened(t *testing.T) {
	out, err := exec.Command("systemd-analyze", "security", "--offline=true", "--threshold=20", filepath.Join(units(t), "elided.service")).CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// TestUnitLeavesRoom keeps out of the unit what has no worker start: with RestrictNamespaces=
// there is no clone3, by which one is born in its control group, and without the calls of
// the sandbox there is none. make vm-systemd has found both.
func TestUnitLeavesRoom(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("systemd", "elided.service"))
	if err != nil {
		t.Fatal(err)
	}
	var allowed string
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "RestrictNamespaces=") {
			t.Error(line)
		}
		if rest, ok := strings.CutPrefix(line, "SystemCallFilter="); ok && !strings.HasPrefix(rest, "~") {
			allowed += rest
		}
	}
	for _, call := range []string{"@mount", "seccomp", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"} {
		if !strings.Contains(allowed, call) {
			t.Errorf("%s is not allowed", call)
		}
	}
}
