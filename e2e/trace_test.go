package e2e

import (
	"context"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tracecollector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	tracev1 "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A collector takes traces as those of OpenTelemetry do.
type collector struct {
	tracecollector.UnimplementedTraceServiceServer
	address string

	mu       sync.Mutex
	spans    []*tracev1.Span
	resource string
}

func startCollector(t *testing.T) *collector {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &collector{address: "http://" + l.Addr().String()}
	s := grpc.NewServer()
	tracecollector.RegisterTraceServiceServer(s, c)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = s.Serve(l) // until Stop
	}()
	t.Cleanup(func() { s.Stop(); <-ended })
	return c
}

// Export is part of the collector's service.
func (c *collector) Export(_ context.Context, r *tracecollector.ExportTraceServiceRequest) (*tracecollector.ExportTraceServiceResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, resource := range r.GetResourceSpans() {
		c.resource = resource.GetResource().String()
		for _, scope := range resource.GetScopeSpans() {
			c.spans = append(c.spans, scope.GetSpans()...)
		}
	}
	return &tracecollector.ExportTraceServiceResponse{}, nil
}

// of waits for the span of an execution and returns it with those below it, the first first.
func (c *collector) of(t *testing.T, execution string) (span *tracev1.Span, parts []*tracev1.Span) {
	t.Helper()
	eventually(t, "the span of "+execution, patience, func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		span, parts = nil, nil
		for _, s := range c.spans {
			if attribute(s, "elided.execution") == execution {
				span = s
			}
		}
		for _, s := range c.spans {
			if span != nil && string(s.GetParentSpanId()) == string(span.GetSpanId()) {
				parts = append(parts, s)
			}
		}
		return span != nil
	})
	slices.SortStableFunc(parts, func(a, b *tracev1.Span) int {
		return int(int64(a.GetStartTimeUnixNano()) - int64(b.GetStartTimeUnixNano()))
	})
	return span, parts
}

func attribute(s *tracev1.Span, name string) string {
	for _, a := range s.GetAttributes() {
		if a.GetKey() == name {
			return a.GetValue().GetStringValue()
		}
	}
	return ""
}

func names(spans []*tracev1.Span) string {
	var all []string
	for _, s := range spans {
		all = append(all, s.GetName())
	}
	return strings.Join(all, " ")
}

// showParent prints what the program finds in TRACEPARENT.
const showParent = `console.log(process.env.TRACEPARENT)`

