package api

import (
	"log/slog"
	"net"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// makeToken makes a token, and what the daemon knows of it.
func makeToken(t testing.TB, name string, r Role) (string, Token) {
	t.Helper()
	token, entry, err := NewToken(name, r)
	if err != nil {
		t.Fatal(err)
	}
	known, err := ParseToken(entry)
	if err != nil {
		t.Fatal(err)
	}
	return token, known
}

// TestNewToken: no two are the same, one is known by its beginning, and its entry has
// nothing of it.
func TestNewToken(t *testing.T) {
	a, entry, err := NewToken("ci", Read)
	if err != nil {
		t.Fatal(err)
	}
	b, _, _ := NewToken("ci", Read)
	if a == b || !strings.HasPrefix(a, "elided_") || len(a) != len("elided_")+43 {
		t.Errorf("%s, %s", a, b)
	}
	if !strings.HasPrefix(entry, "ci=read=sha256:") || strings.Contains(entry, strings.TrimPrefix(a, "elided_")) {
		t.Error(entry)
	}
	for _, name := range []string{"", "-x", "a b", "a=b", "a,b", "a\n", "é", strings.Repeat("n", 65)} {
		if _, _, err := NewToken(name, Read); err == nil {
			t.Errorf("%q is a name", name)
		}
	}
}

// TestParseToken refuses what is no entry, and shows none of it: a token may be in the
// place of its hash.
func TestParseToken(t *testing.T) {
	token, entry, _ := NewToken("ci", Submit)
	if got, err := ParseToken(strings.ToLower(entry)); err != nil || got.Name != "ci" || got.Role != Submit {
		t.Errorf("%+v, %v", got, err)
	}
	for _, wrong := range []string{
		"", token, "ci=submit=" + token, "ci=" + token, token + "=submit=sha256:00", "ci=" + token + "=sha256:00", entry + "00",
		strings.TrimSuffix(entry, "0") + "g", strings.Replace(entry, "sha256", "sha1", 1), "=" + entry, entry + "=",
	} {
		_, err := ParseToken(wrong)
		if err == nil {
			t.Errorf("%q is an entry", wrong)
		} else if strings.Contains(err.Error(), token[10:]) {
			t.Errorf("shown: %v", err)
		}
	}
}

// TestTokens: a call over plain TCP is whose token comes with it.
func TestTokens(t *testing.T) {
	read, knownRead := makeToken(t, "reader", Read)
	submit, knownSubmit := makeToken(t, "ci", Submit)
	second, knownSecond := makeToken(t, "ci", Submit)
	stranger, _ := makeToken(t, "ci", Admin)
	d, log := logged(t, Access{Tokens: []Token{knownRead, knownSubmit, knownSecond}})
	n := overPlainTCP(t, d, log)

	ours := n.bearing(t, submit).submit(t, python("from time import sleep\nprint(1)\nsleep(60)"))
	seesList(t, n.bearing(t, second), "[default]", "["+ours.ID()+"]", 1) // the same name
	seesList(t, n.bearing(t, read), "[default]", "[]", 0)
	_, err := n.bearing(t, read).ExecuteSnippet(deadline(t), python("1"))
	if status.Code(err) != codes.PermissionDenied || !strings.Contains(err.Error(), "elided token NAME --role submit") {
		t.Error(err)
	}
	for name, token := range map[string]string{"none": "", "unknown": stranger, "cut": submit[:len(submit)-1], "longer": submit + "A", "huge": strings.Repeat("x", maxCredential)} {
		if err := healthy(t, n.bearing(t, token)); status.Code(err) != codes.Unauthenticated {
			t.Errorf("%s: %v", name, err)
		}
	}
	plain := n.bearing(t, "")
	for _, header := range []string{"", "Bearer", "Bearer ", "Basic " + submit, submit, "Bearer  " + submit, "Bearer " + submit + " "} {
		ctx := metadata.AppendToOutgoingContext(deadline(t), authorization, header)
		if _, err := plain.Health(ctx, &daemonv1alpha1.HealthRequest{}); status.Code(err) != codes.Unauthenticated {
			t.Errorf("%q: %v", header, err)
		}
	}
	twice := metadata.AppendToOutgoingContext(deadline(t), authorization, "Bearer "+submit, authorization, "Bearer "+submit)
	if _, err := plain.Health(twice, &daemonv1alpha1.HealthRequest{}); status.Code(err) != codes.Unauthenticated {
		t.Error(err)
	}
	once := metadata.AppendToOutgoingContext(deadline(t), "Authorization", "bearer "+submit)
	if _, err := plain.Health(once, &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
	text := log.String()
	for _, token := range []string{read, submit, second, stranger} {
		if strings.Contains(text, token[len(tokenPrefix):len(tokenPrefix)+8]) {
			t.Errorf("a token is logged: %s", text)
		}
	}
	if !strings.Contains(text, `msg="call refused: whose it is isn't known" method=/elide.daemon.v1alpha1.ExecutionApi/Health address=127.0.0.1:`) {
		t.Error(text)
	}
}

// TestAnonymous: without tokens everybody is one caller, who is no user of this machine.
func TestAnonymous(t *testing.T) {
	d, log := logged(t, Access{})
	n := overPlainTCP(t, d, log)
	a := n.bearing(t, "")
	if err := healthy(t, a); err != nil {
		t.Fatal(err)
	}
	_, err := a.Drain(deadline(t), &daemonv1alpha1.DrainRequest{})
	wantCode(t, err, codes.PermissionDenied)
	hers := d.submit(t, python("from time import sleep\nsleep(60)"))
	wantCode(t, onExecution["CancelExecution"](deadline(t), a, "default", hers.ID()), codes.NotFound)

	_, known := makeToken(t, "ci", Submit)
	d.server.SetAccess(Access{Tokens: []Token{known}})
	wantCode(t, healthy(t, n.bearing(t, "")), codes.Unauthenticated)
}

// TestTokenRemoved ends what its bearer follows, and leaves others alone that come by the
// same connection.
func TestTokenRemoved(t *testing.T) {
	first, knownFirst := makeToken(t, "a", Submit)
	second, knownSecond := makeToken(t, "b", Submit)
	d, log := logged(t, Access{Tokens: []Token{knownFirst, knownSecond}})
	n := overPlainTCP(t, d, log)
	c := n.bearing(t, "")
	follow := func(token string) func() error {
		ctx := metadata.AppendToOutgoingContext(deadline(t), authorization, "Bearer "+token)
		w, err := c.WatchExecutions(ctx, &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Header(); err != nil {
			t.Fatal(err)
		}
		return func() error { _, err := w.Recv(); return err }
	}
	stays, goes := follow(first), follow(second)
	d.server.SetAccess(Access{Tokens: []Token{knownFirst}})
	if err := goes(); status.Code(err) != codes.Unauthenticated {
		t.Error(err)
	}
	n.bearing(t, first).run(t, python("1"))
	if err := stays(); err != nil {
		t.Error(err)
	}
	less := knownFirst
	less.Role = Read
	d.server.SetAccess(Access{Tokens: []Token{less}})
	again := follow(first) // the connection is a new one
	d.server.SetAccess(Access{})
	if err := again(); err == nil {
		t.Error("the last token is gone, and its bearer follows")
	}
	eventually(t, "no call is followed", func() bool {
		d.server.lobby.mu.Lock()
		defer d.server.lobby.mu.Unlock()
		return len(d.server.lobby.calls) == 0
	})
}

// TestPlainElsewhere: what other machines reach has TLS.
func TestPlainElsewhere(t *testing.T) {
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	d := serve(t, nil)
	if err := d.server.ServePlain(l); err == nil || !strings.Contains(err.Error(), "loopback only") {
		t.Error(err)
	}
}

// TestConnectionsOfATokenAreBounded counts a connection for whose token it first has.
func TestConnectionsOfATokenAreBounded(t *testing.T) {
	a, knownA := makeToken(t, "a", Submit)
	b, knownB := makeToken(t, "b", Submit)
	d, log := logged(t, Access{Tokens: []Token{knownA, knownB}, Connections: 4})
	n := overPlainTCP(t, d, log)
	for range 2 {
		if err := healthy(t, n.bearing(t, a)); err != nil {
			t.Fatal(err)
		}
	}
	wantCode(t, healthy(t, n.bearing(t, a)), codes.ResourceExhausted)
	if err := healthy(t, n.bearing(t, b)); err != nil {
		t.Error(err)
	}
}

// TestStrangersWithoutTLS: those without a token take no place from who has one.
func TestStrangersWithoutTLS(t *testing.T) {
	token, known := makeToken(t, "a", Submit)
	d, log := logged(t, Access{Tokens: []Token{known}, Connections: 4})
	n := overPlainTCP(t, d, log)
	mine := n.bearing(t, token)
	if err := healthy(t, mine); err != nil {
		t.Fatal(err)
	}
	for range 2 * maxStrangers {
		c, err := net.Dial("tcp", n.address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	for _, c := range []*daemon{mine, n.bearing(t, token)} {
		if err := healthy(t, c); err != nil {
			t.Error(err)
		}
	}
}

// FuzzBearer: no header is more than a token or a refusal.
func FuzzBearer(f *testing.F) {
	token, known := makeToken(f, "ci", Submit)
	l := newLobby(Access{Tokens: []Token{known}}, slog.New(slog.DiscardHandler))
	for _, seed := range []string{"", "Bearer", "Bearer x", "bearer " + token, "Bearer " + token + " ", "Basic " + token, "Bearer \x00\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		p, err := l.byToken([]string{header})
		scheme, rest, _ := strings.Cut(header, " ")
		if good := strings.EqualFold(scheme, "bearer") && rest == token; good != (err == nil) {
			t.Fatalf("%q: %v, %v", header, p, err)
		}
		if err != nil && (status.Code(err) != codes.Unauthenticated || rest != "" && len(rest) > 8 && strings.Contains(err.Error(), rest)) {
			t.Fatalf("%q: %v", header, err)
		}
	})
}

// FuzzEntries: what is read of the configuration is refused or has a name and a role, and
// comes out of a certificate's names as it went in.
func FuzzEntries(f *testing.F) {
	_, entry, _ := NewToken("ci", Submit)
	for _, seed := range []string{"", "=", "a=read", "*.a.b=admin", "spiffe://x/y?a=b=read", "*", "a*", "é", entry, "x=read=sha256:"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, entry string) {
		if k, err := ParseToken(entry); err == nil && (checkTokenName(k.Name) != nil || k.Role < Read || k.Role > Admin) {
			t.Fatalf("%q: %+v", entry, k)
		}
		n, err := ParseName(entry)
		if err != nil {
			return
		}
		if n.Role < Read || n.Role > Admin || strings.ContainsAny(n.Name, " \n\x00") {
			t.Fatalf("%q: %+v", entry, n)
		}
		name := strings.Replace(n.Name, "*.", "x.", 1)
		if role, ok := (Access{Names: []AllowedName{n}}).roleOfName(name); strings.HasPrefix(n.Name, "*.") && (!ok || role != n.Role) {
			t.Fatalf("%q doesn't let in %q", entry, name)
		}
	})
}
