package metrics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/testpage"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestReference checks that the page about metrics has every one, by those of an executor at
// work.
func TestReference(t *testing.T) {
	testpage.Section(t, "../../docs/metrics.md", "metrics", reference(t))
}

func reference(t *testing.T) string {
	t.Helper()
	m := New("a")
	e := start(t, m)
	wait(t, submit(t, e, executor.Request{Language: "python", Code: "print(1)"}))
	m.SpansDropped("queue_full", 0)
	server := grpc.NewServer()
	daemonv1alpha1.RegisterExecutionApiServer(server, daemonv1alpha1.UnimplementedExecutionApiServer{})
	m.GRPC().Watch(server)
	eventually(t, m, "an end", func(text string) bool { return strings.Contains(text, "\nelided_executions_total{") })
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| metric | kind | labels | meaning |\n|---|---|---|---|\n")
	for _, f := range families {
		if strings.HasPrefix(f.GetName(), "elided_") || strings.HasPrefix(f.GetName(), "grpc_") {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.GetName(), strings.ToLower(f.GetType().String()), labelsOf(f), f.GetHelp())
		}
	}
	return b.String()
}

func labelsOf(f *dto.MetricFamily) string {
	var names []string
	for _, m := range f.GetMetric() {
		for _, l := range m.GetLabel() {
			names = append(names, "`"+l.GetName()+"`")
		}
	}
	slices.Sort(names)
	return cmp.Or(strings.Join(slices.Compact(names), " "), "none")
}
