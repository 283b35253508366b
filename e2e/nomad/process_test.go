package nomad

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience bounds what is waited for on a loaded machine.
const patience = 60 * time.Second

// A process is one that a test has started. Its output goes to a file.
type process struct {
	cmd    *exec.Cmd
	exited chan struct{} // closed when it has ended, with cmd.ProcessState set
}

func startProcess(cmd *exec.Cmd, log string) (*process, error) {
	f, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	cmd.Stdout, cmd.Stderr = f, f
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true // signals at a terminal are not for it
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, exited: make(chan struct{})}
	go func() {
		defer close(p.exited)
		_ = cmd.Wait() // its exit code is in ProcessState
	}()
	return p, nil
}

func (p *process) pid() int { return p.cmd.Process.Pid }

func (p *process) ended() bool {
	select {
	case <-p.exited:
		return true
	default:
		return false
	}
}

// end sends a signal and waits for the end. After half a minute it kills.
func (p *process) end(s os.Signal) {
	if p == nil {
		return
	}
	_ = p.cmd.Process.Signal(s) // it may have ended
	select {
	case <-p.exited:
	case <-time.After(30 * time.Second):
		_ = p.cmd.Process.Kill()
		<-p.exited
	}
}

// marked are the processes that run with an environment entry. Agents hand theirs to
// plugins and log processes, which outlive them.
func marked(entry string) (list []int) {
	paths, _ := filepath.Glob("/proc/[0-9]*/environ") // the pattern is right
	for _, path := range paths {
		env, err := os.ReadFile(path)
		if err != nil || !slices.Contains(strings.Split(string(env), "\x00"), entry) {
			continue // it has ended, or isn't ours
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
			list = append(list, pid)
		}
	}
	return list
}

func kill(pids []int) {
	for _, pid := range pids {
		_ = syscall.Kill(pid, syscall.SIGKILL) // it may have ended
	}
}

// commandLine is a process's command with its arguments; empty when it has ended.
func commandLine(pid int) []string {
	text, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline")
	return strings.Split(strings.TrimRight(string(text), "\x00"), "\x00")
}

// unmount unmounts all that is mounted below a directory: agents mount the secrets
// directories of tasks.
func unmount(dir string) (err error) {
	text, err := os.ReadFile("/proc/self/mountinfo")
	var points []string
	for line := range strings.Lines(string(text)) {
		const mountPoint = 4
		if f := strings.Fields(line); len(f) > mountPoint && strings.HasPrefix(f[mountPoint], dir+"/") {
			points = append(points, f[mountPoint])
		}
	}
	for _, p := range slices.Backward(points) {
		err = errors.Join(err, syscall.Unmount(p, syscall.MNT_DETACH))
	}
	return err
}

// proportionalBytes is what a process holds in memory, with its part of what it shares
// with others, so that sums are right.
func proportionalBytes(pid int) int64 {
	text, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/smaps_rollup") // it may have ended
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
			n, _ := strconv.ParseInt(f[1], 10, 64) // the kernel writes numbers
			return n << 10
		}
	}
	return 0
}

// processorTime is what a process has used.
func processorTime(pid int) time.Duration {
	const user, system = 11, 12
	return time.Duration(statField(pid, user)+statField(pid, system)) * 10 * time.Millisecond
}

func parentOf(pid int) int { return statField(pid, 1) }

// statField is a number that follows the command's name in /proc/PID/stat; 0 when the
// process has ended.
func statField(pid, i int) int {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0
	}
	f := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	n, _ := strconv.Atoi(f[i]) // the kernel writes numbers
	return n
}

// eventually polls until f is true.
func eventually(t testing.TB, what string, limit time.Duration, f func() bool) {
	t.Helper()
	deadline := time.After(limit)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !f() {
		select {
		case <-deadline:
			t.Fatalf("%s: not within %v", what, limit)
		case <-tick.C:
		}
	}
}
