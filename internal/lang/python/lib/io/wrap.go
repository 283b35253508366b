package io

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// initialized has a class make its files as CPython does: __new__ takes anything, and
// __init__ what make takes, so that a subclass's may take something else.
func initialized(c *py.Class, k kind, make func(t *py.Thread, a py.Args) (*file, error)) {
	c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
		f := &file{kind: k, core: &core{of: &memory{}, readable: true, writable: true}, text: k == textKind || k == stringKind}
		if f.text {
			f.encoding, f.errors, f.newline = "utf-8", "strict", "\n"
		}
		return py.NewOf(cls, f), nil
	}
	c.Slots.Init = func(t *py.Thread, x py.Object, a py.Args) error {
		to, ok := x.(*file)
		if !ok {
			return py.Raise(py.TypeError, "__init__() of a file that is not a file")
		}
		if m, ok := to.of.(*memory); ok {
			if err := m.unseen(t); err != nil {
				return err
			}
		}
		f, err := make(t, a)
		if err == nil {
			f.Own = to.Own
			*to = *f
		}
		return err
	}
}

var textSignature = py.Sign("buffer, encoding=, errors=, newline=, line_buffering=, write_through=")

// wrapText is TextIOWrapper().
func wrapText(t *py.Thread, args py.Args) (*file, error) {
	a, err := textSignature.Bind("TextIOWrapper", args)
	if err != nil {
		return nil, err
	}
	f := &file{kind: textKind, text: true}
	if err := f.decoding(t, a[1], a[2], a[3]); err != nil {
		return nil, err
	}
	below, ok := py.Native(a[0]).(*file)
	if ok && !below.text && py.Native(a[0]) == a[0] {
		f.core, f.below = below.core, below
		return f, nil
	}
	if f.core, err = wrap(t, a[0], false, "readable", "writable", "seekable"); err != nil {
		return nil, err
	}
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

// wrap is a file on top of any object that reads or writes bytes. What is needed is asked
// of it in that order, and with must it is an error where the answer is no; whether it can be
// sought is asked only if it knows that. With an error of its tell there is a file
// nevertheless.
func wrap(t *py.Thread, x py.Object, must bool, needed ...string) (*core, error) {
	w := &wrapped{x}
	can := map[string]bool{}
	for _, name := range needed {
		yes, err := w.can(t, name)
		if err != nil {
			return nil, err
		}
		if must && !yes {
			return nil, py.Raise(py.UnsupportedOperation, "File or stream is not %s.", name)
		}
		can[name] = yes
	}
	if !slices.Contains(needed, "seekable") {
		known, err := t.Attr(x, "seekable")
		if err == nil && known != nil {
			can["seekable"], err = w.can(t, "seekable")
		}
		if err != nil {
			return nil, err
		}
	}
	c := &core{of: w, readable: can["readable"], writable: can["writable"], unseekable: !can["seekable"]}
	if name, err := t.Attr(x, "name"); err != nil {
		return nil, err
	} else if name != nil {
		c.name = name
	}
	if c.unseekable {
		return c, nil
	}
	at, err := w.number(t, "tell")
	c.at, c.unseekable = at, err != nil
	return c, err
}

// neededBy is what a buffered file asks of what it is made of, in this order.
var neededBy = map[string][]string{
	"BufferedReader": {"readable"}, "BufferedWriter": {"writable"}, "BufferedRandom": {"seekable", "readable", "writable"},
}

var bufferedSignature = py.Sign("raw, buffer_size=8192")

// newBuffered is BufferedReader() and its like.
func newBuffered(k kind, name string) func(*py.Thread, py.Args) (*file, error) {
	return func(t *py.Thread, a py.Args) (*file, error) {
		v, err := bufferedSignature.Bind(name, a)
		if err != nil {
			return nil, err
		}
		f := &file{kind: k}
		below, ok := v[0].(*file)
		if ok && !below.text {
			f.core, f.mode, f.below = below.core, below.mode, v[0]
			return f, nil
		}
		f.core, err = wrap(t, v[0], true, neededBy[name]...)
		if f.core == nil || err != nil && py.Caught(err, py.Exception) == nil {
			return nil, err
		}
		f.readable, f.writable = name != "BufferedWriter", name != "BufferedReader"
		return f, nil
	}
}

var rawSignature = py.Sign("file, mode=, closefd=, opener=")

func newFileIO(t *py.Thread, a py.Args) (*file, error) {
	v, err := rawSignature.Bind("FileIO", a)
	if err != nil {
		return nil, err
	}
	mode := "r"
	if s, ok := py.Native(py.OrNone(v[1])).(*py.Str); ok {
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
	return f, nil
}
