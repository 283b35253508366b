package datetime

import (
	"fmt"

	pytime "github.com/elide-dev/elided/internal/lang/python/lib/time"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func momentMethods(c *py.Class) {
	c.AddWholeMethods(py.MethodTable{
		{Name: "date", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return &Date{momentOf(a[0]).day}, nil }},
		{Name: "time", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			c := momentOf(a[0]).clock
			c.tz = nil
			return &Time{c}, nil
		}},
		{Name: "timetz", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return &Time{momentOf(a[0]).clock}, nil }},
		{Name: "ctime", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			m := momentOf(a[0])
			return py.NewStr(m.ctime(m.clock)), nil
		}},
		{Name: "timetuple", Fn: momentTuple},
		{Name: "utctimetuple", Fn: momentUTCTuple},
		{Name: "timestamp", Fn: momentStamp},
		{Name: "isoformat", Signature: "sep=, timespec=", Fn: momentISO},
		{Name: "replace", Signature: "year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			m := *momentOf(a[0])
			if err := m.take(t, a[1:]); err != nil {
				return nil, err
			}
			return py.NewOf(a[0].Class(), &m), nil
		}},
		{Name: "astimezone", Signature: "tz=", Fn: asTimeZone},
	})
	c.AddWholeMethods(reduceWith(func(o py.Object) ([]byte, int, clock) {
		m := momentOf(o)
		return append(m.day.state(), m.clock.state()...), 2, m.clock
	}))
}

// since is the time since the day before the first, as the fields have it.
func (m *Moment) since() Delta { return Delta{int64(m.ordinal()), m.micros()} }

// epoch is 1970 by since.
var epoch = Delta{719163, 0}

// withTime is m at another time, whose offset from UTC is the same.
func (m *Moment) withTime(d Delta) (*Moment, error) {
	if d.days < 1 || d.days > maxOrdinal {
		return nil, py.Raise(py.OverflowError, "date value out of range")
	}
	c := clockOf(d.micros)
	c.tz = m.tz
	return &Moment{dayOf(int(d.days)), c}, nil
}

// addTo is a datetime and a timedelta.
func addTo(t *py.Thread, o py.Object, d Delta) (py.Object, error) {
	m := momentOf(o)
	sum, err := m.since().plus(d)
	if err != nil {
		return nil, py.Raise(py.OverflowError, "date value out of range")
	}
	later, err := m.withTime(sum)
	if err != nil {
		return nil, err
	}
	return makeMoment(t, o.Class(), later)
}

func momentAdd(t *py.Thread, x, y py.Object) (py.Object, error) {
	if _, ok := py.Native(x).(Delta); ok {
		x, y = y, x
	}
	d, ok := py.Native(y).(Delta)
	if !ok || !isMoment(x) {
		return py.NotImplemented, nil
	}
	return addTo(t, x, d)
}

func momentSub(t *py.Thread, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*Moment)
	if !ok {
		return py.NotImplemented, nil
	}
	switch b := py.Native(y).(type) {
	case Delta:
		d, err := Delta{}.minus(b)
		if err != nil {
			return nil, py.Raise(py.OverflowError, "date value out of range")
		}
		return addTo(t, x, d)
	case *Moment:
		d, err := a.since().minus(b.since())
		if err != nil || a.tz == b.tz {
			return made(d, err)
		}
		p, q, err := offsets(t, x, y)
		if err != nil {
			return nil, err
		}
		if (p == nil) != (q == nil) {
			return nil, py.Raise(py.TypeError, "can't subtract offset-naive and offset-aware datetimes")
		}
		if p == nil {
			return d, nil
		}
		if d, err = d.minus(*p); err != nil {
			return nil, err
		}
		return made(d.plus(*q))
	}
	return py.NotImplemented, nil
}

// offsets are those of two datetimes.
func offsets(t *py.Thread, x, y py.Object) (p, q *Delta, err error) {
	if p, err = offsetBy(t, momentOf(x).tz, "utcoffset", x); err != nil {
		return nil, nil, err
	}
	q, err = offsetBy(t, momentOf(y).tz, "utcoffset", y)
	return p, q, err
}

func compareMoments(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*Moment)
	b, ok2 := py.Native(y).(*Moment)
	if !ok || !ok2 {
		return notMoments(op, x, y)
	}
	order := a.since().compare(b.since())
	if a.tz == b.tz {
		return ordered(op, order), nil
	}
	p, q, err := offsets(t, x, y)
	if err != nil {
		return nil, err
	}
	if p == nil || q == nil {
		return mixed(op, p == nil && q == nil, order, "datetimes")
	}
	d, err := a.since().minus(*p)
	if err != nil {
		return nil, err
	}
	e, err := b.since().minus(*q)
	if err != nil {
		return nil, err
	}
	if order = d.compare(e); order == 0 && (op == py.EQ || op == py.NE) {
		// A time that another offset might be meant for equals none of another zone.
		for i, o := range []py.Object{x, y} {
			if f, err := foldMatters(t, o, []*Delta{p, q}[i]); f || err != nil {
				return py.Of(op == py.NE), err
			}
		}
	}
	return ordered(op, order), nil
}

