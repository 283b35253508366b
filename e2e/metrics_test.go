package e2e

import (
	"io"
	"net/http"
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
