package api

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/quota"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// user is a client at the Unix socket that is another user.
func (w *web) user(t *testing.T, who identity) *http.Client {
	t.Helper()
	return w.as(t, func(ctx context.Context, path string) (net.Conn, error) { return dialAs(ctx, who, path) })
}

// openWeb is a web that every user can connect to.
func openWeb(t *testing.T, a Access, level slog.Level, change func(*executor.Config)) (*web, *logText) {
	t.Helper()
	d, log := open(t, a, level, change)
	return newWeb(t, d, Permissions{Mode: mode(0o666)}), log
}

// TestHTTPIsPrivate has users at the HTTP socket be who they are: what one made is
// nothing to another, in the words for what never was.
func TestHTTPIsPrivate(t *testing.T) {
	w, _ := openWeb(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private = true })
	a, b := w.user(t, alice), w.user(t, bob)
	const base = "http://localhost/v1"
	send(t, a, "POST", base+"/sessions", `{"session_id":"hers"}`)
	for _, session := range []string{"hers", "default"} {
		got := send(t, a, "POST", base+"/sessions/"+session+"/executions", `{"execution_id":"job","language":"py","code":"from time import sleep\nprint(1)\nsleep(60)"}`)
		if got.code != 200 {
			t.Fatal(got.text)
		}
	}
	for name, list := range webPrivate {
		for _, c := range list {
			t.Run(name, func(t *testing.T) { c.checkAbsence(t, b, base) })
		}
	}
	for path, c := range map[string]struct{ alice, bob string }{"/sessions": {"hers", "default"}, "/executions?all_sessions=true": {"job", "next_page_token"}} {
		if got := send(t, b, "GET", base+path, ""); strings.Contains(got.text, c.alice) || !strings.Contains(got.text, c.bob) {
			t.Errorf("%s: %s", path, got.text)
		}
		if got := send(t, a, "GET", base+path, ""); !strings.Contains(got.text, c.alice) {
			t.Errorf("%s: %s", path, got.text)
		}
	}
	if got := send(t, b, "POST", base+"/drain", ""); got.code != 403 || !strings.Contains(got.text, fmt.Sprint("uid ", bob.uid)) {
		t.Errorf("%d %s", got.code, got.text)
	}
	if got := w.do(t, "GET", "/v1/executions/job", ""); got.code != 200 { // root
		t.Error(got.text)
	}
}

// webPrivate are the calls about what may be another's: X is an execution in the session
// default, S a session with an execution job.
var webPrivate = map[string][]webCall{
	"GetExecutionStatus": {{"GET", "/executions/X", "", ""}, {"GET", "/sessions/S/executions/job", "", ""}},
	"WatchExecution":     {{"GET", "/executions/X:watch", "", ""}, {"GET", "/sessions/S/executions/job:watch", "", ""}},
	"CancelExecution":    {{"POST", "/executions/X:cancel", "", ""}, {"POST", "/sessions/S/executions/job:cancel", "", ""}},
	"SignalExecution":    {{"POST", "/executions/X:signal", `{"signal":"TERM"}`, ""}, {"POST", "/sessions/S/executions/job:signal", `{"signal":"TERM"}`, ""}},
	"EvalInExecution":    {{"POST", "/executions/X:eval", `{"expression":"1"}`, ""}, {"POST", "/sessions/S/executions/job:eval", `{"expression":"1"}`, ""}},
	"DeleteExecution":    {{"DELETE", "/executions/X", "", ""}, {"DELETE", "/sessions/S/executions/job", "", ""}},
	"GetSession":         {{"GET", "/sessions/S", "", ""}},
	"DeleteSession":      {{"DELETE", "/sessions/S", "", ""}},
	"ListExecutions":     {{"GET", "/sessions/S/executions", "", ""}},
	"WatchExecutions":    {{"GET", "/sessions/S/executions:watch", "", ""}},
	"ExecuteSnippet":     {{"POST", "/sessions/S/executions", `{"language":"py","code":"1"}`, ""}},
	"RunSnippet":         {{"POST", "/sessions/S/executions:run", `{"language":"py","code":"1"}`, ""}},
}

// TestEveryPrivateCallInHTTP notices a call of private_test.go's tables that isn't in the one above.
func TestEveryPrivateCallInHTTP(t *testing.T) {
	for _, name := range append(slices.Collect(maps.Keys(onExecution)), slices.Collect(maps.Keys(onSession))...) {
		if webPrivate[name] == nil {
			t.Errorf("%s: what does it answer about what is another's? Add it to the table", name)
		}
	}
}

// checkAbsence expects the answer about Alice's in the words for what never was.
func (c webCall) checkAbsence(t *testing.T, client *http.Client, base string) {
	t.Helper()
	fill := func(session, id string) reply {
		return send(t, client, c.method, base+strings.NewReplacer("/S", "/"+session, "/X", "/"+id).Replace(c.path), c.body)
	}
	hers, never := fill("hers", "job"), fill("none", "nix")
	want := strings.NewReplacer("none", "hers", "nix", "job").Replace(compact(never.text))
	if hers.code != 404 || never.code != 404 || compact(hers.text) != want {
		t.Errorf("%s %s: %d %s, want %s", c.method, c.path, hers.code, hers.text, want)
	}
}

