package io

import (
	"cmp"
	"fmt"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A kind is which of the classes a file is of.
type kind int

const (
	textKind kind = iota
	readerKind
	writerKind
	randomKind
	rawKind
	stringKind
	bytesKind
)

// The classes of files, by kind; the abstract ones are in io.py. They are made by the first
// New and never change.
var (
	classes     [bytesKind + 1]*py.Class
	classesOnce sync.Once
)

func makeClasses() {
	classes[textKind] = py.DefineClass("_io", "TextIOWrapper", py.StreamClass, textMembers)
	for k, name := range map[kind]string{readerKind: "BufferedReader", writerKind: "BufferedWriter", randomKind: "BufferedRandom"} {
		classes[k] = bufferClass(k, name)
	}
	classes[rawKind] = py.DefineClass("_io", "FileIO", nil, func(c *py.Class) {
		common(c)
		named(c)
		initialized(c, rawKind, newFileIO)
		c.Slots.Repr = rawRepr
		c.AddMethods(table(entry{"readall", "", readAll}, readIntoEntry))
		attr(c, "mode", func(f *file) py.Object { return py.NewStr(f.mode) })
		attr(c, "closefd", func(f *file) py.Object { return py.Of(!f.keepOpen) })
	})
	classes[stringKind] = py.DefineClass("_io", "StringIO", nil, func(c *py.Class) {
		common(c)
		initialized(c, stringKind, newStringIO)
		keepsState(c)
		c.AddMethods(table(entry{"getvalue", "", getValue}))
		c.AddGetSets(&py.GetSet{Name: "newlines", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
			f := py.Native(o).(*file)
			return f.ends.object(), f.usable()
		}})
		attr(c, "encoding", func(*file) py.Object { return py.None })
		attr(c, "errors", func(*file) py.Object { return py.None })
		attr(c, "line_buffering", func(*file) py.Object { return py.False })
	})
	classes[bytesKind] = py.DefineClass("_io", "BytesIO", nil, func(c *py.Class) {
		common(c)
		initialized(c, bytesKind, newBytesIO)
		keepsState(c)
		c.AddMethods(table(entry{"getvalue", "", getValue}, entry{"getbuffer", "", getBuffer}, readIntoEntry, read1Entry, readInto1Entry))
	})
}

func textMembers(c *py.Class) {
	common(c)
	named(c)
	initialized(c, textKind, wrapText)
	c.Slots.Repr = textRepr
	c.AddMethods(table(entry{"reconfigure", "*, encoding=, errors=, newline=, line_buffering=, write_through=", reconfigure}))
	attr(c, "encoding", func(f *file) py.Object { return py.NewStr(f.encoding) })
	attr(c, "errors", func(f *file) py.Object { return py.NewStr(f.errors) })
	attr(c, "newlines", func(f *file) py.Object { return f.ends.object() })
	attr(c, "line_buffering", func(f *file) py.Object { return py.Of(f.lineBuffered) })
	attr(c, "write_through", func(*file) py.Object { return py.False })
	c.AddGetSets(&py.GetSet{Name: "_CHUNK_SIZE", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
		return py.MakeInt(int64(cmp.Or(py.Native(o).(*file).chunk, plainChunk))), nil
	}, Set: setChunk})
	attr(c, "buffer", func(f *file) py.Object { return f.buffer() })
	c.AddGetSets(&py.GetSet{Name: "mode", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
		if f := py.Native(o).(*file); f.shown == nil {
			return py.NewStr(f.mode), nil
		}
		return py.Native(o).(*file).shown, nil
	}, Set: func(_ *py.Thread, o, v py.Object) error { py.Native(o).(*file).shown = v; return nil }})
}

// plainChunk is what a text's _CHUNK_SIZE says before it is set.
const plainChunk = 8192

func setChunk(t *py.Thread, o, v py.Object) error {
	if v == nil {
		return py.Raise(py.AttributeError, "cannot delete attribute")
	}
	n, err := t.Index(v)
	if err != nil {
		return err
	}
	if n <= 0 {
		return py.Raise(py.ValueError, "a strictly positive integer is required")
	}
	py.Native(o).(*file).chunk = int(min(n, readRoom))
	return nil
}

func bufferClass(k kind, name string) *py.Class {
	return py.DefineClass("_io", name, nil, func(c *py.Class) {
		common(c)
		named(c)
		initialized(c, k, newBuffered(k, name))
		c.Slots.Repr = bufferRepr
		c.AddMethods(table(read1Entry, readIntoEntry, readInto1Entry))
		if k != writerKind {
			c.AddMethods(table(entry{"peek", "size=0, /", peek}))
		}
		attr(c, "raw", func(f *file) py.Object {
			if f.below != nil {
				return f.below
			}
			if w, ok := f.of.(*wrapped); ok {
				return w.of
			}
			return f.view(rawKind, rawMode(f.mode))
		})
		attr(c, "mode", func(f *file) py.Object { return py.NewStr(f.mode) })
	})
}

// view is the same file as another object.
func (f *file) view(k kind, mode string) *file { return &file{kind: k, core: f.core, mode: mode} }

// buffer is what a text file reads and writes its bytes by.
func (f *file) buffer() py.Object {
	if f.below != nil {
		return f.below
	}
	if w, ok := f.of.(*wrapped); ok {
		return w.of
	}
	return f.view(f.kindOfBytes(), rawMode(f.mode))
}

