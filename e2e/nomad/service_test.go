package nomad

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/nomad/api"
)

func TestLogsAreFollowedLive(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	a := n.run("ticker").alloc()
	a.status(api.AllocClientStatusRunning)
	lines := a.follow()
	begin := time.Now()
	const many = 2_400 // of 50 ms each: two minutes
	for want := 0; want < many; want++ {
		select {
		case line := <-lines:
			if expect := fmt.Sprint(want); want > 0 && line != expect {
				t.Fatalf("got %q, want %q", line, expect)
			}
		case <-time.After(patience):
			t.Fatalf("the log stays behind: line %d has not come", want)
		}
	}
	t.Logf("%d lines in %v", many, time.Since(begin).Round(time.Millisecond))
	if s := a.info().ClientStatus; s != api.AllocClientStatusRunning {
		t.Errorf("the task is %s", s)
	}
}

// follow is what `nomad alloc logs -f` prints, to the test's end.
func (a *alloc) follow() <-chan string {
	a.t.Helper()
	cmd := exec.Command(built.nomad, "alloc", "logs", "-f", a.id)
	cmd.Env = append(os.Environ(), a.environment()...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		a.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		a.t.Fatal(err)
	}
	lines, done := make(chan string), make(chan struct{})
	go func() {
		defer close(done)
		for s := bufio.NewScanner(out); s.Scan(); {
			select {
			case lines <- s.Text():
			case <-a.t.Context().Done():
				return
			}
		}
	}()
	a.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-done
		_ = cmd.Wait() // it was killed
	})
	return lines
}

func TestSignalReachesProgram(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("service").alloc()
	a.printed("started\n")
	for i := range 2 {
		a.nomad("alloc", "signal", "-s", "SIGUSR1", a.id)
		a.printed(fmt.Sprintf("reload %d\n", i+1))
	}
}

func TestStopIsGracefulWithinKillTimeout(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("service").alloc()
	a.printed("started\n")
	a.nomad("job", "stop", "-detach", "service")
	if code := a.exit(); code != 0 {
		t.Errorf("exit code %d, want the program's own 0; events:\n%s", code, a.events())
	}
	if out := a.logs("stdout"); !strings.HasSuffix(out, "finishing\nfinished\n") {
		t.Errorf("the log ends %q", out[max(0, len(out)-60):])
	}
}

func TestStopKillsAfterKillTimeout(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("service", "finish=60000").alloc()
	a.printed("started\n")
	a.nomad("job", "stop", "-detach", "service")
	if code := a.exit(); code != 130 {
		t.Errorf("exit code %d, want 130 of an end by SIGINT", code)
	}
	var took time.Duration
	for _, e := range a.task().Events {
		switch at := time.Duration(e.Time); e.Type {
		case api.TaskKilling:
			took -= at
		case api.TaskTerminated:
			took += at
		}
	}
	if took < 3*time.Second || took > 8*time.Second {
		t.Errorf("the kill came %v after the signal, want the job's 3 s", took)
	}
	if out := a.logs("stdout"); !strings.HasSuffix(out, "finishing\n") {
		t.Errorf("the log ends %q", out[max(0, len(out)-60):])
	}
}

func TestRestartPolicyAfterFailure(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("restart").alloc()
	if code := a.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if got := a.task().Restarts; got != 2 {
		t.Errorf("%d restarts, want 2; events:\n%s", got, a.events())
	}
	a.wantLogs("stdout", "attempt 1\nattempt 2\nattempt 3\n")
}

func TestPeriodicJobRunsAgainAndAgain(t *testing.T) {
	t.Parallel()
	j := sharedBy(t).run("periodic")
	seen := map[string]bool{}
	eventually(t, "three runs", patience, func() bool {
		stubs, _, err := j.api.Jobs().PrefixList("periodic/")
		if err != nil {
			return false
		}
		for _, s := range stubs {
			seen[s.ID] = seen[s.ID] || s.Status == "dead"
		}
		return len(seen) >= 3
	})
	j.nomad("job", "stop", "-detach", "periodic")
	for id := range seen {
		a := (&job{j.node, id}).alloc()
		a.exit()
		a.wantLogs("stdout", "tick of periodic\n")
	}
}

func TestDispatchedJobGetsPayload(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	n.run("dispatch")
	payload := filepath.Join(t.TempDir(), "payload.json")
	if err := os.WriteFile(payload, []byte(`{"numbers": [20, 22]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, who := range []string{"one", "two"} {
		out := n.nomad("job", "dispatch", "-detach", "-meta", "who="+who, "dispatch", payload)
		_, id, _ := strings.Cut(strings.SplitN(out, "\n", 2)[0], "= ")
		a := n.job(id).alloc()
		if code := a.exit(); code != 0 {
			t.Errorf("exit code %d: %s", code, a.logs("stderr"))
		}
		a.wantLogs("stdout", who+" 42\n")
	}
}

func TestChangedTemplateSignalsProgram(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	n.nomad("var", "put", "-force", "nomad/jobs/reload", "colour=red")
	a := n.run("reload").alloc()
	a.printed("colour red\n")
	n.nomad("var", "put", "-force", "nomad/jobs/reload", "colour=blue")
	a.printed("colour blue\n")
	a.wantLogs("stdout", "colour red\ncolour blue\n")
}
