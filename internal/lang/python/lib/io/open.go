package io

import (
	"fmt"
	"strings"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New makes the module _io, whose names io has.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_io")
	for _, c := range []*py.Class{
		baseClass(), rawBase(), textBase(), byteBase(), textClass(), readerClass(), writerClass(), randomClass(), stringClass(), bytesClass(),
		unsupported(),
	} {
		m.Set(c.Name, c)
	}
	m.Set("DEFAULT_BUFFER_SIZE", py.MakeInt(8192))
	m.Add("open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=", open)
	return m, nil
}

func text(x py.Object) string {
	if s, ok := py.Native(x).(*py.Str); ok {
		return s.String()
	}
	return ""
}

func open(t *py.Thread, a []py.Object) (py.Object, error) {
	path, err := t.PathOf(a[0])
	if err != nil {
		return nil, err
	}
	mode := "r"
	if a[1] != nil {
		mode = text(a[1])
	}
	f, flags, err := opened(mode)
	if err != nil {
		return nil, err
	}
	if err := f.decoding(a[3], a[4], a[5]); err != nil {
		return nil, err
	}
	r, err := t.File(lang.FileCall{Op: lang.FileOpen, Path: path, Flags: flags, Mode: 0o666}, a[0])
	if err != nil {
		return nil, err
	}
	f.of = &hostFile{handle: r.Handle, path: a[0], append: f.adds}
	f.name = a[0]
	if f.adds {
		if f.at, err = f.of.size(t); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// opened reads a mode such as "r+b".
func opened(mode string) (*file, lang.FileFlags, error) {
	f := &file{mode: mode, text: !strings.Contains(mode, "b")}
	kinds := 0
	var flags lang.FileFlags
	for _, c := range mode {
		switch c {
		case 'r', 'w', 'a', 'x':
			kinds++
			f.readable, f.writable, f.adds = c == 'r', c != 'r', c == 'a'
			flags |= map[rune]lang.FileFlags{'r': 0, 'w': lang.Create | lang.Truncate, 'a': lang.Create | lang.Append, 'x': lang.Create | lang.Exclusive}[c]
		case '+', 'b', 't':
		default:
			return nil, 0, py.Raise(py.ValueError, "invalid mode: '%s'", mode)
		}
	}
	if strings.Contains(mode, "b") && strings.Contains(mode, "t") {
		return nil, 0, py.Raise(py.ValueError, "can't have text and binary mode at once")
	}
	if kinds != 1 {
		return nil, 0, py.Raise(py.ValueError, "must have exactly one of create/read/write/append mode")
	}
	if strings.Contains(mode, "+") {
		f.readable, f.writable = true, true
	}
	if f.readable {
		flags |= lang.ForReading
	}
	if f.writable {
		flags |= lang.ForWriting
	}
	f.class = f.classOf()
	return f, flags, nil
}

func (f *file) classOf() *py.Class {
	switch {
	case f.text:
		return textClass()
	case f.readable && f.writable:
		return randomClass()
	case f.readable:
		return readerClass()
	}
	return writerClass()
}

// decoding sets how text is made of bytes.
func (f *file) decoding(encoding, errors, newline py.Object) error {
	for name, v := range map[string]py.Object{"encoding": encoding, "errors": errors, "newline": newline} {
		if v != nil && v != py.None && !f.text {
			return py.Raise(py.ValueError, "binary mode doesn't take %s argument", map[string]string{"encoding": "an encoding", "errors": "an errors", "newline": "a newline"}[name])
		}
	}
	f.encoding, f.errors, f.universal = "utf-8", "strict", true
	if encoding != nil && encoding != py.None {
		f.encoding = strings.ToLower(text(encoding))
		if f.encoding == "utf8" || f.encoding == "utf_8" {
			f.encoding = "utf-8"
		}
	}
	if errors != nil && errors != py.None {
		f.errors = text(errors)
	}
	if newline != nil && newline != py.None {
		f.universal, f.newline = false, text(newline)
		switch f.newline {
		case "", "\n", "\r", "\r\n":
		default:
			return py.Raise(py.ValueError, "illegal newline value: '%s'", f.newline)
		}
	}
	return nil
}

func textRepr(t *py.Thread, o py.Object) (py.Object, error) {
	f := self(o)
	name, err := t.Repr(f.name)
	if err != nil {
		return nil, err
	}
	return py.NewStr(fmt.Sprintf("<_io.TextIOWrapper name=%s mode='%s' encoding='%s'>", name, f.mode, f.encoding)), nil
}

func bytesRepr(c *py.Class) {
	c.Slots.Repr = func(t *py.Thread, o py.Object) (py.Object, error) {
		f := self(o)
		name, err := t.Repr(f.name)
		if err != nil {
			return nil, err
		}
		return py.NewStr(fmt.Sprintf("<_io.%s name=%s>", f.class.Name, name)), nil
	}
}

var stringSignature, bytesSignature = py.Sign("initial_value=, newline="), py.Sign("initial_bytes=")

func newStringIO(t *py.Thread, c *py.Class, a py.Args) (py.Object, error) {
	v, err := stringSignature.Bind("StringIO", a)
	if err != nil {
		return nil, err
	}
	f := &file{class: stringClass(), of: &memory{}, name: py.None, text: true, readable: true, writable: true, encoding: "utf-8", errors: "strict", newline: "\n"}
	if v[1] != nil {
		f.universal, f.newline = v[1] == py.None, text(v[1])
	}
	if v[0] != nil && v[0] != py.None {
		if _, ok := py.Native(v[0]).(*py.Str); !ok {
			return nil, py.Raise(py.TypeError, "initial_value must be str or None, not %s", v[0].Class().Name)
		}
		data, err := f.bytes(t, v[0])
		if err != nil {
			return nil, err
		}
		f.of = &memory{data}
	}
	return py.InstanceOf(c, f), nil
}

func newBytesIO(t *py.Thread, c *py.Class, a py.Args) (py.Object, error) {
	v, err := bytesSignature.Bind("BytesIO", a)
	if err != nil {
		return nil, err
	}
	f := &file{class: bytesClass(), of: &memory{}, name: py.None, readable: true, writable: true}
	if v[0] != nil && v[0] != py.None {
		data, err := f.bytes(t, v[0])
		if err != nil {
			return nil, err
		}
		f.of = &memory{append([]byte(nil), data...)}
	}
	return py.InstanceOf(c, f), nil
}

func getValue(t *py.Thread, a []py.Object) (py.Object, error) {
	f := self(a[0])
	if err := f.open(); err != nil {
		return nil, err
	}
	if err := f.flush(t); err != nil {
		return nil, err
	}
	data := f.of.(*memory).data
	if f.text {
		return py.NewStr(string(data)), nil
	}
	return py.NewBytes(string(data)), nil
}
