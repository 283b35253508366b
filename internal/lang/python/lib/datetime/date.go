package datetime

import (
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	pytime "github.com/elide-dev/elided/internal/lang/python/lib/time"
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Date is a date.
type Date struct{ day }

// Class returns the class date.
func (*Date) Class() *py.Class { return dateClass }

// dayIn is the day of a date or datetime.
func dayIn(o py.Object) day {
	if m, ok := py.Native(o).(*Moment); ok {
		return m.day
	}
	return py.Native(o).(*Date).day
}

// makeDate makes a date of a class, which a program's subclass is called for.
func makeDate(t *py.Thread, cls *py.Class, d day) (py.Object, error) {
	if cls == dateClass {
		return &Date{d}, nil
	}
	return t.Call(cls, ints(d.year, d.month, d.day)...)
}

var dateSignature = py.Sign("year, month, day")

func newDate(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
	d := &Date{}
	if state, _ := stateOf(a, dateShape, 0); state != nil {
		return py.NewOf(cls, d), d.setState(state)
	}
	v, err := bindNumbers(t, dateSignature, a)
	if err != nil {
		return nil, err
	}
	if err := numbers(t, v, &d.year, &d.month, &d.day.day); err != nil {
		return nil, err
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	return py.NewOf(cls, d), nil
}

func fillDate(c *py.Class) {
	s := &c.Slots
	s.New = newDate
	s.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) {
		d := dayIn(o)
		return py.NewStr(fmt.Sprintf("%s(%d, %d, %d)", o.Class().Name, d.year, d.month, d.day)), nil
	}
	s.Str = func(t *py.Thread, o py.Object) (py.Object, error) { return method(t, o, "isoformat") }
	s.Hash = func(t *py.Thread, o py.Object) (int64, error) {
		d := dayIn(o)
		return hashOf(t, d.year, d.month, d.day)
	}
	s.Compare = compareDates
	s.Binary[ast.Add], s.Reflected[ast.Add] = dateAdd, dateAdd
	s.Binary[ast.Sub], s.Reflected[ast.Sub] = dateSub, dateSub
	get := func(name string, v func(d day) int) *py.GetSet {
		return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return makeInt(v(dayIn(o))), nil }}
	}
	c.AddGetSets(get("year", func(d day) int { return d.year }), get("month", func(d day) int { return d.month }), get("day", func(d day) int { return d.day }))
	dateConstructors(c)
	c.AddWholeMethods(py.MethodTable{
		{Name: "replace", Signature: "year=, month=, day=", Fn: dateReplace},
		{Name: "isoformat", Fn: dayText(day.iso)},
		{Name: "ctime", Fn: dayText(func(d day) string { return d.ctime(clock{}) })},
		{Name: "weekday", Fn: dayInt(day.weekday)},
		{Name: "isoweekday", Fn: dayInt(func(d day) int { return d.weekday() + 1 })},
		{Name: "toordinal", Fn: dayInt(day.ordinal)},
		{Name: "isocalendar", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return py.NewStruct(isoClass, ints(dayIn(a[0]).isoWeek())...), nil
		}},
		{Name: "timetuple", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return pytime.NewStruct(dayIn(a[0]).fields(clock{}, -1)), nil
		}},
		{Name: "strftime", Signature: "format", Fn: formatTime},
		{Name: "__format__", Signature: "format, /", Fn: formatSpec},
	})
	c.AddWholeMethods(reduceWith(func(o py.Object) ([]byte, int, clock) { return dayIn(o).state(), 2, clock{} }))
	c.Dict.SetStr("min", &Date{day{minYear, 1, 1}})
	c.Dict.SetStr("max", &Date{day{maxYear, 12, 31}})
	c.Dict.SetStr("resolution", Delta{1, 0})
}

func dayInt(get func(d day) int) py.GoFunc {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) { return makeInt(get(dayIn(a[0]))), nil }
}

func dayText(get func(d day) string) py.GoFunc {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.NewStr(get(dayIn(a[0]))), nil }
}

