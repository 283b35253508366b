package py

import (
	"strings"
)

// A formatter is a str.format that is under way.
type formatter struct {
	t       *Thread
	args    []Object // nil of format_map
	mapping Object   // what names are looked up in
	isMap   bool
	next    int  // the next automatic number
	auto    bool // numbers are automatic
	manual  bool // numbers are given
	b       []byte
}

func strFormat(t *Thread, a []Object) (Object, error) {
	f := &formatter{t: t, args: a[1].(*Tuple).Items, mapping: a[2]}
	return f.run(a[0].(*Str).s)
}

func strFormatMap(t *Thread, a []Object) (Object, error) {
	f := &formatter{t: t, mapping: a[1], isMap: true}
	return f.run(a[0].(*Str).s)
}

func (f *formatter) run(s string) (Object, error) {
	if err := f.build(s, 2); err != nil {
		return nil, err
	}
	return copyStr(f.b), nil
}

// build adds a text with its fields. depth is how deep fields may be nested.
func (f *formatter) build(s string, depth int) error {
	if depth <= 0 {
		return Raise(ValueError, "Max string recursion exceeded")
	}
	for s != "" {
		if f.t.ending() {
			return ErrStopped
		}
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			f.b = append(f.b, s...)
			return nil
		}
		c := s[i]
		f.b = append(f.b, s[:i]...)
		s = s[i+1:]
		switch {
		case s != "" && s[0] == c:
			f.b = append(f.b, c)
			s = s[1:]
			continue
		case c == '}':
			return Raise(ValueError, "Single '}' encountered in format string")
		case s == "":
			return Raise(ValueError, "Single '{' encountered in format string")
		}
		field, rest, err := parseField(s)
		if err != nil {
			return err
		}
		if err := f.field(field, depth); err != nil {
			return err
		}
		if len(f.b) > maxText {
			return NewExc(MemoryError)
		}
		if f.t.ending() {
			return ErrStopped
		}
		s = rest
	}
	return nil
}

// A replacementField is {name!conversion:spec}.
type replacementField struct {
	name       string
	conversion rune // 0 is none
	spec       string
	nested     bool // the specifier has fields
}

// parseField reads a field of s, which begins after its brace.
func parseField(s string) (f replacementField, rest string, err error) {
	i, c := 0, byte(0)
scan:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			return f, "", Raise(ValueError, "unexpected '{' in field name")
		case '[':
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			break scan
		}
	}
	switch {
	case i == 0 || c != '}' && c != ':' && c != '!':
		return f, "", Raise(ValueError, "expected '}' before end of string")
	case c == '}':
		f.name = s[:i-1]
		return f, s[i:], nil
	}
	f.name = s[:i-1]
	s = s[i:]
	if c == '!' {
		if s == "" {
			return f, "", Raise(ValueError, "end of string while looking for conversion specifier")
		}
		r, n := decodeRune(s)
		f.conversion = r
		s = s[n:]
		switch {
		case s == "":
		case s[0] == '}':
			return f, s[1:], nil
		case s[0] != ':':
			return f, "", Raise(ValueError, "expected ':' after conversion specifier")
		default:
			s = s[1:]
		}
	}
	return f.parseSpec(s)
}

func (f replacementField) parseSpec(s string) (replacementField, string, error) {
	open := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			f.nested = true
			open++
		case '}':
			if open--; open == 0 {
				f.spec = s[:i]
				return f, s[i+1:], nil
			}
		}
	}
	return f, "", Raise(ValueError, "unmatched '{' in format spec")
}

// field adds a field's text.
func (f *formatter) field(field replacementField, depth int) error {
	x, err := f.lookup(field.name)
	if err != nil {
		return err
	}
	if c := field.conversion; c != 0 {
		if c != 'r' && c != 's' && c != 'a' {
			if c > 32 && c < 127 {
				return Raise(ValueError, "Unknown conversion specifier %c", c)
			}
			return Raise(ValueError, "Unknown conversion specifier \\x%x", c)
		}
		if x, err = f.t.converted(x, c); err != nil {
			return err
		}
	}
	spec := field.spec
	if field.nested {
		outer := f.b
		f.b = nil
		err := f.build(spec, depth-1)
		spec = string(f.b)
		f.b = outer
		if err != nil {
			return err
		}
	}
	s, err := f.t.Format(x, NewStr(spec))
	if err != nil {
		return err
	}
	f.b = append(f.b, s.s...)
	return nil
}

// lookup is the value that a field's name stands for.
func (f *formatter) lookup(name string) (Object, error) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	x, err := f.first(name[:end])
	if err != nil {
		return nil, err
	}
	for rest := name[end:]; rest != ""; {
		c := rest[0]
		rest = rest[1:]
		switch c {
		case '.':
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			if end == 0 {
				return nil, Raise(ValueError, "Empty attribute in format string")
			}
			x, err = f.t.GetAttr(x, rest[:end])
			rest = rest[end:]
		case '[':
			end := strings.IndexByte(rest, ']')
			if end < 0 {
				return nil, Raise(ValueError, "Missing ']' in format string")
			}
			if end == 0 {
				return nil, Raise(ValueError, "Empty attribute in format string")
			}
			x, err = f.item(x, rest[:end])
			rest = rest[end+1:]
		default:
			return nil, Raise(ValueError, "Only '.' or '[' may follow ']' in format field specifier")
		}
		if err != nil {
			return nil, err
		}
	}
	return x, nil
}

func (f *formatter) item(x Object, key string) (Object, error) {
	n, rest, err := parseDigits(key)
	if err != nil {
		return nil, err
	}
	if n >= 0 && rest == "" {
		return f.t.GetItem(x, MakeInt(int64(n)))
	}
	return f.t.GetItem(x, NewStr(key))
}

// first is the value of a field's number or name.
func (f *formatter) first(name string) (Object, error) {
	n, rest, err := parseDigits(name)
	if err != nil {
		return nil, err
	}
	if name != "" && (n < 0 || rest != "") {
		return f.named(name)
	}
	if name == "" {
		if f.manual {
			return nil, Raise(ValueError, "cannot switch from manual field specification to automatic field numbering")
		}
		f.auto = true
		n = f.next
		f.next++
	} else {
		if f.auto {
			return nil, Raise(ValueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	if f.isMap {
		return nil, Raise(ValueError, "Format string contains positional fields")
	}
	if n >= len(f.args) {
		return nil, Raise(IndexError, "Replacement index %d out of range for positional args tuple", n)
	}
	return f.args[n], nil
}

func (f *formatter) named(name string) (Object, error) {
	if f.isMap {
		return f.t.GetItem(f.mapping, NewStr(name))
	}
	if v := f.mapping.(*Dict).GetStr(name); v != nil {
		return v, nil
	}
	return nil, NewExc(KeyError, NewStr(name))
}
