package py

// An aliasIterator gives tuple[int] once, unpacked: *tuple[int].
type aliasIterator struct{ alias *GenericAlias }

var aliasIteratorClass = newNative("generic_alias_iterator")

// Class returns the class generic_alias_iterator.
func (*aliasIterator) Class() *Class { return aliasIteratorClass }

func setupAliasIterator() {
	s := &aliasIteratorClass.Slots
	s.Iter = func(_ *Thread, x Object) (Object, error) { return x, nil }
	s.Next = func(_ *Thread, x Object) (Object, error) {
		it := x.(*aliasIterator)
		if it.alias == nil {
			return nil, nil
		}
		g := *it.alias
		g.starred = true
		it.alias = nil
		return &g, nil
	}
	aliasIteratorClass.addMethods(MethodTable{{"__reduce__", "", func(t *Thread, a []Object) (Object, error) {
		if g := a[0].(*aliasIterator).alias; g != nil {
			return NewTuple(iterOf(t), NewTuple(g)), nil
		}
		return NewTuple(iterOf(t), NewTuple(NewTuple())), nil
	}, "What copies are made of."}})
}
