package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// bare has python3 start as quick as it can: without the user's settings, and without
// looking for installed packages, which takes some installations four times as long as
// all else.
var bare = []string{"-I", "-S"}

// A python3 is an interpreter to measure beside.
type python3 struct{ path, version string }

// command runs the interpreter.
func (p python3) command(args ...string) *exec.Cmd {
	return exec.Command(p.path, append(bare[:len(bare):len(bare)], args...)...)
}

// errNoPython is of a machine that has none.
var errNoPython = errors.New("there is no python3 on the PATH")

// quickestPython3 is the one of the PATH's that runs the program in the shortest time: how an
// interpreter was built makes it up to half slower. Each is asked for its own file, for
// what the PATH has may be a script that looks for one.
func quickestPython3(program string) (python3, error) {
	var best python3
	var shortest time.Duration
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		found := python3{path: filepath.Join(dir, "python3")}
		out, err := found.command("-c", "import sys; print(sys.executable, sys.version.split()[0])").Output()
		path, version, ok := strings.Cut(strings.TrimSpace(string(out)), " ")
		if err != nil || !ok || path == best.path {
			continue
		}
		p := python3{path, version}
		var took time.Duration
		for range 3 {
			t, err := p.seconds(program)
			if err != nil {
				return best, err
			}
			took = shorter(took, t)
		}
		if best.path == "" || took < shortest {
			best, shortest = p, took
		}
	}
	if best.path == "" {
		return best, errNoPython
	}
	return best, nil
}

// seconds runs a program that prints how long its work has taken.
func (p python3) seconds(program string) (time.Duration, error) {
	out, err := p.command(program).Output()
	if err != nil {
		return 0, fmt.Errorf("%s %s: %w", p.path, program, err)
	}
	return parseSeconds(out)
}

// shorter is the shorter of two times, of which 0 is none yet.
func shorter(x, y time.Duration) time.Duration {
	if x == 0 {
		return y
	}
	return min(x, y)
}
