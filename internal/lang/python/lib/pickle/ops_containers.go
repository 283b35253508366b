package pickle

import "github.com/elide-dev/elided/internal/lang/python/py"

func tuple(n int) func(*machine) error {
	return func(m *machine) error {
		items, err := m.last(n)
		return m.pushed(py.NewTuple(items...), err)
	}
}

func (m *machine) tuple() error {
	items, err := m.sinceMark()
	return m.pushed(py.NewTuple(items...), err)
}

func (m *machine) list() error {
	items, err := m.sinceMark()
	return m.pushed(py.NewList(items...), err)
}

func (m *machine) dict() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	if len(items)%2 != 0 {
		return m.fail("odd number of items for DICT")
	}
	d := py.NewDict()
	m.push(d)
	return m.setAll(d, items)
}

func (m *machine) emptySet() error { return m.pushed(m.t.Call(py.SetClass)) }

func (m *machine) frozenSet() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	return m.pushed(m.t.Call(py.FrozenSetClass, py.NewList(items...)))
}

func (m *machine) appendOne() error {
	items, err := m.last(1)
	if err != nil {
		return err
	}
	return m.appendAll(items)
}

func (m *machine) appends() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	return m.appendAll(items)
}

// appendAll appends to the last object.
func (m *machine) appendAll(items []py.Object) error {
	into, err := m.top()
	if err != nil || len(items) == 0 {
		return err
	}
	if l, ok := into.(*py.List); ok {
		l.Items = append(l.Items, items...)
		return nil
	}
	extend, err := m.t.Attr(into, "extend")
	if err != nil {
		return err
	}
	if extend != nil {
		_, err := m.t.Call(extend, py.NewList(items...))
		return err
	}
	return m.callEach(into, "append", items)
}

// callEach calls a method with each of items.
func (m *machine) callEach(o py.Object, name string, items []py.Object) error {
	fn, err := m.t.GetAttr(o, name)
	if err != nil {
		return err
	}
	for _, x := range items {
		if _, err := m.t.Call(fn, x); err != nil {
			return err
		}
	}
	return nil
}

func (m *machine) addItems() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	into, err := m.top()
	if err != nil || len(items) == 0 {
		return err
	}
	s, ok := into.(*py.Set)
	if !ok || s.Class() != py.SetClass {
		return m.callEach(into, "add", items)
	}
	for i, x := range items {
		if err := m.poll(i); err != nil {
			return err
		}
		if err := s.Add(m.t, x); err != nil {
			return err
		}
	}
	return nil
}

// poll is to be called in a loop over what is on the stack.
func (m *machine) poll(i int) error {
	if i&0xfff != 0xffe {
		return nil
	}
	return m.t.Poll()
}

func (m *machine) setItem() error {
	items, err := m.last(2)
	if err != nil {
		return err
	}
	return m.setPairs(items)
}

func (m *machine) setItems() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	return m.setPairs(items)
}

// setPairs sets keys of the last object.
func (m *machine) setPairs(items []py.Object) error {
	into, err := m.top()
	if err != nil || len(items) == 0 {
		return err
	}
	if len(items)%2 != 0 {
		return m.fail("odd number of items for SETITEMS")
	}
	return m.setAll(into, items)
}

func (m *machine) setAll(into py.Object, items []py.Object) error {
	d, plain := into.(*py.Dict)
	for i := 0; i < len(items); i += 2 {
		err := m.poll(i)
		if err != nil {
			return err
		}
		if plain {
			err = d.Set(m.t, items[i], items[i+1])
		} else {
			err = m.t.SetItem(into, items[i], items[i+1])
		}
		if err != nil {
			return err
		}
	}
	return nil
}
