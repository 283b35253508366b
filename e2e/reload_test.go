package e2e

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// await polls until the log has the text more than seen times.
func (l *logBuffer) await(t *testing.T, text string, seen int) {
	t.Helper()
	for end := time.Now().Add(patience); strings.Count(l.String(), text) <= seen; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the log has no %q:\n%s", text, l)
		}
	}
}

// TestReload has a running daemon take a new file, and refuse a wrong one.
func TestReload(t *testing.T) {
	file := filepath.Join(t.TempDir(), "elided.hcl")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("limits { timeout = \"1m\" }")
	d := startDaemon(t, "--config", file)
	const spin = "while True:\n    pass\n"
	timesOut := func() bool {
		s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: spin})
		if err != nil {
			t.Fatal(err)
		}
		return s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT
	}

	write("limits {\n  timeout = \"100ms\"\n  max_code = \"1MiB\"\n}\npool { spare = 3 }\nlog { level = \"debug\" }\n")
	d.signal(syscall.SIGHUP)
	d.log.await(t, "configuration read again", 0)
	if !timesOut() {
		t.Error("the new timeout isn't in force")
	}
	for _, want := range []string{"setting=limits.timeout value=1m new=100ms", "needs a restart to change\" setting=pool.spare value=2 new=3",
		"needs a restart to change\" setting=limits.max_code value=4MiB new=1MiB", "level=DEBUG"} {
		d.log.await(t, want, 0)
	}

	write("limits {\n  timeout = \"1ms\"\n  memory = \"1\"\n}\n")
	d.signal(syscall.SIGHUP)
	d.log.await(t, "configuration not taken", 0)
	if !strings.Contains(d.log.String(), "elided.hcl:3:3: limits.memory = 1 is less than 32MiB") {
		t.Error(d.log)
	}
	if !timesOut() { // with what it had
		t.Error("the old timeout isn't in force any more")
	}
}

// TestReloadOfAccess takes the right to call from who has a connection, and gives it back.
func TestReloadOfAccess(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can be another user")
	}
	file := filepath.Join(t.TempDir(), "elided.hcl")
	allow := func(uid string) {
		text := "listener {\n  socket_mode = \"0666\"\n  allow_uids = [\"" + uid + "\"]\n}\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	allow("65532")
	d := startDaemon(t, "--config", file)
	for _, dir := range []string{d.dir, filepath.Dir(binary)} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	// A follower has its connection for as long as it may.
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "javascript", Code: "console.log('on'); setInterval(() => {}, 1000)"})
	follow := d.as(65532, "logs", "--follow", id)
	out, err := follow.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := follow.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, len("on\n"))); err != nil {
		t.Fatal(err)
	}
	followed := make(chan error, 1)
	go func() { followed <- follow.Wait() }()

	if out, err := d.as(65533, "ps").CombinedOutput(); err == nil || !strings.Contains(string(out), "uid 65533 may not call") {
		t.Errorf("%v: %s", err, out)
	}
	allow("65533")
	d.signal(syscall.SIGHUP)
	d.log.await(t, "configuration read again", 0)
	select {
	case err := <-followed:
		if err == nil {
			t.Error("who may not call any more has been told that all is well")
		}
	case <-time.After(patience):
		t.Error("who may not call any more still follows")
	}
	if out, err := d.as(65533, "ps").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := d.as(65532, "ps").CombinedOutput(); err == nil {
		t.Errorf("still lets in: %s", out)
	}
}

// as is a command of another user.
func (d *daemon) as(uid uint32, args ...string) *exec.Cmd {
	args = append([]string{args[0], "--socket", d.socket}, args[1:]...)
	c := exec.Command(binary, args...)
	c.Dir = "/"
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uid, Gid: uid, NoSetGroups: true}}
	return c
}
