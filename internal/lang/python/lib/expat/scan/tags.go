package scan

import (
	"bytes"
	"strings"
)

const (
	xmlURI   = "http://www.w3.org/XML/1998/namespace"
	xmlnsURI = "http://www.w3.org/2000/xmlns/"
)

// attribute is one of a start tag. at is where its name is.
type attribute struct {
	name, value string
	at          int
}

func (s *Scanner) startTag(in *input) error {
	begin := in.at + 1
	end, err := in.name(begin)
	if err != nil {
		return err
	}
	if end == begin {
		if _, size, err := char(in.b, begin); err != nil || size == 0 {
			return orInvalid(in, err, begin)
		}
		return in.fail(Invalid, begin)
	}
	attrs, at, empty, err := s.attributes(in, end)
	if err != nil {
		return err
	}
	e := element{raw: string(in.b[begin:end])}
	args, err := s.resolve(in, &e, attrs)
	if err != nil {
		return err
	}
	s.root = true
	for _, p := range e.prefixes {
		uris := s.scopes[p]
		s.send(in, in.at, NamespaceStart, p, uris[len(uris)-1])
	}
	s.send(in, in.at, Start, e.name, args...)
	s.open = append(s.open, e)
	if empty {
		s.close(in, in.at)
	}
	in.at = at
	return nil
}

func orInvalid(in *input, err error, at int) error {
	if err != nil {
		return err
	}
	return in.fail(Invalid, at)
}

// attributes scans a start tag from behind its name to its end.
func (s *Scanner) attributes(in *input, at int) (attrs []attribute, end int, empty bool, err error) {
	for {
		gap := at
		at = skipSpace(in.b, at)
		if at == len(in.b) {
			return nil, 0, false, errMore
		}
		switch in.b[at] {
		case '>':
			return attrs, at + 1, false, nil
		case '/':
			ok, err := in.starts(at, "/>")
			if err == nil && !ok {
				err = in.fail(Invalid, at+1)
			}
			return attrs, at + 2, true, err
		}
		if gap == at {
			return nil, 0, false, in.fail(Invalid, at)
		}
		var a attribute
		if a, at, err = s.attribute(in, at); err != nil {
			return nil, 0, false, err
		}
		attrs = append(attrs, a)
		if len(attrs)%64 == 0 {
			if err := s.poll(); err != nil {
				return nil, 0, false, err
			}
		}
	}
}

func (s *Scanner) attribute(in *input, at int) (a attribute, end int, err error) {
	a.at = at
	end, err = in.name(at)
	if err != nil {
		return a, 0, err
	}
	if end == at {
		return a, 0, in.fail(Invalid, at)
	}
	a.name = string(in.b[at:end])
	at = skipSpace(in.b, end)
	if at < len(in.b) && in.b[at] != '=' {
		return a, 0, in.fail(Invalid, at)
	}
	if at < len(in.b) {
		at = skipSpace(in.b, at+1)
	}
	if at >= len(in.b) {
		return a, 0, errMore
	}
	quote := in.b[at]
	if quote != '"' && quote != '\'' {
		return a, 0, in.fail(Invalid, at)
	}
	end = at + 1
	for ; end < len(in.b) && in.b[end] != quote; end++ {
		if in.b[end] == '<' {
			return a, 0, in.fail(Invalid, end)
		}
	}
	if end == len(in.b) {
		return a, 0, errMore
	}
	a.value, err = s.value(&input{b: in.b[:end], at: at + 1, tag: in.at, begin: in.begin, place: in.place, outer: in.outer, from: in.from}, 0)
	return a, end + 1, err
}

// value is an attribute's value: what is left of the input, with references resolved.
func (s *Scanner) value(in *input, depth int) (string, error) {
	var b strings.Builder
	for in.at < len(in.b) {
		c := in.b[in.at]
		switch {
		case c == '&':
			text, err := s.valueReference(in, depth)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
			continue
		case c == '<':
			return "", in.fail(Invalid, in.at)
		case isSpace(c):
			if c == '\r' && in.at+1 < len(in.b) && in.b[in.at+1] == '\n' {
				in.at++
			}
			b.WriteByte(' ')
			in.at++
			continue
		}
		_, size, err := char(in.b, in.at)
		if err != nil || size == 0 {
			return "", in.fail(Invalid, in.at)
		}
		b.Write(in.b[in.at : in.at+size])
		in.at += size
	}
	return b.String(), nil
}