func (d day) ctime(c clock) string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d", strftime.Day(d.weekday()), strftime.Month(d.month), d.day, c.hour, c.minute, c.second, d.year)
}

func dateConstructors(c *py.Class) {
	c.AddClassMethods(py.MethodTable{
		{Name: "today", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return fromSeconds(t, a[0].(*py.Class), time.Now().Unix())
		}},
		{Name: "fromtimestamp", Signature: "timestamp, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, _, err := timestamp(t, a[1], false)
			if err != nil {
				return nil, err
			}
			return fromSeconds(t, a[0].(*py.Class), s)
		}},
		{Name: "fromordinal", Signature: "ordinal, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			n, err := number(t, a[1], 0)
			if err != nil {
				return nil, err
			}
			d, err := fromOrdinal(n)
			if err != nil {
				return nil, err
			}
			return makeDate(t, a[0].(*py.Class), d)
		}},
		{Name: "fromisoformat", Signature: "string, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			s, ok := py.Native(a[1]).(*py.Str)
			if !ok {
				return nil, py.Raise(py.TypeError, "fromisoformat: argument must be str")
			}
			d, ok, err := parseDay(s.String())
			if !ok {
				return nil, invalidISO(t, s)
			}
			if err != nil {
				return nil, err
			}
			return makeDate(t, a[0].(*py.Class), d)
		}},
		{Name: "fromisocalendar", Signature: "year, week, day", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			var year, week, weekday int
			if err := numbers(t, a[1:], &year, &week, &weekday); err != nil {
				if py.Caught(err, py.OverflowError) != nil {
					err = py.Raise(py.ValueError, "ISO calendar component out of range")
				}
				return nil, err
			}
			d, err := fromISOWeek(year, week, weekday)
			if err != nil {
				return nil, err
			}
			return makeDate(t, a[0].(*py.Class), d)
		}},
	})
}

// fromSeconds is the local date at a time in seconds since 1970.
func fromSeconds(t *py.Thread, cls *py.Class, seconds int64) (py.Object, error) {
	d, err := dayOfUnix(localSeconds(zones.Local(t), seconds))
	if err != nil {
		return nil, err
	}
	return makeDate(t, cls, d)
}

// dayOfUnix is the day of a time in seconds since 1970.
func dayOfUnix(seconds int64) (day, error) {
	y, m, n := time.Unix(seconds, 0).UTC().Date()
	d := day{y, int(m), n}
	if seconds > maxSeconds || seconds < -maxSeconds {
		return d, py.NewOSError("EOVERFLOW", nil)
	}
	return d, d.check()
}

func dateReplace(t *py.Thread, a []py.Object) (py.Object, error) {
	d := dayIn(a[0])
	if err := numbers(t, a[1:], &d.year, &d.month, &d.day); err != nil {
		return nil, err
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	return makeDate(t, a[0].Class(), d)
}

func compareDates(_ *py.Thread, op py.Cmp, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*Date)
	b, ok2 := py.Native(y).(*Date)
	if !ok || !ok2 {
		return py.NotImplemented, nil
	}
	return ordered(op, a.compare(b.day)), nil
}

func dateAdd(t *py.Thread, x, y py.Object) (py.Object, error) {
	if _, ok := py.Native(x).(Delta); ok {
		x, y = y, x
	}
	d, ok := py.Native(y).(Delta)
	date, ok2 := py.Native(x).(*Date)
	if !ok || !ok2 {
		return py.NotImplemented, nil
	}
	sum, err := date.plus(d.days)
	if err != nil {
		return nil, err
	}
	return makeDate(t, x.Class(), sum)
}

func dateSub(t *py.Thread, x, y py.Object) (py.Object, error) {
	a, ok := py.Native(x).(*Date)
	if !ok {
		return py.NotImplemented, nil
	}
	switch b := py.Native(y).(type) {
	case *Date:
		return Delta{int64(a.ordinal() - b.ordinal()), 0}, nil
	case Delta:
		d, err := a.plus(-b.days)
		if err != nil {
			return nil, err
		}
		return makeDate(t, x.Class(), d)
	}
	return py.NotImplemented, nil
}
