package metrics

import (
	"context"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/prometheus/client_golang/prometheus"
	"google.golang.org/grpc"
	"google.golang.org/grpc/reflection"
)

// GRPC are the metrics of a gRPC server's calls, by method and status code. Calls of
// methods that there aren't have no metric: their names are the clients' own.
type GRPC struct {
	metrics *grpcprom.ServerMetrics
	known   map[string]*method // by their full names; written before the server serves
}

func newGRPC() *GRPC {
	buckets := grpcprom.WithServerHandlingTimeHistogram(grpcprom.WithHistogramOpts(&prometheus.HistogramOpts{
		Buckets:                         prometheus.ExponentialBuckets(0.0001, 4, 10),
		NativeHistogramBucketFactor:     nativeFactor,
		NativeHistogramMaxBucketNumber:  nativeBuckets,
		NativeHistogramMinResetDuration: nativeReset,
	}))
	return &GRPC{metrics: grpcprom.NewServerMetrics(buckets), known: map[string]*method{}}
}

// Options have a server counted. Watch is called before it serves.
func (g *GRPC) Options() []grpc.ServerOption {
	return []grpc.ServerOption{grpc.ChainUnaryInterceptor(g.unary()), grpc.ChainStreamInterceptor(g.stream())}
}

func (g *GRPC) unary() grpc.UnaryServerInterceptor {
	return func(ctx context.Context, r any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		if m := g.known[info.FullMethod]; m != nil {
			return m.count(ctx, r, next)
		}
		return next(ctx, r)
	}
}

func (g *GRPC) stream() grpc.StreamServerInterceptor {
	count := g.metrics.StreamServerInterceptor()
	return func(server any, s grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
		if g.known[info.FullMethod] == nil {
			return next(server, s)
		}
		return count(server, s, info, next)
	}
}

// Watch learns a server's methods and has a zero for each.
func (g *GRPC) Watch(s reflection.ServiceInfoProvider) {
	g.metrics.InitializeMetrics(s)
	g.known = methodsOf(g.metrics)
}
