package py

import "math/bits"

// What CPython 3.11 has before a collected object: sys.getsizeof counts it, __sizeof__
// doesn't.
const collectedHead = 16

// setupSizes gives the classes whose objects have sizes of their own their __sizeof__.
func setupSizes() {
	for _, c := range []*Class{ObjectClass, TypeClass, IntClass, StrClass, ByteArrayClass, ListClass, DictClass, SetClass, FrozenSetClass} {
		c.addMethods(MethodTable{{"__sizeof__", "", func(_ *Thread, a []Object) (Object, error) {
			n, _ := objectSize(a[0])
			return MakeInt(n), nil
		}, ""}})
	}
}

// objectSize is about how many bytes an object has in CPython, and whether it is a collected one.
func objectSize(o Object) (n int64, collected bool) {
	switch x := Native(o).(type) {
	case *Str:
		return strSize(x.s), false
	case *Bytes:
		return int64(33 + len(x.s)), false
	case *ByteArray:
		if len(x.b) == 0 {
			return 56, false
		}
		return int64(57 + len(x.b)), false
	case *List:
		return 40 + 8*listRoom(len(x.Items), cap(x.Items)), true
	case *Tuple:
		return int64(24 + 8*len(x.Items)), true
	case *Dict:
		return dictSize(x), true
	case *Set:
		return setSize(x.used), true
	case *BigInt:
		return int64(24 + 4*((x.V.BitLen()+29)/30)), false
	case Int:
		n := max(x, -x)
		return int64(24 + 4*max(1, (bits.Len64(uint64(n))+29)/30)), false
	case *Bool:
		return 28, false
	case Float:
		return 24, false
	case Complex:
		return 32, false
	case *noneType:
		return 16, false
	}
	return 48, false
}

// strSize is of as many bytes a character as the widest one needs.
func strSize(s string) int64 {
	var n, top int64
	for _, r := range s {
		n++
		top = max(top, int64(r))
	}
	switch {
	case top < 0x80:
		return 49 + n
	case top < 0x100:
		return 73 + n
	case top < 0x10000:
		return 74 + 2*n
	}
	return 76 + 4*n
}

// listRoom is how many items there is room for in a list that has come to n of them one by
// one, which it has where it has room for more.
func listRoom(n, room int) int64 {
	if n == room {
		return int64(n)
	}
	slots := 0
	for slots < n {
		slots = (slots + 1 + (slots+1)>>3 + 6) &^ 3
	}
	return int64(slots)
}

// dictSize is that of a dict whose keys came one by one. Those that are all strings take
// less room.
func dictSize(d *Dict) int64 {
	if d.used == 0 {
		return 48
	}
	slots, width, item := int64(8), int64(1), int64(16)
	for slots*2/3 < int64(d.used) {
		slots *= 2
	}
	if slots >= 1<<16 {
		width = 4
	} else if slots >= 1<<8 {
		width = 2
	}
	for _, k := range d.Keys() {
		if _, ok := k.(*Str); !ok {
			item = 24
			break
		}
	}
	return 48 + 32 + slots*width + slots*2/3*item
}

// setSize is that of a set without a table of its own up to 4 items.
func setSize(used int) int64 {
	if used <= 4 {
		return 200
	}
	slots := int64(8)
	for slots*3 < int64(used)*5 {
		slots *= 4
	}
	return 200 + 16*slots
}

func sysGetSizeOf(_ *Thread, a []Object) (Object, error) {
	n, collected := objectSize(a[0])
	if collected {
		n += collectedHead
	}
	return MakeInt(n), nil
}

// itemSize is a class's __itemsize__: of those whose instances hold a number of items in one
// piece.
func itemSize(c *Class) Object {
	for _, x := range []struct {
		class *Class
		size  int64
	}{{TupleClass, 8}, {IntClass, 4}, {BytesClass, 1}, {TypeClass, 40}} {
		if c.IsSubclass(x.class) {
			return MakeInt(x.size)
		}
	}
	return MakeInt(0)
}
