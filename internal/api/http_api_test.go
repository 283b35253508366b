package api

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

func serveWeb(t testing.TB, change func(*executor.Config)) *web {
	t.Helper()
	return newWeb(t, serve(t, change), Permissions{})
}

// newWeb opens an HTTP door of d.
func newWeb(t testing.TB, d *daemon, p Permissions) *web {
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
	w.client = w.as(t, func(ctx context.Context, path string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", path)
	})
	return w
}

func (w *web) serveAt(t testing.TB, l net.Listener) {
	t.Helper()
	go func() {
		if err := w.door.Serve(l); err != nil && err != http.ErrServerClosed {
			t.Errorf("serve: %v", err)
		}
	}()
}

// as is a client that connects to the socket with dial.
func (w *web) as(t testing.TB, dial func(context.Context, string) (net.Conn, error)) *http.Client {
	t.Helper()
	transport := &http.Transport{ExpectContinueTimeout: patience, DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return dial(ctx, w.path) }}
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
var idsInPaths = []string{nomadID, "a/b", "..", ".", "a//b", "%2F", "100%", "a:cancel", "a?b#c", "a+b", "+", "~!@$&'()*,;=[]{}|\\^`<>\""}

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

// prepare has a session s/1, and in it and in the default one an execution x/1: that has
// ended, or runs.
func (w *web) prepare(t *testing.T, ended bool) {
	t.Helper()
	if _, err := w.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "s/1"}); err != nil {
		t.Fatal(err)
	}
	code := "from time import sleep\nprint(1)\nsleep(60)"
	if ended {
		code = "print(1)"
	}
	for _, session := range []string{"s/1", "default"} {
		x := w.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{
			SessionId: session, ExecutionId: "x/1", Language: "python", Code: code, Labels: map[string]string{"a": "b"},
		})
		until(t, x, func(s executor.Status) bool { return s.StdoutBytes > 0 && (!ended || s.State.Final()) })
	}
}

// check makes a call and looks for what it wants in the answer, of a stream in its lines.
func (w *web) check(t *testing.T, c webCall) {
	t.Helper()
	path := strings.NewReplacer("/S", "/s%2F1", "/X", "/x%2f1").Replace(c.path)
	if strings.Contains(path, ":watch") {
		w.checkStream(t, c, path)
		return
	}
	got := w.do(t, c.method, path, c.body)
	failed := got.code != 200 && !strings.Contains(path, ":eval")
	if failed || !strings.Contains(compact(got.text), c.want) || got.header.Get("Content-Type") != "application/json" || !strings.HasSuffix(got.text, "}\n") {
		t.Errorf("%s %s: %d %v %s, want %s", c.method, path, got.code, got.header, got.text, c.want)
	}
}

func (w *web) checkStream(t *testing.T, c webCall, path string) {
	t.Helper()
	lines, header := w.lines(t, path)
	if got := header.Get("Content-Type"); got != "application/x-ndjson" {
		t.Errorf("content type %s", got)
	}
	if strings.Contains(path, "executions:watch") { // whose first change is still to come
		w.run(t, &daemonv1alpha1.ExecuteSnippetRequest{SessionId: "s/1", Language: "python", Code: "1"})
		w.run(t, python("1"))
	}
	for line := range lines {
		if strings.Contains(compact(line), c.want) {
			return
		}
	}
	t.Errorf("%s: no line with %s", path, c.want)
}

// lines are a stream's, until the test has ended.
func (w *web) lines(t *testing.T, path string, more ...string) (iter.Seq[string], http.Header) {
	t.Helper()
	got := w.stream(t, path, more...)
	if got.StatusCode != 200 {
		t.Fatalf("%s: %d", path, got.StatusCode)
	}
	return func(yield func(string) bool) {
		for s := bufio.NewScanner(got.Body); s.Scan() && yield(s.Text()); {
		}
	}, got.Header
}

// stream is an answer that has begun.
func (w *web) stream(t *testing.T, path string, more ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(deadline(t), "GET", "http://localhost"+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(more); i += 2 {
		r.Header.Set(more[i], more[i+1])
	}
	got, err := w.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = got.Body.Close() })
	return got
}

// compact is JSON without the spaces that protobuf puts in as it likes.
func compact(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}

func quoted(text string) string {
	b, _ := json.Marshal(text) // a string can be written
	return string(b)
}

// TestIDsInPaths has every id that there may be go through a path and come back.
func TestIDsInPaths(t *testing.T) {
	w := serveWeb(t, nil)
	for _, id := range idsInPaths {
		for _, session := range []string{"", "s/" + id} {
			base := "/v1"
			if session != "" {
				base = "/v1/sessions/" + escaped(session)
				if got := w.do(t, "POST", "/v1/sessions", `{"session_id":`+quoted(session)+"}"); got.code != 200 {
					t.Fatalf("%q: %s", session, got.text)
				}
			}
			if got := w.do(t, "POST", base+"/executions:run", `{"language":"py","code":"1","execution_id":`+quoted(id)+"}"); got.code != 200 {
				t.Fatalf("%q: %s", id, got.text)
			}
			for _, segment := range []string{url.PathEscape(id), escaped(id)} {
				if segment == "." || segment == ".." {
					continue // which clients take for something else
				}
				segment = strings.ReplaceAll(segment, ":", "%3A") // else it begins the name of a method
				got := w.do(t, "GET", base+"/executions/"+segment, "")
				if got.code != 200 || got.json("execution_id") != id || got.json("session_id") != cmp.Or(session, "default") {
					t.Errorf("%q as %s: %d %s", id, segment, got.code, got.text)
				}
			}
			if got := w.do(t, "DELETE", base+"/executions/"+escaped(id), ""); got.code != 200 {
				t.Errorf("%q: %s", id, got.text)
			}
		}
	}
}

