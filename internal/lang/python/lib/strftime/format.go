// Package strftime writes times as text, and reads them, by formats such as "%Y-%m-%d".
package strftime

import (
	"strconv"
	"strings"
	"time"
)

// Fields are a time as a calendar and a clock show it. Nothing says that they agree.
type Fields struct {
	Year, Month, Day     int // Month and Day from 1
	Hour, Minute, Second int
	Weekday              int // 0 is Monday
	YearDay              int // from 1
	DST                  int // negative is not known
	Zone                 string
	Offset               int // seconds east of UTC
	HasZone              bool

	// Epoch is the seconds since 1970, for %s. Without it the time is taken for UTC's.
	Epoch func(f *Fields) int64
}

// The names of C's locale.
var (
	days   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// Day is a day of the week's name in three letters; 0 is Monday.
func Day(weekday int) string { return days[weekday][:3] }

// Month is a month's name in three letters, from 1.
func Month(month int) string { return months[month-1][:3] }

// maxWidth is how wide a number may be made.
const maxWidth = 1000

// Format writes f. A directive that nobody knows stays as it is. special has the text of
// directives that are not to be looked at further; nil is none.
func Format(f *Fields, format string, special func(c byte) (string, bool)) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i == len(format)-1 {
			b.WriteByte(format[i])
			continue
		}
		if special != nil {
			if s, ok := special(format[i+1]); ok {
				b.WriteString(s)
				i++
				continue
			}
		}
		d, n := readDirective(format[i+1:])
		text, ok := f.text(d)
		if !ok {
			text = format[i : i+1+n]
		}
		b.WriteString(text)
		i += n
	}
	return b.String()
}

// A directive is what follows a percent sign.
type directive struct {
	c     byte
	flag  byte // one of -_0^#, or 0
	width int
}

// readDirective reads one, and says how long it is.
func readDirective(s string) (d directive, n int) {
	for n < len(s) && strings.IndexByte("-_0^#", s[n]) >= 0 {
		d.flag = s[n]
		n++
	}
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		d.width = min(10*d.width+int(s[n]-'0'), maxWidth)
		n++
	}
	if n < len(s) && (s[n] == 'E' || s[n] == 'O') && n+1 < len(s) {
		n++
	}
	if n < len(s) {
		d.c = s[n]
		n++
	}
	return d, n
}

func (f *Fields) text(d directive) (string, bool) {
	if n, width, pad, ok := f.number(d.c); ok {
		return d.padNumber(n, width, pad), true
	}
	s, ok := f.words(d.c)
	if !ok {
		return "", false
	}
	switch {
	case d.flag == '^', d.flag == '#' && d.c != 'p' && d.c != 'Z':
		s = strings.ToUpper(s)
	case d.flag == '#':
		s = strings.ToLower(s)
	}
	if missing := d.width - len(s); missing > 0 {
		pad := " "
		if d.flag == '0' {
			pad = "0"
		}
		s = strings.Repeat(pad, missing) + s
	}
	return s, true
}

func (d directive) padNumber(n, width int, pad byte) string {
	switch d.flag {
	case '-':
		return strconv.Itoa(n)
	case '_':
		pad = ' '
	case '0':
		pad = '0'
	}
	width = max(width, d.width)
	sign := ""
	if n < 0 {
		sign, n, width = "-", -n, width-1
	}
	s := strconv.Itoa(n)
	fill := strings.Repeat(string(pad), max(0, width-len(s)))
	if pad == ' ' {
		return fill + sign + s
	}
	return sign + fill + s
}

// number is the value of a directive that writes one, how wide it is, and what fills it.
func (f *Fields) number(c byte) (n, width int, pad byte, ok bool) {
	twelve := (f.Hour+11)%12 + 1
	switch c {
	case 'd':
		return f.Day, 2, '0', true
	case 'e':
		return f.Day, 2, ' ', true
	case 'm':
		return f.Month, 2, '0', true
	case 'Y':
		return f.Year, 1, '0', true
	case 'y':
		return (f.Year%100 + 100) % 100, 2, '0', true
	case 'C':
		return floorDiv(f.Year, 100), 1, '0', true
	case 'H':
		return f.Hour, 2, '0', true
	case 'k':
		return f.Hour, 2, ' ', true
	case 'I':
		return twelve, 2, '0', true
	case 'l':
		return twelve, 2, ' ', true
	case 'M':
		return f.Minute, 2, '0', true
	case 'S':
		return f.Second, 2, '0', true
	case 'j':
		return f.YearDay, 3, '0', true
	case 'u':
		return f.Weekday + 1, 1, '0', true
	case 'w':
		return (f.Weekday + 1) % 7, 1, '0', true
	case 'U':
		return (f.YearDay + 6 - (f.Weekday+1)%7) / 7, 2, '0', true
	case 'W':
		return (f.YearDay + 6 - f.Weekday) / 7, 2, '0', true
	case 's':
		if f.Epoch != nil {
			return int(f.Epoch(f)), 1, '0', true
		}
		return int(f.Unix()), 1, '0', true
	}
	year, week := f.isoWeek()
	switch c {
	case 'G':
		return year, 1, '0', true
	case 'g':
		return (year%100 + 100) % 100, 2, '0', true
	case 'V':
		return week, 2, '0', true
	}
	return 0, 0, 0, false
}

// words is the text of a directive that isn't a number.
func (f *Fields) words(c byte) (string, bool) {
	if inner, ok := composed[c]; ok {
		return Format(f, inner, nil), true
	}
	switch c {
	case 'a':
		return Day(f.Weekday), true
	case 'A':
		return days[f.Weekday], true
	case 'b', 'h':
		return Month(f.Month), true
	case 'B':
		return months[f.Month-1], true
	case 'p', 'P':
		s := "AM"
		if f.Hour >= 12 {
			s = "PM"
		}
		if c == 'P' {
			s = strings.ToLower(s)
		}
		return s, true
	case 'z':
		return f.offset(), true
	case 'Z':
		return f.Zone, true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case '%':
		return "%", true
	}
	return "", false
}

// composed are the directives that stand for others.
var composed = map[byte]string{
	'c': "%a %b %e %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S", 'D': "%m/%d/%y", 'F': "%Y-%m-%d", 'T': "%H:%M:%S",
	'R': "%H:%M", 'r': "%I:%M:%S %p",
}

func (f *Fields) offset() string {
	if f.DST < 0 {
		return ""
	}
	n, sign := f.Offset, byte('+')
	if n < 0 {
		n, sign = -n, '-'
	}
	n = n/3600*100 + n/60%60
	s := strconv.Itoa(n)
	return string(sign) + strings.Repeat("0", max(0, 4-len(s))) + s
}

// Unix is the seconds since 1970, of a time in UTC.
func (f *Fields) Unix() int64 {
	return time.Date(f.Year, time.Month(f.Month), f.Day, f.Hour, f.Minute, f.Second, 0, time.UTC).Unix()
}

// isoWeek is the year and the week that the day is of.
func (f *Fields) isoWeek() (year, week int) {
	// The week's Thursday says which year it is of.
	thursday := f.YearDay - f.Weekday + 3
	year = f.Year
	if thursday < 1 {
		year--
		thursday += yearLength(year)
	} else if n := yearLength(year); thursday > n {
		thursday -= n
		year++
	}
	return year, (thursday-1)/7 + 1
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func yearLength(year int) int {
	if leap(year) {
		return 366
	}
	return 365
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
