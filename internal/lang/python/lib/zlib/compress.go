package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// The ways to flush that differ here.
const (
	noFlush   = 0
	fullFlush = 3
	finish    = 4
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
	w        *flate.Writer
	crc      uint32
	adler    uint32
	size     uint32
	finished bool
	level    int
	written  bool   // anything
	window   []byte // the end of what was written, for copy; it begins with the dictionary
}

// windowSize is how far back a stream may refer, in bytes.
const windowSize = 32 << 10

var compressorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("zlib", "Compress", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "compress", Signature: "data, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return compressorOf(a[0]).compress(t, a[1])
			}},
			{Name: "flush", Signature: "mode=, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				mode, err := number(t, a[1], finish)
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

func startCompressor(level, wbits int, dict []byte) (*compressor, error) {
	f, ok := formatOf(wbits)
	if !ok || f == anyFormat || level < -1 || level > 9 {
		return nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	c := &compressor{format: f, adler: 1, level: level, window: bytes.Clone(dict)}
	w, err := flate.NewWriterDict(&c.out, level, dict)
	if err != nil {
		return nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	c.w = w
	c.head(level, dict)
	return c, nil
}

func (c *compressor) head(level int, dict []byte) {
	switch c.format {
	case zlibFormat:
		flags := map[int]uint16{-1: 2, 6: 2, 0: 0, 1: 0, 2: 1, 3: 1, 4: 1, 5: 1}
		speed, ok := flags[level]
		if !ok {
			speed = 3
		}
		h := uint16(0x7800) | speed<<6
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
		switch level {
		case 9:
			extra = 2
		case 0, 1:
			extra = 4
		}
		c.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, extra, 3})
	}
}

// step is how much is compressed between polls, in bytes.
const step = 1 << 18

func (c *compressor) write(t *py.Thread, s string) error {
	for len(s) > 0 {
		part := s[:min(step, len(s))]
		s = s[len(part):]
		c.w.Write([]byte(part)) // to memory: it can't fail
		c.remember(part)
		c.written = true
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

// remember notes the end of what was written.
func (c *compressor) remember(part string) {
	c.window = append(c.window, part[max(0, len(part)-windowSize):]...)
	if n := len(c.window); n > 2*windowSize {
		c.window = append(c.window[:0], c.window[n-windowSize:]...)
	}
}

// copyCompressor makes one that goes on from the same place. What was written until now is
// flushed first, since a Writer can't be copied: the copy's has it for its dictionary.
func copyCompressor(_ *py.Thread, a []py.Object) (py.Object, error) {
	c := compressorOf(a[0])
	if c.finished {
		return nil, py.Raise(py.ValueError, "Inconsistent stream state")
	}
	if c.written {
		c.w.Flush()
	}
	other := &compressor{format: c.format, crc: c.crc, adler: c.adler, size: c.size, written: c.written, level: c.level, window: bytes.Clone(c.window)}
	other.out.Write(c.out.Bytes())
	w, err := flate.NewWriterDict(&other.out, c.level, c.window[max(0, len(c.window)-windowSize):])
	if err != nil {
		return nil, py.Raise(py.ValueError, "Inconsistent stream state")
	}
	other.w = w
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
	case mode == noFlush:
		return py.NewBytes(""), nil
	case c.finished:
		return nil, failed("Error -2 while flushing: inconsistent stream state")
	case mode == finish:
		c.finished = true
		c.w.Close()
		switch c.format {
		case zlibFormat:
			c.out.Write(binary.BigEndian.AppendUint32(nil, c.adler))
		case gzipFormat:
			c.out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, c.crc), c.size))
		}
	default:
		c.w.Flush()
	}
	return c.taken(), nil
}

func newCompressor(t *py.Thread, a []py.Object) (py.Object, error) {
	level, err := number(t, a[0], -1)
	if err != nil {
		return nil, err
	}
	wbits, err := number(t, a[2], 15)
	if err != nil {
		return nil, err
	}
	var dict []byte
	if a[5] != nil && a[5] != py.None {
		s, err := bytesOf(a[5])
		if err != nil {
			return nil, err
		}
		dict = []byte(s)
	}
	c, err := startCompressor(level, wbits, dict)
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
	c, err := startCompressor(level, wbits, nil)
	if err != nil {
		return nil, err
	}
	if err := c.write(t, s); err != nil {
		return nil, err
	}
	return c.flush(finish)
}
