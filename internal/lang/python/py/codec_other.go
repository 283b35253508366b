package py

// KnownEncoding tells whether an encoding is the engine's own; others are those of module codecs.
func KnownEncoding(name string) bool { return codecNamed(name) != noCodec }

// otherCodec has module codecs encode or decode with a codec that isn't the engine's own: one of
// the library, or that the program has registered.
func otherCodec(t *Thread, fn string, x Object, encoding, errors string) (Object, error) {
	m, err := t.library("_codecs")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, unknownEncoding(encoding)
	}
	f, err := t.Attr(m, fn)
	if err != nil || f == nil {
		return nil, err
	}
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	return t.Call(f, x, NewStr(encoding), NewStr(errors))
}

// library is a module of the library's, or nil where there is none.
func (t *Thread) library(name string) (Object, error) {
	if t == nil {
		return nil, nil
	}
	m, err := t.load(name)
	if Caught(err, ImportError) != nil {
		return nil, nil
	}
	return m, err
}

func encodeOther(t *Thread, s, encoding, errors string) (string, error) {
	out, err := otherCodec(t, "encode_text", NewStr(s), encoding, errors)
	if err != nil {
		return "", err
	}
	b, ok := BytesOf(out)
	if !ok {
		return "", unknownEncoding(encoding)
	}
	return b, nil
}

func decodeOther(t *Thread, b, encoding, errors string) (*Str, error) {
	out, err := otherCodec(t, "decode_text", NewBytes(b), encoding, errors)
	if err != nil {
		return nil, err
	}
	s, ok := Native(out).(*Str)
	if !ok {
		return nil, unknownEncoding(encoding)
	}
	return s, nil
}

func unknownEncoding(name string) error { return Raise(LookupError, "unknown encoding: %s", name) }
