package py

func (t *Thread) strText(x Object) (string, error) {
	v, err := t.strObject(x)
	if err != nil {
		return "", err
	}
	if s, ok := Native(v).(*Str); ok {
		return s.s, nil
	}
	return "", Raise(TypeError, "__str__ returned non-string (type %s)", v.Class().Name)
}
