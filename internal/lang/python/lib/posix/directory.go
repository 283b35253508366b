package posix

import (
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// entries calls f with each name in a directory.
func entries(t *py.Thread, path py.Object, f func(e lang.FileEntry) error) error {
	call := lang.FileCall{Op: lang.FileList}
	for {
		r, err := file(t, call, path)
		if err != nil {
			return err
		}
		for _, e := range r.Entries {
			if err := f(e); err != nil {
				return err
			}
		}
		if !r.More {
			return nil
		}
		call.Handle = r.Handle
	}
}

func listdir(t *py.Thread, a []py.Object) (py.Object, error) {
	path := a[0]
	if path == nil || path == py.None {
		path = py.NewStr(".")
	}
	_, asBytes := py.Native(path).(*py.Bytes)
	l := py.NewList()
	err := entries(t, path, func(e lang.FileEntry) error {
		if asBytes {
			l.Items = append(l.Items, py.NewBytes(e.Name))
			return nil
		}
		name, err := nameOf(t, e.Name)
		l.Items = append(l.Items, name)
		return err
	})
	return l, err
}

// scan is the names in a directory and what each is: "d", "f", "l" or "".
func scan(t *py.Thread, a []py.Object) (py.Object, error) {
	_, asBytes := py.Native(a[0]).(*py.Bytes)
	l := py.NewList()
	err := entries(t, a[0], func(e lang.FileEntry) error {
		var name py.Object = py.NewBytes(e.Name)
		if !asBytes {
			var err error
			if name, err = nameOf(t, e.Name); err != nil {
				return err
			}
		}
		kind := map[lang.FileKind]string{lang.RegularFile: "f", lang.Directory: "d", lang.Link: "l"}[e.Kind]
		l.Items = append(l.Items, py.NewTuple(name, py.NewStr(kind)))
		return nil
	})
	return l, err
}
