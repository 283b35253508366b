package api

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestAllowed has every way onto the list, and off it.
func TestAllowed(t *testing.T) {
	needRoot(t)
	root := identity{}
	tests := map[string]struct {
		access Access
		who    identity
		code   codes.Code
	}{
		"no list":             {Access{}, alice, codes.OK},
		"uid":                 {Access{UIDs: []uint32{1, 65534}}, alice, codes.OK},
		"another uid":         {Access{UIDs: []uint32{1, 65533}}, alice, codes.PermissionDenied},
		"primary gid":         {Access{GIDs: []uint32{65533}}, bob, codes.OK},
		"supplementary gid":   {Access{GIDs: []uint32{7_002}}, bob, codes.OK},
		"no member":           {Access{GIDs: []uint32{7_002}}, alice, codes.PermissionDenied},
		"uid is no gid":       {Access{GIDs: []uint32{1}, UIDs: []uint32{7_002}}, bob, codes.PermissionDenied},
		"root needs no entry": {Access{UIDs: []uint32{1}}, root, codes.OK},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d, log := open(t, test.access, slog.LevelInfo, nil)
			_, err := d.as(t, test.who).Health(deadline(t), &daemonv1alpha1.HealthRequest{})
			wantCode(t, err, test.code)
			line := fmt.Sprintf("level=WARN msg=\"call refused\" method=/elide.daemon.v1alpha1.ExecutionApi/Health peer.uid=%d peer.gid=%d peer.pid=%d", test.who.uid, test.who.gid, os.Getpid())
			if refused := test.code != codes.OK; strings.Contains(log.String(), line) != refused {
				t.Errorf("refused %v, log %q", refused, log)
			} else if refused && !strings.Contains(err.Error(), fmt.Sprintf("--allow-uid %d", test.who.uid)) {
				t.Errorf("no remedy in %v", err)
			}
		})
	}
}

// TestRefusedCallsLeaveNothing had each refused call keep some 350 bytes until the
// deadline that its client had chosen, long after the connection had ended.
func TestRefusedCallsLeaveNothing(t *testing.T) {
	d, _ := open(t, Access{UIDs: []uint32{1}}, slog.LevelInfo, nil)
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	ctx, cancel := context.WithTimeout(context.Background(), 1000*time.Hour)
	defer cancel()
	refuse := func(calls int) {
		denied := d.as(t, alice)
		for range calls {
			_, err := denied.Health(ctx, &daemonv1alpha1.HealthRequest{})
			if status.Code(err) != codes.PermissionDenied {
				t.Fatal(err)
			}
		}
		_ = denied.conn.Close()
	}
	refuse(500)
	before := heap()
	const calls = 5_000
	refuse(calls)
	eventually(t, "the memory of refused calls is free", func() bool { return heap() < before+100*calls })
}

