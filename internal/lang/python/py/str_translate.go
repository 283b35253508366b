package py

import "math"

func strTranslate(t *Thread, a []Object) (Object, error) {
	s, table := a[0].(*Str).s, a[1]
	b := make([]byte, 0, len(s))
	for i := 0; s != ""; i++ {
		r, n := decodeRune(s)
		to, err := t.translation(table, r)
		if err != nil {
			return nil, err
		}
		if to == nil {
			b = append(b, s[:n]...)
		} else if b, err = appendTranslated(b, to); err != nil {
			return nil, err
		}
		if len(b) > maxText {
			return nil, NewExc(MemoryError)
		}
		if t.ending() { // a few characters may become as much as there is memory
			return nil, ErrStopped
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
		s = s[n:]
	}
	return ownedStr(b), nil
}

// translation is what a table has for a code point; nil is nothing.
func (t *Thread) translation(table Object, r rune) (Object, error) {
	if d, ok := table.(*Dict); ok {
		return d.Get(t, MakeInt(int64(r)))
	}
	v, err := t.GetItem(table, MakeInt(int64(r)))
	if Caught(err, LookupError) != nil {
		return nil, nil
	}
	return v, err
}

func appendTranslated(b []byte, to Object) ([]byte, error) {
	switch v := Native(to).(type) {
	case *noneType:
		return b, nil
	case *Str:
		return append(b, v.s...), nil
	case *Bool:
		return appendTranslated(b, Int(map[bool]int64{true: 1}[v.v]))
	case Int:
		if v < 0 || v > 0x10ffff {
			return nil, Raise(ValueError, "character mapping must be in range(0x110000)")
		}
		return appendRune(b, rune(v)), nil
	case *BigInt:
		return nil, Raise(ValueError, "character mapping must be in range(0x110000)")
	}
	return nil, Raise(TypeError, "character mapping must return integer, None or str")
}

func strMakeTrans(t *Thread, a []Object) (Object, error) {
	if a[1] == nil {
		return transFromDict(t, a[0])
	}
	y, err := strParam(a[1], "maketrans() argument 2 must be str, not %s")
	if err != nil {
		return nil, err
	}
	z := NewStr("")
	if a[2] != nil {
		if z, err = strParam(a[2], "maketrans() argument 3 must be str, not %s"); err != nil {
			return nil, err
		}
	}
	x, ok := Native(a[0]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "first maketrans argument must be a string if there is a second argument")
	}
	from, err := t.decodeRunes(x.s)
	if err != nil {
		return nil, err
	}
	to, err := t.decodeRunes(y.s)
	if err != nil {
		return nil, err
	}
	if len(from) != len(to) {
		return nil, Raise(ValueError, "the first two maketrans arguments must have equal length")
	}
	d := NewDict()
	for i, r := range from {
		if t.ending() {
			return nil, ErrStopped
		}
		if err := d.Set(t, MakeInt(int64(r)), MakeInt(int64(to[i]))); err != nil {
			return nil, err
		}
	}
	drop, err := t.decodeRunes(z.s)
	if err != nil {
		return nil, err
	}
	for _, r := range drop {
		if t.ending() {
			return nil, ErrStopped
		}
		if err := d.Set(t, MakeInt(int64(r)), None); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func transFromDict(t *Thread, x Object) (Object, error) {
	from, ok := x.(*Dict)
	if !ok {
		return nil, Raise(TypeError, "if you give only one argument to maketrans it must be a dict")
	}
	d := NewDict()
	var c Cursor
	for k, v := c.Next(from); k != nil; k, v = c.Next(from) {
		if s, ok := Native(k).(*Str); ok {
			if s.Len() != 1 {
				return nil, Raise(ValueError, "string keys in translate table must be of length 1")
			}
			r, _ := decodeRune(s.s)
			k = MakeInt(int64(r))
		} else if !IsInstance(k, IntClass) {
			return nil, Raise(TypeError, "keys in translate table must be strings or integers")
		}
		if err := d.Set(t, k, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// charArg is the code point that an int is, for chr and %c. ok is false out of range.
func charArg(x Object) (r rune, ok bool) {
	i, small := x.(Int)
	if !small || i < 0 || i > 0x10ffff || i > math.MaxInt32 {
		return 0, false
	}
	return rune(i), true
}
