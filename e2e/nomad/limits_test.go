package nomad

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/hashicorp/nomad/api"
)

func TestTimeoutIsSaidInWords(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("timeout").alloc()
	if code := a.exit(); code != 124 {
		t.Errorf("exit code %d, want 124", code)
	}
	a.event("timeout: its timeout passed")
	a.wantLogs("stdout", "waiting\n")
}

func TestMemoryLimitIsSaidInWords(t *testing.T) {
	t.Parallel()
	a := sharedBy(t).run("memory-limit").alloc()
	if code := a.exit(); code != 137 {
		t.Errorf("exit code %d, want 137", code)
	}
	a.event("out of memory: it needed more than the 64 MiB")
	killed := false
	for _, e := range a.task().Events {
		killed = killed || e.Type == api.TaskTerminated && e.Details["oom_killed"] == "true"
	}
	if !killed {
		t.Errorf("no event has oom_killed; events:\n%s", a.events())
	}
	a.wantLogs("stdout", "filling\n")
}

// TestOutputLimitIsSaidInWords has a log process that stands still: what it takes
// doesn't count.
func TestOutputLimitIsSaidInWords(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	a := n.runText(`
		job "flood" {
		  type = "batch"
		  group "g" {
		    restart {
		      attempts = 0
		    }
		    reschedule {
		      attempts = 0
		    }
		    task "flood" {
		      driver = "elide"
		      config {
		        language = "javascript"
		        code     = <<-EOT
		          const line = "x".repeat(65535);
		          let flood = false;
		          process.on("SIGUSR1", () => { flood = true });
		          setInterval(() => { for (let i = 0; flood && i < 5; i++) console.log(line) }, 10);
		          console.log("ready");
		        EOT
		      }
		    }
		  }
		}`).alloc()
	a.printed("ready\n")
	loggers := n.loggers()
	for _, pid := range loggers {
		_ = syscall.Kill(pid, syscall.SIGSTOP) // it may have ended
	}
	a.nomad("alloc", "signal", "-s", "SIGUSR1", a.id)
	x := a.execution()
	eventually(t, "the limit", patience, func() bool {
		list := n.daemon.executions(t, a.id)
		return len(list) == 1 && list[0].Status != x.Status
	})
	for _, pid := range loggers {
		_ = syscall.Kill(pid, syscall.SIGCONT)
	}
	a.exit()
	a.event("output limit: ")
}

func TestBadConfigFailsAtOnceAndNamesTheKey(t *testing.T) {
	t.Parallel()
	n := sharedBy(t)
	for i, test := range []struct{ config, says string }{
		{`language = "javascript"`, "script and code"},
		{"language = \"javascript\"\n code = \"1\"\n script = \"local/x.js\"", "script and code"},
		{`code = "1"`, "language"},
		{"language = \"cobol\"\n code = \"1\"", "language"},
		{`script = "local/x.cob"`, "language"},
		{`script = "local/absent.js"`, "script"},
		{`script = "../../etc/x.js"`, "script"},
		{"language = \"javascript\"\n code = \"1\"\n timeout = \"soon\"", "timeout"},
		{"language = \"javascript\"\n code = \"1\"\n timeout = \"-1s\"", "timeout"},
		{"language = \"javascript\"\n code = \"1\"\n isolation = \"total\"", "isolation"},
		{"language = \"javascript\"\n code = \"1\"\n intrinsics = [\"teleport\"]", "teleport"},
		{"language = \"javascript\"\n code = \"1\"\n elide_opts {\n enable_ai = true\n }", "elide_opts.enable_ai"},
		{"language = \"javascript\"\n code = \"1\"\n elide_opts {\n memory_limit = 1\n }", "memory"},
		{"language = \"javascript\"\n code = \"1\"\n colour = \"red\"", "colour"},
	} {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			t.Parallel()
			a := n.in(t).runText(fmt.Sprintf(`
				job "bad-%d" {
				  type = "batch"
				  group "g" {
				    reschedule {
				      attempts = 0
				    }
				    task "t" {
				      driver = "elide"
				      config {
				        %s
				      }
				      template {
				        destination = "local/x.cob"
				        data        = "DISPLAY 'HELLO'"
				      }
				    }
				  }
				}`, i, test.config)).alloc()
			s := a.status(api.AllocClientStatusFailed)
			said := ""
			for _, e := range s.Events {
				if e.Type == api.TaskDriverFailure || e.Type == api.TaskFailedValidation {
					said += e.DisplayMessage
				}
			}
			if !strings.Contains(said, test.says) || s.Restarts > 0 {
				t.Errorf("%d restarts, and not %q but %q", s.Restarts, test.says, said)
			}
		})
	}
}

// TestClosedDataDirectoryIsNamed is about log FIFOs that the daemon's user can't reach.
func TestClosedDataDirectoryIsNamed(t *testing.T) {
	t.Parallel()
	n := startNode(t, setup{})
	closed := filepath.Join(n.dir, "client")
	if err := os.Chmod(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	a := n.run("hello-javascript").alloc()
	a.event("cross those that it can't of " + closed)
	for _, err := range []error{os.Chown(closed, 0, nobody), os.Chmod(closed, 0o710)} { // which its group may cross
		if err != nil {
			t.Fatal(err)
		}
	}
	if code := n.run("hello-typescript").alloc().exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
