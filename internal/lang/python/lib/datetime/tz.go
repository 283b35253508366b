package datetime

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Zone is a timezone: a fixed offset from UTC. Name nil is made of the offset.
type Zone struct {
	offset Delta
	name   *py.Str
}

// Class returns the class timezone.
func (*Zone) Class() *py.Class { return zoneClass }

// A tzBase is what an instance of a program's subclass of tzinfo has for this package.
type tzBase struct{ _ byte }

// Class returns the class tzinfo.
func (*tzBase) Class() *py.Class { return tzClass }

// Stateless is of py.Stateless.
func (*tzBase) Stateless() {}

func fillTz(c *py.Class) {
	c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) { return py.NewOf(cls, &tzBase{}), nil }
	c.Slots.Init = func(*py.Thread, py.Object, py.Args) error { return nil }
	abstract := func(name string) py.GoFunc {
		return func(*py.Thread, []py.Object) (py.Object, error) {
			return nil, py.Raise(py.NotImplementedError, "a tzinfo subclass must implement %s()", name)
		}
	}
	c.AddWholeMethods(py.MethodTable{
		{Name: "utcoffset", Signature: "dt, /", Fn: abstract("utcoffset")},
		{Name: "dst", Signature: "dt, /", Fn: abstract("dst")},
		{Name: "tzname", Signature: "dt, /", Fn: abstract("tzname")},
		{Name: "fromutc", Signature: "dt, /", Fn: fromUTC},
		{Name: "__reduce__", Fn: tzReduce},
	})
}

// tzReduce is what copies of a program's zones are made from.
func tzReduce(t *py.Thread, a []py.Object) (py.Object, error) {
	args := py.Object(py.NewTuple())
	if get, err := t.Attr(a[0], "__getinitargs__"); err != nil {
		return nil, err
	} else if get != nil {
		if args, err = t.Call(get); err != nil {
			return nil, err
		}
	}
	state, err := method(t, a[0], "__getstate__")
	if err != nil {
		return nil, err
	}
	return py.NewTuple(a[0].Class(), args, state), nil
}

func isMoment(x py.Object) bool { return py.IsInstance(x, momentClass) }

func checkFromUTC(tz, dt py.Object) error {
	if !isMoment(dt) {
		return py.Raise(py.TypeError, "fromutc: argument must be a datetime")
	}
	if momentOf(dt).tz != tz {
		return py.Raise(py.ValueError, "fromutc: dt.tzinfo is not self")
	}
	return nil
}

