package scan

import "strings"

// doctypeDecl scans the declaration of a document's type, all of which must be there: what
// it declares is emitted after that.
func (s *Scanner) doctypeDecl(in *input) error {
	d := &declarations{s: s, in: in, entities: map[string]*entity{}}
	if err := d.scan(); err != nil {
		return err
	}
	s.prolog, s.doctype = true, true
	s.outside = s.outside || d.outside
	for name, e := range d.entities {
		s.entities[name] = e
	}
	for _, e := range d.events {
		s.send(in, e.at, e.kind, e.name, e.args...)
	}
	in.at = d.at
	return nil
}

// declarations are those of a document's type, as they are scanned.
type declarations struct {
	s        *Scanner
	in       *input
	at       int
	entities map[string]*entity
	outside  bool
	events   []declared
}

type declared struct {
	kind Kind
	name string
	args []string
	at   int
}

func (d *declarations) add(at int, kind Kind, name string, args ...string) {
	d.events = append(d.events, declared{kind, name, args, at})
}

func (d *declarations) scan() error {
	begin := d.in.at
	d.at = begin + len("<!DOCTYPE")
	name, err := d.word()
	if err != nil {
		return err
	}
	system, public, err := d.identifiers()
	if err != nil {
		return err
	}
	d.outside = system != ""
	has := ""
	if err := d.space(); err != nil {
		return err
	}
	if d.in.b[d.at] == '[' {
		has = "1"
	}
	d.add(begin, DoctypeStart, name, system, public, has)
	if has != "" {
		d.at++
		if err := d.subset(); err != nil {
			return err
		}
	}
	if err := d.space(); err != nil {
		return err
	}
	if d.in.b[d.at] != '>' {
		return d.in.fail(Syntax, d.at)
	}
	d.add(d.at, DoctypeEnd, "")
	d.at++
	return nil
}

// space skips white space up to something.
func (d *declarations) space() error {
	d.at = skipSpace(d.in.b, d.at)
	if d.at == len(d.in.b) {
		return errMore
	}
	return nil
}

// word is a name after white space; empty where there is none.
func (d *declarations) word() (string, error) {
	if err := d.space(); err != nil {
		return "", err
	}
	end, err := d.in.name(d.at)
	if err != nil {
		return "", err
	}
	if end == d.at {
		return "", d.in.fail(Syntax, d.at)
	}
	name := string(d.in.b[d.at:end])
	d.at = end
	return name, nil
}

// quoted is where the text in quotes begins and ends that is next.
func (d *declarations) quoted() (begin, end int, err error) {
	if err := d.space(); err != nil {
		return 0, 0, err
	}
	quote := d.in.b[d.at]
	if quote != '"' && quote != '\'' {
		return 0, 0, d.in.fail(Syntax, d.at)
	}
	begin = d.at + 1
	end, err = d.in.until(begin, string(rune(quote)))
	d.at = end + 1
	return begin, end, err
}

// identifiers are those of something external, empty where it isn't.
func (d *declarations) identifiers() (system, public string, err error) {
	if err := d.space(); err != nil {
		return "", "", err
	}
	for _, kind := range []string{"SYSTEM", "PUBLIC"} {
		ok, err := d.in.starts(d.at, kind)
		if err != nil {
			return "", "", err
		}
		if !ok {
			continue
		}
		d.at += len(kind)
		if kind == "PUBLIC" {
			begin, end, err := d.quoted()
			if err != nil {
				return "", "", err
			}
			public = strings.Join(strings.Fields(string(d.in.b[begin:end])), " ")
		}
		begin, end, err := d.quoted()
		if err != nil {
			return "", "", err
		}
		return string(d.in.b[begin:end]), public, nil
	}
	return "", "", nil
}

