package api

import (
	"context"
	"strings"

	"google.golang.org/grpc/metadata"

	"github.com/elide-dev/elided/internal/executor"
)

// traceContext is where a call stands in a trace, by the headers of W3C's Trace Context,
// which gRPC has as metadata. Two parents are none.
func traceContext(ctx context.Context) executor.TraceContext {
	parent := metadata.ValueFromIncomingContext(ctx, "traceparent")
	if len(parent) != 1 {
		return executor.TraceContext{}
	}
	return executor.TraceContext{Parent: parent[0], State: strings.Join(metadata.ValueFromIncomingContext(ctx, "tracestate"), ",")}
}