// TestHTTPErrors has every refusal be JSON with the right status.
func TestHTTPErrors(t *testing.T) {
	w := serveWeb(t, nil)
	w.prepare(t, false)
	const js = "application/json"
	if got := w.do(t, "PUT", "/v1/executions/a%2Fb", ""); got.code != 405 || got.header.Get("Allow") != "DELETE, GET" {
		t.Errorf("%d %v", got.code, got.header)
	}
	for name, c := range map[string]struct {
		method, path, body string
		header             []string
		code               int
		text               string
	}{
		"no execution":                  {"GET", "/v1/executions/none", "", nil, 404, `"none"`},
		"no execution to watch":         {"GET", "/v1/executions/none:watch", "", nil, 404, `"none"`},
		"no events of it":               {"GET", "/v1/executions/none:watch", "", []string{"Accept", eventsType}, 404, `"none"`},
		"no session":                    {"GET", "/v1/sessions/none/executions:watch", "", nil, 404, `"none"`},
		"no route":                      {"GET", "/v1/nothing", "", nil, 404, "openapi.json"},
		"no page":                       {"GET", "/", "", nil, 404, "openapi.json"},
		"no method":                     {"PUT", "/v1/executions", "", nil, 405, "PUT"},
		"no method of a page":           {"POST", "/healthz", "", nil, 405, "POST"},
		"empty id":                      {"GET", "/v1/executions/", "", nil, 400, "execution_id"},
		"empty session":                 {"POST", "/v1/sessions//executions", "{}", nil, 400, "session_id"},
		"no JSON":                       {"POST", "/v1/executions", "{", nil, 400, "unexpected EOF"},
		"two JSONs":                     {"POST", "/v1/executions", "{}{}", nil, 400, "unexpected token"},
		"unknown field":                 {"POST", "/v1/executions", `{"langauge":"py"}`, nil, 400, "langauge"},
		"wrong value":                   {"POST", "/v1/executions", `{"timeout":5}`, nil, 400, "unexpected token 5"},
		"unknown parameter":             {"GET", "/v1/executions?page=5", "", nil, 400, `"page"`},
		"unknown parameter of a stream": {"GET", "/v1/executions/x%2F1:watch?offset=5", "", nil, 400, `"offset"`},
		"unknown parameter of events":   {"GET", "/v1/executions/x%2F1:watch?offset=5", "", []string{"Accept", eventsType}, 400, `"offset"`},
		"query of a POST":               {"POST", "/v1/executions?code=1", "{}", nil, 400, "query"},
		"bad parameter":                 {"GET", "/v1/executions?statuses=RUNNING", "", nil, 400, "RUNNING"},
		"bad escape":                    {"GET", "/v1/executions/a%2Fb?labels=%zz", "", nil, 400, "escape"},
		"invalid":                       {"POST", "/v1/executions", `{"language":"cobol","code":"1"}`, nil, 400, "cobol"},
		"taken":                         {"POST", "/v1/executions", `{"language":"py","code":"2","execution_id":"x/1"}`, nil, 409, "x/1"},
		"too early":                     {"DELETE", "/v1/executions/x%2F1", "", nil, 400, "x/1"},
		"form":                          {"POST", "/v1/executions", "language=py", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, js},
		"text":                          {"POST", "/v1/executions", "{}", []string{"Content-Type", "text/plain"}, 415, js},
		"encoded":                       {"POST", "/v1/executions", "{}", []string{"Content-Encoding", "gzip"}, 415, "encoded"},
		"body of a GET":                 {"GET", "/v1/executions", "{}", nil, 413, "GET"},
		"body of a DELETE":              {"DELETE", "/v1/executions/x%2F1", "{}", nil, 413, "DELETE"},
		"body of a page":                {"GET", "/healthz", "{}", nil, 413, "body"},
		"method by header":              {"POST", "/v1/sessions/s%2F1", "{}", []string{"X-HTTP-Method-Override", "DELETE"}, 405, "POST"},
		"other site":                    {"GET", "/v1/health", "", []string{"Origin", "https://evil.example"}, 403, "evil"},
		"no site":                       {"POST", "/v1/executions", "{}", []string{"Origin", "null"}, 403, "null"},
		"other site's page":             {"POST", "/v1/executions", "{}", []string{"Sec-Fetch-Site", "cross-site"}, 403, "site"},
		"bad event id":                  {"GET", "/v1/executions/x%2F1:watch", "", []string{"Accept", eventsType, "Last-Event-ID", "1"}, 400, "Last-Event-ID"},
	} {
		t.Run(name, func(t *testing.T) {
			got := w.do(t, c.method, c.path, c.body, c.header...)
			if got.code != c.code || !strings.Contains(got.json("message"), c.text) || got.header.Get("Content-Type") != js || got.json("code") == "<nil>" {
				t.Errorf("%d %v %s", got.code, got.header, got.text)
			}
		})
	}
}
