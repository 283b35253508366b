package py

// Bind gives each parameter of a function written in Go its value: those that are named in
// order, nil for one that is left out, then *rest as a Tuple and **more as a Dict.
func (s *Signature) Bind(name string, a Args) ([]Object, error) { return s.bind(name, a, 0) }
