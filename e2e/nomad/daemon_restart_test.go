package nomad

import (
	"bytes"
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
	a.event("elided has restarted")
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

var healthLine = regexp.MustCompile(`(?m)^ *(\S+) .*(?:driver health state has changed|initial driver fingerprint).* (?:current|health)=(healthy|unhealthy)(.*)$`)

// health waits for the agent's word that the driver's health is another since a moment,
// and returns how long that took and the reason.
func (n *node) health(is string, since time.Time) (took time.Duration, reason string) {
	n.t.Helper()
	eventually(n.t, "a driver that is "+is, patience, func() bool {
		text, _ := os.ReadFile(n.log())
		for _, m := range healthLine.FindAllSubmatch(text, -1) {
			at, err := time.Parse("2006-01-02T15:04:05.000Z0700", string(m[1]))
			if err == nil && at.After(since) && string(m[2]) == is && !bytes.Contains(m[0], []byte("raw_exec")) {
				took, reason = at.Sub(since), string(m[3])
				return true
			}
		}
		return false
	})
	return took, reason
}

func TestHealthFollowsDaemonWithinTwoSeconds(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	const most = 2 * time.Second

	stopped := time.Now()
	n.daemon.end(syscall.SIGTERM)
	took, reason := n.health("unhealthy", stopped)
	if took > most || !strings.Contains(reason, "elided serve") {
		t.Errorf("unhealthy after %v, %s; want the remedy within %v", took, reason, most)
	}
	// The agent tells the server some seconds later, for reasons of its own.
	n.elideIs(false)
	n.run("hello-javascript")
	evals := func() (blocked bool) {
		list, _, err := n.api.Jobs().Evaluations("hello-javascript", nil)
		for _, e := range list {
			blocked = blocked || err == nil && e.Status == "blocked"
		}
		return blocked
	}
	eventually(t, "a job without a place", patience, evals)

	started := time.Now()
	n.startDaemon()
	took, _ = n.health("healthy", started)
	if took > most+time.Second { // the daemon needs a part of one to start
		t.Errorf("healthy %v after the start, want %v", took, most)
	}
	n.elideIs(true)
	if code := (&job{n, "hello-javascript"}).alloc().exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// elideIs waits until the server knows the driver's health.
func (n *node) elideIs(healthy bool) {
	n.t.Helper()
	eventually(n.t, fmt.Sprint("the server knows of a driver's health: ", healthy), patience, func() bool {
		self, err := n.self()
		return err == nil && self.Drivers["elide"].Healthy == healthy
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
	for _, pid := range marked(n.mark()) {
		if c := commandLine(pid); len(c) > 1 && c[1] == "serve" {
			list = append(list, pid)
		}
	}
	return list
}
