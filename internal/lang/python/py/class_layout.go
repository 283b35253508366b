package py

import "slices"

// sameLayout reports whether instances of one class can be made those of the other: both
// add the same to the layout of the same base.
func sameLayout(a, b *Class) bool {
	if a.Base != b.Base || a.noDict != b.noDict || a.hasWeak != b.hasWeak {
		return false
	}
	a, b = a.layout(), b.layout()
	return a == b || a.Heap && b.Heap && a.best == b.best && sameAdded(a, b)
}

// layout is the class that c's instances have all of their layout from.
func (c *Class) layout() *Class {
	for c.Heap && !c.adds() {
		c = c.best
	}
	return c
}

// adds reports whether c's instances have more than those of the base that their layout
// comes from.
func (c *Class) adds() bool {
	return c.native || c.hasMembers || c.hasWeak != (c.best.Heap && c.best.hasWeak) || c.instancesHaveDict() != c.best.instancesHaveDict()
}

// sameAdded reports whether two classes add the same to their base. Where instances differ
// in size, a __dict__ has no place of which that is known.
func sameAdded(a, b *Class) bool {
	if a.native || b.native || a.instancesHaveDict() && variableSize(a.Base) {
		return false
	}
	return slices.Equal(slices.Sorted(slices.Values(a.Slotted)), slices.Sorted(slices.Values(b.Slotted)))
}

// variableSize reports whether a built-in class's instances differ in size.
func variableSize(c *Class) bool {
	return c.IsSubclass(IntClass) || c.IsSubclass(TupleClass) || c.IsSubclass(BytesClass)
}
