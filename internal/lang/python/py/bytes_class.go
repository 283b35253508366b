package py

import (
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

var (
	bytesIteratorClass     = newNative("bytes_iterator")
	byteArrayIteratorClass = newNative("bytearray_iterator")
)

// bytesIterator goes through bytes or a bytearray, which may change meanwhile.
type bytesIterator struct {
	of    Object
	at    int
	class *Class
}

// Class returns its class.
func (it *bytesIterator) Class() *Class { return it.class }

func setupBytes() {
	for _, c := range []*Class{BytesClass, ByteArrayClass} {
		bytesSlots(&c.Slots)
		setupBytesMethods(c)
	}
	b := &BytesClass.Slots
	b.New = bytesNew
	b.Repr = func(t *Thread, o Object) (Object, error) { return t.quotedBytes(Native(o).(*Bytes).s) }
	b.Hash = func(_ *Thread, o Object) (int64, error) { return hashString(Native(o).(*Bytes).s), nil }
	setupByteArray()
	setupMemoryView()
	next := func(t *Thread, o Object) (Object, error) {
		it := o.(*bytesIterator)
		if it.of == nil {
			return nil, nil
		}
		s, _ := bytesLike(it.of)
		if it.at >= len(s) {
			it.of = nil
			return nil, nil
		}
		it.at++
		return MakeInt(int64(s[it.at-1])), nil
	}
	bytesIteratorClass.Slots.Next = next
	byteArrayIteratorClass.Slots.Next = next
	UnicodeDecodeError.Slots.Str = unicodeErrorStr
	UnicodeEncodeError.Slots.Str = unicodeErrorStr
}

// bytesSlots are what bytes and bytearray have in common.
func bytesSlots(s *Slots) {
	s.Len = func(_ *Thread, o Object) (int, error) {
		b, _ := bytesLike(o)
		return len(b), nil
	}
	s.GetItem = bytesGetItem
	s.Contains = bytesContains
	s.Compare = bytesCompare
	s.Iter = func(_ *Thread, o Object) (Object, error) {
		class := bytesIteratorClass
		if _, ok := Native(o).(*ByteArray); ok {
			class = byteArrayIteratorClass
		}
		return &bytesIterator{of: Native(o), class: class}, nil
	}
	s.Binary[ast.Add] = bytesAdd
	s.Binary[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return bytesRepeat(t, x, y) }
	s.Reflected[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return bytesRepeat(t, y, x) }
	s.Binary[ast.Mod] = func(t *Thread, x, y Object) (Object, error) {
		b, _ := BytesOf(x)
		r, err := t.percentBytes(b, y)
		if err != nil {
			return nil, err
		}
		return sameKind(x, r), nil
	}
	s.Reflected[ast.Mod] = func(t *Thread, x, y Object) (Object, error) {
		if Native(x).Class() != Native(y).Class() {
			return NotImplemented, nil
		}
		return s.Binary[ast.Mod](t, x, y)
	}
}

// sameKind is bytes of the kind that x is: a bytearray or bytes.
func sameKind(x Object, s string) Object {
	if _, ok := Native(x).(*ByteArray); ok {
		return NewByteArray([]byte(s))
	}
	return bytesObject(s)
}

var emptyBytes = NewBytes("")

func bytesObject(s string) *Bytes {
	if s == "" {
		return emptyBytes
	}
	return NewBytes(s)
}

// quoteBytes is a bytes' repr.
func (t *Thread) quotedBytes(s string) (*Str, error) {
	quote := quoteFor(s)
	b := append(make([]byte, 0, len(s)+3), 'b', quote)
	for i := range len(s) {
		if t.ending() {
			return nil, ErrStopped
		}
		if len(b) > maxText {
			return nil, NewExc(MemoryError)
		}
		b = appendQuoted(b, s[i], quote)
	}
	return ownedStr(append(b, quote)), nil
}

var bytesSignature = Sign("source=, encoding=, errors=")

func bytesNew(t *Thread, cls *Class, a Args) (Object, error) {
	v, err := bytesSignature.bind("bytes", a, 0)
	if err != nil {
		return nil, err
	}
	if v[0] != nil && v[1] == nil && v[2] == nil {
		if v[0].Class() == BytesClass && !cls.Heap {
			return v[0], nil
		}
		r, found, err := t.callSpecial(v[0], "__bytes__")
		if err != nil {
			return nil, err
		}
		if found {
			b, ok := Native(r).(*Bytes)
			if !ok {
				return nil, Raise(TypeError, "__bytes__ returned non-bytes (type %s)", r.Class().fullName())
			}
			if !cls.Heap {
				return r, nil
			}
			return ofClass(cls, b), nil
		}
	}
	s, err := t.bytesFrom("bytes", v)
	if err != nil {
		return nil, err
	}
	return ofClass(cls, bytesObject(s)), nil
}

// bytesFrom is what bytes(source, encoding, errors) and bytearray's are made of.
func (t *Thread) bytesFrom(fn string, v []Object) (string, error) {
	x := v[0]
	enc, errs, err := codecNames(t, fn, v[1], v[2])
	if err != nil {
		return "", err
	}
	if x != nil {
		if s, ok := Native(x).(*Str); ok {
			if v[1] == nil {
				return "", Raise(TypeError, "string argument without an encoding")
			}
			return EncodeText(t, s.s, enc, errs)
		}
	}
	if v[1] != nil {
		return "", Raise(TypeError, "encoding without a string argument")
	}
	if v[2] != nil {
		return "", Raise(TypeError, "errors without a string argument")
	}
	if x == nil {
		return "", nil
	}
	if s, ok := BytesOf(x); ok {
		return s, nil
	}
	if hasIndex(x) {
		s, err := t.zeroBytes(fn, x)
		if Caught(err, TypeError) == nil {
			return s, err
		}
	}
	return t.bytesOfInts(fn, x)
}

// bytesHeader is what CPython's bytes have besides their own, in bytes.
const bytesHeader = 33

func (t *Thread) zeroBytes(fn string, x Object) (string, error) {
	n, err := t.Index(x)
	switch {
	case Caught(err, OverflowError) != nil:
		return "", Raise(OverflowError, "cannot fit '%s' into an index-sized integer", x.Class().fullName())
	case err != nil:
		return "", err
	case n < 0:
		return "", Raise(ValueError, "negative count")
	case fn == "bytes" && n > math.MaxInt-bytesHeader:
		return "", Raise(OverflowError, "byte string is too large")
	case n > maxText:
		return "", NewExc(MemoryError)
	}
	return string(make([]byte, n)), nil
}

// bytesOfInts is the bytes that an iterable's ints are.
func (t *Thread) bytesOfInts(fn string, x Object) (string, error) {
	if !iterable(x) {
		return "", Raise(TypeError, "cannot convert '%s' object to %s", x.Class().fullName(), fn)
	}
	it, err := t.Iter(x)
	if Caught(err, TypeError) != nil {
		err = Raise(TypeError, "cannot convert '%s' object to %s", x.Class().fullName(), fn)
	}
	if err == nil && (x.Class().Heap || x.Class() == RangeClass) && fn == "bytes" {
		var n int
		if n, err = t.lengthHint(x); n > absurdHint {
			err = NewExc(MemoryError)
		}
	}
	if err != nil {
		return "", err
	}
	var b []byte
	err = t.Each(it, func(v Object) error {
		c, err := t.byteOf(v, fn)
		b = append(b, c)
		if len(b) > maxText {
			return NewExc(MemoryError)
		}
		return err
	})
	return string(b), err
}

// byteOf is the byte that an int is.
func (t *Thread) byteOf(x Object, fn string) (byte, error) {
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	if i, ok := v.(Int); ok && i >= 0 && i < 256 {
		return byte(i), nil
	}
	if fn == "bytes" {
		return 0, Raise(ValueError, "bytes must be in range(0, 256)")
	}
	return 0, Raise(ValueError, "byte must be in range(0, 256)")
}

func bytesGetItem(t *Thread, self, key Object) (Object, error) {
	s, _ := bytesLike(self)
	if sl, ok := key.(*Slice); ok {
		start, step, n, err := t.SliceBounds(sl, func() int { s, _ = bytesLike(self); return len(s) })
		if err != nil {
			return nil, err
		}
		if b, ok := self.(*Bytes); ok && n == len(s) && step == 1 {
			return b, nil
		}
		return sameKind(self, sliceBytes(s, start, step, n)), nil
	}
	kind := Native(self).Class().fullName()
	text := "byte indices must be integers or slices, not %s"
	name := "index out of range"
	if kind == "bytearray" {
		text, name = "bytearray indices must be integers or slices, not %s", "bytearray index out of range"
	}
	i, err := t.textIndex(key, text)
	if err != nil {
		return nil, err
	}
	s, _ = bytesLike(self)
	if i < 0 {
		i += len(s)
	}
	if i < 0 || i >= len(s) {
		return nil, Raise(IndexError, "%s", name)
	}
	return MakeInt(int64(s[i])), nil
}

func sliceBytes(s string, start, step, n int) string {
	if n == 0 {
		return ""
	}
	if step == 1 {
		return strings.Clone(s[start : start+n])
	}
	b := make([]byte, n)
	for i := range b {
		b[i] = s[start+i*step]
	}
	return string(b)
}

// subBytes is what a search in bytes looks for: bytes, or the byte that an int is.
func (t *Thread) subBytes(x Object, text string) (string, error) {
	if s, ok := bytesLike(x); ok {
		return s, nil
	}
	if !hasIndex(x) {
		return "", Raise(TypeError, text, x.Class().fullName())
	}
	c, err := t.byteOf(x, "")
	return string([]byte{c}), err
}

func bytesContains(t *Thread, self, item Object) (bool, error) {
	x, err := t.subBytes(item, "a bytes-like object is required, not '%s'")
	if e := Caught(err, Exception); e != nil && hasIndex(item) && e.class != ValueError {
		err = Raise(TypeError, "a bytes-like object is required, not '%s'", item.Class().fullName())
	}
	if err != nil {
		return false, err
	}
	s, _ := bytesLike(self)
	return strings.Contains(s, x), nil
}

func bytesCompare(t *Thread, op Cmp, x, y Object) (Object, error) {
	a, ok1 := bytesLike(x)
	b, ok2 := bytesLike(y)
	_, constant := Native(x).(*Bytes)
	_, both := Native(y).(*Bytes)
	if !ok1 || !ok2 || constant && !both {
		return NotImplemented, nil
	}
	return Of(compareText(op, a, b)), nil
}

func bytesAdd(t *Thread, x, y Object) (Object, error) {
	a, _ := bytesLike(x)
	b, ok := bytesLike(y)
	if !ok {
		return nil, concatError(x, y)
	}
	if len(a)+len(b) > maxText {
		return nil, NewExc(MemoryError)
	}
	return sameKind(x, a+b), nil
}

func bytesRepeat(t *Thread, x, y Object) (Object, error) {
	s, ok := bytesLike(x)
	if !ok {
		return NotImplemented, nil
	}
	tooLong := ""
	if _, fixed := Native(x).(*Bytes); fixed {
		tooLong = "repeated bytes are too long"
	}
	n, ok, err := t.textRepeat(y, len(s), len(s), tooLong)
	if !ok || err != nil {
		return NotImplemented, err
	}
	s, _ = BytesOf(x)
	return sameKind(x, strings.Repeat(s, n)), nil
}
