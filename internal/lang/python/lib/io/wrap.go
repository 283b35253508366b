package io

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// wrapText is TextIOWrapper().
func wrapText(t *py.Thread, a []py.Object) (py.Object, error) {
	f := &file{kind: textKind, text: true}
	if err := f.decoding(t, a[1], a[2], a[3]); err != nil {
		return nil, err
	}
	below, ok := py.Native(a[0]).(*file)
	if ok && !below.text && py.Native(a[0]) == a[0] {
		f.core, f.below = below.core, below
		return f, nil
	}
	c, err := wrap(t, a[0])
	if err != nil {
		return nil, err
	}
	f.core = c
	if a[4] != nil {
		if f.lineBuffered, err = t.Truth(a[4]); err != nil {
			return nil, err
		}
	}
	if a[5] != nil {
		f.unbuffered, err = t.Truth(a[5])
	}
	return f, err
}

// wrap is a file on top of any object that reads or writes bytes.
func wrap(t *py.Thread, x py.Object) (*core, error) {
	c := &core{of: &wrapped{x}}
	w := &wrapped{x}
	for name, set := range map[string]*bool{"readable": &c.readable, "writable": &c.writable, "seekable": &c.unseekable} {
		v, err := w.call(t, name)
		if err != nil {
			return nil, err
		}
		if *set, err = t.Truth(v); err != nil {
			return nil, err
		}
	}
	c.unseekable = !c.unseekable
	if name, err := t.Attr(x, "name"); err != nil {
		return nil, err
	} else if name != nil {
		c.name = name
	}
	if !c.unseekable {
		at, err := w.number(t, "tell")
		if err != nil {
			return nil, err
		}
		c.at = at
	}
	return c, nil
}

var bufferedSignature = py.Sign("raw, buffer_size=8192")

// newBuffered is BufferedReader() and its like.
func newBuffered(k kind, name string) func(*py.Thread, *py.Class, py.Args) (py.Object, error) {
	return func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
		v, err := bufferedSignature.Bind(name, a)
		if err != nil {
			return nil, err
		}
		f := &file{kind: k}
		below, ok := v[0].(*file)
		if ok && !below.text {
			f.core, f.mode = below.core, below.mode
			return py.NewOf(cls, f), nil
		}
		if f.core, err = wrap(t, v[0]); err != nil {
			return nil, err
		}
		switch {
		case name != "BufferedWriter" && !f.readable:
			return nil, py.Raise(py.OSError, "File or stream is not readable.")
		case name != "BufferedReader" && !f.writable:
			return nil, py.Raise(py.OSError, "File or stream is not writable.")
		}
		f.readable, f.writable = name != "BufferedWriter", name != "BufferedReader"
		return py.NewOf(cls, f), nil
	}
}

var rawSignature = py.Sign("file, mode=, closefd=, opener=")

func newFileIO(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
	v, err := rawSignature.Bind("FileIO", a)
	if err != nil {
		return nil, err
	}
	mode := "r"
	if s, ok := py.Native(orNone(v[1])).(*py.Str); ok {
		mode = s.String()
	}
	m, err := parseMode(mode)
	if err != nil {
		return nil, err
	}
	f := &file{kind: rawKind, mode: rawMode(mode)}
	if f.core, err = m.open(t, v[0], v[3]); err != nil {
		return nil, err
	}
	f.unbuffered = true
	return py.NewOf(cls, f), nil
}

func orNone(x py.Object) py.Object {
	if x == nil {
		return py.None
	}
	return x
}
