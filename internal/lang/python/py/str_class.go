package py

import (
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// maxText is how many bytes a str or bytes may have.
const maxText = 1 << 29

func setupStrings() {
	s := &StrClass.Slots
	s.New = strNew
	s.Repr = func(t *Thread, o Object) (Object, error) { return t.quoted(Native(o).(*Str).s) }
	s.Str = func(_ *Thread, o Object) (Object, error) { return Native(o), nil }
	s.Hash = func(_ *Thread, o Object) (int64, error) { return Native(o).(*Str).hashed(), nil }
	s.Len = func(_ *Thread, o Object) (int, error) { return Native(o).(*Str).Len(), nil }
	s.GetItem = strGetItem
	s.Contains = strContains
	s.Compare = strCompare
	s.Iter = func(_ *Thread, o Object) (Object, error) { return newStrIterator(Native(o).(*Str)), nil }
	s.Binary[ast.Add] = strAdd
	s.Binary[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return strRepeat(t, x, y) }
	s.Reflected[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return strRepeat(t, y, x) }
	s.Binary[ast.Mod] = func(t *Thread, x, y Object) (Object, error) { return t.percentText(Native(x).(*Str), y) }
	s.Reflected[ast.Mod] = func(t *Thread, x, y Object) (Object, error) {
		if s, ok := Native(x).(*Str); ok {
			return t.percentText(s, y)
		}
		return NotImplemented, nil
	}
	setupStrMethods()
	setupFormat()
}

var strSignature = Sign("object=, encoding=, errors=")

func strNew(t *Thread, cls *Class, a Args) (Object, error) {
	v, err := strSignature.bind("str", a, 0)
	if err != nil {
		return nil, err
	}
	s, err := strFrom(t, v[0], v[1], v[2])
	if err != nil {
		return nil, err
	}
	if !cls.Heap {
		return s, nil
	}
	return ofClass(cls, Native(s)), nil
}

func strFrom(t *Thread, x, encoding, errors Object) (Object, error) {
	if x == nil {
		return emptyStr, nil
	}
	if encoding == nil && errors == nil {
		return t.strObject(x)
	}
	enc, errs, err := codecNames(t, "str", encoding, errors)
	if err != nil {
		return nil, err
	}
	if _, ok := Native(x).(*Str); ok {
		return nil, Raise(TypeError, "decoding str is not supported")
	}
	b, ok := BytesOf(x)
	if !ok {
		return nil, Raise(TypeError, "decoding to str: need a bytes-like object, %s found", x.Class().fullName())
	}
	return t.decoded(b, enc, errs)
}

// decoded is DecodeBytes, but that nobody looks for the encoding of no bytes.
func (t *Thread) decoded(b, encoding, errors string) (Object, error) {
	if b == "" {
		return emptyStr, nil
	}
	return DecodeBytes(t, b, encoding, errors)
}

func strGetItem(t *Thread, self, key Object) (Object, error) {
	s := Native(self).(*Str)
	if i, ok := key.(Int); ok {
		return strAt(s, int(i))
	}
	if sl, ok := key.(*Slice); ok {
		start, step, n, err := t.sliceBounds(sl, s.Len())
		if err != nil {
			return nil, err
		}
		return t.strSlice(s, start, step, n)
	}
	i, err := t.textIndex(key, "string indices must be integers, not '%s'")
	if err != nil {
		return nil, err
	}
	return strAt(s, i)
}

// textIndex is an index; text says what to do about what is none.
func (t *Thread) textIndex(key Object, text string) (int, error) {
	if !hasIndex(key) {
		return 0, Raise(TypeError, text, key.Class().fullName())
	}
	return t.ItemIndex(key)
}

// hasIndex is whether x is an int, or has an __index__.
func hasIndex(x Object) bool {
	switch Native(x).(type) {
	case Int, *BigInt, *Bool:
		return true
	}
	return x.Class().Lookup("__index__") != nil
}

func strAt(s *Str, i int) (Object, error) {
	n := s.Len()
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return nil, Raise(IndexError, "string index out of range")
	}
	return s.At(i), nil
}

