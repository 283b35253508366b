package datetime

import (
	"fmt"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	pytime "github.com/elide-dev/elided/internal/lang/python/lib/time"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// formatTime is strftime of all three classes.
func formatTime(t *py.Thread, a []py.Object) (py.Object, error) {
	format, err := text(a[1], "strftime", 1)
	if err != nil {
		return nil, err
	}
	d, c, dt := day{1900, 1, 1}, clock{}, py.Object(py.None)
	switch v := py.Native(a[0]).(type) {
	case *Date:
		d = v.day
	case *Time:
		c = v.clock
	case *Moment:
		d, c, dt = v.day, v.clock, a[0]
	}
	dst, failed := daylight(t, c.tz, dt)
	fields := d.fields(c, dst)
	fields.Epoch = pytime.Epoch(t)
	s := strftime.Format(fields, format, func(b byte) (string, bool) {
		text, known, err := special(t, b, c, dt)
		if err != nil && failed == nil {
			failed = err
		}
		return text, known
	})
	return py.NewStr(s), failed
}

// daylight is what a time tuple has for daylight saving: -1 is not known.
func daylight(t *py.Thread, tz, dt py.Object) (int, error) {
	if dt == py.None {
		return -1, nil
	}
	d, err := offsetBy(t, tz, "dst", dt)
	switch {
	case d == nil:
		return -1, err
	case d.isZero():
		return 0, nil
	}
	return 1, nil
}

// special is the text of the directives that the C library doesn't know, or not as these
// classes mean them.
func special(t *py.Thread, b byte, c clock, dt py.Object) (string, bool, error) {
	switch b {
	case 'f':
		return fmt.Sprintf("%06d", c.micro), true, nil
	case 'z':
		off, err := offsetBy(t, c.tz, "utcoffset", dt)
		if off == nil {
			return "", true, err
		}
		return off.offsetText(""), true, nil
	case 'Z':
		name, err := nameBy(t, c.tz, dt)
		if s, ok := py.Native(py.OrNone(name)).(*py.Str); ok {
			return s.String(), true, err
		}
		return "", true, err
	}
	return "", false, nil
}

func formatSpec(t *py.Thread, a []py.Object) (py.Object, error) {
	spec, err := text(a[1], "__format__", 1)
	if err != nil {
		return nil, err
	}
	if spec == "" {
		s, err := t.Str(a[0])
		if err != nil {
			return nil, err
		}
		return s, nil
	}
	return method(t, a[0], "strftime", a[1])
}

func invalidISO(t *py.Thread, s py.Object) error {
	return py.Raise(py.ValueError, "Invalid isoformat string: %s", py.Repr(t, s))
}

// digits reads n digits. It reports false where they aren't.
func digits(s string, n int) (int, string, bool) {
	if len(s) < n {
		return 0, "", false
	}
	v := 0
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, "", false
		}
		v = 10*v + int(s[i]-'0')
	}
	return v, s[n:], true
}

// parseDay reads a day: 2020-01-31, 20200131, 2020-W05-5, 2020W055 or 2020-W05. ok is
// whether it is written as one, err what is wrong with its numbers.
func parseDay(s string) (d day, ok bool, err error) {
	switch {
	case len(s) == 10 && s[4] != '-':
		s = s[:8] // CPython doesn't look at the rest
	case len(s) != 7 && len(s) != 8 && len(s) != 10:
		return d, false, nil
	}
	year, s, ok := digits(s, 4)
	if !ok {
		return d, false, nil
	}
	s, dashed := strings.CutPrefix(s, "-")
	if rest, isWeek := strings.CutPrefix(s, "W"); isWeek {
		return parseWeek(year, rest, dashed)
	}
	d.year = year
	if d.month, s, ok = digits(s, 2); !ok {
		return d, false, nil
	}
	if dashed {
		if s, ok = strings.CutPrefix(s, "-"); !ok {
			return d, false, nil
		}
	}
	if d.day, s, ok = digits(s, 2); !ok || s != "" {
		return d, false, nil
	}
	return d, true, d.check()
}

