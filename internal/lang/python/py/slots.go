package py

import (
	"reflect"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// inherit takes from a base what s has not itself.
func (s *Slots) inherit(base *Slots) {
	to, from := reflect.ValueOf(s).Elem(), reflect.ValueOf(base).Elem()
	for i := range to.NumField() {
		inheritField(to.Field(i), from.Field(i))
	}
}

func inheritField(to, from reflect.Value) {
	if to.Kind() == reflect.Array {
		for i := range to.Len() {
			inheritField(to.Index(i), from.Index(i))
		}
		return
	}
	if to.IsNil() {
		to.Set(from)
	}
}

// addSlotMethods gives a class the methods that its own slots make, unless it has them.
// They are how programs call them by name, and how subclasses find them.
func addSlotMethods(c *Class, own *Slots) {
	for name, m := range slotMethods(own) {
		if c.Dict.GetStr(name) != nil {
			continue
		}
		sig := "self, " + m.signature + "/"
		if strings.HasPrefix(m.signature, "*") {
			sig = "self, /, " + m.signature
		}
		// The repr of these has their class's name.
		whole := c.keep || name == "__init__" && c == PropertyClass || name == "__repr__" && (c == SetClass || c == FrozenSetClass || c == ByteArrayClass || c == DequeClass)
		fn := m.fn
		switch name {
		case "__add__", "__iadd__", "__mul__", "__rmul__", "__imul__":
			fn = sequenceMethod(c, name, fn)
		}
		c.Dict.SetStr(name, &MethodDescr{Name: name, owner: c, sig: Sign(sig), fn: fn, wrapper: !plainMethod(c, name), whole: whole})
	}
}

// plainMethod reports whether CPython has a plain method for what is a slot of c.
func plainMethod(c *Class, name string) bool {
	switch name {
	case "__reversed__":
		return true
	case "__getitem__":
		return c == ListClass || c == DictClass
	case "__contains__":
		return c == DictClass || c == SetClass || c == FrozenSetClass
	}
	return false
}

// sequenceMethod is + or * of a class by the method's name: that of a sequence refuses what
// it can't take.
func sequenceMethod(c *Class, name string, fn GoFunc) GoFunc {
	if !sequenceOperator(ast.Add, c) {
		return fn
	}
	return func(t *Thread, a []Object) (Object, error) {
		v, err := fn(t, a)
		switch {
		case err != nil || v != NotImplemented:
			return v, err
		case strings.HasSuffix(name, "add__"):
			return nil, concatError(a[0], a[1])
		}
		return nil, Raise(TypeError, "'%s' object cannot be interpreted as an integer", a[1].Class().fullName())
	}
}

type slotMethod struct {
	signature string // after self, each parameter with its comma
	fn        GoFunc
}

// slotMethods are the methods of a class with these slots, by name.
func slotMethods(s *Slots) map[string]slotMethod {
	list := map[string]slotMethod{}
	for i, name := range binaryMethods {
		binaryMethod(list, "__", name, s.Binary[i], false)
		binaryMethod(list, "__r", name, s.Reflected[i], true)
		binaryMethod(list, "__i", name, s.Inplace[i], false)
	}
	for _, m := range []struct {
		name string
		fn   func(*Thread, Object) (Object, error)
	}{
		{"__repr__", s.Repr}, {"__str__", s.Str}, {"__neg__", s.Neg}, {"__pos__", s.Pos}, {"__invert__", s.Invert}, {"__abs__", s.Abs},
		{"__int__", s.Int}, {"__float__", s.Float}, {"__index__", s.Index}, {"__iter__", s.Iter}, {"__reversed__", s.Reversed},
	} {
		if fn := m.fn; fn != nil {
			list[m.name] = slotMethod{"", func(t *Thread, a []Object) (Object, error) { return fn(t, a[0]) }}
		}
	}
	containerMethods(list, s)
	otherMethods(list, s)
	callMethods(list, s)
	return list
}

func binaryMethod(list map[string]slotMethod, prefix, name string, fn func(*Thread, Object, Object) (Object, error), reflected bool) {
	if fn == nil {
		return
	}
	list[prefix+name+"__"] = slotMethod{"x, ", func(t *Thread, a []Object) (Object, error) {
		if reflected {
			return fn(t, a[1], a[0])
		}
		return fn(t, a[0], a[1])
	}}
}

func containerMethods(list map[string]slotMethod, s *Slots) {
	if s.Len != nil {
		list["__len__"] = slotMethod{"", func(t *Thread, a []Object) (Object, error) {
			n, err := s.Len(t, a[0])
			return MakeInt(int64(n)), err
		}}
	}
	if s.GetItem != nil {
		list["__getitem__"] = slotMethod{"key, ", func(t *Thread, a []Object) (Object, error) { return s.GetItem(t, a[0], a[1]) }}
	}
	if s.SetItem != nil {
		list["__setitem__"] = slotMethod{"key, value, ", func(t *Thread, a []Object) (Object, error) { return None, s.SetItem(t, a[0], a[1], a[2]) }}
	}
	if s.DelItem != nil {
		list["__delitem__"] = slotMethod{"key, ", func(t *Thread, a []Object) (Object, error) { return None, s.DelItem(t, a[0], a[1]) }}
	}
	if s.Contains != nil {
		list["__contains__"] = slotMethod{"key, ", func(t *Thread, a []Object) (Object, error) {
			b, err := s.Contains(t, a[0], a[1])
			return Of(b), err
		}}
	}
	if s.Next != nil {
		list["__next__"] = slotMethod{"", func(t *Thread, a []Object) (Object, error) {
			v, err := s.Next(t, a[0])
			if v == nil && err == nil {
				return nil, NewExc(StopIteration)
			}
			return v, err
		}}
		if s.Iter == nil {
			list["__iter__"] = slotMethod{"", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }}
		}
	}
}

func otherMethods(list map[string]slotMethod, s *Slots) {
	if s.Bool != nil {
		list["__bool__"] = slotMethod{"", func(t *Thread, a []Object) (Object, error) {
			b, err := s.Bool(t, a[0])
			return Of(b), err
		}}
	}
	if s.Hash != nil {
		list["__hash__"] = slotMethod{"", func(t *Thread, a []Object) (Object, error) {
			h, err := s.Hash(t, a[0])
			return MakeInt(h), err
		}}
	}
	if s.Compare != nil {
		for i, name := range cmpMethods {
			list[name] = slotMethod{"value, ", func(t *Thread, a []Object) (Object, error) { return s.Compare(t, Cmp(i), a[0], a[1]) }}
		}
	}
	if s.DescrGet != nil {
		list["__get__"] = slotMethod{"instance, owner=None, ", func(t *Thread, a []Object) (Object, error) {
			owner, _ := a[2].(*Class)
			if m, ok := Native(a[0]).(*ClassMethod); ok && owner == nil && a[2] != nil && a[2] != None {
				return &Method{m.Func, a[2]}, nil
			}
			switch none := a[2] == nil || a[2] == None; {
			case a[1] == None && none:
				return nil, Raise(TypeError, "__get__(None, None) is invalid")
			case a[1] == None:
				return s.DescrGet(t, a[0], nil, owner)
			}
			return s.DescrGet(t, a[0], a[1], owner)
		}}
	}
	if s.DescrSet != nil {
		list["__set__"] = slotMethod{"instance, value, ", func(t *Thread, a []Object) (Object, error) { return None, s.DescrSet(t, a[0], a[1], a[2]) }}
		list["__delete__"] = slotMethod{"instance, ", func(t *Thread, a []Object) (Object, error) { return None, s.DescrSet(t, a[0], a[1], nil) }}
	}
}
