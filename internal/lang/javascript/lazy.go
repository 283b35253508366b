package javascript

import (
	"github.com/dop251/goja"
)

// A maker makes the value of a property.
type maker func(in *instance, name string) goja.Value

// A table has the properties of an object that are made when they are first asked
// for. It is shared by all instances and not written to.
type table struct {
	names  []string // in the order to list them
	makers map[string]maker
}

func newTable(entries ...entry) *table {
	t := &table{makers: make(map[string]maker, len(entries))}
	for _, e := range entries {
		for _, name := range e.names {
			t.names = append(t.names, name)
			t.makers[name] = e.make
		}
	}
	return t
}

// An entry is one maker and the properties that it makes.
type entry struct {
	names []string
	make  maker
}

func property(m maker, names ...string) entry {
	return entry{names: names, make: m}
}

// method is a property that is a function of the instance.
func method(f func(in *instance, call goja.FunctionCall) goja.Value, names ...string) entry {
	return property(func(in *instance, name string) goja.Value {
		return in.function(name, func(call goja.FunctionCall) goja.Value { return f(in, call) })
	}, names...)
}

// A lazy is the prototype of an object whose properties come from a table; each is
// made when it is first asked for and kept. So an object of many functions costs
// nothing for those that a program doesn't use.
type lazy struct {
	in    *instance
	table *table
	// made are the properties that have been made, with nil for those that the
	// program has deleted; nil is none.
	made map[string]goja.Value
}

var _ goja.DynamicObject = (*lazy)(nil)

// extend gives o the properties of t.
func (in *instance) extend(o *goja.Object, t *table) {
	proto := in.vm.NewDynamicObject(&lazy{in: in, table: t})
	must(proto.SetPrototype(o.Prototype()))
	must(o.SetPrototype(proto))
}

// Get implements goja.DynamicObject.
func (l *lazy) Get(name string) goja.Value {
	if v, ok := l.made[name]; ok {
		return v
	}
	m, ok := l.table.makers[name]
	if !ok {
		return nil
	}
	v := m(l.in, name)
	l.Set(name, v)
	return v
}

// Set implements goja.DynamicObject.
func (l *lazy) Set(name string, v goja.Value) bool {
	if l.made == nil {
		l.made = make(map[string]goja.Value)
	}
	l.made[name] = v
	return true
}

// Has implements goja.DynamicObject.
func (l *lazy) Has(name string) bool {
	if v, ok := l.made[name]; ok {
		return v != nil
	}
	return l.table.makers[name] != nil
}

// Delete implements goja.DynamicObject.
func (l *lazy) Delete(name string) bool {
	return l.Set(name, nil)
}

// Keys implements goja.DynamicObject.
func (l *lazy) Keys() []string {
	var keys []string
	for _, name := range l.table.names {
		if l.Has(name) {
			keys = append(keys, name)
		}
	}
	return keys
}

// must raises in the program what went wrong with one of its objects.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// function makes a JavaScript function of a name.
func (in *instance) function(name string, f func(goja.FunctionCall) goja.Value) *goja.Object {
	o := in.vm.ToValue(f).(*goja.Object)
	must(o.DefineDataProperty("name", in.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	return o
}