func (t *Thread) strSlice(s *Str, start, step, n int) (*Str, error) {
	if step == 1 || n <= 1 {
		return s.Part(start, start+n), nil
	}
	if s.ASCII() {
		b := make([]byte, n)
		for i := range b {
			b[i] = s.s[start+i*step]
		}
		return ownedStr(b), nil
	}
	runes, err := t.decodeRunes(s.s)
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, n)
	for i := range n {
		if t.ending() {
			return nil, ErrStopped
		}
		b = appendRune(b, runes[start+i*step])
	}
	return ownedStr(b), nil
}

// decodeRunes are a text's code points.
func (t *Thread) decodeRunes(s string) ([]rune, error) {
	list := make([]rune, 0, countRunes(s))
	for s != "" {
		if t.ending() {
			return nil, ErrStopped
		}
		r, n := decodeRune(s)
		list = append(list, r)
		s = s[n:]
	}
	return list, nil
}

// sliceBounds is what a slice takes of a sequence: n items from start on, step apart.
func (t *Thread) sliceBounds(s *Slice, size int) (start, step, n int, err error) {
	step = 1
	if s.Step != None {
		if step, err = t.sliceIndex(s.Step); err != nil {
			return 0, 0, 0, err
		}
		if step == 0 {
			return 0, 0, 0, Raise(ValueError, "slice step cannot be zero")
		}
		step = max(step, -math.MaxInt)
	}
	low, high := 0, size
	if step < 0 {
		low, high = -1, size-1
	}
	bound := func(x Object, otherwise int) int {
		if x == None || err != nil {
			return otherwise
		}
		var i int
		if i, err = t.sliceIndex(x); i < 0 {
			i += size
		}
		return min(max(i, low), high)
	}
	stop := 0
	if step > 0 {
		start, stop = bound(s.Start, 0), bound(s.Stop, size)
		if stop > start {
			n = (stop-start-1)/step + 1
		}
	} else {
		start, stop = bound(s.Start, high), bound(s.Stop, -1)
		if stop < start {
			n = (start-stop-1)/-step + 1
		}
	}
	return start, step, n, err
}

func strContains(t *Thread, self, item Object) (bool, error) {
	x, ok := Native(item).(*Str)
	if !ok {
		return false, Raise(TypeError, "'in <string>' requires string as left operand, not %s", item.Class().fullName())
	}
	return strings.Contains(Native(self).(*Str).s, x.s), nil
}

func strCompare(t *Thread, op Cmp, x, y Object) (Object, error) {
	a, ok1 := Native(x).(*Str)
	b, ok2 := Native(y).(*Str)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	return Of(compareText(op, a.s, b.s)), nil
}

func strAdd(t *Thread, x, y Object) (Object, error) {
	a, b := Native(x).(*Str), Native(y)
	s, ok := b.(*Str)
	if !ok {
		return nil, concatError(x, y)
	}
	if len(a.s)+len(s.s) > maxText {
		return nil, NewExc(MemoryError)
	}
	return concat(a, s), nil
}

func strRepeat(t *Thread, x, y Object) (Object, error) {
	s, ok := Native(x).(*Str)
	if !ok {
		return NotImplemented, nil
	}
	n, ok, err := t.textRepeat(y, len(s.s), s.Len(), "repeated string is too long")
	if !ok || err != nil {
		return NotImplemented, err
	}
	if n == 1 {
		return s, nil
	}
	return NewStr(strings.Repeat(s.s, n)), nil
}

// textRepeat is how often to repeat something of a size in bytes, and of a length in what
// it consists of. ok is false where y is no int. tooLong is said of what no machine could
// count; nothing is, where it is empty.
func (t *Thread) textRepeat(y Object, size, length int, tooLong string) (n int, ok bool, err error) {
	if !hasIndex(y) {
		return 0, false, nil
	}
	v, err := t.IndexObject(y)
	if err != nil {
		return 0, false, err
	}
	i, small := v.(Int)
	switch {
	case small && (i < 0 || size == 0):
		return 0, true, nil
	case !small:
		return 0, false, Raise(OverflowError, "cannot fit '%s' into an index-sized integer", y.Class().fullName())
	case tooLong != "" && int(i) > math.MaxInt/length:
		return 0, false, Raise(OverflowError, "%s", tooLong)
	case int(i) > maxText/size:
		return 0, false, NewExc(MemoryError)
	}
	return int(i), true, nil
}
