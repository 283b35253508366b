package py

// A dictIterator goes through a dict's keys, values or items. d is nil at its end.
type dictIterator struct {
	d        *Dict
	at       int
	used     int // the dict's number of keys, which mustn't change
	left     int // how many are still to come
	kind     viewKind
	backward bool
}

var (
	dictIteratorClasses = [...]*Class{newNative("dict_keyiterator"), newNative("dict_valueiterator"), newNative("dict_itemiterator")}
	dictReverserClasses = [...]*Class{newNative("dict_reversekeyiterator"), newNative("dict_reversevalueiterator"), newNative("dict_reverseitemiterator")}
)

// Class returns the class of its kind.
func (it *dictIterator) Class() *Class {
	if it.backward {
		return dictReverserClasses[it.kind]
	}
	return dictIteratorClasses[it.kind]
}

func newDictIterator(d *Dict, kind viewKind) *dictIterator {
	return &dictIterator{d: d, used: d.used, left: d.used, kind: kind}
}

func newDictReverser(d *Dict, kind viewKind) *dictIterator {
	return &dictIterator{d: d, at: len(d.entries) - 1, used: d.used, left: d.used, kind: kind, backward: true}
}

func setupDictIterators() {
	for _, list := range [][]*Class{dictIteratorClasses[:], dictReverserClasses[:]} {
		for _, c := range list {
			c.Sealed = true
			c.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*dictIterator).Next() }
			c.lengthHint(func(o Object) int {
				it := o.(*dictIterator)
				if it.d == nil || it.d.used != it.used {
					return 0
				}
				return it.left
			})
		}
	}
}

// entry is the next entry, or nil at the end.
func (it *dictIterator) entry() (*entry, error) {
	d := it.d
	if d == nil {
		return nil, nil
	}
	if d.used != it.used {
		it.used = -1 // it stays so
		return nil, Raise(RuntimeError, "dictionary changed size during iteration")
	}
	step := 1
	if it.backward {
		step = -1
	} else {
		it.at = max(it.at, d.head)
	}
	for it.at >= 0 && it.at < len(d.entries) {
		e := &d.entries[it.at]
		it.at += step
		if e.value == nil {
			continue
		}
		if it.left == 0 {
			it.d = nil
			return nil, Raise(RuntimeError, "dictionary keys changed during iteration")
		}
		it.left--
		return e, nil
	}
	it.d = nil
	return nil, nil
}

// Next is the next value, or nil at the end.
func (it *dictIterator) Next() (Object, error) {
	e, err := it.entry()
	if e == nil || err != nil {
		return nil, err
	}
	switch it.kind {
	case dictKeys:
		return e.key, nil
	case dictValues:
		return e.value, nil
	}
	return &Tuple{[]Object{e.key, e.value}}, nil
}
