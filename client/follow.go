package client

import (
	"context"
	"errors"
	"fmt"
	"io"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A follower copies an execution's output and knows how far it has come.
type follower struct {
	client  *Client
	session string
	id      string
	out     [2]io.Writer
	offsets [2]uint64
	retries int // in a row, without output
}

// maxRetries bounds the connections in a row that break before they bring output.
const maxRetries = 5

// A writeError is a failure of the caller's writer, which no new connection mends.
type writeError struct{ error }

func (w writeError) Unwrap() error { return w.error }

func (f *follower) worthResuming(err error) bool {
	f.retries++
	var w writeError
	return status.Code(err) == codes.Unavailable && !errors.As(err, &w) && f.retries <= maxRetries
}

// follow watches from where the last connection ended.
func (f *follower) follow(ctx context.Context) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := f.client.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{
		SessionId: f.session, ExecutionId: f.id, StdoutOffset: f.offsets[0], StderrOffset: f.offsets[1],
	})
	if err != nil {
		return nil, err
	}
	for {
		event, err := stream.Recv()
		if err != nil {
			return nil, f.ended(err)
		}
		if chunk := event.GetOutput(); chunk != nil {
			if err := f.copy(chunk); err != nil {
				return nil, err
			}
		}
		if s := event.GetStatus(); s.GetComplete() {
			return s, nil
		}
	}
}

// ended is the error of a stream that broke before the final status.
func (f *follower) ended(err error) error {
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("execution %s: the daemon ended the stream before the final status", f.id)
	}
	return err
}

func (f *follower) copy(c *daemonv1alpha1.OutputChunk) error {
	i := 0
	if c.GetStream() == daemonv1alpha1.Stream_STREAM_STDERR {
		i = 1
	}
	if c.GetOffset() < f.offsets[i] {
		return fmt.Errorf("execution %s: output at %d, expected %d", f.id, c.GetOffset(), f.offsets[i])
	}
	if _, err := f.out[i].Write(c.GetData()); err != nil {
		return writeError{err}
	}
	f.offsets[i] = c.GetOffset() + uint64(len(c.GetData()))
	f.retries = 0
	return nil
}
