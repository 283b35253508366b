package api

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/testca"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A network is a daemon that is reached over TCP.
type network struct {
	*daemon
	log     *logText
	ca      *testca.CA
	certs   *Certificates
	dir     string
	address string
}

func logged(t *testing.T, a Access) (*daemon, *logText) {
	t.Helper()
	log := new(logText)
	return serveAt(t, filepath.Join(shortDir(t), "s"), Permissions{}, a, slog.New(slog.NewTextHandler(log, nil)), nil), log
}

// overTLS serves over TLS to the names that are listed.
func overTLS(t testing.TB, d *daemon, log *logText) *network {
	t.Helper()
	n := &network{daemon: d, log: log, dir: t.TempDir()}
	n.ca = testca.New(t, n.dir)
	cert, key := n.ca.Server("server")
	var err error
	if n.certs, err = NewCertificates(CertificateFiles{Cert: cert, Key: key, ClientCA: n.ca.File()}); err != nil {
		t.Fatal(err)
	}
	if log != nil {
		n.certs.ReportTo(slog.New(slog.NewTextHandler(log, nil)))
	}
	n.listen(t, func(l net.Listener) error { return d.server.ServeTLS(l, n.certs) })
	return n
}

// overPlainTCP serves without TLS.
func overPlainTCP(t testing.TB, d *daemon, log *logText) *network {
	t.Helper()
	n := &network{daemon: d, log: log}
	n.listen(t, d.server.ServePlain)
	return n
}

func (n *network) listen(t testing.TB, serve func(net.Listener) error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n.address = l.Addr().String()
	served := make(chan error, 1)
	go func() { served <- serve(l) }()
	t.Cleanup(func() {
		_ = l.Close()
		if err := <-served; err != nil && !errors.Is(err, net.ErrClosed) && !errors.Is(err, grpc.ErrServerStopped) {
			t.Errorf("serve: %v", err)
		}
	})
}

// client connects with a certificate, or none, and trusts the daemon's authority.
func (n *network) client(t testing.TB, certs ...tls.Certificate) *daemon {
	t.Helper()
	return n.dial(t, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{RootCAs: n.ca.Pool(), Certificates: certs, MinVersion: tls.VersionTLS12})))
}

// bearing connects without TLS and sends a token with each call, or none for "".
func (n *network) bearing(t testing.TB, token string) *daemon {
	t.Helper()
	options := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	if token != "" {
		options = append(options, grpc.WithPerRPCCredentials(bearerToken(token)))
	}
	return n.dial(t, options...)
}

type bearerToken string

func (b bearerToken) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{authorization: "Bearer " + string(b)}, nil
}
func (bearerToken) RequireTransportSecurity() bool { return false }

