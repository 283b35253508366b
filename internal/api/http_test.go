package api

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc/metadata"
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

// TestHTTPPanic answers when a page has a fault, and goes on.
func TestHTTPPanic(t *testing.T) {
	w := serveWeb(t, nil)
	w.door.open["/metrics"] = func(http.ResponseWriter, *http.Request) { panic("a fault") }
	for range 2 {
		if got := w.do(t, "GET", "/metrics", ""); got.code != 500 || got.json("code") != "13" || strings.Contains(got.text, "fault") {
			t.Errorf("%d %s", got.code, got.text)
		}
	}
}

// TestNoMetrics has no page for metrics where there are none.
func TestNoMetrics(t *testing.T) {
	pages := openPages(nil, nil)
	if pages["/metrics"] != nil || pages["/healthz"] == nil {
		t.Error(pages)
	}
}

// TestOnlyTraceContextPasses has nothing of a client's header reach a call but what is meant for it.
func TestOnlyTraceContextPasses(t *testing.T) {
	r := httptest.NewRequest("GET", "http://client.example/v1/executions/a%2Fb?x=1", nil)
	const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	for name, value := range map[string]string{
		"Traceparent": trace, "Tracestate": strings.Repeat("x", maxTrace+1), "Authorization": "Bearer x", "Grpc-Timeout": "1S", "Cookie": "a=b",
		"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Host": "x", "Grpc-Metadata-Elided-Pass": "x", "Elided-Pass": "x", "Accept": "text/plain",
	} {
		r.Header.Set(name, value)
	}
	got := (&visit{ctx: t.Context(), form: jsonType}).request(r, nil)
	want := http.Header{"Content-Type": {jsonType}, "Accept": {jsonType}, "Traceparent": {trace}}
	if !reflect.DeepEqual(got.Header, want) || got.Host != "" || got.RemoteAddr != "" || got.URL.RawPath != "/v1/executions/a%2Fb" {
		t.Errorf("%v, host %q, from %q, path %q", got.Header, got.Host, got.RemoteAddr, got.URL.RawPath)
	}
	ctx, err := runtime.AnnotateContext(got.Context(), serveWeb(t, nil).door.mux, got, "x")
	if err != nil {
		t.Fatal(err)
	}
	if md, _ := metadata.FromOutgoingContext(ctx); !reflect.DeepEqual(md, metadata.MD{"traceparent": {trace}}) {
		t.Errorf("metadata %v", md)
	}
}

// TestHTTPBounds sends more than the door takes: a header without end, a body, and
// connections that are never used, which keep nobody out.
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
	for range 2 * httpConnections {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	if got := exchange(t, l.Addr().String(), "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"); !strings.HasPrefix(got, "HTTP/1.1 200 ") {
		t.Errorf("beside more connections than there may be: %q", got)
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
