package e2e

import (
	"context"
	"crypto/x509"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/testca"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A network is a running daemon that listens at a TCP address.
type network struct {
	*daemon
	file    string // its configuration
	dir     string // of certificates
	ca      *testca.CA
	address string
}

var tcpAddress = regexp.MustCompile(`msg=ready.* tcp=(\S+)`)

// overTLS starts a daemon that listens over TLS.
func overTLS(t *testing.T, more string, flags ...string) *network {
	t.Helper()
	n := &network{dir: t.TempDir()}
	n.ca = testca.New(t, n.dir)
	cert, key := n.ca.Server("server")
	n.file = filepath.Join(n.dir, "elided.hcl")
	n.configure(t, "tcp = \"127.0.0.1:0\"\ntls_cert = \""+cert+"\"\ntls_key = \""+key+"\"\ntls_client_ca = \""+n.ca.File()+"\"\n"+more)
	n.start(t, flags...)
	return n
}

func (n *network) start(t *testing.T, flags ...string) {
	t.Helper()
	n.daemon = startDaemon(t, append([]string{"--config", n.file}, flags...)...)
	n.address = tcpAddress.FindStringSubmatch(n.log.String())[1]
}

func (n *network) configure(t *testing.T, listener string) {
	t.Helper()
	write(t, n.file, "listener {\n"+listener+"\n}\n")
}

// issue makes a client's certificate and returns the flags for it.
func (n *network) issue(name string, c x509.Certificate) []string {
	cert, key := n.ca.Issue(name, c)
	return []string{"--tls-ca", n.ca.File(), "--tls-cert", cert, "--tls-key", key}
}

func (n *network) as(name string) []string {
	return n.issue(name, x509.Certificate{DNSNames: []string{name}})
}

// elided runs a command, and returns its output and exit code.
func elided(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, binary, args...)
	var out, errs strings.Builder
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if c.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// call runs a command against the daemon's TCP address.
func (n *network) call(t *testing.T, flags []string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	return elided(t, append(append(args, "--address", n.address), flags...)...)
}

func program(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.py")
	write(t, path, text)
	return path
}

// TestMutualTLS has clients with names do what their roles allow, each in its own world.
func TestMutualTLS(t *testing.T) {
	audit := filepath.Join(t.TempDir(), "audit.log")
	n := overTLS(t, `allow_names = ["ci", "other", "viewer=read", "boss=admin"]`, "--audit-log", audit)
	hello, sleep := program(t, "print('hello')\n"), program(t, "from time import sleep\nsleep(60)\n")
	if out, errs, code := n.call(t, n.as("ci"), "run", hello); out != "hello\n" || code != 0 {
		t.Errorf("%q, %q, %d", out, errs, code)
	}
	id, errs, code := n.call(t, n.as("ci"), "submit", "--id", "job", sleep)
	if id != "job\n" || code != 0 {
		t.Fatalf("%q, %q, %d", id, errs, code)
	}
	local := n.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "setInterval(() => {}, 1000)"})
	for _, c := range []struct {
		who  string
		args []string
		code int
		says string
	}{
		{"ci", []string{"status", "job"}, 0, ""},
		{"other", []string{"status", "job"}, 1, `no execution "job"`},
		{"other", []string{"cancel", "job"}, 1, `no execution "job"`},
		{"ci", []string{"cancel", local}, 1, "no execution"},
		{"viewer", []string{"cancel", "job"}, 1, "it takes the role submit and cert:viewer has read; this elided's operator gives it with --allow-name viewer"},
		{"viewer", []string{"health"}, 0, ""},
		{"ci", []string{"drain"}, 1, "it takes the role admin and cert:ci has submit; this elided's operator gives it with --allow-name ci=admin"},
		{"ci", []string{"run", "--fs", "/data=/etc", hello}, 125, "only a user of this machine"},
		{"boss", []string{"status", "job"}, 0, ""},
		{"boss", []string{"status", local}, 0, ""},
		{"stranger", []string{"health"}, 1, "cert:stranger may not call this elided: its operator has to allow it with --allow-name stranger"},
	} {
		if _, errs, code := n.call(t, n.as(c.who), c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%s %v: %d, %s; want %d, %q", c.who, c.args, code, errs, c.code, c.says)
		}
	}
	if out, _, _ := n.call(t, n.as("other"), "ps"); strings.Contains(out, "job") || strings.Contains(out, local) {
		t.Error(out)
	}
	if out, _, _ := n.call(t, n.as("boss"), "ps"); !strings.Contains(out, "job") || !strings.Contains(out, local) {
		t.Error(out)
	}
	if _, text := readAudit(t, audit); !strings.Contains(text, `"peer":{"name":"cert:ci","address":"127.0.0.1:`) {
		t.Error(text)
	}
	if _, errs, code := n.call(t, n.as("boss"), "drain", "--timeout", "0s"); code != 0 {
		t.Errorf("%d, %s", code, errs)
	}
	if code := n.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestRefusedCertificates: whoever comes with a certificate that isn't good is told why,
