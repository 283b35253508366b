package parse

// token makes the token at pos, which isn't a space.
func (lx *lexer) token() bool {
	c := lx.src[lx.pos]
	switch {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80:
		return lx.nameOrString()
	case c >= '0' && c <= '9' || c == '.' && isDigit(lx.peek(1)):
		return lx.number()
	case c == '\'' || c == '"':
		return lx.str(lx.pos)
	case c == '(' || c == '[' || c == '{':
		return lx.open(c)
	case c == ')' || c == ']' || c == '}':
		return lx.close(c)
	}
	return lx.operator(c)
}

func (lx *lexer) open(c byte) bool {
	if len(lx.brackets) >= maxParens {
		lx.pos++
		return lx.fail("too many nested parentheses")
	}
	lx.brackets = append(lx.brackets, bracket{c, lx.line, lx.col()})
	k := tLParen
	switch c {
	case '[':
		k = tLBracket
	case '{':
		k = tLBrace
	}
	return lx.emit(k, 1)
}

func (lx *lexer) close(c byte) bool {
	n := len(lx.brackets)
	if n == 0 {
		lx.pos++
		return lx.fail("unmatched '%c'", c)
	}
	open := lx.brackets[n-1]
	k, want := tRParen, byte('(')
	switch c {
	case ']':
		k, want = tRBracket, '['
	case '}':
		k, want = tRBrace, '{'
	}
	lx.brackets = lx.brackets[:n-1]
	if open.char == want {
		return lx.emit(k, 1)
	}
	lx.pos++
	if open.line != lx.line {
		return lx.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
			c, open.char, open.line)
	}
	return lx.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.char)
}

// operator makes an operator of one to three characters.
func (lx *lexer) operator(c byte) bool {
	next := lx.peek(1)
	switch c {
	case ',':
		return lx.emit(tComma, 1)
	case ';':
		return lx.emit(tSemi, 1)
	case '~':
		return lx.emit(tTilde, 1)
	case ':':
		return lx.either(next == '=', tColonEqual, tColon)
	case '.':
		if next == '.' && lx.peek(2) == '.' {
			return lx.emit(tEllipsis, 3)
		}
		return lx.emit(tDot, 1)
	case '=':
		return lx.either(next == '=', tEqEqual, tEqual)
	case '!':
		return lx.either(next == '=', tNotEqual, tUnknown)
	case '-':
		if next == '>' {
			return lx.emit(tArrow, 2)
		}
		return lx.either(next == '=', tMinusEqual, tMinus)
	case '+':
		return lx.either(next == '=', tPlusEqual, tPlus)
	case '%':
		return lx.either(next == '=', tPercentEqual, tPercent)
	case '|':
		return lx.either(next == '=', tPipeEqual, tPipe)
	case '^':
		return lx.either(next == '=', tCaretEqual, tCaret)
	case '&':
		return lx.either(next == '=', tAmpEqual, tAmp)
	case '@':
		return lx.either(next == '=', tAtEqual, tAt)
	case '*':
		return lx.doubled(c, [4]kind{tStar, tStarEqual, tDoubleStar, tDoubleStarEqual})
	case '/':
		return lx.doubled(c, [4]kind{tSlash, tSlashEqual, tDoubleSlash, tDoubleSlashEqual})
	case '<':
		if next == '>' { // once an operator, and still a token
			return lx.emit(tUnknown, 2)
		}
		return lx.doubled(c, [4]kind{tLess, tLessEqual, tLeftShift, tLeftShiftEqual})
	case '>':
		return lx.doubled(c, [4]kind{tGreater, tGreaterEqual, tRightShift, tRightShiftEqual})
	}
	if c < ' ' || c == 0x7f {
		lx.pos++
		return lx.fail("invalid non-printable character U+%04X", c)
	}
	return lx.emit(tUnknown, 1)
}

// either makes the first kind, of two characters, or the second.
func (lx *lexer) either(first bool, two, one kind) bool {
	if first {
		return lx.emit(two, 2)
	}
	return lx.emit(one, 1)
}

// doubled makes an operator that may be doubled, and followed by a =: kinds are x, x=,
// xx and xx=.
func (lx *lexer) doubled(c byte, kinds [4]kind) bool {
	switch {
	case lx.peek(1) == c && lx.peek(2) == '=':
		return lx.emit(kinds[3], 3)
	case lx.peek(1) == c:
		return lx.emit(kinds[2], 2)
	case lx.peek(1) == '=':
		return lx.emit(kinds[1], 2)
	}
	return lx.emit(kinds[0], 1)
}
