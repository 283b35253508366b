package bz2

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

var compressorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_bz2", "BZ2Compressor", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "compress", Signature: "data, /", Fn: compress},
			{Name: "flush", Fn: flush},
		})
	})
})

func makeCompressor(t *py.Thread, a []py.Object) (py.Object, error) {
	level := 9
	if a[0] != nil {
		var err error
		if level, err = t.Index(a[0]); err != nil {
			return nil, err
		}
	}
	if level < 1 || level > 9 {
		return nil, py.Raise(py.ValueError, "compresslevel must be between 1 and 9")
	}
	return &py.Opaque[*compressor]{Of: compressorClass(), Value: newCompressor(level)}, nil
}

func compress(t *py.Thread, a []py.Object) (py.Object, error) {
	data, ok := py.BytesOf(a[1])
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", py.Native(a[1]).Class().Name)
	}
	return use(a[0], "Compressor has been flushed", func(c *compressor) error { return c.add(t.Poll, []byte(data)) })
}

func flush(t *py.Thread, a []py.Object) (py.Object, error) {
	return use(a[0], "Repeated call to flush()", func(c *compressor) error {
		c.done = true
		return c.end(t.Poll)
	})
}

func use(self py.Object, ended string, do func(c *compressor) error) (py.Object, error) {
	c := py.Native(self).(*py.Opaque[*compressor]).Value
	if c.done {
		return nil, py.Raise(py.ValueError, "%s", ended)
	}
	if c.busy {
		return nil, py.Raise(py.RuntimeError, "the stream is being compressed already")
	}
	c.busy = true
	defer func() { c.busy = false }()
	if err := do(c); err != nil {
		return nil, err
	}
	return c.out.take(), nil
}
