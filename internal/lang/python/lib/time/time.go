// Package time is Python's module time.
package time

import (
	"math"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(t *py.Thread) (*py.Module, error) {
	m := py.NewModule("time")
	m.Set("__doc__", py.NewStr("Clocks, waiting, and times as text."))
	addClocks(m)
	m.Add("sleep", "seconds, /", sleep)
	m.Set("struct_time", structTime())
	setZone(m, yearOf(t))
	m.Add("gmtime", "seconds=, /", broken(utcFields))
	m.Add("localtime", "seconds=, /", broken(localFields))
	m.Add("mktime", "tuple, /", mktime)
	m.Add("strftime", "format, tuple=, /", format)
	m.Add("strptime", "string, format=, /", strptime)
	m.Add("asctime", "tuple=, /", asctime)
	m.Add("ctime", "seconds=, /", ctime)
	m.Add("tzset", "", func(t *py.Thread, _ []py.Object) (py.Object, error) {
		setZone(m, readZone(t))
		return py.None, nil
	})
	return m, nil
}

func sleep(t *py.Thread, a []py.Object) (py.Object, error) {
	d, err := Nanoseconds(t, a[0])
	if err != nil {
		return nil, err
	}
	if d < 0 {
		return nil, py.Raise(py.ValueError, "sleep length must be non-negative")
	}
	return py.None, sleepOn(t, time.Duration(d))
}

// sleepOn sleeps for as long as it is to be, whatever signals come meanwhile.
func sleepOn(t *py.Thread, d time.Duration) error {
	until := time.Now().Add(d)
	for {
		if err := t.Sleep(d); err != nil {
			return err
		}
		if d = time.Until(until); d <= 0 {
			return nil
		}
	}
}

// Nanoseconds is a number of seconds, rounded up.
func Nanoseconds(t *py.Thread, x py.Object) (int64, error) {
	if f, ok := py.Native(x).(py.Float); ok {
		v := math.Ceil(float64(f) * 1e9)
		switch {
		case math.IsNaN(v):
			return 0, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
		case math.Abs(v) >= math.MaxInt64:
			return 0, tooLarge()
		}
		return int64(v), nil
	}
	n, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i, ok := n.(py.Int)
	if !ok || i > math.MaxInt64/1_000_000_000 || i < math.MinInt64/1_000_000_000 {
		return 0, tooLarge()
	}
	return int64(i) * 1e9, nil
}

func tooLarge() error {
	return py.Raise(py.OverflowError, "timestamp out of range for platform time_t")
}

// seconds is a time as seconds since 1970, rounded down; nil and None are now.
func seconds(t *py.Thread, x py.Object) (int64, error) {
	if x == nil || x == py.None {
		return time.Now().Unix(), nil
	}
	if f, ok := py.Native(x).(py.Float); ok {
		v := math.Floor(float64(f))
		switch {
		case math.IsNaN(v):
			return 0, py.Raise(py.ValueError, "Invalid value NaN (not a number)")
		case math.Abs(v) >= math.MaxInt64:
			return 0, tooLarge()
		}
		return int64(v), nil
	}
	n, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i, ok := n.(py.Int)
	if !ok {
		return 0, tooLarge()
	}
	return int64(i), nil
}

// maxSeconds is about the year 2**31, beyond which the C library has no calendar.
const maxSeconds = 67768036191676799

// utcFields are gmtime's.
func utcFields(_ *py.Thread, seconds int64) (*strftime.Fields, error) {
	return fieldsOf(seconds, zones.Shown{Name: "GMT"})
}

// localFields are localtime's.
func localFields(t *py.Thread, seconds int64) (*strftime.Fields, error) {
	return fieldsOf(seconds, zones.Local(t).At(seconds))
}

func fieldsOf(seconds int64, by zones.Shown) (*strftime.Fields, error) {
	if seconds > maxSeconds || seconds < -maxSeconds {
		return nil, py.NewExc(py.OSError, py.MakeInt(75), py.NewStr("Value too large for defined data type")).
			With("errno", py.MakeInt(75)).With("strerror", py.NewStr("Value too large for defined data type"))
	}
	u := time.Unix(seconds+by.Offset, 0).UTC()
	dst := 0
	if by.DST {
		dst = 1
	}
	return &strftime.Fields{Year: u.Year(), Month: int(u.Month()), Day: u.Day(), Hour: u.Hour(), Minute: u.Minute(), Second: u.Second(),
		Weekday: (int(u.Weekday()) + 6) % 7, YearDay: u.YearDay(), DST: dst, Zone: by.Name, Offset: int(by.Offset), HasZone: true}, nil
}

// broken is gmtime and localtime.
func broken(fields func(*py.Thread, int64) (*strftime.Fields, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		s, err := seconds(t, a[0])
		if err != nil {
			return nil, err
		}
		f, err := fields(t, s)
		if err != nil {
			return nil, err
		}
		return NewStruct(f), nil
	}
}

func mktime(t *py.Thread, a []py.Object) (py.Object, error) {
	f, err := readTuple(t, a[0], "mktime")
	if err != nil {
		return nil, err
	}
	unix, ok := MakeTime(t, f)
	if !ok {
		return nil, py.Raise(py.OverflowError, "mktime argument out of range")
	}
	return py.Float(unix), nil
}

// given are the fields of an optional tuple: without one it is now.
func given(t *py.Thread, x py.Object, function string) (*strftime.Fields, error) {
	if x == nil {
		return localFields(t, time.Now().Unix())
	}
	f, err := readTuple(t, x, function)
	if err != nil {
		return nil, err
	}
	return f, check(f)
}

func format(t *py.Thread, a []py.Object) (py.Object, error) {
	s, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "strftime() argument 1 must be str, not %s", py.ArgClass(a[0]))
	}
	f, err := given(t, a[1], "strftime")
	if err != nil {
		return nil, err
	}
	if f.Zone == "" && f.DST >= 0 {
		f.Zone = yearOf(t).name(f.DST > 0)
	}
	f.Epoch = Epoch(t)
	return py.NewStr(strftime.Format(f, s.String(), nil)), nil
}

func asctime(t *py.Thread, a []py.Object) (py.Object, error) {
	f, err := given(t, a[0], "asctime")
	if err != nil {
		return nil, err
	}
	return py.NewStr(strftime.Format(f, "%a %b %e %H:%M:%S %Y", nil)), nil
}

func ctime(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := seconds(t, a[0])
	if err != nil {
		return nil, err
	}
	f, err := localFields(t, s)
	if err != nil {
		return nil, err
	}
	return py.NewStr(strftime.Format(f, "%a %b %e %H:%M:%S %Y", nil)), nil
}

func strptime(t *py.Thread, a []py.Object) (py.Object, error) {
	p, err := Parse(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	more := map[string]py.Object{}
	if p.HasZone {
		more["tm_zone"] = py.NewStr(p.Zone)
	}
	if p.HasOffset {
		more["tm_gmtoff"] = py.MakeInt(int64(p.Offset))
	}
	return structWith(&p.Fields, more), nil
}
