package scan

import (
	"bytes"
	"strconv"
	"strings"
)

// entity is one that was declared.
type entity struct {
	value            string
	external, binary bool
	open             bool // it is being expanded
}

const (
	maxNested  = 200     // entities in entities
	freely     = 1 << 20 // how much entities may be expanded to in any case, in bytes
	maxFactor  = 100     // how many times what was read beyond that
	longestRef = 1 << 10 // of a name of an entity, in bytes
)

var predefined = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// ref takes a reference apart: a character's text, or the name of an entity.
func (in *input) ref(at int) (text, name string, end int, err error) {
	if at+1 == len(in.b) {
		return "", "", 0, errMore
	}
	if in.b[at+1] == '#' {
		text, end, err = in.charRef(at)
		return text, "", end, err
	}
	end, err = in.name(at + 1)
	if end-at > longestRef {
		return "", "", 0, in.fail(Invalid, end)
	}
	if err != nil {
		return "", "", 0, err
	}
	if end == at+1 || in.b[end] != ';' {
		return "", "", 0, in.fail(Invalid, end)
	}
	name = string(in.b[at+1 : end])
	return predefined[name], name, end + 1, nil
}

func (in *input) charRef(at int) (text string, end int, err error) {
	begin, base := at+2, 10
	if begin < len(in.b) && in.b[begin] == 'x' {
		begin, base = begin+1, 16
	}
	for end = begin; end < len(in.b) && in.b[end] != ';'; end++ {
		c := in.b[end] | 0x20
		if digit := in.b[end] >= '0' && in.b[end] <= '9'; !digit && (base == 10 || c < 'a' || c > 'f') {
			return "", 0, in.fail(Invalid, end)
		}
		if end-begin > longestRef {
			return "", 0, in.fail(BadCharRef, at)
		}
	}
	if end == len(in.b) {
		return "", 0, errMore
	}
	if end == begin {
		return "", 0, in.fail(Invalid, end)
	}
	n, err := strconv.ParseUint(string(in.b[begin:end]), base, 32)
	text = string(rune(n))
	if err != nil || n > 0x10ffff || n >= 0xd800 && n < 0xe000 || n == 0 {
		return "", 0, in.fail(BadCharRef, at)
	}
	if _, size, _ := char([]byte(text), 0); size == 0 {
		return "", 0, in.fail(BadCharRef, at)
	}
	return text, end + 1, nil
}

// reference scans one in a text.
func (s *Scanner) reference(in *input, depth int) error {
	text, name, end, err := in.ref(in.at)
	if err != nil {
		return err
	}
	if text != "" {
		s.send(in, in.at, Text, text)
		in.at = end
		return nil
	}
	e := s.entities[name]
	if e == nil && s.outside || e != nil && e.external && !e.binary {
		s.send(in, in.at, Skipped, name)
		in.at = end
		return nil
	}
	inner, err := s.expand(in, in.at, e, name, depth)
	if err != nil {
		return err
	}
	e.open = true
	err = s.run(inner, depth+1)
	e.open = false
	if err != nil {
		return err
	}
	if len(s.open) != inner.depth {
		return in.fail(Asynchronous, in.at)
	}
	in.at = end
	return nil
}

// tooMuch tells whether a document has become far larger than it is.
func (s *Scanner) tooMuch() bool { return s.expanded > freely && s.expanded > maxFactor*s.read }

// expand is the text of an entity as an input, if it may be expanded. at is where errors are.
func (s *Scanner) expand(in *input, at int, e *entity, name string, depth int) (*input, error) {
	switch {
	case e == nil:
		err := in.fail(Undefined, at)
		err.(*Error).Name = name
		return nil, err
	case e.open:
		return nil, in.fail(Recursive, at)
	case e.binary:
		return nil, in.fail(Binary, at)
	}
	s.expanded += len(e.value)
	if depth >= maxNested || s.tooMuch() {
		return nil, in.fail(Amplified, at)
	}
	return &input{b: []byte(e.value), final: true, outer: in, from: at, depth: len(s.open)}, nil
}

// valueReference resolves a reference in an attribute's value.
func (s *Scanner) valueReference(in *input, depth int) (string, error) {
	text, name, end, err := in.ref(in.at)
	if err == errMore {
		return "", in.fail(Invalid, len(in.b))
	}
	if err != nil {
		return "", err
	}
	if text == "" {
		if text, err = s.valueOf(in, name, depth); err != nil {
			return "", err
		}
	}
	in.at = end
	return text, nil
}

func (s *Scanner) valueOf(in *input, name string, depth int) (string, error) {
	if err := s.poll(); err != nil {
		return "", err
	}
	e := s.entities[name]
	if e == nil && s.outside {
		return "", nil
	}
	if e != nil && e.external && !e.binary {
		return "", in.fail(ExternalInAttr, in.at)
	}
	inner, err := s.expand(in, in.tag, e, name, depth)
	if err != nil {
		return "", err
	}
	e.open = true
	defer func() { e.open = false }()
	return s.value(inner, depth+1)
}

// entityValue is a declared value, of which references to characters are resolved.
func (in *input) entityValue(begin, end int) (string, error) {
	var b strings.Builder
	for at := begin; at < end; {
		n := bytes.IndexByte(in.b[at:end], '&')
		if n < 0 {
			n = end - at
		}
		b.WriteString(normalized(in.b[at : at+n]))
		if at += n; at == end {
			break
		}
		if at+1 < end && in.b[at+1] == '#' {
			text, stop, err := in.charRef(at)
			if err != nil || stop > end {
				return "", in.fail(Invalid, at)
			}
			b.WriteString(text)
			at = stop
			continue
		}
		b.WriteByte('&')
		at++
	}
	return b.String(), nil
}
