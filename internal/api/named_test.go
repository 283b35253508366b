package api

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// as a named peer is a client that connects at a listener of its own.
func (d *daemon) named(t *testing.T, name string, r Role) *daemon {
	t.Helper()
	socket := filepath.Join(shortDir(t), "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- d.server.grpc.Serve(namedListener{l, d.server.lobby, name, r}) }()
	t.Cleanup(func() {
		_ = l.Close()
		if err := <-served; err != nil && !errors.Is(err, grpc.ErrServerStopped) && !errors.Is(err, net.ErrClosed) {
			t.Errorf("serve: %v", err)
		}
	})
	other := *d
	other.conn = dial(t, socket)
	other.ExecutionApiClient = daemonv1alpha1.NewExecutionApiClient(other.conn)
	return &other
}

type namedListener struct {
	net.Listener
	lobby *lobby
	name  string
	role  Role
}

func (n namedListener) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if err != nil {
		return nil, err
	}
	g := n.lobby.guard(c)
	if !n.lobby.admit(g, named(n.name, n.role)) {
		return nil, net.ErrClosed
	}
	return g, nil
}

// calls are all of the contract, as one who meets nothing and makes nothing that lasts.
func calls() map[string]func(context.Context, *daemon) error {
	all := map[string]func(context.Context, *daemon) error{
		"Health": func(ctx context.Context, d *daemon) error {
			_, err := d.Health(ctx, &daemonv1alpha1.HealthRequest{})
			return err
		},
		"GetCapabilities": func(ctx context.Context, d *daemon) error {
			_, err := d.GetCapabilities(ctx, &daemonv1alpha1.GetCapabilitiesRequest{})
			return err
		},
		"ListSessions": func(ctx context.Context, d *daemon) error {
			_, err := d.ListSessions(ctx, &daemonv1alpha1.ListSessionsRequest{})
			return err
		},
		"CreateSession": func(ctx context.Context, d *daemon) error {
			_, err := d.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{SessionId: "no such"})
			return err
		},
		"Drain": func(ctx context.Context, d *daemon) error {
			_, err := d.Drain(ctx, &daemonv1alpha1.DrainRequest{})
			return err
		},
	}
	for name, call := range onExecution {
		all[name] = func(ctx context.Context, d *daemon) error { return call(ctx, d, "", "none") }
	}
	for name, call := range onSession {
		all[name] = func(ctx context.Context, d *daemon) error { return call(ctx, d, "none") }
	}
	return all
}

// TestRoles has each role make every call of the contract.
func TestRoles(t *testing.T) {
	d := serve(t, nil)
	lowest := map[string]Role{"Drain": Admin}
	for _, name := range []string{
		"Health", "GetCapabilities", "GetSession", "ListSessions", "GetExecutionStatus", "ListExecutions", "WatchExecution", "WatchExecutions",
	} {
		lowest[name] = Read
	}
	all := calls()
	desc := daemonv1alpha1.ExecutionApi_ServiceDesc
	if len(all) != len(desc.Methods)+len(desc.Streams) {
		t.Errorf("%d calls of %d", len(all), len(desc.Methods)+len(desc.Streams))
	}
	for _, role := range []Role{Read, Submit, Admin} {
		c := d.named(t, "cert:"+role.String(), role)
		for name, call := range all {
			least, ok := lowest[name]
			if !ok {
				least = Submit
			}
			err := call(deadline(t), c)
			refused := status.Code(err) == codes.PermissionDenied
			if refused != (role < least) {
				t.Errorf("%s as %v: %v", name, role, err)
			}
			want := "it takes the role " + least.String() + " and cert:" + role.String() + " has " + role.String()
			if refused && (!strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "--allow-name "+role.String()+"="+least.String())) {
				t.Errorf("%s as %v says %v", name, role, err)
			}
		}
	}
}

