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
	next, err := r.settings.load()
	if err != nil {
		r.refused(err)
		return
	}
	config, err := newServeConfig(next)
	if err != nil {
		r.refused(err)
		return
	}
	changes := r.current.Changes(next)
	var taken int
	for _, c := range changes {
		if !c.Key.Reload {
			r.log.Warn("a setting needs a restart to change", "setting", c.Key.Path(), "value", c.From, "new", c.To)
			continue
		}
		taken++
		r.log.Info("setting changed", "setting", c.Key.Path(), "value", c.From, "new", c.To)
	}
	if err := r.audit.reopen(); err != nil {
		r.log.Error("the audit goes on in the old file", "error", err)
	}
	r.level.Set(config.level)
	r.daemon.ends.on.Store(config.executions)
	r.daemon.executor.Reconfigure(config.executor)
	r.daemon.certificates.Take(config.certificates)
	r.daemon.server.SetAccess(config.access)
	r.current.Adopt(next)
	r.log.Info("configuration read again", "changed", taken, "need_restart", len(changes)-taken)
}

func (r *reloader) refused(err error) {
	r.log.Error("configuration not taken: nothing changes", "error", err)
}
