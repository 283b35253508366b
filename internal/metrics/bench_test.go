package metrics

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor"
)

// BenchmarkEnded is what counting an execution costs.
func BenchmarkEnded(b *testing.B) {
	m := New("a")
	now := time.Now()
	s := executor.Status{Language: "javascript", Session: "default", Reason: executor.Exited, Created: now, Started: now, Ended: now.Add(time.Millisecond), Attempts: 1}
	for b.Loop() {
		m.Ended(s)
	}
}

// BenchmarkScrape is what a scrape costs, compressed as Prometheus asks for it.
func BenchmarkScrape(b *testing.B) {
	m := New("a")
	r := httptest.NewRequest(http.MethodGet, "/metrics", nil)
	r.Header.Set("Accept-Encoding", "gzip")
	h := m.Handler()
	for b.Loop() {
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
}
