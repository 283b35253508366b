package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A web is a daemon with an HTTP door, and a client at its Unix socket.
type web struct {
	*daemon
	door   *HTTP
	client *http.Client
	path   string // of the socket
}

func serveWeb(t *testing.T, change func(*executor.Config)) *web {
	t.Helper()
	return newWeb(t, serve(t, change), Permissions{})
}

// newWeb opens an HTTP door of d.
func newWeb(t *testing.T, d *daemon, p Permissions) *web {
	t.Helper()
	metrics := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "metrics\n") })
	door, err := NewHTTP(d.server, metrics)
	if err != nil {
		t.Fatal(err)
	}
	w := &web{daemon: d, door: door, path: filepath.Join(filepath.Dir(d.socket), "h")}
	l, err := Listen(w.path, p)
	if err != nil {
		t.Fatal(err)
	}
	w.serveAt(t, l)
	t.Cleanup(func() {
		now, cancel := context.WithCancel(context.Background())
		cancel()
		d.server.Stop(now)
		door.Stop(now)
	})
	w.client = w.as(t, func(ctx context.Context, path string) (net.Conn, error) { return new(net.Dialer).DialContext(ctx, "unix", path) })
	return w
}

func (w *web) serveAt(t *testing.T, l net.Listener) {
	t.Helper()
	go func() {
		if err := w.door.Serve(l); err != nil && err != http.ErrServerClosed {
			t.Errorf("serve: %v", err)
		}
	}()
}

// as is a client that connects to the socket with dial.
func (w *web) as(t *testing.T, dial func(context.Context, string) (net.Conn, error)) *http.Client {
	t.Helper()
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return dial(ctx, w.path) }}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// A reply is an answer that was read whole.
type reply struct {
	code   int
	header http.Header
	text   string
}

// json is the answer's field at a path of names and dots, as text.
func (r reply) json(path string) string {
	var v any
	if json.Unmarshal([]byte(r.text), &v) != nil {
		return ""
	}
	for name := range strings.SplitSeq(path, ".") {
		m, _ := v.(map[string]any)
		v = m[name]
	}
	return fmt.Sprint(v)
}

// send makes a request with a client and reads the answer. More are headers, by name and value.
func send(t *testing.T, c *http.Client, method, url, body string, more ...string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(deadline(t), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(more); i += 2 {
		r.Header.Set(more[i], more[i+1])
	}
	got, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = got.Body.Close() }()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{got.StatusCode, got.Header, string(text)}
}

func (w *web) do(t *testing.T, method, path, body string, more ...string) reply {
	t.Helper()
	return send(t, w.client, method, "http://localhost"+path, body, more...)
}

// nomadID is what the Nomad driver makes of a task's id.
var nomadID = client.ID("3f2a9b1c-5c1e-4b8e-9e1a-0123456789ab/task: naïve name/f00dcafe")

// idsInPaths are ids with all that an id may have.
var idsInPaths = []string{nomadID, "a/b", "..", ".", "a//b", "%2F", "100%", "a:cancel", "a?b#c", "a+b", "é"}

