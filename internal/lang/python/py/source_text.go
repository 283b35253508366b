package py

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// sourceText is the source that exec, eval and compile are given. A text's own encoding
// is what it has, whatever a comment says; bytes are read by the comment.
func (t *Thread) sourceText(x Object, what string) (string, error) {
	if s, ok := Native(x).(*Str); ok {
		if !utf8.ValidString(s.s) { // surrogates
			return EncodeText(t, s.s, "utf-8", "strict")
		}
		return withoutCookie(s.s), hasNull(s.s)
	}
	if s, ok := bytesLike(x); ok {
		if err := hasNull(s); err != nil {
			return "", err
		}
		return t.decodedSource(s)
	}
	return "", Raise(TypeError, "%s() arg 1 must be a string, bytes or %s object", what, map[bool]string{true: "AST", false: "code"}[what == "compile"])
}

// decodedSource is a source's text by the encoding that a comment of it names. The parser
// itself knows UTF-8, ASCII and Latin-1.
func (t *Thread) decodedSource(s string) (string, error) {
	name := cookieName(s)
	if name == "" || !otherCharset(name) {
		return s, nil
	}
	text, err := DecodeBytes(t, s, name, "strict")
	if err != nil {
		return "", err
	}
	return withoutCookie(textOf(text)), nil
}

func otherCharset(name string) bool {
	c := codecNamed(name)
	return c == cp1252Codec || multibytes[c] != nil || charsetNamed(normalizeEncoding(name)) != noCodec
}

func hasNull(s string) error {
	if strings.IndexByte(s, 0) >= 0 {
		return Raise(SyntaxError, "source code string cannot contain null bytes")
	}
	return nil
}

// cookie is a comment in the first two lines that names the source's encoding.
var cookie = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[ \t\f]*(?:#[^\n]*)?\n)?[ \t\f]*#[^\n]*?(coding[:=][ \t]*([-\w.]+))`)
})

// cookieWithin is how far into a file's source such a comment is looked for.
const cookieWithin = 400

func cookieName(s string) string {
	if m := cookie().FindStringSubmatch(s); m != nil {
		return m[2]
	}
	return ""
}

// withoutCookie changes a comment that names an encoding into one that names none.
func withoutCookie(s string) string {
	m := cookie().FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	return s[:m[2]] + "C" + s[m[2]+1:]
}
