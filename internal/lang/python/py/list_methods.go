package py

func listMethods() MethodTable {
	return MethodTable{
		{"append", "object, /", listAppend, ""},
		{"extend", "iterable, /", func(t *Thread, a []Object) (Object, error) { return None, t.extend(asList(a[0]), a[1]) }, ""},
		{"insert", "index, object, /", listInsert, ""},
		{"pop", "index=-1, /", listPop, ""},
		{"remove", "value, /", listRemove, ""},
		{"index", "value, start=0, stop=9223372036854775807, /", listIndex, ""},
		{"count", "value, /", func(t *Thread, a []Object) (Object, error) { return t.countItems(asList(a[0]).items, a[1]) }, ""},
		{"reverse", "", listReverse, ""},
		{"copy", "", listCopy, ""},
		{"clear", "", listClear, ""},
		{"sort", "*args, key=, reverse=", listSort, ""},
	}
}

func listAppend(_ *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	l.push(a[1])
	return None, nil
}

// push adds an item. With the first comes room for four, as in CPython.
func (l *List) push(v Object) {
	if cap(l.Items) == 0 {
		l.Items = make([]Object, 0, 4)
	}
	l.Items = append(l.Items, v)
}

func listInsert(t *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	i, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		i = max(i+len(l.Items), 0)
	}
	i = min(i, len(l.Items))
	l.Items = append(l.Items, nil)
	copy(l.Items[i+1:], l.Items[i:])
	l.Items[i] = a[2]
	return None, nil
}

func listPop(t *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	i := -1
	if a[1] != nil {
		var err error
		if i, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	n := len(l.Items)
	if n == 0 {
		return nil, Raise(IndexError, "pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return nil, Raise(IndexError, "pop index out of range")
	}
	v := l.Items[i]
	if i == n-1 {
		l.Items[i] = nil
		l.Items = l.Items[:i]
		return v, nil
	}
	if i == 0 { // a queue: its memory is given back when append moves it
		l.Items[0] = nil
		l.Items = l.Items[1:]
		return v, nil
	}
	l.replace(i, i+1, nil)
	return v, nil
}

func listRemove(t *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	i, err := t.containsItem(l.items, a[1])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, Raise(ValueError, "list.remove(x): x not in list")
	}
	if i < len(l.Items) {
		l.replace(i, i+1, nil)
	}
	return None, nil
}

func listIndex(t *Thread, a []Object) (Object, error) {
	l := asList(a[0])
	i, err := t.indexOf(l.items, a)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		s, err := t.reprText(a[1])
		if err != nil {
			return nil, err
		}
		return nil, Raise(ValueError, "%s is not in list", s)
	}
	return MakeInt(int64(i)), nil
}

// indexOf finds a[1] from a[2] to before a[3].
func (t *Thread) indexOf(items func() []Object, a []Object) (int, error) {
	start, err := t.clampIndex(a[2], len(items()), 0)
	if err != nil {
		return 0, err
	}
	stop, err := t.clampIndex(a[3], len(items()), 1<<63-1)
	if err != nil {
		return 0, err
	}
	return t.findItem(items, a[1], start, stop)
}

func listReverse(_ *Thread, a []Object) (Object, error) {
	reverseItems(asList(a[0]).Items)
	return None, nil
}

func reverseItems(items []Object) {
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}

func listCopy(_ *Thread, a []Object) (Object, error) {
	return &List{append([]Object(nil), asList(a[0]).Items...)}, nil
}

func listClear(_ *Thread, a []Object) (Object, error) {
	asList(a[0]).Items = nil
	return None, nil
}
