package api

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"
)

var (
	near  = machineOf("127.0.0.1:1")
	far   = machineOf("192.0.2.1:1")
	other = machineOf("192.0.2.2:1")
)

func newBound() *boundListener { return &boundListener{of: map[netip.Prefix]int{}} }

// enters counts a connection that is none, and says whether it was let in.
func (b *boundListener) enters(from netip.Prefix) (c, displaced *httpConn, ok bool) {
	c = b.conn(nil, from)
	displaced, ok = b.take(c)
	return c, displaced, ok
}

// TestHTTPConnectionsOfAMachine leaves room for others, however many come from one.
func TestHTTPConnectionsOfAMachine(t *testing.T) {
	b := newBound()
	var last *httpConn
	for i := range httpConnections {
		c, displaced, ok := b.enters(far)
		if ok != (i < httpConnections/2) || displaced != nil {
			t.Fatalf("connection %d of a machine", i)
		}
		if ok {
			last = c
		}
	}
	b.leave(last)
	for i, from := range []netip.Prefix{other, far, far} {
		if _, displaced, ok := b.enters(from); ok != (i < 2) || displaced != nil {
			t.Errorf("a connection that has ended counts: %d of %v", i, from)
		}
	}
	for range 2 * httpConnections {
		b.enters(near)
	}
	if b.open != httpConnections || b.idle.Len() != httpConnections {
		t.Errorf("%d open, %d idle", b.open, b.idle.Len())
	}
}

// TestHTTPConnectionsDisplaced: the one that has gone the longest without a request goes, of
// those that make no call; of calls none does.
func TestHTTPConnectionsDisplaced(t *testing.T) {
	b := newBound()
	var all []*httpConn
	var done []func()
	for range httpConnections {
		c, _, _ := b.enters(near)
		all = append(all, c)
	}
	call := func(c *httpConn) bool {
		f, ok := c.calls()
		if ok {
			done = append(done, f)
		}
		return ok
	}
	call(all[0])
	all[1].asks()
	for i := 2; i < httpConnections; i++ {
		if _, displaced, ok := b.enters(near); !ok || displaced != all[i] {
			t.Fatalf("connection %d is not displaced", i)
		}
	}
	b.leave(all[5]) // it is closed after it was displaced
	if b.open != httpConnections {
		t.Errorf("%d open", b.open)
	}
	if _, displaced, ok := b.enters(near); !ok || displaced != all[1] {
		t.Error("who asked is not the next")
	}
	for e := b.idle.Front(); e != nil && call(e.Value.(*httpConn)); e = b.idle.Front() {
	}
	if len(done) != httpConnections-httpSpare || b.idle.Len() != httpSpare {
		t.Errorf("%d calls", len(done))
	}
	for range 2 * httpSpare { // the same places again and again
		if _, _, ok := b.enters(near); !ok || b.idle.Len() != httpSpare {
			t.Fatal("a call is displaced")
		}
	}
	for b.idle.Len() > 0 {
		b.leave(b.idle.Front().Value.(*httpConn))
	}
	for _, f := range done {
		f()
	}
	if b.idle.Len() != b.open || b.idle.Front().Value != all[0] {
		t.Errorf("calls that have ended keep their places: %d idle of %d", b.idle.Len(), b.open)
	}
}

// TestHTTPConnectionsDisplaceTheirOwn: a machine that comes again and again takes no place of
// another that has one of its own to give.
func TestHTTPConnectionsDisplaceTheirOwn(t *testing.T) {
	b := newBound()
	first, _, _ := b.enters(other)
	for range httpConnections {
		b.enters(near)
	}
	if !first.counted {
		t.Error("another machine's connection was displaced")
	}
	if _, displaced, ok := b.enters(far); !ok || displaced != first {
		t.Error("the first doesn't give way to one without any")
	}
}

// TestMachineOf counts the addresses of an IPv6 network as one.
func TestMachineOf(t *testing.T) {
	if a, b := machineOf("[2001:db8::1]:1"), machineOf("[2001:db8::ffff:2]:2"); a != b || !a.IsValid() {
		t.Errorf("%v, %v", a, b)
	}
	if a, b := machineOf("192.0.2.1:1"), machineOf("[::ffff:192.0.2.1]:2"); a != b || networkOf("192.0.2.1:1") != "192.0.2.1" {
		t.Errorf("%v, %v", a, b)
	}
	if a := machineOf("@"); a.IsValid() || networkOf("@") != "" {
		t.Errorf("%v", a)
	}
}

