package py

import (
	"sort"
	"unicode"
)

// Offset is where code point i begins in the text, which may be the end; i is in range.
func (s *Str) Offset(i int) int { return s.offset(i) }

// Index is the number of the code point that begins at an offset of the text, which may
// be the end.
func (s *Str) Index(offset int) int {
	if s.ASCII() {
		return offset
	}
	if offset == len(s.s) {
		return s.Len()
	}
	marks := s.indexed().offsets
	i := sort.Search(len(marks), func(i int) bool { return int(marks[i]) > offset }) - 1
	return i*runeStride + countRunes(s.s[marks[i]:offset])
}

// IsAlnum reports whether str.isalnum is true of a code point.
func IsAlnum(r rune) bool { return isAlpha(r) || isDigit(r) || isNumeric(r) }

// IsDecimal reports whether str.isdecimal is true of a code point.
func IsDecimal(r rune) bool { return isDecimal(r) }

// IsSpace reports whether str.isspace is true of a code point.
func IsSpace(r rune) bool { return isSpace(r) }

// SimpleLower is the lower case of a code point that has a single one.
func SimpleLower(r rune) rune {
	if !assigned(r) {
		return r
	}
	return unicode.ToLower(r)
}

// SimpleUpper is the upper case of a code point that has a single one.
func SimpleUpper(r rune) rune {
	if !assigned(r) {
		return r
	}
	return unicode.ToUpper(r)
}

// AddGeneric makes c[item] a generic alias; for DefineClass.
func (c *Class) AddGeneric() { c.genericAlias() }

// NewNativeInstance returns an instance of a DefineClass whose base is a built-in class, of
// a value of that.
func NewNativeInstance(c *Class, native Object) *Instance {
	return &Instance{class: c, Native: native}
}

// IsDigit is str.isdigit of one character.
func IsDigit(r rune) bool { return isDigit(r) }

// IsNumeric is str.isnumeric of one character.
func IsNumeric(r rune) bool { return isNumeric(r) }

// IsAssigned reports whether Python's Unicode has a character at a code point.
func IsAssigned(r rune) bool { return assigned(r) }
