package io

import "github.com/elide-dev/elided/internal/lang/python/py"

// AddMapping adds what module mmap needs of a file and of memory to module posix.
func AddMapping(m *py.Module) {
	m.Add("_twin", "fd, /", twin)
	m.Add("_freeze", "memory, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		b, ok := py.Native(a[0]).(*py.ByteArray)
		if !ok {
			return nil, py.Raise(py.TypeError, "a bytearray is required, not '%s'", a[0].Class().FullName())
		}
		b.Freeze()
		return py.None, nil
	})
}

// twin is another raw file of what a number stands for, with a place of its own, which
// stays open when that is closed. It has no number until it is asked for it, so that one
// that is dropped is closed.
func twin(t *py.Thread, a []py.Object) (py.Object, error) {
	c, err := numbered(t, a[0])
	if err != nil {
		return nil, err
	}
	h, ok := c.of.(*hostFile)
	if !ok {
		return nil, py.NewOSError("ENODEV", nil)
	}
	h.others++
	other := &core{of: h, name: c.name, readable: c.readable, writable: c.writable, unbuffered: true}
	return &file{kind: rawKind, mode: "rb+", core: other}, nil
}
