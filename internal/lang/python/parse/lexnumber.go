package parse

import "strings"

// number makes a number's token. The scanning is on lx.pos, which on an error is where
// the error is.
func (lx *lexer) number() bool {
	start, col := lx.pos, lx.col()
	if !lx.scanNumber() {
		return false
	}
	lx.toks = append(lx.toks, token{
		kind: tNumber, level: uint8(len(lx.brackets)), start: int32(start), end: int32(lx.pos),
		line: lx.line, col: col, endLine: lx.line, endCol: lx.col(),
	})
	return true
}

func (lx *lexer) scanNumber() bool {
	if lx.src[lx.pos] != '0' {
		if lx.src[lx.pos] == '.' {
			lx.pos++
			return lx.fraction()
		}
		if !lx.digits() {
			return false
		}
		return lx.afterInt()
	}
	switch lx.peek(1) {
	case 'x', 'X':
		return lx.radix("hexadecimal", isHex, isHex)
	case 'o', 'O':
		return lx.radix("octal", func(c byte) bool { return c >= '0' && c < '8' }, isDigit)
	case 'b', 'B':
		return lx.radix("binary", func(c byte) bool { return c == '0' || c == '1' }, isDigit)
	}
	return lx.leadingZero()
}

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// radix scans what follows 0x, 0o or 0b; wrong is what looks like a digit without being
// one of the number's.
func (lx *lexer) radix(name string, digit, wrong func(byte) bool) bool {
	lx.pos += 2
	for {
		if lx.peek(0) == '_' {
			lx.pos++
		}
		if c := lx.peek(0); !digit(c) {
			if wrong(c) {
				lx.pos++
				return lx.fail("invalid digit '%c' in %s literal", c, name)
			}
			return lx.fail("invalid %s literal", name)
		}
		for digit(lx.peek(0)) {
			lx.pos++
		}
		if lx.peek(0) != '_' {
			break
		}
	}
	if c := lx.peek(0); wrong(c) {
		lx.pos++
		return lx.fail("invalid digit '%c' in %s literal", c, name)
	}
	return lx.endNumber(name)
}

// digits scans decimal digits with underscores between them.
func (lx *lexer) digits() bool {
	for {
		for isDigit(lx.peek(0)) {
			lx.pos++
		}
		if lx.peek(0) != '_' {
			return true
		}
		lx.pos++
		if !isDigit(lx.peek(0)) {
			return lx.fail("invalid decimal literal")
		}
	}
}

// leadingZero scans a number that begins with a 0, after which only a float may have
// other digits.
func (lx *lexer) leadingZero() bool {
	start := lx.col()
	lx.pos++
	for {
		if lx.peek(0) == '_' {
			lx.pos++
			if !isDigit(lx.peek(0)) {
				return lx.fail("invalid decimal literal")
			}
		}
		if lx.peek(0) != '0' {
			break
		}
		lx.pos++
	}
	zeros := lx.col()
	if !isDigit(lx.peek(0)) {
		return lx.afterInt()
	}
	if !lx.digits() {
		return false
	}
	switch lx.peek(0) {
	case '.', 'e', 'E', 'j', 'J':
		return lx.afterInt()
	}
	if lx.line == lx.firstLine {
		start, zeros = start-lx.firstCol, zeros-lx.firstCol
	}
	return lx.failAt(int(start)+1, int(zeros)+1,
		"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
}

// afterInt scans what may follow the digits before a point.
func (lx *lexer) afterInt() bool {
	if lx.peek(0) == '.' {
		lx.pos++
		return lx.fraction()
	}
	return lx.exponent()
}

// fraction scans what follows a point.
func (lx *lexer) fraction() bool {
	if isDigit(lx.peek(0)) && !lx.digits() {
		return false
	}
	return lx.exponent()
}

func (lx *lexer) exponent() bool {
	if c := lx.peek(0); c == 'e' || c == 'E' {
		n := 1
		if sign := lx.peek(1); sign == '+' || sign == '-' {
			n = 2
		}
		if !isDigit(lx.peek(n)) {
			if n == 2 {
				lx.pos += 2
				return lx.fail("invalid decimal literal")
			}
			return lx.endNumber("decimal")
		}
		lx.pos += n
		if !lx.digits() {
			return false
		}
	}
	if c := lx.peek(0); c == 'j' || c == 'J' {
		lx.pos++
		return lx.endNumber("imaginary")
	}
	return lx.endNumber("decimal")
}

// endNumber refuses a word right after a number, unless it is a keyword that may follow.
func (lx *lexer) endNumber(name string) bool {
	if c := lx.peek(0); !isWord(c) || c >= 0x80 {
		return true
	}
	rest := lx.src[lx.pos:]
	for _, k := range []string{"if", "in", "is"} {
		if strings.HasPrefix(rest, k) {
			return true
		}
	}
	for _, k := range []string{"and", "else", "for", "or", "not"} {
		if strings.HasPrefix(rest, k) && !isWord(lx.peek(len(k))) {
			return true
		}
	}
	return lx.fail("invalid %s literal", name)
}
