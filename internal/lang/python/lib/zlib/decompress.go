package zlib

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/zlib/inflate"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A decompressor decompresses what comes in parts.
type decompressor struct {
	format format
	dict   []byte
	r      inflate.Reader
	head   []byte // what came of the head and wasn't read yet
	opened bool   // the head was read
	closed bool   // the stream has ended, but for its checksum
	crc    uint32
	adler  uint32
	size   uint32
	eof    bool
	unused []byte
	tail   []byte
	window int  // the most bits of a window that it takes
	ended  bool // flushed at the end of its stream
}

var decompressorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("zlib", "Decompress", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "decompress", Signature: "data, /, max_length=", Fn: decompressMethod},
			{Name: "copy", Fn: copyDecompressor},
			{Name: "__copy__", Fn: copyDecompressor},
			{Name: "__deepcopy__", Signature: "memo, /", Fn: copyDecompressor},
			{Name: "flush", Signature: "length=, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				d := decompressorOf(a[0])
				if n, err := number(t, a[1], 1); err != nil {
					return nil, err
				} else if n <= 0 {
					return nil, py.Raise(py.ValueError, "length must be greater than zero")
				}
				tail := d.tail
				d.tail = nil
				b, err := d.run(t, tail, 0)
				d.ended = d.eof
				return py.NewBytes(string(b)), err
			}},
		})
		attr := func(name string, get func(*decompressor) py.Object) *py.GetSet {
			return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return get(decompressorOf(o)), nil }}
		}
		c.AddGetSets(attr("eof", func(d *decompressor) py.Object { return py.Of(d.eof) }),
			attr("unused_data", func(d *decompressor) py.Object { return py.NewBytes(string(d.unused)) }),
			attr("unconsumed_tail", func(d *decompressor) py.Object { return py.NewBytes(string(d.tail)) }))
	})
})

func decompressorOf(o py.Object) *decompressor { return py.Native(o).(*py.Opaque[*decompressor]).Value }

func newDecompressor(t *py.Thread, a []py.Object) (py.Object, error) {
	wbits, err := number(t, a[0], 15)
	if err != nil {
		return nil, err
	}
	d, err := startDecompressor(wbits)
	if err != nil {
		return nil, err
	}
	if a[1] != nil {
		s, ok := py.BytesOf(a[1])
		if !ok {
			return nil, py.Raise(py.TypeError, "zdict argument must support the buffer protocol")
		}
		d.dict = []byte(s)
		if d.format == raw {
			d.r.Preset(d.dict)
		}
	}
	return &py.Opaque[*decompressor]{Of: decompressorClass(), Value: d}, nil
}

// copyDecompressor makes one that goes on from the same place.
func copyDecompressor(_ *py.Thread, a []py.Object) (py.Object, error) {
	d := *decompressorOf(a[0])
	if d.ended {
		return nil, py.Raise(py.ValueError, "Inconsistent stream state")
	}
	d.r = d.r.Copy()
	d.head, d.unused, d.tail = bytes.Clone(d.head), bytes.Clone(d.unused), bytes.Clone(d.tail)
	return &py.Opaque[*decompressor]{Of: a[0].Class(), Value: &d}, nil
}

