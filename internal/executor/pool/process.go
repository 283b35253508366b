package pool

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/elide-dev/elided/internal/blackbox"
	"github.com/elide-dev/elided/internal/sandbox"
)

// A process is a worker's: the socket it was given to listen on, and what it
// said on standard error.
type process struct {
	cmd    *exec.Cmd
	socket string
	stderr *head
	box    *os.File // its black box
	confinement

	oom bool // the kernel killed it for its memory; set by wait
}

// maxSocketPath is how long the path of a Unix socket may be, in bytes.
const maxSocketPath = 100

// startProcess makes a listening socket and a black box and starts a process that
// inherits them as descriptors 3 and 4. It has its own session, so that a terminal's
// signals don't reach it, and nothing else of the daemon's.
func startProcess(cfg Config, spawner *sandbox.Spawner, id uint64) (*process, error) {
	socket := filepath.Join(cfg.Dir, fmt.Sprintf("%d.sock", id))
	if len(socket) > maxSocketPath {
		return nil, fmt.Errorf("worker socket path %s has %d bytes, at most %d: choose a shorter state directory", socket, len(socket), maxSocketPath)
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
	if err != nil {
		return nil, fmt.Errorf("worker socket: %w", err)
	}
	l.SetUnlinkOnClose(false)
	defer func() { _ = l.Close() }()
	inherited, err := l.File()
	if err != nil {
		return nil, fmt.Errorf("worker socket: %w", err)
	}
	defer func() { _ = inherited.Close() }()

	p := &process{socket: socket, stderr: new(head)}
	if p.box, err = blackbox.New(); err != nil {
		_ = os.Remove(socket)
		return nil, err
	}
	if p.confinement, err = newConfinement(cfg.Cgroup, id); err != nil {
		_, _ = os.Remove(socket), p.box.Close()
		return nil, err
	}
	p.cmd, err = spawner.Start(func() *exec.Cmd {
		cmd := exec.Command(cfg.Command[0], cfg.Command[1:]...)
		cmd.Env = append([]string{}, cfg.Env...)
		cmd.Dir = "/"
		cmd.ExtraFiles = []*os.File{inherited, p.box}
		cmd.Stderr = p.stderr
		cmd.WaitDelay = exitTimeout
		cmd.SysProcAttr = &syscall.SysProcAttr{}
		p.join(cmd.SysProcAttr)
		return cmd
	})
	if err != nil {
		_, _, _ = os.Remove(socket), p.box.Close(), p.remove()
		return nil, fmt.Errorf("start worker %s: %w", cfg.Command[0], err)
	}
	p.watch(p.cmd.Process.Pid, cfg.Log)
	return p, nil
}

func dial(socket string) (*net.UnixConn, error) {
	return net.DialUnix("unix", nil, &net.UnixAddr{Name: socket, Net: "unix"})
}

// kill ends the process. It can have started none; and the library's Kill can't meet
// another one that has its number by now.
func (p *process) kill() {
	_ = p.cmd.Process.Kill() // it has ended, else
	p.confinement.kill()
}

// wait returns when the process has ended, with how, for people, and whether that was
// no program's doing: a signal of another's, or an end in good order.
func (p *process) wait() (how string, innocent bool) {
	err := p.cmd.Wait()
	_ = os.Remove(p.socket)
	p.oom = p.oomKilled()
	how = "exit status 0"
	if err != nil {
		how = err.Error()
	}
	if line := readCrash(p.stderr.text()).line; line != "" {
		how += ": " + line
	}
	status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	return how, err == nil || ok && status.Signaled()
}

// A head keeps the beginning of what a worker says on standard error: the Go
// runtime names the cause first, before its long traceback.
type head struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// maxHead is how many bytes of standard error are kept: enough for the stack of the
// runtime itself and the header of the goroutine that it worked for.
const maxHead = 32 << 10

var _ io.Writer = (*head)(nil)

// Write keeps what there is room for. The rest is read slowly: it costs the daemon
// time, and a worker may write for ever.
func (t *head) Write(p []byte) (int, error) {
	t.mu.Lock()
	kept := min(len(p), maxHead-t.buf.Len())
	t.buf.Write(p[:kept])
	t.mu.Unlock()
	if kept == 0 {
		time.Sleep(time.Millisecond)
	}
	return len(p), nil
}

func (t *head) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.ToValidUTF8(t.buf.String(), "?")
}
