package csv

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// place is where in a record a reader is.
type place uint8

const (
	startRecord place = iota
	startField
	escaped
	afterEscapedEnd // of a line
	inField
	inQuoted
	escapedInQuoted
	quoteInQuoted
	afterEnd // of a line, of which there may be more
)

// eol is the end of what an iterator has given at once.
const eol rune = -2

// A reader makes records of lines.
type reader struct {
	*dialect
	state   *state
	lines   py.Object
	at      place
	field   []byte
	count   int // characters in field
	fields  []py.Object
	numeric bool // the field is to be a float
	line    int
}

var readerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_csv", "reader", nil, func(c *py.Class) {
		c.Slots.Iter = func(_ *py.Thread, o py.Object) (py.Object, error) { return o, nil }
		c.Slots.Next = func(t *py.Thread, o py.Object) (py.Object, error) { return readerOf(o).next(t) }
		c.AddGetSets(
			&py.GetSet{Name: "line_num", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				return py.MakeInt(int64(readerOf(o).line)), nil
			}},
			&py.GetSet{Name: "dialect", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				return &py.Opaque[*dialect]{Of: dialectClass(), Value: readerOf(o).dialect}, nil
			}})
	})
})

func readerOf(o py.Object) *reader { return py.Native(o).(*py.Opaque[*reader]).Value }

func (s *state) newReader(t *py.Thread, a []py.Object) (py.Object, error) {
	lines, err := t.Iter(a[0])
	if err != nil {
		return nil, err
	}
	d, err := s.dialectOf(t, a[1], a[2:])
	if err != nil {
		return nil, err
	}
	return &py.Opaque[*reader]{Of: readerClass(), Value: &reader{dialect: d, state: s, lines: lines}}, nil
}

// next is the next record, or nil.
func (r *reader) next(t *py.Thread) (py.Object, error) {
	r.fields, r.field, r.count, r.at, r.numeric = nil, r.field[:0], 0, startRecord, false
	for {
		v, err := t.Next(r.lines)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return r.last(t)
		}
		s, ok := py.Native(v).(*py.Str)
		if !ok {
			return nil, failed("iterator should return strings, not %s (the file should be opened in text mode)", v.Class().Name)
		}
		r.line++
		if err := r.read(t, s.String()); err != nil {
			return nil, err
		}
		if r.at == startRecord {
			return py.NewList(r.fields...), nil
		}
	}
}

// last is the record that the end of the lines ends, or nil.
func (r *reader) last(t *py.Thread) (py.Object, error) {
	if r.count == 0 && r.at != inQuoted {
		return nil, nil
	}
	if r.strict {
		return nil, failed("unexpected end of data")
	}
	if err := r.save(t); err != nil {
		return nil, err
	}
	return py.NewList(r.fields...), nil
}

func (r *reader) read(t *py.Thread, s string) error {
	for n := 0; len(s) > 0; n++ {
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return err
			}
		}
		c, size := rune(s[0]), 1
		if c >= 0x80 {
			c, size = py.DecodeRune(s)
		}
		if err := r.take(t, c); err != nil {
			return err
		}
		s = s[size:]
	}
	return r.take(t, eol)
}

func isEnd(c rune) bool { return c == '\n' || c == '\r' || c == eol }

// ended is the place after a line's end.
func ended(c rune) place {
	if c == eol {
		return startRecord
	}
	return afterEnd
}

// take goes on by one character.
func (r *reader) take(t *py.Thread, c rune) error {
	switch r.at {
	case startRecord:
		if isEnd(c) {
			r.at = ended(c)
			return nil
		}
		return r.begin(t, c)
	case startField:
		return r.begin(t, c)
	case escaped:
		r.at = inField
		if c == '\n' || c == '\r' {
			r.at = afterEscapedEnd
		}
		return r.addEscaped(c)
	case afterEscapedEnd:
		if c == eol {
			return nil
		}
		return r.inside(t, c)
	case inField:
		return r.inside(t, c)
	case inQuoted:
		return r.quoted(c)
	case escapedInQuoted:
		r.at = inQuoted
		return r.addEscaped(c)
	case quoteInQuoted:
		return r.afterQuote(t, c)
	}
	switch c {
	case '\n', '\r':
	case eol:
		r.at = startRecord
	default:
		return failed("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
	}
	return nil
}

func (r *reader) isQuote(c rune) bool { return c == r.quote && c != none && r.quoting != quoteNone }

// begin takes a field's first character.
func (r *reader) begin(t *py.Thread, c rune) error {
	r.at = startField
	switch {
	case isEnd(c):
		r.at = ended(c)
		return r.save(t)
	case r.isQuote(c):
		r.at = inQuoted
	case c == r.escape:
		r.at = escaped
	case c == ' ' && r.skipSpaces:
	case c == r.delimiter:
		return r.save(t)
	default:
		r.numeric = r.quoting == quoteNonNumeric
		r.at = inField
		return r.add(c)
	}
	return nil
}

func (r *reader) inside(t *py.Thread, c rune) error {
	switch {
	case isEnd(c):
		r.at = ended(c)
		return r.save(t)
	case c == r.escape:
		r.at = escaped
		return nil
	case c == r.delimiter:
		r.at = startField
		return r.save(t)
	}
	r.at = inField
	return r.add(c)
}

func (r *reader) quoted(c rune) error {
	switch {
	case c == eol:
		return nil
	case c == r.escape:
		r.at = escapedInQuoted
		return nil
	case r.isQuote(c) && r.double:
		r.at = quoteInQuoted
		return nil
	case r.isQuote(c):
		r.at = inField
		return nil
	}
	return r.add(c)
}

func (r *reader) afterQuote(t *py.Thread, c rune) error {
	switch {
	case r.isQuote(c):
		r.at = inQuoted
		return r.add(c)
	case c == r.delimiter:
		r.at = startField
		return r.save(t)
	case isEnd(c):
		r.at = ended(c)
		return r.save(t)
	case r.strict:
		return failed("'%c' expected after '%c'", r.delimiter, r.quote)
	}
	r.at = inField
	return r.add(c)
}

func (r *reader) addEscaped(c rune) error {
	if c == eol {
		c = '\n'
	}
	return r.add(c)
}

func (r *reader) add(c rune) error {
	if r.count >= r.state.limit {
		return failed("field larger than field limit (%d)", r.state.limit)
	}
	r.count++
	r.field = py.AppendRune(r.field, c)
	return nil
}

// save ends a field.
func (r *reader) save(t *py.Thread) error {
	var v py.Object = py.NewStr(string(r.field))
	r.field, r.count = r.field[:0], 0
	if r.numeric {
		r.numeric = false
		f, err := t.Float(v)
		if err != nil {
			return err
		}
		v = py.Float(f)
	}
	r.fields = append(r.fields, v)
	return nil
}
