package scan

import (
	"bytes"
	"strings"
)

// outer scans what is before and after the root element.
func (s *Scanner) outer(in *input) error {
	at := in.at
	c := in.b[at]
	if isSpace(c) {
		s.prolog = true
		in.at = skipSpace(in.b, at)
		return nil
	}
	if c != '<' {
		return s.stray(in, at)
	}
	if at+1 == len(in.b) {
		return errMore
	}
	switch in.b[at+1] {
	case '?':
		return s.instruction(in)
	case '!':
		return s.outerMarkup(in)
	}
	r, size, err := char(in.b, at+1)
	if err != nil {
		return err
	}
	if size == 0 || !isNameStart(r) {
		return in.fail(Invalid, at+1)
	}
	if s.root {
		return in.fail(Junk, at)
	}
	return s.startTag(in)
}

// stray is the error of text outside the root element.
func (s *Scanner) stray(in *input, at int) error {
	r, size, err := char(in.b, at)
	switch {
	case err != nil:
		return err
	case size == 0 || strings.ContainsRune("&=/!*?+;$@-.", r) || r >= 0x80 && !isNameRune(r):
		return in.fail(Invalid, at)
	case s.root:
		return in.fail(Junk, at)
	}
	return in.fail(Syntax, at)
}

func (s *Scanner) outerMarkup(in *input) error {
	if ok, err := in.starts(in.at, "<!--"); ok || err != nil {
		if err != nil {
			return err
		}
		return s.comment(in)
	}
	ok, err := in.starts(in.at, "<!DOCTYPE")
	if err != nil {
		return err
	}
	if !ok {
		end, err := in.name(in.at + 2)
		if err != nil {
			return err
		}
		if in.b[end] == '-' {
			end++
		}
		return in.fail(Invalid, end)
	}
	if s.root {
		return in.fail(Junk, in.at)
	}
	if s.doctype {
		return in.fail(Syntax, in.at)
	}
	err = s.doctypeDecl(in)
	if err == errMore && in.final {
		return in.fail(NoElement, len(in.b))
	}
	return err
}

// content scans what is in an element.
func (s *Scanner) content(in *input, depth int) error {
	switch in.b[in.at] {
	case '&':
		return s.reference(in, depth)
	case '<':
		if in.at+1 == len(in.b) {
			return errMore
		}
		switch in.b[in.at+1] {
		case '/':
			return s.endTag(in)
		case '?':
			return s.instruction(in)
		case '!':
			return s.innerMarkup(in)
		}
		return s.startTag(in)
	}
	return s.text(in)
}

func (s *Scanner) innerMarkup(in *input) error {
	if ok, err := in.starts(in.at, "<!--"); ok || err != nil {
		if err != nil {
			return err
		}
		return s.comment(in)
	}
	ok, err := in.starts(in.at, "<![CDATA[")
	if err != nil {
		return err
	}
	if !ok {
		at := in.at + 2
		for i, c := range []byte("[CDATA[") {
			if at = in.at + 2 + i; in.b[at] != c {
				break
			}
		}
		if in.b[at] == '-' {
			at++
		}
		return in.fail(Invalid, at)
	}
	begin := in.at + len("<![CDATA[")
	end, err := in.until(begin, "]]>")
	if err == errMore && in.final {
		return in.fail(UnclosedCData, len(in.b))
	}
	if err != nil {
		return err
	}
	s.send(in, in.at, CDataStart, "")
	if end > begin {
		s.send(in, begin, Text, normalized(in.b[begin:end]))
	}
	s.send(in, end, CDataEnd, "")
	in.at = end + 3
	return nil
}

// text scans up to markup, or as far as it is there.
func (s *Scanner) text(in *input) error {
	at := in.at
	for at < len(in.b) {
		c := in.b[at]
		if c == '<' || c == '&' {
			break
		}
		if c == ']' || c == '\r' {
			stop, err := in.careful(at)
			if err != nil {
				return err
			}
			if stop {
				break
			}
		}
		_, size, err := char(in.b, at)
		if err == errMore && !in.final && at > in.at {
			break
		}
		if err != nil {
			return err
		}
		if size == 0 {
			s.flush(in, at)
			return in.fail(Invalid, at)
		}
		at += size
	}
	if at == in.at {
		return errMore
	}
	s.flush(in, at)
	return nil
}

