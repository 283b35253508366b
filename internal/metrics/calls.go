package metrics

import (
	"context"
	"strings"
	"time"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
)

// A method has the middleware's counters of one method at hand. The middleware itself finds
// each by its labels, five times in a call, which costs more than all the counting.
type method struct {
	started, received, sent prometheus.Counter
	took                    prometheus.Observer
	handled                 [codes.Unauthenticated + 1]prometheus.Counter // by code
}

// count counts a call as the middleware does.
func (m *method) count(ctx context.Context, r any, next grpc.UnaryHandler) (any, error) {
	began := time.Now()
	m.started.Inc()
	m.received.Inc()
	answer, err := next(ctx, r)
	if err == nil {
		m.sent.Inc()
	}
	m.handled[known(grpcprom.FromError(err).Code())].Inc()
	m.took.Observe(time.Since(began).Seconds())
	return answer, err
}

// known is a code that has a counter.
func known(c codes.Code) codes.Code {
	if c > codes.Unauthenticated {
		return codes.Unknown
	}
	return c
}

// methodsOf sorts a server's counters by the full names of methods. They must all be there.
func methodsOf(all prometheus.Collector) map[string]*method {
	found := make(chan prometheus.Metric)
	go func() {
		defer close(found)
		all.Collect(found)
	}()
	methods := map[string]*method{}
	for metric := range found {
		var now dto.Metric
		if metric.Write(&now) != nil {
			continue // one that can't be read is nobody's
		}
		labels := map[string]string{}
		for _, l := range now.GetLabel() {
			labels[l.GetName()] = l.GetValue()
		}
		name := "/" + labels["grpc_service"] + "/" + labels["grpc_method"]
		if methods[name] == nil {
			methods[name] = &method{}
		}
		methods[name].take(metric, labels["grpc_code"])
	}
	return methods
}

// take sorts in one of a method's metrics; code is that of grpc_server_handled_total.
func (m *method) take(metric prometheus.Metric, code string) {
	if took, ok := metric.(prometheus.Histogram); ok {
		m.took = took
		return
	}
	counter, ok := metric.(prometheus.Counter)
	if !ok {
		return
	}
	switch family := metric.Desc().String(); {
	case strings.Contains(family, `"grpc_server_started_total"`):
		m.started = counter
	case strings.Contains(family, `"grpc_server_msg_received_total"`):
		m.received = counter
	case strings.Contains(family, `"grpc_server_msg_sent_total"`):
		m.sent = counter
	case strings.Contains(family, `"grpc_server_handled_total"`):
		for c := range m.handled {
			if codes.Code(c).String() == code {
				m.handled[c] = counter
			}
		}
	}
}
