package zones

import (
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Clock is an execution's local time.
type Clock struct {
	zone  *time.Location // nil is UTC
	text  string         // what it goes by, as TZ has it
	name  string         // UTC's, where zone is nil
	rules bool           // zone is of a text by POSIX, not of the database
	west  int64          // what Unix begins with: the offset that it found last, in seconds west
}

// Shown is what a clock goes by at a time.
type Shown struct {
	Name   string
	Offset int64 // seconds east of UTC
	DST    bool
}

type clockKey struct{}

// Local is the execution's clock: at first by the variable TZ that the program starts with.
func Local(t *py.Thread) *Clock {
	if c, ok := t.In.Data[clockKey{}].(*Clock); ok {
		return c
	}
	c := &Clock{name: "UTC"}
	t.In.Data[clockKey{}] = c
	tz := ""
	if !t.In.Host.NoEnv {
		tz = t.In.Host.Program.Env["TZ"]
	}
	c.set(t, tz)
	return c
}

// SetLocal sets the execution's clock by a text such as TZ has.
func SetLocal(t *py.Thread, tz string) {
	if c := Local(t); c.text != tz {
		c.set(t, tz)
	}
}

// IsUTC reports whether the clock shows UTC, whatever it calls it.
func (c *Clock) IsUTC() bool { return c.zone == nil }

// At is what the clock goes by at a time in seconds since 1970.
func (c *Clock) At(unix int64) Shown {
	if c.zone == nil {
		return Shown{Name: c.name}
	}
	if c.rules {
		unix = max(unix, 0) // the C library doesn't apply such rules to the time before 1970
	}
	m := time.Unix(unix, 0).In(c.zone)
	name, offset := m.Zone()
	return Shown{name, int64(offset), m.IsDST()}
}
