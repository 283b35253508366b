package main

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// pythonPrograms print how many seconds their work has taken.
//
//go:embed python
var pythonPrograms embed.FS

// python is Python beside python3, which is the floor where it is on the machine.
func (b *bench) python() error {
	python3, err := exec.LookPath("python3")
	if err != nil {
		fmt.Println("python: there is no python3 on this machine to measure beside")
		return nil
	}
	return b.both(func(_, daemon *server) error {
		if err := b.pythonStart(daemon, python3); err != nil {
			return err
		}
		files, err := pythonPrograms.ReadDir("python")
		if err != nil {
			return err
		}
		for _, f := range files {
			if err := b.pythonProgram(daemon, python3, f.Name()); err != nil {
				return fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
		return nil
	})
}

// pythonStart is print(1) from the call to its end.
func (b *bench) pythonStart(daemon *server, python3 string) error {
	for _, exclusive := range []bool{false, true} {
		r, err := beside(3, 15, func() error {
			return exec.Command(python3, "-c", "print(1)").Run()
		}, func() error { return daemon.call(snippet("python", "print(1)", exclusive)) })
		if err != nil {
			return err
		}
		printRow(fmt.Sprintf("python: print(1), exclusive %v", exclusive), "%v, python3 %v: %.1f x quicker",
			r.value, r.floor, float64(r.floor)/float64(r.value))
	}
	return nil
}

// pythonProgram is the quickest of some runs of each.
func (b *bench) pythonProgram(daemon *server, python3, name string) error {
	source, err := pythonPrograms.ReadFile(path.Join("python", name))
	if err != nil {
		return err
	}
	file := filepath.Join(b.dir, name)
	if err := os.WriteFile(file, source, 0o600); err != nil {
		return err
	}
	var own, floor time.Duration
	for range 5 {
		v, err := daemon.seconds(string(source))
		if err != nil {
			return err
		}
		out, err := exec.Command(python3, file).Output()
		if err != nil {
			return err
		}
		f, err := parseSeconds(out)
		if err != nil {
			return err
		}
		if own == 0 || v < own {
			own = v
		}
		if floor == 0 || f < floor {
			floor = f
		}
	}
	printRow("python: "+strings.TrimSuffix(name, ".py"), "%v, python3 %v: %.2f x", own.Round(time.Millisecond), floor.Round(time.Millisecond), float64(own)/float64(floor))
	return nil
}

// seconds runs a program, and returns what it prints.
func (s *server) seconds(source string) (time.Duration, error) {
	r := snippet("python", source, false)
	r.Timeout = durationpb.New(time.Minute)
	out, err := s.api.RunSnippet(context.Background(), &daemonv1alpha1.RunSnippetRequest{Snippet: r})
	if err != nil {
		return 0, err
	}
	if e := out.GetResult().GetError(); e != "" {
		return 0, fmt.Errorf("the program failed: %s", e)
	}
	return parseSeconds([]byte(out.GetResult().GetStdout()))
}

func parseSeconds(out []byte) (time.Duration, error) {
	v, err := strconv.ParseFloat(string(bytes.TrimSpace(out)), 64)
	return time.Duration(v * float64(time.Second)), err
}
