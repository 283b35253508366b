package py

import (
	"slices"
	"strings"
)

// linearize is the MRO of a class whose bases have theirs, by C3. Nil is that there is
// none; then stuck are the classes that can't come first.
func linearize(c *Class) (mro, stuck []*Class) {
	lists := make([][]*Class, 0, len(c.Bases)+1)
	for _, b := range c.Bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, c.Bases)
	mro = []*Class{c}
	for {
		lists = slices.DeleteFunc(lists, func(l []*Class) bool { return len(l) == 0 })
		if len(lists) == 0 {
			return mro, nil
		}
		next := firstCandidate(lists)
		if next == nil {
			return nil, heads(lists)
		}
		mro = append(mro, next)
		for i, l := range lists {
			if l[0] == next {
				lists[i] = l[1:]
			}
		}
	}
}

// firstCandidate is the first head that is in no list's tail.
func firstCandidate(lists [][]*Class) *Class {
	for _, l := range lists {
		c := l[0]
		if !slices.ContainsFunc(lists, func(o []*Class) bool { return slices.Contains(o[1:], c) }) {
			return c
		}
	}
	return nil
}

func heads(lists [][]*Class) (list []*Class) {
	for _, l := range lists {
		if !slices.Contains(list, l[0]) {
			list = append(list, l[0])
		}
	}
	return list
}

// setMRO gives a new class its MRO, which its metaclass may make.
func (t *Thread) setMRO(c *Class) error {
	if m := c.Class().Lookup("mro"); m != TypeClass.cache["mro"] && c.Class().Heap {
		return t.ownMRO(c)
	}
	mro, err := c.computeMRO()
	if err != nil {
		return err
	}
	c.MRO = mro
	return nil
}

func (c *Class) computeMRO() ([]*Class, error) {
	for i, b := range c.Bases {
		if slices.Contains(c.Bases[:i], b) {
			return nil, Raise(TypeError, "duplicate base class %s", b.Name)
		}
	}
	mro, stuck := linearize(c)
	if mro == nil {
		names := make([]string, len(stuck))
		for i, k := range stuck {
			names[i] = k.Name
		}
		return nil, Raise(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s", strings.Join(names, ", "))
	}
	return mro, nil
}

func (t *Thread) ownMRO(c *Class) error {
	c.MRO = append([]*Class{c}, c.Bases[0].MRO...) // while the method looks at it
	v, _, err := t.callSpecial(c, "mro")
	if err != nil {
		return err
	}
	items, err := t.Collect(v)
	if err != nil {
		return err
	}
	mro := make([]*Class, 0, len(items))
	for _, v := range items {
		k, ok := v.(*Class)
		if !ok {
			return Raise(TypeError, "mro() returned a non-class ('%s')", v.Class().Name)
		}
		if base := k.nativeBase(); !c.nativeBase().IsSubclass(base) {
			return Raise(TypeError, "mro() returned base with unsuitable layout ('%s')", k.Name)
		}
		mro = append(mro, k)
	}
	if len(mro) == 0 {
		return Raise(TypeError, "mro() returned an empty list")
	}
	c.MRO = mro
	return nil
}

func (c *Class) nativeBase() *Class {
	if c.Heap {
		return c.Base
	}
	return c
}
