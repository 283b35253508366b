package py

import (
	"path"

	"github.com/elide-dev/elided/internal/lang"
)

type directoryKey struct{}

// Directory is the program's working directory.
func (t *Thread) Directory() string {
	if dir, ok := t.In.Data[directoryKey{}].(string); ok {
		return dir
	}
	return t.In.Host.Program.Dir
}

// SetDirectory has relative paths begin at dir, which may be relative itself.
func (t *Thread) SetDirectory(dir string) {
	if !path.IsAbs(dir) {
		dir = path.Join(t.Directory(), dir)
	}
	t.In.Data[directoryKey{}] = path.Clean(dir)
}

// inDirectory makes a call's paths absolute, once the program has changed its directory.
func (t *Thread) inDirectory(c lang.FileCall) lang.FileCall {
	dir, ok := t.In.Data[directoryKey{}].(string)
	if !ok {
		return c
	}
	for _, p := range []*string{&c.Path, &c.To} {
		if *p != "" && !path.IsAbs(*p) {
			*p = dir + "/" + *p
		}
	}
	return c
}
