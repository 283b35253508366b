package sqlite

import (
	"errors"
	"io"
	"math"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A blob is a sqlite3.Blob: a value of a table that is read and written in parts.
type blob struct {
	conn   *connection
	blob   *sqlite3.Blob
	at     int
	closed bool
	gone   bool // its row was changed by others
}

// Class returns the class sqlite3.Blob.
func (*blob) Class() *py.Class { return blobClass() }

var blobClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "Blob", nil, func(c *py.Class) {
		c.Sealed = true
		c.Dotted()
		c.Slots.Len = func(t *py.Thread, o py.Object) (int, error) { b := o.(*blob); return b.size(), b.usable(t) }
		c.Slots.GetItem = func(t *py.Thread, o, key py.Object) (py.Object, error) { return o.(*blob).item(t, key) }
		c.Slots.SetItem = func(t *py.Thread, o, key, v py.Object) error { return o.(*blob).setItem(t, key, v) }
		c.Slots.DelItem = func(t *py.Thread, o, _ py.Object) error {
			return py.Raise(py.TypeError, "Blob doesn't support item deletion")
		}
		c.AddMethods(py.MethodTable{
			{Name: "close", Fn: closeBlob},
			{Name: "read", Signature: "length=-1, /", Fn: blobMethod(readBlob)},
			{Name: "write", Signature: "data, /", Fn: blobMethod(writeBlob)},
			{Name: "seek", Signature: "offset, origin=0, /", Fn: blobMethod(seekBlob)},
			{Name: "tell", Fn: blobMethod(func(_ *py.Thread, b *blob, _ []py.Object) (py.Object, error) { return py.MakeInt(int64(b.at)), nil })},
			{Name: "__enter__", Fn: blobMethod(func(_ *py.Thread, b *blob, _ []py.Object) (py.Object, error) { return b, nil })},
			{Name: "__exit__", Signature: "type, val, tb, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				b := a[0].(*blob)
				if err := b.usable(t); err != nil {
					return nil, err
				}
				return py.False, b.close(t)
			}},
		})
	})
})

func blobMethod(f func(t *py.Thread, b *blob, a []py.Object) (py.Object, error)) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		b := a[0].(*blob)
		if err := b.usable(t); err != nil {
			return nil, err
		}
		return f(t, b, a[1:])
	}
}

func (b *blob) usable(t *py.Thread) error {
	if err := b.conn.usable(t); err != nil {
		return err
	}
	if b.closed {
		return programming("Cannot operate on a closed blob.")
	}
	return nil
}

func (b *blob) size() int {
	if b.closed || b.gone || b.conn.db.closed {
		return 0
	}
	return int(b.blob.Size())
}

func closeBlob(t *py.Thread, a []py.Object) (py.Object, error) {
	b := a[0].(*blob)
	if err := b.conn.usable(t); err != nil {
		return nil, err
	}
	return py.None, b.close(t)
}

func (b *blob) close(t *py.Thread) error {
	if b.closed {
		return nil
	}
	return b.conn.db.run(t, func() error {
		b.end()
		return nil
	})
}

// end closes it, within SQLite.
func (b *blob) end() {
	b.closed = true
	delete(b.conn.db.hooks.blobs, b)
	_ = b.blob.Close() // an error would be that of the last write
}

func (h *hooks) closeBlobs() {
	for b := range h.blobs {
		b.end()
	}
}

// get reads a part.
func (b *blob) get(t *py.Thread, at, n int) (string, error) {
	p := make([]byte, n)
	err := b.conn.db.run(t, func() error {
		if b.gone {
			return sqlite3.ABORT
		}
		if n == 0 {
			return nil
		}
		if _, err := b.blob.Seek(int64(at), io.SeekStart); err != nil {
			return err
		}
		_, err := io.ReadFull(b.blob, p)
		b.gone = errors.Is(err, sqlite3.ABORT)
		return err
	})
	return string(p), err
}

func (b *blob) put(t *py.Thread, at int, data string) error {
	return b.conn.db.run(t, func() error {
		if _, err := b.blob.Seek(int64(at), io.SeekStart); err != nil {
			return err
		}
		_, err := b.blob.Write([]byte(data))
		b.gone = errors.Is(err, sqlite3.ABORT)
		return err
	})
}

func readBlob(t *py.Thread, b *blob, a []py.Object) (py.Object, error) {
	n := -1
	if a[0] != nil {
		var err error
		if n, err = intOf(t, a[0]); err != nil {
			return nil, err
		}
	}
	left := max(b.size()-b.at, 0)
	if n < 0 || n > left {
		n = left
	}
	data, err := b.get(t, b.at, n)
	if err != nil {
		return nil, err
	}
	b.at += n
	return py.NewBytes(data), nil
}

