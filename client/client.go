// Package client talks to a running elided over its public contract.
package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// DefaultSocket returns where elided listens unless told otherwise: what
// ELIDED_SOCKET names; for root /run/elided/elided.sock; else elided.sock in
// XDG_RUNTIME_DIR or, without one, in a directory of the user's below the system's
// temporary one.
func DefaultSocket() string {
	if s := os.Getenv("ELIDED_SOCKET"); s != "" {
		return s
	}
	if os.Getuid() == 0 {
		return "/run/elided/elided.sock"
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "elided-"+strconv.Itoa(os.Getuid()))
	}
	return filepath.Join(dir, "elided.sock")
}

// ErrNotRunning is a socket that nobody answers at.
var ErrNotRunning = errors.New("elided is not running")

// maxMessage bounds an answer, in bytes: both streams' last MiB, in which invalid
// bytes take three, and room for the rest.
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
// the first call. An empty socket is the default one.
func Dial(socket string) (*Client, error) {
	if socket == "" {
		socket = DefaultSocket()
	}
	absolute, err := filepath.Abs(socket)
	if err != nil {
		return nil, fmt.Errorf("socket %s: %w", socket, err)
	}
	c := &Client{socket: absolute}
	c.conn, err = grpc.NewClient("unix:"+absolute,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage)),
		grpc.WithUnaryInterceptor(c.explain),
		grpc.WithStreamInterceptor(c.explainStream),
	)
	if err != nil {
		return nil, fmt.Errorf("socket %s: %w", socket, err)
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

// named makes an ErrNotRunning of the failure to connect. A daemon's own
// UNAVAILABLE, while it shuts down, is left as it is.
func (c *Client) named(err error) error {
	if status.Code(err) != codes.Unavailable {
		return err
	}
	if info, statErr := os.Stat(c.socket); statErr == nil && info.Mode().Type() == os.ModeSocket && c.answers() {
		return err
	}
	return fmt.Errorf("%w at %s: start it with `elided serve --socket %s`, or name another socket with --socket or ELIDED_SOCKET", ErrNotRunning, c.socket, c.socket)
}

// Run submits a program and copies its output to stdout and stderr as it is
// written, until it has ended. A connection that breaks on the way is made again,
// and no byte is lost or written twice. When ctx ends, Run returns its error; the
// execution goes on unless it is cancelled.
func (c *Client) Run(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest, stdout, stderr io.Writer) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	x, err := c.ExecuteSnippet(ctx, r)
	if err != nil {
		return nil, err
	}
	return c.Follow(ctx, x.GetSessionId(), x.GetExecutionId(), stdout, stderr)
}

// Follow copies an execution's output from its beginning, and returns its final
// status, as Run does.
func (c *Client) Follow(ctx context.Context, session, id string, stdout, stderr io.Writer) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	f := follower{client: c, session: session, id: id, out: [2]io.Writer{stdout, stderr}}
	for {
		final, err := f.follow(ctx)
		if err == nil || !f.worthResuming(err) {
			return final, err
		}
	}
}