// TestHTTPCallerCounts has a user at the HTTP socket be in the log and the audit, and have its
// bounds: those of its gRPC calls.
func TestHTTPCallerCounts(t *testing.T) {
	w, log := openWeb(t, Access{}, slog.LevelDebug, nil)
	audit := new(logText)
	w.server.Audit(slog.New(slog.NewJSONHandler(audit, nil)))
	b := w.user(t, bob)
	got := send(t, b, "POST", "http://localhost/v1/executions:run", `{"execution_id":"a/b","language":"py","code":"print('geheim')"}`)
	if got.code != 200 {
		t.Fatal(got.text)
	}
	want := fmt.Sprintf("method=/elide.daemon.v1alpha1.ExecutionApi/RunSnippet peer.uid=%d peer.gid=%d", bob.uid, bob.gid)
	eventually(t, "the call is logged", func() bool { return strings.Contains(log.String(), want) })
	if text := audit.String(); !strings.Contains(text, fmt.Sprintf(`"uid":%d`, bob.uid)) || !strings.Contains(text, `"execution":"a/b"`) {
		t.Error(text)
	}
	if strings.Contains(log.String()+audit.String(), "geheim") {
		t.Error("the program is in the log")
	}
}

// TestHTTPGivesBack has nothing be taken for good by requests: of rooms, passes, bodies.
func TestHTTPGivesBack(t *testing.T) {
	rooms := newRooms()
	w, _ := openWeb(t, Access{rooms: rooms}, slog.LevelError, nil)
	b := w.user(t, bob)
	for range 3 {
		send(t, b, "POST", "http://localhost/v1/executions:run", `{"language":"py","code":"print('x' * 500000)"}`)
		send(t, b, "GET", "http://localhost/v1/executions", "")
		send(t, b, "GET", "http://localhost/v1/executions/none:watch", "")
		send(t, b, "POST", "http://localhost/v1/executions", "{")
		send(t, b, "POST", "http://localhost/v1/executions", `{"language":"py"}`)
	}
	who := (&peer{uid: bob.uid}).user()
	eventually(t, "all is given back", func() bool {
		w.door.passes.mu.Lock()
		n := len(w.door.passes.visits)
		w.door.passes.mu.Unlock()
		free := n == 0
		for _, q := range []*quota.Quota{rooms.others.answers, rooms.others.messages, rooms.others.calls, rooms.others.coming, w.door.bodies.others, w.door.visits} {
			share := q.Share(who)
			if free = free && q.Take(who, share); free {
				q.Give(who, share)
			}
		}
		return free
	})
}

// TestForgedCaller tries to be somebody else by what a client can send.
func TestForgedCaller(t *testing.T) {
	w, _ := openWeb(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private = true })
	x := w.submit(t, python("from time import sleep\nprint(1)\nsleep(60)")) // root's
	live := w.stream(t, "/v1/executions/"+x.ID()+":watch")                  // has a pass of root's
	var pass string
	eventually(t, "there is a pass", func() bool {
		w.door.passes.mu.Lock()
		defer w.door.passes.mu.Unlock()
		for pass = range w.door.passes.visits {
		}
		return pass != ""
	})
	defer func() { _ = live.Body.Close() }()
	b := w.user(t, bob)
	for _, name := range []string{"Elided-Pass", "Grpc-Metadata-Elided-Pass", "Grpcgateway-Elided-Pass", "X-Forwarded-User", "Authorization", "Traceparent", "Tracestate"} {
		if got := send(t, b, "GET", "http://localhost/v1/executions/"+x.ID(), "", name, pass); got.code != 404 && got.code != 401 {
			t.Errorf("%s: %d %s", name, got.code, got.text)
		}
	}
	ctx := metadata.AppendToOutgoingContext(deadline(t), passKey, pass)
	_, err := w.daemon.as(t, bob).GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.ID()})
	wantCode(t, err, codes.NotFound)
	// Nor does the gateway's own connection serve a call without one.
	_, err = daemonv1alpha1.NewExecutionApiClient(dialPipe(t, w.door.pipe)).Health(deadline(t), &daemonv1alpha1.HealthRequest{})
	wantCode(t, err, codes.Canceled)
}

