package py

import "unsafe"

// Bytes is a bytes.
type Bytes struct{ s string }

// Class returns the class bytes.
func (*Bytes) Class() *Class { return BytesClass }

// NewBytes returns bytes.
func NewBytes(s string) *Bytes { return &Bytes{s} }

// String is the bytes.
func (b *Bytes) String() string { return b.s }

// A ByteArray is a bytearray.
type ByteArray struct {
	b []byte
	Exports
	fixed bool // memoryviews of it are read-only
}

// Class returns the class bytearray.
func (*ByteArray) Class() *Class { return ByteArrayClass }

// NewByteArray returns a bytearray that owns b.
func NewByteArray(b []byte) *ByteArray { return &ByteArray{b: b} }

// Bytes are its contents, until it changes.
func (a *ByteArray) Bytes() []byte { return a.b }

// text is its contents without a copy: good until it changes.
func (a *ByteArray) text() string { return unsafe.String(unsafe.SliceData(a.b), len(a.b)) }

// bytesLike is the contents of a bytes, a bytearray or a memoryview. They are good until
// the program runs on, which may change them: who keeps them makes a copy.
func bytesLike(x Object) (string, bool) {
	switch v := Native(x).(type) {
	case *Bytes:
		return v.s, true
	case *ByteArray:
		return v.text(), true
	case *MemoryView:
		if v.usable() != nil {
			return "", false
		}
		return v.contents(), true
	case Buffer:
		return textOfBytes(v.Bytes()), true
	}
	return "", false
}

// BytesOf is a copy of the contents of a bytes-like object, if x is one.
func BytesOf(x Object) (string, bool) {
	s, ok := bytesLike(x)
	if _, constant := Native(x).(*Bytes); ok && !constant {
		s = string(append([]byte(nil), s...))
	}
	return s, ok
}