// resolve gives an element its name, and checks its attributes: with namespaces, those that
// declare some are left out.
func (s *Scanner) resolve(in *input, e *element, attrs []attribute) (args []string, err error) {
	seen := make(map[string]bool, len(attrs))
	for _, a := range attrs {
		if seen[a.name] {
			return nil, in.fail(Duplicate, a.at)
		}
		seen[a.name] = true
	}
	e.name = e.raw
	if s.namespaces {
		if attrs, err = s.declare(in, e, attrs); err != nil {
			return nil, err
		}
		if e.name, err = s.qualified(in, e.raw, true); err != nil {
			return nil, err
		}
		clear(seen)
	}
	for _, a := range attrs {
		if s.namespaces && strings.Contains(a.name, ":") {
			if a.name, err = s.qualified(in, a.name, false); err != nil {
				return nil, err
			}
			if seen[a.name] {
				return nil, in.fail(Duplicate, a.at)
			}
			seen[a.name] = true
		}
		args = append(args, a.name, a.value)
	}
	return args, nil
}

// declare takes the declarations of namespaces out of attributes.
func (s *Scanner) declare(in *input, e *element, attrs []attribute) (others []attribute, err error) {
	for _, a := range attrs {
		prefix, isDecl := strings.CutPrefix(a.name, "xmlns:")
		if !isDecl && a.name != "xmlns" {
			others = append(others, a)
			continue
		}
		if a.name == "xmlns" {
			prefix = ""
		}
		if code := badBinding(prefix, a.value); code != 0 {
			return nil, in.fail(code, in.at)
		}
		e.prefixes = append(e.prefixes, prefix)
		s.scopes[prefix] = append(s.scopes[prefix], a.value)
	}
	return others, nil
}

// badBinding is the error of binding a prefix to a URI, or 0.
func badBinding(prefix, uri string) int {
	switch {
	case prefix == "xmlns":
		return ReservedXMLNS
	case (prefix == "xml") != (uri == xmlURI):
		if prefix == "xml" {
			return ReservedXML
		}
		return ReservedURI
	case uri == xmlnsURI:
		return ReservedURI
	case uri == "" && prefix != "":
		return Undeclaring
	}
	return 0
}

// qualified is a name with its namespace. Elements have one without a prefix, too.
func (s *Scanner) qualified(in *input, name string, isElement bool) (string, error) {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
		if !isElement {
			return name, nil
		}
	} else if prefix == "" || local == "" || strings.Contains(local, ":") {
		return "", in.fail(Invalid, in.at)
	}
	uris := s.scopes[prefix]
	if len(uris) == 0 {
		if prefix != "" {
			return "", in.fail(UnboundPrefix, in.at)
		}
		return name, nil
	}
	uri := uris[len(uris)-1]
	if uri == "" {
		return local, nil
	}
	s.expanded += len(uri)
	if s.tooMuch() {
		return "", in.fail(Amplified, in.at)
	}
	return uri + s.separator + local, s.poll()
}

func (s *Scanner) endTag(in *input) error {
	begin := in.at + 2
	end, err := in.name(begin)
	if err != nil {
		return err
	}
	if end == begin {
		return in.fail(Invalid, begin)
	}
	at := skipSpace(in.b, end)
	if at == len(in.b) {
		return errMore
	}
	if in.b[at] != '>' {
		return in.fail(Invalid, at)
	}
	if in.outer != nil && len(s.open) <= in.depth {
		return in.fail(Asynchronous, in.at)
	}
	if !bytes.Equal(in.b[begin:end], []byte(s.open[len(s.open)-1].raw)) {
		return in.fail(Mismatch, begin)
	}
	s.close(in, in.at)
	in.at = at + 1
	return nil
}

// close ends the innermost element.
func (s *Scanner) close(in *input, at int) {
	e := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	s.send(in, at, End, e.name)
	for i := len(e.prefixes) - 1; i >= 0; i-- {
		p := e.prefixes[i]
		s.scopes[p] = s.scopes[p][:len(s.scopes[p])-1]
		s.send(in, at, NamespaceEnd, p)
	}
}
