// Package bz2 is the module _bz2: the compressor and the decompressor of module bz2, which is
// written in Python.
package bz2

import (
	"bytes"
	"compress/bzip2"
	"io"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	maxOutput = 1 << 30 // of a stream, in bytes
	step      = 1 << 18 // how much is decompressed between polls
	endMark   = 0x177245385090
	markBits  = 48
)

// A decompressor decompresses one stream, which may come in parts: nothing until all of it
// is there, since the library reads on its own.
type decompressor struct {
	in      []byte
	bits    uint64 // the last 64 bits that were looked at
	looked  int    // bytes that were
	out     []byte // what wasn't taken yet
	unused  []byte
	decoded bool
	busy    bool // it decompresses, and a signal's handler or another thread may come in between
}

var class = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_bz2", "BZ2Decompressor", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{{Name: "decompress", Signature: "data, max_length=", Fn: decompress}})
		attr := func(name string, get func(*decompressor) py.Object) *py.GetSet {
			return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return get(of(o)), nil }}
		}
		c.AddGetSets(attr("eof", func(d *decompressor) py.Object { return py.Of(d.eof()) }),
			attr("needs_input", func(d *decompressor) py.Object { return py.Of(!d.decoded) }),
			attr("unused_data", func(d *decompressor) py.Object {
				if !d.eof() {
					return py.NewBytes("")
				}
				return py.NewBytes(string(d.unused))
			}))
	})
})

func of(o py.Object) *decompressor { return py.Native(o).(*py.Opaque[*decompressor]).Value }

func (d *decompressor) eof() bool { return d.decoded && len(d.out) == 0 }

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_bz2")
	m.Add("decompressor", "", func(*py.Thread, []py.Object) (py.Object, error) {
		return &py.Opaque[*decompressor]{Of: class(), Value: &decompressor{}}, nil
	})
	m.Add("compressor", "compresslevel=, /", makeCompressor)
	return m, nil
}

func decompress(t *py.Thread, a []py.Object) (py.Object, error) {
	d := of(a[0])
	data, ok := py.BytesOf(a[1])
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", py.Native(a[1]).Class().FullName())
	}
	limit := -1
	if a[2] != nil {
		var err error
		if limit, err = t.Index(a[2]); err != nil {
			return nil, err
		}
	}
	if d.eof() {
		return nil, py.Raise(py.EOFError, "End of stream already reached")
	}
	if d.busy {
		return nil, py.Raise(py.RuntimeError, "the stream is being decompressed already")
	}
	d.busy = true
	defer func() { d.busy = false }()
	if !d.decoded {
		d.in = append(d.in, data...)
		if err := d.look(t); err != nil {
			return nil, err
		}
	}
	n := len(d.out)
	if limit >= 0 {
		n = min(n, limit)
	}
	part := py.NewBytes(string(d.out[:n]))
	d.out = d.out[n:]
	return part, nil
}

// look looks for the end of the stream, which isn't at the beginning of a byte, and
// decompresses what is before it.
func (d *decompressor) look(t *py.Thread) error {
	if n := min(len(d.in), 3); string(d.in[:n]) != "BZh"[:n] || len(d.in) > 3 && (d.in[3] < '1' || d.in[3] > '9') {
		return py.Raise(py.OSError, "Invalid data stream")
	}
	for d.looked < len(d.in) {
		if d.looked%step == 0 {
			if err := t.Poll(); err != nil {
				return err
			}
		}
		d.bits = d.bits<<8 | uint64(d.in[d.looked])
		d.looked++
		for after := range 8 {
			if d.bits>>after&(1<<markBits-1) != endMark {
				continue
			}
			end := d.looked + (32-after+7)/8 // the checksum follows
			if end > len(d.in) {
				d.looked--
				d.bits >>= 8
				return nil
			}
			if err := d.decode(t, end); err != nil || d.decoded {
				return err
			}
		}
	}
	return nil
}

// decode decompresses the stream that ends at a byte, if it does.
func (d *decompressor) decode(t *py.Thread, end int) error {
	r := bzip2.NewReader(bytes.NewReader(d.in[:end]))
	var out []byte
	part := make([]byte, step)
	for {
		if err := t.Poll(); err != nil {
			return err
		}
		n, err := io.ReadFull(r, part)
		out = append(out, part[:n]...)
		if len(out) > maxOutput {
			return py.Raise(py.MemoryError, "")
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF && n < len(part) && atEnd(r) {
			d.decoded, d.out, d.unused, d.in = true, out, bytes.Clone(d.in[end:]), nil
			return nil
		}
		if err != nil {
			return py.Raise(py.OSError, "Invalid data stream")
		}
	}
}

// atEnd tells whether a reader that gave less than was wanted has ended well.
func atEnd(r io.Reader) bool {
	_, err := r.Read(make([]byte, 1))
	return err == io.EOF
}
