package py

import "strings"

// PathOf is the text of a path: a str, bytes or an os.PathLike.
func (t *Thread) PathOf(x Object) (string, error) {
	v, err := t.FSPath(x)
	if err != nil {
		return "", err
	}
	text := ""
	switch p := Native(v).(type) {
	case *Str:
		if text, err = EncodeText(t, p.s, "utf-8", "surrogateescape"); err != nil {
			return "", err
		}
	case *Bytes:
		text = p.s
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", Raise(ValueError, "embedded null byte")
	}
	return text, nil
}

// FSPath is os.fspath: the str or bytes that a path is.
func (t *Thread) FSPath(x Object) (Object, error) {
	switch Native(x).(type) {
	case *Str, *Bytes:
		return x, nil
	}
	v, found, err := t.callSpecial(x, "__fspath__")
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, Raise(TypeError, "expected str, bytes or os.PathLike object, not %s", x.Class().OwnName())
	}
	switch Native(v).(type) {
	case *Str, *Bytes:
		return v, nil
	}
	return nil, Raise(TypeError, "expected %s.__fspath__() to return str or bytes, not %s", x.Class().Name, v.Class().Name)
}
