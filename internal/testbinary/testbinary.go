// Package testbinary builds the elided binary for tests that start real workers or
// a real daemon. It is the plain binary even where the tests run under the race
// detector, whose memory would break the limits of workers.
package testbinary

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Run builds elided, puts its path into path and runs the tests of m. It returns
// the exit code for TestMain. ELIDED_TEST_BINARY is one to use where none can be
// built.
func Run(m *testing.M, path *string) int {
	if *path = os.Getenv("ELIDED_TEST_BINARY"); *path != "" {
		return m.Run()
	}
	dir, err := os.MkdirTemp("", "elided-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	*path = filepath.Join(dir, "elided")
	build := exec.Command("go", "build", "-trimpath", "-o", *path, "github.com/elide-dev/elided/cmd/elided")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as released: the C library's threads take more memory
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build elided for the tests:", err)
		return 1
	}
	return m.Run()
}
