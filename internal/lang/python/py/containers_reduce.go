package py

// What copy asks of containers: each of these makes an instance of the class it is of.

func setReduce(t *Thread, a []Object) (Object, error) {
	items, err := t.Collect(a[0])
	if err != nil {
		return nil, err
	}
	state, _, err := t.callSpecial(a[0], "__getstate__")
	return NewTuple(a[0].Class(), NewTuple(NewList(items...)), state), err
}

func byteArrayReduce(t *Thread, a []Object) (Object, error) {
	return byteArrayReduceEx(t, []Object{a[0], MakeInt(0)})
}

// byteArrayReduceEx makes it of bytes, which before protocol 3 are a text.
func byteArrayReduceEx(t *Thread, a []Object) (Object, error) {
	protocol, err := t.cInt(a[1], 0)
	if err != nil {
		return nil, err
	}
	state, _, err := t.callSpecial(a[0], "__getstate__")
	b := Native(a[0]).(*ByteArray).b
	args := NewTuple()
	switch {
	case protocol >= 3 && len(b) > 0:
		args = NewTuple(NewBytes(string(b)))
	case len(b) > 0:
		chars := make([]rune, len(b))
		for i, c := range b {
			chars[i] = rune(c)
		}
		args = NewTuple(NewStr(string(chars)), NewStr("latin-1"))
	}
	return NewTuple(a[0].Class(), args, state), err
}

// dequeReduce leaves its items to an iterator.
func dequeReduce(t *Thread, a []Object) (Object, error) {
	state, _, err := t.callSpecial(a[0], "__getstate__")
	if err != nil {
		return nil, err
	}
	args := NewTuple()
	if n := asDeque(a[0]).maxLen; n >= 0 {
		args = NewTuple(NewTuple(), MakeInt(int64(n)))
	}
	items, err := t.Iter(a[0])
	return NewTuple(a[0].Class(), args, state, items), err
}
