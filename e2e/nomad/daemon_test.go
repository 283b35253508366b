package nomad

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// nobody is the user of the daemon when the tests are root's.
const nobody = 65534

// A daemon is a running `elided serve`, of a user without rights.
type daemon struct {
	dir string // its own
	*process
}

// startDaemon starts one in a directory, which may be of an earlier one.
func startDaemon(t testing.TB, dir string) *daemon {
	t.Helper()
	d := &daemon{dir: dir}
	if err := os.MkdirAll(d.state(), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(built.elided, "serve", "--socket", d.socket(), "--state-dir", d.state(), "--sandbox", "best-effort")
	cmd.Env = []string{"ELIDED_SECRET=of-the-daemon"}
	cmd.Dir = "/"
	if os.Getuid() == 0 {
		for _, path := range []string{d.dir, d.state()} {
			if err := os.Chown(path, nobody, nobody); err != nil {
				t.Fatal(err)
			}
		}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var err error
	if d.process, err = startProcess(cmd, filepath.Join(filepath.Dir(dir), "elided.log")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a daemon", patience, func() bool {
		if d.ended() {
			t.Fatalf("the daemon ended: %v", d.cmd.ProcessState)
		}
		return d.command("ps", "--json").Run() == nil
	})
	return d
}

func (d *daemon) socket() string { return filepath.Join(d.dir, "s") }

func (d *daemon) state() string { return filepath.Join(d.dir, "state") }

func (d *daemon) command(args ...string) *exec.Cmd {
	return exec.Command(built.elided, append(args, "--socket", d.socket())...)
}

// An execution is what `elided ps --json` says of one.
type execution struct {
	ID       string    `json:"execution_id"`
	Session  string    `json:"session_id"`
	Status   string    `json:"status"`
	Attempts int       `json:"attempts"`
	Created  time.Time `json:"created_at"`
	Started  time.Time `json:"started_at"`
}

// executions are those that the daemon knows, ended or not, of an allocation; of all when
// it is empty.
func (d *daemon) executions(t testing.TB, alloc string) (list []execution) {
	t.Helper()
	text, err := d.command("ps", "--all", "--json").Output()
	if err != nil {
		t.Fatalf("elided ps: %v", err)
	}
	for line := range bytes.Lines(text) {
		var x execution
		if err := json.Unmarshal(line, &x); err != nil {
			t.Fatalf("elided ps: %v: %s", err, line)
		}
		if strings.HasPrefix(x.ID, alloc) {
			list = append(list, x)
		}
	}
	return list
}