// escaped is an id as a segment of a path, with more escapes than it takes.
func escaped(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

// A webCall is a call of one method. S and X in the path stand for the session and an
// execution that runs.
type webCall struct {
	method, path, body string
	want               string // in the answer
}

// webCalls are the calls of every method of the contract, both of those that there are with
// and without a session.
var webCalls = map[string][]webCall{
	"Health":             {{"GET", "/v1/health", "", `"healthy":true`}},
	"GetCapabilities":    {{"GET", "/v1/capabilities", "", `"engine":`}},
	"CreateSession":      {{"POST", "/v1/sessions", `{"session_id":"new/one","config":{"timeout":"5s"}}`, `"session_id":"new/one"`}},
	"ListSessions":       {{"GET", "/v1/sessions", "", `"session_id":"s/1"`}},
	"GetSession":         {{"GET", "/v1/sessions/S", "", `"session_id":"s/1"`}, {"GET", "/v1/sessions/default", "", `"session_id":"default"`}},
	"ExecuteSnippet":     {{"POST", "/v1/sessions/S/executions", `{"language":"py","code":"1","execution_id":"sub/mitted"}`, `"session_id":"s/1"`}, {"POST", "/v1/executions", `{"language":"py","code":"1"}`, `"session_id":"default"`}},
	"RunSnippet":         {{"POST", "/v1/sessions/S/executions:run", `{"language":"py","code":"print(6*7)"}`, `"stdout":"42\n"`}, {"POST", "/v1/executions:run", `{"language":"py","code":"print(6*7)"}`, `"stdout":"42\n"`}},
	"ListExecutions":     {{"GET", "/v1/sessions/S/executions?statuses=EXECUTION_STATUS_RUNNING&page_size=5&labels[a]=b", "", `"execution_id":"x/1"`}, {"GET", "/v1/executions?all_sessions=true", "", `"execution_id":"x/1"`}},
	"GetExecutionStatus": {{"GET", "/v1/sessions/S/executions/X", "", `"stdout":"1\n"`}, {"GET", "/v1/executions/X", "", `"stdout":"1\n"`}},
	"WatchExecution":     {{"GET", "/v1/sessions/S/executions/X:watch?stdout_offset=1", "", `"output":{"stream":"STREAM_STDOUT","offset":"1","data":"Cg=="}`}, {"GET", "/v1/executions/X:watch", "", `"data":"MQo="`}},
	"WatchExecutions":    {{"GET", "/v1/sessions/S/executions:watch?statuses=EXECUTION_STATUS_COMPLETED", "", `"execution":{`}, {"GET", "/v1/executions:watch?all_sessions=true", "", `"execution":{`}},
	"SignalExecution":    {{"POST", "/v1/sessions/S/executions/X:signal", `{"signal":"WINCH"}`, `"success":true`}, {"POST", "/v1/executions/X:signal", `{"signal":"WINCH"}`, `"success":true`}},
	"EvalInExecution":    {{"POST", "/v1/sessions/S/executions/X:eval", `{"expression":"1+1"}`, `can't evaluate`}, {"POST", "/v1/executions/X:eval", `{"expression":"1+1"}`, `can't evaluate`}},
	"CancelExecution":    {{"POST", "/v1/sessions/S/executions/X:cancel", `{"grace":"0s"}`, `"success":true`}, {"POST", "/v1/executions/X:cancel", "", `"success":true`}},
	"DeleteExecution":    {{"DELETE", "/v1/sessions/S/executions/X", "", `"success":true`}, {"DELETE", "/v1/executions/X", "", `"success":true`}},
	"DeleteSession":      {{"DELETE", "/v1/sessions/S", "", `"success":true`}},
	"Drain":              {{"POST", "/v1/drain", "{}", `"running":`}},
}

// TestEveryMethodInHTTP makes every call of the contract, in order that each finds what it is about.
func TestEveryMethodInHTTP(t *testing.T) {
	d := daemonv1alpha1.ExecutionApi_ServiceDesc
	for _, m := range d.Methods {
		if webCalls[m.MethodName] == nil {
			t.Errorf("%s: which route has it? Add it to the table and to execution_api.http.yaml", m.MethodName)
		}
	}
	for _, m := range d.Streams {
		if webCalls[m.StreamName] == nil {
			t.Errorf("%s: which route has it? Add it to the table and to execution_api.http.yaml", m.StreamName)
		}
	}
	for name, calls := range webCalls {
		t.Run(name, func(t *testing.T) {
			w := serveWeb(t, nil)
			w.server.OnDrain(func(*time.Duration) {})
			w.prepare(t, name == "DeleteExecution")
			for _, c := range calls {
				w.check(t, c)
			}
		})
	}
}

var _ = bufio.NewReader
var _ = bytes.NewReader
var _ = base64.StdEncoding
var _ = slog.New
var _ = maps.Keys[map[string]int]
var _ = slices.Sorted[string]
