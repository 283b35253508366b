package metrics

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

var update = flag.Bool("update", false, "write the page of the reference")

// TestReference checks that the page about metrics has every one, by those of an executor at
// work.
func TestReference(t *testing.T) {
	const page, begin, end = "../../docs/metrics.md", "-update -->\n", "<!-- end of metrics -->"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	old, after, found := strings.Cut(rest, end)
	if !found {
		t.Fatal("the page has no place for the metrics")
	}
	now := reference(t)
	switch {
	case now == old:
	case !*update:
		t.Fatalf("%s is not what the registry says: run go test ./internal/metrics -run TestReference -update", page)
	default:
		if err := os.WriteFile(page, []byte(before+begin+now+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func reference(t *testing.T) string {
	t.Helper()
	m := New("a")
	e := start(t, m)
	wait(t, submit(t, e, executor.Request{Language: "python", Code: "print(1)"}))
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
