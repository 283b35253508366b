package array

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// machineFormat is the number that a pickle has for how items are laid out here; -1 is
// none.
func machineFormat(code byte) int64 {
	switch code {
	case 'b':
		return 1
	case 'B':
		return 0
	case 'H':
		return 2
	case 'h':
		return 4
	case 'I':
		return 6
	case 'i':
		return 8
	case 'L', 'Q':
		return 10
	case 'l', 'q':
		return 12
	case 'f':
		return 14
	case 'd':
		return 16
	case 'u':
		return 20
	}
	return -1
}

// reduce is __reduce_ex__, also of instances of a subclass.
func reduce(t *py.Thread, args []py.Object) (py.Object, error) {
	protocol, err := t.Index(args[1])
	if err != nil {
		return nil, err
	}
	a := of(args[0])
	var dict py.Object = py.None
	if args[0] != py.Object(a) {
		if dict, err = t.GetAttr(args[0], "__dict__"); err != nil {
			return nil, err
		}
	}
	code := py.NewStr(string([]byte{a.code}))
	if protocol < 3 {
		items, err := a.list(t)
		if err != nil {
			return nil, err
		}
		return py.NewTuple(args[0].Class(), py.NewTuple(code, py.NewList(items...)), dict), nil
	}
	fn, err := t.FromModule("array", "_array_reconstructor")
	if err != nil {
		return nil, err
	}
	state := py.NewTuple(args[0].Class(), code, py.MakeInt(machineFormat(a.code)), py.NewBytes(string(a.data)))
	return py.NewTuple(fn, state, dict), nil
}

// reconstruct makes an array of what reduce says, in the layout of any machine.
func reconstruct(t *py.Thread, args []py.Object) (py.Object, error) {
	cls, ok := args[0].(*py.Class)
	if !ok {
		return nil, py.Raise(py.TypeError, "first argument must be a type object, not %s", args[0].Class().FullName())
	}
	if !cls.IsSubclass(class()) {
		return nil, py.Raise(py.TypeError, "%s is not a subtype of array.array", cls.Name)
	}
	s, ok := py.Native(args[1]).(*py.Str)
	if !ok || s.Len() != 1 {
		return nil, py.Raise(py.TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %s", py.ArgClass(args[1]))
	}
	if len(s.String()) != 1 || sizeOf(s.String()[0]) == 0 {
		return nil, py.Raise(py.ValueError, "second argument must be a valid type code")
	}
	format, err := t.Index(args[2])
	if err != nil {
		return nil, err
	}
	if format < 0 || format > 21 {
		return nil, py.Raise(py.ValueError, "third argument must be a valid machine format code.")
	}
	b, ok := py.Native(args[3]).(*py.Bytes)
	if !ok {
		return nil, py.Raise(py.TypeError, "fourth argument should be bytes, not %s", args[3].Class().FullName())
	}
	return fromMachine(t, cls, s, int64(format), b)
}

func fromMachine(t *py.Thread, cls *py.Class, code *py.Str, format int64, b *py.Bytes) (py.Object, error) {
	for _, c := range []byte(codes) {
		from := newArray(c, []byte(b.String()))
		big := machineFormat(c) + 1
		if format != machineFormat(c) && (format != big || from.size == 1) {
			continue
		}
		if len(from.data)%from.size != 0 {
			return nil, py.Raise(py.ValueError, "bytes length not a multiple of item size")
		}
		if format == big {
			for i := range from.len() {
				slices.Reverse(from.at(i))
			}
		}
		if c == 'u' {
			text, err := from.text(t)
			if err != nil {
				return nil, err
			}
			return t.Call(cls, code, py.NewStr(text))
		}
		items, err := from.list(t)
		if err != nil {
			return nil, err
		}
		return t.Call(cls, code, py.NewList(items...))
	}
	return nil, py.Raise(py.NotImplementedError, "UTF-16 items are not supported")
}
