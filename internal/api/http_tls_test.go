package api

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/testca"
)

// withTokens has a token of each role.
func withTokens(t *testing.T) (a Access, tokens map[Role]string) {
	t.Helper()
	tokens = map[Role]string{}
	for _, r := range []Role{Read, Submit, Admin} {
		token, entry, err := NewToken("the-"+r.String(), r)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := ParseToken(entry)
		if err != nil {
			t.Fatal(err)
		}
		a.Tokens, tokens[r] = append(a.Tokens, parsed), token
	}
	return a, tokens
}

// TestHTTPTokens has tokens name callers at a loopback address, each of which may what its role may.
func TestHTTPTokens(t *testing.T) {
	access, tokens := withTokens(t)
	log := new(logText)
	w := newWeb(t, serveAt(t, filepath.Join(shortDir(t), "s"), Permissions{}, access, slog.New(slog.NewTextHandler(log, nil)), nil), Permissions{})
	w.server.OnDrain(func(*time.Duration) {})
	base := "http://" + w.tcp(t, "127.0.0.1:0")
	call := func(r Role, method, path, body string) reply {
		t.Helper()
		return send(t, http.DefaultClient, method, base+path, body, "Authorization", "Bearer "+tokens[r])
	}
	const run = `{"execution_id":"ROLE","language":"py","code":"1"}`
	for _, c := range []struct {
		method, path, body string
		least              Role
	}{
		{"GET", "/v1/health", "", Read}, {"GET", "/v1/executions:watch?statuses=none", "", Read}, {"POST", "/v1/executions:run", run, Submit},
		{"POST", "/v1/drain", "", Admin}, {"GET", "/debug/pprof/heap", "", Admin},
	} {
		for r := range tokens {
			if got := call(r, c.method, c.path, strings.ReplaceAll(c.body, "ROLE", r.String())); (got.code == 403) != (r < c.least) {
				t.Errorf("%v %s: %d %s", r, c.path, got.code, got.text)
			}
		}
	}
	// What one made another doesn't see, but for an admin.
	for r, code := range map[Role]int{Submit: 200, Read: 404, Admin: 200} {
		if got := call(r, "GET", "/v1/executions/submit", ""); got.code != code {
			t.Errorf("%v: %d %s", r, got.code, got.text)
		}
	}
	fs := `{"language":"py","code":"1","intrinsics":[{"name":"fs","directories":[{"path":"/x","source":"/tmp"}]}]}`
	if got := call(Admin, "POST", "/v1/executions", fs); got.code != 403 {
		t.Errorf("%d %s", got.code, got.text)
	}
	for name, header := range map[string]string{"none": "", "wrong": "Bearer elided_wrong", "basic": "Basic " + tokens[Admin], "long": "Bearer " + strings.Repeat("x", 5000)} {
		got := send(t, http.DefaultClient, "GET", base+"/v1/health", "", "Authorization", header)
		if got.code != 401 || got.header.Get("WWW-Authenticate") == "" {
			t.Errorf("%s: %d %v %s", name, got.code, got.header, got.text)
		}
	}
	// At the Unix socket a token goes over the user.
	if got := w.do(t, "POST", "/v1/drain", "", "Authorization", "Bearer "+tokens[Read]); got.code != 403 || !strings.Contains(got.text, "the-read") {
		t.Errorf("%d %s", got.code, got.text)
	}
	if text := log.String(); strings.Contains(text, "elided_wrong") || !strings.Contains(text, "HTTP request refused") {
		t.Error(text)
	}
}

// TestHTTPTokenGone ends a stream whose token is taken away.
func TestHTTPTokenGone(t *testing.T) {
	access, tokens := withTokens(t)
	w := newWeb(t, serveAt(t, filepath.Join(shortDir(t), "s"), Permissions{}, access, slog.New(slog.DiscardHandler), nil), Permissions{})
	stream := w.stream(t, "/v1/executions:watch", "Authorization", "Bearer "+tokens[Read], "Accept", eventsType)
	w.server.SetAccess(Access{Tokens: access.Tokens[1:]})
	kind, data := "", ""
	w.receive(t, stream.Body, func(e received) bool { kind, data = e.kind, e.data; return true })
	if kind != "failure" || !strings.Contains(data, "may no longer call") {
		t.Errorf("%s %s", kind, data)
	}
	if got := w.do(t, "GET", "/v1/health", "", "Authorization", "Bearer "+tokens[Read]); got.code != 401 {
		t.Errorf("%d %s", got.code, got.text)
	}
}

