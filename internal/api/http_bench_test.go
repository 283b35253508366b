package api

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// BenchmarkHealthHTTP is BenchmarkHealth over HTTP.
func BenchmarkHealthHTTP(b *testing.B) {
	w := serveWeb(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		w.expect(b, "GET", "/v1/health", "", `"healthy":`)
	}
}

// BenchmarkRunSnippetHTTP is BenchmarkRunSnippet over HTTP.
func BenchmarkRunSnippetHTTP(b *testing.B) {
	w := serveWeb(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		w.expect(b, "POST", "/v1/executions:run", `{"language":"python","code":"print(1+1)"}`, `2\n`)
	}
}

func (w *web) expect(b *testing.B, method, path, body, want string) {
	r, err := http.NewRequestWithContext(b.Context(), method, "http://localhost"+path, strings.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", jsonType)
	}
	got, err := w.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	text, err := io.ReadAll(got.Body)
	_ = got.Body.Close() // it was read whole
	if err != nil || !strings.Contains(string(text), want) {
		b.Fatalf("%v: %s", err, text)
	}
}
