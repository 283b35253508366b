package nomad

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/nomad/api"
)

// TestHundredTasksShareOneDaemon prints figures for docs/nomad.md, and writes them into
// the file that NOMAD_DOC names. It isn't parallel, for the sake of them.
func TestHundredTasksShareOneDaemon(t *testing.T) {
	n := startNode(t, setup{})
	rows := []figures{
		n.many("elide, shared", 100, "many", "isolation=shared"),
		n.many("elide, exclusive", 20, "many", "isolation=exclusive"),
	}
	if path, err := exec.LookPath("node"); err != nil {
		t.Log("no Node.js here to measure beside")
	} else {
		file, err := filepath.Abs("testdata/many-node.nomad.hcl")
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, n.many("raw_exec, Node.js", 20, file, "node="+path))
	}
	var table strings.Builder
	table.WriteString("| driver | tasks at once | all run after | a task's start, median | of it in elided | memory a task | Nomad's log process beside it |\n|---|---|---|---|---|---|---|\n")
	for _, r := range rows {
		table.WriteString(r.String())
	}
	t.Logf("figures:\n%s", table.String())
	writeFigures(t, table.String())
}

// figures are of some tasks of one job that start at once.
type figures struct {
	kind     string
	count    int
	all      time.Duration // from the job's submission until the last one runs
	start    time.Duration // from Nomad's receiving a task to its running, the median
	inElided time.Duration // of it, from the daemon's request to the program's start
	memory   int64         // bytes, of all processes that weren't there before but the next
	loggers  int64         // bytes, of Nomad's log processes
}

func (f figures) String() string {
	in := "-"
	if f.inElided > 0 {
		in = f.inElided.Round(100 * time.Microsecond).String()
	}
	mib := func(n int64) string { return fmt.Sprintf("%.1f MiB", float64(n)/float64(f.count)/(1<<20)) }
	return fmt.Sprintf("| %s | %d | %v | %v | %s | %s | %s |\n", f.kind, f.count, f.all.Round(100*time.Millisecond), f.start.Round(10*time.Millisecond), in, mib(f.memory), mib(f.loggers))
}

// many runs many tasks of one job and stops them again.
func (n *node) many(kind string, count int, file string, vars ...string) figures {
	n.t.Helper()
	f := figures{kind: kind, count: count}
	before, begin := n.memory(), time.Now()
	j := n.run(file, append(vars, fmt.Sprint("count=", count))...)
	allocs := j.allocs(count)
	n.running(j, count)
	f.all = time.Since(begin)
	var starts, inElided []time.Duration
	for _, a := range allocs {
		starts = append(starts, a.startTime())
		for _, x := range n.daemon.executions(n.t, a.id) {
			inElided = append(inElided, x.Started.Sub(x.Created))
		}
	}
	if len(n.plugins()) != 1 || n.daemon.ended() || strings.HasPrefix(kind, "elide") && len(inElided) != count {
		n.t.Errorf("%d tasks have %d executions, plugins %v", count, len(inElided), n.plugins())
	}
	f.start, f.inElided = median(starts), median(inElided)
	f.memory, f.loggers = n.memory()-before, sumBytes(n.loggers())
	allocs[0].printed("started ")
	n.nomad("job", "stop", "-purge", "-detach", j.id)
	eventually(n.t, "the end of all tasks", 2*patience, func() bool { return len(n.loggers()) == 0 })
	return f
}

// running waits until the job has so many running tasks.
func (n *node) running(j *job, count int) {
	n.t.Helper()
	eventually(n.t, fmt.Sprintf("%d running tasks", count), 5*patience, func() bool {
		stubs, _, err := n.api.Jobs().Allocations(j.id, false, nil)
		if err != nil {
			return false
		}
		running := 0
		for _, s := range stubs {
			if s.ClientStatus == api.AllocClientStatusRunning {
				running++
			}
		}
		return running == count
	})
}

// startTime is from the client's receiving the task to its start.
func (a *alloc) startTime() (took time.Duration) {
	a.t.Helper()
	for _, e := range a.task().Events {
		switch at := time.Duration(e.Time); e.Type {
		case api.TaskReceived:
			took -= at
		case api.TaskStarted:
			took += at
		}
	}
	return took
}

// memory is what elided's processes have, and raw_exec's executors with theirs.
func (n *node) memory() int64 {
	pids := append(childrenOf(n.daemon.pid()), n.daemon.pid())
	for _, pid := range marked(n.mark()) {
		if c := commandLine(pid); len(c) > 1 && c[1] == "executor" {
			pids = append(append(pids, pid), childrenOf(pid)...)
		}
	}
	return sumBytes(pids)
}

func sumBytes(pids []int) (sum int64) {
	for _, pid := range pids {
		sum += proportionalBytes(pid)
	}
	return sum
}

func median(list []time.Duration) time.Duration {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[len(list)/2]
}

const figuresBegin, figuresEnd = "<!-- figures: written by make test-nomad -->\n", "<!-- end of figures -->\n"

func writeFigures(t *testing.T, table string) {
	path := os.Getenv("NOMAD_DOC")
	if path == "" {
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), figuresBegin)
	_, after, closed := strings.Cut(rest, figuresEnd)
	if !found || !closed {
		t.Fatalf("%s has no section between %q and %q", path, figuresBegin, figuresEnd)
	}
	if err := os.WriteFile(path, []byte(before+figuresBegin+table+figuresEnd+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