// TestTraces has a real daemon tell a collector of executions.
func TestTraces(t *testing.T) {
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
	c := startCollector(t)
	d := startDaemon(t, "--otlp-endpoint", c.address)
	const trace, parent = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
	ctx := metadata.AppendToOutgoingContext(t.Context(), "traceparent", "00-"+trace+"-"+parent+"-01", "tracestate", "vendor=1")
	out, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{
		Language: "js", Code: showParent, ExecutionId: "traced", Env: map[string]string{"SECRETMARK": "secretmark"}, Labels: map[string]string{"labelmark": "1"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	span, parts := c.of(t, "traced")
	if got := hex.EncodeToString(span.GetTraceId()) + " " + hex.EncodeToString(span.GetParentSpanId()); got != trace+" "+parent {
		t.Errorf("the span is in %s, not %s %s", got, trace, parent)
	}
	if want := "00-" + trace + "-" + hex.EncodeToString(span.GetSpanId()) + "-01\n"; out.GetResult().GetStdout() != want {
		t.Errorf("TRACEPARENT is %q, not %q (%s)", out.GetResult().GetStdout(), want, out.GetResult().GetError())
	}
	if got := strings.TrimPrefix(names(parts), "queue spawn "); strings.TrimPrefix(got, "queue ") != "compile run" {
		t.Errorf("parts: %s", names(parts))
	}
	checkWithin(t, span, parts)
	for name, want := range map[string]string{
		"elided.session": "default", "elided.session_class": "default", "elided.language": "javascript", "elided.stop_reason": "exited",
	} {
		if got := attribute(span, name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	all := c.resource
	for _, s := range append(parts, span) {
		all += s.String()
	}
	for _, secret := range []string{"secretmark", "SECRETMARK", "labelmark", "console"} {
		if strings.Contains(all, secret) {
			t.Errorf("%s is in a trace", secret)
		}
	}
	if !strings.Contains(all, "service.name") || !strings.Contains(all, "vendor=1") {
		t.Errorf("no service, or no trace state: %s", all)
	}
}

// checkWithin checks that each part lies in the whole, one behind the other.
func checkWithin(t *testing.T, whole *tracev1.Span, parts []*tracev1.Span) {
	t.Helper()
	at := whole.GetStartTimeUnixNano()
	for _, p := range parts {
		if p.GetStartTimeUnixNano() < at || p.GetEndTimeUnixNano() < p.GetStartTimeUnixNano() || p.GetEndTimeUnixNano() > whole.GetEndTimeUnixNano() {
			t.Errorf("%s from %d to %d, in %d to %d, after %d", p.GetName(), p.GetStartTimeUnixNano(), p.GetEndTimeUnixNano(), whole.GetStartTimeUnixNano(), whole.GetEndTimeUnixNano(), at)
		}
		at = p.GetEndTimeUnixNano()
	}
	if len(parts) > 0 && at != whole.GetEndTimeUnixNano() {
		t.Errorf("the last part ends at %d, not %d", at, whole.GetEndTimeUnixNano())
	}
}

// TestTraceOfAnEnd has spans of executions that don't just run.
func TestTraceOfAnEnd(t *testing.T) {
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
	c := startCollector(t)
	d := startDaemon(t, "--otlp-endpoint", c.address, "--max-running", "1")
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print('up')\nimport time\ntime.sleep(60)", ExecutionId: "killed", Timeout: durationpb.New(time.Minute)})
	d.printed("killed", "up")
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "1", ExecutionId: "waited"})
	for _, id := range []string{"waited", "killed"} {
		if _, err := d.CancelExecution(t.Context(), &daemonv1alpha1.CancelExecutionRequest{ExecutionId: id}); err != nil {
			t.Fatal(err)
		}
		d.end(id)
	}
	if _, parts := c.of(t, "waited"); names(parts) != "queue" {
		t.Errorf("cancelled in the queue: %s", names(parts))
	}
	if span, parts := c.of(t, "killed"); attribute(span, "elided.stop_reason") != "cancelled" || !strings.HasSuffix(names(parts), "run") {
		t.Errorf("cancelled in its run: %s, %s", attribute(span, "elided.stop_reason"), names(parts))
	}
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "let = =", ExecutionId: "wrong"})
	d.end("wrong")
	if span, parts := c.of(t, "wrong"); span.GetStatus().GetCode() != tracev1.Status_STATUS_CODE_ERROR || span.GetStatus().GetMessage() != "uncaught_error" || !strings.HasSuffix(names(parts), "compile run") {
		t.Errorf("a wrong source: %v, %s", span.GetStatus(), names(parts))
	}
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "1", ExecutionId: "last"})
	d.end("last")
	d.signal(15)
	d.wait()
	c.of(t, "last") // was sent at the latest then
}

// TestTraceRatio: without a caller who traces, the ratio decides; a caller's word counts for
// more. The program learns of both.
func TestTraceRatio(t *testing.T) {
	c := startCollector(t)
	d := startDaemon(t, "--otlp-endpoint", c.address, "--trace-ratio", "0")
	s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: showParent, ExecutionId: "untraced"})
	if err != nil || !strings.HasSuffix(s.GetStdout(), "-00\n") || len(s.GetStdout()) != 56 {
		t.Errorf("not traced: %v, %q", err, s.GetStdout())
	}
	ctx := metadata.AppendToOutgoingContext(t.Context(), "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	if _, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "1", ExecutionId: "traced"}}); err != nil {
		t.Fatal(err)
	}
	d.signal(15)
	d.wait()
	c.of(t, "traced")
	for _, s := range c.spans {
		if attribute(s, "elided.execution") == "untraced" {
			t.Error("traced against the ratio")
		}
	}
}

