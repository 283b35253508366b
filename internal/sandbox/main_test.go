package sandbox

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/testbinary"
)

// The tests start three processes in a row: the test, a daemon as one user or
// another, and a worker that the daemon's Spawner starts. All are test binaries.

const (
	roleEnv = "SANDBOX_TEST_ROLE" // daemon, worker or hobbled
	taskEnv = "SANDBOX_TEST_TASK" // a task as JSON
)

// A task is what a daemon and its worker are to do.
type task struct {
	Skip int      // how many of the daemon's ways don't work
	Only []string // the layers to apply; empty is all
	Time bool     // apply them one by one, and do nothing else
	// Set by the daemon: what the worker tries to reach.
	Daemon                int
	Socket, Abstract, TCP string
}

// A finding is what became of one attempt in a worker.
type finding struct {
	Name    string
	Refused bool
	How     string
}

// A verdict is a worker's whole answer.
type verdict struct {
	Layers   []Layer
	Findings []finding
	Numbers  int      // system calls tried by number, on each thread
	Broken   []string // what should work, and does not
	Took     map[string]time.Duration
}

// pure is a test binary without cgo, as elided is released.
var pure string

// elided is the whole program.
var elided string

func TestMain(m *testing.M) {
	switch os.Getenv(roleEnv) {
	case "daemon":
		os.Exit(beDaemon())
	case "worker":
		os.Exit(beWorker())
	case "hobbled":
		os.Exit(beHobbled())
	}
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "sandbox-test-") // no other user can enter it
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	pure = filepath.Join(dir, "pure.test")
	build := exec.Command("go", "test", "-c", "-o", pure, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build the tests without cgo: %v\n%s", err, out)
		return 1
	}
	return testbinary.Run(m, &elided)
}

const nobody = 65534

// patience bounds a worker's life.
const patience = 20 * time.Second

// runTask has a daemon of the user uid start a worker, and returns what that found.
func runTask(t testing.TB, binary string, uid int, job task) verdict {
	t.Helper()
	if uid != os.Getuid() && os.Getuid() != 0 {
		t.Skipf("user %d can't start a daemon as user %d", os.Getuid(), uid)
	}
	text, err := json.Marshal(job)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out, complaints bytes.Buffer
	cmd := exec.Command("/proc/self/fd/3")
	cmd.ExtraFiles = []*os.File{f}
	cmd.Env = []string{roleEnv + "=daemon", taskEnv + "=" + string(text)}
	cmd.Dir = "/"
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if uid != os.Getuid() {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
	}
	if err := cmd.Run(); err != nil {
		t.Fatalf("the daemon of user %d: %v\n%s%s", uid, err, out.String(), complaints.String())
	}
	var v verdict
	if err := json.Unmarshal(out.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s%s", err, out.String(), complaints.String())
	}
	return v
}

func beDaemon() int {
	if err := serveWorker(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func serveWorker() error {
	job, err := ownTask()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "sandbox-test-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	job.Daemon = os.Getpid()
	job.Socket = filepath.Join(dir, "socket")
	job.Abstract = "\x00sandbox-test-" + strconv.Itoa(job.Daemon)
	for _, address := range []string{job.Socket, "@" + job.Abstract[1:]} {
		l, err := net.Listen("unix", address)
		if err != nil {
			return err
		}
		defer func() { _ = l.Close() }()
	}
	if err := os.Chmod(job.Socket, 0o777); err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }()
	job.TCP = l.Addr().String()
	return startWorker(job)
}

// startWorker starts the worker and passes its answer on.
func startWorker(job task) error {
	text, err := json.Marshal(job)
	if err != nil {
		return err
	}
	s := NewSpawner(BestEffort, "/proc/self/exe")
	defer s.Close()
	s.ways = s.ways[job.Skip:]
	var out bytes.Buffer
	cmd, err := s.Start(func() *exec.Cmd {
		cmd := exec.Command("/proc/self/exe")
		cmd.Env = []string{roleEnv + "=worker", taskEnv + "=" + string(text), "SECRET=of the daemon"}
		cmd.Dir = "/"
		cmd.Stderr = &out
		return cmd
	})
	if err != nil {
		return err
	}
	late := time.AfterFunc(patience, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	defer late.Stop()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("worker: %w: %s", err, strings.TrimSpace(out.String()))
	}
	_, err = os.Stdout.Write(out.Bytes())
	return err
}

func ownTask() (task, error) {
	var job task
	err := json.Unmarshal([]byte(os.Getenv(taskEnv)), &job)
	return job, err
}
