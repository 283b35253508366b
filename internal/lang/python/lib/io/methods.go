package io

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// The classes. What reads and writes is alike in all of them.
var (
	baseClass = sync.OnceValue(func() *py.Class {
		return py.DefineClass("io", "IOBase", nil, func(c *py.Class) {
			c.AddMethods(methods)
			c.Slots.Next = next
			c.AddGetSets(
				&py.GetSet{Name: "closed", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.Of(self(o).closed), nil }},
				&py.GetSet{Name: "name", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return self(o).name, nil }},
				&py.GetSet{Name: "mode", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(self(o).mode), nil }},
			)
		})
	})
	rawBase  = abstract("RawIOBase")
	textBase = abstract("TextIOBase")
	byteBase = abstract("BufferedIOBase")

	textClass = concrete("TextIOWrapper", textBase, func(c *py.Class) {
		c.Slots.Repr = textRepr
		c.AddGetSets(
			&py.GetSet{Name: "encoding", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(self(o).encoding), nil }},
			&py.GetSet{Name: "errors", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(self(o).errors), nil }},
			&py.GetSet{Name: "newlines", Get: func(*py.Thread, py.Object) (py.Object, error) { return py.None, nil }},
		)
	})
	readerClass = concrete("BufferedReader", byteBase, bytesRepr)
	writerClass = concrete("BufferedWriter", byteBase, bytesRepr)
	randomClass = concrete("BufferedRandom", byteBase, bytesRepr)
	stringClass = concrete("StringIO", textBase, func(c *py.Class) {
		c.Slots.New = newStringIO
		c.AddMethods(py.MethodTable{{Name: "getvalue", Fn: getValue}})
	})
	bytesClass = concrete("BytesIO", byteBase, func(c *py.Class) {
		c.Slots.New = newBytesIO
		c.AddMethods(py.MethodTable{{Name: "getvalue", Fn: getValue}, {Name: "getbuffer", Fn: getValue}})
	})
	unsupported = sync.OnceValue(func() *py.Class {
		return py.DefineClass("io", "UnsupportedOperation", py.OSError, func(*py.Class) {})
	})
)

func abstract(name string) func() *py.Class {
	return sync.OnceValue(func() *py.Class { return py.DefineClass("io", name, baseClass(), func(*py.Class) {}) })
}

func concrete(name string, base func() *py.Class, fill func(c *py.Class)) func() *py.Class {
	return sync.OnceValue(func() *py.Class { return py.DefineClass("_io", name, base(), fill) })
}

func self(o py.Object) *file { return py.Native(o).(*file) }

// methods are called with a file, or with an instance of a program's subclass of IOBase,
// which is none.
var methods = func() py.MethodTable {
	table := py.MethodTable{}
	for _, m := range []struct {
		name, signature string
		fn              func(t *py.Thread, f *file, a []py.Object) (py.Object, error)
	}{
		{"read", "size=-1, /", read}, {"read1", "size=-1, /", read}, {"readline", "size=-1, /", readLine}, {"readlines", "hint=-1, /", readLines},
		{"write", "data, /", write}, {"writelines", "lines, /", writeLines}, {"readinto", "buffer, /", readInto},
		{"flush", "", func(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
			if err := f.open(); err != nil {
				return nil, err
			}
			return py.None, f.flush(t)
		}},
		{"close", "", func(t *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.None, f.close(t) }},
		{"seek", "offset, whence=0, /", seek}, {"tell", "", tell}, {"truncate", "size=, /", truncate},
		{"readable", "", func(_ *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.Of(f.readable), f.open() }},
		{"writable", "", func(_ *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.Of(f.writable), f.open() }},
		{"seekable", "", func(_ *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.True, f.open() }},
		{"isatty", "", func(_ *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.False, f.open() }},
		{"fileno", "", func(*py.Thread, *file, []py.Object) (py.Object, error) { return nil, py.Raise(unsupported(), "fileno") }},
		{"detach", "", func(*py.Thread, *file, []py.Object) (py.Object, error) { return nil, py.Raise(unsupported(), "detach") }},
		{"__exit__", "*args", func(t *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.None, f.close(t) }},
	} {
		table = append(table, struct {
			Name, Signature string
			Fn              py.GoFunc
			Doc             string
		}{m.name, m.signature, func(t *py.Thread, a []py.Object) (py.Object, error) {
			f, ok := py.Native(a[0]).(*file)
			if !ok {
				return nil, py.Raise(unsupported(), "%s", m.name)
			}
			return m.fn(t, f, a)
		}, ""})
	}
	return append(table, struct {
		Name, Signature string
		Fn              py.GoFunc
		Doc             string
	}{"__enter__", "", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		if f, ok := py.Native(a[0]).(*file); ok {
			return a[0], f.open()
		}
		return a[0], nil
	}, ""})
}()

// number is an argument that may be left out, or None.
func number(t *py.Thread, x py.Object, otherwise int) (int, error) {
	if x == nil || x == py.None {
		return otherwise, nil
	}
	return t.Index(x)
}

// value makes what was read an object.
func (f *file) value(t *py.Thread, data []byte) (py.Object, error) {
	if !f.text {
		return py.NewBytes(string(data)), nil
	}
	if f.universal && bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if _, ok := f.of.(*memory); ok || f.encoding == "utf-8" && utf8.Valid(data) {
		return py.NewStr(string(data)), nil
	}
	return py.Decode(t, string(data), f.encoding, f.errors)
}

