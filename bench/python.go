package main

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"os"
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
	files, err := b.writePrograms()
	if err != nil {
		return err
	}
	floor, err := quickestPython3(filepath.Join(b.dir, "fib.py"))
	if errors.Is(err, errNoPython) {
		fmt.Printf("python: %v, to measure beside\n", err)
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Printf("python: beside %s, Python %s\n", floor.path, floor.version)
	return b.both(func(_, daemon *server) error {
		if err := pythonStart(daemon, floor); err != nil {
			return err
		}
		for _, f := range files {
			if err := pythonProgram(daemon, floor, f); err != nil {
				return fmt.Errorf("%s: %w", f, err)
			}
		}
		return nil
	})
}

// writePrograms puts the programs where python3 finds them.
func (b *bench) writePrograms() ([]string, error) {
	entries, err := pythonPrograms.ReadDir("python")
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		source, err := pythonPrograms.ReadFile(path.Join("python", e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, filepath.Join(b.dir, e.Name()))
		if err := os.WriteFile(files[len(files)-1], source, 0o600); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// pythonStart is print(1) from the call to its end.
func pythonStart(daemon *server, floor python3) error {
	python3 := func() error { return floor.command("-c", "print(1)").Run() }
	for _, of := range []struct {
		name      string
		exclusive bool
		wait      time.Duration
	}{
		{"shared worker", false, 0},
		{"exclusive, a call now and then", true, 100 * time.Millisecond},
		{"exclusive, spares used up", true, 0},
	} {
		r, err := besideApart(3, 15, of.wait, python3, func() error {
			return daemon.call(snippet("python", "print(1)", of.exclusive))
		})
		if err != nil {
			return err
		}
		printRow("python: print(1), "+of.name, "%v, python3 %v: %.1f x quicker",
			r.value, r.floor, float64(r.floor)/float64(r.value))
	}
	return nil
}

// pythonProgram is the quickest of some runs of each, in turns.
func pythonProgram(daemon *server, floor python3, file string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var own, other time.Duration
	for range 5 {
		v, err := daemon.seconds(string(source))
		if err != nil {
			return err
		}
		f, err := floor.seconds(file)
		if err != nil {
			return err
		}
		own, other = shorter(own, v), shorter(other, f)
	}
	printRow("python: "+strings.TrimSuffix(filepath.Base(file), ".py"), "%v, python3 %v: %.2f x",
		own.Round(time.Millisecond), other.Round(time.Millisecond), float64(own)/float64(other))
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
