package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/quota"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	statusMethod = "/elide.daemon.v1alpha1.ExecutionApi/GetExecutionStatus"
	submitMethod = "/elide.daemon.v1alpha1.ExecutionApi/ExecuteSnippet"
)

// unfinished begins a call and sends all of its message but the end.
func (d *daemon) unfinished(ctx context.Context, t *testing.T, method string, message proto.Message) grpc.ClientStream {
	t.Helper()
	stream, err := d.conn.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}, method)
	if err != nil {
		t.Fatal(err)
	}
	if message != nil {
		go func() { _ = stream.SendMsg(message) }() // waits for a window until the stream ends
	}
	return stream
}

func wantExhausted(t *testing.T, err error) {
	t.Helper()
	s := status.Convert(err)
	if s.Code() != codes.ResourceExhausted || len(s.Details()) != 1 {
		t.Errorf("%v with %d details", err, len(s.Details()))
		return
	}
	if retry, ok := s.Details()[0].(*errdetails.RetryInfo); !ok || retry.GetRetryDelay().AsDuration() <= 0 {
		t.Errorf("detail %v", s.Details()[0])
	}
}

func (d *daemon) health(t *testing.T) error {
	t.Helper()
	_, err := d.Health(deadline(t), &daemonv1alpha1.HealthRequest{})
	return err
}

// full reports whether u can have nothing more of q.
func full(q *quota.Quota, u identity) bool {
	who := quota.User{UID: u.uid}
	if !q.Take(who, 1) {
		return true
	}
	q.Give(who, 1)
	return false
}

// TestUnfinishedMessages had calls hold as much as they liked, for as long as they
// liked, by not sending the end of their messages.
func TestUnfinishedMessages(t *testing.T) {
	r := newRooms()
	r.receive = 2 * time.Second
	r.others.coming, r.others.messages = quota.New(6, 3), quota.New(4, 1)
	d, log := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	attacker, other := d.as(t, alice), d.as(t, bob)
	large := python(strings.Repeat(" ", 4<<20))
	var streams []grpc.ClientStream
	for range 3 {
		streams = append(streams, attacker.unfinished(deadline(t), t, submitMethod, large))
	}
	eventually(t, "three unfinished calls", func() bool { return full(r.others.coming, alice) && full(r.others.messages, alice) })
	wantExhausted(t, attacker.health(t))
	if !strings.Contains(log.String(), "there are too many") {
		t.Errorf("log %s", log)
	}
	if err := other.health(t); err != nil {
		t.Errorf("another user: %v", err)
	}
	if err := d.health(t); err != nil {
		t.Errorf("root: %v", err)
	}
	for _, s := range streams {
		wantCode(t, s.RecvMsg(new(daemonv1alpha1.ExecuteSnippetResponse)), codes.DeadlineExceeded)
	}
	if err := attacker.health(t); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	eventually(t, "nothing is held", func() bool { return r.others.empty() })
}

// empty reports whether users have nothing in the room.
func (r *room) empty() bool {
	for _, q := range []*quota.Quota{r.calls, r.coming, r.messages, r.streams, r.answers} {
		all := quota.User{Owner: true}
		if !q.Take(all, q.Whole()) {
			return false
		}
		q.Give(all, q.Whole())
	}
	return true
}

// TestUnfinishedMessageGone has the client leave: what its calls held is given back
// then, and not when the time for the message is over.
func TestUnfinishedMessageGone(t *testing.T) {
	r := newRooms()
	d, _ := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	who := d.as(t, alice)
	for _, method := range []string{submitMethod, "/elide.daemon.v1alpha1.ExecutionApi/WatchExecution", "/none", "/elide.daemon.v1alpha1.ExecutionApi/None"} {
		ctx, cancel := context.WithCancel(t.Context())
		who.unfinished(ctx, t, method, nil)
		who.unfinished(deadline(t), t, method, python("1"))
		cancel()
	}
	_ = who.conn.Close()
	eventually(t, "nothing is held", func() bool { return r.others.empty() })
}