// and so is the operator.
func TestRefusedCertificates(t *testing.T) {
	n := overTLS(t, `allow_names = ["ci"]`)
	other := &network{dir: t.TempDir()}
	other.ca = testca.New(t, other.dir)
	past := x509.Certificate{DNSNames: []string{"ci"}, NotBefore: time.Now().Add(-2 * time.Hour), NotAfter: time.Now().Add(-time.Hour)}
	foreign := other.as("ci")
	foreign[1] = n.ca.File()
	distrustful := n.as("ci")
	distrustful[1] = other.ca.File()
	for name, c := range map[string]struct {
		flags      []string
		says, logs string
	}{
		"expired":         {n.issue("old", past), "this client's certificate has expired", "certificate has expired or is not yet valid"},
		"wrong authority": {foreign, "the daemon doesn't trust the authority that signed this client's certificate", "signed by unknown authority"},
		"none":            {[]string{"--tls-ca", n.ca.File()}, "the daemon takes clients with a certificate only", "the client has no certificate"},
		"another daemon":  {distrustful, "signed by an authority that this client doesn't trust", "the client doesn't trust the daemon's certificate"},
		"unlisted":        {n.as("who"), "cert:who may not call", "peer.name=cert:who"},
	} {
		t.Run(name, func(t *testing.T) {
			_, errs, code := n.call(t, c.flags, "health")
			if code != 1 || !strings.Contains(errs, c.says) || strings.Count(errs, "\n") != 1 {
				t.Errorf("%d, %s", code, errs)
			}
			n.log.await(t, c.logs, 0)
		})
	}
	if _, errs, code := elided(t, "health", "--address", n.address); code != 1 || !strings.Contains(errs, "maybe it takes clients with a certificate only") {
		t.Errorf("without TLS: %d, %s", code, errs)
	}
}

// TestCertificateRotation has a new certificate be served without a word to the daemon, and
// a reload have the connections end of who is no longer listed.
func TestCertificateRotation(t *testing.T) {
	n := overTLS(t, `allow_names = ["ci"]`)
	client := n.ca.Client("ci")
	serial := func() string { return n.ca.Serves(n.address, client) }
	first := serial()
	n.ca.Server("server")
	eventually(t, "the new certificate is served", patience, func() bool { return serial() != first })

	follow := exec.Command(binary, append([]string{"events", "--address", n.address}, n.as("ci")...)...)
	out, err := follow.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := follow.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { _, _ = io.Copy(io.Discard, out); ended <- follow.Wait() }()
	text, err := os.ReadFile(n.file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, n.file, strings.Replace(string(text), `["ci"]`, `["another"]`, 1))
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration read again", 0)
	select {
	case err := <-ended:
		if err == nil {
			t.Error("who is no longer listed has been told that all is well")
		}
	case <-time.After(patience):
		t.Error("who is no longer listed still follows")
	}
	bad := strings.Replace(string(text), "server.key", "none.key", 1)
	write(t, n.file, bad)
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration not taken", 0)
	if _, errs, code := n.call(t, n.as("another"), "health"); code != 0 {
		t.Errorf("after a bad configuration: %s", errs)
	}
}

