package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// A Deque is a collections.deque: a ring of items.
type Deque struct {
	ring    []Object // a power of two long, or nil
	head    int      // where the first item is
	n       int
	maxLen  int // -1 is none
	changes int // of the items' number or places: iterators compare it
}

// DequeClass is the class deque of the module collections.
var DequeClass = newNative("deque")

var (
	dequeIteratorClass = newNative("_deque_iterator")
	dequeReverserClass = newNative("_deque_reverse_iterator")
)

// DequeIteratorClasses are those of iterators over deques, in either direction.
func DequeIteratorClasses() [2]*Class { return [2]*Class{dequeIteratorClass, dequeReverserClass} }

// Class returns the class deque.
func (*Deque) Class() *Class { return DequeClass }

func asDeque(o Object) *Deque { return Native(o).(*Deque) }

func (d *Deque) at(i int) *Object { return &d.ring[(d.head+i)&(len(d.ring)-1)] }

// items are its items, in order.
func (d *Deque) items() []Object {
	list := make([]Object, d.n)
	for i := range list {
		list[i] = *d.at(i)
	}
	return list
}

// reset has it hold these items.
func (d *Deque) reset(items []Object) {
	size := 8
	for size < len(items) {
		size *= 2
	}
	d.ring, d.head, d.n = make([]Object, size), 0, len(items)
	copy(d.ring, items)
	d.changes++
}

func (d *Deque) grow() {
	if d.n == len(d.ring) {
		old := d.items()
		d.ring, d.head = make([]Object, max(8, 2*len(d.ring))), 0
		copy(d.ring, old)
	}
}

func (d *Deque) pushRight(v Object) {
	d.changes++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.popLeft()
	}
	d.grow()
	d.n++
	*d.at(d.n - 1) = v
}

func (d *Deque) pushLeft(v Object) {
	d.changes++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.popRight()
	}
	d.grow()
	d.head = (d.head - 1) & (len(d.ring) - 1)
	d.n++
	*d.at(0) = v
}

func (d *Deque) popRight() Object {
	p := d.at(d.n - 1)
	v := *p
	*p = nil
	d.n--
	d.changes++
	return v
}

func (d *Deque) popLeft() Object {
	p := d.at(0)
	v := *p
	*p = nil
	d.head = (d.head + 1) & (len(d.ring) - 1)
	d.n--
	d.changes++
	return v
}

func (d *Deque) extend(t *Thread, x Object, push func(Object)) error {
	if x == Object(d) || Native(x) == Object(d) {
		for _, v := range d.items() {
			push(v)
		}
		return nil
	}
	return t.Each(x, func(v Object) error {
		push(v)
		return nil
	})
}

func (d *Deque) copy() *Deque {
	c := &Deque{maxLen: d.maxLen}
	c.reset(d.items())
	return c
}

var dequeSig = Sign("iterable=, maxlen=")

func initDeque(t *Thread, self Object, a Args) error {
	v, err := dequeSig.bind("deque", a, 0)
	if err != nil {
		return err
	}
	d := asDeque(self)
	d.maxLen = -1
	if v[1] != nil && v[1] != None {
		if v[1].Class().Lookup("__index__") == nil {
			return Raise(TypeError, "an integer is required")
		}
		n, err := t.Index(v[1])
		if err != nil {
			return err
		}
		if n < 0 {
			return Raise(ValueError, "maxlen must be non-negative")
		}
		d.maxLen = n
	}
	d.reset(nil)
	if v[0] == nil {
		return nil
	}
	return d.extend(t, v[0], d.pushRight)
}