// TestHTTPCallKeepsItsPlace watches executions beside more connections than there may be.
func TestHTTPCallKeepsItsPlace(t *testing.T) {
	token, known := makeToken(t, "ci", Admin)
	d, log := logged(t, Access{Tokens: []Token{known}})
	address := newWeb(t, d, Permissions{}).tcp(t, "127.0.0.1:0")
	open := func() net.Conn {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		_ = c.SetDeadline(time.Now().Add(patience))
		return c
	}
	watch := open()
	if _, err := fmt.Fprintf(watch, "GET /v1/executions:watch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n", token); err != nil {
		t.Fatal(err)
	}
	begun := make([]byte, 15)
	if _, err := io.ReadFull(watch, begun); err != nil || string(begun) != "HTTP/1.1 200 OK" {
		t.Fatalf("%q, %v", begun, err)
	}
	for range 2 * httpConnections {
		open()
	}
	eventually(t, "the log tells of it", func() bool { return strings.Contains(log.String(), "another one needs its place") })
	d.submit(t, python("print(1)"))
	var text strings.Builder
	for buf := make([]byte, 4096); !strings.Contains(text.String(), "COMPLETED"); {
		n, err := watch.Read(buf)
		if err != nil {
			t.Fatalf("%v after %s", err, text.String())
		}
		text.Write(buf[:n])
	}
}

// TestNetworkOf has an address be its machine's, or its network's.
func TestNetworkOf(t *testing.T) {
	for address, want := range map[string]string{
		"192.0.2.1:80": "192.0.2.1", "[::ffff:192.0.2.1]:80": "192.0.2.1", "[::1]:80": "::1", "[2001:db8:1:2:3::4]:80": "2001:db8:1:2::/64",
		"[fe80::1%eth0]:80": "fe80::/64", "@": "", "": "",
	} {
		if got := networkOf(address); got != want {
			t.Errorf("%s: %q", address, got)
		}
	}
}

// TestHTTPRefusalsCount: what is refused before it has a caller counts among the calls of a
// second, for who sends it alone; what everybody may look at doesn't.
func TestHTTPRefusalsCount(t *testing.T) {
	token, known := makeToken(t, "ci", Submit)
	w, _ := openWeb(t, Access{CallRate: 3, Tokens: []Token{known}}, slog.LevelError, nil)
	address := w.tcp(t, "127.0.0.1:0")
	exceeds := func(code int, more func() reply) {
		t.Helper()
		for range 500 {
			got := more()
			if got.code == 429 {
				if got.header.Get("Retry-After") == "" {
					t.Error("no Retry-After")
				}
				return
			}
			if got.code != code {
				t.Fatalf("%d %s", got.code, got.text)
			}
		}
		t.Error("no end of it")
	}
	for code, r := range map[int][]string{401: {"GET", "/v1/health", "Authorization", "Bearer x"}, 403: {"GET", "/v1/health", "Origin", "http://x"}, 404: {"GET", "/nothing"}, 405: {"POST", "/healthz"}} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			from := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 1, byte(code-400))}}
			c := w.as(t, func(ctx context.Context, _ string) (net.Conn, error) { return from.DialContext(ctx, "tcp", address) })
			exceeds(code, func() reply { return send(t, c, r[0], "http://localhost"+r[1], "", r[2:]...) })
		})
	}
	user := w.user(t, alice)
	exceeds(404, func() reply { return send(t, user, "GET", "http://localhost/nothing", "") })
	for range 3 { // its own first ones
		if got := send(t, http.DefaultClient, "GET", "http://"+address+"/v1/health", "", "Authorization", "Bearer "+token); got.code != 200 {
			t.Errorf("another caller: %d %s", got.code, got.text)
		}
		if got := send(t, w.user(t, bob), "GET", "http://localhost/v1/health", ""); got.code != 200 {
			t.Errorf("another user: %d %s", got.code, got.text)
		}
	}
	exceeds(200, func() reply { return send(t, user, "GET", "http://localhost/v1/health", "") })
	for range 50 {
		if got := send(t, user, "GET", "http://localhost/healthz", ""); got.code != 200 {
			t.Fatalf("%d %s", got.code, got.text)
		}
		if got := w.do(t, "GET", "/nothing", ""); got.code != 404 {
			t.Fatalf("root: %d %s", got.code, got.text)
		}
	}
}
