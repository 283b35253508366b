package py

// strText is the text of str(x).
func (t *Thread) strText(x Object) (string, error) {
	s, err := t.Str(x)
	if err != nil {
		return "", err
	}
	return s.s, nil
}

// strOf is Str for where an error must not leave a typed nil.
func (t *Thread) strOf(x Object) (Object, error) {
	s, err := t.Str(x)
	if err != nil {
		return nil, err
	}
	return s, nil
}