func setupDeques() {
	c := DequeClass
	c.Module, c.keep = "collections", true
	c.TakesSequencePatterns()
	s := &c.Slots
	s.New = func(_ *Thread, cls *Class, _ Args) (Object, error) { return NewOf(cls, &Deque{maxLen: -1}), nil }
	s.Init = initDeque
	s.Repr = reprDeque
	s.Len = func(_ *Thread, o Object) (int, error) { return asDeque(o).n, nil }
	s.Compare = compareDeques
	s.Contains = func(t *Thread, o, x Object) (bool, error) {
		i, err := t.dequeFind(asDeque(o), x, 0, -1)
		return i >= 0, err
	}
	s.Iter = func(_ *Thread, o Object) (Object, error) { return newDequeIterator(asDeque(o), false), nil }
	s.Reversed = func(_ *Thread, o Object) (Object, error) { return newDequeIterator(asDeque(o), true), nil }
	s.GetItem = func(t *Thread, o, key Object) (Object, error) {
		p, err := t.dequePlace(asDeque(o), key)
		if err != nil {
			return nil, err
		}
		return *p, nil
	}
	s.SetItem = func(t *Thread, o, key, v Object) error {
		p, err := t.dequePlace(asDeque(o), key)
		if err == nil {
			*p = v
		}
		return err
	}
	s.DelItem = func(t *Thread, o, key Object) error {
		d := asDeque(o)
		p, err := t.dequePlace(d, key)
		if err != nil {
			return err
		}
		for i := range d.n {
			if d.at(i) == p {
				d.remove(i)
				break
			}
		}
		return nil
	}
	s.Binary[ast.Add] = dequeConcat
	s.Binary[ast.Mult] = dequeRepeat
	s.Reflected[ast.Mult] = func(t *Thread, x, y Object) (Object, error) { return dequeRepeat(t, y, x) }
	s.Inplace[ast.Add] = func(t *Thread, x, y Object) (Object, error) {
		d := asDeque(x)
		return x, d.extend(t, y, d.pushRight)
	}
	s.Inplace[ast.Mult] = func(t *Thread, x, y Object) (Object, error) {
		if !hasIndex(y) {
			return NotImplemented, nil
		}
		return x, asDeque(x).repeat(t, y)
	}
	c.unhashable()
	c.genericAlias()
	c.addGetSets(&GetSet{Name: "maxlen", Get: func(_ *Thread, o Object) (Object, error) {
		if n := asDeque(o).maxLen; n >= 0 {
			return MakeInt(int64(n)), nil
		}
		return None, nil
	}})
	c.addMethods(dequeMethods())
	c.AddWholeMethods(MethodTable{{"copy", "", dequeCopy, ""}, {"__copy__", "", dequeCopy, ""}, {"__reduce__", "", dequeReduce, ""}})
	for _, k := range []*Class{dequeIteratorClass, dequeReverserClass} {
		k.addMethods(MethodTable{{"__reduce__", "", func(_ *Thread, a []Object) (Object, error) {
			it := a[0].(*dequeIterator)
			return NewTuple(k, NewTuple(it.d, MakeInt(int64(it.d.n-it.left)))), nil
		}, "What copies are made of."}})
		k.Module = "_collections"
		k.Sealed = true
		k.Slots.New = newIteratorOfDeque
		k.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*dequeIterator).Next() }
		k.lengthHint(func(o Object) int { return o.(*dequeIterator).left })
	}
}

func reprDeque(t *Thread, o Object) (Object, error) {
	d := asDeque(o)
	end := "])"
	if d.maxLen >= 0 {
		end = "], maxlen=" + Repr(t, MakeInt(int64(d.maxLen))) + ")"
	}
	return t.reprGuarded(d, "[...]", func() (string, error) {
		items := d.items()
		return t.reprItems(o.Class().Name+"([", func() []Object { return items }, end)
	})
}

func compareDeques(t *Thread, op Cmp, x, y Object) (Object, error) {
	a := asDeque(x)
	b, ok := Native(y).(*Deque)
	if !ok {
		return NotImplemented, nil
	}
	items, others := a.items(), b.items()
	return t.compareItems(op, func() []Object { return items }, func() []Object { return others })
}

// dequePlace is where an item is.
func (t *Thread) dequePlace(d *Deque, key Object) (*Object, error) {
	if key.Class() != BoolClass && key.Class().Lookup("__index__") == nil {
		return nil, Raise(TypeError, "sequence index must be integer, not '%s'", key.Class().fullName())
	}
	i, err := t.ItemIndex(key)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return nil, Raise(IndexError, "deque index out of range")
	}
	return d.at(i), nil
}