// bytes are what is written of an object.
func (f *file) bytes(t *py.Thread, x py.Object) ([]byte, error) {
	if !f.text {
		return py.BytesLike(x)
	}
	s, ok := py.Native(x).(*py.Str)
	if !ok {
		if f.class == stringClass() {
			return nil, py.Raise(py.TypeError, "string argument expected, got '%s'", x.Class().Name)
		}
		return nil, py.Raise(py.TypeError, "write() argument must be str, not %s", x.Class().Name)
	}
	text := s.String()
	if f.newline != "" && f.newline != "\n" {
		text = strings.ReplaceAll(text, "\n", f.newline)
	}
	if _, ok := f.of.(*memory); ok || f.encoding == "utf-8" && utf8.ValidString(text) {
		return []byte(text), nil
	}
	return py.Encode(t, text, f.encoding, f.errors)
}

func read(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead(); err != nil {
		return nil, err
	}
	n, err := number(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	if !f.text || n < 0 {
		data, err := f.take(t, n)
		if err != nil {
			return nil, err
		}
		return f.value(t, data)
	}
	return f.chars(t, n)
}

// chars reads n code points.
func (f *file) chars(t *py.Thread, n int) (py.Object, error) {
	for runes(f.ahead) <= n { // one more, so that the last is whole
		more, err := f.fill(t)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	at := 0
	for ; n > 0 && at < len(f.ahead); n-- {
		if f.universal && f.ahead[at] == '\r' && at+1 < len(f.ahead) && f.ahead[at+1] == '\n' {
			at++
		}
		at++
		for at < len(f.ahead) && f.ahead[at]&0xc0 == 0x80 {
			at++
		}
	}
	return f.value(t, f.taken(at))
}

func runes(b []byte) (n int) {
	for _, c := range b {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

func readLine(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead(); err != nil {
		return nil, err
	}
	n, err := number(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	line, err := f.line(t, n)
	if err != nil {
		return nil, err
	}
	return f.value(t, line)
}

func next(t *py.Thread, o py.Object) (py.Object, error) {
	f, ok := py.Native(o).(*file)
	if !ok {
		return nil, py.Raise(unsupported(), "readline")
	}
	if err := f.canRead(); err != nil {
		return nil, err
	}
	line, err := f.line(t, -1)
	if err != nil || len(line) == 0 {
		return nil, err
	}
	return f.value(t, line)
}

func readLines(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	hint, err := number(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	l, total := py.NewList(), 0
	for hint <= 0 || total < hint {
		v, err := next(t, f)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		l.Items = append(l.Items, v)
		n, err := t.Len(v)
		if err != nil {
			return nil, err
		}
		total += n
	}
	return l, nil
}

func readInto(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	n, err := t.Len(a[1])
	if err != nil {
		return nil, err
	}
	if err := f.canRead(); err != nil {
		return nil, err
	}
	data, err := f.take(t, n)
	if err != nil {
		return nil, err
	}
	part := &py.Slice{Start: py.MakeInt(0), Stop: py.MakeInt(int64(len(data))), Step: py.None}
	return py.MakeInt(int64(len(data))), t.SetItem(a[1], part, py.NewBytes(string(data)))
}

func write(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canWrite(); err != nil {
		return nil, err
	}
	data, err := f.bytes(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := f.put(t, data); err != nil {
		return nil, err
	}
	if s, ok := py.Native(a[1]).(*py.Str); ok {
		return py.MakeInt(int64(s.Len())), nil
	}
	return py.MakeInt(int64(len(data))), nil
}

func writeLines(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	return py.None, t.Each(a[1], func(line py.Object) error {
		_, err := write(t, f, []py.Object{f, line})
		return err
	})
}

func seek(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	to, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	whence, err := number(t, a[2], 0)
	if err != nil {
		return nil, err
	}
	m, inMemory := f.of.(*memory)
	if f.text && inMemory && whence == 0 {
		if err := f.flush(t); err != nil {
			return nil, err
		}
		at := 0
		for n := to; n > 0 && at < len(m.data); n-- {
			at++
			for at < len(m.data) && m.data[at]&0xc0 == 0x80 {
				at++
			}
		}
		if _, err := f.seek(t, int64(at), 0); err != nil {
			return nil, err
		}
		return py.MakeInt(int64(to)), nil
	}
	at, err := f.seek(t, int64(to), whence)
	return py.MakeInt(int64(at)), err
}

func tell(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if err := f.open(); err != nil {
		return nil, err
	}
	if m, ok := f.of.(*memory); ok && f.text {
		if err := f.flush(t); err != nil {
			return nil, err
		}
		return py.MakeInt(int64(runes(m.data[:min(f.at, uint64(len(m.data)))]))), nil
	}
	return py.MakeInt(int64(f.at)), nil
}

func truncate(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canWrite(); err != nil {
		return nil, err
	}
	n, err := number(t, a[1], int(f.at))
	if err != nil {
		return nil, err
	}
	if err := f.flush(t); err != nil {
		return nil, err
	}
	f.ahead = nil
	return py.MakeInt(int64(n)), f.of.truncate(t, uint64(max(n, 0)))
}
