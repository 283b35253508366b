package zlib

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/zlib/deflate"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// format is what is around a deflate stream.
type format uint8

const (
	raw format = iota
	zlibFormat
	gzipFormat
	anyFormat // of zlib and gzip
)

// formatOf is what wbits say.
func formatOf(wbits int) (f format, ok bool) {
	switch {
	case wbits >= -15 && wbits <= -8:
		return raw, true
	case wbits == 0 || wbits >= 8 && wbits <= 15:
		return zlibFormat, true
	case wbits == 16 || wbits >= 24 && wbits <= 31:
		return gzipFormat, true
	case wbits == 32 || wbits >= 40 && wbits <= 47:
		return anyFormat, true
	}
	return 0, false
}

// A compressor compresses what comes in parts.
type compressor struct {
	format   format
	out      bytes.Buffer
	w        *deflate.Writer
	crc      uint32
	adler    uint32
	size     uint32
	finished bool
}

var compressorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("zlib", "Compress", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "compress", Signature: "data, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return compressorOf(a[0]).compress(t, a[1])
			}},
			{Name: "flush", Signature: "mode=, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				mode, err := number(t, a[1], deflate.Finish)
				if err != nil {
					return nil, err
				}
				return compressorOf(a[0]).flush(mode)
			}},
			{Name: "copy", Fn: copyCompressor},
			{Name: "__copy__", Fn: copyCompressor},
			{Name: "__deepcopy__", Signature: "memo, /", Fn: copyCompressor},
		})
	})
})

func compressorOf(o py.Object) *compressor { return py.Native(o).(*py.Opaque[*compressor]).Value }

// settings are the arguments of compressobj.
type settings struct{ level, wbits, memory, strategy int }

// windowBits are the size of the window that wbits say.
func windowBits(wbits int) int {
	switch {
	case wbits < 0:
		return -wbits
	case wbits > 15:
		return wbits - 16
	}
	return wbits
}

// defaultLevel is the level that -1 is.
const defaultLevel = 6

func startCompressor(s settings, dict []byte) (*compressor, error) {
	f, ok := formatOf(s.wbits)
	bits := windowBits(s.wbits)
	if !ok || f == anyFormat || bits < 8 || bits == 8 && f == raw || s.level < -1 || s.level > 9 || s.memory < 1 || s.memory > 9 || s.strategy < 0 || s.strategy > deflate.Fixed {
		return nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	if s.level == -1 {
		s.level = defaultLevel
	}
	c := &compressor{format: f, adler: 1, w: deflate.New(s.level, bits, s.memory, s.strategy)}
	if dict != nil {
		c.w.Dictionary(dict)
	}
	c.head(s, bits, dict)
	return c, nil
}

func (c *compressor) head(s settings, bits int, dict []byte) {
	speed := uint16(3)
	switch {
	case s.strategy >= deflate.HuffmanOnly || s.level < 2:
		speed = 0
	case s.level < 6:
		speed = 1
	case s.level == 6:
		speed = 2
	}
	switch c.format {
	case zlibFormat:
		h := uint16(max(bits, 9)-8)<<12 | 0x800 | speed<<6
		if dict != nil {
			h |= 0x20
		}
		h += 31 - h%31
		c.out.Write(binary.BigEndian.AppendUint16(nil, h))
		if dict != nil {
			c.out.Write(binary.BigEndian.AppendUint32(nil, moreAdler(1, string(dict))))
		}
	case gzipFormat:
		extra := byte(0)
		switch {
		case s.level == 9:
			extra = 2
		case speed == 0:
			extra = 4
		}
		c.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3})
	}
}

// step is how much is compressed between polls, in bytes: the best effort on the worst bytes takes
// a millisecond for each.
const step = 1 << 10

func (c *compressor) write(t *py.Thread, s string) error {
	for len(s) > 0 {
		part := s[:min(step, len(s))]
		s = s[len(part):]
		c.out.Write(c.w.Write([]byte(part), deflate.NoFlush))
		c.size += uint32(len(part))
		switch c.format {
		case zlibFormat:
			c.adler = moreAdler(c.adler, part)
		case gzipFormat:
			c.crc = crc32.Update(c.crc, crc32.IEEETable, []byte(part))
		}
		if err := t.Poll(); err != nil {
			return err
		}
	}
	return nil
}

func copyCompressor(_ *py.Thread, a []py.Object) (py.Object, error) {
	c := compressorOf(a[0])
	if c.finished {
		return nil, py.Raise(py.ValueError, "Inconsistent stream state")
	}
	other := &compressor{format: c.format, w: c.w.Clone(), crc: c.crc, adler: c.adler, size: c.size}
	other.out.Write(c.out.Bytes())
	return &py.Opaque[*compressor]{Of: a[0].Class(), Value: other}, nil
}

// taken is the output so far.
func (c *compressor) taken() py.Object {
	b := py.NewBytes(c.out.String())
	c.out.Reset()
	return b
}

func (c *compressor) compress(t *py.Thread, data py.Object) (py.Object, error) {
	s, err := bytesOf(data)
	if err != nil {
		return nil, err
	}
	if c.finished {
		return nil, failed("Error -2 while compressing data: inconsistent stream state")
	}
	if err := c.write(t, s); err != nil {
		return nil, err
	}
	return c.taken(), nil
}

// bytesOf is a copy of what a bytes-like object has.
func bytesOf(x py.Object) (string, error) {
	if _, err := binaryText(x); err != nil {
		return "", err
	}
	s, _ := py.BytesOf(x)
	return s, nil
}

func (c *compressor) flush(mode int) (py.Object, error) {
	switch {
	case mode == deflate.NoFlush:
		return py.NewBytes(""), nil
	case c.finished, mode < 0, mode > deflate.Block:
		return nil, failed("Error -2 while flushing: inconsistent stream state")
	}
	c.out.Write(c.w.Write(nil, mode))
	if mode != deflate.Finish {
		return c.taken(), nil
	}
	c.finished = true
	switch c.format {
	case zlibFormat:
		c.out.Write(binary.BigEndian.AppendUint32(nil, c.adler))
	case gzipFormat:
		c.out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, c.crc), c.size))
	}
	return c.taken(), nil
}

func newCompressor(t *py.Thread, a []py.Object) (py.Object, error) {
	s := settings{-1, 15, 8, 0}
	method := 8
	for i, to := range []*int{&s.level, &method, &s.wbits, &s.memory, &s.strategy} {
		var err error
		if *to, err = number(t, a[i], *to); err != nil {
			return nil, err
		}
	}
	var dict []byte
	if a[5] != nil && a[5] != py.None {
		text, err := bytesOf(a[5])
		if err != nil {
			return nil, err
		}
		dict = []byte(text)
	}
	c, err := startCompressor(s, dict)
	if err != nil {
		return nil, err
	}
	return &py.Opaque[*compressor]{Of: compressorClass(), Value: c}, nil
}

func compress(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := bytesOf(a[0])
	if err != nil {
		return nil, err
	}
	level, err := number(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	wbits, err := number(t, a[2], 15)
	if err != nil {
		return nil, err
	}
	if level < -1 || level > 9 {
		return nil, failed("Bad compression level")
	}
	c, err := startCompressor(settings{level, wbits, 8, 0}, nil)
	if err != nil {
		return nil, err
	}
	if err := c.write(t, s); err != nil {
		return nil, err
	}
	return c.flush(deflate.Finish)
}
