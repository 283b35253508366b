package pickle

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// save writes an object.
func (w *writer) save(x py.Object) error {
	if err := w.boundary(); err != nil {
		return err
	}
	if w.steps++; w.steps&0x3ff == 0 {
		if err := w.t.Poll(); err != nil {
			return err
		}
	}
	if len(w.out) > maxOutput {
		return py.NewExc(py.MemoryError)
	}
	if w.atom(x) || w.known(x) {
		return nil
	}
	switch v := x.(type) {
	case *py.Str:
		return w.text(v)
	case *py.Bytes:
		if w.proto >= 3 {
			return w.bytes(v)
		}
	}
	if err := w.t.EnterFor(" while pickling an object"); err != nil {
		return err
	}
	defer w.t.Leave()
	return w.compound(x)
}

// compound writes what has parts, or isn't plain.
func (w *writer) compound(x py.Object) error {
	switch v := x.(type) {
	case *py.Dict:
		return w.dict(v)
	case *py.List:
		return w.list(v)
	case *py.Tuple:
		return w.tuple(v)
	case *py.Set:
		if w.proto >= 4 {
			return w.set(v)
		}
	case *py.ByteArray:
		if w.proto >= 5 {
			data, _ := py.BytesOf(v)
			err := w.payload(func() { w.put64(opByteArray8, uint64(len(data))) }, data)
			if err == nil {
				w.memoize(v)
			}
			return err
		}
	}
	return w.notPlain(x)
}

// within calls f one deeper: as in CPython, a list or a dict counts twice.
func (w *writer) within(f func() error) error {
	if err := w.t.EnterFor(" while pickling an object"); err != nil {
		return err
	}
	defer w.t.Leave()
	return f()
}

func (w *writer) list(l *py.List) error {
	w.put(opEmptyList)
	w.memoize(l)
	if len(l.Items) == 0 {
		return nil
	}
	return w.within(func() error { return w.items(l) })
}

// items writes a list's items, which the program's functions may change meanwhile.
func (w *writer) items(l *py.List) error {
	if len(l.Items) == 1 {
		if err := w.save(l.Items[0]); err != nil {
			return err
		}
		w.put(opAppend)
		return nil
	}
	for i := 0; i < len(l.Items); {
		w.put(opMark)
		for n := 0; n < batchSize && i < len(l.Items); n++ {
			if err := w.save(l.Items[i]); err != nil {
				return err
			}
			i++
		}
		w.put(opAppends)
	}
	return nil
}

func (w *writer) dict(d *py.Dict) error {
	w.put(opEmptyDict)
	w.memoize(d)
	if d.Len() == 0 {
		return nil
	}
	attributes := w.state == d
	w.state = nil
	return w.within(func() error { return w.pairs(d, attributes) })
}

// interned is the one key for the name of an attribute: in CPython they are the same object
// in all instances.
func (w *writer) interned(key py.Object) py.Object {
	s, ok := key.(*py.Str)
	if !ok {
		return key
	}
	known := w.names[s.String()]
	if known == nil {
		known = s
		w.names[s.String()] = s
	}
	return known
}

// pairs writes a dict's keys and values. As in CPython, there is an empty batch after the
// last that is full.
func (w *writer) pairs(d *py.Dict, attributes bool) error {
	size := d.Len()
	var c py.Cursor
	next := func() (bool, error) {
		key, value := c.Next(d)
		if attributes {
			key = w.interned(key)
		}
		return w.pair(key, value)
	}
	if size == 1 {
		_, err := next()
		w.put(opSetItem)
		return err
	}
	for n := batchSize; n == batchSize; {
		w.put(opMark)
		for n = 0; n < batchSize; n++ {
			if more, err := next(); err != nil {
				return err
			} else if !more {
				break
			}
		}
		w.put(opSetItems)
		if d.Len() != size {
			return py.Raise(py.RuntimeError, "dictionary changed size during iteration")
		}
	}
	return nil
}

// pair reports whether there was one.
func (w *writer) pair(key, value py.Object) (bool, error) {
	if key == nil {
		return false, nil
	}
	if err := w.save(key); err != nil {
		return false, err
	}
	return true, w.save(value)
}

func (w *writer) tuple(tuple *py.Tuple) error {
	n := len(tuple.Items)
	if n == 0 {
		w.put(opEmptyTuple)
		return nil
	}
	short := n <= 3 && w.proto >= 2
	if !short {
		w.put(opMark)
	}
	if err := w.each(tuple.Items); err != nil {
		return err
	}
	if _, ok := w.memo[py.ID(tuple)]; ok { // it contains itself
		if short {
			w.put(slices.Repeat([]byte{opPop}, n)...)
		} else {
			w.put(opPopMark)
		}
		w.known(tuple)
		return nil
	}
	if short {
		w.put(byte(opTuple1 + n - 1))
	} else {
		w.put(opTuple)
	}
	w.memoize(tuple)
	return nil
}

func (w *writer) each(items []py.Object) error {
	for _, x := range items {
		if err := w.save(x); err != nil {
			return err
		}
	}
	return nil
}
