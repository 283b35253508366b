// Package nomad is the proof that Nomad runs programs by nomad-driver-elide: real
// agents, with the driver and a daemon of an unprivileged user, run the jobs of
// examples/nomad. `make test-nomad` runs it. It is a module of its own, which builds
// the agent, so that nothing of that is among what elided depends on.
package nomad

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// built are the programs under test.
var built struct{ nomad, elided, driver string }

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "elided-nomad-bin-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := build(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer shared.stop()
	return m.Run()
}

func build(dir string) error {
	if err := os.Chmod(dir, 0o755); err != nil { // the daemon's user runs one of them
		return err
	}
	if built.nomad = os.Getenv("NOMAD_BIN"); built.nomad == "" {
		return fmt.Errorf("NOMAD_BIN is not set: run `make test-nomad`, which builds Nomad's agent")
	}
	b := exec.Command("go", "build", "-o", dir+"/", "./cmd/elided", "./cmd/nomad-driver-elide")
	b.Dir = "../.."
	b.Env = append(os.Environ(), "CGO_ENABLED=0") // as released
	b.Stderr = os.Stderr
	if err := b.Run(); err != nil {
		return fmt.Errorf("build elided and its driver for the tests: %w", err)
	}
	built.elided = filepath.Join(dir, "elided")
	built.driver = filepath.Join(dir, "nomad-driver-elide")
	return nil
}
