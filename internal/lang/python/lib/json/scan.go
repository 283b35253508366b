package json

import (
	"math"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A scanner reads values of a text. What is nil isn't asked for.
type scanner struct {
	t                              *py.Thread
	str                            *py.Str
	s                              string // its text; positions are offsets
	strict                         bool
	hook, pairs                    py.Object
	parseFloat, parseInt, constant py.Object
	errorClass                     py.Object
	keys                           map[string]*py.Str // those that were seen
	steps                          int
}

func given(x py.Object) py.Object {
	if x == py.None {
		return nil
	}
	return x
}

// scan reads one value, and returns it and where it ends.
func scan(t *py.Thread, a []py.Object) (py.Object, error) {
	str, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "first argument must be a string, not %s", a[0].Class().FullName())
	}
	at, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	strict, err := t.Truth(a[2])
	if err != nil {
		return nil, err
	}
	if at < 0 {
		return nil, py.Raise(py.ValueError, "idx cannot be negative")
	}
	s := &scanner{t: t, str: str, s: str.String(), strict: strict, hook: given(a[3]), pairs: given(a[4]),
		parseFloat: given(a[5]), parseInt: given(a[6]), constant: given(a[7]), errorClass: a[8], keys: map[string]*py.Str{}}
	if at > str.Len() {
		return nil, s.fail("Expecting value", len(s.s))
	}
	v, end, err := s.value(str.Offset(at))
	if err != nil {
		return nil, err
	}
	return py.NewTuple(v, py.MakeInt(int64(str.Index(end)))), nil
}

// skip is where the white space that begins at an index ends.
func skip(t *py.Thread, a []py.Object) (py.Object, error) {
	str, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "expected string or bytes-like object, got '%s'", a[0].Class().FullName())
	}
	at, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	at = min(max(at, 0), str.Len())
	s := &scanner{s: str.String()}
	return py.MakeInt(int64(str.Index(s.space(str.Offset(at))))), nil
}

// fail makes the error of a place.
func (s *scanner) fail(msg string, at int) error {
	e, err := s.t.Call(s.errorClass, py.NewStr(msg), s.str, py.MakeInt(int64(s.str.Index(at))))
	if err != nil {
		return err
	}
	exc, ok := e.(*py.Exc)
	if !ok {
		return py.Raise(py.TypeError, "exceptions must derive from BaseException")
	}
	return exc
}

func (s *scanner) space(at int) int {
	for at < len(s.s) && (s.s[at] == ' ' || s.s[at] == '\n' || s.s[at] == '\t' || s.s[at] == '\r') {
		at++
	}
	return at
}

// is reports whether the byte at a place, which may be the end, is c.
func (s *scanner) is(at int, c byte) bool { return at < len(s.s) && s.s[at] == c }

// value reads a value; it returns where it ends.
func (s *scanner) value(at int) (py.Object, int, error) {
	if s.steps++; s.steps&0x3ff == 0 {
		if err := s.t.Poll(); err != nil {
			return nil, 0, err
		}
	}
	if at >= len(s.s) {
		return nil, 0, s.fail("Expecting value", at)
	}
	switch s.s[at] {
	case '"':
		text, end, err := s.text(at + 1)
		if err != nil {
			return nil, 0, err
		}
		return py.NewStr(text), end, nil
	case '{':
		return s.nested(at, " while decoding a JSON object from a unicode string", s.object)
	case '[':
		return s.nested(at, " while decoding a JSON array from a unicode string", s.array)
	}
	return s.word(at)
}

func (s *scanner) nested(at int, what string, read func(int) (py.Object, int, error)) (py.Object, int, error) {
	if err := s.t.EnterFor(what); err != nil {
		return nil, 0, err
	}
	defer s.t.Leave()
	return read(at + 1)
}

// word reads a constant or a number.
func (s *scanner) word(at int) (py.Object, int, error) {
	rest := s.s[at:]
	for _, c := range []struct {
		name  string
		value py.Object
	}{{"null", py.None}, {"true", py.True}, {"false", py.False}} {
		if strings.HasPrefix(rest, c.name) {
			return c.value, at + len(c.name), nil
		}
	}
	for _, c := range []struct {
		name  string
		value float64
	}{{"NaN", elementary.NaN()}, {"Infinity", math.Inf(1)}, {"-Infinity", math.Inf(-1)}} {
		if strings.HasPrefix(rest, c.name) {
			v, err := s.parsed(s.constant, c.name, func() (py.Object, error) { return py.Float(c.value), nil })
			return v, at + len(c.name), err
		}
	}
	return s.number(at)
}

// parsed is what the program's function makes of a text, or ours where it has none.
func (s *scanner) parsed(fn py.Object, text string, own func() (py.Object, error)) (py.Object, error) {
	if fn != nil {
		return s.t.Call(fn, py.NewStr(text))
	}
	return own()
}

func (s *scanner) digits(at int) int {
	for at < len(s.s) && s.s[at] >= '0' && s.s[at] <= '9' {
		at++
	}
	return at
}

func (s *scanner) number(start int) (py.Object, int, error) {
	at := start
	if s.is(at, '-') {
		at++
	}
	end := s.digits(at)
	if end == at {
		return nil, 0, s.fail("Expecting value", start)
	}
	if s.s[at] == '0' { // nothing follows it
		end = at + 1
	}
	whole := end
	if s.is(end, '.') && s.digits(end+1) > end+1 {
		end = s.digits(end + 1)
	}
	if s.is(end, 'e') || s.is(end, 'E') {
		e := end + 1
		if s.is(e, '+') || s.is(e, '-') {
			e++
		}
		if n := s.digits(e); n > e {
			end = n
		}
	}
	text := s.s[start:end]
	if end == whole {
		v, err := s.parsed(s.parseInt, text, func() (py.Object, error) { return s.integer(text) })
		return v, end, err
	}
	v, err := s.parsed(s.parseFloat, text, func() (py.Object, error) {
		f, _ := strconv.ParseFloat(text, 64) // what is too large is infinite
		return py.Float(f), nil
	})
	return v, end, err
}

func (s *scanner) integer(text string) (py.Object, error) {
	if len(text) < 19 {
		v, _ := strconv.ParseInt(text, 10, 64)
		return py.MakeInt(v), nil
	}
	return s.t.Int(py.NewStr(text))
}
