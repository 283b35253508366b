package datetime

import (
	"cmp"
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A clock is a time of a day, and whose.
type clock struct {
	hour, minute, second, micro int
	fold                        int
	tz                          py.Object // nil is none
}

// dayMicros is a day's length in microseconds.
const dayMicros = 86_400_000_000

func (c clock) check() error {
	for _, r := range []struct {
		v, most int
		name    string
	}{{c.hour, 23, "hour"}, {c.minute, 59, "minute"}, {c.second, 59, "second"}, {c.micro, 999999, "microsecond"}} {
		if r.v < 0 || r.v > r.most {
			return py.Raise(py.ValueError, "%s must be in 0..%d", r.name, r.most)
		}
	}
	if c.fold != 0 && c.fold != 1 {
		return py.Raise(py.ValueError, "fold must be either 0 or 1")
	}
	return nil
}

// micros is the microseconds since the day began.
func (c clock) micros() int64 {
	return int64((c.hour*60+c.minute)*60+c.second)*1_000_000 + int64(c.micro)
}

func clockOf(micros int64) clock {
	s := int(micros / 1_000_000)
	return clock{hour: s / 3600, minute: s / 60 % 60, second: s % 60, micro: int(micros % 1_000_000)}
}

func (c clock) compare(d clock) int { return cmp.Compare(c.micros(), d.micros()) }

// setTz takes the argument tzinfo.
func (c *clock) setTz(x py.Object) error {
	if x == nil || x == py.None {
		c.tz = nil
		return nil
	}
	if !py.IsInstance(x, tzClass) {
		return py.Raise(py.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", x.Class().FullName())
	}
	c.tz = x
	return nil
}

// iso writes the clock without its zone; unit is isoformat's timespec.
func (c clock) iso(unit string) (string, error) {
	switch unit {
	case "auto":
		if c.micro == 0 {
			return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second), nil
		}
		fallthrough
	case "microseconds":
		return fmt.Sprintf("%02d:%02d:%02d.%06d", c.hour, c.minute, c.second, c.micro), nil
	case "milliseconds":
		return fmt.Sprintf("%02d:%02d:%02d.%03d", c.hour, c.minute, c.second, c.micro/1000), nil
	case "seconds":
		return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second), nil
	case "minutes":
		return fmt.Sprintf("%02d:%02d", c.hour, c.minute), nil
	case "hours":
		return fmt.Sprintf("%02d", c.hour), nil
	}
	return "", py.Raise(py.ValueError, "Unknown timespec value")
}

// reprTail is the end of the repr of what has a clock: a time has its fold last, a datetime its
// zone.
func (c clock) reprTail(t *py.Thread, foldLast bool) (string, error) {
	zone, fold := "", ""
	if c.tz != nil {
		r, err := t.Repr(c.tz)
		if err != nil {
			return "", err
		}
		zone = ", tzinfo=" + r.String()
	}
	if c.fold != 0 {
		fold = ", fold=1"
	}
	if foldLast {
		return zone + fold + ")", nil
	}
	return fold + zone + ")", nil
}

// reprSeconds are the seconds and microseconds of a repr, those that aren't 0.
func (c clock) reprSeconds() string {
	switch {
	case c.micro != 0:
		return fmt.Sprintf(", %d, %d", c.second, c.micro)
	case c.second != 0:
		return fmt.Sprintf(", %d", c.second)
	}
	return ""
}
