package lzma

import (
	"bytes"
	"errors"
	"testing"
)

var errTooMuch = errors.New("too much work")

// steps is a poll that ends the work after n calls.
func steps(n int) func() error {
	return func() error {
		if n--; n < 0 {
			return errTooMuch
		}
		return nil
	}
}

func pack(t *testing.T, format int, c chain, data []byte) []byte {
	t.Helper()
	w := newWriter(format, checkCRC64, c)
	if err := w.add(steps(1000), data); err != nil {
		t.Fatal(err)
	}
	if err := w.end(steps(1000)); err != nil {
		t.Fatal(err)
	}
	return w.out
}

func newReader(format int, c chain) *reader {
	r := &reader{format: format, raw: c}
	r.next = r.begin
	return r
}

// TestLongData compresses more than the windows of both sides hold.
func TestLongData(t *testing.T) {
	data := make([]byte, 0, 5<<19)
	for i := uint32(1); len(data) < 5<<19; i = i*1664525 + 1013904223 {
		data = append(data, "some words of a text, "[i>>29:]...)
		data = append(data, byte(i>>24), byte(i>>16))
	}
	for _, format := range []int{formatXZ, formatAlone, formatRaw} {
		c := chain{props: props{3, 0, 2}, dict: 1 << 16, depth: 2, lzma1: format == formatAlone}
		r := newReader(format, c)
		r.in = pack(t, format, c, data)
		if err := r.run(steps(1000), len(data)+1); err != nil || !r.eof || !bytes.Equal(r.out, data) {
			t.Error(format, err, r.eof, len(r.out))
		}
	}
}

// TestHostileDictionary reads a header that asks for a dictionary of 4 GiB.
func TestHostileDictionary(t *testing.T) {
	r := newReader(formatAuto, chain{})
	r.in = append([]byte{0x5d, 0xff, 0xff, 0xff, 0xff}, bytes.Repeat([]byte{0xff}, 20)...)
	if err := r.run(steps(10), 1); !errors.Is(err, errMemory) {
		t.Error(err)
	}
}

// FuzzReader reads whatever comes, whole and in parts: the same.
func FuzzReader(f *testing.F) {
	c := chain{props: props{3, 0, 2}, dict: 1 << 16, depth: 4}
	for _, data := range []string{"", "a", "abc abc abc abc abc", string(bytes.Repeat([]byte("xyz"), 300))} {
		t := &testing.T{}
		f.Add(pack(t, formatXZ, c, []byte(data)), uint8(formatAuto))
		f.Add(pack(t, formatAlone, chain{props: c.props, dict: c.dict, depth: 4, lzma1: true}, []byte(data)), uint8(formatAuto))
		f.Add(pack(t, formatRaw, c, []byte(data)), uint8(formatRaw))
	}
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		const most = 1 << 20
		whole := newReader(int(format)%4, c)
		whole.in = bytes.Clone(data)
		err := whole.run(steps(100_000), most)
		parts := newReader(int(format)%4, c)
		var partsErr error
		for _, b := range data {
			if parts.in = append(parts.in, b); !parts.eof {
				partsErr = parts.run(steps(100_000), most)
			}
		}
		if len(whole.out) < most && (whole.eof != parts.eof || (err == nil) != (partsErr == nil) || err == nil && !bytes.Equal(whole.out, parts.out)) {
			t.Errorf("whole %v %v %d, in parts %v %v %d", whole.eof, err, len(whole.out), parts.eof, partsErr, len(parts.out))
		}
	})
}