func startDecompressor(wbits int) (*decompressor, error) {
	f, ok := formatOf(wbits)
	if !ok {
		return nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	d := &decompressor{format: f, opened: f == raw, adler: 1, window: 15}
	if bits := wbits & 15; bits >= 8 && wbits > 0 {
		d.window = bits
	}
	return d, nil
}

func decompressMethod(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := bytesOf(a[1])
	if err != nil {
		return nil, err
	}
	limit, err := number(t, a[2], 0)
	if err != nil {
		return nil, err
	}
	if limit < 0 {
		return nil, py.Raise(py.ValueError, "max_length must be non-negative")
	}
	b, err := decompressorOf(a[0]).run(t, []byte(s), limit)
	if err != nil {
		return nil, err
	}
	return py.NewBytes(string(b)), nil
}

func decompress(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := bytesOf(a[0])
	if err != nil {
		return nil, err
	}
	wbits, err := number(t, a[1], 15)
	if err != nil {
		return nil, err
	}
	d, err := startDecompressor(wbits)
	if err != nil {
		return nil, failed("Error -2 while preparing to decompress data: inconsistent stream state")
	}
	b, err := d.run(t, []byte(s), 0)
	if err != nil {
		return nil, err
	}
	if !d.eof {
		return nil, failed("Error -5 while decompressing data: incomplete or truncated stream")
	}
	return py.NewBytes(string(b)), nil
}

func wrong(text string) error { return failed("Error -3 while decompressing data: %s", text) }

// run decompresses more, but no more than limit bytes unless that is 0.
func (d *decompressor) run(t *py.Thread, in []byte, limit int) ([]byte, error) {
	d.tail = nil
	if d.eof {
		d.unused = append(d.unused, in...)
		return nil, nil
	}
	if !d.opened || d.closed {
		d.head = append(d.head, in...)
		in = nil
	}
	if !d.opened {
		n, err := d.readHead()
		if err != nil || n < 0 {
			return nil, err
		}
		in, d.head, d.opened = d.head[n:], nil, true
	}
	var out []byte
	if !d.closed {
		d.r.Write(in)
		var err error
		if out, err = d.inflate(t, limit); err != nil {
			return nil, err
		}
	}
	if d.closed {
		return out, d.readCheck()
	}
	return out, nil
}

// inflate goes on with the stream.
func (d *decompressor) inflate(t *py.Thread, limit int) (out []byte, err error) {
	most := limit
	if most == 0 {
		most = maxOutput
	}
	for {
		room := min(step, most-len(out))
		err := d.r.Run(room)
		part := d.r.Take(room)
		if err == nil && d.r.Left() {
			err = inflate.ErrLimit
		}
		d.size += uint32(len(part))
		switch d.format {
		case zlibFormat:
			d.adler = moreAdler(d.adler, string(part))
		case gzipFormat:
			d.crc = crc32.Update(d.crc, crc32.IEEETable, part)
		}
		out = append(out, part...)
		switch {
		case err == nil:
			d.closed, d.head = true, append([]byte(nil), d.r.Rest()...)
			return out, nil
		case err == inflate.ErrMore:
			return out, nil
		case err != inflate.ErrLimit:
			return nil, wrong(err.Error())
		case len(out) >= most && limit == 0:
			return nil, py.NewExc(py.MemoryError)
		case len(out) >= most:
			d.tail = append([]byte(nil), d.r.Rest()...)
			d.r.Drop()
			return out, nil
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
}

// readHead returns the head's length, or -1 when there isn't all of it yet.
func (d *decompressor) readHead() (int, error) {
	b := d.head
	if len(b) < 2 {
		return -1, nil
	}
	isGzip := b[0] == 0x1f && b[1] == 0x8b
	if d.format == anyFormat {
		d.format = zlibFormat
		if isGzip {
			d.format = gzipFormat
		}
	}
	if d.format == gzipFormat {
		if !isGzip {
			return 0, wrong("incorrect header check")
		}
		return gzipHead(b)
	}
	switch {
	case (int(b[0])<<8|int(b[1]))%31 != 0:
		return 0, wrong("incorrect header check")
	case b[0]&15 != 8:
		return 0, wrong("unknown compression method")
	case int(b[0]>>4)+8 > d.window:
		return 0, wrong("invalid window size")
	case b[1]&0x20 == 0:
		return 2, nil
	case len(b) < 6:
		return -1, nil
	case d.dict == nil:
		return 0, failed("Error 2 while decompressing data")
	case binary.BigEndian.Uint32(b[2:]) != moreAdler(1, string(d.dict)):
		return 0, failed("Error -3 while setting zdict")
	}
	d.r.Preset(d.dict)
	return 6, nil
}

// gzipHead is the length of a gzip member's head, or -1.
func gzipHead(b []byte) (int, error) {
	if len(b) < 10 {
		return -1, nil
	}
	switch {
	case b[2] != 8:
		return 0, wrong("unknown compression method")
	case b[3]&0xe0 != 0:
		return 0, wrong("unknown header flags set")
	}
	n := 10
	if b[3]&4 != 0 { // more fields
		if len(b) < n+2 {
			return -1, nil
		}
		n += 2 + int(binary.LittleEndian.Uint16(b[n:]))
	}
	for _, flag := range []byte{8, 16} { // a name, and a comment
		if b[3]&flag == 0 {
			continue
		}
		for {
			if n >= len(b) {
				return -1, nil
			}
			n++
			if b[n-1] == 0 {
				break
			}
		}
	}
	if b[3]&2 != 0 {
		n += 2
	}
	if n > len(b) {
		return -1, nil
	}
	return n, nil
}

// readCheck reads what comes after the stream.
func (d *decompressor) readCheck() error {
	n := map[format]int{raw: 0, zlibFormat: 4, gzipFormat: 8}[d.format]
	if len(d.head) < n {
		return nil
	}
	switch {
	case d.format == zlibFormat && binary.BigEndian.Uint32(d.head) != d.adler,
		d.format == gzipFormat && binary.LittleEndian.Uint32(d.head) != d.crc:
		return wrong("incorrect data check")
	case d.format == gzipFormat && binary.LittleEndian.Uint32(d.head[4:]) != d.size:
		return wrong("incorrect length check")
	}
	d.eof, d.unused, d.head = true, d.head[n:], nil
	return nil
}
