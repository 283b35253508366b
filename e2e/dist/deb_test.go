package dist

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const (
	configFile = "/etc/elided/elided.hcl"
	socket     = "/run/elided/elided.sock"
	stateDir   = "/var/lib/elided"
	plugin     = "/usr/lib/nomad/plugins/nomad-driver-elide"
)

// The directories of two releases, for the test that runs on the copy of this machine.
const oldVariable, nextVariable = "ELIDED_TEST_DIST_OLD", "ELIDED_TEST_DIST_NEXT"

// onACopy runs TestDeb on a copy of this machine.
func onACopy(t *testing.T, old, next string) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs("machine.sh")
	if err != nil {
		t.Fatal(err)
	}
	out, err := command(t, []string{oldVariable + "=" + old, nextVariable + "=" + next}, "unshare", "--mount", "--propagation", "private",
		"--pid", "--fork", "--kill-child", script, self, "-test.v", "-test.run", "^TestDeb$")
	t.Logf("%s", out)
	if err != nil || !strings.Contains(out, "--- PASS: TestDeb ") {
		t.Error(err)
	}
}

// TestDeb installs the packages of one version, upgrades them to the next, and removes them.
func TestDeb(t *testing.T) {
	old, next := os.Getenv(oldVariable), os.Getenv(nextVariable)
	if old == "" {
		t.Skip("TestDist runs it, on a copy of the machine")
	}
	blank(t)
	t.Run("WithoutSystemd", func(t *testing.T) { withoutSystemd(t, old) })

	must(t, "dpkg", "-i", debOf(old, "elided", oldVersion), debOf(old, "nomad-driver-elide", oldVersion))
	t.Run("Installed", installed)
	d := start(t)
	t.Run("Used", func(t *testing.T) { used(t, d, oldVersion) })

	setTimeout(t, "7s")
	must(t, "dpkg", "-i", debOf(next, "elided", newVersion), debOf(next, "nomad-driver-elide", newVersion))
	d.stop()
	d = start(t)
	t.Run("Upgraded", func(t *testing.T) {
		used(t, d, newVersion)
		if got := d.elided("capabilities"); !strings.Contains(strings.Join(strings.Fields(got), " "), "limit timeout default 7000") {
			t.Errorf("the configuration was not kept: %s", got)
		}
	})
	d.stop()

	must(t, "dpkg", "-r", "nomad-driver-elide", "elided")
	t.Run("Removed", removed)
	must(t, "dpkg", "-P", "nomad-driver-elide", "elided")
	t.Run("Purged", purged)
}

func debOf(dist, name, version string) string {
	return filepath.Join(dist, name+"_"+version+"-1_amd64.deb")
}

// blank removes what an elided of the machine's own has left.
func blank(t *testing.T) {
	_, _ = command(t, nil, "dpkg", "--purge", "nomad-driver-elide", "elided")
	_, _ = command(t, nil, "userdel", "elided")
	must(t, "rm", "-rf", "/etc/elided", stateDir, "/var/log/elided", "/usr/bin/elided")
	purged(t)
}

// withoutSystemd installs where neither of systemd's tools is.
func withoutSystemd(t *testing.T, dist string) {
	var away []string
	for _, tool := range []string{"systemd-sysusers", "systemd-tmpfiles"} {
		if path, err := exec.LookPath(tool); err == nil {
			must(t, "mv", path, path+".away")
			away = append(away, path)
		}
	}
	must(t, "dpkg", "-i", debOf(dist, "elided", oldVersion))
	t.Run("Installed", userAndDirectories)
	must(t, "dpkg", "-P", "elided")
	t.Run("Purged", purged)
	for _, path := range away {
		must(t, "mv", path+".away", path)
	}
}

func userAndDirectories(t *testing.T) {
	user := must(t, "getent", "passwd", "elided")
	if missing := lacks(user, ":"+stateDir+":/usr/sbin/nologin"); missing != nil {
		t.Error(user)
	}
	for path, want := range map[string]string{stateDir: "elided:elided 700", "/run/elided": "elided:elided 755", "/var/log/elided": "elided:elided 700"} {
		if got := strings.TrimSpace(must(t, "stat", "-c", "%U:%G %a", path)); got != want {
			t.Errorf("%s is %s, not %s", path, got, want)
		}
	}
}

