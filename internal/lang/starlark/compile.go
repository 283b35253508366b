package starlark

import sl "go.starlark.net/starlark"

// compile returns the program of a source, from the cache when it is there.
// Programs are immutable and know nothing of a run.
func (r *Runtime) compile(name, code string) (*sl.Program, error) {
	key := source{name, code}
	if prog, ok := r.programs.Get(key); ok {
		return prog, nil
	}
	file, err := r.syntax.Parse(name, code, 0)
	if err != nil {
		return nil, err
	}
	prog, err := sl.FileProgram(file, r.isPredeclared)
	if err != nil {
		return nil, err
	}
	r.programs.Add(key, prog)
	return prog, nil
}
