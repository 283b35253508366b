package datetime

import (
	"fmt"
	"math"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	pytime "github.com/elide-dev/elided/internal/lang/python/lib/time"
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Moment is a datetime.
type Moment struct {
	day
	clock
}

// Class returns the class datetime.
func (*Moment) Class() *py.Class { return momentClass }

func momentOf(o py.Object) *Moment { return py.Native(o).(*Moment) }

func (m *Moment) check() error {
	if err := m.day.check(); err != nil {
		return err
	}
	return m.clock.check()
}

// makeMoment makes a datetime of a class, which a program's subclass is called for: as in
// CPython without the fold.
func makeMoment(t *py.Thread, cls *py.Class, m *Moment) (py.Object, error) {
	if cls == momentClass {
		return m, nil
	}
	c := m.clock
	c.fold = 0
	a := c.args()
	a.Pos = append(ints(m.year, m.month, m.day.day), a.Pos...)
	return t.CallArgs(cls, a)
}

var momentSignature = py.Sign("year, month, day, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=")

// take takes the arguments of a datetime. Those that are nil stay as they are.
func (m *Moment) take(t *py.Thread, v []py.Object) error {
	if err := numbers(t, v, &m.year, &m.month, &m.day.day, &m.hour, &m.minute, &m.second, &m.micro); err != nil {
		return err
	}
	if err := m.day.check(); err != nil {
		return err
	}
	return m.clock.take(t, v[3:])
}

func newMoment(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
	m := &Moment{}
	if state, tz := stateOf(a, momentShape, 1); state != nil {
		if err := m.day.setState(state); err != nil {
			return nil, err
		}
		return py.NewOf(cls, m), m.clock.setState(state[4:], state[2], tz)
	}
	v, err := bindNumbers(t, momentSignature, a)
	if err != nil {
		return nil, err
	}
	if err := m.take(t, v); err != nil {
		return nil, err
	}
	return py.NewOf(cls, m), nil
}

func fillMoment(c *py.Class) {
	s := &c.Slots
	s.New = newMoment
	s.Repr = func(t *py.Thread, o py.Object) (py.Object, error) {
		m := momentOf(o)
		tail, err := m.reprTail(t, false)
		if err != nil {
			return nil, err
		}
		return py.NewStr(fmt.Sprintf("%s(%d, %d, %d, %d, %d%s%s", o.Class().Name, m.year, m.month, m.day.day, m.hour, m.minute, m.reprSeconds(), tail)), nil
	}
	s.Str = func(t *py.Thread, o py.Object) (py.Object, error) { return method(t, o, "isoformat", py.NewStr(" ")) }
	s.Hash = hashMoment
	s.Compare = compareMoments
	s.Binary[ast.Add], s.Reflected[ast.Add] = momentAdd, momentAdd
	s.Binary[ast.Sub], s.Reflected[ast.Sub] = momentSub, momentSub
	addClockFields(c, func(o py.Object) clock { return momentOf(o).clock })
	momentConstructors(c)
	momentMethods(c)
	addZoneMethods(c, func(o py.Object) (py.Object, py.Object) { return momentOf(o).tz, o })
	c.Dict.SetStr("min", &Moment{day: day{minYear, 1, 1}})
	c.Dict.SetStr("max", &Moment{day{maxYear, 12, 31}, clockOf(dayMicros - 1)})
	c.Dict.SetStr("resolution", Delta{0, 1})
}

// timestamp is a time in seconds since 1970, and its microseconds, rounded to the nearest
// or, unless near is true, down.
func timestamp(t *py.Thread, x py.Object, near bool) (seconds int64, micros int, err error) {
	f, ok := py.Native(x).(py.Float)
	if !ok {
		n, err := t.IndexObject(x)
		if err != nil {
			return 0, 0, err
		}
		i, ok := n.(py.Int)
		if !ok {
			return 0, 0, py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
		}
		return int64(i), 0, nil
	}
	whole, fraction := math.Modf(float64(f))
	switch {
	case math.IsNaN(whole):
		return 0, 0, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
	case math.Abs(whole) >= math.MaxInt64:
		return 0, 0, py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
	case !near:
		return int64(math.Floor(float64(f))), 0, nil
	}
	part := math.RoundToEven(fraction * 1e6)
	if part < 0 {
		part += 1e6
		whole--
	}
	if part >= 1e6 {
		part -= 1e6
		whole++
	}
	return int64(whole), int(part), nil
}

// momentAt is a time in UTC.
func momentAt(seconds int64, micros int) (*Moment, error) {
	d, err := dayOfUnix(seconds)
	if err != nil {
		return nil, err
	}
	rest := seconds % 86400
	if rest < 0 {
		rest += 86400
	}
	return &Moment{d, clockOf(rest*1_000_000 + int64(micros))}, nil
}

// inZone is a time in UTC as a zone has it; nil and None are the local one, which isn't
// named.
func inZone(t *py.Thread, cls, tz py.Object, seconds int64, micros int) (py.Object, error) {
	var zone clock
	if err := zone.setTz(tz); err != nil {
		return nil, err
	}
	if zone.tz == nil {
		m, err := localMoment(zones.Local(t), seconds, micros)
		if err != nil {
			return nil, err
		}
		return makeMoment(t, cls.(*py.Class), m)
	}
	m, err := momentAt(seconds, micros)
	if err != nil {
		return nil, err
	}
	m.tz = zone.tz
	o, err := makeMoment(t, cls.(*py.Class), m)
	if err != nil {
		return nil, err
	}
	return method(t, m.tz, "fromutc", o)
}

// now is the seconds since 1970, and their microseconds.
func now() (int64, int) {
	n := time.Now()
	return n.Unix(), n.Nanosecond() / 1000
}

func fromTimestamp(t *py.Thread, cls, x, tz py.Object) (py.Object, error) {
	var check clock
	if err := check.setTz(tz); err != nil {
		return nil, err
	}
	s, us, err := timestamp(t, x, true)
	if err != nil {
		return nil, err
	}
	return inZone(t, cls, tz, s, us)
}

// unzoned is a time in UTC that isn't named.
func unzoned(t *py.Thread, cls py.Object, seconds int64, micros int) (py.Object, error) {
	m, err := momentAt(seconds, micros)
	if err != nil {
		return nil, err
	}
	return makeMoment(t, cls.(*py.Class), m)
}

func momentConstructors(c *py.Class) {
	c.AddClassMethods(py.MethodTable{
		{Name: "now", Signature: "tz=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, us := now()
			return inZone(t, a[0], a[1], s, us)
		}},
		{Name: "today", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, us := now()
			return inZone(t, a[0], nil, s, us)
		}},
		{Name: "utcnow", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, us := now()
			return unzoned(t, a[0], s, us)
		}},
		{Name: "fromtimestamp", Signature: "timestamp, tz=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return fromTimestamp(t, a[0], a[1], a[2])
		}},
		{Name: "utcfromtimestamp", Signature: "timestamp, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, us, err := timestamp(t, a[1], true)
			if err != nil {
				return nil, err
			}
			return unzoned(t, a[0], s, us)
		}},
		{Name: "combine", Signature: "date, time, tzinfo=", Fn: combine},
		{Name: "strptime", Signature: "string, format, /", Fn: strptime},
		{Name: "fromordinal", Signature: "ordinal, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			n, err := number(t, a[1], 0)
			if err != nil {
				return nil, err
			}
			d, err := fromOrdinal(n)
			if err != nil {
				return nil, err
			}
			return makeMoment(t, a[0].(*py.Class), &Moment{day: d})
		}},
		{Name: "fromisoformat", Signature: "string, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, ok := py.Native(a[1]).(*py.Str)
			if !ok {
				return nil, py.Raise(py.TypeError, "fromisoformat: argument must be str")
			}
			m, ok, err := parseMoment(s.String())
			if !ok {
				return nil, invalidISO(t, s)
			}
			if err != nil {
				return nil, err
			}
			return makeMoment(t, a[0].(*py.Class), m)
		}},
		{Name: "fromisocalendar", Signature: "year, week, day", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			var year, week, weekday int
			if err := numbers(t, a[1:], &year, &week, &weekday); err != nil {
				return nil, err
			}
			d, err := fromISOWeek(year, week, weekday)
			if err != nil {
				return nil, err
			}
			return makeMoment(t, a[0].(*py.Class), &Moment{day: d})
		}},
	})
}

