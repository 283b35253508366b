package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// decode makes a source UTF-8 without a byte order mark, its newlines being \n alone.
func decode(name, src string) (string, *Error) {
	bom := strings.HasPrefix(src, "\ufeff")
	src = strings.TrimPrefix(src, "\ufeff")
	if tooLong(src) {
		return "", &Error{Kind: "MemoryError", File: name}
	}
	if strings.IndexByte(src, 0) >= 0 {
		return "", &Error{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", File: name}
	}
	cookie := cookieOf(src)
	switch {
	case cookie == "" || cookie == "utf-8" || cookie == "ascii":
	case bom:
		return "", &Error{Kind: "SyntaxError", Msg: "encoding problem: " + cookie + " with BOM", File: name}
	case cookie == "iso-8859-1":
		src = fromLatin1(src)
	default:
		return "", &Error{Kind: "SyntaxError", Msg: "encoding problem: " + cookie, File: name}
	}
	if err := checkUTF8(name, src, cookie != ""); err != nil {
		return "", err
	}
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	return src, nil
}

// cookieOf is the encoding that a comment in the first two lines names, in its canonical
// form where it's a known one, or empty.
func cookieOf(src string) string {
	for range 2 {
		line, rest, _ := strings.Cut(src, "\n")
		trimmed := strings.TrimLeft(line, " \t\f")
		if !strings.HasPrefix(trimmed, "#") {
			if strings.TrimRight(trimmed, "\r") != "" {
				return ""
			}
			src = rest
			continue
		}
		if name := cookieIn(trimmed); name != "" {
			return canonicalEncoding(name)
		}
		src = rest
	}
	return ""
}

// cookieIn finds coding: or coding= in a comment, and what comes after it.
func cookieIn(comment string) string {
	for {
		i := strings.Index(comment, "coding")
		if i < 0 {
			return ""
		}
		comment = comment[i+len("coding"):]
		if comment == "" || comment[0] != ':' && comment[0] != '=' {
			continue
		}
		name := strings.TrimLeft(comment[1:], " \t")
		end := 0
		for end < len(name) && (isWord(name[end]) && name[end] < 0x80 || name[end] == '-' || name[end] == '.') {
			end++
		}
		if end > 0 {
			return name[:end]
		}
	}
}

func canonicalEncoding(name string) string {
	switch s := strings.ReplaceAll(strings.ToLower(name), "_", "-"); {
	case s == "utf-8" || s == "utf8" || strings.HasPrefix(s, "utf-8-"):
		return "utf-8"
	case s == "ascii" || s == "us-ascii":
		return "ascii"
	case s == "latin-1" || s == "latin1" || s == "iso-8859-1" || s == "iso-latin-1" || s == "l1" ||
		strings.HasPrefix(s, "latin-1-") || strings.HasPrefix(s, "iso-8859-1-"):
		return "iso-8859-1"
	}
	return name
}

func fromLatin1(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// checkUTF8 refuses bytes that aren't UTF-8, as CPython does those of a file.
func checkUTF8(name, src string, declared bool) *Error {
	if utf8.ValidString(src) {
		return nil
	}
	i, line := 0, 1
	for {
		r, n := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		i += n
	}
	if declared {
		return &Error{Kind: "SyntaxError", File: name, Msg: fmt.Sprintf(
			"(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte", src[i], i)}
	}
	return &Error{Kind: "SyntaxError", File: name, Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s "+
		"on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details", src[i], name, line)}
}
