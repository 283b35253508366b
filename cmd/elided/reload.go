package main

import (
	"log/slog"

	"github.com/elide-dev/elided/internal/config"
)

// A reloader has a running daemon take a new configuration.
type reloader struct {
	settings *settings
	current  *config.Config
	level    *slog.LevelVar
	daemon   *daemon
	audit    *auditLog // nil is none
	tell     notifier
	log      *slog.Logger
}

// reload reads the configuration again. All of what can change changes, or nothing.
func (r *reloader) reload() {
	next, err := r.settings.read()
	if err != nil {
		r.refused(err)
		return
	}
	served, err := newServeConfig(next)
	if err != nil {
		r.refused(err)
		return
	}
	changes := r.current.Changes(next)
	var taken int
	why := r.needsRestart(served)
	takes := func(k config.Key) bool { return why(k) == "" }
	for _, c := range changes {
		if reason := why(c.Key); reason != "" {
			r.log.Warn("a setting needs a restart to change", "setting", c.Key.Path(), "value", c.From, "new", c.To, "why", reason)
			continue
		}
		taken++
		r.log.Info("setting changed", "setting", c.Key.Path(), "value", c.From, "new", c.To)
	}
	if err := r.audit.reopen(); err != nil {
		r.log.Error("the audit goes on in the old file", "error", err)
	}
	r.level.Set(served.level)
	r.daemon.ends.on.Store(served.executions)
	r.daemon.executor.Reconfigure(served.executor)
	r.daemon.certificates.Take(served.certificates)
	r.daemon.server.SetAccess(served.access)
	r.current.Adopt(next, takes)
	r.log.Info("configuration read again", "changed", taken, "need_restart", len(changes)-taken)
	for _, w := range next.Warnings() {
		r.log.Warn("from the next start on: " + w)
	}
	if err := next.CheckStart(); err != nil {
		r.log.Warn("with this configuration the daemon goes on, and doesn't start", "error", err)
	}
}

// needsRestart says of each key why a new value waits for the daemon's next start; "" is that it
// doesn't. Whether doors have TLS is settled at the start, and certificates are theirs.
func (r *reloader) needsRestart(next *serveConfig) func(config.Key) string {
	return func(k config.Key) string {
		switch {
		case !k.Reload:
			return "it is read at the start alone"
		case k.TLS() && r.daemon.certificates == nil:
			return "no door of this daemon has TLS: listener.tcp or listener.http_tls give it one at the start"
		case k.TLS() && next.certificates == nil:
			return "a door of this daemon has TLS until it ends"
		}
		return ""
	}
}

func (r *reloader) refused(err error) {
	r.log.Error("configuration not taken: nothing changes", "error", err)
}
