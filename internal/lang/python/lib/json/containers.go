package json

import "github.com/elide-dev/elided/internal/lang/python/py"

// array reads an array, whose bracket is before at.
func (s *scanner) array(at int) (py.Object, int, error) {
	var items []py.Object
	at = s.space(at)
	if s.is(at, ']') {
		return py.NewList(), at + 1, nil
	}
	for {
		v, end, err := s.value(at)
		if err != nil {
			return nil, 0, err
		}
		items = append(items, v)
		at = s.space(end)
		switch {
		case s.is(at, ']'):
			return py.NewList(items...), at + 1, nil
		case !s.is(at, ','):
			return nil, 0, s.fail("Expecting ',' delimiter", at)
		}
		at = s.space(at + 1)
	}
}

// object reads an object, whose brace is before at.
func (s *scanner) object(at int) (py.Object, int, error) {
	m := &members{s: s}
	if s.pairs == nil {
		m.dict = py.NewDict()
	}
	at = s.space(at)
	if s.is(at, '}') {
		v, err := m.done()
		return v, at + 1, err
	}
	for {
		end, err := m.member(at)
		if err != nil {
			return nil, 0, err
		}
		at = s.space(end)
		switch {
		case s.is(at, '}'):
			v, err := m.done()
			return v, at + 1, err
		case !s.is(at, ','):
			return nil, 0, s.fail("Expecting ',' delimiter", at)
		}
		at = s.space(at + 1)
	}
}

// members are those of an object: in a dict, or as pairs for the program's function.
type members struct {
	s     *scanner
	dict  *py.Dict
	pairs []py.Object
}

func (m *members) member(at int) (end int, err error) {
	s := m.s
	if !s.is(at, '"') {
		return 0, s.fail("Expecting property name enclosed in double quotes", at)
	}
	text, end, err := s.text(at + 1)
	if err != nil {
		return 0, err
	}
	at = s.space(end)
	if !s.is(at, ':') {
		return 0, s.fail("Expecting ':' delimiter", at)
	}
	v, end, err := s.value(s.space(at + 1))
	if err != nil {
		return 0, err
	}
	key := s.keys[text]
	if key == nil {
		key = py.NewStr(text)
		s.keys[text] = key
	}
	if m.dict == nil {
		m.pairs = append(m.pairs, py.NewTuple(key, v))
		return end, nil
	}
	return end, m.dict.Set(s.t, key, v)
}

func (m *members) done() (py.Object, error) {
	switch {
	case m.dict == nil:
		return m.s.t.Call(m.s.pairs, py.NewList(m.pairs...))
	case m.s.hook != nil:
		return m.s.t.Call(m.s.hook, m.dict)
	}
	return m.dict, nil
}
