package api

import (
	"crypto/tls"
	"crypto/x509"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/testca"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// forgetLook has the next client see whether files have changed.
func (n *network) forgetLook() {
	n.certs.mu.Lock()
	defer n.certs.mu.Unlock()
	n.certs.looked = time.Time{}
}

// TestRotation: new files are taken by whoever connects next, bad ones aren't, and who has
// a connection by an authority that is gone loses it.
func TestRotation(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, log)
	serial := func() string { return n.ca.Serves(n.address, n.ca.Client("ci")) }
	first := serial()
	n.ca.Server("server")
	n.forgetLook()
	second := serial()
	if first == second {
		t.Error("the new certificate isn't taken")
	}
	if err := os.WriteFile(filepath.Join(n.dir, "server.pem"), []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		n.forgetLook()
		if got := serial(); got != second {
			t.Errorf("%s, want %s", got, second)
		}
	}
	if got := strings.Count(log.String(), "new certificates not taken"); got != 1 {
		t.Errorf("told %d times: %s", got, log)
	}

	n.ca.Server("server")
	n.forgetLook()
	before := n.client(t, n.ca.Client("ci"))
	if err := healthy(t, before); err != nil {
		t.Fatal(err)
	}
	w, err := before.WatchExecutions(deadline(t), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Header(); err != nil {
		t.Fatal(err)
	}
	n.ca = testca.New(t, n.dir) // in the file of the old one
	n.ca.Server("server")
	n.forgetLook()
	if err := healthy(t, n.client(t, n.ca.Client("ci"))); err != nil {
		t.Error(err)
	}
	if _, err := w.Recv(); status.Code(err) != codes.Unavailable {
		t.Errorf("a stream by the old authority: %v", err)
	}
}

// TestTakeCertificates: a reload has new files, at other paths.
func TestTakeCertificates(t *testing.T) {
	ca, other := testca.New(t, t.TempDir()), testca.New(t, t.TempDir())
	load := func(ca *testca.CA) *Certificates {
		cert, key := ca.Server("server")
		c, err := NewCertificates(CertificateFiles{Cert: cert, Key: key})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	a, b := load(ca), load(other)
	a.Take(nil)
	a.Take(b)
	if a.now() != b.now() {
		t.Error("not taken")
	}
	var none *Certificates
	none.Take(b)
}

// TestBadFiles names the file that is wrong.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	ca := testca.New(t, dir)
	cert, key := ca.Server("a")
	_, otherKey := ca.Server("b")
	huge := filepath.Join(dir, "huge")
	if err := os.WriteFile(huge, make([]byte, maxPEM+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		files CertificateFiles
		want  string
	}{
		"no file":        {CertificateFiles{"none", key, ""}, "tls_cert: open none"},
		"no key":         {CertificateFiles{cert, dir, ""}, "tls_key " + dir},
		"another's key":  {CertificateFiles{cert, otherKey, ""}, "private key does not match public key"},
		"no certificate": {CertificateFiles{key, key, ""}, "tls_cert " + key},
		"no authority":   {CertificateFiles{cert, key, key}, "tls_client_ca " + key + " has no certificate"},
		"huge":           {CertificateFiles{cert, key, huge}, "has more than"},
	} {
		if _, err := NewCertificates(c.files); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestWithoutAuthority lets in nobody, and nobody brings it down: a configuration that is read
// again may have lost it.
func TestWithoutAuthority(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, log)
	ours := n.ca.Client("ci")
	c := n.client(t, ours)
	w, err := c.WatchExecutions(deadline(t), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Header(); err != nil {
		t.Fatal(err)
	}
	cert, key := n.ca.Server("server")
	bare, err := NewCertificates(CertificateFiles{Cert: cert, Key: key})
	if err != nil {
		t.Fatal(err)
	}
	n.certs.Take(bare)
	if _, err := w.Recv(); status.Code(err) != codes.Unavailable {
		t.Errorf("who came by an authority that is gone still follows: %v", err)
	}
	for _, certs := range [][]tls.Certificate{nil, {ours}} {
		wantCode(t, healthy(t, n.client(t, certs...)), codes.Unavailable)
	}
	if err := healthy(t, d); err != nil {
		t.Error(err)
	}
}

// TestExpiredServer is a warning at the start, and no new certificate later.
func TestExpiredServer(t *testing.T) {
	ca := testca.New(t, t.TempDir())
	past := x509.Certificate{NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(-time.Minute)}
	load := func() (*Certificates, *logText) {
		c, err := NewCertificates(CertificateFiles{Cert: filepath.Join(filepath.Dir(ca.File()), "server.pem"), Key: filepath.Join(filepath.Dir(ca.File()), "server.key")})
		if err != nil {
			t.Fatal(err)
		}
		log := new(logText)
		c.ReportTo(slog.New(slog.NewTextHandler(log, nil)))
		return c, log
	}
	ca.Issue("server", past)
	if _, log := load(); !strings.Contains(log.String(), "clients will refuse this certificate") {
		t.Error(log)
	}
	ca.Server("server")
	c, log := load()
	if log.String() != "" {
		t.Error(log)
	}
	good := c.now()
	ca.Issue("server", past)
	c.looked = time.Time{}
	if c.now() != good || !strings.Contains(log.String(), "new certificates not taken") {
		t.Error(log)
	}
}

// TestTakeExpired: a reload takes no server's certificate that has expired, but the
// authorities beside it.
func TestTakeExpired(t *testing.T) {
	ca, other := testca.New(t, t.TempDir()), testca.New(t, t.TempDir())
	load := func(ca *testca.CA, cert, key string) *Certificates {
		t.Helper()
		c, err := NewCertificates(CertificateFiles{Cert: cert, Key: key, ClientCA: ca.File()})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	cert, key := ca.Server("good")
	a, log := load(ca, cert, key), new(logText)
	a.ReportTo(slog.New(slog.NewTextHandler(log, nil)))
	good := a.now().own.Leaf
	cert, key = ca.Issue("old", x509.Certificate{NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(-time.Minute)})
	next := load(other, cert, key)
	a.Take(next)
	if now := a.now(); now.own.Leaf != good || now.ca != next.now().ca || !strings.Contains(log.String(), "new certificate not taken") {
		t.Errorf("until %v: %s", now.own.Leaf.NotAfter, log)
	}
}
