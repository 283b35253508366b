package nomad

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestUsageIsTheTruth compares what is told of a task, over some samples, with what the
// kernel says of its worker meanwhile.
func TestUsageIsTheTruth(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	a := n.run("busy").alloc()
	a.printed("holding 40\n")
	for _, from := range []struct {
		name   string
		sample func() (cpu, memory float64)
	}{
		{"the client's API", a.stats},
		{"the Prometheus endpoint", a.metrics},
		{"nomad alloc status -stats", a.shown},
	} {
		told, truth := a.measure(from.name, from.sample)
		t.Logf("%s: %.1f %% of a processor, the kernel says %.1f; %.1f MiB, the kernel says %.1f", from.name, told.cpu, truth.cpu, told.memory/(1<<20), truth.memory/(1<<20))
		if !near(told.cpu, truth.cpu) || !near(told.memory, truth.memory) {
			t.Errorf("%s is further than a fifth from the truth", from.name)
		}
	}
}

// A usage is one of processor time, in percent of a processor, and of memory, in bytes.
type usage struct{ cpu, memory float64 }

// measure has the mean of five samples of processor time, and the median of those of
// memory, with the truth from the first of them until the last: each sample is of what
// was used since the one before.
func (a *alloc) measure(from string, sample func() (cpu, memory float64)) (told, truth usage) {
	a.t.Helper()
	const samples = 5
	worker := a.busiest()
	var last float64
	next := func() (cpu, memory float64) {
		eventually(a.t, "a sample from "+from, patience, func() bool {
			cpu, memory = sample()
			return cpu != 0 && cpu != last
		})
		last = cpu
		return cpu, memory
	}
	next()
	used, since := processorTime(worker), time.Now()
	var memory, trueMemory []float64
	for range samples {
		cpu, bytes := next()
		told.cpu += cpu / samples
		memory, trueMemory = append(memory, bytes), append(trueMemory, float64(proportionalBytes(worker)))
	}
	truth.cpu = 100 * float64(processorTime(worker)-used) / float64(time.Since(since))
	slices.Sort(memory)
	slices.Sort(trueMemory)
	told.memory, truth.memory = memory[samples/2], trueMemory[samples/2]
	return told, truth
}

func near(got, want float64) bool { return math.Abs(got-want) <= 0.2*want }

// stats are the task's usage as the client tells it: percent of a processor, bytes.
func (a *alloc) stats() (cpu, memory float64) {
	a.t.Helper()
	u, err := a.api.Allocations().Stats(a.info(), nil)
	if err != nil || u.ResourceUsage == nil {
		return 0, 0
	}
	return u.ResourceUsage.CpuStats.Percent, float64(u.ResourceUsage.MemoryStats.RSS)
}

var (
	shownTicks  = regexp.MustCompile(`(?m)^(\d+)/\d+ MHz +[\d.]+ MiB/128 MiB`)
	shownMemory = regexp.MustCompile(`Memory Stats\n.*\bRSS\b.*\n.*?([\d.]+) MiB *\n`)
	shownCPU    = regexp.MustCompile(`CPU Stats\n.*\bPercent\b.*\n.*?([\d.]+)% *\n`)
)

// shown is the same as `nomad alloc status -stats` prints it, with the MHz that it makes
// of the percentage: the test's client has 100,000 of all its processors.
func (a *alloc) shown() (cpu, memory float64) {
	a.t.Helper()
	out := a.nomad("alloc", "status", "-stats", a.id)
	var values []float64
	for _, part := range []*regexp.Regexp{shownCPU, shownMemory, shownTicks} {
		m := part.FindStringSubmatch(out)
		if m == nil {
			return 0, 0 // not yet
		}
		v, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			a.t.Fatal(err)
		}
		values = append(values, v)
	}
	if want := values[0] / 100 * 100_000 / float64(runtime.NumCPU()); math.Abs(values[2]-want) > 10 {
		a.t.Errorf("%v MHz are shown, not %v, for\n%s", values[2], want, out)
	}
	return values[0], values[1] * (1 << 20)
}

// metrics are the same from the client's Prometheus endpoint.
func (a *alloc) metrics() (cpu, memory float64) {
	r, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/v1/metrics?format=prometheus", a.clientPorts.HTTP))
	if err != nil {
		return 0, 0
	}
	defer func() { _ = r.Body.Close() }()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return 0, 0
	}
	return metric(string(text), "nomad_client_allocs_cpu_total_percent", a.id), metric(string(text), "nomad_client_allocs_memory_rss", a.id)
}

// metric is a value in Prometheus's format, of an allocation; 0 when there is none.
func metric(text, name, alloc string) float64 {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, name+"{") && strings.Contains(line, alloc) {
			f := strings.Fields(line)
			v, _ := strconv.ParseFloat(f[len(f)-1], 64) // 0 is no sample here
			return v
		}
	}
	return 0
}

// busiest is the daemon's worker that has used most processor time.
func (n *node) busiest() (pid int) {
	most := time.Duration(-1)
	for _, child := range childrenOf(n.daemon.pid()) {
		if used := processorTime(child); used > most {
			pid, most = child, used
		}
	}
	return pid
}

// childrenOf are the processes that a process has started.
func childrenOf(parent int) (list []int) {
	entries, _ := os.ReadDir("/proc") // it is always there
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err == nil && parentOf(pid) == parent {
			list = append(list, pid)
		}
	}
	return list
}
