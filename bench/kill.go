package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// spin returns as soon as its engine is interrupted.
	spin = "console.log('begun'); for (;;) {}"

	// stuck is a call that no interrupt ends.
	stuck = "console.log('begun'); /^(a+)+(?=b)c$/.test('a'.repeat(64))"

	// alone and among are how long an engine may take to return once it is
	// interrupted, before it is killed: in a worker of its own, and among others.
	alone = 100 * time.Millisecond
	among = 600 * time.Millisecond

	killRounds = 15
)

// An ending is one way to make a program end.
type ending struct {
	name      string
	code      string
	exclusive bool
	timeout   time.Duration // ends it by itself
	cancel    *durationpb.Duration
	due       time.Duration // after it was asked to end, by the documentation
}

// kill is the time from the moment that a program is to end to its final status, as
// a client that watches it sees it.
func (b *bench) kill() error {
	d, err := b.startDaemon()
	if err != nil {
		return err
	}
	defer d.stop()
	for _, e := range []ending{
		{name: "cancel, busy loop, shared", code: spin},
		{name: "cancel, busy loop, exclusive", code: spin, exclusive: true},
		{name: "cancel, grace 0, busy loop, exclusive", code: spin, exclusive: true, cancel: durationpb.New(0)},
		{name: "cancel, grace 0, stuck call, exclusive", code: stuck, exclusive: true, cancel: durationpb.New(0), due: alone},
		{name: "timeout, stuck call, exclusive", code: stuck, exclusive: true, timeout: 300 * time.Millisecond, due: alone},
		{name: "cancel, grace 0, stuck call, shared", code: stuck, cancel: durationpb.New(0), due: among},
	} {
		if err := d.measureEnding(e); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return nil
}

func (s *server) measureEnding(e ending) error {
	var beyond []time.Duration
	for i := range killRounds {
		took, err := s.end(e, fmt.Sprintf("%s/%d", e.session(), i))
		if err != nil {
			return err
		}
		beyond = append(beyond, took-e.due)
	}
	due := ""
	if e.due > 0 {
		due = fmt.Sprintf(" beyond the %v that it may take", e.due)
	}
	printRow("to the final status: "+e.name, "p50 %v, worst of %d %v%s", median(beyond), killRounds, slices.Max(beyond), due)
	return nil
}

func (e ending) session() string {
	if e.exclusive {
		return "exclusive"
	}
	return "shared"
}

// end runs the program in a session of its own, as one that can't be stopped has its
// session's next ones run alone, and returns how long it took to end.
func (s *server) end(e ending, session string) (took time.Duration, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if _, err := s.api.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{SessionId: session}); err != nil {
		return 0, err
	}
	defer func() {
		_, _ = s.api.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: session})
	}()
	r := snippet("js", e.code, e.exclusive)
	r.SessionId, r.ExecutionId, r.Timeout = session, "x", durationpb.New(e.timeout)
	if _, err := s.api.ExecuteSnippet(ctx, r); err != nil {
		return 0, err
	}
	w, err := s.api.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{SessionId: session, ExecutionId: "x"})
	if err != nil {
		return 0, err
	}
	asked := time.Time{}
	for {
		ev, err := w.Recv()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		switch status := ev.GetStatus(); {
		case status.GetComplete() && e.timeout > 0:
			return time.Since(status.GetStartedAt().AsTime()) - e.timeout, nil
		case status.GetComplete():
			return time.Since(asked), nil
		case ev.GetOutput() != nil && e.timeout == 0:
			time.Sleep(20 * time.Millisecond) // into the call
			asked = time.Now()
			if _, err := s.api.CancelExecution(ctx, &daemonv1alpha1.CancelExecutionRequest{SessionId: session, ExecutionId: "x", Grace: e.cancel}); err != nil {
				return 0, err
			}
		}
	}
}
