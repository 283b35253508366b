package metrics

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
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
	watched(m)
	h := m.Handler()
	for b.Loop() {
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
}

// BenchmarkCall is what counting a call costs.
func BenchmarkCall(b *testing.B) {
	m := New("a")
	watched(m)
	info := &grpc.UnaryServerInfo{FullMethod: daemonv1alpha1.ExecutionApi_RunSnippet_FullMethodName}
	answer := func(context.Context, any) (any, error) { return nil, nil }
	count := m.GRPC().unary()
	for b.Loop() {
		_, _ = count(b.Context(), nil, info, answer)
	}
}

// watched has the calls of a server counted.
func watched(m *Metrics) {
	server := grpc.NewServer()
	daemonv1alpha1.RegisterExecutionApiServer(server, daemonv1alpha1.UnimplementedExecutionApiServer{})
	m.GRPC().Watch(server)
}