// TestManyLargeMessages has more large submissions than may come in at once: they take
// turns, and none is refused.
func TestManyLargeMessages(t *testing.T) {
	r := newRooms()
	r.others.messages = quota.New(2, 1)
	d, _ := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	who, done := d.as(t, alice), make(chan error)
	const n = 12
	for i := range n {
		go func() {
			x := python("print(1) #" + strings.Repeat(" ", 1<<20))
			x.ExecutionId = fmt.Sprint("x", i)
			_, err := who.ExecuteSnippet(deadline(t), x)
			done <- err
		}()
	}
	for range n {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	eventually(t, "nothing is held", func() bool { runtime.GC(); return r.others.empty() })
}

// slow is a client whose streams have a small window.
func (d *daemon) slow(t *testing.T, who identity) *daemon {
	t.Helper()
	conn, err := grpc.NewClient("passthrough:///elided", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithStaticStreamWindowSize(64<<10), grpc.WithContextDialer(d.dialer(who)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	other := *d
	other.conn, other.ExecutionApiClient = conn, daemonv1alpha1.NewExecutionApiClient(conn)
	return &other
}

// untaken asks for a status whose answer it doesn't take.
func (d *daemon) untaken(ctx context.Context, t *testing.T, id string) {
	t.Helper()
	stream := d.unfinished(ctx, t, statusMethod, nil)
	if err := stream.SendMsg(&daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
}

// TestUntakenAnswers had the daemon keep every answer that no client gave a window to.
func TestUntakenAnswers(t *testing.T) {
	r := newRooms()
	r.others.answers = quota.New(5<<20, 5<<19)
	d, _ := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	x := d.submit(t, python("for i in range(100): print('x' * 12000)"))
	wait(t, x)
	get := func(d *daemon, patience time.Duration) error {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		_, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.ID()})
		return err
	}
	attacker, sameUser, other := d.slow(t, alice), d.as(t, alice), d.as(t, bob)
	gone, cancel := context.WithCancel(t.Context())
	attacker.untaken(gone, t, x.ID())
	attacker.untaken(deadline(t), t, x.ID())
	eventually(t, "two answers held", func() bool { return !canHave(r.others.answers, alice, 1<<20) })
	wantCode(t, get(sameUser, 200*time.Millisecond), codes.DeadlineExceeded)
	if err := sameUser.health(t); err != nil {
		t.Errorf("a small answer: %v", err)
	}
	for name, d := range map[string]*daemon{"another user": other, "root": d} {
		if err := get(d, patience); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	cancel() // which gives one back
	if err := get(sameUser, patience); err != nil {
		t.Error(err)
	}
	_ = attacker.conn.Close()
	_ = sameUser.conn.Close()
	_ = other.conn.Close()
	eventually(t, "nothing is held", func() bool { runtime.GC(); return r.others.empty() })
}

func canHave(q *quota.Quota, u identity, n int64) bool {
	who := quota.User{UID: u.uid}
	if !q.Take(who, n) {
		return false
	}
	q.Give(who, n)
	return true
}

// TestAnswersGivenUp ends calls at whatever moment: gRPC gives up their answers in
// several ways, not in all of which it gives back the buffer.
func TestAnswersGivenUp(t *testing.T) {
	r := newRooms()
	d, _ := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	x := d.submit(t, python("for i in range(100): print('x' * 12000)"))
	wait(t, x)
	who := d.slow(t, alice)
	for i := range 150 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*40*time.Microsecond)
		_, _ = who.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: x.ID()})
		cancel()
	}
	eventually(t, "nothing is held", func() bool { runtime.GC(); return r.others.empty() })
}

// TestWatchesBounded opens as many streams as one user may have.
func TestWatchesBounded(t *testing.T) {
	r := newRooms()
	r.others.streams = quota.New(4, 2)
	d, _ := open(t, Access{rooms: r}, slog.LevelInfo, nil)
	x := d.submit(t, python("from time import sleep\nprint(1)\nsleep(60)"))
	watch := func(d *daemon) (context.CancelFunc, error) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		t.Cleanup(cancel)
		stream, err := d.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()})
		if err != nil {
			t.Fatal(err)
		}
		_, err = stream.Recv()
		return cancel, err
	}
	who := d.as(t, alice)
	var end context.CancelFunc
	for range 2 {
		var err error
		if end, err = watch(who); err != nil {
			t.Fatal(err)
		}
	}
	_, err := watch(who)
	wantExhausted(t, err)
	if _, err := watch(d.as(t, bob)); err != nil {
		t.Errorf("another user: %v", err)
	}
	end()
	eventually(t, "room for another stream", func() bool { _, err := watch(who); return err == nil })
}

// TestWatchesGiveTheirRoomBack had each watch keep a place among the messages that come
// in: after as many as there are, no call was answered any more.
func TestWatchesGiveTheirRoomBack(t *testing.T) {
	d := serve(t, nil)
	x := d.submit(t, python(""))
	for range 100 {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		stream, err := d.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: x.ID()})
		for err == nil {
			_, err = stream.Recv()
		}
		cancel()
		if !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
	}
	if _, err := d.Health(deadline(t), &daemonv1alpha1.HealthRequest{}); err != nil {
		t.Error(err)
	}
}
