package datetime

import (
	"cmp"
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A day is a day of the calendar.
type day struct{ year, month, day int }

// maxOrdinal is the last day's.
const maxOrdinal = 3652059

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func monthLength(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func (d day) check() error {
	switch {
	case d.year < minYear || d.year > maxYear:
		return py.Raise(py.ValueError, "year %d is out of range", d.year)
	case d.month < 1 || d.month > 12:
		return py.Raise(py.ValueError, "month must be in 1..12")
	case d.day < 1 || d.day > monthLength(d.year, d.month):
		return py.Raise(py.ValueError, "day is out of range for month")
	}
	return nil
}

// ordinal counts the days; the first of the year 1 is 1. Years may be below 1.
func (d day) ordinal() int {
	y, m := d.year, d.month
	if m <= 2 { // a year that begins in March has its leap day at its end
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	y -= era * 400
	return era*146097 + y*365 + y/4 - y/100 + (153*(m-3)+2)/5 + d.day - 306
}

// dayOf is the day with an ordinal.
func dayOf(ordinal int) day {
	n := ordinal + 305
	era := floorDiv(n, 146097)
	n -= era * 146097
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153
	d := day{y + era*400, m + 3, n - (153*m+2)/5 + 1}
	if d.month > 12 {
		d.month -= 12
		d.year++
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekday is 0 on Monday.
func (d day) weekday() int { return (d.ordinal() + 6) % 7 }

// yearDay is 1 on the first of January.
func (d day) yearDay() int { return d.ordinal() - day{d.year, 1, 1}.ordinal() + 1 }

// firstWeek is the ordinal of the Monday that the first week of a year begins with.
func firstWeek(year int) int {
	first := day{year, 1, 1}.ordinal()
	weekday := (first + 6) % 7
	monday := first - weekday
	if weekday > 3 {
		monday += 7
	}
	return monday
}

// isoWeek is the year, week and day of the week, from 1.
func (d day) isoWeek() (year, week, weekday int) {
	n := d.ordinal()
	year = d.year
	if n < firstWeek(year) {
		year--
	} else if n >= firstWeek(year+1) {
		year++
	}
	since := n - firstWeek(year)
	return year, since/7 + 1, since%7 + 1
}

// fromISOWeek is the day that isoWeek is of.
func fromISOWeek(year, week, weekday int) (day, error) {
	switch {
	case year < minYear || year > maxYear:
		return day{}, py.Raise(py.ValueError, "Year is out of range: %d", year)
	case week < 1 || week > 53 || week == 53 && firstWeek(year+1)-firstWeek(year) < 371:
		return day{}, py.Raise(py.ValueError, "Invalid week: %d", week)
	case weekday < 1 || weekday > 7:
		return day{}, py.Raise(py.ValueError, "Invalid day: %d (range is [1, 7])", weekday)
	}
	d := dayOf(firstWeek(year) + 7*(week-1) + weekday - 1)
	return d, d.check()
}

func (d day) iso() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func (d day) compare(e day) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// fields are what strftime and timetuple need.
func (d day) fields(c clock, dst int) *strftime.Fields {
	return &strftime.Fields{Year: d.year, Month: d.month, Day: d.day, Hour: c.hour, Minute: c.minute, Second: c.second,
		Weekday: d.weekday(), YearDay: d.yearDay(), DST: dst}
}

// plus is the day so many days later.
func (d day) plus(days int64) (day, error) {
	n := int64(d.ordinal()) + days
	if n < 1 || n > maxOrdinal {
		return day{}, py.Raise(py.OverflowError, "date value out of range")
	}
	return dayOf(int(n)), nil
}

func fromOrdinal(n int) (day, error) {
	if n < 1 {
		return day{}, py.Raise(py.ValueError, "ordinal must be >= 1")
	}
	d := dayOf(n)
	return d, d.check()
}