func (f *file) kindOfBytes() kind {
	if _, ok := f.of.(*memory); ok {
		return bytesKind
	}
	switch {
	case f.readable && f.writable:
		return randomKind
	case f.readable:
		return readerKind
	}
	return writerKind
}

// What files of bytes have beside.
var (
	read1Entry     = entry{"read1", "size=-1, /", read1}
	readIntoEntry  = entry{"readinto", "buffer, /", readInto}
	readInto1Entry = entry{"readinto1", "buffer, /", readInto}
)

type entry struct {
	name, signature string
	fn              func(t *py.Thread, f *file, a []py.Object) (py.Object, error)
}

func table(list ...entry) py.MethodTable {
	t := make(py.MethodTable, len(list))
	for i, m := range list {
		t[i].Name, t[i].Signature = m.name, m.signature
		t[i].Fn = func(t *py.Thread, a []py.Object) (py.Object, error) { return m.fn(t, py.Native(a[0]).(*file), a) }
	}
	return t
}

func attr(c *py.Class, name string, get func(f *file) py.Object) {
	c.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return get(py.Native(o).(*file)), nil }})
}

// common has what all files do.
func common(c *py.Class) {
	c.AddDict()
	c.AddMethods(table(
		entry{"read", "size=-1, /", read}, entry{"readline", "size=-1, /", readLine},
		entry{"readlines", "hint=-1, /", readLines},
		entry{"write", "data, /", write}, entry{"writelines", "lines, /", writeLines}, entry{"flush", "", flush},
		entry{"close", "", func(t *py.Thread, f *file, _ []py.Object) (py.Object, error) { return py.None, f.close(t) }},
		entry{"seek", "offset, whence=0, /", seek}, entry{"tell", "", tell}, entry{"truncate", "size=, /", truncate},
		flag("readable", (*file).reads), flag("writable", (*file).writes),
		flag("seekable", func(f *file) bool { return !f.unseekable }), flag("isatty", func(*file) bool { return false }),
		entry{"fileno", "", fileNumber}, entry{"detach", "", detach},
	))
	t := table(entry{"__enter__", "", nil}, entry{"__exit__", "*args", exit})
	t[0].Fn = func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], py.Native(a[0]).(*file).usable() }
	c.AddWholeMethods(t)
	c.Slots.Next = next
	attr(c, "closed", func(f *file) py.Object { return py.Of(f.closed) })
}

func flag(name string, get func(f *file) bool) entry {
	return entry{name, "", func(_ *py.Thread, f *file, _ []py.Object) (py.Object, error) {
		if err := f.usable(); err != nil {
			return nil, err
		}
		return py.Of(get(f)), nil
	}}
}

// exit calls the file's close, which a program's subclass may have.
func exit(t *py.Thread, _ *file, a []py.Object) (py.Object, error) {
	_, err := t.CallMethod(a[0], "close")
	return py.None, err
}

func fileNumber(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if err := f.usable(); err != nil {
		return nil, err
	}
	switch of := f.of.(type) {
	case *memory:
		return nil, py.Raise(py.UnsupportedOperation, "fileno")
	case *wrapped:
		return of.call(t, "fileno")
	}
	return py.MakeInt(int64(stateOf(t).number(f.core))), nil
}

func detach(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	if !f.text || f.kind == stringKind {
		return nil, py.Raise(py.UnsupportedOperation, "detach")
	}
	if err := f.usable(); err != nil {
		return nil, err
	}
	err := f.flush(t)
	f.detached = true
	return f.buffer(), err
}

func textRepr(t *py.Thread, o py.Object) (py.Object, error) {
	f := py.Native(o).(*file)
	text := "<_io.TextIOWrapper"
	if f.name != nil {
		name, err := t.Repr(f.name)
		if err != nil {
			return nil, err
		}
		text += " name=" + name.String()
	}
	if f.mode != "" {
		text += " mode='" + f.mode + "'"
	}
	return py.NewStr(text + fmt.Sprintf(" encoding='%s'>", f.encoding)), nil
}

func bufferRepr(t *py.Thread, o py.Object) (py.Object, error) {
	f := py.Native(o).(*file)
	if f.name == nil {
		return py.NewStr("<_io." + f.Class().Name + ">"), nil
	}
	name, err := t.Repr(f.name)
	if err != nil {
		return nil, err
	}
	return py.NewStr(fmt.Sprintf("<_io.%s name=%s>", f.Class().Name, name)), nil
}

func rawRepr(t *py.Thread, o py.Object) (py.Object, error) {
	f := py.Native(o).(*file)
	if f.closed {
		return py.NewStr("<_io.FileIO [closed]>"), nil
	}
	name, err := t.Repr(py.OrNone(f.name))
	if err != nil {
		return nil, err
	}
	closes := "True"
	if f.keepOpen {
		closes = "False"
	}
	return py.NewStr(fmt.Sprintf("<_io.FileIO name=%s mode='%s' closefd=%s>", name, f.mode, closes)), nil
}

// named gives a class of files the name that they were opened with.
func named(c *py.Class) {
	c.AddGetSets(&py.GetSet{Name: "name", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
		f := py.Native(o).(*file)
		if f.name == nil {
			return nil, py.Raise(py.AttributeError, "'%s' object has no attribute 'name'", "_io."+f.Class().Name)
		}
		return f.name, nil
	}})
}