// dialPipe is a client of the gateway's own that isn't the gateway.
func dialPipe(t *testing.T, p *pipe) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient("passthrough:///x", grpc.WithContextDialer(p.dial), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// TestHTTPAllowList lets nobody in by HTTP who may not call.
func TestHTTPAllowList(t *testing.T) {
	w, _ := openWeb(t, Access{UIDs: []uint32{alice.uid}}, slog.LevelError, nil)
	const health = "http://localhost/v1/health"
	if got := send(t, w.user(t, alice), "GET", health, ""); got.code != 200 {
		t.Error(got.text)
	}
	b := w.user(t, bob)
	if got := send(t, b, "GET", health, ""); got.code != 403 || !strings.Contains(got.text, "--allow-uid") {
		t.Error(got.text)
	}
	if got := send(t, b, "GET", "http://localhost/healthz", ""); got.code != 200 {
		t.Error(got.text)
	}
	w.server.SetAccess(Access{})
	if got := send(t, b, "GET", health, ""); got.code != 200 {
		t.Error(got.text)
	}
}

// TestTCPNeedsACaller has the API at an address refuse those whom nothing names.
func TestTCPNeedsACaller(t *testing.T) {
	w := serveWeb(t, nil)
	base := "http://" + w.tcp(t, "127.0.0.1:0")
	got := send(t, http.DefaultClient, "GET", base+"/v1/health", "")
	if got.code != 401 || got.header.Get("WWW-Authenticate") != `Bearer realm="elided"` {
		t.Errorf("%d %v %s", got.code, got.header, got.text)
	}
	for path, code := range map[string]int{"/healthz": 200, "/metrics": 200, "/v1/openapi.json": 200, "/debug/pprof/": 401} {
		if got := send(t, http.DefaultClient, "GET", base+path, ""); got.code != code {
			t.Errorf("%s: %d %s", path, got.code, got.text)
		}
	}
}

// TestPlainIsForLoopback has the API refuse what others could have read on its way.
func TestPlainIsForLoopback(t *testing.T) {
	address := otherAddress(t)
	w := serveWeb(t, nil)
	base := "http://" + w.tcp(t, net.JoinHostPort(address, "0"))
	for path, code := range map[string]int{"/healthz": 200, "/metrics": 200, "/v1/health": 403, "/debug/pprof/": 403} {
		got := send(t, http.DefaultClient, "GET", base+path, "", "Authorization", "Bearer x")
		if got.code != code || code == 403 && !strings.Contains(got.text, "--http-tls") {
			t.Errorf("%s: %d %s", path, got.code, got.text)
		}
	}
}

// otherAddress is one of this machine's that is no loopback one.
func otherAddress(t *testing.T) string {
	t.Helper()
	all, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok && !n.IP.IsLoopback() && n.IP.To4() != nil {
			return n.IP.String()
		}
	}
	t.Skip("this machine has loopback addresses alone")
	return ""
}

// tcp serves at an address too.
func (w *web) tcp(t *testing.T, address string) string {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	w.serveAt(t, l)
	return l.Addr().String()
}

// TestOtherHosts has a loopback address refuse names that others may have for it.
func TestOtherHosts(t *testing.T) {
	w := serveWeb(t, nil)
	w.door.hosts = []string{"node.example"}
	address := w.tcp(t, "127.0.0.1:0")
	for host, code := range map[string]int{
		"localhost": 200, "LOCALHOST:9480": 200, "localhost.": 200, "127.0.0.1": 200, "127.9.9.9:1": 200, "[::1]:5": 200, "node.example:80": 200,
		"evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example": 403, "10.0.0.1": 403, "[::2]": 403, "[::ffff:10.0.0.1]": 403,
	} {
		r, err := http.NewRequestWithContext(deadline(t), "GET", "http://"+address+"/healthz", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(got.Body)
		if _ = got.Body.Close(); got.StatusCode != code {
			t.Errorf("%s: %d %s", host, got.StatusCode, text)
		}
	}
}

// TestProfiles are for an admin.
func TestProfiles(t *testing.T) {
	w, _ := openWeb(t, Access{}, slog.LevelError, nil)
	for path, want := range map[string]struct {
		code int
		text string
	}{
		"":                   {200, "goroutine"},
		"goroutine?debug=1":  {200, "goroutine profile"},
		"heap?debug=1":       {200, "heap profile"},
		"profile?seconds=1":  {200, "\x1f\x8b"},
		"trace?seconds=0.1":  {200, "go 1."},
		"symbol":             {200, "num_symbols"},
		"profile?seconds=61": {400, "seconds"},
		"trace?seconds=1e9":  {400, "seconds"},
		"heap?seconds=NaN":   {400, "seconds"},
		"cmdline":            {404, "openapi"},
		"none":               {404, ""},
	} {
		if got := w.do(t, "GET", profilePath+path, ""); got.code != want.code || !strings.Contains(got.text, want.text) {
			t.Errorf("%s: %d %.300s", path, got.code, got.text)
		}
	}
	if got := send(t, w.user(t, bob), "GET", "http://localhost"+profilePath+"heap", ""); got.code != 403 || !strings.Contains(got.text, "admin") {
		t.Errorf("%d %s", got.code, got.text)
	}
	if got := w.do(t, "POST", profilePath+"symbol", ""); got.code != 405 || got.header.Get("Allow") != "GET, HEAD" {
		t.Errorf("%d %v", got.code, got.header)
	}
}
