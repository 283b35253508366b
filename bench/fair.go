package main

import (
	"context"
	"fmt"
	"math"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// hogs are what the greedy session runs, each for ever.
	hogs = 100

	// unsettled is how long the shares of the hogs may take to be as wanted: the
	// kernel lets others than root change one in 100 ms.
	unsettled = 20 * time.Second
)

// loop is a program that takes the processor for about a second; the number of
// rounds is found by trying.
type loop struct{ rounds int }

func (l loop) request() *daemonv1alpha1.ExecuteSnippetRequest {
	r := snippet("js", fmt.Sprintf("let x = 0; for (let i = 0; i < %d; i++) x += i", l.rounds), false)
	r.SessionId = "b"
	r.Timeout = durationpb.New(0)
	return r
}

func (l loop) time(d *server) (time.Duration, error) {
	began := time.Now()
	err := d.call(l.request())
	return time.Since(began), err
}

// calibrate finds a loop of a second, and its median time on an idle machine.
func calibrate(d *server) (l loop, idle time.Duration, err error) {
	l.rounds = 200_000
	for range 3 {
		took, err := l.time(d)
		if err != nil {
			return l, 0, err
		}
		l.rounds = int(float64(l.rounds) * float64(time.Second) / float64(took))
	}
	idle, err = timed(5, func() error { return d.call(l.request()) })
	return l, idle, err
}

// fair is a loop of one session beside the hundred of another.
func (b *bench) fair() error {
	for _, exclusive := range []bool{false, true} {
		if err := b.besideHogs(exclusive); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) besideHogs(exclusive bool) error {
	d, err := b.startDaemon()
	if err != nil {
		return err
	}
	defer d.stop()
	for _, id := range []string{"a", "b"} {
		if _, err := d.api.CreateSession(context.Background(), &daemonv1alpha1.CreateSessionRequest{SessionId: id}); err != nil {
			return err
		}
	}
	l, idle, err := calibrate(d)
	if err != nil {
		return err
	}
	if err := d.hog(exclusive); err != nil {
		return err
	}
	settled := time.Now().Add(unsettled)
	at, err := l.time(d)
	if err != nil {
		return err
	}
	time.Sleep(time.Until(settled))
	worst := time.Duration(0)
	then, err := timed(5, func() error {
		took, err := l.time(d)
		worst = max(worst, took)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := d.api.DeleteSession(context.Background(), &daemonv1alpha1.DeleteSessionRequest{SessionId: "a"}); err != nil {
		return err
	}
	after, err := timed(5, func() error { return d.call(l.request()) })
	if err != nil {
		return err
	}
	idle = (idle + after) / 2 // the machine may have others, too
	ratio := func(t time.Duration) float64 { return math.Round(100*float64(t)/float64(idle)) / 100 }
	printRow(fmt.Sprintf("1 s loop beside %d of another session, exclusive %v", hogs, exclusive),
		"%.2f x idle, worst of 5 %.2f x, as they start %.2f x (idle %v)", ratio(then), ratio(worst), ratio(at), idle)
	return nil
}

// hog has the session a run endless loops; those that find no worker wait.
func (s *server) hog(exclusive bool) error {
	for range hogs {
		r := snippet("js", "for (;;) {}", exclusive)
		r.SessionId = "a"
		r.Timeout = durationpb.New(0)
		if _, err := s.api.ExecuteSnippet(context.Background(), r); err != nil {
			return err
		}
	}
	return nil
}