// fromUTC is tzinfo.fromutc: it finds the local time by what the zone says of offsets.
func fromUTC(t *py.Thread, a []py.Object) (py.Object, error) {
	dt := a[1]
	if err := checkFromUTC(a[0], dt); err != nil {
		return nil, err
	}
	off, err := offsetBy(t, a[0], "utcoffset", dt)
	if err != nil {
		return nil, err
	}
	if off == nil {
		return nil, py.Raise(py.ValueError, "fromutc: non-None utcoffset() result required")
	}
	dst, err := offsetBy(t, a[0], "dst", dt)
	if err != nil {
		return nil, err
	}
	if dst == nil {
		return nil, py.Raise(py.ValueError, "fromutc: non-None dst() result required")
	}
	standard, err := off.minus(*dst)
	if err != nil {
		return nil, err
	}
	if dt, err = addTo(t, dt, standard); err != nil {
		return nil, err
	}
	if dst, err = offsetBy(t, a[0], "dst", dt); err != nil {
		return nil, err
	}
	if dst == nil {
		return nil, py.Raise(py.ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return addTo(t, dt, *dst)
}

// offsetBy is what a zone's utcoffset or dst says; nil is None, or no zone.
func offsetBy(t *py.Thread, tz py.Object, name string, dt py.Object) (*Delta, error) {
	if tz == nil {
		return nil, nil
	}
	if z, ok := tz.(*Zone); ok {
		if name == "dst" {
			return nil, nil
		}
		return &z.offset, nil
	}
	v, err := method(t, tz, name, dt)
	if err != nil || v == py.None {
		return nil, err
	}
	d, ok := py.Native(v).(Delta)
	if !ok {
		return nil, py.Raise(py.TypeError, "tzinfo.%s() must return None or timedelta, not '%s'", name, v.Class().FullName())
	}
	if !d.isOffset() {
		return nil, py.Raise(py.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return &d, nil
}

// isOffset reports whether d is less than a day.
func (d Delta) isOffset() bool { return d.days == 0 || d.days == -1 && d.micros > 0 }

// checkOffset refuses what is no offset; class is what it is called by.
func (d Delta) checkOffset(class string) error {
	if d.isOffset() {
		return nil
	}
	return py.Raise(py.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", d.repr(class))
}

// nameBy is what a zone's tzname says, a str or None.
func nameBy(t *py.Thread, tz, dt py.Object) (py.Object, error) {
	if tz == nil {
		return py.None, nil
	}
	if z, ok := tz.(*Zone); ok {
		return z.title(), nil
	}
	v, err := method(t, tz, "tzname", dt)
	if err != nil {
		return nil, err
	}
	if v != py.None && !py.IsInstance(v, py.StrClass) {
		return nil, py.Raise(py.TypeError, "tzinfo.tzname() must return None or a string, not '%s'", v.Class().FullName())
	}
	return v, nil
}

// offsetText is "+01:00"; colon is what is between the numbers.
func (d Delta) offsetText(colon string) string {
	sign := "+"
	if d.days < 0 {
		sign = "-"
		d, _ = Delta{}.minus(d)
	}
	c := clockOf(d.micros)
	s := fmt.Sprintf("%s%02d%s%02d", sign, c.hour, colon, c.minute)
	if c.second != 0 || c.micro != 0 {
		s += fmt.Sprintf("%s%02d", colon, c.second)
	}
	if c.micro != 0 {
		s += fmt.Sprintf(".%06d", c.micro)
	}
	return s
}

func (z *Zone) title() *py.Str {
	switch {
	case z.name != nil:
		return z.name
	case z.offset.isZero():
		return py.NewStr("UTC")
	}
	return py.NewStr("UTC" + z.offset.offsetText(":"))
}

var zoneSignature = py.Sign("offset, name=")

func newZone(_ *py.Thread, _ *py.Class, a py.Args) (py.Object, error) {
	v, err := zoneSignature.Bind("timezone", a)
	if err != nil {
		return nil, err
	}
	d, ok := py.Native(v[0]).(Delta)
	if !ok {
		return nil, py.Raise(py.TypeError, "timezone() argument 1 must be datetime.timedelta, not %s", py.ArgClass(v[0]))
	}
	z := &Zone{offset: d}
	if v[1] != nil {
		if z.name, ok = py.Native(v[1]).(*py.Str); !ok {
			return nil, py.Raise(py.TypeError, "timezone() argument 2 must be str, not %s", py.ArgClass(v[1]))
		}
	}
	if err := d.checkOffset(v[0].Class().Name); err != nil {
		return nil, err
	}
	if v[1] == nil && d.isZero() {
		return utc, nil
	}
	return z, nil
}

func fillZone(c *py.Class) {
	c.Sealed = true
	s := &c.Slots
	s.New = newZone
	s.Init = func(*py.Thread, py.Object, py.Args) error { return nil }
	s.Repr = func(t *py.Thread, o py.Object) (py.Object, error) {
		z := o.(*Zone)
		switch {
		case z == utc:
			return py.NewStr("datetime.timezone.utc"), nil
		case z.name != nil:
			return py.NewStr("datetime.timezone(" + z.offset.repr("datetime.timedelta") + ", " + py.Repr(t, z.name) + ")"), nil
		}
		return py.NewStr("datetime.timezone(" + z.offset.repr("datetime.timedelta") + ")"), nil
	}
	s.Str = func(_ *py.Thread, o py.Object) (py.Object, error) { return o.(*Zone).title(), nil }
	s.Hash = func(t *py.Thread, o py.Object) (int64, error) { return py.Hash(t, o.(*Zone).offset) }
	s.Compare = func(_ *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
		a, ok := x.(*Zone)
		b, ok2 := y.(*Zone)
		if !ok || !ok2 || op != py.EQ && op != py.NE {
			return py.NotImplemented, nil
		}
		return py.Of((a.offset == b.offset) == (op == py.EQ)), nil
	}
	c.AddWholeMethods(py.MethodTable{
		{Name: "utcoffset", Signature: "dt, /", Fn: zoneMethod("utcoffset", func(z *Zone) py.Object { return z.offset })},
		{Name: "dst", Signature: "dt, /", Fn: zoneMethod("dst", func(*Zone) py.Object { return py.None })},
		{Name: "tzname", Signature: "dt, /", Fn: zoneMethod("tzname", func(z *Zone) py.Object { return z.title() })},
		{Name: "fromutc", Signature: "dt, /", Fn: zoneFromUTC},
		{Name: "__getinitargs__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0].(*Zone).initArgs(), nil }},
		{Name: "__reduce__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return py.NewTuple(zoneClass, a[0].(*Zone).initArgs(), py.None), nil
		}},
	})
	edge := Delta{0, dayMicros - 60_000_000}
	west, _ := Delta{}.minus(edge)
	c.Dict.SetStr("utc", utc)
	c.Dict.SetStr("min", &Zone{offset: west})
	c.Dict.SetStr("max", &Zone{offset: edge})
}

func (z *Zone) initArgs() *py.Tuple {
	if z.name != nil {
		return py.NewTuple(z.offset, z.name)
	}
	return py.NewTuple(z.offset)
}

func zoneMethod(name string, get func(z *Zone) py.Object) py.GoFunc {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		if a[1] != py.None && !isMoment(a[1]) {
			return nil, py.Raise(py.TypeError, "%s(dt) argument must be a datetime instance or None, not %s", name, a[1].Class().FullName())
		}
		return get(a[0].(*Zone)), nil
	}
}

func zoneFromUTC(t *py.Thread, a []py.Object) (py.Object, error) {
	if err := checkFromUTC(a[0], a[1]); err != nil {
		return nil, err
	}
	return addTo(t, a[1], a[0].(*Zone).offset)
}
