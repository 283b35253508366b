package strftime

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Parsed is what Parse has read.
type Parsed struct {
	Fields
	Micro       int // of the second
	OffsetMicro int // what the offset from UTC has beside its seconds
	HasOffset   bool
}

// A Pattern is a format that is ready for reading.
type Pattern struct {
	format string
	re     *regexp.Regexp
	names  []string
	zones  Zones
}

// patterns are what directives match: the first of the alternatives that lets all of the
// format match.
var patterns = map[byte]string{
	'd': `3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]`, 'f': `[0-9]{1,6}`, 'H': `2[0-3]|[0-1]\d|\d`, 'I': `1[0-2]|0[1-9]|[1-9]`,
	'G': `\d\d\d\d`, 'j': `36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]`, 'm': `1[0-2]|0[1-9]|[1-9]`,
	'M': `[0-5]\d|\d`, 'S': `6[0-1]|[0-5]\d|\d`, 'U': `5[0-3]|[0-4]\d|\d`, 'W': `5[0-3]|[0-4]\d|\d`, 'w': `[0-6]`, 'u': `[1-7]`,
	'V': `5[0-3]|0[1-9]|[1-4]\d|\d`, 'y': `\d\d`, 'Y': `\d\d\d\d`, 'z': `[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)`,
	'A': `wednesday|thursday|saturday|tuesday|monday|friday|sunday`, 'a': `mon|tue|wed|thu|fri|sat|sun`,
	'B': `september|february|november|december|january|october|august|march|april|june|july|may`,
	'b': `jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec`, 'p': `am|pm`,
}

// standsFor are the directives that stand for others, when reading.
var standsFor = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

// Compile makes a format ready. Its error's text is Python's.
func Compile(format string, zones Zones) (*Pattern, error) {
	p := &Pattern{format: format, zones: zones}
	var b strings.Builder
	b.WriteString(`^(?i:`)
	if err := p.compile(&b, format); err != nil {
		return nil, err
	}
	b.WriteString(`)`)
	re, err := regexp.Compile(b.String())
	if err != nil {
		return nil, problem("bad format %q", format)
	}
	p.re = re
	return p, nil
}

func (p *Pattern) compile(b *strings.Builder, format string) error {
	for i := 0; i < len(format); i++ {
		c := format[i]
		if isSpace(c) {
			for i+1 < len(format) && isSpace(format[i+1]) {
				i++
			}
			b.WriteString(`\s+`)
			continue
		}
		if c != '%' {
			b.WriteString(regexp.QuoteMeta(format[i : i+1]))
			continue
		}
		i++
		if i == len(format) {
			return problem("stray %% in format '%s'", p.format)
		}
		if err := p.directive(b, format[i:]); err != nil {
			return err
		}
	}
	return nil
}

