package py

var (
	orderedViewClasses   = [...]*Class{newNative("odict_keys"), newNative("odict_values"), newNative("odict_items")}
	orderedIteratorClass = newNative("odict_iterator")
)

// An orderedIterator goes through an OrderedDict's keys, values or items. d is nil at its end.
type orderedIterator struct {
	d        *Dict
	next     int    // the number of the entry that comes next, negative where there is none
	version  uint64 // the dict's, which mustn't change while there is a next entry
	used     int
	kind     viewKind
	backward bool
}

// Class returns the class odict_iterator.
func (*orderedIterator) Class() *Class { return orderedIteratorClass }

func setupOrderedIterator() {
	orderedIteratorClass.Sealed = true
	orderedIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*orderedIterator).Next() }
}

// OrderedView is what an OrderedDict's keys(), values() and items() return: kind is 0, 1 or
// 2.
func (d *Dict) OrderedView(kind int) Object {
	return &dictView{d, viewKind(min(max(kind, 0), 2)), true}
}

// OrderedIterator goes through an OrderedDict's keys.
func (d *Dict) OrderedIterator(backward bool) Object {
	return newOrderedIterator(d, dictKeys, backward)
}

func newOrderedIterator(d *Dict, kind viewKind, backward bool) *orderedIterator {
	it := &orderedIterator{d: d, next: d.head, version: d.version, used: d.used, kind: kind, backward: backward}
	if backward {
		it.next = len(d.entries) - 1
	}
	it.settle()
	return it
}

// settle goes on to an entry that has a value.
func (it *orderedIterator) settle() {
	list := it.d.entries
	for it.next >= 0 && it.next < len(list) && list[it.next].value == nil {
		it.step()
	}
	if it.next >= len(list) {
		it.next = -1
	}
}

func (it *orderedIterator) step() {
	if it.backward {
		it.next--
	} else {
		it.next++
	}
}

// Next is the next key, value or item, or nil at the end.
func (it *orderedIterator) Next() (Object, error) {
	d := it.d
	if d == nil || it.next < 0 {
		it.d = nil
		return nil, nil
	}
	if d.version != it.version {
		it.d = nil
		if d.index == nil { // cleared, and nothing came since
			return nil, Raise(RuntimeError, "OrderedDict changed size during iteration")
		}
		return nil, Raise(RuntimeError, "OrderedDict mutated during iteration")
	}
	e := d.entries[it.next]
	it.step()
	it.settle()
	switch it.kind {
	case dictKeys:
		return e.key, nil
	case dictValues:
		return e.value, nil
	}
	return &Tuple{[]Object{e.key, e.value}}, nil
}
