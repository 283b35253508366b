package py

func (t *Thread) strText(x Object) (string, error) {
	s, err := t.Str(x)
	if err != nil {
		return "", err
	}
	return s.s, nil
}
