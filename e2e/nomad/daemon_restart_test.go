package nomad

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestDaemonsDeathIsSaidAndTaskRestarts(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	a := n.run("ticker").alloc()
	a.printed("\n20\n")
	first := a.execution()
	n.daemon.end(syscall.SIGKILL)
	n.startDaemon()
	a.event("elided has ended or restarted")
	eventually(t, "a second run", patience, func() bool {
		out, err := a.tryLogs("stdout")
		_, second, found := strings.Cut(out, "\nbegin ")
		return err == nil && found && strings.Contains(second, "\n20\n")
	})
	if s := a.task(); s.Restarts != 1 || s.State != "running" {
		t.Errorf("%d restarts, the task is %s; events:\n%s", s.Restarts, s.State, a.events())
	}
	if now := a.execution(); now.ID == first.ID {
		t.Errorf("the execution %s has run again", now.ID)
	}
}

// TestGoneDaemonEndsItsTasks kills a daemon for good: what it ran is lost within about a
// minute, and a stop comes to its end, too.
func TestGoneDaemonEndsItsTasks(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	lost, stopped := n.run("ticker", "restarts=0").alloc(), n.run("exec").alloc()
	lost.printed("\n20\n")
	stopped.printed("ready\n")
	n.daemon.end(syscall.SIGKILL)
	killed := time.Now()
	n.nomad("job", "stop", "-detach", "exec")
	lost.eventWithin("elided has ended or restarted", time.Minute)
	for name, a := range map[string]*alloc{"failed": lost, "complete": stopped} {
		eventually(t, "a task that is "+name, 90*time.Second-time.Since(killed), func() bool { return a.info().ClientStatus == name })
	}
	t.Logf("both have ended %v after the daemon", time.Since(killed).Round(time.Second))
	if s := lost.task(); !s.Failed || s.State != "dead" {
		t.Errorf("the task is %s; events:\n%s", s.State, lost.events())
	}
}

var healthLine = regexp.MustCompile(`(?m)^ *(\S+) .*driver health state has changed: driver=elide .*current=(\S+)`)

// healthSince waits for the agent's word that the driver's health has become another
// since a moment, and returns when that was.
func (n *node) healthSince(is string, since time.Time) (at time.Time) {
	n.t.Helper()
	eventually(n.t, "a driver that is "+is, patience, func() bool {
		text, _ := os.ReadFile(n.log()) // it is there: the agent runs
		for _, m := range healthLine.FindAllSubmatch(text, -1) {
			var err error
			at, err = time.Parse("2006-01-02T15:04:05.000Z0700", string(m[1]))
			if err == nil && at.After(since) && string(m[2]) == is {
				return true
			}
		}
		return false
	})
	return at
}

func TestHealthFollowsDaemonWithinTwoSeconds(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	const most = 2 * time.Second

	stopped := time.Now()
	n.daemon.end(syscall.SIGTERM)
	if at := n.healthSince("unhealthy", stopped); at.Sub(stopped) > most {
		t.Errorf("unhealthy %v after the daemon was told to stop", at.Sub(stopped))
	}
	// The agent tells the server some seconds later, for reasons of its own.
	n.elideIs(false, "start it with `elided serve")
	j := n.run("hello-javascript")
	eventually(t, "a job without a place", patience, func() (blocked bool) {
		list, _, err := n.api.Jobs().Evaluations(j.id, nil)
		for _, e := range list {
			blocked = blocked || err == nil && e.Status == "blocked"
		}
		return blocked
	})

	started := time.Now()
	n.startDaemon()
	answers := time.Now()
	if at := n.healthSince("healthy", started); at.Sub(answers) > most {
		t.Errorf("healthy %v after the daemon has answered", at.Sub(answers))
	}
	n.elideIs(true, "elided accepts work")
	if code := j.alloc().exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// elideIs waits until the server knows the driver's health and some words about it.
func (n *node) elideIs(healthy bool, words string) {
	n.t.Helper()
	eventually(n.t, "the server knows that "+words, patience, func() bool {
		self, err := n.self()
		return err == nil && self.Drivers["elide"].Healthy == healthy && strings.Contains(self.Drivers["elide"].HealthDescription, words)
	})
}

func TestElideBinaryStartsDaemonThatOutlivesAll(t *testing.T) {
	t.Parallel()
	n := newNode(t, setup{NoDaemon: true})
	t.Cleanup(n.stop)
	wrapper := filepath.Join(n.dir, "elided", "start")
	script := fmt.Sprintf("#!/bin/sh\nexec %s \"$@\" --state-dir %s/elided/state --sandbox best-effort\n", built.elided, n.dir)
	if err := os.WriteFile(wrapper, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	n.setup.Driver = fmt.Sprintf("daemon_socket = %q\n elide_binary = %q", n.dir+"/elided/s", wrapper)
	n.explain()
	n.startUp()
	n.daemon = &daemon{dir: filepath.Join(n.dir, "elided")}
	a := n.run("ticker", "restarts=0").alloc()
	a.printed("\n20\n")
	pids := n.daemons()
	if len(pids) != 1 {
		t.Fatalf("daemons %v, want one", pids)
	}
	old := n.plugins()
	n.agent.end(syscall.SIGKILL)
	kill(old)
	n.startAgent()
	n.ready()
	a.goesOn()
	if now := n.daemons(); len(now) != 1 || now[0] != pids[0] {
		t.Errorf("the daemon was %v and is %v", pids, now)
	}
	a.nomad("alloc", "signal", "-s", "SIGUSR1", a.id)
	if code := a.exit(); code != 7 {
		t.Errorf("exit code %d, want 7; events:\n%s", code, a.events())
	}
	if missing := a.checkTicks(); missing != 0 {
		t.Errorf("%d lines are missing", missing)
	}
}

// daemons are those that the driver has started.
func (n *node) daemons() (list []int) {
	for _, pid := range marked(n.dir) {
		if c := commandLine(pid); len(c) > 1 && c[1] == "serve" {
			list = append(list, pid)
		}
	}
	return list
}
