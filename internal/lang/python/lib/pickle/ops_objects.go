package pickle

import "github.com/elide-dev/elided/internal/lang/python/py"

// ask pushes what a method of the Unpickler returns.
func (m *machine) ask(name string, args ...py.Object) error {
	fn, err := m.t.GetAttr(m.self, name)
	if err != nil {
		return err
	}
	return m.pushed(m.t.Call(fn, args...))
}

func method(name string) func(*machine) error {
	return func(m *machine) error { return m.ask(name) }
}

func (m *machine) readOnly() error {
	x, err := m.pop()
	if err != nil {
		return err
	}
	return m.ask("_read_only", x)
}

// utf8Line is a line as a str.
func (m *machine) utf8Line() (py.Object, error) {
	line, err := m.line()
	if err != nil {
		return nil, err
	}
	return m.t.Call(py.StrClass, py.NewBytes(line), py.NewStr("utf-8"))
}

func (m *machine) global() error {
	module, err := m.utf8Line()
	if err != nil {
		return err
	}
	name, err := m.utf8Line()
	if err != nil {
		return err
	}
	return m.ask("find_class", module, name)
}

func (m *machine) stackGlobal() error {
	names, err := m.last(2)
	if err != nil {
		return err
	}
	for _, x := range names {
		if _, ok := x.(*py.Str); !ok {
			return m.fail("STACK_GLOBAL requires str")
		}
	}
	return m.ask("find_class", names...)
}

func extension(size int) func(*machine) error {
	return func(m *machine) error {
		code, err := m.number(size)
		if err != nil {
			return err
		}
		if int32(code) <= 0 {
			return m.fail("EXT specifies code <= 0")
		}
		return m.ask("_extension", py.MakeInt(int64(code)))
	}
}

func (m *machine) persistentLine() error {
	line, err := m.line()
	if err != nil {
		return err
	}
	for i := range len(line) {
		if line[i] >= 0x80 {
			return m.fail("persistent IDs in protocol 0 must be ASCII strings")
		}
	}
	return m.ask("persistent_load", py.ASCIIStr(line))
}

func (m *machine) persistent() error {
	id, err := m.pop()
	if err != nil {
		return err
	}
	return m.ask("persistent_load", id)
}

func (m *machine) reduce() error {
	a, err := m.last(2)
	if err != nil {
		return err
	}
	args, ok := py.Native(a[1]).(*py.Tuple)
	if !ok {
		return py.Raise(py.TypeError, "argument list must be a tuple")
	}
	return m.pushed(m.t.Call(a[0], args.Items...))
}

func (m *machine) newObj() error {
	a, err := m.last(2)
	if err != nil {
		return err
	}
	return m.create("NEWOBJ", a[0], a[1], nil)
}

func (m *machine) newObjEx() error {
	a, err := m.last(3)
	if err != nil {
		return err
	}
	return m.create("NEWOBJ_EX", a[0], a[1], a[2])
}

// create pushes what a class's __new__ makes.
func (m *machine) create(op string, class, arguments, keywords py.Object) error {
	if _, ok := class.(*py.Class); !ok {
		return m.fail("%s class argument must be a type, not %s", op, class.Class().FullName())
	}
	args, ok := py.Native(arguments).(*py.Tuple)
	if !ok {
		return m.fail("%s expected an arg tuple, got %s", op, arguments.Class().FullName())
	}
	all := py.Positional(append([]py.Object{class}, args.Items...)...)
	if keywords != nil {
		named, ok := py.Native(keywords).(*py.Dict)
		if !ok {
			return m.fail("%s kwargs argument must be a dict, not %s", op, keywords.Class().FullName())
		}
		if err := addNamed(&all, named); err != nil {
			return err
		}
	}
	fn, err := m.t.GetAttr(class, "__new__")
	if err != nil {
		return err
	}
	return m.pushed(m.t.CallArgs(fn, all))
}

func addNamed(all *py.Args, named *py.Dict) error {
	for c := (py.Cursor{}); ; {
		k, v := c.Next(named)
		if k == nil {
			return nil
		}
		name, ok := py.Native(k).(*py.Str)
		if !ok {
			return py.Raise(py.TypeError, "keywords must be strings")
		}
		all.Names, all.Named = append(all.Names, name), append(all.Named, v)
	}
}

func (m *machine) inst() error {
	args, err := m.sinceMark()
	if err != nil {
		return err
	}
	if err := m.global(); err != nil {
		return err
	}
	class, err := m.pop()
	if err != nil {
		return err
	}
	return m.instance(class, args)
}

func (m *machine) obj() error {
	items, err := m.sinceMark()
	if err != nil {
		return err
	}
	if len(items) == 0 {
		return m.need(len(m.stack) + 1)
	}
	return m.instance(items[0], items[1:])
}

// instance pushes an instance of a class as Python 2 made it.
func (m *machine) instance(class py.Object, args []py.Object) error {
	if _, ok := class.(*py.Class); ok && len(args) == 0 {
		init, err := m.t.Attr(class, "__getinitargs__")
		if err != nil {
			return err
		}
		if init == nil {
			return m.create("NEWOBJ", class, py.NewTuple(), nil)
		}
	}
	return m.pushed(m.t.Call(class, args...))
}

// build gives the last object but one the state that is the last.
func (m *machine) build() error {
	if err := m.need(2); err != nil {
		return err
	}
	state, err := m.pop()
	if err != nil {
		return err
	}
	made := m.stack[len(m.stack)-1]
	set, err := m.t.Attr(made, "__setstate__")
	if err != nil {
		return err
	}
	if set != nil {
		_, err := m.t.Call(set, state)
		return err
	}
	var slots py.Object
	if pair, ok := py.Native(state).(*py.Tuple); ok && len(pair.Items) == 2 {
		state, slots = pair.Items[0], pair.Items[1]
	}
	if err := m.setState(made, state); err != nil || slots == nil || slots == py.None {
		return err
	}
	return m.setSlots(made, slots)
}

func (m *machine) setState(made, state py.Object) error {
	if state == py.None {
		return nil
	}
	d, ok := py.Native(state).(*py.Dict)
	if !ok {
		return m.fail("state is not a dictionary")
	}
	holder, err := m.t.GetAttr(made, "__dict__")
	if err != nil {
		return err
	}
	into, plain := holder.(*py.Dict)
	for c := (py.Cursor{}); ; {
		k, v := c.Next(d)
		if k == nil {
			return nil
		}
		if plain {
			err = into.Set(m.t, k, v)
		} else {
			err = m.t.SetItem(holder, k, v)
		}
		if err != nil {
			return err
		}
	}
}

func (m *machine) setSlots(made, slots py.Object) error {
	d, ok := py.Native(slots).(*py.Dict)
	if !ok {
		return m.fail("slot state is not a dictionary")
	}
	for c := (py.Cursor{}); ; {
		k, v := c.Next(d)
		if k == nil {
			return nil
		}
		name, ok := py.Native(k).(*py.Str)
		if !ok {
			return py.Raise(py.TypeError, "attribute name must be string, not '%s'", k.Class().FullName())
		}
		if err := m.t.SetAttr(made, name.String(), v); err != nil {
			return err
		}
	}
}
