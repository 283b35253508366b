package datetime

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Time is a time.
type Time struct{ clock }

// Class returns the class time.
func (*Time) Class() *py.Class { return timeClass }

func timeOf(o py.Object) *Time { return py.Native(o).(*Time) }

// clockArgs are the last arguments of a call that makes a time or a datetime.
func (c clock) args() py.Args {
	a := py.Args{Pos: append(ints(c.hour, c.minute, c.second, c.micro), py.OrNone(c.tz))}
	if c.fold != 0 {
		a.Names, a.Named = []*py.Str{py.NewStr("fold")}, []py.Object{py.MakeInt(1)}
	}
	return a
}

func makeTime(t *py.Thread, cls *py.Class, c clock) (py.Object, error) {
	if cls == timeClass {
		return &Time{c}, nil
	}
	return t.CallArgs(cls, c.args())
}

var timeSignature = py.Sign("hour=, minute=, second=, microsecond=, tzinfo=, *, fold=")

// take takes the arguments of a time: hour, minute, second, microsecond, tzinfo and fold. Those
// that are nil stay as they are.
func (c *clock) take(t *py.Thread, v []py.Object) error {
	if err := numbers(t, v, &c.hour, &c.minute, &c.second, &c.micro); err != nil {
		return err
	}
	fold, err := number(t, v[5], c.fold)
	if err != nil {
		return err
	}
	c.fold = fold
	if err := c.check(); err != nil {
		return err
	}
	if v[4] == nil {
		return nil
	}
	return c.setTz(v[4])
}

func newTime(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
	x := &Time{}
	if state, tz := stateOf(a, timeShape, 1); state != nil {
		return py.NewOf(cls, x), x.setState(state, state[0], tz)
	}
	v, err := bind(timeSignature, a)
	if err != nil {
		return nil, err
	}
	if err := x.take(t, v); err != nil {
		return nil, err
	}
	return py.NewOf(cls, x), nil
}

func fillTime(c *py.Class) {
	s := &c.Slots
	s.New = newTime
	s.Repr = func(t *py.Thread, o py.Object) (py.Object, error) {
		c := timeOf(o).clock
		tail, err := c.reprTail(t, true)
		if err != nil {
			return nil, err
		}
		return py.NewStr(fmt.Sprintf("%s(%d, %d%s%s", o.Class().Name, c.hour, c.minute, c.reprSeconds(), tail)), nil
	}
	s.Str = func(t *py.Thread, o py.Object) (py.Object, error) { return method(t, o, "isoformat") }
	s.Hash = hashTime
	s.Compare = compareTimes
	addClockFields(c, func(o py.Object) clock { return timeOf(o).clock })
	c.AddClassMethods(py.MethodTable{{Name: "fromisoformat", Signature: "string, /", Fn: timeFromISO}})
	c.AddWholeMethods(py.MethodTable{
		{Name: "replace", Signature: "hour=, minute=, second=, microsecond=, tzinfo=, *, fold=", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			c := timeOf(a[0]).clock
			if err := c.take(t, a[1:]); err != nil {
				return nil, err
			}
			return makeTime(t, a[0].Class(), c)
		}},
		{Name: "isoformat", Signature: "timespec=", Fn: timeISO},
		{Name: "strftime", Signature: "format", Fn: formatTime},
		{Name: "__format__", Signature: "format, /", Fn: formatSpec},
	})
	c.AddWholeMethods(reduceWith(func(o py.Object) ([]byte, int, clock) {
		c := timeOf(o).clock
		return c.state(), 0, c
	}))
	addZoneMethods(c, func(o py.Object) (py.Object, py.Object) { return timeOf(o).tz, py.None })
	c.Dict.SetStr("min", &Time{})
	c.Dict.SetStr("max", &Time{clockOf(dayMicros - 1)})
	c.Dict.SetStr("resolution", Delta{0, 1})
}

