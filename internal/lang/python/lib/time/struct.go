package time

import (
	"math"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var fieldNames = []string{"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"}

// shown is how many items a struct_time has as a tuple; it has two attributes more.
const shown = 9

var structTime = sync.OnceValue(func() *py.Class {
	c := py.DefineStruct("time", "struct_time", fieldNames...)
	c.Dict.SetStr("n_fields", py.MakeInt(shown+2))
	c.Dict.SetStr("n_unnamed_fields", py.MakeInt(0))
	return py.DefineClass("time", "struct_time", py.TupleClass, func(c2 *py.Class) {
		for _, name := range append([]string{"n_fields", "n_sequence_fields", "n_unnamed_fields", "__match_args__"}, fieldNames...) {
			c2.Dict.SetStr(name, c.Dict.GetStr(name))
		}
		for _, name := range []string{"tm_zone", "tm_gmtoff"} {
			c2.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				if v := py.StructAttribute(o, name); v != nil {
					return v, nil
				}
				return py.None, nil
			}})
		}
		c2.Slots.Repr = c.Slots.Repr
		c2.Structs(shown, "tm_zone", "tm_gmtoff")
	})
})

// NewStruct returns a struct_time.
func NewStruct(f *strftime.Fields) py.Object {
	more := map[string]py.Object{}
	if f.HasZone {
		more["tm_zone"], more["tm_gmtoff"] = py.NewStr(f.Zone), py.MakeInt(int64(f.Offset))
	}
	return structWith(f, more)
}

func structWith(f *strftime.Fields, more map[string]py.Object) py.Object {
	n := func(v int) py.Object { return py.MakeInt(int64(v)) }
	return py.NewStructWith(structTime(), more, n(f.Year), n(f.Month), n(f.Day), n(f.Hour), n(f.Minute), n(f.Second), n(f.Weekday), n(f.YearDay), n(f.DST))
}

// readTuple takes the fields of a tuple as struct_time has them.
func readTuple(t *py.Thread, x py.Object, function string) (*strftime.Fields, error) {
	tuple, ok := py.Native(x).(*py.Tuple)
	if !ok {
		return nil, py.Raise(py.TypeError, "Tuple or struct_time argument required")
	}
	if len(tuple.Items) != shown {
		return nil, py.Raise(py.TypeError, "%s(): illegal time tuple argument", function)
	}
	var n [shown]int
	for i, item := range tuple.Items {
		v, err := t.IndexObject(item)
		if err != nil {
			return nil, err
		}
		if small, ok := v.(py.Int); ok && small <= math.MaxInt32 && small >= math.MinInt32 {
			n[i] = int(small)
			continue
		}
		return nil, notShort(v)
	}
	if n[0] < math.MinInt32+1900 {
		return nil, py.Raise(py.OverflowError, "year out of range")
	}
	f := &strftime.Fields{Year: n[0], Month: n[1], Day: n[2], Hour: n[3], Minute: n[4], Second: n[5], Weekday: n[6], YearDay: n[7], DST: n[8], HasZone: true}
	if zone, ok := py.StructAttribute(x, "tm_zone").(*py.Str); ok {
		f.Zone = zone.String()
	}
	if offset, ok := py.StructAttribute(x, "tm_gmtoff").(py.Int); ok && offset > -1e6 && offset < 1e6 {
		f.Offset = int(offset)
	}
	return f, nil
}

// check completes fields, and refuses those out of range. A zero stands for the first.
func check(f *strftime.Fields) error {
	f.Month, f.Day, f.YearDay = max(f.Month, 1+min(f.Month, 0)), max(f.Day, 1+min(f.Day, 0)), max(f.YearDay, 1+min(f.YearDay, 0))
	for _, r := range []struct {
		v, lo, hi int
		what      string
	}{
		{f.Month, 1, 12, "month"}, {f.Day, 1, 31, "day of month"}, {f.Hour, 0, 23, "hour"}, {f.Minute, 0, 59, "minute"},
		{f.Second, 0, 61, "seconds"}, {f.Weekday, -1, math.MaxInt, "day of week"}, {f.YearDay, 1, 366, "day of year"},
	} {
		if r.v < r.lo || r.v > r.hi {
			return py.Raise(py.ValueError, "%s out of range", r.what)
		}
	}
	f.Weekday = (f.Weekday + 7) % 7
	return nil
}

// notShort is the error of an int of more than 32 bits.
func notShort(v py.Object) error {
	small, ok := v.(py.Int)
	switch {
	case !ok:
		return py.Raise(py.OverflowError, "Python int too large to convert to C long")
	case small < 0:
		return py.Raise(py.OverflowError, "signed integer is less than minimum")
	}
	return py.Raise(py.OverflowError, "signed integer is greater than maximum")
}
