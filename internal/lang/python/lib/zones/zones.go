// Package zones is what Python's module zoneinfo, which is written in Python, knows of
// time zones: Go's own copy of the database. It has the local time, too.
package zones

import (
	"strings"
	"time"
	_ "time/tzdata" // some 450 KB; there may be no database where programs run

	"github.com/elide-dev/elided/internal/lang/python/py"
)

type locationsKey struct{}

// New returns the module _zones.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_zones")
	m.Add("known", "key, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return py.Of(location(t, a[0]) != nil), nil
	})
	m.Add("local", "key, seconds, fold, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return at(t, a, true) })
	m.Add("utc", "key, seconds, /", func(t *py.Thread, a []py.Object) (py.Object, error) { return at(t, a, false) })
	return m, nil
}

// maxLocations is how many zones an execution keeps, and maxName how long a name may be.
const (
	maxLocations = 1000
	maxName      = 256
)

// location is a time zone, or nil.
func location(t *py.Thread, key py.Object) *time.Location {
	name, ok := py.Native(key).(*py.Str)
	if !ok || len(name.String()) > maxName {
		return nil
	}
	known, ok := t.In.Data[locationsKey{}].(map[string]*time.Location)
	if !ok || len(known) >= maxLocations {
		known = map[string]*time.Location{}
		t.In.Data[locationsKey{}] = known
	}
	l, ok := known[name.String()]
	if !ok {
		l = load(name.String())
		known[name.String()] = l
	}
	return l
}

// load is a time zone of the database, or nil. In posix and right, the database has all of
// it once more. Those in right count leap seconds, which aren't known here.
func load(name string) *time.Location {
	if name == "posixrules" {
		name = "America/New_York"
	}
	for _, folder := range [...]string{"posix/", "right/"} {
		if inside, ok := strings.CutPrefix(name, folder); ok {
			name = strings.TrimLeft(inside, "/")
			break
		}
	}
	if name == "" || name == "Local" || isBeside(name) {
		return nil
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return l
}

// isBeside reports whether a name is one of those that the database of a machine, which
// package time prefers, may have beside the names of zones.
func isBeside(name string) bool {
	return name == "posixrules" || strings.HasPrefix(name, "posix/") || strings.HasPrefix(name, "right/")
}

// at is the offset, the part of it that is daylight saving's, in seconds, and the name at a
// time in seconds since 1970: of UTC, or as the zone's clocks show it.
func at(t *py.Thread, a []py.Object, local bool) (py.Object, error) {
	l := location(t, a[0])
	if l == nil {
		return nil, py.Raise(py.ValueError, "no such zone")
	}
	seconds, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	when := int64(seconds)
	if local {
		when = instant(l, when, a[2] != py.MakeInt(0))
	}
	moment := time.Unix(when, 0).In(l)
	name, offset := moment.Zone()
	return py.NewTuple(py.MakeInt(int64(offset)), py.MakeInt(saving(moment)), py.NewStr(name)), nil
}

// instant is one with the offset of a time that clocks show. Of a time that they show twice
// it is the first, or with fold the second; for one that they skip it is a day before or,
// with fold, after.
func instant(l *time.Location, shown int64, fold bool) int64 {
	const day = 86400
	offset := func(utc int64) int64 {
		_, n := time.Unix(utc, 0).In(l).Zone()
		return int64(n)
	}
	before, after := offset(shown-day), offset(shown+day)
	isBefore, isAfter := offset(shown-before) == before, offset(shown-after) == after
	switch {
	case isBefore && (!isAfter || !fold):
		return shown - before
	case isAfter:
		return shown - after
	case fold:
		return shown + day
	}
	return shown - day
}

// saving is how much of the offset is daylight saving's: the difference to the zone's
// offset without it nearby.
func saving(m time.Time) int64 {
	if !m.IsDST() {
		return 0
	}
	_, now := m.Zone()
	start, end := m.ZoneBounds()
	for _, other := range []time.Time{start.Add(-time.Second), end} {
		if other.IsZero() || other.Add(time.Second).IsZero() || other.IsDST() {
			continue
		}
		if _, n := other.Zone(); n != now {
			return int64(now - n)
		}
	}
	return 3600
}
