package py

import (
	"fmt"
	"strings"
)

// Args are the arguments of a call: positional ones, then named ones.
type Args struct {
	Pos   []Object
	Names []*Str // of Named, one each
	Named []Object
}

// Positional returns arguments without names.
func Positional(args ...Object) Args { return Args{Pos: args} }

// A Signature is how a function written in Go takes its arguments. It is written as in
// Python: "x, /, y=, *rest, key=, **more". A parameter with "=" may be left out, which the
// function sees as nil; one whose default should be shown has it after the "=".
type Signature struct {
	names    []string
	defaults []string // by parameter; "\x00" is none
	required int      // of the positional ones
	only     int      // positional-only
	named    int      // positional: positional-only ones, and others
	rest     bool     // *rest
	more     bool     // **more
	text     string
	find     bool // its errors are those of find and its like: the first parameter has a "!" before it
}

const noDefault = "\x00"

// Sign reads a Signature. It panics on one that it doesn't understand: they are
// constants.
func Sign(text string) *Signature {
	s := &Signature{text: text, named: -1}
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case part == "/":
			s.only = len(s.names)
		case part == "*":
			s.named = len(s.names)
		case strings.HasPrefix(part, "**"):
			s.more = true
		case part[0] == '*':
			s.named, s.rest = len(s.names), true
		default:
			s.add(part)
		}
	}
	if s.named < 0 {
		s.named = len(s.names)
	}
	for s.required = 0; s.required < s.named && s.defaults[s.required] == noDefault; s.required++ {
	}
	return s
}

func (s *Signature) add(part string) {
	if part[0] == '!' {
		s.find, part = true, part[1:]
	}
	name, value, optional := strings.Cut(part, "=")
	if !optional {
		value = noDefault
	}
	s.names = append(s.names, name)
	s.defaults = append(s.defaults, value)
}

// takes reports whether n positional arguments are what the function is called with, but for
// nils at the end.
func (s *Signature) takes(n int) bool {
	return n <= s.named && n >= s.required && s.named == len(s.names) && !s.rest && !s.more
}

// slots is how many values a call hands to the function.
func (s *Signature) slots() int {
	n := len(s.names)
	if s.rest {
		n++
	}
	if s.more {
		n++
	}
	return n
}

// bind gives each parameter its value: those that are named in order, then *rest as a
// Tuple, then **more as a Dict. The result may be the arguments themselves. skip is how many of the
// first ones (self) messages don't count.
func (s *Signature) bind(name string, a Args, skip int) ([]Object, error) {
	if len(a.Names) == 0 && len(a.Pos) == len(s.names) && s.named == len(s.names) && !s.rest && !s.more {
		return a.Pos, nil
	}
	if len(a.Names) > 0 && !s.more {
		if err := s.checkNames(name, len(a.Pos)-skip, len(a.Names), skip); err != nil {
			return nil, err
		}
	}
	if len(a.Pos) > s.named && !s.rest {
		return nil, s.tooMany(name, len(a.Pos)-skip, skip)
	}
	values := make([]Object, s.slots())
	n := copy(values[:s.named], a.Pos)
	extra := len(s.names)
	if s.rest {
		values[extra] = NewTuple(append([]Object(nil), a.Pos[n:]...)...)
		extra++
	}
	var more *Dict
	if s.more {
		more = NewDict()
		values[extra] = more
	}
	wrong := s.bindNames(name, values, more, a, skip)
	if err := s.check(name, values, n, skip); err != nil {
		return nil, err
	}
	return values, wrong
}

// checkNames checks whether there may be names, and how many arguments there are with them.
func (s *Signature) checkNames(name string, given, named, skip int) error {
	most := len(s.names) - skip
	switch {
	case s.only == len(s.names):
		return Raise(TypeError, "%s() takes no keyword arguments", name)
	case s.rest || given+named <= most:
		return nil
	}
	noun := "argument"
	if given == 0 {
		noun = "keyword argument"
	}
	return Raise(TypeError, "%s() takes at most %s (%d given)", lastName(name), count(most, noun), given+named)
}

