package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A command is a running `elided run` of a program.
type command struct {
	*exec.Cmd
	stdout io.ReadCloser
	stderr bytes.Buffer
}

// startRun starts `elided run` and waits for the program's first line.
func startRun(t *testing.T, socket, language, code string) *command {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(file, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &command{Cmd: exec.Command(binary, "run", "--socket", socket, "--language", language, "--timeout", "0", file)}
	c.Stderr = &c.stderr
	var err error
	if c.stdout, err = c.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	if line, err := bufio.NewReader(c.stdout).ReadString('\n'); err != nil {
		t.Fatalf("%q, %v", line, err)
	}
	return c
}

// exitCode waits for the end.
func (c *command) exitCode(t *testing.T) int {
	t.Helper()
	var exit *exec.ExitError
	if err := c.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode()
}

func (c *command) send(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := c.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// TestRunInterrupted passes Ctrl-C on, with a daemon and without one. In Python it is
// an exception.
func TestRunInterrupted(t *testing.T) {
	d := startDaemon(t)
	for name, socket := range map[string]string{"daemon": d.socket, "no daemon": filepath.Join(d.dir, "none")} {
		t.Run(name, func(t *testing.T) {
			for _, loop := range loops {
				c := startRun(t, socket, loop.language, loop.code)
				c.send(t, syscall.SIGINT)
				code, stderr := c.exitCode(t), c.stderr.String()
				if code != 130 || strings.HasSuffix(stderr, "\nKeyboardInterrupt\n") != (loop.language == "python") || loop.language != "python" && stderr != "" {
					t.Errorf("%s, SIGINT: exit code %d, stderr %q", loop.language, code, stderr)
				}
				c = startRun(t, socket, loop.language, loop.code)
				c.send(t, syscall.SIGTERM)
				if code := c.exitCode(t); code != 143 || c.stderr.Len() > 0 {
					t.Errorf("%s, SIGTERM: exit code %d, stderr %q", loop.language, code, c.stderr.String())
				}
			}
		})
	}
	d.nothingRuns()
}

// TestRunInterruptedTwice kills a program that handles the first SIGINT and goes on.
func TestRunInterruptedTwice(t *testing.T) {
	d := startDaemon(t)
	c := startRun(t, d.socket, "javascript", `
		process.on("SIGINT", () => console.log("not yet"));
		setInterval(() => {}, 1000);
		console.log("started");`)
	c.send(t, syscall.SIGINT)
	if line, err := bufio.NewReader(c.stdout).ReadString('\n'); line != "not yet\n" {
		t.Fatalf("%q, %v", line, err)
	}
	c.send(t, syscall.SIGINT)
	if code := c.exitCode(t); code != 143 {
		t.Errorf("exit code %d", code)
	}
	d.nothingRuns()
}

// TestRunBrokenPipe ends a program whose output nobody reads, as in `| head`.
func TestRunBrokenPipe(t *testing.T) {
	d := startDaemon(t)
	c := startRun(t, d.socket, "python", "from time import sleep\nwhile True:\n  print('line')\n  sleep(0.001)")
	if err := c.stdout.Close(); err != nil {
		t.Fatal(err)
	}
	if code := c.exitCode(t); code != 141 || c.stderr.Len() > 0 {
		t.Errorf("exit code %d, stderr %q", code, c.stderr.String())
	}
	d.nothingRuns()
}

func (d *daemon) nothingRuns() {
	d.t.Helper()
	eventually(d.t, "everything ended", patience, func() bool {
		list, err := d.ListExecutions(d.t.Context(), &daemonv1alpha1.ListExecutionsRequest{Statuses: []daemonv1alpha1.ExecutionStatus{
			daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_RUNNING, daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED,
		}})
		return err == nil && len(list.GetExecutions()) == 0
	})
}
