package py

import "github.com/elide-dev/elided/internal/lang/python/ast"

// A MappingProxy is a mapping that can't be changed through it, such as a class's __dict__.
type MappingProxy struct{ of Object }

// Class returns the class mappingproxy.
func (*MappingProxy) Class() *Class { return MappingProxyClass }

const orOperator = ast.BitOr

func setupMappingProxy() {
	s := &MappingProxyClass.Slots
	of := func(x Object) Object { return x.(*MappingProxy).of }
	s.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Pos) != 1 || len(a.Names) > 0 {
			return nil, Raise(TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
		}
		m := a.Pos[0]
		c := m.Class()
		if c.Heap && c.Lookup("__getitem__") == nil || !c.Heap && c.Slots.GetItem == nil || c == ListClass || c == TupleClass || c == DequeClass {
			return nil, Raise(TypeError, "mappingproxy() argument must be a mapping, not %s", c.fullName())
		}
		return &MappingProxy{m}, nil
	}
	s.GetItem = func(t *Thread, x, key Object) (Object, error) { return t.GetItem(of(x), key) }
	s.Contains = func(t *Thread, x, key Object) (bool, error) { return t.Contains(of(x), key) }
	s.Len = func(t *Thread, x Object) (int, error) { return t.Len(of(x)) }
	s.Iter = func(t *Thread, x Object) (Object, error) { return t.Iter(of(x)) }
	s.Reversed = func(t *Thread, x Object) (Object, error) {
		v, _, err := t.callSpecial(of(x), "__reversed__")
		if v == nil && err == nil {
			err = notReversible(of(x).Class())
		}
		return v, err
	}
	s.Hash = Unhashable
	s.Repr = func(t *Thread, x Object) (Object, error) {
		text, err := t.reprText(of(x))
		return NewStr("mappingproxy(" + text + ")"), err
	}
	s.Str = func(t *Thread, x Object) (Object, error) { return t.strObject(of(x)) }
	s.Compare = func(t *Thread, op Cmp, x, y Object) (Object, error) { return t.Compare(op, of(x), y) }
	or := func(t *Thread, x, y Object) (Object, error) { return t.Binary(orOperator, unproxied(x), unproxied(y)) }
	s.Binary[orOperator], s.Reflected[orOperator] = or, or
	s.Inplace[orOperator] = func(_ *Thread, x, y Object) (Object, error) {
		return nil, Raise(TypeError, "'|=' is not supported by mappingproxy; use '|' instead")
	}
	forward := func(name string) GoFunc {
		return func(t *Thread, a []Object) (Object, error) {
			m, err := t.GetAttr(of(a[0]), name)
			if err != nil {
				return nil, err
			}
			if name == "get" {
				return t.Call(m, a[1], OrNone(a[2]))
			}
			return t.Call(m)
		}
	}
	MappingProxyClass.addMethods(MethodTable{
		{"get", "key, default=None, /", forward("get"), ""},
		{"keys", "", forward("keys"), ""},
		{"values", "", forward("values"), ""},
		{"items", "", forward("items"), ""},
		{"copy", "", forward("copy"), ""},
	})
	MappingProxyClass.addClassMethods(MethodTable{{"__class_getitem__", "key, /", classGetItem, ""}})
}

func unproxied(x Object) Object {
	if p, ok := x.(*MappingProxy); ok {
		return p.of
	}
	return x
}