func writeBlob(t *py.Thread, b *blob, a []py.Object) (py.Object, error) {
	data, ok, err := blobOf(t, a[0])
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[0].Class().Name)
	}
	if len(data) > b.size()-b.at {
		return nil, py.Raise(py.ValueError, "data longer than blob length")
	}
	if err := b.put(t, b.at, data); err != nil {
		return nil, err
	}
	b.at += len(data)
	return py.None, nil
}

func seekBlob(t *py.Thread, b *blob, a []py.Object) (py.Object, error) {
	offset, err := intOf(t, a[0])
	if err != nil {
		return nil, err
	}
	origin := 0
	if a[1] != nil {
		if origin, err = intOf(t, a[1]); err != nil {
			return nil, err
		}
	}
	size := b.size()
	switch origin {
	case io.SeekStart:
	case io.SeekCurrent:
		if offset > math.MaxInt32-b.at {
			return nil, errSeek()
		}
		offset += b.at
	case io.SeekEnd:
		if offset > math.MaxInt32-size {
			return nil, errSeek()
		}
		offset += size
	default:
		return nil, py.Raise(py.ValueError, "'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
	}
	if offset < 0 || offset > size {
		return nil, py.Raise(py.ValueError, "offset out of blob range")
	}
	b.at = offset
	return py.None, nil
}

func errSeek() error { return py.Raise(py.OverflowError, "seek offset results in overflow") }

// index is a byte's number.
func (b *blob) index(t *py.Thread, key py.Object) (int, error) {
	i, err := t.ItemIndex(key)
	if err != nil {
		return 0, err
	}
	size := b.size()
	if i < 0 {
		i += size
	}
	if i < 0 || i >= size {
		return 0, py.Raise(py.IndexError, "Blob index out of range")
	}
	return i, nil
}

func (b *blob) item(t *py.Thread, key py.Object) (py.Object, error) {
	if err := b.usable(t); err != nil {
		return nil, err
	}
	if s, ok := py.Native(key).(*py.Slice); ok {
		start, step, n, err := t.SliceBounds(s, b.size)
		if err != nil {
			return nil, err
		}
		data, err := b.get(t, min(start, start+step*max(n-1, 0)), span(step, n))
		return py.NewBytes(picked(data, step, n)), err
	}
	if !py.HasIndex(key) {
		return nil, py.Raise(py.TypeError, "Blob indices must be integers")
	}
	i, err := b.index(t, key)
	if err != nil {
		return nil, err
	}
	data, err := b.get(t, i, 1)
	if err != nil {
		return nil, err
	}
	return py.MakeInt(int64(data[0])), nil
}

// span is from the first to the last of n bytes.
func span(step, n int) int {
	if n == 0 {
		return 0
	}
	return max(step, -step)*(n-1) + 1
}

// picked is each step's byte of data, backwards where step is negative.
func picked(data string, step, n int) string {
	if step == 1 {
		return data
	}
	p := make([]byte, n)
	at := 0
	if step < 0 {
		at = len(data) - 1
	}
	for i := range p {
		p[i] = data[at]
		at += step
	}
	return string(p)
}

func (b *blob) setItem(t *py.Thread, key, v py.Object) error {
	if err := b.usable(t); err != nil {
		return err
	}
	if s, ok := py.Native(key).(*py.Slice); ok {
		return b.setSlice(t, s, v)
	}
	if !py.HasIndex(key) {
		return py.Raise(py.TypeError, "Blob indices must be integers")
	}
	i, err := b.index(t, key)
	if err != nil {
		return err
	}
	n, ok := py.Native(v).(py.Int)
	if _, big := py.Native(v).(*py.BigInt); big {
		n, ok = -1, true
	}
	if !ok {
		return py.Raise(py.TypeError, "'%s' object cannot be interpreted as an integer", v.Class().Name)
	}
	if n < 0 || n > 255 {
		return py.Raise(py.ValueError, "byte must be in range(0, 256)")
	}
	return b.put(t, i, string([]byte{byte(n)}))
}

func (b *blob) setSlice(t *py.Thread, s *py.Slice, v py.Object) error {
	start, step, n, err := t.SliceBounds(s, b.size)
	if err != nil || n == 0 {
		return err
	}
	data, ok, err := blobOf(t, v)
	if err != nil {
		return err
	}
	if !ok {
		return py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", v.Class().Name)
	}
	if len(data) != n {
		return py.Raise(py.IndexError, "Blob slice assignment is wrong size")
	}
	if step == 1 {
		return b.put(t, start, data)
	}
	from := min(start, start+step*(n-1))
	old, err := b.get(t, from, span(step, n))
	if err != nil {
		return err
	}
	p := []byte(old)
	for i := range n {
		p[start+step*i-from] = data[i]
	}
	return b.put(t, from, string(p))
}
