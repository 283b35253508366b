package syntax

import (
	"unicode"
)

// flagOf is the flag of a letter, or 0.
func flagOf(t string) Flags {
	switch t {
	case "i":
		return IgnoreCase
	case "L":
		return Locale
	case "m":
		return MultiLine
	case "s":
		return DotAll
	case "x":
		return Verbose
	case "a":
		return ASCII
	case "t":
		return Template
	case "u":
		return Unicode
	}
	return 0
}

// parseFlags parses the flags of a (? whose first letter is c, up to the ) or : after
// them. global is whether it is a ).
func (p *parser) parseFlags(c string) (add, del Flags, global bool, err error) {
	if c != "-" {
		if add, c, err = p.turnedOn(c); err != nil {
			return 0, 0, false, err
		}
	}
	if c == ")" {
		p.flags |= add
		return 0, 0, true, nil
	}
	if add&globalFlags != 0 {
		return 0, 0, false, p.fail(1, "bad inline flags: cannot turn on global flag")
	}
	if c == "-" {
		if del, err = p.turnedOff(); err != nil {
			return 0, 0, false, err
		}
	}
	switch {
	case del&globalFlags != 0:
		err = p.fail(1, "bad inline flags: cannot turn off global flag")
	case add&del != 0:
		err = p.fail(1, "bad inline flags: flag turned on and off")
	}
	return add, del, false, err
}

func (p *parser) turnedOn(c string) (add Flags, next string, err error) {
	for {
		f := flagOf(c)
		if p.isStr && f == Locale {
			return 0, "", p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
		}
		if !p.isStr && f == Unicode {
			return 0, "", p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
		}
		add |= f
		if f&typeFlags != 0 && add&typeFlags != f {
			return 0, "", p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
		}
		switch c = p.get(); {
		case c == end:
			return 0, "", p.fail(0, "missing -, : or )")
		case c == ")" || c == "-" || c == ":":
			return add, c, nil
		case flagOf(c) == 0:
			return 0, "", p.unknownFlag(c, "missing -, : or )")
		}
	}
}

func (p *parser) turnedOff() (del Flags, err error) {
	c := p.get()
	if c == end {
		return 0, p.fail(0, "missing flag")
	}
	if flagOf(c) == 0 {
		return 0, p.unknownFlag(c, "missing flag")
	}
	for {
		f := flagOf(c)
		if f&typeFlags != 0 {
			return 0, p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
		del |= f
		switch c = p.get(); {
		case c == end:
			return 0, p.fail(0, "missing :")
		case c == ":":
			return del, nil
		case flagOf(c) == 0:
			return 0, p.unknownFlag(c, "missing :")
		}
	}
}

func (p *parser) unknownFlag(c, otherwise string) error {
	msg := otherwise
	if unicode.IsLetter(char(c)) {
		msg = "unknown flag"
	}
	return p.fail(runes(c), msg)
}

// fixFlags completes the flags by those that go without saying.
func fixFlags(f Flags, isStr bool) (Flags, error) {
	if isStr {
		switch {
		case f&Locale != 0:
			return 0, ValueError("cannot use LOCALE flag with a str pattern")
		case f&ASCII == 0:
			return f | Unicode, nil
		case f&Unicode != 0:
			return 0, ValueError("ASCII and UNICODE flags are incompatible")
		}
		return f, nil
	}
	switch {
	case f&Unicode != 0:
		return 0, ValueError("cannot use UNICODE flag with a bytes pattern")
	case f&Locale != 0 && f&ASCII != 0:
		return 0, ValueError("ASCII and LOCALE flags are incompatible")
	}
	return f, nil
}
