package main

import (
	"context"
	"log/slog"
	"sync/atomic"

	"github.com/elide-dev/elided/internal/executor"
)

// An endLog is an observer that logs a line for each execution that has ended.
type endLog struct {
	executor.Observer
	log *slog.Logger
	on  atomic.Bool
}

// Ended is part of executor.Observer.
func (l *endLog) Ended(s executor.Status) {
	l.Observer.Ended(s)
	if !l.on.Load() {
		return
	}
	l.log.LogAttrs(context.Background(), slog.LevelInfo, "execution ended",
		slog.String("session", s.Session), slog.String("execution", s.ID), slog.String("language", s.Language),
		slog.String("reason", s.Reason.String()), slog.Int("exit_code", s.ExitCode), slog.Int("attempts", s.Attempts),
		slog.Duration("queued", s.QueueTime()), slog.Duration("took", s.WallTime()), slog.Duration("cpu", s.Usage.CPU),
		slog.Uint64("memory_peak", s.Usage.PeakMemory), slog.Uint64("stdout_bytes", s.StdoutBytes), slog.Uint64("stderr_bytes", s.StderrBytes))
}
