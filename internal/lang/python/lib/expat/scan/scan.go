// Package scan takes XML apart, as it comes. It checks what a document without its external
// parts can be checked for, and reads nothing but what it is given.
package scan

import (
	"bytes"
	"errors"
)

// A Kind says what an Event is.
type Kind uint8

// What there is in a document. Beside each is what its event's Name and Args are.
const (
	Start          Kind = iota // the element; names and values of attributes in turns
	End                        // the element
	Text                       // the text
	Comment                    // the text
	Instruction                // the target; the data
	CDataStart                 // nothing
	CDataEnd                   // nothing
	Declaration                // the version; the encoding if it has one, "standalone" if it says so: "yes" or "no"
	DoctypeStart               // the name; system and public identifier, and "1" if declarations follow
	DoctypeEnd                 // nothing
	Entity                     // the name; the value, or system and public identifier and notation
	Skipped                    // the name of an entity that isn't declared here
	NamespaceStart             // the prefix; the URI
	NamespaceEnd               // the prefix
)

// An Event is something in a document, and where it begins: the line from 1, the column and
// the offset from 0.
type Event struct {
	Kind         Kind
	Name         string
	Args         []string
	Line, Column int
	Offset       int
}

// A Scanner scans one document.
type Scanner struct {
	separator  string // between a namespace and a name; with none, namespaces are left alone
	namespaces bool
	emit       func(Event)
	busy       bool // it scans
	poll       func() error

	main     input
	prolog   bool // something was there before the root element
	root     bool // the root element has begun
	doctype  bool
	outside  bool // there are declarations that aren't here: what isn't declared isn't an error
	open     []element
	scopes   map[string][]string // by prefix, the URIs that it had from outside to inside
	entities map[string]*entity
	read     int // bytes of the document
	expanded int // bytes that entities, and prefixes of names, were expanded to
	waiting  int // how much of a token was there that isn't whole
}

// element is one that is open.
type element struct {
	raw, name string
	prefixes  []string // that it declares
}

// New returns a scanner. With namespaces, a name is its URI, separator and local name.
func New(namespaces bool, separator string) *Scanner {
	return &Scanner{separator: separator, namespaces: namespaces, scopes: map[string][]string{"xml": {xmlURI}}, entities: map[string]*entity{},
		main: input{place: place{line: 1}}}
}

// deferred is the size of a token in bytes from which on it is scanned again only when twice as
// much is there: otherwise one that comes in small parts would take quadratic time.
const deferred = 64 << 10

// longest bounds a token that isn't whole, in bytes.
const longest = 64 << 20

// ErrBusy is that a scanner is fed from within Feed.
var ErrBusy = errors.New("the document is being parsed already")

// Feed scans more of a document: UTF-8, of which the last character may be incomplete.
// poll is asked again and again whether to go on; what is found goes to emit. An error is
// poll's or an *Error, after which nothing more may be fed; ErrBusy, which changes nothing, where
// poll itself feeds: a signal's handler, another thread.
func (s *Scanner) Feed(data []byte, final bool, poll func() error, emit func(Event)) error {
	if s.busy {
		return ErrBusy
	}
	s.busy = true
	defer func() { s.busy = false }()
	s.poll, s.emit = poll, emit
	in := &s.main
	in.drop()
	in.b = append(in.b, data...)
	in.final = final
	s.read += len(data)
	if n := len(in.b) - in.at; !final && s.waiting > deferred && n < 2*s.waiting {
		return nil
	}
	err := s.run(in, 0)
	s.waiting = len(in.b) - in.at
	if err == nil && s.waiting > longest {
		err = in.fail(NoMemory, in.at)
	}
	if err != nil || !final {
		return err
	}
	if !s.root || len(s.open) > 0 {
		return in.fail(NoElement, len(in.b))
	}
	return nil
}

// Place is where the scanner is.
func (s *Scanner) Place() (line, column, offset int) {
	p := s.main.position(s.main.at)
	return p.line, p.column, p.offset
}

// run scans all that is there. depth is that of entities.
func (s *Scanner) run(in *input, depth int) error {
	if in == &s.main && in.place.offset == 0 && in.at == 0 && !s.prolog {
		mark := []byte("\ufeff")
		if len(in.b) < len(mark) && bytes.HasPrefix(mark, in.b) && !in.final {
			return nil
		}
		if bytes.HasPrefix(in.b, mark) {
			in.at = len(mark)
			in.begin = in.at
			in.place.offset = in.at
		}
	}
	for in.at < len(in.b) {
		if err := s.poll(); err != nil {
			return err
		}
		var err error
		if len(s.open) == 0 {
			err = s.outer(in)
		} else {
			err = s.content(in, depth)
		}
		if err == errMore {
			if !in.final {
				return nil
			}
			return in.fail(Unclosed, in.at)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// send emits an event that begins at a place of the input.
func (s *Scanner) send(in *input, at int, kind Kind, name string, args ...string) {
	p := in.position(at)
	s.emit(Event{kind, name, args, p.line, p.column, p.offset})
}
