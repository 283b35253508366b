package nomad

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
)

// sweepVariable makes the test binary a sweeper of the directory that it names.
const sweepVariable = "ELIDED_NOMAD_SWEEP"

// startSweeper starts a process that ends all that the tests leave, as soon as they
// have ended in whatever way: a time limit and a Ctrl-C run no test's cleanup. What it
// returns waits for it.
func startSweeper(dir string) (func(), error) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), sweepVariable+"="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C is not for it
	living, err := cmd.StdinPipe()                        // closed with this process
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return func() {
		_ = living.Close()
		if err := cmd.Wait(); err != nil {
			fmt.Fprintln(os.Stderr, "sweep", dir, err)
		}
	}, nil
}

func sweepAtEnd(dir string) {
	_, _ = io.Copy(io.Discard, os.Stdin) // until the tests have ended
	if sweep(dir) != nil {
		os.Exit(1)
	}
}

// sweep ends and removes all that is of a directory.
func sweep(dir string) error {
	kill(marked(dir))
	if err := unmount(dir); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}