// bindNames gives parameters what is named. Its error is to be told after that of one that
// has no value: the first argument that has a position, too, or else the first without a
// parameter.
func (s *Signature) bindNames(name string, values []Object, more *Dict, a Args, skip int) error {
	var twice, unknown error
	for n, key := range a.Names {
		i := s.index(key.s)
		switch {
		case i >= 0 && values[i] == nil:
			values[i] = a.Named[n]
		case i >= 0 && twice == nil:
			twice = Raise(TypeError, "argument for %s() given by name ('%s') and position (%d)", lastName(name), key.s, i+1-skip)
		case i >= 0:
		case more != nil:
			more.setStr(key, a.Named[n])
		case unknown == nil:
			unknown = Raise(TypeError, "'%s' is an invalid keyword argument for %s()", key.s, lastName(name))
		}
	}
	if twice != nil {
		return twice
	}
	return unknown
}

// index is the place of a parameter that may be named, or -1.
func (s *Signature) index(param string) int {
	for i := s.only; i < len(s.names); i++ {
		if s.names[i] == param {
			return i
		}
	}
	return -1
}

func (s *Signature) check(name string, values []Object, given, skip int) error {
	for i, v := range values[:len(s.names)] {
		if v != nil || s.defaults[i] != noDefault {
			continue
		}
		if s.only == len(s.names) {
			return s.tooFew(name, given-skip, skip)
		}
		if given < min(s.only, s.required) {
			limit := "exactly"
			if min(s.only, s.required) < s.named {
				limit = "at least"
			}
			return Raise(TypeError, "%s() takes %s %s (%d given)", lastName(name), limit, count(min(s.only, s.required)-skip, "positional argument"), given-skip)
		}
		return Raise(TypeError, "%s() missing required argument '%s' (pos %d)", lastName(name), s.names[i], i+1-skip)
	}
	return nil
}

func (s *Signature) tooFew(name string, given, skip int) error {
	need := s.required - skip
	switch {
	case s.find:
		return Raise(TypeError, "%s() takes at least %s (%d given)", lastName(name), count(need, "argument"), given)
	case need == 1 && s.named == s.required && !s.rest:
		return Raise(TypeError, "%s() takes exactly one argument (%d given)", name, given)
	case s.named == s.required && !s.rest:
		return Raise(TypeError, "%s expected %s, got %d", lastName(name), count(need, "argument"), given)
	}
	return Raise(TypeError, "%s expected at least %s, got %d", lastName(name), count(need, "argument"), given)
}

func (s *Signature) tooMany(name string, given, skip int) error {
	most, need := s.named-skip, s.required-skip
	switch {
	case s.find:
		return Raise(TypeError, "%s() takes at most %s (%d given)", lastName(name), count(most, "argument"), given)
	case most == 0 && len(s.names) > skip && given <= len(s.names)-skip:
		return Raise(TypeError, "%s() takes no positional arguments", lastName(name))
	case most == 0 && len(s.names) == skip:
		return Raise(TypeError, "%s() takes no arguments (%d given)", name, given)
	case s.only < len(s.names):
		limit, noun := "at most", "positional argument"
		if given > len(s.names)-skip {
			noun, most = "argument", len(s.names)-skip
		} else if most == need {
			limit = "exactly"
		}
		return Raise(TypeError, "%s() takes %s %s (%d given)", lastName(name), limit, count(most, noun), given)
	case most == 1 && need == 1:
		return Raise(TypeError, "%s() takes exactly one argument (%d given)", name, given)
	case most == need:
		return Raise(TypeError, "%s expected %s, got %d", lastName(name), count(most, "argument"), given)
	}
	return Raise(TypeError, "%s expected at most %s, got %d", lastName(name), count(most, "argument"), given)
}

func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// count is "1 argument", "2 arguments".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
