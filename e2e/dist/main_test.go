// Package dist builds what a release consists of, and installs, uses, upgrades and removes
// its packages on a copy of this machine (machine.sh): the machine itself stays as it is.
// It needs root on a Debian, and ELIDED_TEST_DIST=1, which `make test-dist` sets.
package dist

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Versions that no release has.
const oldVersion, newVersion = "0.0.1", "0.0.2"

// patience bounds what has to happen soon.
const patience = 30 * time.Second

// repository is where the tests run.
const repository = "../.."

// command runs a command for a limited time.
func command(t *testing.T, env []string, name string, args ...string) (output string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// must runs a command that has to succeed.
func must(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := command(t, nil, name, args...)
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// wanted skips where this test is not wanted, and fails where it can't be.
func wanted(t *testing.T) {
	t.Helper()
	if os.Getenv("ELIDED_TEST_DIST") == "" {
		t.Skip("it takes minutes: make test-dist")
	}
	if os.Getuid() != 0 {
		t.Fatal("installing packages needs root")
	}
	if _, err := exec.LookPath("dpkg"); err != nil {
		t.Fatal("packages are installed with dpkg, which is not here: run it on a Debian")
	}
}

// install fetches tools of Debian's that are not here. Without them what they check isn't.
func install(t *testing.T, packages ...string) {
	var missing []string
	for _, p := range packages {
		if _, err := command(t, nil, "dpkg", "-s", p); err != nil {
			missing = append(missing, p)
		}
	}
	if len(missing) == 0 {
		return
	}
	env := []string{"DEBIAN_FRONTEND=noninteractive"}
	out, err := command(t, env, "apt-get", append([]string{"install", "-y", "-q", "--no-install-recommends"}, missing...)...)
	if err != nil { // the lists may be old, or not there
		_, _ = command(t, env, "apt-get", "update", "-q")
		out, err = command(t, env, "apt-get", append([]string{"install", "-y", "-q", "--no-install-recommends"}, missing...)...)
	}
	if err != nil {
		t.Logf("apt-get install %v: %v: %s", missing, err, out)
	}
}

// build makes a release from the tree in dir.
func build(t *testing.T, dir, version, archs string, env ...string) (out string) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "dist")
	begun := time.Now()
	text, err := command(t, append(env, "OUT="+out, "VERSION="+version, "ARCHS="+archs), filepath.Join(dir, "deploy/package/dist.sh"))
	if err != nil {
		t.Fatalf("dist.sh: %v\n%s", err, text)
	}
	t.Logf("built %s for %s in %v", version, archs, time.Since(begun).Round(time.Second))
	return out
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// lacks are the texts that are not in a text.
func lacks(text string, all ...string) (missing []string) {
	for _, one := range all {
		if !bytes.Contains([]byte(text), []byte(one)) {
			missing = append(missing, one)
		}
	}
	return missing
}

// eventually tries until it is true.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !f(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("not within " + patience.String() + ": " + what)
		}
	}
}