func parseWeek(year int, s string, dashed bool) (day, bool, error) {
	week, s, ok := digits(s, 2)
	if !ok {
		return day{}, false, nil
	}
	weekday := 1
	if s != "" {
		if dashed {
			if s, ok = strings.CutPrefix(s, "-"); !ok {
				return day{}, false, nil
			}
		}
		if weekday, s, ok = digits(s, 1); !ok || s != "" {
			return day{}, false, nil
		}
	}
	d, err := fromISOWeek(year, week, weekday)
	return d, err == nil, nil
}

// parseClock reads a time of a day with a zone, if there is one.
func parseClock(s string) (c clock, ok bool, err error) {
	at := strings.IndexAny(s, "+-Z")
	local, zone := s, ""
	if at >= 0 {
		local, zone = s[:at], s[at:]
	}
	c, whole, ok := parseHMS(local)
	if !ok || at < 0 {
		return c, ok && whole, c.check()
	}
	if zone == "Z" {
		c.tz = utc
		return c, true, c.check()
	}
	off, whole, ok := parseHMS(zone[1:])
	if !ok || !whole || zone[0] == 'Z' {
		return c, false, nil
	}
	micros := off.micros()
	if zone[0] == '-' {
		micros = -micros
	}
	d, _ := makeDelta(0, micros)
	switch {
	case !d.isOffset():
		return c, true, py.Raise(py.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", d.repr("datetime.timedelta"))
	case d.isZero():
		c.tz = utc
	default:
		c.tz = &Zone{offset: d}
	}
	return c, true, c.check()
}

// parseHMS reads 10, 10:20, 10:20:30, 10:20:30.4, or that without colons. It is not whole
// where something follows that CPython minds only if no zone comes after it.
func parseHMS(s string) (c clock, whole, ok bool) {
	colons := true
	for i, p := range []*int{&c.hour, &c.minute, &c.second} {
		if *p, s, ok = digits(s, 2); !ok {
			return c, false, false
		}
		if len(s) <= 1 {
			return c, s == "" || s == "\x00", true
		}
		next := s[0]
		if i == 0 {
			colons = next == ':'
		}
		switch {
		case next == '.' || next == ',':
			return parseFraction(c, s[1:])
		case colons && next == ':':
			s = s[1:]
		case colons:
			return c, false, false
		}
	}
	return parseFraction(c, s) // after a third colon, or with nothing between
}

// parseFraction reads at least one digit; those after the sixth don't count.
func parseFraction(c clock, s string) (_ clock, whole, ok bool) {
	n := min(len(s), 6)
	if c.micro, s, ok = digits(s, n); !ok {
		return c, false, false
	}
	for range 6 - n {
		c.micro *= 10
	}
	rest := strings.TrimLeft(s, "0123456789")
	return c, rest == "" || rest[0] == 0, true
}

// separator is how long the day is that a datetime's text begins with.
func separator(s string) int {
	digit := func(i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
	switch {
	case len(s) == 7:
		return 7
	case s[4] == '-' && s[5] == 'W':
		if len(s) > 8 && s[8] == '-' {
			if len(s) > 10 && digit(10) {
				return 8 // the - is the separator
			}
			return 10
		}
		return 8
	case s[4] == '-':
		return 10
	case s[4] == 'W':
		at := 7
		for digit(at) {
			at++
		}
		switch {
		case at < 9:
			return at
		case at%2 == 0:
			return 7
		}
		return 8
	}
	return 8
}

// parseMoment reads a datetime, whose day and time any character separates.
func parseMoment(s string) (m *Moment, ok bool, err error) {
	m = &Moment{}
	if len(s) < 7 {
		return m, false, nil
	}
	at := min(separator(s), len(s))
	day, ok, wrong := parseDay(s[:at])
	if m.day = day; !ok {
		return m, false, nil
	}
	if rest := s[at:]; rest != "" {
		for i := range rest { // past one character
			if i > 0 {
				if m.clock, ok, err = parseClock(rest[i:]); ok && wrong != nil {
					err = wrong
				}
				return m, ok, err
			}
		}
		return m, false, nil
	}
	return m, true, wrong
}
