package unicodedata

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// The database of Unicode 3.2, which names of domains are made by: today's, without the
// characters that came later, and with what was changed of the others.

var oldOnes = sync.OnceValue(func() []run { return parseRuns(oldRuns, "") })

// wasAssigned tells whether Unicode 3.2 had a character.
func wasAssigned(r rune) bool {
	_, ok := find(oldOnes(), r)
	return ok
}

// changed reads the characters whose property was another one.
func changed(text string) func() []run {
	return sync.OnceValue(func() (list []run) {
		for _, part := range strings.Split(text, ";") {
			tag, runs, _ := strings.Cut(part, ":")
			list = append(list, parseRuns(runs, tag)...)
		}
		slices.SortFunc(list, func(a, b run) int { return int(a.first - b.first) })
		return list
	})
}

var (
	oldCategory  = changed(oldCategories)
	oldDirection = changed(oldDirections)
	oldWidth     = changed(oldWidths)
	oldMirror    = changed(oldMirrored)
	oldDecimal   = changed(oldDecimals)
)

// A function of the database, as methods of class UCD have it: the character is a[0].
type function = func(t *py.Thread, a []py.Object) (py.Object, error)

// old makes the method of 3.2 of today's function: missing is its answer for a character that
// wasn't there, value that for one of other's.
func old(fn string, now, missing function, other func() []run, value func(tag string) py.Object) function {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		a = a[1:]
		r, err := char(fn, a[0], len(a) == 1)
		if err != nil {
			return nil, err
		}
		if !wasAssigned(r) {
			return missing(t, a)
		}
		if other != nil {
			if c, ok := find(other(), r); ok {
				return value(c.tag), nil
			}
		}
		return now(t, a)
	}
}

func always(v py.Object) function {
	return func(*py.Thread, []py.Object) (py.Object, error) { return v, nil }
}

// noValue is the default that was given, or a ValueError.
func noValue(text string) function {
	return func(_ *py.Thread, a []py.Object) (py.Object, error) {
		if a[1] != nil {
			return a[1], nil
		}
		return nil, py.Raise(py.ValueError, "%s", text)
	}
}

func text1(tag string) py.Object { return py.NewStr(tag) }

func number1(tag string) py.Object {
	n, _ := strconv.ParseInt(tag, 10, 64)
	return py.MakeInt(n)
}

var oldClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("unicodedata", "UCD", nil, func(c *py.Class) {
		nothing, zero := py.NewStr(""), py.MakeInt(0)
		c.AddMethods(py.MethodTable{
			{Name: "name", Signature: "chr, default=, /", Fn: old("name", name, noValue("no such name"), nil, nil)},
			{Name: "lookup", Signature: "name, /", Fn: oldLookup},
			{Name: "category", Signature: "chr, /", Fn: old("category", categoryOf, always(py.NewStr("Cn")), oldCategory, text1)},
			{Name: "bidirectional", Signature: "chr, /", Fn: old("bidirectional", directionOf, always(nothing), oldDirection, text1)},
			{Name: "east_asian_width", Signature: "chr, /", Fn: old("east_asian_width", widthOf, always(py.NewStr("F")), oldWidth, text1)},
			{Name: "combining", Signature: "chr, /", Fn: old("combining", combiningOf, always(zero), nil, nil)},
			{Name: "mirrored", Signature: "chr, /", Fn: old("mirrored", mirroredOf, always(zero), oldMirror, number1)},
			{Name: "decomposition", Signature: "chr, /", Fn: old("decomposition", decompositionOf, always(nothing), nil, nil)},
			{Name: "decimal", Signature: "chr, default=, /", Fn: old("decimal", decimalOf, noValue("not a decimal"), oldDecimal, number1)},
			{Name: "digit", Signature: "chr, default=, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) { return digitOf(t, a[1:]) }},
			{Name: "numeric", Signature: "chr, default=, /", Fn: old("numeric", numericOf, noValue("not a numeric character"), nil, nil)},
			{Name: "normalize", Signature: "form, unistr, /", Fn: oldNormalize},
			{Name: "is_normalized", Signature: "form, unistr, /", Fn: oldIsNormalized},
		})
		c.AddGetSets(&py.GetSet{Name: "unidata_version", Get: func(*py.Thread, py.Object) (py.Object, error) { return py.NewStr("3.2.0"), nil }})
	})
})

func oldLookup(t *py.Thread, a []py.Object) (py.Object, error) {
	v, err := lookup(t, a[1:])
	if err != nil {
		return nil, err
	}
	if r, _ := decode(v.(*py.Str).String()); !wasAssigned(r) {
		return nil, py.Raise(py.KeyError, "undefined character name '%s'", py.Native(a[1]).(*py.Str).String())
	}
	return v, nil
}

// oldNormalize has normal forms of what is between characters that weren't there and stand
// for others now, which stay as they are. As CPython's, it orders new marks.
func oldNormalize(t *py.Thread, a []py.Object) (py.Object, error) {
	a = a[1:]
	s, ok := py.Native(a[1]).(*py.Str)
	if _, isForm := py.Native(a[0]).(*py.Str); !ok || !isForm {
		return normalize(t, a)
	}
	if s.String() == "" {
		return s, nil // whatever the form is
	}
	var out strings.Builder
	part := make([]byte, 0, len(s.String()))
	flush := func() error {
		v, err := normalize(t, []py.Object{a[0], py.NewStr(string(part))})
		if err == nil {
			out.WriteString(v.(*py.Str).String())
		}
		part = part[:0]
		return err
	}
	for rest := s.String(); rest != ""; {
		r, n := decode(rest)
		corrected, is := oldForms[r]
		switch {
		case is:
			part = append(part, string(corrected)...)
		case wasAssigned(r) || norm.NFKD.IsNormalString(rest[:n]):
			part = append(part, rest[:n]...)
		default:
			if err := flush(); err != nil {
				return nil, err
			}
			out.WriteString(rest[:n])
		}
		rest = rest[n:]
	}
	if err := flush(); err != nil {
		return nil, err
	}
	return py.NewStr(out.String()), nil
}

func oldIsNormalized(t *py.Thread, a []py.Object) (py.Object, error) {
	v, err := oldNormalize(t, a)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*py.Str)
	return py.Of(ok && s.String() == py.Native(a[2]).(*py.Str).String()), nil
}