// TestTraceParent is what a program sees of its caller's trace when the daemon traces
// nothing.
func TestTraceParent(t *testing.T) {
	d := startDaemon(t)
	const good = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	for name, c := range map[string]struct {
		header []string
		env    map[string]string
		want   string
	}{
		"a caller's":         {header: []string{good}, want: good},
		"the request's own":  {header: []string{good}, env: map[string]string{"TRACEPARENT": "mine"}, want: "mine"},
		"none":               {want: "undefined"},
		"two":                {header: []string{good, good}, want: "undefined"},
		"no header of W3C's": {header: []string{"00-ABC-1-01"}, want: "undefined"},
		"no room":            {header: []string{good}, env: map[string]string{"A": strings.Repeat("x", 256<<10-3)}, want: "undefined"},
	} {
		ctx := t.Context()
		for _, h := range c.header {
			ctx = metadata.AppendToOutgoingContext(ctx, "traceparent", h)
		}
		out, err := d.RunSnippet(ctx, &daemonv1alpha1.RunSnippetRequest{Snippet: &daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: showParent, Env: c.env}})
		if err != nil || out.GetResult().GetStdout() != c.want+"\n" {
			t.Errorf("%s: %v, %q, not %q", name, err, out.GetResult().GetStdout(), c.want)
		}
	}
}

// TestTraceOverHTTP: the header of an HTTP request is the parent as the metadata of a call is.
func TestTraceOverHTTP(t *testing.T) {
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
	c := startCollector(t)
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "h")
	startDaemon(t, "--http-socket", socket, "--otlp-endpoint", c.address)
	const trace = "0af7651916cd43dd8448eb211c80319c"
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://localhost/v1/executions:run",
		strings.NewReader(`{"execution_id": "web", "language": "js", "code": "console.log(process.env.TRACEPARENT)"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Traceparent", "00-"+trace+"-b7ad6b7169203331-01")
	answer, err := overHTTP(t, socket).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v, %s: %s", err, answer.Status, text)
	}
	span, _ := c.of(t, "web")
	if want := "00-" + trace + "-" + hex.EncodeToString(span.GetSpanId()) + "-01"; !strings.Contains(string(text), want) {
		t.Errorf("no %s in %s", want, text)
	}
}

// TestDeadCollector has nobody listen, or nobody answer: executions don't care, the log
// says it once, and a metric counts what is lost.
func TestDeadCollector(t *testing.T) {
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	for name, endpoint := range map[string]string{"nobody": "http://127.0.0.1:1", "silent": "http://" + silent.Addr().String()} {
		d := startDaemon(t, "--otlp-endpoint", endpoint)
		for range 200 {
			if s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print(1)"}); err != nil || s.GetStdout() != "1\n" {
				t.Fatalf("%s: %v, %v", name, err, s)
			}
		}
		eventually(t, name+": a warning", patience, func() bool { return strings.Contains(d.log.String(), "traces are lost") })
		if _, text := d.read("/metrics"); !regexp.MustCompile(`(?m)^elided_trace_spans_dropped_total\{reason="not_taken"\} [1-9]`).MatchString(text) {
			t.Errorf("%s: the spans that are lost aren't counted", name)
		}
		began := time.Now()
		d.signal(15)
		if code := d.wait(); code != 0 || time.Since(began) > 10*time.Second {
			t.Errorf("%s: exit code %d after %v", name, code, time.Since(began))
		}
		if n := strings.Count(d.log.String(), "traces are lost"); n != 1 {
			t.Errorf("%s: %d warnings", name, n)
		}
	}
}

// TestMetricsOff answers /metrics with a word.
func TestMetricsOff(t *testing.T) {
	d := startDaemon(t, "--metrics=false")
	if _, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print(1)"}); err != nil {
		t.Fatal(err)
	}
	if code, body := d.read("/metrics"); code != 404 || !strings.Contains(body, "metrics.enabled") {
		t.Errorf("%d: %s", code, body)
	}
	if code, _ := d.read("/healthz"); code != 200 {
		t.Errorf("healthz: %d", code)
	}
}