// TestMethodRoles notices a method that has no role.
func TestMethodRoles(t *testing.T) {
	d := daemonv1alpha1.ExecutionApi_ServiceDesc
	var names []string
	for _, m := range d.Methods {
		names = append(names, m.MethodName)
	}
	for _, m := range d.Streams {
		names = append(names, m.StreamName)
	}
	for _, name := range names {
		if needs("/"+d.ServiceName+"/"+name) == 0 {
			t.Errorf("%s: who may call it? Give it a role", name)
		}
	}
	if got := roleIn(map[string]Role{}, "RunSnippet"); got != Admin {
		t.Errorf("a method without a role takes %v", got)
	}
	if got := needs("/" + d.ServiceName + "/NoSuchMethod"); got != 0 {
		t.Errorf("a method that doesn't exist takes %v", got)
	}
	if len(names) != len(methodRoles) {
		t.Errorf("%d methods, %d roles", len(names), len(methodRoles))
	}
}

// TestLocalRoles has roles of users of this machine, and of groups.
func TestLocalRoles(t *testing.T) {
	a := Access{
		UIDs: []uint32{1, 2, 3}, UserRoles: map[uint32]Role{1: Read, 2: Admin},
		GIDs: []uint32{10, 11, 12}, GroupRoles: map[uint32]Role{10: Read, 12: Admin},
	}
	for name, c := range map[string]struct {
		peer peer
		role Role
		ok   bool
	}{
		"listed with a role":         {peer{uid: 1, gid: 12}, Read, true},
		"an admin":                   {peer{uid: 2}, Admin, true},
		"without a role":             {peer{uid: 3, gid: 10}, Submit, true},
		"by a group":                 {peer{uid: 60_000, gid: 10}, Read, true},
		"by the highest of groups":   {peer{uid: 60_000, gid: 10, groups: []uint32{11}}, Submit, true},
		"by a group that is admin":   {peer{uid: 60_000, gid: 9, groups: []uint32{10, 12, 11}}, Admin, true},
		"not listed":                 {peer{uid: 60_000, gid: 9, groups: []uint32{8}}, 0, false},
		"root":                       {peer{}, Admin, true},
		"a name without its listing": {peer{name: "cert:x", uid: 1}, 0, false},
	} {
		if role, ok := a.role(&c.peer); role != c.role || ok != c.ok {
			t.Errorf("%s: %v, %v", name, role, ok)
		}
	}
}

// TestNamedArePrivate: what one made whom a name tells apart is nobody else's but the
// admins', with and without --private.
func TestNamedArePrivate(t *testing.T) {
	for name, private := range map[string]bool{"private": true, "not private": false} {
		t.Run(name, func(t *testing.T) {
			d, _ := open(t, Access{}, slog.LevelError, func(c *executor.Config) { c.Private = private })
			ci, other, admin, local := d.named(t, "cert:ci", Submit), d.named(t, "token:ci", Submit), d.named(t, "cert:boss", Admin), d.as(t, alice)
			if _, err := ci.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{SessionId: "ours"}); err != nil {
				t.Fatal(err)
			}
			for _, session := range []string{"ours", "default"} {
				until(t, ci.submit(t, &daemonv1alpha1.ExecuteSnippetRequest{
					SessionId: session, ExecutionId: "job", Language: "python", Code: "from time import sleep\nprint(1)\nsleep(60)",
				}), printed)
			}
			ctx := deadline(t)
			for _, c := range []*daemon{other, local} {
				for name, call := range onExecution {
					t.Run(name, func(t *testing.T) {
						sameAbsence(t, call(ctx, c, "", "job"), call(ctx, c, "", "nix"), "job", "nix")
						sameAbsence(t, call(ctx, c, "ours", "job"), call(ctx, c, "none", "job"), "ours", "none")
					})
				}
				for name, call := range onSession {
					t.Run(name, func(t *testing.T) { sameAbsence(t, call(ctx, c, "ours"), call(ctx, c, "none"), "ours", "none") })
				}
			}
			seesList(t, ci, "[default ours]", "[job job]", 1)
			seesList(t, other, "[default]", "[]", 0)
			for _, all := range []*daemon{admin, d} {
				seesList(t, all, "[default ours]", "[job job]", 1)
			}
			wantCode(t, onExecution["EvalInExecution"](ctx, admin, "ours", "job"), codes.PermissionDenied)
			if err := onSession["DeleteSession"](ctx, admin, "ours"); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestNamedSeesNothingLocal: one whom a name tells apart meets nothing of this machine's
// users, even where these meet each other's.
func TestNamedSeesNothingLocal(t *testing.T) {
	a, _, root := shared(t, false)
	ci := root.named(t, "cert:ci", Submit)
	ctx := deadline(t)
	for name, call := range onExecution {
		sameAbsence(t, call(ctx, ci, "", "job"), call(ctx, ci, "", "nix"), "job", "nix")
		if err := call(ctx, ci, "hers", "job"); status.Code(err) != codes.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	seesList(t, ci, "[default]", "[]", 0)
	_, err := ci.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "job", Language: "python", Code: "1"})
	wantCode(t, err, codes.AlreadyExists)
	for _, session := range []string{"hers", "default"} {
		x, err := root.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: "job"})
		if err != nil || x.GetComplete() {
			t.Errorf("after all that: %v, %v", x, err)
		}
	}
	seesList(t, a, "[default hers]", "[job job]", 1)
}

