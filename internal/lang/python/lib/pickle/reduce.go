package pickle

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// notPlain writes an object that isn't plain: one of a program's class if it says how, and
// Python all others.
func (w *writer) notPlain(x py.Object) error {
	o, ok := x.(*py.Instance)
	if !ok || w.proto < 4 {
		return w.byPython(x)
	}
	registered, err := w.table.Get(w.t, o.Class())
	if err != nil {
		return err
	}
	if registered != nil {
		return w.byPython(x)
	}
	fn, err := w.t.GetAttr(x, "__reduce_ex__")
	if err != nil {
		return err
	}
	reduced, err := w.t.Call(fn, py.MakeInt(int64(w.proto)))
	if err != nil {
		return err
	}
	parts, ok := reduced.(*py.Tuple)
	if !ok || len(parts.Items) < 2 || len(parts.Items) > 6 {
		return w.byPython(x, reduced)
	}
	a := make([]py.Object, 7)
	a[0] = x
	copy(a[1:], parts.Items)
	_, err = w.saveReduce(w.t, a)
	return err
}

// byPython has Python write an object, of which __reduce_ex__ may have been asked.
func (w *writer) byPython(x py.Object, reduced ...py.Object) error {
	if w.other == nil {
		other, err := w.t.Call(w.make,
			py.NewBuiltin("save", "obj, /", func(_ *py.Thread, a []py.Object) (py.Object, error) { return py.None, w.save(a[0]) }),
			py.NewBuiltin("write", "data, /", w.writeData),
			py.NewBuiltin("memoize", "obj, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
				w.memoize(a[0])
				return py.None, nil
			}),
			py.NewBuiltin("save_reduce", "obj, func, args, state=, listitems=, dictitems=, setter=, /", w.saveReduce))
		if err != nil {
			return err
		}
		w.other = other
	}
	_, err := w.t.Call(w.other, append([]py.Object{x}, reduced...)...)
	return err
}

func (w *writer) writeData(_ *py.Thread, a []py.Object) (py.Object, error) {
	data, ok := py.BytesLike(a[0])
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[0].Class().FullName())
	}
	if len(w.out)+len(data) > maxOutput {
		return nil, py.NewExc(py.MemoryError)
	}
	w.begin()
	w.out = append(w.out, data...)
	return py.None, nil
}

// fail is a PicklingError.
func fail(t *py.Thread, class, text string) error {
	c, err := t.FromModule("pickle", class)
	if err != nil {
		return err
	}
	e, err := t.Call(c, py.NewStr(text))
	if err != nil {
		return err
	}
	if exc, ok := e.(*py.Exc); ok {
		return exc
	}
	return py.Raise(py.TypeError, "exceptions must derive from BaseException")
}

func (w *writer) fail(text string) error { return fail(w.t, "PicklingError", text) }

// saveReduce writes an object by the items of the tuple that its __reduce_ex__ has returned.
func (w *writer) saveReduce(_ *py.Thread, a []py.Object) (py.Object, error) {
	a = slices.Clone(a) // it may be the program's tuple
	for i := 3; i < len(a); i++ {
		if a[i] == py.None {
			a[i] = nil
		}
	}
	obj, state, setter := a[0], a[3], a[6]
	if err := w.check(a); err != nil {
		return nil, err
	}
	if err := w.call(obj, a[1], a[2]); err != nil {
		return nil, err
	}
	if _, ok := w.memo[py.ID(obj)]; ok { // it contains itself
		w.put(opPop)
		w.known(obj)
	} else {
		w.memoize(obj)
	}
	if err := w.parts(a[4], a[5]); err != nil {
		return nil, err
	}
	switch {
	case state == nil:
		return py.None, nil
	case setter == nil:
		w.state, _ = state.(*py.Dict)
		if err := w.save(state); err != nil {
			return nil, err
		}
		w.put(opBuild)
		return py.None, nil
	}
	if err := w.each([]py.Object{setter, obj, state}); err != nil {
		return nil, err
	}
	w.put(opTuple2, opReduce, opPop)
	return py.None, nil
}

