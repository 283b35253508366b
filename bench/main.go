// Command bench measures elided beside a floor in the same run: an empty gRPC call
// over a Unix socket to a server that does nothing. On a shared machine trust the
// ratios. `go run ./bench -only latency,memory` measures parts.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	elide "github.com/elide-dev/elided"
)

func main() {
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	if len(os.Args) == 3 && os.Args[1] == "echo" {
		os.Exit(report(echo(os.Args[2])))
	}
	only := flag.String("only", "", "comma-separated parts of: latency, rate, embedded, languages, python, start, memory, fair, sandbox, kill, overshoot, metrics, overload")
	binary := flag.String("elided", "", "the elided to measure, for a user who can't build one (default: build it)")
	load := flag.Duration("load", time.Minute, "how long the parts metrics and overload last")
	profile := flag.String("profile", "", "measure nothing, but write a profile to compile elided by to this file")
	flag.Parse()
	os.Exit(report(run(strings.Split(*only, ","), *binary, *profile, *load)))
}

func report(err error) int {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		return 1
	}
	return 0
}

// A bench is what the parts share: the built binary and a place for sockets.
type bench struct {
	dir    string
	elided string
	load   time.Duration // of the parts that are about load
}

// median returns the middle of what was measured.
func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

var parts = []struct {
	name string
	f    func(*bench) error
}{
	{"start", (*bench).start},
	{"latency", (*bench).latency},
	{"rate", (*bench).rate},
	{"embedded", (*bench).embedded},
	{"languages", (*bench).languages},
	{"python", (*bench).python},
	{"memory", (*bench).memory},
	{"fair", (*bench).fair},
	{"sandbox", (*bench).sandbox},
	{"kill", (*bench).kill},
	{"overshoot", (*bench).overshoot},
	{"metrics", (*bench).metricsCost},
	{"overload", (*bench).overload},
}

func run(only []string, binary, profile string, load time.Duration) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	b := &bench{dir: dir, elided: binary, load: load}
	if binary == "" {
		if err := b.build(); err != nil {
			return err
		}
	}
	if profile != "" {
		return b.profile(profile)
	}
	for _, p := range parts {
		if only[0] != "" && !slices.Contains(only, p.name) {
			continue
		}
		if err := p.f(b); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

func (b *bench) build() error {
	b.elided = filepath.Join(b.dir, "elided")
	build := exec.Command("go", "build", "-trimpath", "-o", b.elided, "github.com/elide-dev/elided/cmd/elided")
	build.Stderr = os.Stderr
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if err := build.Run(); err != nil {
		return fmt.Errorf("build elided: %w", err)
	}
	return nil
}
