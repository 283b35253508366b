package py

import (
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

var iterableSig = Sign("iterable=, /")

func setupLists() {
	c := ListClass
	s := &c.Slots
	s.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return ofClass(cls, &List{}), nil }
	s.Init = initList
	s.Repr = reprList
	s.Len = func(_ *Thread, o Object) (int, error) { return len(asList(o).Items), nil }
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) {
		a := asList(x)
		b, ok := Native(y).(*List)
		if !ok {
			return NotImplemented, nil
		}
		return t.compareItems(op, a.items, b.items)
	}
	s.Contains = func(t *Thread, o, item Object) (bool, error) {
		i, err := t.containsItem(asList(o).items, item)
		return i >= 0, err
	}
	s.Iter = func(_ *Thread, o Object) (Object, error) { return &listIterator{list: asList(o)}, nil }
	s.Reversed = func(_ *Thread, o Object) (Object, error) {
		l := asList(o)
		return &listReverser{list: l, at: len(l.Items) - 1}, nil
	}
	s.GetItem, s.SetItem, s.DelItem = listGetItem, listSetItem, listDelItem
	s.Binary[ast.Add] = listConcat
	s.Binary[ast.Mult] = listRepeat
	s.Reflected[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return listRepeat(t, y, x) }
	s.Inplace[ast.Add] = func(t *Thread, x, y Object) (Object, error) { return x, t.extend(asList(x), y) }
	s.Inplace[ast.Mult] = func(t *Thread, x, y Object) (Object, error) {
		l := asList(x)
		n, ok, err := t.repeatCount(y)
		if !ok || err != nil {
			return NotImplemented, err
		}
		items, err := t.repeatItems(l.Items, n)
		if err == nil {
			l.Items = items
		}
		return x, err
	}
	c.unhashable()
	c.genericAlias()
	c.addMethods(listMethods())
}

func asList(o Object) *List { return Native(o).(*List) }

func (l *List) items() []Object { return l.Items }

func initList(t *Thread, self Object, a Args) error {
	l := asList(self)
	if self.Class() == ListClass && len(a.Names) > 0 {
		return Raise(TypeError, "list() takes no keyword arguments")
	}
	v, err := iterableSig.bind("list", a, 0)
	if err != nil {
		return err
	}
	l.Items = nil
	if v[0] == nil {
		return nil
	}
	return t.extend(l, v[0])
}

func reprList(t *Thread, o Object) (Object, error) {
	l := asList(o)
	return t.reprGuarded(l, "[...]", func() (string, error) { return t.reprItems("[", l.items, "]") })
}

// extend adds an iterable's values to the end of a list, one by one.
func (t *Thread) extend(l *List, x Object) error {
	if _, plain := x.(*List); !plain && Native(x) == Object(l) { // one by one would have no end
		items, err := t.Collect(x)
		l.Items = append(l.Items, items...)
		return err
	}
	switch v := x.(type) {
	case *List:
		l.Items = append(l.Items, v.Items...)
		return nil
	case *Tuple:
		l.Items = append(l.Items, v.Items...)
		return nil
	}
	if err := tooManyItems(x); err != nil {
		return err
	}
	if l.Items == nil {
		if n := sizeOf(x); n > 0 {
			l.Items = make([]Object, 0, n)
		}
	}
	switch v := x.(type) {
	case *Bytes, *ByteArray:
		l.Items = appendBytes(l.Items, v)
		return nil
	}
	return t.eachHinted(x, func(v Object) error {
		l.Items = append(l.Items, v)
		return nil
	})
}

// tooManyItems is an error where a range, text or bytes have more items than a list may.
func tooManyItems(x Object) error {
	const most = maxBytes / 16
	switch v := x.(type) {
	case *Range:
		if v.Len > most {
			return NewExc(MemoryError)
		}
	case *rangeIterator:
		if v.left > most {
			return NewExc(MemoryError)
		}
	case *bigRange:
		return tooMany(v.length())
	case *bigRangeIterator:
		return tooMany(v.left)
	case *Bytes, *ByteArray:
		if b, _ := bytesLike(v); len(b) > most {
			return NewExc(MemoryError)
		}
	case *Str:
		if len(v.s) > most && v.Len() > most {
			return NewExc(MemoryError)
		}
	}
	return nil
}