// TestNamedGetsNothingOfTheMachine refuses who comes over the network what is of this
// machine.
func TestNamedGetsNothingOfTheMachine(t *testing.T) {
	d := serve(t, func(c *executor.Config) { c.FSRoots = []string{"/"} })
	for name, c := range map[string]struct {
		field  string
		change func(*daemonv1alpha1.ExecuteSnippetRequest)
	}{
		"directories": {"intrinsics[0]", func(r *daemonv1alpha1.ExecuteSnippetRequest) {
			r.Intrinsics = []*daemonv1alpha1.IntrinsicGrant{{Name: "fs", Directories: []*daemonv1alpha1.DirectoryGrant{{Path: "/data", Source: "/tmp"}}}}
		}},
		"stdout": {"stdout_sink", func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.StdoutSink = "/dev/null" }},
		"stderr": {"stderr_sink", func(r *daemonv1alpha1.ExecuteSnippetRequest) { r.StderrSink = "/dev/null" }},
	} {
		for _, role := range []Role{Submit, Admin} {
			r := python("1")
			c.change(r)
			_, err := d.named(t, "token:x", role).ExecuteSnippet(deadline(t), r)
			if status.Code(err) != codes.PermissionDenied || !strings.HasPrefix(status.Convert(err).Message(), c.field+": ") {
				t.Errorf("%s as %v: %v", name, role, err)
			}
		}
	}
}

// TestNamedWorkers never has programs of two names in one process, whatever these and
// groups are.
func TestNamedWorkers(t *testing.T) {
	d := serve(t, nil)
	for _, c := range []struct{ name, group string }{{"cert:a", "b/c"}, {"cert:a/b", "c"}, {"cert:a/b/c", ""}} {
		r := python("from time import sleep\nprint(1)\nsleep(60)")
		r.Group = c.group
		until(t, d.named(t, c.name, Submit).submit(t, r), printed)
	}
	if got := d.executor.Stats().Workers.Shared; got != 3 {
		t.Errorf("%d shared workers", got)
	}
}

// TestNamedConnections: names have their connections each.
func TestNamedConnections(t *testing.T) {
	l := newLobby(Access{Connections: 4}, slog.New(slog.DiscardHandler))
	var in []string
	for _, name := range []string{"cert:a", "cert:a", "cert:a", "cert:b", "token:a"} {
		c, other := net.Pipe()
		defer func() { _, _ = c.Close(), other.Close() }()
		if l.admit(l.guard(c), named(name, Submit)) {
			in = append(in, name)
		}
	}
	if !slices.Equal(in, []string{"cert:a", "cert:a", "cert:b", "token:a"}) {
		t.Errorf("in are %v", in)
	}
}

// TestPeerOfACall goes over that of its connection.
func TestPeerOfACall(t *testing.T) {
	want := executor.Caller{Peer: true, UID: 1<<32 - 1, GID: 1<<32 - 1, Name: "token:a", Admin: true}
	if got := caller(withPeer(t.Context(), named("token:a", Admin))); got != want {
		t.Errorf("%+v", got)
	}
}