// TestManyGroups has a peer with more groups than one look has room for.
func TestManyGroups(t *testing.T) {
	many := identity{uid: 65534, gid: 65534}
	for i := range uint32(2_000) {
		many.groups = append(many.groups, 10_000+i)
	}
	d, _ := open(t, Access{GIDs: []uint32{11_999}}, slog.LevelInfo, nil)
	if _, err := d.as(t, many).Health(deadline(t), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
}

// raw sends bytes as they are, and nothing that comes back is looked at.
type raw struct{}

var _ encoding.CodecV2 = raw{}

func (raw) Marshal(v any) (mem.BufferSlice, error) {
	return mem.BufferSlice{mem.SliceBuffer(v.([]byte))}, nil
}
func (raw) Unmarshal(mem.BufferSlice, any) error { return nil }
func (raw) Name() string                         { return "proto" }

// TestRefusedIsNotDecoded sends what can't be decoded: a peer that may call hears of
// that, one that may not hears that it may not.
func TestRefusedIsNotDecoded(t *testing.T) {
	d, log := open(t, Access{UIDs: []uint32{65533}}, slog.LevelDebug, nil)
	send := func(who identity, method string, message []byte) error {
		return d.as(t, who).conn.Invoke(deadline(t), method, message, new([]byte), grpc.ForceCodecV2(raw{}))
	}
	const execute = "/elide.daemon.v1alpha1.ExecutionApi/ExecuteSnippet"
	malformed, oversized := []byte{0x0a, 0xff}, make([]byte, d.executor.MaxRequest()+1)
	for name, c := range map[string]struct {
		method  string
		message []byte
		allowed codes.Code
	}{
		"malformed":      {execute, malformed, codes.Internal},
		"oversized":      {execute, oversized, codes.ResourceExhausted},
		"unknown method": {"/elide.daemon.v1alpha1.ExecutionApi/Nothing", malformed, codes.Unimplemented},
		"reflection":     {"/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", malformed, codes.Internal},
	} {
		t.Run(name, func(t *testing.T) {
			wantCode(t, send(bob, c.method, c.message), c.allowed)
			wantCode(t, send(alice, c.method, c.message), codes.PermissionDenied)
		})
	}
	for _, code := range []string{"Internal", "ResourceExhausted", "Unimplemented"} {
		if !strings.Contains(log.String(), "code="+code) {
			t.Errorf("no call with code %s in %s", code, log)
		}
	}
	if strings.Contains(log.String(), "msg=call method=/elide.daemon.v1alpha1.ExecutionApi/ExecuteSnippet peer.uid=65534") {
		t.Errorf("a refused call was served: %s", log)
	}
}

// TestCallLog has one record for each call, unary or stream, with nothing in it of
// what the request holds, and none at all for a log of a higher level.
func TestCallLog(t *testing.T) {
	d, log := open(t, Access{}, slog.LevelDebug, nil)
	c := d.as(t, alice)
	r := python("print('hunter1')")
	r.ExecutionId, r.Args, r.Env, r.Stdin = "x1", []string{"hunter2"}, map[string]string{"K": "hunter3"}, []byte("hunter4")
	r.Labels = map[string]string{"l": "hunter5"}
	c.run(t, r)
	if _, err := c.watch(t, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: "x1"}); err != nil {
		t.Fatal(err)
	}
	_, err := c.GetExecutionStatus(deadline(t), &daemonv1alpha1.GetExecutionStatusRequest{SessionId: "s1", ExecutionId: strings.Repeat("n", 1_000)})
	wantCode(t, err, codes.NotFound)
	const peer = " peer.uid=65534 peer.gid=65534 peer.pid="
	for _, want := range []string{
		"level=DEBUG msg=call method=/elide.daemon.v1alpha1.ExecutionApi/RunSnippet" + peer,
		"level=DEBUG msg=call method=/elide.daemon.v1alpha1.ExecutionApi/WatchExecution" + peer,
		` session="" execution=x1 code=OK took=`,
		" session=s1 execution=" + strings.Repeat("n", 256) + " code=NotFound took=",
	} {
		eventually(t, want, func() bool { return strings.Contains(log.String(), want) })
	}
	if text := log.String(); strings.Count(text, "msg=call ") != 3 || strings.Contains(text, "hunter") || strings.Contains(text, "nnn"+strings.Repeat("n", 254)) {
		t.Errorf("log %s", text)
	}
	d, log = open(t, Access{}, slog.LevelInfo, nil)
	d.run(t, python("1"))
	if log.String() != "" {
		t.Errorf("log %s", log)
	}
}

// TestConnectionsBounded opens as many connections as one user may have, then all
// that there are: the next ones are closed, and leaving makes room. Root gets in all the same:
// two users together could shut it out.
func TestConnectionsBounded(t *testing.T) {
	d, log := open(t, Access{Connections: 8}, slog.LevelInfo, nil)
	connect := func(who identity) (net.Conn, bool) {
		t.Helper()
		c, err := dialAs(deadline(t), who, d.socket)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if late, ok := deadline(t).Deadline(); ok {
			_ = c.SetReadDeadline(late)
		}
		_, err = c.Read(make([]byte, 1)) // the server's settings, or the end
		return c, err == nil
	}
	fill := func(who identity, want int) (last net.Conn) {
		t.Helper()
		for range want {
			c, in := connect(who)
			if !in {
				t.Fatalf("a connection of %d was closed", who.uid)
			}
			last = c
		}
		if _, in := connect(who); in {
			t.Errorf("user %d has more than %d connections", who.uid, want)
		}
		return last
	}
	carol := identity{uid: 65_532, gid: 65_532}
	fill(alice, 4)
	last := fill(bob, 4)
	if _, in := connect(carol); in {
		t.Error("more connections than there may be")
	}
	fill(identity{}, keptConnections)
	if n := strings.Count(log.String(), "there are too many"); n < 1 || n > 3 {
		t.Errorf("log %s", log)
	}
	_ = last.Close()
	eventually(t, "room after a connection has gone", func() bool { _, in := connect(carol); return in })
}

// TestRefusedTakeNoPlaces lets users that may not call hold every connection that they
// can get.
func TestRefusedTakeNoPlaces(t *testing.T) {
	d, _ := open(t, Access{UIDs: []uint32{65533}, Connections: 4}, slog.LevelInfo, nil)
	for i := range uint32(3 * refusedConnections) {
		c, err := dialAs(deadline(t), identity{uid: 60_000 + i%8, gid: 60_000}, d.socket)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	if _, err := d.as(t, bob).Health(deadline(t), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
}

// TestLargeHeader refuses metadata without end.
func TestLargeHeader(t *testing.T) {
	d := serve(t, nil)
	ctx := withMetadata(deadline(t), strings.Repeat("v", 2*maxHeader))
	if _, err := d.Health(ctx, &daemonv1alpha1.HealthRequest{}); err == nil {
		t.Error("accepted")
	}
	if _, err := d.Health(withMetadata(deadline(t), strings.Repeat("v", maxHeader/2)), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
}

// TestCallerWithoutPeer is nobody, and not the process itself.
func TestCallerWithoutPeer(t *testing.T) {
	if c := caller(t.Context()); c.Root() || c == (executor.Caller{}) {
		t.Errorf("caller %+v", c)
	}
}
