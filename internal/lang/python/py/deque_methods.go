package py

func dequeMethods() MethodTable {
	return MethodTable{
		{"append", "object, /", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).pushRight(a[1]); return None, nil }, "Add an element to the right side of the deque."},
		{"appendleft", "object, /", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).pushLeft(a[1]); return None, nil }, "Add an element to the left side of the deque."},
		{"pop", "", dequePop((*Deque).popRight), "Remove and return the rightmost element."},
		{"popleft", "", dequePop((*Deque).popLeft), "Remove and return the leftmost element."},
		{"extend", "iterable, /", func(t *Thread, a []Object) (Object, error) {
			return None, asDeque(a[0]).extend(t, a[1], asDeque(a[0]).pushRight)
		}, "Extend the right side of the deque with elements from the iterable"},
		{"extendleft", "iterable, /", func(t *Thread, a []Object) (Object, error) {
			return None, asDeque(a[0]).extend(t, a[1], asDeque(a[0]).pushLeft)
		}, "Extend the left side of the deque with elements from the iterable"},
		{"rotate", "n=1, /", dequeRotate, "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."},
		{"clear", "", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).reset(nil); return None, nil }, "Remove all elements from the deque."},
		{"copy", "", dequeCopy, "Return a shallow copy of a deque."},
		{"__copy__", "", dequeCopy, "Return a shallow copy of a deque."},
		{"count", "value, /", dequeCount, "D.count(value) -- return number of occurrences of value"},
		{"index", "value, start=, stop=, /", dequeIndex, "D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present."},
		{"insert", "index, object, /", dequeInsert, "D.insert(index, object) -- insert object before index"},
		{"remove", "value, /", dequeRemove, "D.remove(value) -- remove first occurrence of value."},
		{"reverse", "", dequeReverse, "D.reverse() -- reverse *IN PLACE*"},
	}
}

func dequePop(pop func(*Deque) Object) GoFunc {
	return func(_ *Thread, a []Object) (Object, error) {
		d := asDeque(a[0])
		if d.n == 0 {
			return nil, Raise(IndexError, "pop from an empty deque")
		}
		return pop(d), nil
	}
}

func dequeRotate(t *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	n := 1
	if a[1] != nil {
		var err error
		if n, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	if d.n < 2 {
		return None, nil
	}
	if n %= d.n; n > d.n/2 {
		n -= d.n
	} else if n < -d.n/2 {
		n += d.n
	}
	limit := d.maxLen
	d.maxLen = -1
	for ; n > 0; n-- {
		d.pushLeft(d.popRight())
	}
	for ; n < 0; n++ {
		d.pushRight(d.popLeft())
	}
	d.maxLen = limit
	return None, nil
}

func dequeCopy(t *Thread, a []Object) (Object, error) { return asDeque(a[0]).copy(), nil }

// dequeFind is findItem for a deque.
func (t *Thread) dequeFind(d *Deque, x Object, start, stop int) (int, error) {
	if stop < 0 || stop > d.n {
		stop = d.n
	}
	changes := d.changes
	for i := start; i < stop; i++ {
		same, err := t.SameOrEqual(*d.at(i), x)
		if err != nil {
			return 0, err
		}
		if changes != d.changes {
			return 0, Raise(RuntimeError, "deque mutated during iteration")
		}
		if same {
			return i, nil
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return 0, err
			}
		}
	}
	return -1, nil
}

func dequeCount(t *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	n := int64(0)
	for i := 0; ; i++ {
		at, err := t.dequeFind(d, a[1], i, -1)
		if err != nil {
			return nil, err
		}
		if at < 0 {
			return MakeInt(n), nil
		}
		n++
		i = at
	}
}

func dequeIndex(t *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	start, err := t.clampIndex(a[2], d.n, 0)
	if err != nil {
		return nil, err
	}
	stop, err := t.clampIndex(a[3], d.n, d.n)
	if err != nil {
		return nil, err
	}
	i, err := t.dequeFind(d, a[1], start, stop)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		s, err := t.reprText(a[1])
		if err != nil {
			return nil, err
		}
		return nil, Raise(ValueError, "%s is not in deque", s)
	}
	return MakeInt(int64(i)), nil
}

func dequeInsert(t *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	i, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if d.maxLen >= 0 && d.n >= d.maxLen {
		return nil, Raise(IndexError, "deque already at its maximum size")
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	i = min(i, d.n)
	items := append(d.items(), nil)
	copy(items[i+1:], items[i:])
	items[i] = a[2]
	d.reset(items)
	return None, nil
}

func dequeRemove(t *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	i, err := t.dequeFind(d, a[1], 0, -1)
	if err != nil {
		if Caught(err, RuntimeError) != nil {
			err = Raise(IndexError, "deque mutated during iteration")
		}
		return nil, err
	}
	if i < 0 {
		s, err := t.reprText(a[1])
		if err != nil {
			return nil, err
		}
		return nil, Raise(ValueError, "%s is not in deque", s)
	}
	d.remove(i)
	return None, nil
}

func dequeReverse(_ *Thread, a []Object) (Object, error) {
	d := asDeque(a[0])
	items := d.items()
	reverseItems(items)
	d.reset(items)
	return None, nil
}
