package nomad

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestExecEvaluatesInRunningProgram(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("exec").alloc()
	a.printed("ready\n")
	if got := a.exec("JSON.stringify(state.jobs)"); got != "[\"a\",\"b\"]\n" {
		t.Errorf("got %q", got)
	}
	a.exec("state.jobs.push('c'); 0")
	if got := a.exec("state.jobs.length"); got != "3\n" {
		t.Errorf("got %q, want what the expression before has left", got)
	}
	out, err := a.tryExec("nothing.at.all")
	if err == nil || !strings.Contains(err.Error(), "ReferenceError") {
		t.Errorf("got %q, %v; want a ReferenceError", out, err)
	}
}

func TestExecIsRefusedWhereLanguageCant(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	a := n.runText(`
		job "endless" {
		  type = "batch"
		  group "g" {
		    task "t" {
		      driver = "elide"
		      config {
		        language = "python"
		        code     = "print('ready')\nwhile True:\n    pass\n"
		      }
		    }
		  }
		}`).alloc()
	a.printed("ready\n")
	out, err := a.tryExec("1 + 1")
	if err == nil || !strings.Contains(err.Error(), "python") {
		t.Errorf("got %q, %v; want a refusal that names the language", out, err)
	}
}

func (a *alloc) exec(expression string) string {
	a.t.Helper()
	out, err := a.tryExec(expression)
	if err != nil {
		a.t.Fatal(err)
	}
	return out
}

func (a *alloc) tryExec(expression string) (string, error) {
	return a.tryNomad("alloc", "exec", "-i=false", "-t=false", a.id, expression)
}

// TestUsageIsTheTruth compares with what the kernel says of the worker.
func TestUsageIsTheTruth(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	a := n.run("busy").alloc()
	a.printed("holding 40\n")
	for _, from := range []struct {
		name   string
		sample func() (cpu, memory float64)
	}{
		{"nomad alloc status -stats", a.stats},
		{"the Prometheus endpoint", a.metrics},
	} {
		worker := n.busiest()
		var last float64
		var spent time.Duration
		var at time.Time
		eventually(t, "the truth from "+from.name, patience, func() bool {
			cpu, memory := from.sample()
			if cpu == 0 || cpu == last {
				return false
			}
			// A new sample, of what was used since the one before.
			used, now := processorTime(worker), time.Now()
			trueCPU, trueMemory := 100*float64(used-spent)/float64(now.Sub(at)), float64(proportionalBytes(worker))
			first := last == 0
			last, spent, at = cpu, used, now
			if first {
				return false
			}
			t.Logf("%s: %.1f %% of a processor, the kernel says %.1f; %.1f MiB, the kernel says %.1f", from.name, cpu, trueCPU, memory/(1<<20), trueMemory/(1<<20))
			return near(cpu, trueCPU) && near(memory, trueMemory)
		})
	}
	if out := a.nomad("alloc", "status", "-stats", a.id); !strings.Contains(out, "Memory Stats") || !strings.Contains(out, "CPU Stats") {
		t.Errorf("no usage in\n%s", out)
	}
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
