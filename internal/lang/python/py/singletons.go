package py

// setupSingletons completes the classes that have one instance each.
func setupSingletons() {
	for c, o := range map[*Class]struct {
		value      Object
		name, kind string
	}{NoneClass: {None, "None", "NoneType"}, EllipsisClass: {Ellipsis, "Ellipsis", "EllipsisType"}, NotImplementedClass: {NotImplemented, "NotImplemented", "NotImplementedType"}} {
		c.Sealed = true
		c.Slots.Repr = func(*Thread, Object) (Object, error) { return NewStr(o.name), nil }
		c.Slots.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
			if len(a.Pos)+len(a.Names) > 0 {
				return nil, Raise(TypeError, "%s takes no arguments", o.kind)
			}
			return o.value, nil
		}
	}
	NotImplementedClass.Slots.Bool = func(t *Thread, _ Object) (bool, error) {
		return true, t.Warn(DeprecationWarning, "NotImplemented should not be used in a boolean context")
	}
	NoneClass.Slots.Bool = func(*Thread, Object) (bool, error) { return false, nil }
	EllipsisClass.addMethods(MethodTable{{"__reduce__", "", func(*Thread, []Object) (Object, error) { return NewStr("Ellipsis"), nil }, ""}})
	NotImplementedClass.addMethods(MethodTable{{"__reduce__", "", func(*Thread, []Object) (Object, error) { return NewStr("NotImplemented"), nil }, ""}})
}
