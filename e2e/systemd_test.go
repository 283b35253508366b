package e2e

import (
	"crypto/x509"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/testca"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A manager is what systemd is for a service: a socket that takes its notifications.
type manager struct {
	t    *testing.T
	conn *net.UnixConn
	path string
}

func newManager(t *testing.T) *manager {
	t.Helper()
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	path := filepath.Join(dir, "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return &manager{t, conn, path}
}

// await reads notifications until one has the text.
func (m *manager) await(text string) string {
	m.t.Helper()
	if err := m.conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		m.t.Fatal(err)
	}
	for b := make([]byte, 4_096); ; {
		n, err := m.conn.Read(b)
		if err != nil {
			m.t.Fatalf("no %q: %v", text, err)
		}
		if strings.Contains(string(b[:n]), text) {
			return string(b[:n])
		}
	}
}

// TestSystemd has the daemon's notifications and its watchdog at a real notification socket.
func TestSystemd(t *testing.T) {
	m := newManager(t)
	t.Setenv("NOTIFY_SOCKET", m.path)
	t.Setenv("WATCHDOG_USEC", "200000")
	d := startDaemon(t, "--drain-timeout", "7s", "--grace", "3s")
	if got := m.await("READY=1"); !strings.Contains(got, "STATUS=0 running, 0 waiting, 0 workers") {
		t.Error(got)
	}
	m.await("WATCHDOG=1")
	m.await("WATCHDOG=1")
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "setInterval(() => {}, 1000)"})
	m.await("STATUS=1 running, 0 waiting, 1 workers")
	d.signal(syscall.SIGHUP)
	if got := m.await("RELOADING=1"); !strings.Contains(got, "MONOTONIC_USEC=") {
		t.Error(got)
	}
	m.await("READY=1")
	d.signal(syscall.SIGTERM)
	if got := m.await("STOPPING=1"); !strings.Contains(got, "EXTEND_TIMEOUT_USEC=40000000") {
		t.Error(got)
	}
	d.signal(syscall.SIGTERM) // not to wait for the program
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestPassedTCPWithoutTLS isn't served: what systemd passes may be reached from anywhere.
func TestPassedTCPWithoutTLS(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	f, err := l.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	daemon := exec.Command("/bin/sh", "-c", `LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=tcp exec "$0" serve --socket "$1/s" --state-dir "$1/state"`, binary, dir)
	daemon.ExtraFiles = []*os.File{f}
	out, err := daemon.CombinedOutput()
	_ = f.Close()
	if err == nil || !strings.Contains(string(out), `elided: systemd's socket "tcp": `) || !strings.Contains(string(out), "takes TLS: listener.tls_cert") {
		t.Errorf("%v, %s", err, out)
	}
}

// TestSocketActivation has the daemon serve at a socket that was there before it, and leave it
// there.
func TestSocketActivation(t *testing.T) {
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	path := filepath.Join(dir, "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	l.SetUnlinkOnClose(false)
	f, err := l.File()
	if err != nil {
		t.Fatal(err)
	}
	h, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = h.Close() }()
	hf, err := h.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	l2, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l2.Close() }()
	tf, err := l2.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	c, err := client.Dial(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	ca := testca.New(t, dir)
	cert, key := ca.Server("server")
	ourCert, ourKey := ca.Issue("ci", x509.Certificate{DNSNames: []string{"ci"}})

	// The number of the process is known to the process alone before it runs elided.
	daemon := exec.Command("/bin/sh", "-c", `LISTEN_PID=$$ LISTEN_FDS=3 LISTEN_FDNAMES=elided.socket:http:tcp exec "$0" serve --socket /nowhere/s --state-dir "$1" --tls-cert "$2" --tls-key "$3" --tls-client-ca "$4" --allow-name ci`,
		binary, filepath.Join(dir, "state"), cert, key, ca.File())
	daemon.ExtraFiles = []*os.File{f, hf, tf}
	stderr := &strings.Builder{}
	daemon.Stderr = stderr
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	_, _, _ = f.Close(), hf.Close(), tf.Close() // the daemon has them
	out, err := c.RunSnippet(t.Context(), &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "console.log('activated')"}})
	if err != nil || out.GetResult().GetStdout() != "activated\n" {
		t.Errorf("%v, %v", out, err)
	}
	ready, err := http.Get("http://" + h.Addr().String() + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	if _ = ready.Body.Close(); ready.StatusCode != 200 {
		t.Error(ready.Status)
	}
	far, err := client.DialNetwork(client.Network{Address: l2.Addr().String(), CA: ca.File(), Cert: ourCert, Key: ourKey})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = far.Close() }()
	if _, err := far.Health(t.Context(), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
	if err := daemon.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := daemon.Wait(); err != nil {
		t.Errorf("%v: %s", err, stderr)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("systemd's socket is gone: %v", err)
	}
	if !strings.Contains(stderr.String(), "listening at systemd's socket") {
		t.Error(stderr)
	}
}
