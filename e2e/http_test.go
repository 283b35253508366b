package e2e

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/elide-dev/elided/internal/testca"
)

// overHTTP is a client at a daemon's Unix socket for HTTP.
func overHTTP(t *testing.T, socket string) *http.Client {
	t.Helper()
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// TestHTTPShutdown has who waits at the HTTP socket get how its program ended when the
// daemon ends, and nothing be left of the socket.
func TestHTTPShutdown(t *testing.T) {
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "h")
	d := startDaemon(t, "--http-socket", socket, "--socket-mode", "0600", "--drain-timeout", "0s", "--grace", "100ms")
	if info, err := os.Stat(socket); err != nil || info.Mode() != fs.ModeSocket|0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	c := overHTTP(t, socket)
	ended := make(chan string, 1)
	go func() {
		r, err := c.Post("http://localhost/v1/executions:run", "application/json",
			strings.NewReader(`{"execution_id":"job","language":"python","code":"from time import sleep\nprint('started')\nsleep(60)"}`))
		if err != nil {
			ended <- err.Error()
			return
		}
		defer func() { _ = r.Body.Close() }()
		var status struct {
			StopReason string `json:"stop_reason"`
			Stdout     string
		}
		if err := json.NewDecoder(r.Body).Decode(&status); err != nil {
			ended <- err.Error()
			return
		}
		ended <- status.StopReason + " " + status.Stdout
	}()
	eventually(t, "the program is there", patience, func() bool {
		r, err := c.Get("http://localhost/v1/executions/job")
		return err == nil && r.Body.Close() == nil && r.StatusCode == 200
	})
	d.printed("job", "started")
	d.signal(syscall.SIGTERM)
	if got := <-ended; got != "STOP_REASON_SHUTDOWN started\n" {
		t.Error(got)
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if _, err := os.Stat(socket); !os.IsNotExist(err) {
		t.Errorf("the socket is left: %v", err)
	}
}

// TestHTTPSDaemon serves HTTP with TLS: a token over it, and nothing without.
func TestHTTPSDaemon(t *testing.T) {
	ca := testca.New(t, t.TempDir())
	cert, key := ca.Server("server")
	const token = "elided_of-this-test"
	d := startDaemon(t, "--http-tls", "--tls-cert", cert, "--tls-key", key, "--token", fmt.Sprintf("ci=read=sha256:%x", sha256.Sum256([]byte(token))))
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: ca.Pool()}}
	t.Cleanup(transport.CloseIdleConnections)
	for _, c := range []struct {
		method, url, token string
		code               int
	}{
		{"GET", "https://" + d.http + "/v1/health", token, 200},
		{"POST", "https://" + d.http + "/v1/executions", token, 403},
		{"GET", "https://" + d.http + "/v1/health", "", 401},
		{"GET", "https://" + d.http + "/readyz", "", 200},
		{"GET", "http://" + d.http + "/readyz", "", 400},
	} {
		r, err := http.NewRequestWithContext(t.Context(), c.method, c.url, nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.token != "" {
			r.Header.Set("Authorization", "Bearer "+c.token)
		}
		got, err := transport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		if _ = got.Body.Close(); got.StatusCode != c.code {
			t.Errorf("%s %s: %d, want %d", c.method, c.url, got.StatusCode, c.code)
		}
	}
	if strings.Contains(d.log.String(), token) {
		t.Error("the token is in the log")
	}
}
