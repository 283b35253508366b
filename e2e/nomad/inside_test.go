package nomad

import (
	"strings"
	"testing"
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
	a.nomad("job", "stop", "-detach", "exec")
	a.exit()
	eventually(t, "a refusal of a program that has ended", patience, func() bool {
		out, err := a.tryExec("1 + 1")
		if err == nil {
			t.Fatalf("got %q of a program that has ended; want a refusal", out)
		}
		return strings.Contains(err.Error(), "not running") // Nomad loses its own words now and then: "unexpected EOF"
	})
}

// TestExecByDefault is `nomad alloc exec` without flags, of an expression that takes longer
// than the daemon's default of 5 s.
func TestExecByDefault(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("exec").alloc()
	a.printed("ready\n")
	const slow = "(() => { const end = Date.now() + 6000; while (Date.now() < end); return state.jobs.join('\\n') })()"
	if got := a.nomad("alloc", "exec", a.id, slow); got != "a\nb\n" {
		t.Errorf("got %q", got)
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