func (p *Pattern) directive(b *strings.Builder, rest string) error {
	c := rest[0]
	if c == '%' {
		b.WriteByte('%')
		return nil
	}
	if inner, ok := standsFor[c]; ok {
		return p.compile(b, inner)
	}
	re, ok := patterns[c]
	if c == 'Z' {
		re, ok = p.zones.alternatives(), true
	}
	if !ok {
		name := string([]rune(rest)[:1])
		if c == '\\' {
			name = `\`
		}
		return problem("'%s' is a bad directive in format '%s'", name, p.format)
	}
	for _, have := range p.names {
		if have == string(c) {
			return problem("redefinition of group name '%c' as group %d", c, len(p.names)+1)
		}
	}
	p.names = append(p.names, string(c))
	b.WriteString("(" + re + ")")
	return nil
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// Parse reads a text. quote writes it for an error.
func (p *Pattern) Parse(text string, quote func(string) string) (*Parsed, error) {
	at := p.re.FindStringSubmatchIndex(text)
	if at == nil {
		return nil, problem("time data %s does not match format %s", quote(text), quote(p.format))
	}
	if at[1] != len(text) {
		return nil, problem("unconverted data remains: %s", text[at[1]:])
	}
	r := &reader{found: map[byte]string{}, zones: p.zones}
	for i, name := range p.names {
		found := text[at[2*i+2]:at[2*i+3]]
		r.found[name[0]] = strings.ToLower(found)
		if name == "Z" {
			r.out.Zone = found
		}
	}
	return r.parsed()
}

// A reader makes a time of what a pattern's directives have matched.
type reader struct {
	found map[byte]string
	zones Zones
	out   Parsed
}

// number is what a directive has matched, or otherwise.
func (r *reader) number(c byte, otherwise int) int {
	s, ok := r.found[c]
	if !ok {
		return otherwise
	}
	n, _ := strconv.Atoi(strings.TrimSpace(s))
	return n
}

func (r *reader) has(c byte) bool { _, ok := r.found[c]; return ok }

func (r *reader) parsed() (*Parsed, error) {
	p := &r.out
	year := r.number('Y', -1)
	if r.has('y') {
		year = r.number('y', 0)
		if year <= 68 {
			year += 2000
		} else {
			year += 1900
		}
	}
	p.Month, p.Day = r.number('m', 1), r.number('d', 1)
	if s, ok := r.found['B']; ok {
		p.Month = indexFold(months[:], s, 0)
	}
	if s, ok := r.found['b']; ok {
		p.Month = indexFold(months[:], s, 3)
	}
	r.clock()
	if err := r.zone(); err != nil {
		return nil, err
	}
	return p, r.date(year)
}

// indexFold is where a name in lower case is, from 1. A length is how much of each counts; 0
// is all.
func indexFold(names []string, s string, length int) int {
	for i, name := range names {
		if length > 0 {
			name = name[:length]
		}
		if strings.ToLower(name) == s {
			return i + 1
		}
	}
	return 1
}

func (r *reader) clock() {
	p := &r.out
	p.Hour, p.Minute, p.Second = r.number('H', 0), r.number('M', 0), r.number('S', 0)
	if r.has('I') {
		p.Hour = r.number('I', 0)
		if p.Hour == 12 {
			p.Hour = 0
		}
		if r.found['p'] == "pm" {
			p.Hour += 12
		}
	}
	if s, ok := r.found['f']; ok {
		p.Micro, _ = strconv.Atoi(s + strings.Repeat("0", 6-len(s)))
	}
}

func (r *reader) zone() error {
	p := &r.out
	p.DST = -1
	if s, ok := r.found['Z']; ok {
		p.HasZone, p.DST = true, r.zones.dst(s)
	}
	s, ok := r.found['z']
	if !ok {
		return nil
	}
	p.HasOffset = true
	if s == "z" {
		return nil
	}
	digits := s[1:]
	if len(digits) > 2 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
		if len(digits) > 5 {
			if digits[4] != ':' {
				return problem("Inconsistent use of : in %s", s)
			}
			digits = digits[:4] + digits[5:]
		}
	} else if strings.Contains(digits, ":") {
		return problem("Inconsistent use of : in %s", s)
	}
	h, _ := strconv.Atoi(digits[:2])
	m, _ := strconv.Atoi(digits[2:4])
	p.Offset = h*3600 + m*60
	if len(digits) >= 6 {
		sec, _ := strconv.Atoi(digits[4:6])
		p.Offset += sec
	}
	if len(digits) > 7 {
		f := digits[7:]
		p.OffsetMicro, _ = strconv.Atoi(f + strings.Repeat("0", 6-len(f)))
	}
	if s[0] == '-' {
		p.Offset, p.OffsetMicro = -p.Offset, -p.OffsetMicro
	}
	return nil
}

// weekday is the day of the week, or -1.
func (r *reader) weekday() int {
	switch {
	case r.has('A'):
		return indexFold(days[:], r.found['A'], 0) - 1
	case r.has('a'):
		return indexFold(days[:], r.found['a'], 3) - 1
	case r.has('w'):
		return (r.number('w', 0) + 6) % 7
	case r.has('u'):
		return r.number('u', 1) - 1
	}
	return -1
}

// unknown is no day of a year, nor one counted back from its first.
const unknown = -1000

// date completes the date. A year of -1 is none.
func (r *reader) date(year int) error {
	p := &r.out
	weekday, yearDay := r.weekday(), r.number('j', unknown)
	if err := r.checkWeeks(year, weekday); err != nil {
		return err
	}
	leapDay := false
	if year < 0 && !r.has('G') {
		year = 1900
		if p.Month == 2 && p.Day == 29 {
			year, leapDay = 1904, true // 1900 has no such day
		}
	}
	if yearDay == unknown && weekday >= 0 {
		if year >= 0 && (r.has('U') || r.has('W')) {
			yearDay = r.fromWeek(year, weekday)
		} else if r.has('G') && r.has('V') {
			year = r.number('G', 0)
			yearDay = isoYearDay(year, r.number('V', 0), weekday)
		}
		if yearDay != unknown && yearDay <= 0 {
			year--
			yearDay += yearLength(year)
		}
	}
	if yearDay == unknown {
		yearDay = dayOfYear(year, p.Month, p.Day)
	} else {
		d := time.Date(year, 1, yearDay, 0, 0, 0, 0, time.UTC)
		year, p.Month, p.Day = d.Year(), int(d.Month()), d.Day()
	}
	if n := time.Date(year, time.Month(p.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day(); p.Day > n {
		return problem("day is out of range for month")
	}
	if weekday < 0 {
		weekday = (int(time.Date(year, time.Month(p.Month), p.Day, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
	}
	if leapDay {
		year = 1900
	}
	p.Year, p.Weekday, p.YearDay = year, weekday, yearDay
	return nil
}

func (r *reader) checkWeeks(year, weekday int) error {
	switch {
	case r.has('G') && r.has('j'):
		return problem("Day of the year directive '%%j' is not compatible with ISO year directive '%%G'. Use '%%Y' instead.")
	case r.has('G') && (!r.has('V') || weekday < 0):
		return problem("ISO year directive '%%G' must be used with the ISO week directive '%%V' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').")
	case r.has('V') && !r.has('G') && weekday < 0:
		return problem("ISO week directive '%%V' must be used with the ISO year directive '%%G' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').")
	case r.has('V') && !r.has('G'):
		return problem("ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use the ISO year '%%G' instead.")
	}
	return nil
}

// fromWeek is the day of the year of a day in week %U or %W.
func (r *reader) fromWeek(year, weekday int) int {
	first := (int(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
	week := r.number('W', 0)
	if r.has('U') { // whose weeks begin on Sunday
		week = r.number('U', 0)
		first, weekday = (first+1)%7, (weekday+1)%7
	}
	length := (7 - first) % 7
	if week == 0 {
		return 1 + weekday - first
	}
	return 1 + length + 7*(week-1) + weekday
}

func isoYearDay(year, week, weekday int) int {
	jan4 := (int(time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1
	return week*7 + weekday + 1 - (jan4 + 3)
}

func dayOfYear(year, month, day int) int {
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).YearDay() + day - 1
}

// A Problem is what is wrong with a format, or with a text: its text is Python's.
type Problem string

// Error is the text.
func (p Problem) Error() string { return string(p) }

func problem(format string, args ...any) error { return Problem(fmt.Sprintf(format, args...)) }
