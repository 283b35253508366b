package nomad

import (
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A blow is what happens to a node while its task runs.
type blow struct {
	name string
	deal func(*node)
	// lost is how many lines may be missing: those that Nomad's own log process had
	// read and not written. They are of 150 ms at most.
	lost int
}

var blows = []blow{
	{name: "agent killed", deal: func(n *node) {
		n.agent.end(syscall.SIGKILL)
		n.startAgent()
	}},
	{name: "plugin killed", deal: func(n *node) {
		old := n.plugins()
		kill(old)
		eventually(n.t, "a new plugin", patience, func() bool {
			now := n.plugins()
			return len(now) == 1 && !slices.Contains(old, now[0])
		})
	}},
	{name: "agent and plugin killed", deal: func(n *node) {
		plugins := n.plugins()
		n.agent.end(syscall.SIGKILL)
		kill(plugins)
		n.startAgent()
	}},
	{name: "agent interrupted", deal: func(n *node) {
		n.agent.end(syscall.SIGINT)
		n.startAgent()
	}},
	{name: "agent and log process killed", lost: 4, deal: func(n *node) {
		n.agent.end(syscall.SIGKILL)
		kill(n.loggers())
		n.startAgent() // which starts another one: nothing else does
	}},
}

func TestTaskGoesOnThrough(t *testing.T) {
	for _, b := range blows {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			n := startNode(t, setup{})
			a := n.run("ticker", "restarts=0").alloc()
			a.printed("\n20\n")
			first := a.execution()
			for range 2 {
				b.deal(n)
				n.ready()
				a.goesOn()
			}
			if now := a.execution(); now != first {
				t.Errorf("the execution was %+v and is %+v", first, now)
			}
			a.nomad("alloc", "signal", "-s", "SIGUSR1", a.id)
			if code := a.exit(); code != 7 {
				t.Errorf("exit code %d, want the program's own 7; events:\n%s", code, a.events())
			}
			if lost := a.checkTicks(); lost > 2*b.lost {
				t.Errorf("%d lines are missing, want at most %d", lost, 2*b.lost)
			} else {
				t.Logf("%d lines are missing", lost)
			}
		})
	}
}

// execution is the task's only one.
func (a *alloc) execution() execution {
	a.t.Helper()
	list := a.daemon.executions(a.t, a.id)
	if len(list) != 1 {
		a.t.Fatalf("the task has %d executions, want one: %+v", len(list), list)
	}
	return list[0]
}

// goesOn waits until the task has printed a second's lines that it hasn't yet.
func (a *alloc) goesOn() {
	a.t.Helper()
	before := -1
	deadline := time.Now().Add(patience)
	eventually(a.t, "more lines", 2*patience, func() bool {
		out, err := a.tryLogs("stdout")
		if time.Now().After(deadline) {
			a.t.Fatalf("the log doesn't grow (%v); it ends %q; events:\n%s", err, out[max(0, len(out)-40):], a.events())
		}
		lines := strings.Count(out, "\n")
		if before < 0 && err == nil {
			before = lines
		}
		return err == nil && lines > before+20
	})
}

// checkTicks fails the test unless the log is the ticker's of one run, with every line
// once and in order. It returns how many are missing.
func (a *alloc) checkTicks() (missing int) {
	a.t.Helper()
	out := a.logs("stdout")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if lines[0] != "begin "+a.id || !slices.Contains(lines, "end") {
		a.t.Errorf("the log begins with %q and ends with %q", lines[0], lines[len(lines)-1])
	}
	last := 0
	for i, line := range lines {
		n, err := strconv.Atoi(line)
		switch {
		case err != nil && i > 0 && line != "end":
			a.t.Errorf("line %d is %q", i, line)
		case err == nil && n <= last:
			a.t.Errorf("line %d has %d after %d", i, n, last)
		case err == nil:
			missing += n - last - 1
			last = n
		}
	}
	return missing
}

// TestEndWhileAgentIsAway is about the exit code of a task that ended when nobody
// looked, and about not starting it again.
func TestEndWhileAgentIsAway(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	a := n.run("ticker", "restarts=0").alloc()
	a.printed("\n20\n")
	x := a.execution()
	n.agent.end(syscall.SIGKILL)
	if out, err := n.daemon.command("signal", "--session", x.Session, x.ID, "SIGUSR1").CombinedOutput(); err != nil {
		t.Fatalf("elided signal: %v: %s", err, out)
	}
	eventually(t, "the end", patience, func() bool {
		return a.execution().Status != x.Status
	})
	n.startAgent()
	n.ready()
	if code := a.exit(); code != 7 {
		t.Errorf("exit code %d, want 7; events:\n%s", code, a.events())
	}
	if missing := a.checkTicks(); missing != 0 {
		t.Errorf("%d lines are missing", missing)
	}
	eventually(t, "a forgotten execution", patience, func() bool {
		return len(n.daemon.executions(t, a.id)) == 0
	})
	if started := strings.Count(a.events(), "Started:"); started != 1 {
		t.Errorf("the task was started %d times; events:\n%s", started, a.events())
	}
}
