package py

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// sequenceBuiltins are the built-in functions of this file.
func sequenceBuiltins() MethodTable {
	return MethodTable{
		{"min", "*args, key=, default=", builtinMin, ""},
		{"max", "*args, key=, default=", builtinMax, ""},
		{"sum", "iterable=, /, start=0", builtinSum, ""},
		{"any", "iterable, /", builtinAny, ""},
		{"all", "iterable, /", builtinAll, ""},
		{"sorted", "*args, key=, reverse=", builtinSorted, ""},
		{"len", "obj, /", builtinLen, ""},
		{"iter", "object, sentinel=, /", builtinIter, ""},
		{"next", "iterator, default=, /", builtinNext, ""},
	}
}

func builtinMin(t *Thread, a []Object) (Object, error) { return t.extreme("min", LT, a) }
func builtinMax(t *Thread, a []Object) (Object, error) { return t.extreme("max", GT, a) }

// extreme is min or max: a has key, default and the positional arguments.
func (t *Thread) extreme(name string, op Cmp, a []Object) (Object, error) {
	key, otherwise, args := a[0], a[1], a[2].(*Tuple)
	if key == None {
		key = nil
	}
	var from Object = args
	switch {
	case len(args.Items) == 0:
		return nil, Raise(TypeError, "%s expected at least 1 argument, got 0", name)
	case len(args.Items) == 1:
		from = args.Items[0]
	case otherwise != nil:
		return nil, Raise(TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
	}
	var best, bestKey Object
	err := t.Each(from, func(v Object) error {
		k := v
		if key != nil {
			var err error
			if k, err = t.Call(key, v); err != nil {
				return err
			}
		}
		better := best == nil
		if !better {
			var err error
			if better, err = t.CompareBool(op, k, bestKey); err != nil {
				return err
			}
		}
		if better {
			best, bestKey = v, k
		}
		return nil
	})
	if err != nil || best != nil {
		return best, err
	}
	if otherwise == nil {
		return nil, Raise(ValueError, "%s() arg is an empty sequence", name)
	}
	return otherwise, nil
}

// builtinSum is sum: ints and floats are added without Objects as far as they go.
func builtinSum(t *Thread, a []Object) (Object, error) {
	if a[0] == nil {
		return nil, Raise(TypeError, "sum() takes at least 1 positional argument (0 given)")
	}
	total := a[1]
	if total == nil {
		total = MakeInt(0)
	}
	switch Native(total).Class() {
	case StrClass:
		return nil, Raise(TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case BytesClass:
		return nil, Raise(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case ByteArrayClass:
		return nil, Raise(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	err := t.Each(a[0], func(v Object) error {
		switch x := total.(type) {
		case Int:
			if y, ok := v.(Int); ok {
				if z := x + y; (z > x) == (y > 0) {
					total = z
					return nil
				}
			}
		case Float:
			switch y := v.(type) {
			case Float:
				total = x + y
				return nil
			case Int:
				if math.Abs(float64(y)) < 1<<53 {
					total = x + Float(y)
					return nil
				}
			}
		}
		var err error
		total, err = t.Binary(ast.Add, total, v)
		return err
	})
	return total, err
}

func builtinAny(t *Thread, a []Object) (Object, error) { return t.firstThat(a[0], true) }
func builtinAll(t *Thread, a []Object) (Object, error) { return t.firstThat(a[0], false) }

// firstThat returns Of(is) at the first value whose truth is is, else the opposite.
func (t *Thread) firstThat(x Object, is bool) (Object, error) {
	it, err := t.Iter(x)
	if err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		v, err := t.Next(it)
		if v == nil || err != nil {
			return Of(!is), err
		}
		b, err := t.Truth(v)
		if b == is || err != nil {
			return Of(is), err
		}
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}

func builtinSorted(t *Thread, a []Object) (Object, error) {
	args := a[2].(*Tuple).Items
	if len(args) != 1 {
		return nil, Raise(TypeError, "sorted expected 1 argument, got %d", len(args))
	}
	items, err := t.Collect(args[0])
	if err != nil {
		return nil, err
	}
	reverse, err := t.sortReverse(a[1])
	if err != nil {
		return nil, err
	}
	l := &List{items}
	return l, t.sortItems(items, a[0], reverse)
}

// builtinNext hands on the StopIteration of a program's own iterator as it is.
func builtinNext(t *Thread, a []Object) (Object, error) {
	it := a[0]
	if c := it.Class(); c.Heap {
		if v, found, err := t.callSpecial(it, "__next__"); found {
			if Caught(err, StopIteration) != nil && a[1] != nil {
				return a[1], nil
			}
			return v, err
		}
	}
	t.ended = nil
	v, result, err := t.Advance(it, None)
	if v == nil && err == nil {
		switch {
		case a[1] != nil:
			return a[1], nil
		case t.ended != nil && passesOn(it):
			return nil, t.ended
		}
	}
	return stepped(v, result, err)
}

// passesOn is whether an iterator ends with the exception that the one below it ends with.
func passesOn(it Object) bool {
	switch it.(type) {
	case *enumerator, *mapper, *zipper, *filterer:
		return true
	}
	return false
}