// TestHTTPS has certificates and tokens over TLS, at an address that is no loopback one.
func TestHTTPS(t *testing.T) {
	access, tokens := withTokens(t)
	access.Names = allow("ci=read", "boss=admin")
	d, log := logged(t, access)
	w := newWeb(t, d, Permissions{})
	ca := testca.New(t, t.TempDir())
	cert, key := ca.Server("server")
	certs, err := NewCertificates(CertificateFiles{Cert: cert, Key: key, ClientCA: ca.File()})
	if err != nil {
		t.Fatal(err)
	}
	base := w.overTLS(t, certs)
	client := func(c ...tls.Certificate) *http.Client { return httpsClient(t, ca, c...) }
	for name, c := range map[string]struct {
		client       *http.Client
		token        string
		health, heap int
	}{
		"nothing":           {client(), "", 401, 401},
		"token":             {client(), tokens[Submit], 200, 403},
		"certificate":       {client(ca.Client("ci")), "", 200, 403},
		"boss":              {client(ca.Client("boss")), "", 200, 200},
		"not listed":        {client(ca.Client("eve")), "", 403, 403},
		"both":              {client(ca.Client("boss")), tokens[Read], 200, 403},
		"not listed, but":   {client(ca.Client("eve")), tokens[Admin], 200, 200},
		"boss, wrong token": {client(ca.Client("boss")), "elided_x", 401, 401},
	} {
		t.Run(name, func(t *testing.T) {
			var header []string
			if c.token != "" {
				header = []string{"Authorization", "Bearer " + c.token}
			}
			if got := send(t, c.client, "GET", base+"/v1/health", "", header...); got.code != c.health {
				t.Errorf("%d %s", got.code, got.text)
			}
			if got := send(t, c.client, "GET", base+profilePath+"heap", "", header...); got.code != c.heap {
				t.Errorf("%d %.200s", got.code, got.text)
			}
			if got := send(t, c.client, "GET", base+"/healthz", "", header...); got.code != 200 {
				t.Errorf("%d %s", got.code, got.text)
			}
		})
	}
	other := testca.New(t, t.TempDir())
	old, oldKey := ca.Issue("old", x509.Certificate{NotAfter: time.Now().Add(-time.Hour), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}})
	for name, c := range map[string]*http.Client{"wrong authority": client(other.Client("boss")), "expired": client(ca.Load(old, oldKey))} {
		r, _ := http.NewRequestWithContext(deadline(t), "GET", base+"/healthz", nil) // is well formed
		if got, err := c.Do(r); err == nil {
			_ = got.Body.Close()
			t.Errorf("%s: %d", name, got.StatusCode)
		}
	}
	// A host's name is no matter: the certificate says whose it is.
	r, _ := http.NewRequestWithContext(deadline(t), "GET", base+"/v1/health", nil)
	r.Host = "elided.example"
	got, err := client(ca.Client("ci")).Do(r)
	if err != nil || got.StatusCode != 200 {
		t.Fatal(got, err)
	}
	_ = got.Body.Close()
	if strings.Contains(log.String(), tokens[Read]) {
		t.Error("a token is in the log")
	}
}

// overTLS serves with TLS too.
func (w *web) overTLS(t *testing.T, c *Certificates) (base string) {
	t.Helper()
	w.door.Know(c, "")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = w.door.ServeTLS(l) }() // the web stops it
	return "https://" + l.Addr().String()
}

func httpsClient(t *testing.T, ca *testca.CA, c ...tls.Certificate) *http.Client {
	t.Helper()
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: ca.Pool(), Certificates: c}, ForceAttemptHTTP2: true}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// TestHTTPSRotation ends what a certificate has under way whose authority is taken away, and lets
// it begin nothing more, on a connection that is open too.
func TestHTTPSRotation(t *testing.T) {
	d, _ := logged(t, Access{Names: allow("ci=read")})
	w := newWeb(t, d, Permissions{})
	ca, other := testca.New(t, t.TempDir()), testca.New(t, t.TempDir())
	cert, key := ca.Server("server")
	files := CertificateFiles{Cert: cert, Key: key, ClientCA: ca.File()}
	certs, err := NewCertificates(files)
	if err != nil {
		t.Fatal(err)
	}
	base := w.overTLS(t, certs)
	c := httpsClient(t, ca, ca.Client("ci"))
	if got := send(t, c, "GET", base+"/v1/health", ""); got.code != 200 {
		t.Fatal(got.text)
	}
	open := make(chan int, 1)
	ended := make(chan error, 1)
	go func() {
		r, err := http.NewRequestWithContext(t.Context(), "GET", base+"/v1/executions:watch", nil)
		if err != nil {
			ended <- err
			return
		}
		got, err := c.Do(r)
		if err != nil {
			ended <- err
			return
		}
		open <- got.StatusCode
		_, err = io.Copy(io.Discard, got.Body)
		_ = got.Body.Close() // it was read whole
		ended <- err
	}()
	select {
	case code := <-open:
		if code != 200 {
			t.Fatal(code)
		}
	case err := <-ended:
		t.Fatal(err)
	}
	files.ClientCA = other.File()
	next, err := NewCertificates(files)
	if err != nil {
		t.Fatal(err)
	}
	certs.Take(next)
	select {
	case <-ended:
	case <-time.After(patience):
		t.Error("the stream goes on")
	}
	if got := send(t, c, "GET", base+"/v1/health", ""); got.code != 401 {
		t.Errorf("%d %s", got.code, got.text)
	}
}
