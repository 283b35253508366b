package api

import (
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

func TestHTTP(t *testing.T) {
	d := serveWeb(t, nil)
	check := func(method, path string, code int, body string) {
		t.Helper()
		if got := d.do(t, method, path, ""); got.code != code || body != "" && got.text != body {
			t.Errorf("%s %s: %d %q", method, path, got.code, got.text)
		}
	}
	check("GET", "/metrics", 200, "metrics\n")
	check("GET", "/healthz", 200, "ok\n")
	check("GET", "/readyz", 200, "ready\n")
	check("POST", "/readyz", 405, "")
	check("GET", "/", 404, "")
	d.executor.Stop(deadline(t))
	check("GET", "/readyz", 503, "shutting down\n")
	check("GET", "/healthz", 200, "ok\n")
}

// TestHTTPBounds sends more than the door takes: a header without end, a body, and
// connections that are never used.
func TestHTTPBounds(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	serveWeb(t, nil).serveAt(t, l)
	for name, c := range map[string]struct{ request, answer string }{
		"plain":        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 200 "},
		"header":       {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("v", 2*httpHeader) + "\r\n\r\n", "HTTP/1.1 431 "},
		"body":         {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n", "HTTP/1.1 413 "},
		"chunked body": {"POST /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 405 "},
	} {
		t.Run(name, func(t *testing.T) {
			got := exchange(t, l.Addr().String(), c.request)
			if !strings.HasPrefix(got, c.answer) {
				t.Errorf("%q, want %s", got, c.answer)
			}
		})
	}
	for range httpConnections {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	if got := exchange(t, l.Addr().String(), "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"); got != "" {
		t.Errorf("one connection more than there may be: %q", got)
	}
}

// exchange sends a request and returns the beginning of what comes back.
func exchange(t *testing.T, address, request string) string {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(patience))
	_, _ = io.WriteString(c, request) // it may be cut off
	buf := make([]byte, 100)
	n, _ := io.ReadFull(c, buf)
	return string(buf[:n])
}
