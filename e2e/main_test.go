// Package e2e tests the built binary: a real daemon, its workers and its commands.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	elide "github.com/elide-dev/elided"
)

// binary is the elided under test. It is built without the race detector, whose
// memory would not fit the limits of workers.
var binary string

func TestMain(m *testing.M) {
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	os.Exit(testMain(m))
}

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "elided-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	binary = filepath.Join(dir, "elided")
	build := exec.Command("go", "build", "-o", binary, "../cmd/elided")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build elided:", err)
		return 1
	}
	return m.Run()
}
