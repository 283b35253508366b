package structs

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A method is one of Struct's, and a function of the module, which gets the format in
// place of self.
type method struct {
	signature string
	call      func(t *py.Thread, l *layout, a []py.Object) (py.Object, error)
}

var methods = map[string]method{
	"unpack":      {"buffer, /", unpack},
	"unpack_from": {"buffer, offset=0", unpackFrom},
	"iter_unpack": {"buffer, /", iterUnpack},
}

func buffer(x py.Object) (string, error) {
	b, ok := py.BytesLike(x)
	if !ok {
		return "", py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", x.Class().FullName())
	}
	return b, nil
}

// maxValues is how many values are unpacked at once at most.
const maxValues = 1 << 24

func unpack(_ *py.Thread, l *layout, a []py.Object) (py.Object, error) {
	b, err := buffer(a[1])
	if err != nil {
		return nil, err
	}
	if l.count > maxValues {
		return nil, py.NewExc(py.MemoryError)
	}
	if len(b) != l.size {
		return nil, failure("unpack requires a buffer of %d bytes", l.size)
	}
	return py.NewTuple(l.unpack(b)...), nil
}

func unpackFrom(t *py.Thread, l *layout, a []py.Object) (py.Object, error) {
	b, err := buffer(a[1])
	if err != nil {
		return nil, err
	}
	var offset py.Object = py.MakeInt(0)
	if a[2] != nil {
		offset = a[2]
	}
	at, err := l.place(t, offset, len(b), "unpack_from", "unpacking")
	if err != nil {
		return nil, err
	}
	if b, err = buffer(a[1]); err != nil {
		return nil, err
	}
	if l.count > maxValues {
		return nil, py.NewExc(py.MemoryError)
	}
	if len(b) < at+l.size { // what the offset is asked has changed it
		return nil, failure("unpack requires a buffer of %d bytes", l.size)
	}
	return py.NewTuple(l.unpack(b[at : at+l.size])...), nil
}

func iterUnpack(t *py.Thread, l *layout, a []py.Object) (py.Object, error) {
	b, err := buffer(a[1])
	switch {
	case err != nil:
		return nil, err
	case l.count > maxValues:
		return nil, py.NewExc(py.MemoryError)
	case l.size == 0:
		return nil, failure("cannot iteratively unpack with a struct of length 0")
	case len(b)%l.size != 0:
		return nil, failure("iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	list := &py.List{}
	for b = strings.Clone(b); b != ""; b = b[l.size:] {
		list.Items = append(list.Items, py.NewTuple(l.unpack(b[:l.size])...))
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
	return t.Iter(list)
}