// TestTokens makes a token, has the daemon know it, and takes it away.
func TestTokens(t *testing.T) {
	dir := t.TempDir()
	tokenFor := func(name string, flags ...string) (file, entry, secret string) {
		t.Helper()
		token, errs, code := elided(t, append([]string{"token", name}, flags...)...)
		m := regexp.MustCompile(`"(\S+)"`).FindStringSubmatch(errs)
		if code != 0 || m == nil || !strings.HasPrefix(token, "elided_") {
			t.Fatalf("%q, %q, %d", token, errs, code)
		}
		file = filepath.Join(dir, name)
		write(t, file, token)
		return file, m[1], strings.TrimSpace(token)
	}
	file, entry, secret := tokenFor("ci")
	viewer, viewerEntry, _ := tokenFor("viewer", "--role", "read")
	n := &network{file: filepath.Join(dir, "elided.hcl")}
	const plain = "tcp = \"127.0.0.1:0\"\ntcp_insecure = true\n"
	n.configure(t, plain+`tokens = ["`+entry+`", "`+viewerEntry+`"]`)
	n.start(t)
	hello := program(t, "print('hello')\n")
	if out, errs, code := n.call(t, []string{"--token-file", file}, "run", hello); out != "hello\n" || code != 0 {
		t.Errorf("%q, %q, %d", out, errs, code)
	}
	for name, c := range map[string]struct {
		flags []string
		says  string
	}{
		"none":    {nil, "has to be told who calls"},
		"reading": {[]string{"--token-file", viewer}, "it takes the role submit and token:viewer has read"},
	} {
		if _, errs, code := n.call(t, c.flags, "run", hello); code != 125 || !strings.Contains(errs, c.says) {
			t.Errorf("%s: %d, %s", name, code, errs)
		}
	}
	token, err := client.ReadToken(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := client.DialNetwork(client.Network{Address: n.address, Token: token})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	w, err := c.WatchExecutions(t.Context(), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Header(); err != nil {
		t.Fatal(err)
	}
	if out, _, _ := elided(t, "config", "show", "--config", n.file); strings.Contains(out, "sha256") || !strings.Contains(out, `tokens = ["(hidden)", "(hidden)"]`) {
		t.Error(out)
	}
	n.configure(t, plain+`tokens = ["`+viewerEntry+`"]`)
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration read again", 0)
	if _, err := w.Recv(); status.Code(err) != codes.Unauthenticated && status.Code(err) != codes.Unavailable {
		t.Errorf("a stream by a token that is gone: %v", err)
	}
	if _, errs, code := n.call(t, []string{"--token-file", file}, "health"); code != 1 || !strings.Contains(errs, "the token is none of this elided's") {
		t.Errorf("%d, %s", code, errs)
	}
	n.configure(t, plain+`tokens = ["`+secret+`"]`)
	n.signal(syscall.SIGHUP)
	n.log.await(t, "configuration not taken", 0)
	if text := n.log.String(); strings.Contains(text, secret[10:]) || strings.Contains(text, strings.Split(entry, ":")[1]) {
		t.Errorf("a token, or its hash, is logged: %s", text)
	}
}

// TestOccupiedAddress is one line and an exit code.
func TestOccupiedAddress(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	dir := t.TempDir()
	_, errs, code := elided(t, "serve", "--socket", filepath.Join(dir, "s"), "--state-dir", filepath.Join(dir, "state"), "--tcp-insecure", "--tcp", l.Addr().String())
	if code != 1 || !strings.Contains(errs, "elided: --tcp "+l.Addr().String()+": listen tcp "+l.Addr().String()+": bind: address already in use") {
		t.Errorf("%d, %s", code, errs)
	}
}

// TestCallRate: a caller over the network who calls too often is told when it may again, and
// others don't notice.
func TestCallRate(t *testing.T) {
	n := overTLS(t, "allow_names = [\"eager\", \"other\"]\nmax_call_rate = 20")
	dial := func(name string) *client.Client {
		cert, key := n.ca.Issue(name, x509.Certificate{DNSNames: []string{name}})
		c, err := client.DialNetwork(client.Network{Address: n.address, CA: n.ca.File(), Cert: cert, Key: key})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	eager, other := dial("eager"), dial("other")
	var refused error
	for i := 0; i < 1_000 && refused == nil; i++ {
		_, refused = eager.Health(t.Context(), &daemonv1alpha1.HealthRequest{})
	}
	s := status.Convert(refused)
	if s.Code() != codes.ResourceExhausted || len(s.Details()) != 1 || !strings.Contains(s.Message(), "cert:eager has begun 20 calls in a second") {
		t.Error(refused)
	}
	if _, err := other.Health(t.Context(), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
	for range 100 {
		if _, err := n.Health(t.Context(), &daemonv1alpha1.HealthRequest{}); err != nil {
			t.Fatal(err)
		}
	}
}
