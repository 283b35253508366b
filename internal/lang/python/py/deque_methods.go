package py

func dequeMethods() MethodTable {
	return MethodTable{
		{"append", "object, /", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).pushRight(a[1]); return None, nil }, ""},
		{"appendleft", "object, /", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).pushLeft(a[1]); return None, nil }, ""},
		{"pop", "", dequePop((*Deque).popRight), ""},
		{"popleft", "", dequePop((*Deque).popLeft), ""},
		{"extend", "iterable, /", func(t *Thread, a []Object) (Object, error) {
			return None, asDeque(a[0]).extend(t, a[1], asDeque(a[0]).pushRight)
		}, ""},
		{"extendleft", "iterable, /", func(t *Thread, a []Object) (Object, error) {
			return None, asDeque(a[0]).extend(t, a[1], asDeque(a[0]).pushLeft)
		}, ""},
		{"rotate", "n=1, /", dequeRotate, ""},
		{"clear", "", func(_ *Thread, a []Object) (Object, error) { asDeque(a[0]).reset(nil); return None, nil }, ""},
		{"count", "value, /", dequeCount, ""},
		{"index", "value, start=, stop=, /", dequeIndex, ""},
		{"insert", "index, object, /", dequeInsert, ""},
		{"remove", "value, /", dequeRemove, ""},
		{"reverse", "", dequeReverse, ""},
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

func dequeCopy(t *Thread, a []Object) (Object, error) {
	v, _, err := t.copyDeque(a[0])
	return v, err
}

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