// careful tells whether what follows a ] or a carriage return must be waited for.
func (in *input) careful(at int) (stop bool, err error) {
	if in.b[at] == '\r' {
		return at+1 == len(in.b) && !in.final, nil
	}
	ok, err := in.starts(at, "]]>")
	if ok {
		return false, in.fail(Invalid, at+2)
	}
	return err != nil && !in.final, nil
}

func (s *Scanner) flush(in *input, end int) {
	if end > in.at {
		s.send(in, in.at, Text, normalized(in.b[in.at:end]))
		in.at = end
	}
}

// normalized is a text with its line ends as one character.
func normalized(b []byte) string {
	if bytes.IndexByte(b, '\r') < 0 {
		return string(b)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(b))
}

func (s *Scanner) comment(in *input) error {
	begin := in.at + len("<!--")
	end, err := in.until(begin, "--")
	if err != nil {
		return err
	}
	ok, err := in.starts(end, "-->")
	if err != nil {
		return err
	}
	if !ok {
		return in.fail(Invalid, end+2)
	}
	s.prolog = true
	s.send(in, in.at, Comment, normalized(in.b[begin:end]))
	in.at = end + 3
	return nil
}

// instruction scans a processing instruction or the XML declaration.
func (s *Scanner) instruction(in *input) error {
	begin := in.at + 2
	end, err := in.name(begin)
	if err != nil {
		return err
	}
	if end == begin {
		return in.fail(Invalid, begin)
	}
	target := string(in.b[begin:end])
	if !isSpace(in.b[end]) && in.b[end] != '?' {
		return in.fail(Invalid, end)
	}
	stop, err := in.until(end, "?>")
	if err != nil {
		return err
	}
	if in.b[end] == '?' && stop != end {
		return in.fail(Invalid, end+1)
	}
	if strings.EqualFold(target, "xml") {
		if target != "xml" {
			return in.fail(Invalid, begin)
		}
		if err := s.declaration(in, end, stop); err != nil {
			return err
		}
	} else {
		s.send(in, in.at, Instruction, target, normalized(in.b[skipSpace(in.b[:stop], end):stop]))
	}
	s.prolog = true
	in.at = stop + 2
	return nil
}

// declaration scans what an XML declaration says.
func (s *Scanner) declaration(in *input, at, stop int) error {
	if s.prolog || s.root || in.outer != nil {
		return in.fail(MisplacedDecl, in.at)
	}
	values := map[string]string{}
	order := ""
	first := skipSpace(in.b[:stop], at)
	for at = first; at < stop; at = skipSpace(in.b[:stop], at) {
		end, err := in.name(at)
		if err != nil || end == at {
			return in.fail(BadDecl, at)
		}
		name := string(in.b[at:end])
		at = skipSpace(in.b[:stop], end)
		if at >= stop || in.b[at] != '=' {
			return in.fail(BadDecl, at)
		}
		at = skipSpace(in.b[:stop], at+1)
		if at >= stop || in.b[at] != '"' && in.b[at] != '\'' {
			return in.fail(BadDecl, at)
		}
		n := bytes.IndexByte(in.b[at+1:stop], in.b[at])
		if n < 0 {
			return in.fail(BadDecl, at)
		}
		values[name] = string(in.b[at+1 : at+1+n])
		order += name[:1]
		at += n + 2
	}
	if alone, ok := values["standalone"]; !strings.Contains(" v ve vs ves ", " "+order+" ") || len(values) != len(order) || ok && alone != "yes" && alone != "no" {
		if order == "" || order[0] == 'v' {
			first = stop
		}
		return in.fail(BadDecl, first)
	}
	s.send(in, in.at, Declaration, values["version"], values["encoding"], values["standalone"])
	return nil
}
