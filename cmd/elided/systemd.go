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

// activated is the socket that systemd has made for the daemon; nil without one.
func activated() (net.Listener, error) {
	all, err := activation.Listeners()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	if l, ok := all[0].(*net.UnixListener); ok && len(all) == 1 {
		l.SetUnlinkOnClose(false) // it is systemd's
		return l, nil
	}
	return nil, fmt.Errorf("systemd has passed %d sockets: pass one, which is a Unix stream socket", len(all))
}
