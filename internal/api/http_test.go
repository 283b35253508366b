package api

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
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
