package io

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// plainSize is an argument that may be left out.
func plainSize(t *py.Thread, x py.Object, otherwise int) (int, error) {
	if x == nil {
		return otherwise, nil
	}
	return t.Index(x)
}

// sizeOf is an argument that may be left out, or None.
func sizeOf(t *py.Thread, x py.Object, otherwise int) (int, error) {
	if x == nil || x == py.None {
		return otherwise, nil
	}
	n, err := t.SizeIndex(x)
	if py.Caught(err, py.TypeError) != nil {
		err = py.Raise(py.TypeError, "argument should be integer or None, not '%s'", x.Class().FullName())
	}
	return n, err
}

func read(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead("read"); err != nil {
		return nil, err
	}
	n, err := sizeOf(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	if n < -1 && (f.kind == readerKind || f.kind == randomKind) {
		return nil, py.Raise(py.ValueError, "read length must be non-negative or -1")
	}
	if f.text {
		f.iterating = false
	}
	if f.text && n >= 0 {
		return f.chars(t, n)
	}
	if n > maxMemory {
		n = -1
	}
	data, err := f.take(t, n)
	if err != nil {
		return nil, err
	}
	return f.value(t, data)
}

// read1 reads what is there, after one read at most.
func read1(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead("read1"); err != nil {
		return nil, err
	}
	size := plainSize
	if f.kind == bytesKind {
		size = sizeOf
	}
	n, err := size(t, a[1], -1)
	if err != nil {
		return nil, err
	}
	if _, ok := f.of.(*memory); ok && n < 0 {
		return readAll(t, f, nil)
	}
	if len(f.ahead) == 0 && n != 0 {
		if _, err := f.fill(t); err != nil {
			return nil, err
		}
	}
	if n < 0 || n > len(f.ahead) {
		n = len(f.ahead)
	}
	return f.value(t, f.consume(n))
}

func readAll(t *py.Thread, f *file, _ []py.Object) (py.Object, error) {
	return read(t, f, []py.Object{f, nil})
}

func readLine(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead("readline"); err != nil {
		return nil, err
	}
	size := sizeOf
	if f.kind == textKind {
		size = plainSize
	}
	n, err := size(t, a[1], -1)
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
	f := py.Native(o).(*file)
	if err := f.canRead("readline"); err != nil {
		return nil, err
	}
	if err := t.Poll(); err != nil {
		return nil, err
	}
	line, err := f.line(t, -1)
	f.iterating = err == nil && len(line) > 0 && f.kind == textKind
	if err != nil || len(line) == 0 {
		return nil, err
	}
	return f.value(t, line)
}

func readLines(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	hint, err := f.hint(t, a[1])
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

// hint is how much readlines is to read, less than 1 for all.
func (f *file) hint(t *py.Thread, x py.Object) (int, error) {
	if f.kind != bytesKind || x == nil || x == py.None {
		return sizeOf(t, x, -1)
	}
	n, err := t.Index(x)
	if py.Caught(err, py.TypeError) != nil {
		err = py.Raise(py.TypeError, "integer argument expected, got '%s'", x.Class().FullName())
	}
	return n, err
}

func readInto(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if err := f.canRead("readinto"); err != nil {
		return nil, err
	}
	to := py.Writable(a[1])
	if to == nil {
		return nil, py.Raise(py.TypeError, "readinto() argument must be read-write bytes-like object, not %s", py.ArgClass(a[1]))
	}
	data, err := f.take(t, len(to))
	if err != nil {
		return nil, err
	}
	return py.MakeInt(int64(copy(py.Writable(a[1]), data))), nil
}

// peek shows what comes next, however much is asked for.
func peek(t *py.Thread, f *file, a []py.Object) (py.Object, error) {
	if a[1] != nil {
		if _, err := t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	if err := f.canRead("peek"); err != nil {
		return nil, err
	}
	if len(f.ahead) == 0 {
		if _, err := f.fill(t); err != nil {
			return nil, err
		}
	}
	return py.NewBytes(string(f.ahead)), nil
}
