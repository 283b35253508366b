package main

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
)

type serveFlags struct {
	socket, stateDir, http       string
	spare, maxWorkers            int
	maxRunning, maxQueued        int
	timeout, drainTimeout, grace time.Duration
	maxTimeout                   time.Duration
	logLevel, logFormat          string
	memory                       memoryFlags
	cpu                          time.Duration
	access                       accessFlags
	sandbox                      string
	fsRoots                      []string
}

func (c *cli) serveCommand() *cobra.Command {
	var s serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "run the daemon",
		Long: `Runs the daemon until SIGTERM or SIGINT. It then accepts no more work, lets what
runs go on for the drain timeout, asks the rest to end, and kills after the grace
period what doesn't. A second signal skips the drain timeout.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return c.serve(s) },
	}
	f := cmd.Flags()
	f.StringVar(&s.socket, "socket", client.DefaultSocket(), "listen at the Unix socket `PATH`")
	f.StringVar(&s.stateDir, "state-dir", defaultStateDir(), "keep sockets and output in `DIR`; one daemon each")
	f.StringVar(&s.http, "http", "", "serve /metrics, /healthz and /readyz at `ADDR`, such as 127.0.0.1:9095 (default none)")
	f.IntVar(&s.spare, "spare", 2, "worker processes that wait for work")
	f.IntVar(&s.maxWorkers, "max-workers", 128, "worker processes, each with one exclusive execution or up to 256 shared ones; a user other than root and the daemon's has three quarters at most")
	f.IntVar(&s.maxRunning, "max-running", 16_384, "executions that run at once")
	f.IntVar(&s.maxQueued, "max-queued", 1_024, "executions that wait")
	f.DurationVar(&s.timeout, "timeout", 30*time.Second, "the longest that an execution runs unless it says otherwise; 0 is for ever")
	f.DurationVar(&s.maxTimeout, "max-timeout", 0, "the most that an execution may say; 0 is no maximum")
	f.DurationVar(&s.cpu, "cpu-limit", 0, "the processor time of an execution unless it says otherwise; 0 is no limit")
	s.memory.add(cmd)
	f.DurationVar(&s.drainTimeout, "drain-timeout", 10*time.Second, "how long executions may go on at shutdown")
	f.DurationVar(&s.grace, "grace", 5*time.Second, "the time between asking an execution to end and killing it")
	f.StringVar(&s.sandbox, "sandbox", string(sandbox.Require), "`require|best-effort|off`: what to do about missing layers of the sandbox; see elided check")
	f.StringArrayVar(&s.fsRoots, "fs-root", nil, "let callers grant executions directories in `DIR` (default none, but for root); repeatable")
	f.StringVar(&s.logLevel, "log-level", "info", "`debug|info|warn|error`")
	f.StringVar(&s.logFormat, "log-format", "text", "`text|json`")
	s.access.add(cmd)
	return cmd
}

// defaultStateDir is empty when the user has no home, and --state-dir required.
func defaultStateDir() string {
	if os.Getuid() == 0 {
		return "/var/lib/elided"
	}
	if dir := os.Getenv("XDG_STATE_HOME"); dir != "" {
		return filepath.Join(dir, "elided")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "state", "elided")
	}
	return ""
}

func (c *cli) serve(s serveFlags) error {
	log, err := s.log(c)
	if err != nil {
		return err
	}
	config, err := s.config(log)
	if err != nil {
		return err
	}
	access, err := s.access.access()
	if err != nil {
		return err
	}
	permissions, err := s.access.permissions()
	if err != nil {
		return err
	}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	defer signal.Stop(signals)
	signal.Ignore(syscall.SIGHUP) // a closed terminal doesn't end a daemon

	var release func()
	config.Pool.Cgroup, release, config.Pool.NoCgroup = controlGroups(log)
	defer release()
	d, err := newDaemon(config, access)
	if err != nil {
		return err
	}
	if err := d.start(s.socket, permissions, s.http); err != nil {
		return err
	}
	log.Info("ready", "socket", s.socket, "state_dir", s.stateDir, "http", fmt.Sprint(d.address),
		"instance", d.executor.InstanceID(), "version", d.executor.Version())
	return d.attend(signals, log)
}

// attend waits for the end, and ends the daemon.
func (d *daemon) attend(signals <-chan os.Signal, log *slog.Logger) error {
	var failure error
	select {
	case s := <-signals:
		log.Info("shutting down", "signal", s.String(), "running", d.executor.Stats().Running)
	case failure = <-d.failed:
		log.Error("shutting down", "error", failure)
	}
	drain, skip := context.WithCancel(context.Background())
	defer skip()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		d.stop(drain)
	}()
	select {
	case <-stopped:
	case <-signals:
		log.Info("second signal: not waiting for executions")
		skip()
		<-stopped
	}
	log.Info("stopped")
	return failure
}

func (s serveFlags) config(log *slog.Logger) (executor.Config, error) {
	for _, n := range []struct {
		flag  string
		value int
	}{{"spare", s.spare}, {"max-workers", s.maxWorkers}, {"max-running", s.maxRunning}, {"max-queued", s.maxQueued}} {
		if n.value < 1 {
			return executor.Config{}, usageErrorf("--%s %d is less than 1", n.flag, n.value)
		}
	}
	for _, d := range []struct {
		flag  string
		value time.Duration
	}{{"timeout", s.timeout}, {"max-timeout", s.maxTimeout}, {"drain-timeout", s.drainTimeout}, {"grace", s.grace}, {"cpu-limit", s.cpu}} {
		if d.value < 0 {
			return executor.Config{}, usageErrorf("--%s %v is less than 0", d.flag, d.value)
		}
	}
	if m := s.maxTimeout; m > 0 && (s.timeout == 0 || s.timeout > m) {
		return executor.Config{}, usageErrorf("--timeout %v is more than --max-timeout %v", s.timeout, m)
	}
	mode, err := sandbox.ParseMode(s.sandbox)
	if err != nil {
		return executor.Config{}, usageErrorf("--sandbox: %w", err)
	}
	if s.stateDir == "" {
		return executor.Config{}, usageErrorf("--state-dir is required: there is no home directory to put one into")
	}
	if err := s.memory.check(); err != nil {
		return executor.Config{}, err
	}
	roots, err := fsRoots(s.fsRoots)
	if err != nil {
		return executor.Config{}, err
	}
	if err := s.apart(roots); err != nil {
		return executor.Config{}, err
	}
	return executor.Config{
		FSRoots:      roots,
		Tidy:         debug.FreeOSMemory,
		StateDir:     s.stateDir,
		Limits:       executor.Limits{Timeout: none(s.timeout), Memory: uint64(s.memory.limit), CPU: s.cpu},
		MaxTimeout:   s.maxTimeout,
		MaxMemory:    uint64(s.memory.most),
		SharedMemory: uint64(s.memory.shared),
		MaxRunning:   s.maxRunning,
		MaxQueued:    s.maxQueued,
		MaxHeldBytes: int64(s.memory.held),
		Grace:        cmp.Or(s.grace, time.Nanosecond), // a configuration's 0 is the default
		DrainTimeout: none(s.drainTimeout),
		Private:      s.access.private,
		Sandbox:      mode,
		Pool:         pool.Config{Spare: s.spare, MaxWorkers: s.maxWorkers},
		Log:          log,
	}, nil
}

// none makes of a flag's 0 what a configuration calls none.
func none(d time.Duration) time.Duration { return cmp.Or(d, -1) }

func (s serveFlags) log(c *cli) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.logLevel)); err != nil {
		return nil, usageErrorf("--log-level %q is not known: it is debug, info, warn or error", s.logLevel)
	}
	options := &slog.HandlerOptions{Level: level}
	switch s.logFormat {
	case "text":
		return slog.New(slog.NewTextHandler(c.stderr, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(c.stderr, options)), nil
	}
	return nil, usageErrorf("--log-format %q is not known: it is text or json", s.logFormat)
}
