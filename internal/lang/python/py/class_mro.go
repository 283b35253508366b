package py

import (
	"slices"
	"strings"
)

// linearize is the MRO of a class whose bases have theirs, by C3. Nil is that there is
// none; then stuck are the classes that can't come first.
func linearize(c *Class) (mro, stuck []*Class) {
	if len(c.Bases) == 1 {
		return append([]*Class{c}, c.Bases[0].MRO...), nil
	}
	lists := make([][]*Class, 0, len(c.Bases)+1)
	for _, b := range c.Bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, c.Bases)
	behind := map[*Class]int{} // in how many lists a class is, but not first
	for _, l := range lists {
		for _, k := range l[min(1, len(l)):] {
			behind[k]++
		}
	}
	mro = []*Class{c}
	for {
		lists = slices.DeleteFunc(lists, func(l []*Class) bool { return len(l) == 0 })
		if len(lists) == 0 {
			return mro, nil
		}
		i := slices.IndexFunc(lists, func(l []*Class) bool { return behind[l[0]] == 0 })
		if i < 0 {
			return nil, heads(lists)
		}
		next := lists[i][0]
		mro = append(mro, next)
		for i, l := range lists {
			if l[0] != next {
				continue
			}
			if lists[i] = l[1:]; len(l) > 1 {
				behind[l[1]]--
			}
		}
	}
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
			return Raise(TypeError, "mro() returned a non-class ('%s')", v.Class().fullName())
		}
		if base := k.nativeBase(); !c.nativeBase().IsSubclass(base) {
			return Raise(TypeError, "mro() returned base with unsuitable layout ('%s')", k.fullName())
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
