package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/config"
)

func (c *cli) serveCommand() *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "run the daemon",
		Long: `Runs the daemon until SIGTERM or SIGINT. It then accepts no more work, lets what
runs go on for the drain timeout, asks the rest to end, and kills after the grace
period what doesn't. A second signal skips the drain timeout.

Every setting is a flag, a variable of the environment (--max-running is
ELIDED_MAX_RUNNING) and a key of the configuration file. A flag goes over a
variable, a variable over the file. SIGHUP has the daemon read them again: it takes
what can change while it runs, says what needs a restart, and keeps all it has when
something is wrong.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return c.serve(&s) },
	}
	s.add(cmd)
	return cmd
}

func (c *cli) serve(s *settings) error {
	loaded, err := s.load()
	if err != nil {
		return err
	}
	config, err := newServeConfig(loaded)
	if err != nil {
		return err
	}
	var level slog.LevelVar
	level.Set(config.level)
	log := newLog(c.stderr, loaded.Log.Format, &level)
	warnOfVariables(log, loaded)
	for _, w := range loaded.Warnings() {
		log.Warn(w)
	}

	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	defer signal.Stop(signals)

	passed, err := activated()
	if err != nil {
		return err
	}
	var release func()
	config.executor.Pool.Cgroup, release, config.executor.Pool.NoCgroup = controlGroups(log)
	defer release()
	config.executor.Log = log
	config.certificates.ReportTo(log)
	audit, err := openAudit(config.audit, log)
	if err != nil {
		return err
	}
	d, err := newDaemon(config.executor, config.access, config.watching)
	if err != nil {
		return err
	}
	d.ends.on.Store(config.executions)
	d.server.Audit(audit.records())
	if err := d.start(config.doors(passed, log)); err != nil {
		return err
	}
	tell := notifier{log}
	tell.ready(statusOf(d.executor))
	log.Info("ready", "socket", config.socket, "state_dir", config.executor.StateDir, "http", fmt.Sprint(d.address), "tcp", fmt.Sprint(d.tcp), "http_socket", config.httpSocket,
		"instance", d.executor.InstanceID(), "version", d.executor.Version())
	watching, stop := context.WithCancel(context.Background())
	var watch sync.WaitGroup
	watch.Go(func() { tell.watch(watching, d.executor) })
	defer watch.Wait()
	defer stop()
	return d.attend(signals, &reloader{settings: s, current: loaded, level: &level, daemon: d, audit: audit, tell: tell, log: log})
}

// warnOfVariables names variables that were meant for settings, maybe.
func warnOfVariables(log *slog.Logger, c *config.Config) {
	for _, unknown := range c.UnknownVariables(os.Environ()) {
		log.Warn("variable of the environment ignored: " + unknown)
	}
}

// attend waits for the end, and ends the daemon.
func (d *daemon) attend(signals <-chan os.Signal, r *reloader) error {
	var failure error
	for failure == nil {
		select {
		case s := <-signals:
			if s == syscall.SIGHUP { // of an operator, or of a terminal that was closed
				r.tell.reloading()
				r.reload()
				r.tell.ready(statusOf(d.executor))
				continue
			}
			d.log.Info("shutting down", "signal", s.String(), "running", d.executor.Stats().Running)
		case <-d.drains:
			d.log.Info("shutting down", "drained", true, "running", d.executor.Stats().Running)
		case failure = <-d.failed:
			d.log.Error("shutting down", "error", failure)
		}
		break
	}
	r.tell.stopping(d.executor.LongestStop() + 30*time.Second) // with what is around it
	drain, skip := context.WithCancel(context.Background())
	defer skip()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		d.stop(drain)
	}()
	for {
		select {
		case <-stopped:
			d.log.Info("stopped")
			return failure
		case s := <-signals:
			if s != syscall.SIGHUP {
				d.log.Info("second signal: not waiting for executions")
				skip()
			}
		}
	}
}
