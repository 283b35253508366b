package datetime

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Delta is a timedelta: days, and microseconds of a day, which aren't negative.
type Delta struct{ days, micros int64 }

// Class returns the class timedelta.
func (Delta) Class() *py.Class { return deltaClass }

const maxDays = 999_999_999

func tooLargeInt() error {
	return py.Raise(py.OverflowError, "Python int too large to convert to C int")
}

// makeDelta carries microseconds into days.
func makeDelta(days, micros int64) (Delta, error) {
	days += micros / dayMicros
	micros %= dayMicros
	if micros < 0 {
		micros += dayMicros
		days--
	}
	if days > maxDays || days < -maxDays {
		if days > math.MaxInt32 || days < math.MinInt32 {
			return Delta{}, tooLargeInt()
		}
		return Delta{}, py.Raise(py.OverflowError, "days=%d; must have magnitude <= %d", days, maxDays)
	}
	return Delta{days, micros}, nil
}

// small is the microseconds, where they fit into an int64 with room to add.
func (d Delta) small() (int64, bool) {
	const limit = 50_000_000 // days
	return d.days*dayMicros + d.micros, d.days < limit && d.days > -limit
}

func (d Delta) big() *big.Int {
	v := big.NewInt(d.days)
	return v.Add(v.Mul(v, big.NewInt(dayMicros)), big.NewInt(d.micros))
}

// object is the microseconds as an int.
func (d Delta) object() py.Object {
	if n, ok := d.small(); ok {
		return py.MakeInt(n)
	}
	return py.MakeBig(d.big())
}

func bigDelta(v *big.Int) (Delta, error) {
	days, micros := new(big.Int).DivMod(v, big.NewInt(dayMicros), new(big.Int))
	if !days.IsInt64() {
		return Delta{}, tooLargeInt()
	}
	return makeDelta(days.Int64(), micros.Int64())
}

func (d Delta) plus(e Delta) (Delta, error) { return makeDelta(d.days+e.days, d.micros+e.micros) }
func (d Delta) minus(e Delta) (Delta, error) {
	return makeDelta(d.days-e.days, d.micros-e.micros)
}
func (d Delta) isZero() bool { return d.days == 0 && d.micros == 0 }
func (d Delta) compare(e Delta) int {
	return cmp.Or(cmp.Compare(d.days, e.days), cmp.Compare(d.micros, e.micros))
}

// A sum adds up the arguments of timedelta().
type sum struct {
	days, micros int64    // micros is less than a few days
	great        *big.Int // further days, that are perhaps too many; nil is none
	rest         float64
}

// add adds n units of so many microseconds; a day is a whole number of units, or a unit of
// days.
func (s *sum) add(t *py.Thread, x py.Object, unit int64, name string) error {
	switch v := py.Native(x).(type) {
	case py.Float:
		return s.addFloat(float64(v), unit)
	case py.Int:
		return s.addInt(int64(v), unit)
	case *py.BigInt:
		return s.addBig(v.V, unit)
	case *py.Bool:
		n, err := t.Index(v)
		if err != nil {
			return err
		}
		return s.addInt(int64(n), unit)
	}
	return py.Raise(py.TypeError, "unsupported type for timedelta %s component: %s", name, x.Class().FullName())
}

func (s *sum) addInt(n, unit int64) error {
	if unit >= dayMicros {
		if n > math.MaxInt32 || n < math.MinInt32 {
			return s.addBig(big.NewInt(n), unit)
		}
		s.days += n * (unit / dayMicros)
		return nil
	}
	perDay := dayMicros / unit
	s.days += n / perDay
	s.micros += n % perDay * unit
	return nil
}

func (s *sum) addBig(n *big.Int, unit int64) error {
	v := new(big.Int).Mul(n, big.NewInt(unit))
	days, micros := new(big.Int).DivMod(v, big.NewInt(dayMicros), new(big.Int))
	if s.great == nil {
		s.great = new(big.Int)
	}
	s.great.Add(s.great, days)
	s.micros += micros.Int64()
	return nil
}

func (s *sum) addFloat(f float64, unit int64) error {
	if math.IsNaN(f) {
		return py.Raise(py.ValueError, "cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return py.Raise(py.OverflowError, "cannot convert float infinity to integer")
	}
	whole, fraction := math.Modf(f)
	if math.Abs(whole) >= 1<<62 {
		n, _ := big.NewFloat(whole).Int(nil)
		return s.addBig(n, unit)
	}
	if err := s.addInt(int64(whole), unit); err != nil || fraction == 0 {
		return err
	}
	whole, fraction = math.Modf(float64(unit) * fraction)
	s.rest += fraction
	return s.addInt(int64(whole), 1)
}

func (s *sum) delta() (Delta, error) {
	if s.rest != 0 {
		whole := math.Round(s.rest)
		if math.Abs(whole-s.rest) == 0.5 { // to the even one of the two numbers
			odd := float64(s.micros & 1)
			whole = 2*math.Round((s.rest+odd)*0.5) - odd
		}
		s.micros += int64(whole)
	}
	if s.great != nil {
		all := s.great.Add(s.great, big.NewInt(s.days))
		if !all.IsInt64() || all.Int64() > 1<<40 || all.Int64() < -1<<40 {
			return Delta{}, tooLargeInt()
		}
		s.days = all.Int64()
	}
	return makeDelta(s.days, s.micros)
}

var deltaSignature = py.Sign("days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=")

var deltaUnits = []struct {
	name string
	unit int64
}{
	{"days", dayMicros}, {"seconds", 1_000_000}, {"microseconds", 1}, {"milliseconds", 1000}, {"minutes", 60_000_000}, {"hours", 3_600_000_000}, {"weeks", 7 * dayMicros},
}

func newDelta(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
	v, err := deltaSignature.Bind("__new__", a)
	if err != nil {
		return nil, err
	}
	var s sum
	for _, i := range []int{2, 3, 1, 4, 5, 0, 6} { // from the smallest, as rounding has it
		if v[i] == nil {
			continue
		}
		if err := s.add(t, v[i], deltaUnits[i].unit, deltaUnits[i].name); err != nil {
			return nil, err
		}
	}
	d, err := s.delta()
	if err != nil {
		return nil, err
	}
	return py.NewOf(cls, d), nil
}

func (d Delta) seconds() int { return int(d.micros / 1_000_000) }
func (d Delta) micro() int   { return int(d.micros % 1_000_000) }

// repr is the repr with a class's name.
func (d Delta) repr(class string) string {
	var parts []string
	for _, f := range []struct {
		name string
		v    int64
	}{{"days", d.days}, {"seconds", int64(d.seconds())}, {"microseconds", int64(d.micro())}} {
		if f.v != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", f.name, f.v))
		}
	}
	if len(parts) == 0 {
		parts = []string{"0"}
	}
	return class + "(" + strings.Join(parts, ", ") + ")"
}

func (d Delta) text() string {
	c := clockOf(d.micros)
	s := fmt.Sprintf("%d:%02d:%02d", c.hour, c.minute, c.second)
	if c.micro != 0 {
		s += fmt.Sprintf(".%06d", c.micro)
	}
	switch d.days {
	case 0:
		return s
	case 1, -1:
		return fmt.Sprintf("%d day, %s", d.days, s)
	}
	return fmt.Sprintf("%d days, %s", d.days, s)
}
