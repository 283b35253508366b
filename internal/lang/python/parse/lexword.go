package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWord is whether an identifier may contain the byte, or might.
func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80
}

// nameOrString makes an identifier or a keyword, or a string if that was its prefix.
func (lx *lexer) nameOrString() bool {
	i, ascii := lx.pos, true
	for i < len(lx.src) && isWord(lx.src[i]) {
		ascii = ascii && lx.src[i] < 0x80
		i++
	}
	word := lx.src[lx.pos:i]
	if i < len(lx.src) && (lx.src[i] == '"' || lx.src[i] == '\'') && isPrefix(word) {
		return lx.str(i)
	}
	if ascii {
		return lx.emit(keyword(word), len(word))
	}
	if at, bad := badRune(word); at >= 0 {
		lx.countExtra(lx.pos, lx.pos+at+utf8.RuneLen(bad))
		lx.pos += at + utf8.RuneLen(bad)
		if !unicode.IsPrint(bad) || unicode.Is(Since14, bad) {
			return lx.fail("invalid non-printable character U+%04X", bad)
		}
		return lx.fail("invalid character '%c' (U+%04X)", bad, bad)
	}
	lx.emit(tName, len(word))
	lx.countExtra(lx.pos-len(word), lx.pos)
	lx.toks[len(lx.toks)-1].endCol = lx.col()
	return true
}

// isPrefix is whether a word may stand before a string's quotes.
func isPrefix(s string) bool {
	switch strings.ToLower(s) {
	case "r", "u", "b", "f", "br", "rb", "fr", "rf":
		return true
	}
	return false
}

// IsIdentifier is whether s has the form of an identifier; a keyword has it too.
func IsIdentifier(s string) bool {
	if s == "" || !utf8.ValidString(s) {
		return false
	}
	at, _ := badRune(s)
	return at < 0
}

// badRune finds the first character that an identifier can't have there; -1 is none.
func badRune(s string) (int, rune) {
	for i, r := range s {
		if r < 0x80 {
			if !isWord(byte(r)) || i == 0 && isDigit(byte(r)) {
				return i, r
			}
			continue
		}
		if i == 0 && !idStart(r) || i > 0 && !idContinue(r) {
			return i, r
		}
	}
	return -1, 0
}

// idStart is Unicode's XID_Start.
func idStart(r rune) bool {
	if !unicode.IsLetter(r) && !unicode.Is(unicode.Nl, r) && !unicode.Is(unicode.Other_ID_Start, r) || unicode.Is(Since14, r) {
		return false
	}
	switch r {
	case 0x37a, 0xe33, 0xeb3, 0x309b, 0x309c, 0x2e2f, 0xff9e, 0xff9f:
		return false
	}
	return !decomposesToSpace(r)
}

// idContinue is Unicode's XID_Continue.
func idContinue(r rune) bool {
	switch r {
	case 0xe33, 0xeb3, 0xff9e, 0xff9f:
		return true
	case 0x37a, 0x309b, 0x309c, 0x2e2f:
		return false
	}
	if unicode.Is(Since14, r) {
		return false
	}
	return unicode.IsLetter(r) && !decomposesToSpace(r) ||
		unicode.In(r, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
			unicode.Other_ID_Start, unicode.Other_ID_Continue)
}

// decomposesToSpace has the Arabic forms that NFKC makes into a space and something, and
// which for that reason are letters without being allowed in identifiers.
func decomposesToSpace(r rune) bool {
	if r >= 0xfe70 && r <= 0xfe7e {
		return r%2 == 0
	}
	return r >= 0xfc5e && r <= 0xfc63 || r == 0xfdfa || r == 0xfdfb
}

// nameOf is an identifier's form in the tree.
func nameOf(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// str makes a string's token. Its prefix begins at pos, its quotes at quote.
func (lx *lexer) str(quote int) bool {
	start, line, col := lx.pos, lx.line, lx.col()
	lineStart, extra := lx.lineStart, lx.extra
	lx.pos = quote
	q, size := lx.src[quote], 1
	if lx.peek(1) == q && lx.peek(2) == q {
		size = 3
	}
	lx.pos += size
	if size == 1 && lx.peek(0) == q { // an empty string
		lx.pos++
	} else if !lx.strBody(q, size) {
		detected := lx.line
		lx.pos, lx.line, lx.lineStart, lx.extra = start+1, line, lineStart, extra
		if size == 3 {
			return lx.fail("unterminated triple-quoted string literal (detected at line %d)", detected)
		}
		return lx.fail("unterminated string literal (detected at line %d)", detected)
	}
	lx.toks = append(lx.toks, token{
		kind: tString, level: uint8(len(lx.brackets)), start: int32(start), end: int32(lx.pos),
		line: line, col: col, endLine: lx.line, endCol: lx.col(),
	})
	return true
}

// strBody goes beyond the closing quotes, or says that there are none.
func (lx *lexer) strBody(q byte, size int) bool {
	for lx.pos < len(lx.src) {
		c := lx.src[lx.pos]
		lx.pos++
		switch {
		case c == q:
			if size == 1 {
				return true
			}
			if lx.peek(0) == q && lx.peek(1) == q {
				lx.pos += 2
				return true
			}
		case c == '\n':
			if size == 1 {
				return false
			}
			lx.nextLine()
		case c == '\\':
			if lx.pos >= len(lx.src) {
				return false
			}
			if lx.src[lx.pos] < 0x80 {
				lx.pos++
				if lx.src[lx.pos-1] == '\n' {
					lx.nextLine()
				}
			}
		case c&0xc0 == 0x80:
			lx.extra++
		}
	}
	return false
}