func installed(t *testing.T) {
	userAndDirectories(t)
	for _, name := range []string{"elided", "nomad-driver-elide"} {
		for path := range strings.Lines(must(t, "dpkg", "-L", name)) {
			if _, err := os.Lstat(strings.TrimSpace(path)); err != nil && !strings.HasPrefix(path, "/usr/share/") { // which slim machines leave out
				t.Error(err)
			}
		}
	}
	if out := must(t, "/usr/bin/elided", "config", "check", "--config", configFile); !strings.Contains(out, "good") {
		t.Error(out)
	}
	if out, err := command(t, nil, plugin); err == nil || !strings.Contains(out, "plugin") {
		t.Errorf("the driver says nothing about being a plugin: %v: %s", err, out)
	}
	must(t, "bash", "-n", "/usr/share/bash-completion/completions/elided")
}

// A daemon runs as the user of the package, without systemd.
type daemon struct {
	t   *testing.T
	cmd *exec.Cmd
	log strings.Builder
}

func start(t *testing.T) *daemon {
	t.Helper()
	d := &daemon{t: t}
	d.cmd = exec.Command("setpriv", "--reuid", "elided", "--regid", "elided", "--init-groups", "--reset-env",
		"/usr/bin/elided", "serve", "--config", configFile)
	d.cmd.Stdout, d.cmd.Stderr = &d.log, &d.log
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.stop)
	eventually(t, "the daemon answers", func() bool {
		_, err := command(t, nil, "/usr/bin/elided", "health")
		return err == nil
	})
	return d
}

// stop has the daemon end, and is called once more when the test ends early.
func (d *daemon) stop() {
	if d.cmd.ProcessState != nil {
		return
	}
	_ = d.cmd.Process.Signal(syscall.SIGTERM)
	if err := d.cmd.Wait(); err != nil {
		d.t.Errorf("the daemon ended with %v: %s", err, &d.log)
	}
}

// elided runs a client as somebody who is a member of the group, and nobody else. It finds the
// machine's daemon by itself.
func (d *daemon) elided(args ...string) string {
	d.t.Helper()
	return must(d.t, "setpriv", member(append([]string{"/usr/bin/elided"}, args...)...)...)
}

func member(line ...string) []string {
	return append([]string{"--reuid", "65534", "--regid", "65534", "--groups", "elided", "--reset-env"}, line...)
}

// used has a daemon run programs for a member of its group, and not for others.
func used(t *testing.T, d *daemon, version string) {
	file := filepath.Join(t.TempDir(), "hello.py")
	if err := os.WriteFile(file, []byte("print('hello from', __name__)\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "chmod", "755", filepath.Dir(filepath.Dir(file)), filepath.Dir(file))
	if out := d.elided("run", file); out != "hello from __main__\n" {
		t.Error(out)
	}
	if out := d.elided("run", "--isolation", "exclusive", file); out != "hello from __main__\n" {
		t.Error(out)
	}
	if out := d.elided("health"); !strings.Contains(out, "healthy (version "+version+"+") {
		t.Error(out)
	}
	if out := d.elided("ps", "--all"); strings.Count(out, "completed") < 2 {
		t.Error(out)
	}
	out, err := command(t, nil, "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "/usr/bin/elided", "health", "--socket", socket)
	if err == nil || !strings.Contains(out, "permission denied") {
		t.Errorf("somebody outside the group is let in: %v: %s", err, out)
	}
}

// setTimeout edits the configuration as an administrator would.
func setTimeout(t *testing.T, value string) {
	text := read(t, configFile)
	edited := strings.Replace(text, `  # timeout = "30s"`, fmt.Sprintf("  timeout = %q", value), 1)
	if edited == text {
		t.Fatalf("the configuration has no timeout to change: %s", text)
	}
	if err := os.WriteFile(configFile, []byte(edited), 0o644); err != nil {
		t.Fatal(err)
	}
}

func removed(t *testing.T) {
	for _, path := range []string{"/usr/bin/elided", plugin, "/usr/lib/systemd/system/elided.service", "/usr/lib/systemd/system/elided.service.d", "/usr/share/man/man1/elided.1.gz"} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	if text := read(t, configFile); !strings.Contains(text, `timeout = "7s"`) {
		t.Errorf("the configuration was not kept: %s", text)
	}
	if entries, err := os.ReadDir(stateDir); err != nil || len(entries) == 0 {
		t.Errorf("the state was not kept: %v, %v", entries, err)
	}
	must(t, "getent", "passwd", "elided")
}

func purged(t *testing.T) {
	for _, path := range []string{"/etc/elided", stateDir, "/var/log/elided", "/run/elided", "/usr/share/doc/elided", "/usr/lib/nomad", "/usr/bin/elided"} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, database := range []string{"passwd", "group"} {
		if out, err := command(t, nil, "getent", database, "elided"); err == nil {
			t.Errorf("%s still has %s", database, out)
		}
	}
}
