// Package json is Python's module _json: what package json, which is written in Python,
// has of functions that are to be quick.
package json

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_json")
	m.Add("scan", "string, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error, /", scan)
	m.Add("scanstring", "string, end, strict=, error=, /", scanString)
	m.Add("skip", "string, index, /", skip)
	m.Add("encode", "o, options, /", encode)
	m.Add("chunks", "o, options, /", chunks)
	m.Add("encode_basestring", "string, /", func(_ *py.Thread, a []py.Object) (py.Object, error) { return quoted(a[0], false) })
	m.Add("encode_basestring_ascii", "string, /", func(_ *py.Thread, a []py.Object) (py.Object, error) { return quoted(a[0], true) })
	return m, nil
}

// quoted is a str as a JSON string.
func quoted(x py.Object, ascii bool) (py.Object, error) {
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "first argument must be a string, not %s", x.Class().FullName())
	}
	if len(s.String()) > maxOutput/6 {
		return nil, py.NewExc(py.MemoryError)
	}
	return py.NewStr(string(appendQuoted(nil, s.String(), ascii))), nil
}

const hexDigits = "0123456789abcdef"

// appendQuoted appends a JSON string.
func appendQuoted(b []byte, s string, ascii bool) []byte {
	b = append(b, '"')
	from := 0 // what is before was appended
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || !ascii) {
			i++
			continue
		}
		b = append(b, s[from:i]...)
		r, n := rune(c), 1
		if c >= 0x80 {
			r, n = py.DecodeRune(s[i:])
		}
		b = appendEscape(b, r)
		i += n
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

func appendEscape(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	case '\f':
		return append(b, '\\', 'f')
	case '\b':
		return append(b, '\\', 'b')
	}
	if r >= 0x10000 {
		r -= 0x10000
		return appendUnit(appendUnit(b, 0xd800|r>>10), 0xdc00|r&0x3ff)
	}
	return appendUnit(b, r)
}

func appendUnit(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