func combine(t *py.Thread, a []py.Object) (py.Object, error) {
	if !py.IsInstance(a[1], dateClass) {
		return nil, py.Raise(py.TypeError, "combine() argument 1 must be datetime.date, not %s", py.ArgClass(a[1]))
	}
	c, ok := py.Native(a[2]).(*Time)
	if !ok {
		return nil, py.Raise(py.TypeError, "combine() argument 2 must be datetime.time, not %s", py.ArgClass(a[2]))
	}
	m := &Moment{dayIn(a[1]), c.clock}
	if a[3] != nil {
		if err := m.setTz(a[3]); err != nil {
			return nil, err
		}
	}
	return makeMoment(t, a[0].(*py.Class), m)
}

func strptime(t *py.Thread, a []py.Object) (py.Object, error) {
	for i, x := range a[1:] {
		if _, err := text(x, "strptime", i+1); err != nil {
			return nil, err
		}
	}
	p, err := pytime.Parse(t, a[1], a[2])
	if err != nil {
		return nil, err
	}
	m := &Moment{day{p.Year, p.Month, p.Day}, clock{hour: p.Hour, minute: p.Minute, second: p.Second, micro: p.Micro}}
	if p.HasOffset {
		d, err := makeDelta(0, int64(p.Offset)*1_000_000+int64(p.OffsetMicro))
		if err != nil {
			return nil, err
		}
		args := []py.Object{d}
		if p.HasZone {
			args = append(args, py.NewStr(p.Zone))
		}
		if m.tz, err = newZone(t, zoneClass, py.Positional(args...)); err != nil {
			return nil, err
		}
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return makeMoment(t, a[0].(*py.Class), m)
}