// remove takes out item i.
func (d *Deque) remove(i int) {
	items := d.items()
	d.reset(append(items[:i], items[i+1:]...))
}

// copyDeque copies by the class of what it copies. c is the copy's deque.
func (t *Thread) copyDeque(x Object) (v Object, c *Deque, err error) {
	d, class := asDeque(x), x.Class()
	switch {
	case !class.Heap:
		c = d.copy()
		return c, c, nil
	case d.maxLen < 0:
		v, err = t.Call(class, x)
	default:
		v, err = t.Call(class, x, MakeInt(int64(d.maxLen)))
	}
	if err != nil {
		return nil, nil, err
	}
	c, ok := Native(v).(*Deque)
	if !ok {
		return nil, nil, Raise(TypeError, "%s() must return a deque, not %s", class.fullName(), v.Class().fullName())
	}
	return v, c, nil
}

func dequeConcat(t *Thread, x, y Object) (Object, error) {
	_, ok := Native(x).(*Deque)
	other, ok2 := Native(y).(*Deque)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	v, c, err := t.copyDeque(x)
	if err != nil {
		return nil, err
	}
	return v, c.extend(t, other, c.pushRight)
}

func dequeRepeat(t *Thread, x, y Object) (Object, error) {
	if _, ok := Native(x).(*Deque); !ok || !hasIndex(y) {
		return NotImplemented, nil
	}
	v, c, err := t.copyDeque(x)
	if err != nil {
		return nil, err
	}
	return v, c.repeat(t, y)
}

// repeat has the deque's items n times over, in place.
func (d *Deque) repeat(t *Thread, y Object) error {
	n, _, err := t.repeatCount(y)
	if err != nil {
		return err
	}
	items, err := t.repeatItems(d.items(), n)
	if err != nil {
		return err
	}
	if d.maxLen >= 0 && len(items) > d.maxLen {
		items = items[len(items)-d.maxLen:]
	}
	d.reset(items)
	return nil
}

// A dequeIterator goes through a deque, which mustn't change meanwhile.
type dequeIterator struct {
	d             *Deque
	left, changes int
	backward      bool
}

// Class returns the class of its direction.
func (it *dequeIterator) Class() *Class {
	if it.backward {
		return dequeReverserClass
	}
	return dequeIteratorClass
}

func newDequeIterator(d *Deque, backward bool) *dequeIterator {
	return &dequeIterator{d, d.n, d.changes, backward}
}

var dequeIteratorSignature = Sign("deque, index=, /")

// newIteratorOfDeque is the class of a deque's iterators: type(iter(d))(d, index), which has
// names taken and not looked at, as CPython has.
func newIteratorOfDeque(t *Thread, c *Class, a Args) (Object, error) {
	a.Names, a.Named = nil, nil
	v, err := dequeIteratorSignature.bind(c.Name, a, 0)
	if err != nil {
		return nil, err
	}
	d, ok := Native(v[0]).(*Deque)
	if !ok {
		return nil, Raise(TypeError, "argument 1 must be collections.deque, not %s", argClass(v[0]))
	}
	it := newDequeIterator(d, c == dequeReverserClass)
	if v[1] != nil {
		at, err := t.Index(v[1])
		if err != nil {
			return nil, err
		}
		it.left -= min(max(at, 0), it.left)
	}
	return it, nil
}

// Next is the next item, or nil.
func (it *dequeIterator) Next() (Object, error) {
	if it.backward && it.left == 0 { // it looks at the deque no more
		return nil, nil
	}
	if it.changes != it.d.changes {
		it.left = 0
		return nil, Raise(RuntimeError, "deque mutated during iteration")
	}
	if it.left == 0 {
		return nil, nil
	}
	it.left--
	if it.backward {
		return *it.d.at(it.left), nil
	}
	return *it.d.at(it.d.n - it.left - 1), nil
}
