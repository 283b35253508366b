package py

// Compare is x op y as a value.
func (t *Thread) Compare(op Cmp, x, y Object) (Object, error) {
	switch a := x.(type) {
	case Int:
		if b, ok := y.(Int); ok {
			return Of(compareOrdered(op, a, b)), nil
		}
	case Float:
		if b, ok := y.(Float); ok {
			return Of(compareOrdered(op, a, b)), nil
		}
	case *Str:
		if b, ok := y.(*Str); ok {
			return Of(compareText(op, a.s, b.s)), nil
		}
	}
	if err := t.enterFor(" in comparison"); err != nil {
		return nil, err
	}
	defer t.leave()
	return t.richCompare(op, x, y)
}

func compareOrdered[T Int | Float](op Cmp, x, y T) bool {
	switch op {
	case LT:
		return x < y
	case LE:
		return x <= y
	case EQ:
		return x == y
	case NE:
		return x != y
	case GT:
		return x > y
	}
	return x >= y
}

// compareText compares texts by code points, which is by bytes of UTF-8.
func compareText(op Cmp, x, y string) bool {
	switch op {
	case LT:
		return x < y
	case LE:
		return x <= y
	case EQ:
		return x == y
	case NE:
		return x != y
	case GT:
		return x > y
	}
	return x >= y
}

func (t *Thread) richCompare(op Cmp, x, y Object) (Object, error) {
	cx, cy := x.Class(), y.Class()
	asked := false
	if cx != cy && cy.IsSubclass(cx) {
		asked = true
		if v, err := t.askCompare(op.swapped(), y, x, cy); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if v, err := t.askCompare(op, x, y, cx); err != nil || v != NotImplemented {
		return v, err
	}
	if !asked {
		if v, err := t.askCompare(op.swapped(), y, x, cy); err != nil || v != NotImplemented {
			return v, err
		}
	}
	switch op {
	case EQ:
		return Of(Is(x, y)), nil
	case NE:
		return Of(!Is(x, y)), nil
	}
	return nil, Raise(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, cx.fullName(), cy.fullName())
}

func (t *Thread) askCompare(op Cmp, x, y Object, c *Class) (Object, error) {
	if !c.Heap {
		if c.Slots.Compare == nil {
			return NotImplemented, nil
		}
		return c.Slots.Compare(t, op, x, y)
	}
	m := c.Lookup(cmpMethods[op])
	if m == nil {
		return NotImplemented, nil
	}
	switch m.(type) {
	case *Func, *MethodDescr:
		return t.Call(m, x, y)
	}
	m, err := t.bindTo(m, x, c)
	if isExc(err) { // one that can't be asked has nothing to say
		return NotImplemented, nil
	}
	if err != nil {
		return nil, err
	}
	return t.Call(m, y)
}

// CompareBool is x op y as a condition.
func (t *Thread) CompareBool(op Cmp, x, y Object) (bool, error) {
	v, err := t.Compare(op, x, y)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

// Equal is x == y as a condition.
func Equal(t *Thread, x, y Object) (bool, error) {
	switch a := x.(type) {
	case Int:
		if b, ok := y.(Int); ok {
			return a == b, nil
		}
	case *Str:
		if b, ok := y.(*Str); ok {
			return a.s == b.s, nil
		}
	}
	return t.CompareBool(EQ, x, y)
}

// SameOrEqual is what containers ask of their items: x is y or x == y.
func (t *Thread) SameOrEqual(x, y Object) (bool, error) {
	if Is(x, y) {
		return true, nil
	}
	return Equal(t, x, y)
}

// Hash is hash(x).
func Hash(t *Thread, x Object) (int64, error) {
	switch v := x.(type) {
	case *Str:
		return v.hashed(), nil
	case Int:
		return hashInt(int64(v)), nil
	}
	c := x.Class()
	if !c.Heap {
		if c.Slots.Hash == nil {
			return identityHash(x), nil
		}
		if err := t.enterNative(); err != nil {
			return 0, err
		}
		h, err := c.Slots.Hash(t, x)
		t.leaveNative()
		return h, err
	}
	return t.heapHash(x, c)
}

func (t *Thread) heapHash(x Object, c *Class) (int64, error) {
	m := c.Lookup("__hash__")
	if m == None || m == nil {
		return 0, Raise(TypeError, "unhashable type: '%s'", c.fullName())
	}
	v, _, err := t.callSpecial(x, "__hash__")
	if err != nil {
		return 0, err
	}
	switch n := Native(v).(type) {
	case Int:
		if n == -1 {
			return -2, nil
		}
		return int64(n), nil
	case *BigInt:
		return hashBig(n.V), nil
	case *Bool:
		if n.v {
			return 1, nil
		}
		return 0, nil
	}
	return 0, Raise(TypeError, "__hash__ method should return an integer")
}