// check is the error of a tuple whose items aren't what they are to be.
func (w *writer) check(a []py.Object) error {
	must := func(item, be string, got py.Object) error {
		text := item + " of the tuple returned by __reduce__ must be " + be
		if got != nil {
			text += ", not " + got.Class().FullName()
		}
		return w.fail(text)
	}
	if !py.Callable(a[1]) {
		return must("first item", "callable", nil)
	}
	if _, ok := py.Native(a[2]).(*py.Tuple); !ok {
		return must("second item", "a tuple", nil)
	}
	for i, item := range []string{"fourth element", "fifth element"} {
		if x := a[4+i]; x != nil && x.Class().Lookup("__next__") == nil {
			return must(item, "an iterator", x)
		}
	}
	if a[6] != nil && !py.Callable(a[6]) {
		return must("sixth element", "a function", a[6])
	}
	return nil
}

// call writes what makes the object anew.
func (w *writer) call(obj, fn, arguments py.Object) error {
	args := py.Native(arguments).(*py.Tuple)
	name, err := w.name(fn)
	if err != nil {
		return err
	}
	switch {
	case w.proto >= 4 && name == "__newobj_ex__":
		if len(args.Items) != 3 {
			return w.fail("length of the NEWOBJ_EX argument tuple must be exactly 3")
		}
		if err := w.each(args.Items); err != nil {
			return err
		}
		w.put(opNewObjEx)
		return nil
	case w.proto >= 2 && name == "__newobj__":
		return w.newObject(obj, args.Items)
	}
	if err := w.each([]py.Object{fn, arguments}); err != nil {
		return err
	}
	w.put(opReduce)
	return nil
}

func (w *writer) name(fn py.Object) (string, error) {
	name, err := w.t.Attr(fn, "__name__")
	if err != nil || name == nil {
		return "", err
	}
	if s, ok := name.(*py.Str); ok {
		return s.String(), nil
	}
	return "", nil
}

func (w *writer) newObject(obj py.Object, args []py.Object) error {
	if len(args) == 0 {
		return w.fail("__newobj__ arglist is empty")
	}
	class, err := w.t.GetAttr(obj, "__class__")
	if err != nil {
		return err
	}
	if class != args[0] {
		return w.fail("args[0] from __newobj__ args has the wrong class")
	}
	if err := w.each([]py.Object{args[0], py.NewTuple(args[1:]...)}); err != nil {
		return err
	}
	w.put(opNewObj)
	return nil
}

// parts writes the items and the pairs that iterators have.
func (w *writer) parts(items, pairs py.Object) error {
	if items != nil {
		err := w.batches(items, opAppend, opAppends, w.save)
		if err != nil {
			return err
		}
	}
	if pairs == nil {
		return nil
	}
	return w.batches(pairs, opSetItem, opSetItems, func(x py.Object) error {
		pair, ok := py.Native(x).(*py.Tuple)
		if !ok || len(pair.Items) != 2 {
			return py.Raise(py.TypeError, "dict items iterator must return 2-tuples")
		}
		return w.each(pair.Items)
	})
}

// batches writes what an iterator has, one by the instruction one, and more by many.
func (w *writer) batches(it py.Object, one, many byte, save func(py.Object) error) error {
	it, err := w.t.Iter(it)
	if err != nil {
		return err
	}
	for n := batchSize; n == batchSize; {
		first, err := w.t.Next(it)
		if err != nil || first == nil {
			return err
		}
		next, err := w.t.Next(it)
		if err != nil {
			return err
		}
		if next == nil {
			if err := save(first); err != nil {
				return err
			}
			w.put(one)
			return nil
		}
		w.put(opMark)
		if err := save(first); err != nil {
			return err
		}
		for n = 1; next != nil; {
			if err := save(next); err != nil {
				return err
			}
			if n++; n == batchSize {
				break
			}
			if next, err = w.t.Next(it); err != nil {
				return err
			}
		}
		w.put(many)
	}
	return nil
}
