package time

import (
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

type clocksKey struct{}

// clocks are the beginnings that an execution's clocks count from.
type clocks struct{ begin time.Time }

// bootOffset is what the clocks that no calendar has begin with, in nanoseconds: a program
// that takes zero for no time is right then, too.
const bootOffset = 1000e9

func clocksOf(t *py.Thread) *clocks {
	c, ok := t.In.Data[clocksKey{}].(*clocks)
	if !ok {
		c = &clocks{time.Now()}
		t.In.Data[clocksKey{}] = c
	}
	return c
}

func wall(*py.Thread) int64 { return time.Now().UnixNano() }

func monotonic(t *py.Thread) int64 { return int64(time.Since(clocksOf(t).begin)) + bootOffset }

// used stands for the processor's time: what has passed since the execution's first look.
func used(t *py.Thread) int64 { return int64(time.Since(clocksOf(t).begin)) }

func addClocks(m *py.Module) {
	for name, clock := range map[string]func(*py.Thread) int64{
		"time": wall, "monotonic": monotonic, "perf_counter": monotonic, "process_time": used, "thread_time": used,
	} {
		m.Add(name, "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.Float(float64(clock(t)) / 1e9), nil })
		m.Add(name+"_ns", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.MakeInt(clock(t)), nil })
	}
	m.Add("get_clock_info", "name, /", clockInfo)
}

func clockInfo(t *py.Thread, a []py.Object) (py.Object, error) {
	name, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "get_clock_info() argument 1 must be str, not %s", py.ArgClass(a[0]))
	}
	kind := map[string]string{"time": "REALTIME", "monotonic": "MONOTONIC", "perf_counter": "MONOTONIC", "process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID"}[name.String()]
	if kind == "" {
		return nil, py.Raise(py.ValueError, "unknown clock")
	}
	namespace, err := t.FromModule("types", "SimpleNamespace")
	if err != nil {
		return nil, err
	}
	args := py.Args{}
	for _, f := range []struct {
		name  string
		value py.Object
	}{
		{"implementation", py.NewStr("clock_gettime(CLOCK_" + kind + ")")}, {"monotonic", py.Of(kind != "REALTIME")},
		{"adjustable", py.Of(kind == "REALTIME")}, {"resolution", py.Float(1e-9)},
	} {
		args.Names, args.Named = append(args.Names, py.NewStr(f.name)), append(args.Named, f.value)
	}
	return t.CallArgs(namespace, args)
}
