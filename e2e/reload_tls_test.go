package e2e

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/elide-dev/elided/internal/testca"
)

// TestReloadOfTheLastName took a restart: a running daemon lets nobody in any more, and says that it
// doesn't start so.
func TestReloadOfTheLastName(t *testing.T) {
	n := overTLS(t, `allow_names = ["ci"]`)
	ci := n.as("ci")
	if _, errs, code := n.call(t, ci, "health"); code != 0 {
		t.Fatal(errs)
	}
	with := strings.Replace(n.listener(t), `["ci"]`, `[]`, 1)
	n.configure(t, with)
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration read again", 0)
	if _, errs, code := n.call(t, ci, "health"); code == 0 || !strings.Contains(errs, "may not call this elided") {
		t.Errorf("%d, %s", code, errs)
	}
	n.log.await(t, "the daemon goes on, and doesn't start", 0)
	if _, errs, code := elided(t, "config", "check", "--config", n.file); code != 2 || !strings.Contains(errs, "allow_names too") {
		t.Errorf("%d, %s", code, errs)
	}
	n.configure(t, strings.Replace(with, `[]`, `["ci"]`, 1))
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration read again", 1)
	if _, errs, code := n.call(t, ci, "health"); code != 0 {
		t.Error(errs)
	}
}

// listener is what configure has written.
func (n *network) listener(t *testing.T) string {
	t.Helper()
	return strings.TrimSuffix(strings.TrimPrefix(readFile(t, n.file), "listener {\n"), "\n}\n")
}

// TestReloadWithoutTLS said of certificates that they had changed, which no door has.
func TestReloadWithoutTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := testca.New(t, dir).Server("server")
	file := filepath.Join(dir, "elided.hcl")
	write(t, file, "log { level = \"info\" }\n")
	d := startDaemon(t, "--config", file)
	write(t, file, "log { level = \"debug\" }\nlistener {\ntls_cert = \""+cert+"\"\ntls_key = \""+key+"\"\n}\n")
	for again := range 2 { // it is as true the second time
		d.signal(syscall.SIGHUP)
		d.log.await(t, "configuration read again", again)
		if got := strings.Count(d.log.String(), "needs a restart to change\" setting=listener.tls_"); got != 2*(again+1) {
			t.Errorf("%d lines: %s", got, d.log)
		}
	}
	if text := d.log.String(); !strings.Contains(text, "no door of this daemon has TLS") || strings.Contains(text, "setting changed\" setting=listener.tls_") || !strings.Contains(text, "changed=1 need_restart=2") {
		t.Error(text)
	}
}

// TestInsecureWithoutTokens is said by the check and at the start.
func TestInsecureWithoutTokens(t *testing.T) {
	const says = "every user of this machine may call over TCP, whatever allow_uids"
	out, errs, code := elided(t, "config", "check", "--tcp", "127.0.0.1:0", "--tcp-insecure", "--allow-uid", "0")
	if code != 0 || out != "the configuration is good\n" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, says) {
		t.Errorf("%q, %q, %d", out, errs, code)
	}
	d := startDaemon(t, "--tcp", "127.0.0.1:0", "--tcp-insecure")
	d.log.await(t, says, 0)
}
