package datetime

import "github.com/elide-dev/elided/internal/lang/python/py"

// The state of a date, a time or a datetime is bytes, as in CPython's pickles: the year's
// two, month, day; hour, minute, second, the microseconds' three. The highest bit of the
// month, or of a time's hour, is the fold, which older protocols of pickle leave out.

func (d day) state() []byte {
	return []byte{byte(d.year >> 8), byte(d.year), byte(d.month), byte(d.day)}
}

func (c clock) state() []byte {
	return []byte{byte(c.hour), byte(c.minute), byte(c.second), byte(c.micro >> 16), byte(c.micro >> 8), byte(c.micro)}
}

// reduceWith makes the methods __reduce__ and __reduce_ex__. of is the state, the place of
// the byte with the fold, and what the clock has beside it.
func reduceWith(of func(o py.Object) (state []byte, at int, c clock)) py.MethodTable {
	reduced := func(o py.Object, withFold bool) py.Object {
		state, at, c := of(o)
		if withFold && c.fold != 0 {
			state[at] |= 0x80
		}
		args := []py.Object{py.NewBytes(string(state))}
		if c.tz != nil {
			args = append(args, c.tz)
		}
		return py.NewTuple(o.Class(), py.NewTuple(args...))
	}
	return py.MethodTable{
		{Name: "__reduce__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return reduced(a[0], false), nil }},
		{Name: "__reduce_ex__", Signature: "proto, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			protocol, err := t.Index(a[1])
			if err != nil {
				return nil, err
			}
			return reduced(a[0], protocol > 3), nil
		}},
	}
}

// A shape says which bytes are a state: how many, and between what the one at is, without
// its fold. Others are an argument like any other.
type shape struct{ length, at, least, most int }

var (
	dateShape   = shape{4, 2, 1, 12}
	momentShape = shape{10, 2, 1, 12}
	timeShape   = shape{6, 0, 0, 23}
)

func (s shape) fits(b string) bool {
	if len(b) != s.length {
		return false
	}
	n := int(b[s.at] & 0x7f)
	return s.least <= n && n <= s.most
}

// stateOf are the bytes of a state that a call is made with, and the tzinfo after them, of
// which there are at most so many; nil is that it is made with numbers.
func stateOf(a py.Args, s shape, zones int) (state []byte, tz py.Object) {
	if len(a.Names) > 0 || len(a.Pos) < 1 || len(a.Pos) > 1+zones {
		return nil, nil
	}
	b, ok := py.Native(a.Pos[0]).(*py.Bytes)
	if !ok || !s.fits(b.String()) {
		return nil, nil
	}
	if len(a.Pos) == 2 {
		tz = a.Pos[1]
	}
	return []byte(b.String()), tz
}

// setState is the date of a state.
func (d *day) setState(b []byte) error {
	*d = day{int(b[0])<<8 | int(b[1]), int(b[2] & 0x7f), int(b[3])}
	return d.check()
}

// setState is the time of a state; folded is the byte that has the fold.
func (c *clock) setState(b []byte, folded byte, tz py.Object) error {
	*c = clock{hour: int(b[0] & 0x7f), minute: int(b[1]), second: int(b[2]), micro: int(b[3])<<16 | int(b[4])<<8 | int(b[5]), fold: int(folded >> 7)}
	if err := c.check(); err != nil || tz == nil {
		return err
	}
	if err := c.setTz(tz); err != nil {
		return py.Raise(py.TypeError, "bad tzinfo state arg")
	}
	return nil
}
