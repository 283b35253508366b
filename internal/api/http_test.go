package api

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestHTTP(t *testing.T) {
	d := serve(t, nil)
	metrics := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "metrics\n") })
	s := httptest.NewServer(HTTP(d.executor, metrics))
	t.Cleanup(s.Close)
	check := func(method, path string, code int, body string) {
		t.Helper()
		r, err := http.NewRequestWithContext(deadline(t), method, s.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(got.Body)
		_ = got.Body.Close()
		if err != nil || got.StatusCode != code || body != "" && string(text) != body {
			t.Errorf("%s %s: %d %q, %v", method, path, got.StatusCode, text, err)
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
	log := slog.New(slog.DiscardHandler)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := NewHTTPServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { answer(w, 200, "ok") }), log)
	served := make(chan error, 1)
	go func() { served <- s.Serve(BoundHTTP(l, log)) }()
	t.Cleanup(func() {
		_ = s.Close()
		<-served
	})
	for name, c := range map[string]struct{ request, answer string }{
		"plain":        {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 "},
		"header":       {"GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("v", 2*httpHeader) + "\r\n\r\n", "HTTP/1.1 431 "},
		"body":         {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n", "HTTP/1.1 413 "},
		"chunked body": {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 413 "},
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
	if got := exchange(t, l.Addr().String(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); got != "" {
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
