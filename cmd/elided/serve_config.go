package main

import (
	"cmp"
	"io"
	"log/slog"
	"net"
	"time"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/config"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
)

// A serveConfig is a configuration as the parts of a daemon take it.
type serveConfig struct {
	executor    executor.Config
	access      api.Access
	permissions api.Permissions
	// certificates are nil without TLS.
	certificates *api.Certificates
	watching     watching
	level        slog.Level
	executions   bool // are logged
	audit        string
	socket       string
	http         string
	httpSocket   string
	httpTLS      bool
	tcp          string
	plain        bool // over TCP
	// passedTCP is why systemd's TCP socket can't be served; nil when it can.
	passedTCP error
}

// newServeConfig refuses what only this machine can tell to be wrong: users and
// directories that are not there.
func newServeConfig(c *config.Config) (*serveConfig, error) {
	s := &serveConfig{socket: c.Listener.Socket, http: c.Listener.HTTP, httpSocket: c.Listener.HTTPSocket, httpTLS: c.Listener.HTTPTLS, tcp: c.Listener.TCP, plain: c.Listener.TCPInsecure, executions: c.Log.Executions, audit: c.Log.Audit}
	if err := s.level.UnmarshalText([]byte(c.Log.Level)); err != nil {
		return nil, usageError{err}
	}
	s.watching = watching{metrics: c.Metrics.Enabled, endpoint: c.Metrics.OTLPEndpoint, ratio: c.Metrics.TraceRatio}
	var err error
	if s.access, err = access(c); err != nil {
		return nil, err
	}
	if s.permissions, err = permissions(c); err != nil {
		return nil, err
	}
	if s.certificates, err = certificates(c); err != nil {
		return nil, err
	}
	if !s.plain {
		s.passedTCP = c.CheckMutualTLS("listener.tcp")
	}
	s.executor, err = executorConfig(c)
	return s, err
}

// doors are the sockets that systemd has passed, or else the daemon's own.
func (s *serveConfig) doors(passed sockets, log *slog.Logger) doors {
	d := newDoors(s.socket, s.permissions, s.http, s.httpSocket, s.tcp)
	d.certificates = s.certificates
	if s.plain {
		d.certificates = nil
	}
	if s.httpTLS {
		d.httpCertificates = s.certificates
	}
	d.httpHost, _, _ = net.SplitHostPort(s.http) // else there is none
	if l := passed.clients; l != nil {
		log.Info("listening at systemd's socket: listener.socket and its owner, group and mode count for nothing", "socket", l.Addr().String())
		d.clients = func() (net.Listener, error) { return l, nil }
	}
	if l := passed.http; l != nil {
		log.Info("serving HTTP at systemd's socket: listener.http counts for nothing", "address", l.Addr().String())
		d.http = func() (net.Listener, error) { return l, nil }
	}
	if l := passed.httpUnix; l != nil {
		log.Info("serving HTTP at systemd's socket: listener.http_socket counts for nothing", "socket", l.Addr().String())
		d.httpSocket = func() (net.Listener, error) { return l, nil }
	}
	if l := passed.tcp; l != nil {
		log.Info("listening at systemd's TCP socket: listener.tcp counts for nothing", "address", l.Addr().String())
		d.tcp = func() (net.Listener, error) {
			if s.passedTCP != nil {
				return nil, usageErrorf("systemd's socket %q: %w", tcpSocket, s.passedTCP)
			}
			return l, nil // ServePlain looks whether it is on the loopback
		}
	}
	return d
}

func executorConfig(c *config.Config) (executor.Config, error) {
	roots, err := fsRoots(c)
	if err != nil {
		return executor.Config{}, err
	}
	mode, err := sandbox.ParseMode(c.Sandbox.Mode)
	if err != nil {
		return executor.Config{}, usageError{c.Refuse("sandbox.mode", "is wrong: %v", err)}
	}
	l, s := &c.Limits, &c.Sessions
	return executor.Config{
		FSRoots:      roots,
		Tidy:         tidy,
		StateDir:     s.StateDir,
		Limits:       executor.Limits{Timeout: none(l.Timeout), Memory: uint64(l.Memory), CPU: l.CPU, Output: uint64(l.Output), Timers: l.Timers},
		MaxTimeout:   l.MaxTimeout,
		MaxMemory:    uint64(l.MaxMemory),
		SharedMemory: uint64(l.SharedMemory),
		MaxOutput:    uint64(l.MaxOutput),
		MaxCode:      int(l.MaxCode),
		MaxEnv:       int(l.MaxEnvironment),
		MaxInput:     int(l.MaxInput),
		MaxRunning:   l.MaxRunning,
		MaxQueued:    l.MaxQueued,
		MaxHeldBytes: int64(l.MaxHeldMemory),
		MaxSessions:  s.Max,
		KeepRecords:  s.KeepRecords,
		KeepFor:      soon(s.KeepFor),
		KeepBytes:    uint64(s.KeepOutput),
		Grace:        soon(s.Grace),
		DrainTimeout: none(s.DrainTimeout),
		Private:      s.Private,
		Sandbox:      mode,
		Pool: pool.Config{
			Spare: c.Pool.Spare, MaxWorkers: c.Pool.MaxWorkers, Slots: c.Pool.Slots,
			RetireRuns: c.Pool.RetireRuns, IdleTimeout: soon(c.Pool.IdleTimeout),
		},
	}, nil
}

// none makes of a setting's 0 what an executor's configuration calls none.
func none(d time.Duration) time.Duration { return cmp.Or(d, -1) }

// soon makes of a setting's 0 what an executor's configuration, where 0 is the default,
// has for it.
func soon(d time.Duration) time.Duration { return cmp.Or(d, time.Nanosecond) }

// newLog returns the daemon's log, whose level may change.
func newLog(w io.Writer, format string, level *slog.LevelVar) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}
