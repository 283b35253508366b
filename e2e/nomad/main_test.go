// Package nomad is the proof that Nomad runs programs by nomad-driver-elide: real
// agents, with the driver and a daemon of an unprivileged user, run the jobs of
// examples/nomad. `make test-nomad` runs it. It is a module of its own, which builds
// the agent, so that nothing of that is among what elided depends on.
package nomad

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// built are the programs under test, and the directory of all that the tests make.
var built struct{ dir, nomad, elided, driver string }

func TestMain(m *testing.M) {
	if dir := os.Getenv(sweepVariable); dir != "" {
		sweepAtEnd(dir)
		return
	}
	os.Exit(run(m))
}

func run(m *testing.M) (code int) {
	sweeper, err := prepare()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer sweeper()
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// prepare makes the directory. What it returns sweeps it.
func prepare() (func(), error) {
	if os.Getuid() != 0 {
		return nil, errors.New("Nomad's clients need root, and so do these tests")
	}
	if built.nomad = os.Getenv("NOMAD_BIN"); built.nomad == "" {
		return nil, errors.New("NOMAD_BIN is not set: run `make test-nomad`, which builds Nomad's agent")
	}
	dir, err := os.MkdirTemp("", "elided-nomad-")
	if err != nil {
		return nil, err
	}
	built.dir = dir
	if err := os.Chmod(dir, 0o711); err != nil { // the daemon's user runs programs in it
		return nil, err
	}
	return startSweeper(dir)
}

func build() error {
	b := exec.Command("go", "build", "-o", built.dir+"/", "./cmd/elided", "./cmd/nomad-driver-elide")
	b.Dir = "../.."
	b.Env = append(os.Environ(), "CGO_ENABLED=0") // as released
	b.Stderr = os.Stderr
	if err := b.Run(); err != nil {
		return fmt.Errorf("build elided and its driver for the tests: %w", err)
	}
	built.elided = filepath.Join(built.dir, "elided")
	built.driver = filepath.Join(built.dir, "nomad-driver-elide")
	return nil
}
