package py

// FromModule imports a module and gets what it has by a name.
func (t *Thread) FromModule(module, name string) (Object, error) {
	m, err := t.load(module)
	if err != nil {
		return nil, err
	}
	return t.GetAttr(m, name)
}

// callOf calls a function of a module, which it imports.
func (t *Thread) callOf(module, name string, args ...Object) (Object, error) {
	f, err := t.FromModule(module, name)
	if err != nil {
		return nil, err
	}
	return t.Call(f, args...)
}

// CallMethod calls what an object has by a name.
func (t *Thread) CallMethod(x Object, name string, args ...Object) (Object, error) {
	m, err := t.GetAttr(x, name)
	if err != nil {
		return nil, err
	}
	return t.Call(m, args...)
}
