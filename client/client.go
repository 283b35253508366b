// Package client talks to a running elided over its public contract.
package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/codes"
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
	conn      *grpc.ClientConn
	door      door
	goneAfter time.Duration
}

// Dial returns a client of the daemon at a Unix socket, which is connected to by
// the first call. The socket is a path, with or without "unix://"; empty is
// DefaultSocket, which is looked for now, in a second for each place at most, and kept.
func Dial(socket string) (*Client, error) {
	if socket == "" {
		socket = DefaultSocket()
	}
	path, err := socketPath(socket)
	if err != nil {
		return nil, err
	}
	return dial(door{"unix", path}, plain()...)
}

// DialAddress returns a client of the daemon at unix:PATH, or at HOST:PORT of this
// machine's loopback, without TLS and a token. The address of another machine is an error:
// DialNetwork has TLS.
func DialAddress(address string) (*Client, error) {
	if path, ok := strings.CutPrefix(address, "unix:"); ok {
		return Dial(strings.TrimPrefix(path, "//"))
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("daemon address %q is neither unix:PATH nor HOST:PORT of this machine's loopback: %w", address, err)
	}
	if !loopback(host) {
		return nil, fmt.Errorf("daemon address %q is not on this machine's loopback: who reaches a daemon runs programs on it, so it is not reached over a network", address)
	}
	return dial(door{"tcp", address}, plain()...)
}

// reconnect is how soon a connection that failed is tried again: the daemon is on
// this machine, and a try costs little.
var reconnect = grpc.ConnectParams{
	Backoff:           backoff.Config{BaseDelay: 50 * time.Millisecond, Multiplier: 1.5, Jitter: 0.2, MaxDelay: 300 * time.Millisecond},
	MinConnectTimeout: answerTimeout,
}

// answerTimeout is how long a daemon may take to answer a connection that was made: under
// systemd one that restarts leaves connections waiting, while it drains and comes up.
const answerTimeout = 30 * time.Second

// dial connects with the options that depend on the door.
func dial(d door, options ...grpc.DialOption) (*Client, error) {
	c := &Client{door: d, goneAfter: goneAfter}
	var err error
	c.conn, err = grpc.NewClient("passthrough:///elided", append(options, // the dialer knows the path, which needn't be a valid URL
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return d.open(ctx) }),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage)),
		grpc.WithConnectParams(reconnect),
		grpc.WithUnaryInterceptor(c.explain),
		grpc.WithStreamInterceptor(c.explainStream),
	)...)
	if err != nil {
		return nil, fmt.Errorf("socket %s: %w", d.address, err)
	}
	c.ExecutionApiClient = daemonv1alpha1.NewExecutionApiClient(c.conn)
	return c, nil
}

// Close ends the connection and the calls under way.
func (c *Client) Close() error { return c.conn.Close() }

// Socket returns the path of the daemon's socket, or its address.
func (c *Client) Socket() string { return c.door.address }

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
	if refused := c.refused(err); refused != nil {
		return refused
	}
	if unreachable := c.door.probe(); unreachable != nil {
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
