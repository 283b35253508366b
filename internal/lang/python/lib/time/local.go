package time

import (
	"time"

	"github.com/elide-dev/elided/internal/lang/python/lib/posix"
	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

type yearKey struct{}

// A year is what the local time goes by in a winter and a summer, from which timezone,
// altzone, daylight and tzname are: the standard time first.
type year struct {
	names  [2]string
	west   [2]int64 // seconds west of UTC
	saving [2]bool  // whether it is daylight saving time
}

// half is half a year in seconds.
const half = (365*24 + 6) * 3600 / 2

// maxName is how long a name in tzname is.
const maxName = 9

// yearOf is what tzset, or the first look at it, has found.
func yearOf(t *py.Thread) *year {
	if y, ok := t.In.Data[yearKey{}].(*year); ok {
		return y
	}
	y := &year{}
	c := zones.Local(t)
	start := time.Now().Unix() / (2 * half) * (2 * half)
	for i := range y.names {
		s := c.At(start + int64(i)*half)
		y.names[i], y.west[i], y.saving[i] = s.Name[:min(len(s.Name), maxName)], -s.Offset, s.DST
	}
	if y.west[0] < y.west[1] { // it is summer in January
		y.names[0], y.names[1] = y.names[1], y.names[0]
		y.west[0], y.west[1] = y.west[1], y.west[0]
		y.saving[0], y.saving[1] = y.saving[1], y.saving[0]
	}
	t.In.Data[yearKey{}] = y
	return y
}

func (y *year) daylight() bool { return y.west[0] != y.west[1] }

// name is that of daylight saving time, or of standard time.
func (y *year) name(dst bool) string {
	for i, saving := range y.saving {
		if saving == dst {
			return y.names[i]
		}
	}
	return y.names[0]
}

// readZone is tzset: it sets the local time by the variable TZ.
func readZone(t *py.Thread) *year {
	zones.SetLocal(t, posix.Variable(t, "TZ"))
	delete(t.In.Data, yearKey{})
	return yearOf(t)
}

// setZone sets the module's attributes.
func setZone(m *py.Module, y *year) {
	m.Set("timezone", py.MakeInt(y.west[0])).Set("altzone", py.MakeInt(y.west[1]))
	m.Set("tzname", py.NewTuple(py.NewStr(y.names[0]), py.NewStr(y.names[1])))
	daylight := int64(0)
	if y.daylight() {
		daylight = 1
	}
	m.Set("daylight", py.MakeInt(daylight))
}

// MakeTime is mktime. It reports false where there is no such time.
func MakeTime(t *py.Thread, f *strftime.Fields) (int64, bool) {
	zones.SetLocal(t, posix.Variable(t, "TZ")) // the C library's looks at it each time
	g := *f
	g.Second = min(max(f.Second, 0), 59) // what is beyond a minute doesn't count when looking for the offset
	unix, ok := zones.Local(t).Unix(g.Unix(), f.DST)
	return unix + int64(f.Second-g.Second), ok
}

// Epoch is MakeTime for strftime's %s.
func Epoch(t *py.Thread) func(f *strftime.Fields) int64 {
	return func(f *strftime.Fields) int64 {
		unix, ok := MakeTime(t, f)
		if !ok {
			return -1
		}
		return unix
	}
}
