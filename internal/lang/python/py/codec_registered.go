package py

// registered has a codec of the library's, or one that the program has registered,
// encode a str or decode bytes.
func (t *Thread) registered(way string, x Object, encoding, errors string) (Object, error) {
	v, err := t.callOf("_codecs", "text_"+way, x, NewStr(encoding), NewStr(errors))
	if Caught(err, ModuleNotFoundError) != nil { // a machine without the library
		err = Raise(LookupError, "unknown encoding: %s", encoding)
	}
	return v, err
}

func (t *Thread) encodeRegistered(s, encoding, errors string) (string, error) {
	v, err := t.registered("encode", NewStr(s), encoding, errors)
	if err != nil {
		return "", err
	}
	b, ok := BytesOf(v)
	if !ok {
		return "", notCoded(encoding, "encoder", v, "bytes", "encode")
	}
	return b, nil
}

func (t *Thread) decodeRegistered(b, encoding, errors string) (*Str, error) {
	v, err := t.registered("decode", NewBytes(b), encoding, errors)
	if err != nil {
		return nil, err
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return nil, notCoded(encoding, "decoder", v, "str", "decode")
	}
	return s, nil
}

func notCoded(encoding, who string, v Object, want, fn string) error {
	return Raise(TypeError, "'%s' %s returned '%s' instead of '%s'; use codecs.%s() to %s to arbitrary types",
		encoding, who, v.Class().Name, want, fn, fn)
}
