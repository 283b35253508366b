package py

import "fmt"

// unicodeErrorStr is what a UnicodeDecodeError or UnicodeEncodeError says.
func unicodeErrorStr(t *Thread, o Object) (Object, error) {
	e, ok := Native(o).(*Exc)
	if !ok || e.Fields["object"] == nil {
		return emptyStr, nil
	}
	text := func(name string) string {
		s, err := t.Str(e.Fields[name])
		if err != nil {
			return ""
		}
		return s.s
	}
	start, err := t.Index(e.Fields["start"])
	if err != nil {
		return nil, err
	}
	end, err := t.Index(e.Fields["end"])
	if err != nil {
		return nil, err
	}
	reason := text("reason")
	verb, kind, what := "encode", "character", ""
	switch x := Native(e.Fields["object"]).(type) {
	case *Str:
		if start >= 0 && start < x.Len() {
			r, _ := decodeRune(x.At(start).s)
			what = "'" + runeEscape(r) + "'"
		}
	case *Bytes:
		verb, kind = "decode", "byte"
		if start >= 0 && start < len(x.s) {
			what = fmt.Sprintf("0x%02x", x.s[start])
		}
	}
	if end == start+1 && what != "" {
		return NewStr(fmt.Sprintf("'%s' codec can't %s %s %s in position %d: %s", text("encoding"), verb, kind, what, start, reason)), nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't %s %ss in position %d-%d: %s", text("encoding"), verb, kind, start, end-1, reason)), nil
}

// runeEscape is an escape of any code point.
func runeEscape(r rune) string {
	if r < 0x100 {
		return fmt.Sprintf("\\x%02x", r)
	}
	return string(appendEscape(nil, r))
}
