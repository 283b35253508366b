package nomad

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/nomad/api"
)

const examples = "../../examples/nomad"

// A job is one that was run.
type job struct {
	*node
	id string
}

var jobLine = regexp.MustCompile(`(?m)^\s*job "([^"]+)"`)

// run runs a file of examples/nomad by `nomad job run`, with variables NAME=VALUE.
func (n *node) run(file string, vars ...string) *job {
	n.t.Helper()
	if !filepath.IsAbs(file) {
		file = filepath.Join(examples, file+".nomad.hcl")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		n.t.Fatal(err)
	}
	id := jobLine.FindSubmatch(text)
	if id == nil {
		n.t.Fatalf("%s has no job", file)
	}
	args := []string{"job", "run", "-detach"}
	for _, v := range vars {
		args = append(args, "-var", v)
	}
	n.nomad(append(args, file)...)
	return n.job(string(id[1]))
}

// runText runs a job that is no example.
func (n *node) runText(text string) *job {
	n.t.Helper()
	f, err := os.CreateTemp(n.dir, "*.nomad.hcl")
	if err != nil {
		n.t.Fatal(err)
	}
	_, err = f.WriteString(text)
	if err := f.Close(); err != nil {
		n.t.Fatal(err)
	}
	if err != nil {
		n.t.Fatal(err)
	}
	return n.run(f.Name())
}

// job is one that runs and is to end with the test.
func (n *node) job(id string) *job {
	n.t.Cleanup(func() {
		_, _, _ = n.api.Jobs().Deregister(id, true, nil) // it may be gone, with its agent
	})
	return &job{n, id}
}

// nomad runs a command of Nomad's to its end and returns what it prints.
func (n *node) nomad(args ...string) string {
	n.t.Helper()
	out, err := n.tryNomad(args...)
	if err != nil {
		n.t.Fatal(err)
	}
	return out
}

func (n *node) tryNomad(args ...string) (string, error) {
	cmd := exec.Command(built.nomad, args...)
	cmd.Env = append(os.Environ(), n.environment()...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	timer := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("nomad %s: %w: %s%s", strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out), err
}

// environment is what Nomad's commands need to find the server.
func (n *node) environment() []string {
	return []string{"NOMAD_ADDR=" + n.address(), "NOMAD_NAMESPACE=" + cmp.Or(n.namespace, "default"), "NOMAD_CLI_NO_COLOR=1"}
}

// An alloc is one allocation of a job of one group with one task.
type alloc struct {
	*node
	id string
}

// alloc waits for the job's only allocation.
func (j *job) alloc() *alloc {
	j.t.Helper()
	return j.allocs(1)[0]
}

// allocs waits until the job has some, and returns them with the oldest first.
func (j *job) allocs(count int) (list []*alloc) {
	j.t.Helper()
	eventually(j.t, fmt.Sprintf("%d allocations of %s", count, j.id), patience, func() bool {
		list = list[:0]
		stubs, _, err := j.api.Jobs().Allocations(j.id, false, nil)
		if err != nil {
			return false
		}
		slices.SortFunc(stubs, func(a, b *api.AllocationListStub) int { return int(a.CreateIndex) - int(b.CreateIndex) })
		for _, s := range stubs {
			list = append(list, &alloc{j.node, s.ID})
		}
		return len(list) >= count
	})
	return list
}

// info is what the server knows of it now.
func (a *alloc) info() *api.Allocation {
	a.t.Helper()
	var info *api.Allocation
	eventually(a.t, "allocation "+a.id, patience, func() (ok bool) {
		var err error
		info, _, err = a.api.Allocations().Info(a.id, nil)
		return err == nil
	})
	return info
}

// task is the state of its task; empty when there is none yet.
func (a *alloc) task() *api.TaskState {
	a.t.Helper()
	for _, s := range a.info().TaskStates {
		return s
	}
	return &api.TaskState{}
}

// status waits until the allocation has one of some states.
func (a *alloc) status(states ...string) *api.TaskState {
	a.t.Helper()
	var is string
	deadline := time.Now().Add(patience)
	eventually(a.t, fmt.Sprintf("allocation %s %v", a.id, states), 2*patience, func() bool {
		is = a.info().ClientStatus
		if time.Now().After(deadline) {
			a.t.Fatalf("allocation %s is %s, not %v; its events:\n%s", a.id, is, states, a.events())
		}
		return slices.Contains(states, is)
	})
	return a.task()
}

// exit waits for the end and returns the exit code of the task's last run.
func (a *alloc) exit() int {
	a.t.Helper()
	s := a.status(api.AllocClientStatusComplete, api.AllocClientStatusFailed)
	for _, e := range slices.Backward(s.Events) {
		if e.Type == api.TaskTerminated {
			return e.ExitCode
		}
	}
	a.t.Fatalf("allocation %s has not run; its events:\n%s", a.id, a.events())
	return -1
}

// events are what `nomad alloc status` shows of the task's life, a line each.
func (a *alloc) events() string {
	a.t.Helper()
	var b strings.Builder
	for _, e := range a.task().Events {
		fmt.Fprintf(&b, "%s: %s\n", e.Type, e.DisplayMessage)
	}
	return b.String()
}

// event waits for one that contains some words.
func (a *alloc) event(words string) {
	a.t.Helper()
	a.eventWithin(words, patience)
}

func (a *alloc) eventWithin(words string, limit time.Duration) {
	a.t.Helper()
	deadline := time.Now().Add(limit)
	eventually(a.t, "event "+words, 2*limit, func() bool {
		all := a.events()
		if time.Now().After(deadline) {
			a.t.Fatalf("no event of allocation %s says %q:\n%s", a.id, words, all)
		}
		return strings.Contains(all, words)
	})
}

// logs is the task's output so far, of stdout or stderr, as `nomad alloc logs` prints it.
func (a *alloc) logs(stream string) string {
	a.t.Helper()
	text, err := a.tryLogs(stream)
	if err != nil {
		a.t.Fatal(err)
	}
	return text
}

func (a *alloc) tryLogs(stream string) (string, error) {
	args := []string{"alloc", "logs"}
	if stream == "stderr" {
		args = append(args, "-stderr")
	}
	return a.tryNomad(append(args, a.id)...)
}

// printed waits until the task's output contains some text.
func (a *alloc) printed(text string) {
	a.t.Helper()
	deadline := time.Now().Add(patience)
	eventually(a.t, "output "+text, 2*patience, func() bool {
		out, err := a.tryLogs("stdout")
		if time.Now().After(deadline) {
			a.t.Fatalf("allocation %s hasn't printed %q (%v):\n%s\nevents:\n%s", a.id, text, err, out, a.events())
		}
		return strings.Contains(out, text)
	})
}

// wantLogs fails the test unless the output is as said.
func (a *alloc) wantLogs(stream, want string) {
	a.t.Helper()
	if got := a.logs(stream); got != want {
		a.t.Errorf("%s:\n%s\nwant:\n%s", stream, got, want)
	}
}
