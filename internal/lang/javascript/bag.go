package javascript

import (
	"reflect"

	"github.com/dop251/goja"
)

// A bag is the properties that a program puts on an object which is otherwise ours.
type bag struct {
	object     *goja.Object
	names      []string
	properties map[string]goja.Value
}

// Get implements goja.DynamicObject.
func (b *bag) Get(name string) goja.Value { return b.properties[name] }

// Set implements goja.DynamicObject.
func (b *bag) Set(name string, v goja.Value) bool {
	if b.properties == nil {
		b.properties = make(map[string]goja.Value)
	}
	if !b.Has(name) {
		b.names = append(b.names, name)
	}
	b.properties[name] = v
	return true
}

// Has implements goja.DynamicObject.
func (b *bag) Has(name string) bool {
	_, ok := b.properties[name]
	return ok
}

// Delete implements goja.DynamicObject.
func (b *bag) Delete(name string) bool {
	for i, n := range b.names {
		if n == name {
			b.names = append(b.names[:i:i], b.names[i+1:]...)
		}
	}
	delete(b.properties, name)
	return true
}

// Keys implements goja.DynamicObject.
func (b *bag) Keys() []string { return b.names }

// dynamic returns what an object of ours is made of, and nil for any other value. It
// runs nothing of the program's.
func dynamic(v goja.Value) any {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	switch o.ExportType() {
	case reflect.TypeFor[*timer](), reflect.TypeFor[*immediate]():
		return o.Export()
	}
	return nil
}
