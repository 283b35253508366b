package config

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// A value is a field of a Config, as texts.
type value interface {
	kind() kind
	// set replaces what was there. Only a list's texts may be other than one.
	set(texts []string) error
	texts() []string
}

// A kind is what values may be.
type kind struct {
	name string // with its article left out, for people
	list bool
	// secret values are in no message, and not in what Show writes.
	secret bool
	// number says that a file may have a number as well as, or instead of, a text.
	number, quoted bool
}

var (
	textKind     = kind{name: "text", quoted: true}
	listKind     = kind{name: "list of texts", list: true, quoted: true}
	secretKind   = kind{name: "list of texts", list: true, quoted: true, secret: true}
	durationKind = kind{name: "duration", quoted: true}
	sizeKind     = kind{name: "size", number: true, quoted: true}
	numberKind   = kind{name: "number", number: true}
	fractionKind = kind{name: "fraction", number: true}
	switchKind   = kind{name: "true or false"}
)

// example is a value as a file has it.
func (k kind) example() string {
	return map[string]string{
		textKind.name: `"text"`, listKind.name: `["one", "two"]`, durationKind.name: `"30s"`,
		sizeKind.name: `"64MiB" or 67108864`, numberKind.name: "128", fractionKind.name: "0.1", switchKind.name: "true",
	}[k.name]
}

// A scalar is a value of one text.
type scalar[T any] struct {
	to     *T
	of     kind
	parse  func(string) (T, error)
	format func(T) string
}

func (s scalar[T]) kind() kind { return s.of }

func (s scalar[T]) set(texts []string) error {
	v, err := s.parse(texts[len(texts)-1])
	if err == nil {
		*s.to = v
	}
	return err
}

func (s scalar[T]) texts() []string { return []string{s.format(*s.to)} }

type texts struct{ to *[]string }

func (texts) kind() kind                  { return listKind }
func (t texts) set(values []string) error { *t.to = values; return nil }
func (t texts) texts() []string           { return *t.to }

func list(to *[]string) value { return texts{to} }

// hidden is a list of secrets.
func hidden(to *[]string) value { return secrets{texts{to}} }

// secrets are texts of another kind.
type secrets struct{ value }

func (secrets) kind() kind { return secretKind }

// shown is what is told of values.
func shown(of kind, texts []string) []string {
	if !of.secret {
		return texts
	}
	out := make([]string, len(texts))
	for i := range out {
		out[i] = "(hidden)"
	}
	return out
}

func text(to *string) value {
	same := func(s string) string { return s }
	return scalar[string]{to, textKind, func(s string) (string, error) { return s, nil }, same}
}

// choice is one of a few words.
func choice(to *string, words ...string) value {
	parse := func(s string) (string, error) {
		for _, w := range words {
			if s == w {
				return s, nil
			}
		}
		last := len(words) - 1
		return "", fmt.Errorf("is not known: it is %s or %s%s", strings.Join(words[:last], ", "), words[last], meant(s, words))
	}
	return scalar[string]{to, textKind, parse, func(s string) string { return s }}
}

// positive is a number of things of which there is one at least.
func positive(to *int) value { return count(to, 1) }

// amount is a number of things, 0 included.
func amount(to *int) value { return count(to, 0) }

func count(to *int, least int) value {
	parse := func(s string) (int, error) {
		n, err := strconv.Atoi(s)
		switch {
		case errors.Is(err, strconv.ErrRange) || n > 1<<31-1:
			return 0, errors.New("is too large")
		case err != nil:
			return 0, errors.New("is no whole number")
		case n < least:
			return 0, fmt.Errorf("is less than %d", least)
		}
		return n, nil
	}
	return scalar[int]{to, numberKind, parse, strconv.Itoa}
}

// fraction is a part of a whole, from 0 to 1.
func fraction(to *float64) value {
	parse := func(s string) (float64, error) {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || !(f >= 0 && f <= 1) { // NaN is neither
			return 0, errors.New("is no number from 0 to 1")
		}
		return f, nil
	}
	return scalar[float64]{to, fractionKind, parse, func(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }}
}

