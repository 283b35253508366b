// Package datetime is Python's module datetime.
package datetime

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const minYear, maxYear = 1, 9999

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	once.Do(makeClasses)
	m := py.NewModule("datetime")
	m.Set("__doc__", py.NewStr("Dates and times."))
	var all []py.Object
	for _, f := range []struct {
		name  string
		value py.Object
	}{
		{"date", dateClass}, {"datetime", momentClass}, {"time", timeClass}, {"timedelta", deltaClass}, {"timezone", zoneClass},
		{"tzinfo", tzClass}, {"MINYEAR", py.MakeInt(minYear)}, {"MAXYEAR", py.MakeInt(maxYear)}, {"UTC", utc},
	} {
		m.Set(f.name, f.value)
		all = append(all, py.NewStr(f.name))
	}
	m.Set("__all__", py.NewTuple(all...))
	return m, nil
}

// The classes, and timezone.utc: they are made once, and never change.
var (
	once                                                                        sync.Once
	deltaClass, dateClass, timeClass, momentClass, tzClass, zoneClass, isoClass *py.Class
	utc                                                                         *Zone
)

func makeClasses() {
	isoClass = py.DefineStructWith("datetime", "IsoCalendarDate", py.MethodTable{{Name: "__reduce__", Fn: reduceToTuple}}, "year", "week", "weekday")
	deltaClass = define("timedelta", nil, fillDelta)
	tzClass = define("tzinfo", nil, fillTz)
	utc = &Zone{}
	zoneClass = define("timezone", tzClass, fillZone)
	dateClass = define("date", nil, fillDate)
	timeClass = define("time", nil, fillTime)
	momentClass = define("datetime", dateClass, fillMoment)
}

var docs = map[string]string{
	"timedelta": "A length of time.",
	"tzinfo":    "What knows the offset from UTC at a time.",
	"timezone":  "A time zone whose offset never changes.",
	"date":      "A day of a year, by year, month and day.",
	"time":      "A time of a day, perhaps in a time zone.",
	"datetime":  "A time of a day of a year, perhaps in a time zone.",
}

func define(name string, base *py.Class, fill func(c *py.Class)) *py.Class {
	return py.DefineClass("datetime", name, base, func(c *py.Class) {
		c.Dotted()
		c.KeepInstances()
		c.Doc = docs[name]
		fill(c)
	})
}

// bindNumbers is bind for a constructor of numbers, which looks at those that it has before
// it misses others.
func bindNumbers(t *py.Thread, s *py.Signature, a py.Args) ([]py.Object, error) {
	v, err := bind(s, a)
	if py.Caught(err, py.TypeError) == nil {
		return v, err
	}
	for _, x := range a.Pos {
		if len(a.Pos) > 2 {
			break
		}
		if _, err := number(t, x, 0); err != nil {
			return nil, err
		}
	}
	return nil, err
}

// bind gives a constructor's parameters their values. Its errors name no function.
func bind(s *py.Signature, a py.Args) ([]py.Object, error) {
	v, err := s.Bind("function", a)
	if e := py.Caught(err, py.TypeError); e != nil {
		text, _ := e.Args.Items[0].(*py.Str)
		fixed := strings.Replace(text.String(), "for function()", "for this function", 1)
		fixed = strings.Replace(fixed, "takes exactly", "takes at most", 1)
		return nil, py.Raise(py.TypeError, "%s", strings.Replace(fixed, "function() ", "function ", 1))
	}
	return v, err
}

// number is an argument that is to be a C int; nil is otherwise.
func number(t *py.Thread, x py.Object, otherwise int) (int, error) {
	if x == nil {
		return otherwise, nil
	}
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	n, ok := v.(py.Int)
	switch {
	case !ok:
		return 0, py.Raise(py.OverflowError, "Python int too large to convert to C long")
	case n > 1<<31-1:
		return 0, py.Raise(py.OverflowError, "signed integer is greater than maximum")
	case n < -1<<31:
		return 0, py.Raise(py.OverflowError, "signed integer is less than minimum")
	}
	return int(n), nil
}

// numbers are arguments in order; those that are nil keep what is in into.
func numbers(t *py.Thread, args []py.Object, into ...*int) error {
	for i, p := range into {
		n, err := number(t, args[i], *p)
		if err != nil {
			return err
		}
		*p = n
	}
	return nil
}

func makeInt(n int) py.Object { return py.MakeInt(int64(n)) }

func ints(list ...int) []py.Object {
	out := make([]py.Object, len(list))
	for i, n := range list {
		out[i] = makeInt(n)
	}
	return out
}

// field is a read-only attribute.
func field[T py.Object](name string, get func(T) py.Object) *py.GetSet {
	return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return get(py.Native(o).(T)), nil }}
}

func intField[T py.Object](name string, get func(T) int) *py.GetSet {
	return field(name, func(x T) py.Object { return makeInt(get(x)) })
}

// text is an argument that is to be a str.
func text(x py.Object, function string, position int) (string, error) {
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		return "", py.Raise(py.TypeError, "%s() argument %d must be str, not %s", function, position, py.ArgClass(x))
	}
	return s.String(), nil
}

// method calls a method by its name.
func method(t *py.Thread, o py.Object, name string, args ...py.Object) (py.Object, error) {
	fn, err := t.GetAttr(o, name)
	if err != nil {
		return nil, err
	}
	return t.Call(fn, args...)
}

// ordered is what a comparison says of values whose order is known.
func ordered(op py.Cmp, order int) py.Object {
	switch op {
	case py.LT:
		return py.Of(order < 0)
	case py.LE:
		return py.Of(order <= 0)
	case py.EQ:
		return py.Of(order == 0)
	case py.NE:
		return py.Of(order != 0)
	case py.GT:
		return py.Of(order > 0)
	}
	return py.Of(order >= 0)
}

// hashOf is the hash of a tuple of numbers.
func hashOf(t *py.Thread, list ...int) (int64, error) {
	return py.Hash(t, py.NewTuple(ints(list...)...))
}

// reduceToTuple has copies be tuples, as CPython's are.
func reduceToTuple(_ *py.Thread, a []py.Object) (py.Object, error) {
	return py.NewTuple(py.TupleClass, py.NewTuple(py.Native(a[0]))), nil
}