// addClockFields adds the attributes of a clock.
func addClockFields(c *py.Class, of func(o py.Object) clock) {
	get := func(name string, v func(c clock) py.Object) {
		c.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return v(of(o)), nil }})
	}
	get("hour", func(c clock) py.Object { return makeInt(c.hour) })
	get("minute", func(c clock) py.Object { return makeInt(c.minute) })
	get("second", func(c clock) py.Object { return makeInt(c.second) })
	get("microsecond", func(c clock) py.Object { return makeInt(c.micro) })
	get("fold", func(c clock) py.Object { return makeInt(c.fold) })
	get("tzinfo", func(c clock) py.Object { return py.OrNone(c.tz) })
}

// addZoneMethods adds those that ask the zone; of is the zone, and what it is asked about.
func addZoneMethods(c *py.Class, of func(o py.Object) (tz, dt py.Object)) {
	offset := func(name string) py.GoFunc {
		return func(t *py.Thread, a []py.Object) (py.Object, error) {
			tz, dt := of(a[0])
			d, err := offsetBy(t, tz, name, dt)
			if err != nil || d == nil {
				return py.None, err
			}
			return *d, nil
		}
	}
	c.AddWholeMethods(py.MethodTable{
		{Name: "utcoffset", Fn: offset("utcoffset")},
		{Name: "dst", Fn: offset("dst")},
		{Name: "tzname", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			tz, dt := of(a[0])
			return nameBy(t, tz, dt)
		}},
	})
}

// unit is the argument timespec.
func unit(x py.Object) (string, error) {
	if x == nil {
		return "auto", nil
	}
	return text(x, "isoformat", 2)
}

// zoned adds the zone's offset to a text.
func (c clock) zoned(t *py.Thread, s string, dt py.Object) (py.Object, error) {
	off, err := offsetBy(t, c.tz, "utcoffset", dt)
	if err != nil {
		return nil, err
	}
	if off != nil {
		s += off.offsetText(":")
	}
	return py.NewStr(s), nil
}

func timeISO(t *py.Thread, a []py.Object) (py.Object, error) {
	u, err := unit(a[1])
	if err != nil {
		return nil, err
	}
	c := timeOf(a[0]).clock
	s, err := c.iso(u)
	if err != nil {
		return nil, err
	}
	return c.zoned(t, s, py.None)
}

func timeFromISO(t *py.Thread, a []py.Object) (py.Object, error) {
	s, ok := py.Native(a[1]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "fromisoformat: argument must be str")
	}
	v := s.String()
	if v != "" && v[0] == 'T' {
		v = v[1:]
	}
	c, ok, err := parseClock(v)
	if !ok {
		return nil, invalidISO(t, s)
	}
	if err != nil {
		return nil, err
	}
	return makeTime(t, a[0].(*py.Class), c)
}

func hashTime(t *py.Thread, o py.Object) (int64, error) {
	c := timeOf(o).clock
	off, err := offsetBy(t, c.tz, "utcoffset", py.None)
	if err != nil {
		return 0, err
	}
	n := c.micros()
	if off != nil {
		n -= off.days*dayMicros + off.micros
	}
	return hashOf(t, int(n))
}

func compareTimes(t *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*Time)
	b, ok2 := py.Native(y).(*Time)
	if !ok || !ok2 {
		return py.NotImplemented, nil
	}
	if a.tz == b.tz {
		return ordered(op, a.compare(b.clock)), nil
	}
	p, err := offsetBy(t, a.tz, "utcoffset", py.None)
	if err != nil {
		return nil, err
	}
	q, err := offsetBy(t, b.tz, "utcoffset", py.None)
	if err != nil {
		return nil, err
	}
	if p == nil || q == nil {
		return mixed(op, p == nil && q == nil, a.compare(b.clock), "times")
	}
	d, err := makeDelta(p.days, p.micros-a.micros())
	if err != nil {
		return nil, err
	}
	e, err := makeDelta(q.days, q.micros-b.micros())
	if err != nil {
		return nil, err
	}
	return ordered(op, e.compare(d)), nil
}

// mixed is a comparison where at least one has no offset; naive is whether both have none.
func mixed(op py.Cmp, naive bool, order int, what string) (py.Object, error) {
	switch {
	case naive:
		return ordered(op, order), nil
	case op == py.EQ || op == py.NE:
		return py.Of(op == py.NE), nil
	}
	return nil, py.Raise(py.TypeError, "can't compare offset-naive and offset-aware %s", what)
}
