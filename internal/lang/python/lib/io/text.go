package io

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// value makes what was read an object.
func (f *file) value(t *py.Thread, data []byte) (py.Object, error) {
	if !f.text {
		return py.NewBytes(string(data)), nil
	}
	if (f.universal || f.newline == "") && f.kind != stringKind {
		f.ends.note(data)
	}
	if f.universal && bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if f.kind == stringKind || f.whole || utf8.Valid(data) {
		return py.NewStr(string(data)), nil
	}
	return py.DecodeBytes(t, string(data), "utf-8", "strict")
}

// contents are the bytes that are written of an object.
func (f *file) contents(t *py.Thread, x py.Object) ([]byte, error) {
	if !f.text {
		s, ok := py.BytesOf(x)
		if !ok {
			return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", x.Class().FullName())
		}
		return []byte(s), nil
	}
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		if f.kind == stringKind {
			return nil, py.Raise(py.TypeError, "string argument expected, got '%s'", x.Class().FullName())
		}
		return nil, py.Raise(py.TypeError, "write() argument must be str, not %s", py.ArgClass(x))
	}
	text := s.String()
	if f.kind == stringKind {
		if f.universal || f.newline == "" {
			f.ends.note([]byte(text))
		}
		if f.universal && strings.Contains(text, "\r") {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		}
	}
	if f.newline == "\r" || f.newline == "\r\n" {
		text = strings.ReplaceAll(text, "\n", f.newline)
	}
	if f.kind == stringKind {
		return []byte(text), nil
	}
	data, err := py.EncodeText(t, text, f.writeEncoding(), f.errors)
	return []byte(data), err
}

// writeEncoding is the encoding of what is written; one with a mark at its beginning has
// that once.
func (f *file) writeEncoding() string {
	if f.at == 0 {
		return f.encoding
	}
	encoding, _ := unmarked(f.encoding, nil)
	return encoding
}

// runesEnd is where the first n characters end.
func runesEnd(b []byte, n int) int {
	at := 0
	for ; n > 0 && at < len(b); n-- {
		at++
		for at < len(b) && b[at]&0xc0 == 0x80 {
			at++
		}
	}
	return at
}

func runes(b []byte) (n int) {
	for _, c := range b {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// chars reads n code points.
func (f *file) chars(t *py.Thread, n int) (py.Object, error) {
	at := 0
	for ; n > 0; n-- {
		if at < len(f.ahead) && f.ahead[at] < 0x80 && f.ahead[at] != '\r' {
			at++
			continue
		}
		end, err := f.charEnd(t, at)
		if err != nil {
			return nil, err
		}
		if end == at {
			break
		}
		at = end
	}
	return f.value(t, f.consume(at))
}

// charEnd is where the code point at an offset of ahead ends, a line end being one of them
// where all are read as \n. It is the offset at the end of the file.
func (f *file) charEnd(t *py.Thread, at int) (int, error) {
	if there, err := f.there(t, at); err != nil || !there {
		return at, err
	}
	first := f.ahead[at]
	at++
	if first == '\r' && f.universal {
		there, err := f.there(t, at)
		if there && f.ahead[at] == '\n' {
			at++
		}
		return at, err
	}
	for more := continued(first); more > 0; more-- {
		if there, err := f.there(t, at); err != nil || !there || f.ahead[at]&0xc0 != 0x80 {
			return at, err
		}
		at++
	}
	return at, nil
}

// continued is how many bytes follow the first of a code point.
func continued(first byte) int {
	switch {
	case first < 0xc0:
		return 0
	case first < 0xe0:
		return 1
	case first < 0xf0:
		return 2
	}
	return 3
}

// there reports whether there is a byte at an offset of ahead, for which it reads on.
func (f *file) there(t *py.Thread, at int) (bool, error) {
	for at >= len(f.ahead) {
		if err := t.Poll(); err != nil {
			return false, err
		}
		if more, err := f.more(t); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// putText writes the text of a StringIO over as many characters.
func (f *file) putText(data []byte) error {
	m := f.of.(*memory)
	f.ahead = nil
	if f.at < uint64(len(m.data)) {
		old := runesEnd(m.data[f.at:], runes(data))
		if old != len(data) {
			rest := append([]byte(nil), m.data[f.at+uint64(old):]...)
			m.data = append(append(m.data[:f.at], data...), rest...)
			f.at += uint64(len(data))
			return nil
		}
	}
	err := m.write(nil, f.at, data)
	f.at += uint64(len(data))
	return err
}

// decoding sets how text is made of bytes.
func (f *file) decoding(t *py.Thread, encoding, errors, newline py.Object) error {
	name := func(x py.Object, param, otherwise string) (string, error) {
		if x == nil || x == py.None {
			return otherwise, nil
		}
		s, ok := py.Native(x).(*py.Str)
		if !ok {
			return "", py.Raise(py.TypeError, "open() argument '%s' must be str or None, not %s", param, py.ArgClass(x))
		}
		return s.String(), nil
	}
	var err error
	if f.encoding, err = name(encoding, "encoding", "UTF-8"); err != nil {
		return err
	}
	if f.encoding == "locale" {
		f.encoding = "UTF-8"
	}
	if f.errors, err = name(errors, "errors", "strict"); err != nil {
		return err
	}
	if _, err := py.EncodeText(t, "", f.encoding, "strict"); err != nil {
		return err
	}
	f.newline, f.universal = "\n", true
	if newline != nil && newline != py.None {
		if f.newline, err = name(newline, "newline", ""); err != nil {
			return err
		}
		f.universal = false
		if !goodNewline(f.newline) {
			return py.Raise(py.ValueError, "illegal newline value: %s", f.newline)
		}
	}
	switch strings.ToLower(strings.ReplaceAll(f.encoding, "_", "-")) {
	case "utf-8", "utf8":
		f.whole = f.errors != "strict"
	default:
		f.whole = true
	}
	return nil
}

func goodNewline(s string) bool { return s == "" || s == "\n" || s == "\r" || s == "\r\n" }