func (n *network) dial(t testing.TB, options ...grpc.DialOption) *daemon {
	t.Helper()
	conn, err := grpc.NewClient("passthrough:///"+n.address, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	other := *n.daemon
	other.conn, other.ExecutionApiClient = conn, daemonv1alpha1.NewExecutionApiClient(conn)
	return &other
}

func healthy(t *testing.T, d *daemon) error {
	t.Helper()
	_, err := d.Health(deadline(t), &daemonv1alpha1.HealthRequest{})
	return err
}

func allow(entries ...string) (out []AllowedName) {
	for _, e := range entries {
		n, err := ParseName(e)
		if err != nil {
			panic(err)
		}
		out = append(out, n)
	}
	return out
}

// TestCertificates has every kind of certificate that a client may come with.
func TestCertificates(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci.example.com", "*.build.example.com", "spiffe://example.com/Job", "boss=admin")})
	n := overTLS(t, d, log)
	other := testca.New(t, t.TempDir())
	issue := func(c x509.Certificate) []tls.Certificate {
		return []tls.Certificate{n.ca.Load(n.ca.Issue("client", c))}
	}
	dns := func(names ...string) x509.Certificate { return x509.Certificate{DNSNames: names} }
	common := func(name string) x509.Certificate { return x509.Certificate{Subject: pkix.Name{CommonName: name}} }
	uri := func(text string) x509.Certificate { return x509.Certificate{URIs: []*url.URL{testca.URI(t, text)}} }
	past := dns("ci.example.com")
	past.NotBefore, past.NotAfter = time.Now().Add(-2*time.Hour), time.Now().Add(-time.Hour)
	future := dns("ci.example.com")
	future.NotBefore = time.Now().Add(10 * time.Minute)
	ofServer := dns("ci.example.com")
	ofServer.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	both := dns("who.example.com")
	both.Subject.CommonName = "boss"
	for name, c := range map[string]struct {
		certs  []tls.Certificate
		code   codes.Code
		client string // what it is told
		log    string // what the operator is
	}{
		"listed":                 {issue(dns("ci.example.com")), codes.OK, "", ""},
		"listed, in capitals":    {issue(dns("CI.Example.com")), codes.OK, "", ""},
		"second name":            {issue(dns("who.example.com", "ci.example.com")), codes.OK, "", ""},
		"by a pattern":           {issue(dns("a.build.example.com")), codes.OK, "", ""},
		"URI":                    {issue(uri("spiffe://example.com/Job")), codes.OK, "", ""},
		"common name":            {issue(common("boss")), codes.OK, "", ""},
		"two parts more":         {issue(dns("a.b.build.example.com")), codes.PermissionDenied, "cert:a.b.build.example.com may not call this elided: its operator has to allow it with --allow-name a.b.build.example.com", `msg="call refused" method=/elide.daemon.v1alpha1.ExecutionApi/Health peer.name=cert:a.b.build.example.com peer.address=127.0.0.1:`},
		"the pattern's own name": {issue(dns("build.example.com")), codes.PermissionDenied, "may not call", ""},
		"a pattern for a name":   {issue(dns("*.build.example.com")), codes.PermissionDenied, "cert:- may not call", ""},
		"URI in other letters":   {issue(uri("spiffe://example.com/job")), codes.PermissionDenied, "may not call", ""},
		"common name beside DNS": {issue(both), codes.PermissionDenied, "cert:who.example.com may not call", ""},
		"unlisted":               {issue(dns("other.example.com")), codes.PermissionDenied, "may not call", ""},
		"without a name":         {issue(x509.Certificate{}), codes.PermissionDenied, "cert:- may not call", ""},
		"name with a line end":   {issue(common("a\nb")), codes.PermissionDenied, "cert:- may not call", ""},
		"expired":                {issue(past), codes.Unavailable, "expired certificate", `the client's certificate is not good (it says \"ci.example.com\")" address=127.0.0.1`},
		"not yet valid":          {issue(future), codes.Unavailable, "expired certificate", "is not good"},
		"a server's":             {issue(ofServer), codes.Unavailable, "bad certificate", "incompatible key usage"},
		"another authority":      {[]tls.Certificate{other.Client("ci.example.com")}, codes.Unavailable, "unknown certificate authority", "signed by unknown authority"},
		"none":                   {nil, codes.Unavailable, "certificate required", "the client has no certificate"},
	} {
		t.Run(name, func(t *testing.T) {
			err := healthy(t, n.client(t, c.certs...))
			if status.Code(err) != c.code || c.client != "" && !strings.Contains(err.Error(), c.client) {
				t.Errorf("%v, want %v %q", err, c.code, c.client)
			}
			eventually(t, "the log has "+c.log, func() bool { return strings.Contains(log.String(), c.log) })
		})
	}
}

// TestOldTLS refuses all before 1.3, and what is no TLS or no HTTP/2.
func TestOldTLS(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, log)
	cert := n.ca.Client("ci")
	shake := func(c *tls.Config) error {
		c.RootCAs, c.Certificates, c.ServerName = n.ca.Pool(), []tls.Certificate{cert}, "localhost"
		conn, err := tls.Dial("tcp", n.address, c)
		if err != nil {
			return err
		}
		defer func() { _ = conn.Close() }()
		_ = conn.SetReadDeadline(time.Now().Add(patience))
		_, err = conn.Read(make([]byte, 1)) // the server's settings, or the end
		return err
	}
	if err := shake(&tls.Config{MaxVersion: tls.VersionTLS12, NextProtos: []string{"h2"}}); err == nil || !strings.Contains(err.Error(), "protocol version") {
		t.Error(err)
	}
	if err := shake(&tls.Config{NextProtos: []string{"http/1.1"}}); err == nil {
		t.Error("took HTTP/1.1")
	}
	if err := shake(&tls.Config{}); err == nil {
		t.Error("took what didn't say that it is HTTP/2")
	}
	if err := shake(&tls.Config{NextProtos: []string{"h2"}}); err != nil {
		t.Error(err)
	}
	c, err := net.Dial("tcp", n.address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	eventually(t, "the log tells of it", func() bool { return strings.Contains(log.String(), "the client speaks no TLS") })
}

// TestStrangersTakeNoPlaces: connections that never say whose they are keep out nobody
// who does.
func TestStrangersTakeNoPlaces(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci"), Connections: 4})
	n := overTLS(t, d, log)
	known := n.client(t, n.ca.Client("ci"))
	if err := healthy(t, known); err != nil {
		t.Fatal(err)
	}
	for range 2 * maxStrangers {
		c, err := net.Dial("tcp", n.address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	if err := healthy(t, known); err != nil {
		t.Error(err)
	}
	if err := healthy(t, n.client(t, n.ca.Client("ci"))); err != nil {
		t.Error(err)
	}
	eventually(t, "the log tells of it", func() bool { return strings.Contains(log.String(), "too many have not said whose they are") })
	d.server.lobby.mu.Lock()
	defer d.server.lobby.mu.Unlock()
	if l := d.server.lobby; l.strangers.Len() > maxStrangers || l.open != 2+1 && l.open != 2 {
		t.Errorf("%d strangers, %d others", l.strangers.Len(), l.open)
	}
}

// TestStopWithStrangers doesn't wait for who says nothing.
func TestStopWithStrangers(t *testing.T) {
	d, _ := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, nil)
	c, err := net.Dial("tcp", n.address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	eventually(t, "the stranger is there", func() bool {
		d.server.lobby.mu.Lock()
		defer d.server.lobby.mu.Unlock()
		return d.server.lobby.strangers.Len() == 1
	})
	began := time.Now()
	d.server.Stop(deadline(t))
	if took := time.Since(began); took > helloTime/2 {
		t.Errorf("it took %v", took)
	}
}

// TestSlowHandshake ends a connection that says nothing.
func TestSlowHandshake(t *testing.T) {
	t.Parallel() // it waits
	d, _ := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, nil)
	c, err := net.Dial("tcp", n.address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	_ = c.SetReadDeadline(time.Now().Add(4 * helloTime))
	if _, err := io.Copy(io.Discard, c); err != nil {
		t.Errorf("still open: %v", err)
	}
}

// TestCertificateExpires ends a connection with its certificate.
func TestCertificateExpires(t *testing.T) {
	t.Parallel() // it waits
	d, log := logged(t, Access{Names: allow("ci")})
	n := overTLS(t, d, log)
	cert, key := n.ca.Issue("ci", x509.Certificate{DNSNames: []string{"ci"}, NotAfter: time.Now().Add(6 * time.Second)})
	c := n.client(t, n.ca.Load(cert, key))
	w, err := c.WatchExecutions(deadline(t), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Header(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Recv(); status.Code(err) != codes.Unavailable {
		t.Error(err)
	}
	eventually(t, "the log tells of it", func() bool {
		return strings.Contains(log.String(), `msg="connection closed: its certificate has expired" peer.name=cert:ci`)
	})
}

// TestNamesOff: who is no longer listed, or has another role, loses its connection.
func TestNamesOff(t *testing.T) {
	d, log := logged(t, Access{Names: allow("ci", "other", "less=admin")})
	n := overTLS(t, d, log)
	follow := func(name string) (*daemon, grpc.ServerStreamingClient[daemonv1alpha1.WatchExecutionsResponse]) {
		c := n.client(t, n.ca.Client(name))
		w, err := c.WatchExecutions(deadline(t), &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Header(); err != nil {
			t.Fatal(err)
		}
		return c, w
	}
	ci, gone := follow("ci")
	less, changed := follow("less")
	other, stays := follow("other")
	d.server.SetAccess(Access{Names: allow("other", "less=read")})
	for _, w := range []grpc.ServerStreamingClient[daemonv1alpha1.WatchExecutionsResponse]{gone, changed} {
		if _, err := w.Recv(); status.Code(err) != codes.Unavailable {
			t.Error(err)
		}
	}
	wantCode(t, healthy(t, ci), codes.PermissionDenied)
	if err := healthy(t, less); err != nil {
		t.Error(err)
	}
	_, err := less.Drain(deadline(t), &daemonv1alpha1.DrainRequest{})
	wantCode(t, err, codes.PermissionDenied)
	other.run(t, python("1"))
	if e, err := stays.Recv(); err != nil || e.GetExecution() == nil {
		t.Error(e, err)
	}
}

// TestSecondNameListed: who was let in by none of its names comes in by the one that is listed now.
func TestSecondNameListed(t *testing.T) {
	d, log := logged(t, Access{Names: allow("other")})
	n := overTLS(t, d, log)
	c := n.client(t, n.ca.Load(n.ca.Issue("two", x509.Certificate{DNSNames: []string{"first", "second"}})))
	wantCode(t, healthy(t, c), codes.PermissionDenied)
	d.server.SetAccess(Access{Names: allow("second")})
	eventually(t, "it may call", func() bool { return healthy(t, c) == nil })
}
