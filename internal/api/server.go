// Package api serves the public contract: gRPC over the executor, and the HTTP
// endpoints of a service.
package api

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"math"
	"net"
	"runtime/debug"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// streamWindow is what a client may send of a message before it is received, in
	// bytes, and connWindow of all messages before they are read from its connection.
	// Neither grows, as gRPC's own would, to megabytes.
	streamWindow = 64 << 10
	connWindow   = 1 << 20
)

// maxHeader bounds a call's metadata, in bytes.
const maxHeader = 16 << 10

// helloTime is how long a client may take to open its connection with HTTP/2's first
// frames.
const helloTime = 5 * time.Second

// deniedBurst is how many refused calls a second are logged.
const deniedBurst = 10

// minPing is how often a client may ask for a sign of life.
const minPing = 10 * time.Second

// pingAfter is how long a connection may be without a sign of life until the daemon asks
// for one, and pingTime how long that may take: else it is closed.
const (
	pingAfter = time.Minute
	pingTime  = 20 * time.Second
)

// A Server is the gRPC door of an executor.
type Server struct {
	grpc   *grpc.Server
	health *health.Server
	lobby  *lobby
	web    *lobby // of the HTTP door
	log    *slog.Logger

	service *service
}

// NewServer returns a gRPC server with the execution API, health and reflection for
// those whom a lets in. More options may observe it; they see what the others let through.
func NewServer(e *executor.Executor, a Access, log *slog.Logger, more ...grpc.ServerOption) *Server {
	lobby := newLobby(a, log)
	door := bouncer{&throttle{log: log, burst: deniedBurst}, cmp.Or(a.rooms, newRooms()), lobby}
	options := []grpc.ServerOption{
		grpc.Creds(peerCredentials{}),
		grpc.InTapHandle(door.admit),
		grpc.MaxRecvMsgSize(e.MaxRequest()),
		grpc.ForceServerCodecV2(newCodec()),
		grpc.StaticStreamWindowSize(streamWindow),
		grpc.StaticConnWindowSize(connWindow),
		grpc.MaxHeaderListSize(maxHeader),
		grpc.ConnectionTimeout(helloTime),
		// A call holds a goroutine, whose descriptor the Go runtime never frees. More calls of
		// a connection wait at the client, by HTTP/2.
		grpc.MaxConcurrentStreams(uint32(min(e.MaxCalls(), math.MaxInt32))),
		grpc.WaitForHandlers(true), // Stop leaves no call behind
		grpc.KeepaliveParams(keepalive.ServerParameters{Time: pingAfter, Timeout: pingTime}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: minPing, PermitWithoutStream: true}),
		grpc.ChainUnaryInterceptor(recoverUnary(log), door.denied),
		grpc.ChainStreamInterceptor(recoverStream(log)),
		grpc.UnknownServiceHandler(unknownMethod), // so that such a call is logged as others are
		grpc.StatsHandler(callLog{log}),
	}
	s := &Server{grpc: grpc.NewServer(append(more, options...)...), health: health.NewServer(), lobby: lobby, web: newLobby(a.forHTTP(), log), log: log, service: &service{executor: e}}
	bounded := registrar{s.grpc}
	daemonv1alpha1.RegisterExecutionApiServer(bounded, s.service)
	healthv1.RegisterHealthServer(bounded, s.health)
	s.health.SetServingStatus(daemonv1alpha1.ExecutionApi_ServiceDesc.ServiceName, healthv1.HealthCheckResponse_SERVING)
	reflection.Register(bounded)
	return s
}

// Serve answers the calls that come in at a Unix socket until Stop is called.
func (s *Server) Serve(l net.Listener) error { return s.grpc.Serve(&guard{l, s.lobby}) }

// GetServiceInfo is part of reflection.ServiceInfoProvider.
func (s *Server) GetServiceInfo() map[string]grpc.ServiceInfo { return s.grpc.GetServiceInfo() }

// SetAccess changes who may call, and how many connections there may be.
func (s *Server) SetAccess(a Access) {
	s.lobby.setAccess(a)
	s.web.setAccess(a.forHTTP())
}

func unknownMethod(_ any, stream grpc.ServerStream) error {
	if err := refusal(stream.Context()); err != nil {
		return err
	}
	method, _ := grpc.MethodFromServerStream(stream)
	return status.Errorf(codes.Unimplemented, "this elided has no method %.128s", method)
}

// Drain tells those who ask for the health that no work is accepted any more.
func (s *Server) Drain() { s.health.Shutdown() }

// Stop lets the calls under way finish until ctx ends, then ends them.
func (s *Server) Stop(ctx context.Context) {
	s.lobby.dismiss()
	done := make(chan struct{})
	go func() {
		s.grpc.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		s.lobby.dismiss() // who came while it was stopping
		s.grpc.Stop()
		<-done
	}
}

// caught logs a panic without the request, which may hold secrets.
func caught(log *slog.Logger, method string, cause any) error {
	log.Error("panic while serving", "method", method, "panic", fmt.Sprintf("%.200v", cause), "stack", string(debug.Stack()))
	return status.Error(codes.Internal, "an error of the daemon, which its log describes")
}

func recoverUnary(log *slog.Logger) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, request any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (_ any, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = caught(log, info.FullMethod, cause)
			}
		}()
		return next(ctx, request)
	}
}

func recoverStream(log *slog.Logger) grpc.StreamServerInterceptor {
	return func(server any, stream grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) (err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = caught(log, info.FullMethod, cause)
			}
		}()
		return next(server, stream)
	}
}
