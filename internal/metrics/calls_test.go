package metrics

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestCallsAsTheMiddleware has the same calls counted by what looks nothing up and by the
// middleware itself: they are the same, and as many.
func TestCallsAsTheMiddleware(t *testing.T) {
	ours, theirs := New("a").GRPC(), New("a").GRPC()
	for _, g := range []*GRPC{ours, theirs} {
		server := grpc.NewServer()
		daemonv1alpha1.RegisterExecutionApiServer(server, daemonv1alpha1.UnimplementedExecutionApiServer{})
		g.Watch(server)
	}
	answers := []error{nil, nil, errors.New("a"), context.Canceled, context.DeadlineExceeded, status.Error(99, "no such code")}
	for code := codes.Canceled; code <= codes.Unauthenticated; code++ {
		answers = append(answers, status.Error(code, "a"))
	}
	for _, count := range []grpc.UnaryServerInterceptor{ours.unary(), theirs.metrics.UnaryServerInterceptor()} {
		for i, err := range answers {
			name := []string{daemonv1alpha1.ExecutionApi_RunSnippet_FullMethodName, daemonv1alpha1.ExecutionApi_ListExecutions_FullMethodName}[i%2]
			got, gotErr := count(t.Context(), nil, &grpc.UnaryServerInfo{FullMethod: name}, func(context.Context, any) (any, error) { return i, err })
			if got != i || gotErr != err {
				t.Errorf("%v, %v", got, gotErr)
			}
		}
	}
	// The middleware has a series more for a code that there isn't, which here is unknown.
	want := counted(t, theirs)
	unknown := `/` + daemonv1alpha1.ExecutionApi_ServiceDesc.ServiceName + `/ListExecutions grpc_server_handled_total Unknown`
	for name := range want {
		if _, ok := counted(t, ours)[name]; !ok {
			want[unknown] += want[name]
			delete(want, name)
		}
	}
	if got := counted(t, ours); !reflect.DeepEqual(got, want) {
		t.Errorf("counted\n%v\nthe middleware counts\n%v", got, want)
	}
}

// counted has the counts that aren't 0.
func counted(t *testing.T, g *GRPC) map[string]float64 {
	t.Helper()
	r := prometheus.NewPedanticRegistry()
	r.MustRegister(g.metrics)
	families, err := r.Gather()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]float64{}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			if n := m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount()); n > 0 {
				counts[nameOf(f, m)] = n
			}
		}
	}
	return counts
}

func nameOf(f *dto.MetricFamily, m *dto.Metric) string {
	labels := map[string]string{}
	for _, l := range m.GetLabel() {
		labels[l.GetName()] = l.GetValue()
	}
	return "/" + labels["grpc_service"] + "/" + labels["grpc_method"] + " " + f.GetName() + " " + labels["grpc_code"]
}

// TestCallLooksNothingUp bounds what counting a call costs: no memory.
func TestCallLooksNothingUp(t *testing.T) {
	m := New("a")
	watched(m)
	info := &grpc.UnaryServerInfo{FullMethod: daemonv1alpha1.ExecutionApi_RunSnippet_FullMethodName}
	answer := func(context.Context, any) (any, error) { return nil, nil }
	count := m.GRPC().unary()
	if n := testing.AllocsPerRun(100, func() { _, _ = count(t.Context(), nil, info, answer) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