func boolean(to *bool) value {
	parse := func(s string) (bool, error) {
		b, err := strconv.ParseBool(s)
		if err != nil {
			return false, errors.New("is neither true nor false")
		}
		return b, nil
	}
	return scalar[bool]{to, switchKind, parse, strconv.FormatBool}
}

func duration(to *time.Duration) value {
	parse := func(s string) (time.Duration, error) {
		d, err := time.ParseDuration(s)
		switch {
		case err != nil:
			return 0, errors.New("is no duration such as 30s, 5m or 1h30m")
		case d < 0:
			return 0, errors.New("is less than 0")
		}
		return d, nil
	}
	return scalar[time.Duration]{to, durationKind, parse, formatDuration}
}

// formatDuration leaves out the units that are nothing: 1h, not 1h0m0s.
func formatDuration(d time.Duration) string {
	s := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if strings.HasSuffix(s, zero) {
			s = s[:len(s)-2]
		}
	}
	return s
}

// A Size is a number of bytes.
type Size uint64

// sizes takes M, Mi, MB and MiB for the same: 2 to the 20th.
var sizes = regexp.MustCompile(`(?i)^(\d+)(?:([kmgt])i?)?b?$`)

// ParseSize reads a size as flags and files have it: 64MiB, 64M, 65536.
func ParseSize(text string) (Size, error) {
	parts := sizes.FindStringSubmatch(text)
	if parts == nil {
		return 0, errors.New("is no size such as 64MiB, 512K or 65536")
	}
	shift := map[string]uint{"": 0, "k": 10, "m": 20, "g": 30, "t": 40}[strings.ToLower(parts[2])]
	n, err := strconv.ParseUint(parts[1], 10, 64)
	if err != nil || n<<shift>>shift != n {
		return 0, errors.New("is too large")
	}
	return Size(n << shift), nil
}

// String is the size in the largest unit that divides it.
func (s Size) String() string {
	for i, unit := range []string{"TiB", "GiB", "MiB", "KiB"} {
		if shift := 40 - 10*i; s != 0 && s>>shift<<shift == s {
			return strconv.FormatUint(uint64(s>>shift), 10) + unit
		}
	}
	return strconv.FormatUint(uint64(s), 10)
}

func size(to *Size) value {
	parse := func(s string) (Size, error) {
		n, err := ParseSize(s)
		if n > math.MaxInt64 {
			return 0, errors.New("is too large")
		}
		return n, err
	}
	return scalar[Size]{to, sizeKind, parse, Size.String}
}

// fromFile makes texts of a value of a file, which is to be of the kind.
func (k kind) fromFile(v cty.Value) ([]string, bool) {
	switch {
	case v.IsNull() || !v.IsWhollyKnown():
		return nil, false
	case k.list:
		return listFromFile(v)
	case k == switchKind && v.Type() == cty.Bool:
		return []string{strconv.FormatBool(v.True())}, true
	case k.quoted && v.Type() == cty.String:
		return []string{v.AsString()}, true
	case k.number && v.Type() == cty.Number:
		return []string{numberFromFile(v.AsBigFloat())}, true
	}
	return nil, false
}

// numberFromFile writes a number out, unless that has very many digits: 1e400000000 and
// 1e-400000000 are quickly written, too.
func numberFromFile(f *big.Float) string {
	if e := f.MantExp(nil); e < -128 || e > 128 {
		return fmt.Sprintf("about 2^%d", e)
	}
	return f.Text('f', -1)
}

func listFromFile(v cty.Value) ([]string, bool) {
	if !v.Type().IsTupleType() && !v.Type().IsListType() {
		return nil, false
	}
	out := []string{}
	for _, e := range v.AsValueSlice() {
		if e.IsNull() || e.Type() != cty.String {
			return nil, false
		}
		out = append(out, e.AsString())
	}
	return out, true
}
