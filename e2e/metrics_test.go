package e2e

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestMetricsBounded: what clients send never becomes a label, whatever they call.
func TestMetricsBounded(t *testing.T) {
	d := startDaemon(t)
	if _, err := d.CreateSession(t.Context(), &daemonv1alpha1.CreateSessionRequest{SessionId: "sessionmark"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: "sessionmark", ExecutionId: "idmark", Language: "js", Code: "codemark", Name: "namemark", Group: "groupmark", Labels: map[string]string{"labelmark": "x"},
	}); err != nil {
		t.Fatal(err)
	}
	conn, err := grpc.NewClient("unix:"+d.socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for _, method := range []string{"/elide.daemon.v1alpha1.ExecutionApi/Methodmark", "/servicemark/RunSnippet"} {
		if err := conn.Invoke(t.Context(), method, &daemonv1alpha1.HealthRequest{}, &daemonv1alpha1.HealthResponse{}); err == nil {
			t.Error(method)
		}
	}
	_, body := d.read("/metrics")
	for line := range strings.Lines(body) {
		if strings.Contains(strings.ToLower(line), "mark") {
			t.Error(line)
		}
	}
	for _, want := range []string{
		`elided_executions_total{language="javascript",session="named",stop_reason="uncaught_error"} 1`,
		`grpc_server_handled_total{grpc_code="OK",grpc_method="RunSnippet",grpc_service="elide.daemon.v1alpha1.ExecutionApi",grpc_type="unary"} 1`,
		`grpc_server_handling_seconds_count{grpc_method="RunSnippet",`,
	} {
		if !strings.Contains(body, "\n"+want) {
			t.Errorf("no %s", want)
		}
	}
}

// read asks the daemon's HTTP door.
func (d *daemon) read(path string) (code int, body string) {
	d.t.Helper()
	answer, err := http.Get("http://" + d.http + path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// TestSeriesBounded has clients do what they can think of, and then more of it: there are no
// more series afterwards, and never more than an operator can be told.
func TestSeriesBounded(t *testing.T) {
	const most = 3_000
	d := startDaemon(t, "--idle-timeout", "1s")
	series := func() (all map[string]bool) {
		_, text := d.read("/metrics")
		all = map[string]bool{}
		for line := range strings.Lines(text) {
			if name, _, ok := strings.Cut(strings.TrimSpace(line), " "); ok && !strings.HasPrefix(line, "#") {
				all[name] = true
			}
		}
		return all
	}
	for round := range 3 {
		d.misuse(round)
	}
	before := series()
	for round := range 20 {
		d.misuse(3 + round)
	}
	for name := range series() {
		if !before[name] && !strings.HasPrefix(name, "go_") {
			t.Errorf("%s has come", name)
		}
	}
	if len(before) > most {
		t.Errorf("%d series, more than %d", len(before), most)
	}
	t.Logf("%d series", len(before))
}

// misuse has names of every kind in calls that go well and that don't.
func (d *daemon) misuse(n int) {
	d.t.Helper()
	mark := fmt.Sprintf("mark-%d", n)
	_, _ = d.CreateSession(d.t.Context(), &daemonv1alpha1.CreateSessionRequest{SessionId: mark})
	for _, language := range []string{"js", "ts", "py", "starlark", mark} {
		for _, code := range []string{"1", "print(" + mark + ")", "(", mark} {
			for _, session := range []string{"", mark, "no-" + mark} {
				_, _ = d.run(&daemonv1alpha1.ExecuteSnippetRequest{
					Language: language, Code: code, SessionId: session, ExecutionId: mark + language + strconv.Itoa(len(code)), Name: mark, Group: mark,
					Labels: map[string]string{mark: mark}, Env: map[string]string{mark: mark}, Args: []string{mark},
				})
			}
		}
	}
	_, _ = d.CancelExecution(d.t.Context(), &daemonv1alpha1.CancelExecutionRequest{SessionId: mark, ExecutionId: mark})
	_, _ = d.SignalExecution(d.t.Context(), &daemonv1alpha1.SignalExecutionRequest{ExecutionId: mark, Signal: mark})
	_, _ = d.GetExecutionStatus(d.t.Context(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: mark})
	conn, err := grpc.NewClient("unix:"+d.socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		d.t.Fatal(err)
	}
	_ = conn.Invoke(d.t.Context(), "/"+mark+"/"+mark, &daemonv1alpha1.HealthRequest{}, &daemonv1alpha1.HealthResponse{})
	_ = conn.Close()
	_, _ = d.DeleteSession(d.t.Context(), &daemonv1alpha1.DeleteSessionRequest{SessionId: mark})
	_, _ = d.read("/" + mark)
}
