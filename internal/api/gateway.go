package api

import (
	"context"
	"errors"
	"io"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A gateway is the way of HTTP requests to the gRPC server: a connection within the
// process, so that each is a call like any other, with the same limits, roles and records.
type gateway struct {
	conn   *grpc.ClientConn
	passes *passes
}

// maxAnswer is above every answer of the server's, in bytes.
const maxAnswer = 64 << 20

func newGateway(p *pipe, known *passes) (*gateway, error) {
	g := &gateway{passes: known}
	conn, err := grpc.NewClient("passthrough:///gateway",
		grpc.WithContextDialer(p.dial),
		grpc.WithTransportCredentials(insecure.NewCredentials()), // nothing leaves the process
		grpc.WithStaticStreamWindowSize(streamWindow),
		grpc.WithStaticConnWindowSize(connWindow),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxAnswer)),
		grpc.WithDisableRetry(), // it would keep requests
		grpc.WithDisableServiceConfig(),
		grpc.WithUnaryInterceptor(g.unary), grpc.WithStreamInterceptor(g.stream))
	g.conn = conn
	return g, err
}

func (g *gateway) unary(ctx context.Context, method string, request, answer any, conn *grpc.ClientConn, next grpc.UnaryInvoker, o ...grpc.CallOption) error {
	if err := checkQuery(ctx, request); err != nil {
		return err
	}
	return next(g.identify(ctx), method, request, answer, conn, o...)
}

func (g *gateway) stream(ctx context.Context, d *grpc.StreamDesc, conn *grpc.ClientConn, method string, next grpc.Streamer, o ...grpc.CallOption) (grpc.ClientStream, error) {
	s, err := next(g.identify(ctx), d, conn, method, o...)
	if err != nil {
		return nil, err
	}
	return gatewayStream{s}, nil
}

// identify has a call carry the pass of its HTTP request.
func (g *gateway) identify(ctx context.Context) context.Context {
	return metadata.AppendToOutgoingContext(ctx, passKey, g.passes.issue(visitIn(ctx)))
}

// A gatewayStream checks the request, and has an error for a header when the server
// refuses the call: it is then that an HTTP status can still be chosen.
type gatewayStream struct{ grpc.ClientStream }

// SendMsg is part of grpc.ClientStream.
func (s gatewayStream) SendMsg(m any) error {
	if err := checkQuery(s.Context(), m); err != nil {
		return err
	}
	return s.ClientStream.SendMsg(m)
}

// Header is part of grpc.ClientStream.
func (s gatewayStream) Header() (metadata.MD, error) {
	header, err := s.ClientStream.Header()
	if err != nil || header != nil {
		return header, err
	}
	// It has ended without one.
	if err := s.RecvMsg(&daemonv1alpha1.HealthResponse{}); !errors.Is(err, io.EOF) {
		return nil, err
	}
	return nil, nil
}

// checkQuery refuses parameters that the request's message doesn't have. A misspelt one
// would be left out.
func checkQuery(ctx context.Context, request any) error {
	m, ok := request.(proto.Message)
	if !ok {
		return nil
	}
	fields := m.ProtoReflect().Descriptor().Fields()
	for key := range visitIn(ctx).query {
		name := key[:max(0, strings.IndexAny(key+".", "[."))]
		if fields.ByTextName(name) == nil && fields.ByJSONName(name) == nil {
			return status.Errorf(codes.InvalidArgument, "query: %.64q is no parameter of this request", key)
		}
	}
	return nil
}
