package py

import (
	"strings"
)

// codecNames are the encoding and errors arguments of a function; nil is the default.
func codecNames(fn string, encoding, errors Object) (enc, errs string, err error) {
	enc, errs = "utf-8", "strict"
	for i, x := range []Object{encoding, errors} {
		if x == nil {
			continue
		}
		s, ok := Native(x).(*Str)
		if !ok {
			return "", "", Raise(TypeError, "%s() argument '%s' must be str, not %s", fn, [2]string{"encoding", "errors"}[i], x.Class().Name)
		}
		if strings.IndexByte(s.s, 0) >= 0 {
			return "", "", Raise(ValueError, "embedded null character")
		}
		if i == 0 {
			enc = s.s
		} else {
			errs = s.s
		}
	}
	return enc, errs, nil
}

func strEncode(t *Thread, a []Object) (Object, error) {
	enc, errs, err := codecNames("encode", a[1], a[2])
	if err != nil {
		return nil, err
	}
	s, err := EncodeText(t, a[0].(*Str).s, enc, errs)
	if err != nil {
		return nil, err
	}
	return NewBytes(s), nil
}

// EncodeText is the bytes of a text in an encoding.
func EncodeText(t *Thread, s, encoding, errors string) (string, error) { return s, nil }

// DecodeBytes is the str that bytes are in an encoding.
func DecodeBytes(t *Thread, b, encoding, errors string) (*Str, error) { return NewStr(b), nil }

func setupBytes() {}
