package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"time"

	"github.com/coreos/go-systemd/v22/activation"
	systemd "github.com/coreos/go-systemd/v22/daemon"
	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/executor"
)

// statusInterval is how often systemd is told how much runs, at most.
const statusInterval = 10 * time.Second

// A notifier tells systemd how the daemon is (sd_notify(3)). Where systemd has not
// started the daemon it does nothing.
type notifier struct{ log *slog.Logger }

// tell sends assignments.
func (n notifier) tell(lines ...string) {
	if _, err := systemd.SdNotify(false, strings.Join(lines, "\n")); err != nil {
		n.log.Warn("systemd was not told", "error", err)
	}
}

func (n notifier) ready(status string) { n.tell(systemd.SdNotifyReady, "STATUS="+status) }

// reloading is followed by ready. With Type=notify-reload systemd wants to know when it began.
func (n notifier) reloading() {
	var now unix.Timespec
	_ = unix.ClockGettime(unix.CLOCK_MONOTONIC, &now) // there is always that clock
	n.tell(systemd.SdNotifyReloading, fmt.Sprintf("MONOTONIC_USEC=%d", now.Nano()/1_000))
}

// stopping says how long the end may take, which is more than systemd allows by itself.
func (n notifier) stopping(most time.Duration) {
	n.tell(systemd.SdNotifyStopping, "STATUS=draining", fmt.Sprintf("EXTEND_TIMEOUT_USEC=%d", most.Microseconds()))
}

// watch keeps systemd's watchdog quiet for as long as the executor answers, and its
// status true, until ctx ends.
func (n notifier) watch(ctx context.Context, e *executor.Executor) {
	interval := statusInterval
	limit, err := systemd.SdWatchdogEnabled(false)
	if err != nil {
		n.log.Warn("systemd's watchdog is not understood", "error", err)
	}
	if limit > 0 {
		interval = min(interval, limit/2)
	}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			n.tell(systemd.SdNotifyWatchdog, "STATUS="+statusOf(e))
		case <-ctx.Done():
			return
		}
	}
}

// statusOf takes the locks that everything goes by: a daemon that hangs doesn't get over it.
func statusOf(e *executor.Executor) string {
	s := e.Stats()
	return fmt.Sprintf("%d running, %d waiting, %d workers", s.Running, s.Queued, s.Workers.Shared+s.Workers.Exclusive)
}

// sockets are what systemd has made for the daemon, each nil without one.
type sockets struct{ clients, http, httpUnix, tcp net.Listener }

// activated takes systemd's sockets (sd_listen_fds(3)). The one of a unit with
// FileDescriptorName=http serves HTTP, at an address or a Unix socket or both; that of FileDescriptorName=tcp clients of other machines, any
// other those of this one.
func activated() (s sockets, err error) {
	named, err := activation.ListenersWithNames()
	if err != nil {
		return s, fmt.Errorf("systemd's sockets: %w", err)
	}
	for name, list := range named {
		for _, l := range list {
			if err := s.take(name, l); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

func (s *sockets) take(name string, l net.Listener) error {
	unix, isUnix := l.(*net.UnixListener)
	if isUnix {
		unix.SetUnlinkOnClose(false) // it is systemd's
	}
	switch {
	case name == httpSocket && !isUnix && s.http == nil:
		s.http = l
	case name == httpSocket && isUnix && s.httpUnix == nil:
		s.httpUnix = l
	case name == tcpSocket && !isUnix && s.tcp == nil:
		s.tcp = l
	case name != httpSocket && name != tcpSocket && isUnix && s.clients == nil:
		s.clients = l
	default:
		return fmt.Errorf("systemd's socket %q at %v is one too many, or not of a kind that the daemon serves clients at: pass one Unix stream socket, and one with FileDescriptorName=%s, and a TCP one with FileDescriptorName=%s", name, l.Addr(), httpSocket, tcpSocket)
	}
	return nil
}

const (
	httpSocket = "http"
	tcpSocket  = "tcp"
)