func tooMany(n *big.Int) error {
	if !n.IsInt64() {
		return Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	if n.Int64() > maxBytes/16 {
		return NewExc(MemoryError)
	}
	return nil
}

// appendBytes appends the ints that bytes are.
func appendBytes(items []Object, x Object) []Object {
	b, _ := bytesLike(x)
	for i := range len(b) {
		items = append(items, MakeInt(int64(b[i])))
	}
	return items
}

// sizeOf is how many values a built-in iterable is about to give, as far as that is known
// without asking the program; at most a million of what isn't bytes.
func sizeOf(x Object) int {
	n := 0
	switch v := x.(type) {
	case *Range:
		n = int(v.Len)
	case *Dict:
		n = v.used
	case *Set:
		n = v.used
	case *dictView:
		n = v.d.used
	case *Str:
		n = len(v.s)
	case *Bytes, *ByteArray: // which are in memory
		b, _ := bytesLike(v)
		return len(b)
	}
	return min(n, 1<<20)
}

func listGetItem(t *Thread, o, key Object) (Object, error) {
	l := asList(o)
	if s, ok := key.(*Slice); ok {
		p, err := t.listSpan(l, s)
		if err != nil {
			return nil, err
		}
		return &List{p.of(l.Items)}, nil
	}
	i, err := t.itemIndex(key, len(l.Items), "list", "list index out of range")
	if err != nil {
		return nil, err
	}
	if i >= len(l.Items) { // __index__ has changed it
		return nil, Raise(IndexError, "list index out of range")
	}
	return l.Items[i], nil
}

func listSetItem(t *Thread, o, key, v Object) error {
	l := asList(o)
	if s, ok := key.(*Slice); ok {
		return t.setListSlice(l, s, v)
	}
	i, err := t.itemIndex(key, len(l.Items), "list", "list assignment index out of range")
	if err != nil {
		return err
	}
	if i >= len(l.Items) {
		return Raise(IndexError, "list assignment index out of range")
	}
	l.Items[i] = v
	return nil
}

func (t *Thread) setListSlice(l *List, s *Slice, v Object) error {
	p, err := t.listSpan(l, s)
	if err != nil {
		return err
	}
	plain := s.Step == None || p.step == 1
	if !isIterable(v) {
		if plain {
			return Raise(TypeError, "can only assign an iterable")
		}
		return Raise(TypeError, "must assign iterable to extended slice")
	}
	if v.Class().Heap {
		if v, err = t.Iter(v); err != nil {
			return err
		}
	}
	values, err := t.Collect(v)
	if err != nil {
		return err
	}
	if plain {
		p.start = min(p.start, len(l.Items)) // what was iterated over may have changed it
		p.count = min(p.count, len(l.Items)-p.start)
		l.replace(p.start, p.start+p.count, values)
		return nil
	}
	if len(values) != p.count {
		return Raise(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(values), p.count)
	}
	for i, at := 0, p.start; i < p.count && at < len(l.Items); i, at = i+1, at+p.step {
		l.Items[at] = values[i]
	}
	return nil
}

// listSpan is a slice of a list as it is once the bounds are known: __index__ may change it.
func (t *Thread) listSpan(l *List, s *Slice) (span, error) {
	plain := *s
	for _, b := range []*Object{&plain.Step, &plain.Start, &plain.Stop} {
		if plain.Step == Int(0) {
			break // which is an error before those of the others
		}
		switch (*b).(type) {
		case Int, *noneType:
			continue
		}
		i, err := t.sliceIndex(*b)
		if err != nil {
			return span{}, err
		}
		*b = Int(i)
	}
	return t.span(&plain, len(l.Items))
}

// replace has values in the place of the items from lo to before hi.
func (l *List) replace(lo, hi int, values []Object) {
	n := len(l.Items)
	grown := n - (hi - lo) + len(values)
	if grown <= n {
		copy(l.Items[lo:], values)
		copy(l.Items[lo+len(values):], l.Items[hi:])
		clear(l.Items[grown:])
		l.Items = l.Items[:grown]
		return
	}
	for range grown - n {
		l.Items = append(l.Items, nil)
	}
	copy(l.Items[lo+len(values):], l.Items[hi:n])
	copy(l.Items[lo:], values)
}

func listDelItem(t *Thread, o, key Object) error {
	l := asList(o)
	s, ok := key.(*Slice)
	if !ok {
		i, err := t.itemIndex(key, len(l.Items), "list", "list assignment index out of range")
		if err != nil {
			return err
		}
		if i >= len(l.Items) { // __index__ has changed it
			return Raise(IndexError, "list assignment index out of range")
		}
		l.replace(i, i+1, nil)
		return nil
	}
	p, err := t.listSpan(l, s)
	if err != nil || p.count == 0 {
		return err
	}
	if p.step < 0 { // the same from the other end
		p.start, p.step = p.start+(p.count-1)*p.step, -p.step
	}
	if p.step == 1 {
		l.replace(p.start, p.start+p.count, nil)
		return nil
	}
	to, next := p.start, p.start
	for i := p.start; i < len(l.Items); i++ {
		if i == next && p.count > 0 {
			p.count--
			next += p.step
			continue
		}
		l.Items[to] = l.Items[i]
		to++
	}
	clear(l.Items[to:])
	l.Items = l.Items[:to]
	return nil
}

func listConcat(_ *Thread, x, y Object) (Object, error) {
	a, ok := Native(x).(*List)
	b, ok2 := Native(y).(*List)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	items := make([]Object, len(a.Items)+len(b.Items))
	copy(items[copy(items, a.Items):], b.Items)
	return &List{items}, nil
}

func listRepeat(t *Thread, x, y Object) (Object, error) {
	l, ok := Native(x).(*List)
	if !ok {
		return NotImplemented, nil
	}
	n, ok, err := t.repeatCount(y)
	if !ok || err != nil {
		return NotImplemented, err
	}
	items, err := t.repeatItems(l.Items, n)
	return &List{items}, err
}
