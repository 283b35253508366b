// Package client talks to a running elided over its public contract.
package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// ErrNotRunning is a socket that nobody answers at.
var ErrNotRunning = errors.New("elided is not running")

// maxMessage bounds an answer, in bytes: both streams' last MiB, an error's stack
// and room for the rest.
const maxMessage = 16 << 20

// A Client talks to one daemon. Its methods are safe for concurrent use. The calls
// of the contract are embedded; errors of a daemon that isn't there are
// ErrNotRunning and name the socket.
type Client struct {
	daemonv1alpha1.ExecutionApiClient
	conn   *grpc.ClientConn
	socket string
}

// Dial returns a client of the daemon at a Unix socket, which is connected to by
// the first call. The socket is a path, with or without "unix://"; empty is the
// default one.
func Dial(socket string) (*Client, error) {
	if socket == "" {
		socket = DefaultSocket()
	}
	path, err := socketPath(socket)
	if err != nil {
		return nil, err
	}
	c := &Client{socket: path}
	c.conn, err = grpc.NewClient("passthrough:///elided", // the dialer knows the path, which needn't be a valid URL
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return dialSocket(ctx, path) }),
		grpc.WithAuthority("localhost"),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage)),
		grpc.WithUnaryInterceptor(c.explain),
		grpc.WithStreamInterceptor(c.explainStream),
	)
	if err != nil {
		return nil, fmt.Errorf("socket %s: %w", path, err)
	}
	c.ExecutionApiClient = daemonv1alpha1.NewExecutionApiClient(c.conn)
	return c, nil
}

// Close ends the connection and the calls under way.
func (c *Client) Close() error { return c.conn.Close() }

// Socket returns the path of the daemon's socket.
func (c *Client) Socket() string { return c.socket }

func (c *Client) explain(ctx context.Context, method string, in, out any, conn *grpc.ClientConn, call grpc.UnaryInvoker, o ...grpc.CallOption) error {
	return c.named(call(ctx, method, in, out, conn, o...))
}

func (c *Client) explainStream(ctx context.Context, d *grpc.StreamDesc, conn *grpc.ClientConn, method string, call grpc.Streamer, o ...grpc.CallOption) (grpc.ClientStream, error) {
	s, err := call(ctx, d, conn, method, o...)
	return s, c.named(err)
}

// named explains the failure to connect. A daemon's own UNAVAILABLE, while it
// shuts down, is left as it is.
func (c *Client) named(err error) error {
	if status.Code(err) != codes.Unavailable {
		return err
	}
	if unreachable := probe(c.socket); unreachable != nil {
		return unreachable
	}
	return err
}

// Run submits a program and copies its output to stdout and stderr as it is
// written, until it has ended; a nil writer discards. A connection that breaks on
// the way is made again, and no byte is lost or written twice. When ctx ends, Run
// returns its error; the execution goes on unless it is cancelled.
func (c *Client) Run(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest, stdout, stderr io.Writer) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	x, err := c.ExecuteSnippet(ctx, r)
	if err != nil {
		return nil, cause(ctx, err)
	}
	return c.Follow(ctx, x.GetSessionId(), x.GetExecutionId(), stdout, stderr)
}

// Follow copies an execution's output from its beginning, and returns its final
// status, as Run does. What a sink has taken, and the daemon no longer keeps, is left
// out.
func (c *Client) Follow(ctx context.Context, session, id string, stdout, stderr io.Writer) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	f := follower{client: c, session: session, id: id, out: [2]io.Writer{orDiscard(stdout), orDiscard(stderr)}}
	for {
		final, err := f.follow(ctx)
		if err == nil || !f.worthResuming(err) {
			return final, cause(ctx, err)
		}
	}
}

func orDiscard(w io.Writer) io.Writer {
	if w == nil {
		return io.Discard
	}
	return w
}

// cause is the context's error where that is why a call failed.
func cause(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