// subset scans declarations up to the ].
func (d *declarations) subset() error {
	for {
		if err := d.s.poll(); err != nil {
			return err
		}
		if err := d.space(); err != nil {
			return err
		}
		switch d.in.b[d.at] {
		case ']':
			d.at++
			return nil
		case '%':
			if err := d.parameter(); err != nil {
				return err
			}
		case '<':
			if err := d.declaration(); err != nil {
				return err
			}
		default:
			return d.in.fail(Syntax, d.at)
		}
	}
}

// parameter skips a reference to a parameter entity.
func (d *declarations) parameter() error {
	end, err := d.in.name(d.at + 1)
	if err != nil {
		return err
	}
	if end == d.at+1 || d.in.b[end] != ';' {
		return d.in.fail(Invalid, end)
	}
	d.outside = true
	d.at = end + 1
	return nil
}

func (d *declarations) declaration() error {
	for _, kind := range []struct {
		begin string
		scan  func() error
	}{{"<!--", d.comment}, {"<?", d.instruction}, {"<!ENTITY", d.entity}, {"<!ELEMENT", d.other}, {"<!ATTLIST", d.other}, {"<!NOTATION", d.other}} {
		ok, err := d.in.starts(d.at, kind.begin)
		if err != nil {
			return err
		}
		if ok {
			return kind.scan()
		}
	}
	return d.in.fail(Invalid, d.at+1)
}

func (d *declarations) comment() error {
	end, err := d.in.until(d.at+4, "-->")
	if err != nil {
		return err
	}
	d.add(d.at, Comment, normalized(d.in.b[d.at+4:end]))
	d.at = end + 3
	return nil
}

func (d *declarations) instruction() error {
	begin := d.at
	end, err := d.in.name(begin + 2)
	if err != nil {
		return err
	}
	stop, err := d.in.until(end, "?>")
	if err != nil {
		return err
	}
	d.add(begin, Instruction, string(d.in.b[begin+2:end]), normalized(d.in.b[skipSpace(d.in.b[:stop], end):stop]))
	d.at = stop + 2
	return nil
}

// other skips a declaration that means nothing here.
func (d *declarations) other() error {
	for {
		if d.at == len(d.in.b) {
			return errMore
		}
		switch d.in.b[d.at] {
		case '>':
			d.at++
			return nil
		case '"', '\'':
			if _, _, err := d.quoted(); err != nil {
				return err
			}
			continue
		}
		d.at++
	}
}

func (d *declarations) entity() error {
	begin := d.at
	d.at += len("<!ENTITY")
	if err := d.space(); err != nil {
		return err
	}
	if d.in.b[d.at] == '%' {
		return d.other()
	}
	name, err := d.word()
	if err != nil {
		return err
	}
	e, args, err := d.entityText()
	if err != nil {
		return err
	}
	if err := d.space(); err != nil {
		return err
	}
	if d.in.b[d.at] != '>' {
		return d.in.fail(Syntax, d.at)
	}
	d.at++
	if d.entities[name] == nil && predefined[name] == "" {
		d.entities[name] = e
		d.add(begin, Entity, name, args...)
	}
	return nil
}

// entityText is what an entity is declared to be.
func (d *declarations) entityText() (*entity, []string, error) {
	system, public, err := d.identifiers()
	if err != nil {
		return nil, nil, err
	}
	if system == "" {
		begin, end, err := d.quoted()
		if err != nil {
			return nil, nil, err
		}
		value, err := d.in.entityValue(begin, end)
		return &entity{value: value}, []string{value}, err
	}
	e, notation := &entity{external: true}, ""
	if err := d.space(); err != nil {
		return nil, nil, err
	}
	if d.in.b[d.at] != '>' {
		word, err := d.word()
		if err != nil {
			return nil, nil, err
		}
		if word != "NDATA" {
			return nil, nil, d.in.fail(Syntax, d.at)
		}
		if notation, err = d.word(); err != nil {
			return nil, nil, err
		}
		e.binary = true
	}
	return e, []string{system, public, notation}, nil
}
