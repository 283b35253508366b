package main

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/worker"
)

// profiled are programs of the other languages, which do what Python's do.
//
//go:embed profile
var profiled embed.FS

// languages by what the names of their programs end with.
var extensions = map[string]string{".js": "javascript", ".ts": "typescript", ".star": "starlark", ".py": "python"}

const (
	// profiledEach is for how long each program is run, again and again: all weigh the same.
	profiledEach = 2 * time.Second

	// profiledDaemon is for how long a daemon that is called is profiled.
	profiledDaemon = 10 * time.Second

	// profiledGC is GOGC of the engines' profile, about that of a worker with few programs.
	profiledGC = 400
)

// profile writes what the compiler optimizes elided by: where its processor time goes, in the
// engines and in the daemon.
func (b *bench) profile(file string) error {
	engines, daemon := filepath.Join(b.dir, "engines.prof"), filepath.Join(b.dir, "daemon.prof")
	if err := profileEngines(engines); err != nil {
		return err
	}
	if err := b.profileDaemon(daemon); err != nil {
		return err
	}
	merge := exec.Command("go", "tool", "pprof", "-proto", "-output", file, engines, daemon)
	if out, err := merge.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", merge, err, out)
	}
	return nil
}

// profileEngines runs the programs in this process, as a worker does.
func profileEngines(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	defer debug.SetGCPercent(debug.SetGCPercent(profiledGC))
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	runtimes := worker.Runtimes()
	if err := runEach(runtimes, pythonPrograms, "python"); err != nil {
		return err
	}
	return runEach(runtimes, profiled, "profile")
}

// runEach runs the programs of a directory, each for as long as the others.
func runEach(runtimes map[string]lang.Runtime, files embed.FS, dir string) error {
	entries, err := files.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		source, err := files.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		if err := runRepeatedly(runtimes[extensions[path.Ext(e.Name())]], e.Name(), string(source)); err != nil {
			return err
		}
	}
	return nil
}

func runRepeatedly(r lang.Runtime, name, source string) error {
	for began := time.Now(); time.Since(began) < profiledEach; {
		var stderr bytes.Buffer
		p := &lang.Program{Name: name, Code: source, Dir: "/"}
		out := r.Prepare().Run(p, &lang.Host{Stdout: io.Discard, Stderr: &stderr})
		if out.ExitCode != 0 {
			return fmt.Errorf("%s: exit code %d: %s", name, out.ExitCode, &stderr)
		}
	}
	return nil
}

// profileDaemon is the daemon's own profile while it is called.
func (b *bench) profileDaemon(file string) error {
	socket := filepath.Join(b.dir, "http.sock")
	daemon, err := b.startDaemon("--http-socket", socket)
	if err != nil {
		return err
	}
	defer daemon.stop()
	failed := make(chan error, 1)
	go func() {
		_, _, err := perSecond(callers, profiledDaemon, func() error { return daemon.call(snippet("js", tiny, false)) })
		failed <- err
	}()
	err = fetchProfile(socket, file)
	if e := <-failed; err == nil {
		err = e
	}
	return err
}

// fetchProfile asks the daemon behind a socket for a profile of somewhat less time than it is
// called for.
func fetchProfile(socket, file string) error {
	client := http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}}
	answer, err := client.Get(fmt.Sprintf("http://elided/debug/pprof/profile?seconds=%d", profiledDaemon/time.Second-1))
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("the daemon's profile: %s: %s", answer.Status, body)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(file, body, 0o600)
}
