package re

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/machine"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

const where = "string, pos=0, endpos=9223372036854775807"

var patternMethods = py.MethodTable{
	{Name: "match", Signature: where, Fn: finder(machine.Match)},
	{Name: "fullmatch", Signature: where, Fn: finder(machine.Full)},
	{Name: "search", Signature: where, Fn: finder(machine.Search)},
	{Name: "findall", Signature: where, Fn: findAll},
	{Name: "finditer", Signature: where, Fn: findIter},
	{Name: "scanner", Signature: where, Fn: newScanner},
	{Name: "split", Signature: "string, maxsplit=0", Fn: split},
	{Name: "sub", Signature: "repl, string, count=0", Fn: sub},
	{Name: "subn", Signature: "repl, string, count=0", Fn: subn},
	{Name: "__copy__", Signature: "", Fn: itself},
	{Name: "__deepcopy__", Signature: "memo, /", Fn: itself},
	{Name: "__reduce__", Signature: "", Fn: reduce},
	{Name: "__reduce_ex__", Signature: "protocol, /", Fn: reduce},
}

func itself(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }

// reduce says how a copy of the pattern is made: by compiling it again.
func reduce(t *py.Thread, a []py.Object) (py.Object, error) {
	p := a[0].(*Pattern)
	m, err := t.Import("re", py.NewDict(), nil, 0)
	if err != nil {
		return nil, err
	}
	fn, err := t.GetAttr(m, "compile")
	return py.NewTuple(fn, py.NewTuple(p.source, py.MakeInt(int64(p.tree.Flags)))), err
}

func finder(mode machine.Mode) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		b, err := a[0].(*Pattern).begin(t, a[1], a[2], a[3])
		if err != nil {
			return nil, err
		}
		defer b.m.Release()
		ok, err := b.find(t, mode)
		if err != nil || !ok {
			return py.None, err
		}
		return b.match(), nil
	}
}

// findAll lists whole matches, or the group that there is, or tuples of groups.
func findAll(t *py.Thread, a []py.Object) (py.Object, error) {
	p := a[0].(*Pattern)
	b, err := p.begin(t, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	defer b.m.Release()
	list := py.NewList()
	empty := b.empty()
	for {
		ok, err := b.find(t, machine.Search)
		if err != nil || !ok {
			return list, err
		}
		switch groups := p.tree.Groups; groups {
		case 1, 2:
			list.Items = append(list.Items, b.group(groups-1, empty))
		default:
			items := make([]py.Object, groups-1)
			for i := range items {
				items[i] = b.group(i+1, empty)
			}
			list.Items = append(list.Items, py.NewTuple(items...))
		}
	}
}

// An iterator is what finditer returns.
type iterator struct{ search *search }

// Class returns the class callable_iterator.
func (*iterator) Class() *py.Class { return iteratorClass() }

var iteratorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("", "callable_iterator", nil, func(c *py.Class) {
		c.Sealed = true
		c.Slots.Next = func(t *py.Thread, o py.Object) (py.Object, error) {
			b := o.(*iterator).search
			ok, err := b.find(t, machine.Search)
			if err != nil || !ok {
				return nil, err
			}
			return b.match(), nil
		}
	})
})

func findIter(t *py.Thread, a []py.Object) (py.Object, error) {
	b, err := a[0].(*Pattern).begin(t, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	return &iterator{b}, nil
}

// A scanner is what the method of this name returns.
type scanner struct{ search *search }

// Class returns the class SRE_Scanner.
func (*scanner) Class() *py.Class { return scannerClass() }

var scannerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_sre", "SRE_Scanner", nil, func(c *py.Class) {
		c.Sealed = true
		c.AddMethods(py.MethodTable{
			{Name: "match", Fn: scan(machine.Match)},
			{Name: "search", Fn: scan(machine.Search)},
		})
		c.AddGetSets(attribute("pattern", func(_ *py.Thread, s *scanner) (py.Object, error) { return s.search.p, nil }))
	})
})

func newScanner(t *py.Thread, a []py.Object) (py.Object, error) {
	b, err := a[0].(*Pattern).begin(t, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	return &scanner{b}, nil
}

func scan(mode machine.Mode) py.GoFunc {
	return func(t *py.Thread, a []py.Object) (py.Object, error) {
		b := a[0].(*scanner).search
		ok, err := b.find(t, mode)
		if err != nil || !ok {
			return py.None, err
		}
		return b.match(), nil
	}
}

func split(t *py.Thread, a []py.Object) (py.Object, error) {
	p := a[0].(*Pattern)
	b, err := p.begin(t, a[1], nil, nil)
	if err != nil {
		return nil, err
	}
	defer b.m.Release()
	limit, err := number(t, a[2])
	if err != nil {
		return nil, err
	}
	list := py.NewList()
	last := int32(0)
	for n := 0; limit == 0 || n < limit; n++ {
		ok, err := b.find(t, machine.Search)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		list.Items = append(list.Items, b.s.part(last, b.m.Places[0]))
		for i := 1; i < p.tree.Groups; i++ {
			list.Items = append(list.Items, b.group(i, py.None))
		}
		last = b.m.Places[1]
	}
	list.Items = append(list.Items, b.s.part(last, int32(len(b.s.text))))
	return list, nil
}

// number is an argument that may be left out, which is 0.
func number(t *py.Thread, x py.Object) (int, error) {
	if x == nil {
		return 0, nil
	}
	return small(t, x, "C ssize_t")
}

// small is an int that fits into 64 bits.
func small(t *py.Thread, x py.Object, what string) (int, error) {
	v, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	i, ok := v.(py.Int)
	if !ok {
		return 0, py.Raise(py.OverflowError, "Python int too large to convert to %s", what)
	}
	return int(i), nil
}