// foldMatters reports whether the offset would be another one with the other fold.
func foldMatters(t *py.Thread, o py.Object, offset *Delta) (bool, error) {
	m := *momentOf(o)
	if _, fixed := m.tz.(*Zone); fixed || m.tz == nil {
		return false, nil
	}
	m.fold = 1 - m.fold
	other, err := offsetBy(t, m.tz, "utcoffset", &m)
	return err == nil && other != nil && *other != *offset, err
}

// notMoments compares where one is no datetime: a date is never equal to one, and neither
// before nor after it.
func notMoments(op py.Cmp, x, y py.Object) (py.Object, error) {
	if !py.IsInstance(x, dateClass) || !py.IsInstance(y, dateClass) {
		return py.NotImplemented, nil
	}
	if op == py.EQ || op == py.NE {
		return py.Of(op == py.NE), nil
	}
	if isMoment(y) {
		x, y = y, x
	}
	return nil, py.Raise(py.TypeError, "can't compare %s to %s", x.Class().FullName(), y.Class().FullName())
}

// utcTime is the time in UTC by since; a datetime without an offset is taken for UTC.
func utcTime(t *py.Thread, o py.Object) (Delta, error) {
	m := momentOf(o)
	off, err := offsetBy(t, m.tz, "utcoffset", o)
	if err != nil || off == nil {
		return m.since(), err
	}
	return m.since().minus(*off)
}

func hashMoment(t *py.Thread, o py.Object) (int64, error) {
	if m := momentOf(o); m.fold != 0 {
		first := *m
		first.fold = 0
		o = &first
	}
	d, err := utcTime(t, o)
	if err != nil {
		return 0, err
	}
	return hashOf(t, int(d.days), d.seconds(), d.micro())
}

func momentStamp(t *py.Thread, a []py.Object) (py.Object, error) {
	off, err := offsetBy(t, momentOf(a[0]).tz, "utcoffset", a[0])
	if err != nil {
		return nil, err
	}
	if off == nil && momentOf(a[0]).tz != nil {
		return nil, py.Raise(py.TypeError, "can't subtract offset-naive and offset-aware datetimes")
	}
	d, err := momentOf(a[0]).settled(t, off)
	if err != nil {
		return nil, err
	}
	if d, err = d.minus(epoch); err != nil {
		return nil, err
	}
	return totalSeconds(t, []py.Object{d})
}

func momentTuple(t *py.Thread, a []py.Object) (py.Object, error) {
	m := momentOf(a[0])
	dst, err := daylight(t, m.tz, a[0])
	if err != nil {
		return nil, err
	}
	return pytime.NewStruct(m.fields(m.clock, dst)), nil
}

func momentUTCTuple(t *py.Thread, a []py.Object) (py.Object, error) {
	d, err := utcTime(t, a[0])
	if err != nil {
		return nil, err
	}
	m, err := (&Moment{}).withTime(d)
	if err != nil {
		return nil, err
	}
	return pytime.NewStruct(m.fields(m.clock, 0)), nil
}

func momentISO(t *py.Thread, a []py.Object) (py.Object, error) {
	sep := "T"
	if a[1] != nil {
		s, ok := py.Native(a[1]).(*py.Str)
		if !ok || s.Len() != 1 {
			return nil, py.Raise(py.TypeError, "isoformat() argument 1 must be a unicode character, not %s", py.ArgClass(a[1]))
		}
		sep = s.String()
	}
	u, err := unit(a[2])
	if err != nil {
		return nil, err
	}
	m := momentOf(a[0])
	s, err := m.clock.iso(u)
	if err != nil {
		return nil, err
	}
	return m.zoned(t, fmt.Sprintf("%s%s%s", m.day.iso(), sep, s), a[0])
}

func asTimeZone(t *py.Thread, a []py.Object) (py.Object, error) {
	m := *momentOf(a[0])
	from := m.tz
	if err := m.setTz(a[1]); err != nil {
		return nil, err
	}
	if from != nil && from == m.tz {
		return a[0], nil
	}
	off, err := offsetBy(t, from, "utcoffset", a[0])
	if err != nil {
		return nil, err
	}
	if off == nil {
		if off, err = m.localOffset(t); err != nil {
			return nil, err
		}
	}
	d, err := m.since().minus(*off)
	if err != nil {
		return nil, err
	}
	if m.tz == nil {
		local, err := localZone(t, d)
		if err != nil {
			return nil, err
		}
		m.tz = local
	}
	u, err := m.withTime(d)
	if err != nil {
		return nil, err
	}
	o, err := makeMoment(t, a[0].Class(), u)
	if err != nil {
		return nil, err
	}
	return method(t, m.tz, "fromutc", o)
}
