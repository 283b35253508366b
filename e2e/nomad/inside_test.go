package nomad

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"regexp"
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
	worker := n.busiest()
	check := func(from string, cpu, memory func() (float64, bool)) {
		t.Helper()
		good := func() bool {
			spent, begin := processorTime(worker), time.Now()
			time.Sleep(2 * time.Second) // what is measured is a rate
			trueCPU := 100 * float64(processorTime(worker)-spent) / float64(time.Since(begin))
			trueMemory := float64(proportionalBytes(worker))
			c, ok := cpu()
			m, ok2 := memory()
			t.Logf("%s: %.1f %% of a processor, the kernel says %.1f; %.1f MiB, the kernel says %.1f", from, c, trueCPU, m/(1<<20), trueMemory/(1<<20))
			return ok && ok2 && near(c, trueCPU) && near(m, trueMemory)
		}
		eventually(t, "the truth from "+from, patience, good)
	}
	check("nomad alloc status -stats",
		func() (float64, bool) { c, _ := a.stats(); return c, c > 0 },
		func() (float64, bool) { _, m := a.stats(); return m, m > 0 })
	check("the Prometheus endpoint",
		func() (float64, bool) { return n.metric("nomad_client_allocs_cpu_total_percent", a.id) },
		func() (float64, bool) { return n.metric("nomad_client_allocs_memory_rss", a.id) })
	if out := a.nomad("alloc", "status", "-stats", a.id); !regexp.MustCompile(`Memory Stats`).MatchString(out) {
		t.Errorf("no memory in\n%s", out)
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

// metric is a value of the client's Prometheus endpoint for an allocation.
func (n *node) metric(name, alloc string) (float64, bool) {
	r, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/v1/metrics?format=prometheus", n.clientPorts.HTTP))
	if err != nil {
		return 0, false
	}
	defer func() { _ = r.Body.Close() }()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, name+"{") && strings.Contains(line, alloc) {
			f := strings.Fields(line)
			v, err := strconv.ParseFloat(f[len(f)-1], 64)
			return v, err == nil
		}
	}
	return 0, false
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
