package api

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// A throttle logs at most burst warnings a second, so that who is refused can't fill
// the log. The next line that is written says how many were left out.
type throttle struct {
	log   *slog.Logger
	burst int

	mu      sync.Mutex
	since   time.Time // start of the second that written counts in
	written int
	left    int // out since the last line
}

func (t *throttle) warn(text string, attrs ...slog.Attr) {
	left, ok := t.take(time.Now())
	if !ok {
		return
	}
	if left > 0 {
		attrs = append(attrs, slog.Int("left_out", left))
	}
	t.log.LogAttrs(context.Background(), slog.LevelWarn, text, attrs...)
}

func (t *throttle) take(now time.Time) (left int, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if now.Sub(t.since) >= time.Second {
		t.since, t.written = now, 0
	}
	if t.written >= t.burst {
		t.left++
		return 0, false
	}
	t.written++
	left, t.left = t.left, 0
	return left, true
}
