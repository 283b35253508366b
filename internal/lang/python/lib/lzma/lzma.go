package lzma

import (
	"errors"
	"math"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// mostOutput is how much may be decompressed at once, in bytes.
const mostOutput = 1 << 30

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_lzma", "LZMAError", py.Exception, func(*py.Class) {})
})

// failed makes Python's error of ours; others pass.
func failed(err error) error {
	var f failure
	if errors.As(err, &f) {
		return py.Raise(errorClass(), "%s", f)
	}
	return err
}

var writerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_lzma", "_encoder", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "compress", Signature: "data, /", Fn: compress},
			{Name: "flush", Fn: flush},
		})
	})
})

var readerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_lzma", "_decoder", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{{Name: "decompress", Signature: "data, max_length, /", Fn: decompress}})
		attr := func(name string, get func(*reader) py.Object) *py.GetSet {
			return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				return get(py.Native(o).(*py.Opaque[*decompressor]).Value.reader), nil
			}}
		}
		c.AddGetSets(
			attr("eof", func(r *reader) py.Object { return py.Of(r.eof && len(r.out) == 0) }),
			attr("needs_input", func(r *reader) py.Object { return py.Of(!r.eof && len(r.out) == 0) }),
			attr("check", func(r *reader) py.Object { return py.MakeInt(int64(r.checkID)) }),
			attr("unused_data", func(r *reader) py.Object {
				if !r.eof || len(r.out) > 0 {
					return py.NewBytes("")
				}
				return py.NewBytes(string(r.unused()))
			}))
	})
})

// A decompressor is a reader that isn't used from within itself.
type decompressor struct {
	*reader
	busy bool
}

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_lzma")
	m.Set("LZMAError", errorClass())
	m.Add("encoder", "format, check, chain, depth, /", makeWriter)
	m.Add("decoder", "format, memlimit, chain, /", makeReader)
	return m, nil
}

// chainOf reads (whether it is LZMA1, lc, lp, pb, dictionary, distance of a delta...).
func chainOf(t *py.Thread, x py.Object) (c chain, err error) {
	var list []int
	err = t.Each(x, func(o py.Object) error {
		n, err := t.Index(o)
		list = append(list, n)
		return err
	})
	if err != nil {
		return c, err
	}
	if len(list) < 5 || len(list) > 8 {
		return c, failed(errOptions)
	}
	c = chain{lzma1: list[0] != 0, props: props{list[1], list[2], list[3]}, dict: list[4], deltas: list[5:]}
	for _, n := range list[1:4] {
		if n < 0 || n > 4 {
			return c, failed(errOptions)
		}
	}
	if c.lc+c.lp > 4 || c.dict < 1<<12 || c.dict > math.MaxUint32 {
		return c, failed(errOptions)
	}
	for _, d := range c.deltas {
		if d < 1 || d > 256 {
			return c, failed(errOptions)
		}
	}
	return c, nil
}

func makeWriter(t *py.Thread, a []py.Object) (py.Object, error) {
	var n [3]int
	for i, x := range []py.Object{a[0], a[1], a[3]} {
		v, err := t.Index(x)
		if err != nil {
			return nil, err
		}
		n[i] = v
	}
	c, err := chainOf(t, a[2])
	if err != nil {
		return nil, err
	}
	c.depth = min(max(n[2], 1), 256)
	if c.dict > 3<<29 {
		return nil, failed(errOptions)
	}
	return &py.Opaque[*writer]{Of: writerClass(), Value: newWriter(n[0], n[1], c)}, nil
}

func makeReader(t *py.Thread, a []py.Object) (py.Object, error) {
	format, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	r := &reader{format: format, checkID: checkMax + 1}
	if a[1] != py.None {
		limit, err := t.Index(a[1])
		if err != nil {
			return nil, err
		}
		r.memory = uint64(max(limit, 1))
	}
	if format == formatRaw {
		r.checkID = checkNone
		if r.raw, err = chainOf(t, a[2]); err != nil {
			return nil, err
		}
	}
	r.next = r.begin
	return &py.Opaque[*decompressor]{Of: readerClass(), Value: &decompressor{reader: r}}, nil
}

func input(x py.Object) ([]byte, error) {
	data, ok := py.BytesOf(x)
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", py.Native(x).Class().Name)
	}
	return []byte(data), nil
}

func compress(t *py.Thread, a []py.Object) (py.Object, error) {
	data, err := input(a[1])
	if err != nil {
		return nil, err
	}
	return use(a[0], "Compressor has been flushed", func(w *writer) error { return w.add(t.Poll, data) })
}

func flush(t *py.Thread, a []py.Object) (py.Object, error) {
	return use(a[0], "Repeated call to flush()", func(w *writer) error {
		w.done = true
		return w.end(t.Poll)
	})
}

func use(self py.Object, ended string, do func(w *writer) error) (py.Object, error) {
	w := py.Native(self).(*py.Opaque[*writer]).Value
	if w.done {
		return nil, py.Raise(py.ValueError, "%s", ended)
	}
	if w.busy {
		return nil, py.Raise(py.RuntimeError, "the stream is being compressed already")
	}
	w.busy = true
	defer func() { w.busy = false }()
	if err := do(w); err != nil {
		return nil, err
	}
	out := py.NewBytes(string(w.out))
	w.out = w.out[:0]
	return out, nil
}

func decompress(t *py.Thread, a []py.Object) (py.Object, error) {
	d := py.Native(a[0]).(*py.Opaque[*decompressor]).Value
	data, err := input(a[1])
	if err != nil {
		return nil, err
	}
	limit, err := t.Index(a[2])
	if err != nil {
		return nil, err
	}
	if d.eof && len(d.out) == 0 {
		return nil, py.Raise(py.EOFError, "Already at end of stream")
	}
	if d.busy {
		return nil, py.Raise(py.RuntimeError, "the stream is being decompressed already")
	}
	d.busy = true
	defer func() { d.busy = false }()
	d.in = append(d.in, data...)
	most := mostOutput
	if limit >= 0 {
		most = min(limit, most)
	}
	if err := d.run(t.Poll, most); err != nil {
		return nil, failed(err)
	}
	if limit < 0 && len(d.out) >= mostOutput {
		return nil, py.Raise(py.MemoryError, "")
	}
	n := min(len(d.out), most)
	out := py.NewBytes(string(d.out[:n]))
	if d.out = d.out[n:]; len(d.out) == 0 {
		d.out = nil
	}
	return out, nil
}
