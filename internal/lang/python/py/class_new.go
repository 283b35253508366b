package py

import (
	"slices"
	"strings"
	"weak"
)

// typeNew is type.__new__.
func typeNew(t *Thread, meta *Class, a Args) (Object, error) {
	if len(a.Pos) != 3 {
		if meta == TypeClass {
			return nil, Raise(TypeError, "type() takes 1 or 3 arguments")
		}
		return nil, Raise(TypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(a.Pos))
	}
	name, ok := Native(a.Pos[0]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "type.__new__() argument 1 must be str, not %s", argClass(a.Pos[0]))
	}
	if strings.ContainsRune(name.s, 0) {
		return nil, Raise(ValueError, "type name must not contain null characters")
	}
	if _, err := EncodeText(t, name.s, "utf-8", "strict"); err != nil {
		return nil, err
	}
	bases, ok := Native(a.Pos[1]).(*Tuple)
	if !ok {
		return nil, Raise(TypeError, "type.__new__() argument 2 must be tuple, not %s", argClass(a.Pos[1]))
	}
	names, ok := Native(a.Pos[2]).(*Dict)
	if !ok {
		return nil, Raise(TypeError, "type.__new__() argument 3 must be dict, not %s", argClass(a.Pos[2]))
	}
	best, err := t.metaOf(meta, bases.Items)
	if err != nil {
		return nil, err
	}
	if best != meta && best.newOf() != TypeClass {
		return t.callNew(best, a)
	}
	c := &Class{Name: name.s, QualName: name.s, Heap: true, in: t.In, Dict: names.Copy()}
	if best != TypeClass {
		c.Meta = best
	}
	if err := t.complete(c, bases.Items); err != nil {
		return nil, err
	}
	return c, t.announce(c, names, a)
}

func (t *Thread) metaOf(meta *Class, bases []Object) (*Class, error) {
	for _, b := range bases {
		if _, ok := b.(*Class); ok {
			continue
		}
		m, err := t.Attr(b, "__mro_entries__")
		if err != nil {
			return nil, err
		}
		if m != nil {
			return nil, Raise(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	return bestMeta(meta, bases)
}

// complete makes a class of its name, dict and metaclass.
func (t *Thread) complete(c *Class, bases []Object) error {
	if err := c.setBases(bases); err != nil {
		return err
	}
	if err := t.setSlots(c); err != nil {
		return err
	}
	if err := t.setNames(c); err != nil {
		return err
	}
	cell, err := c.takeCell(t)
	if err != nil {
		return err
	}
	if cell != nil { // the metaclass's mro may use it already
		cell.Value = c
	}
	if err := t.setMRO(c); err != nil {
		return err
	}
	c.shape = &shape{class: c}
	for _, b := range c.Bases {
		t.In.addSubclass(b, c)
	}
	c.changed()
	return nil
}

// announce tells the attributes and the base of a new class of it.
func (t *Thread) announce(c *Class, names *Dict, a Args) error {
	names = names.Copy()
	var at Cursor
	for k, v := at.Next(names); k != nil; k, v = at.Next(names) {
		if _, ok := v.(*Func); ok {
			continue
		}
		_, _, err := t.callSpecial(v, "__set_name__", c, k)
		if err == nil {
			continue
		}
		e, ok := err.(*Exc)
		if !ok {
			return err
		}
		key, err := t.reprText(k)
		if err != nil {
			return err
		}
		r := Raise(RuntimeError, "Error calling __set_name__ on '%s' instance %s in '%s'", v.Class().fullName(), key, c.fullName())
		r.Cause, r.Context, r.Suppress = e, e, true
		return r
	}
	if len(a.Names) == 0 && c.initSubclassIsPlain() {
		return nil
	}
	hook, err := superAttr(t, &Super{This: c, Self: c, Of: c}, "__init_subclass__")
	if err != nil {
		return err
	}
	_, err = t.CallArgs(hook, Args{Names: a.Names, Named: a.Named})
	return err
}

func (c *Class) initSubclassIsPlain() bool {
	for _, k := range c.MRO[1:] {
		if k.Heap && k.Dict.GetStr("__init_subclass__") != nil {
			return false
		}
	}
	return true
}

// setBases gives a new class its bases, and finds whose layout its instances have.
func (c *Class) setBases(bases []Object) error {
	if len(bases) == 0 {
		bases = []Object{ObjectClass}
	}
	list := make([]*Class, len(bases))
	for i, b := range bases {
		k, ok := b.(*Class)
		if !ok {
			return Raise(TypeError, "bases must be types")
		}
		if k.Sealed || k.unacceptable() {
			return Raise(TypeError, "type '%s' is not an acceptable base type", dotted(k))
		}
		list[i] = k
	}
	best, err := bestBase(list)
	if err != nil {
		return err
	}
	c.Bases, c.best, c.Base = list, best, best.Base
	return nil
}

// unacceptable reports whether a built-in class has no instances that a program may make.
func (c *Class) unacceptable() bool {
	return !c.Heap && c.Slots.New == nil && c != ObjectClass && c.Base != ObjectClass
}

// bestBase is the base whose instances' layout those of the others agree with.
func bestBase(bases []*Class) (best *Class, err error) {
	var winner *Class
	for _, b := range bases {
		s := b.solid()
		switch {
		case winner == nil, s != winner && s.IsSubclass(winner):
			winner, best = s, b
		case winner.IsSubclass(s):
		default:
			return nil, Raise(TypeError, "multiple bases have instance lay-out conflict")
		}
	}
	return best, nil
}

// solid is the class that c's instances have their layout from: the last one that has
// added to it.
func (c *Class) solid() *Class {
	for c.Heap {
		if c.hasMembers || c.native || variableSize(c.Base) && !c.noDict && !c.best.instancesHaveDict() {
			return c
		}
		c = c.best
	}
	if !c.IsSubclass(BaseException) {
		return c.Base
	}
	for c != BaseException && !ownLayout(c) {
		c = c.Bases[0]
	}
	return c
}

// ownLayout reports whether a built-in exception class has fields of its own.
func ownLayout(c *Class) bool {
	switch c {
	case BaseExceptionGroup, StopIteration, SystemExit, ImportError, OSError, SyntaxError, UnicodeDecodeError, UnicodeEncodeError,
		UnicodeTranslateError, AttributeError, NameError:
		return true
	}
	return false
}

// setNames sees to the attributes that mean something to a class.
func (t *Thread) setNames(c *Class) error {
	if q := c.Dict.GetStr("__qualname__"); q != nil {
		s, ok := Native(q).(*Str)
		if !ok {
			return Raise(TypeError, "type __qualname__ must be a str, not %s", q.Class().fullName())
		}
		c.QualName = s.s
		c.Dict.DelStr("__qualname__")
	}
	if c.Dict.GetStr("__module__") == nil && t.frame != nil {
		if m := t.frame.Globals.GetStr("__name__"); m != nil {
			c.Dict.SetStr("__module__", m)
		}
	}
	if fn, ok := c.Dict.GetStr("__new__").(*Func); ok {
		c.Dict.SetStr("__new__", &StaticMethod{Func: fn})
	}
	for _, name := range []string{"__init_subclass__", "__class_getitem__"} {
		if fn, ok := c.Dict.GetStr(name).(*Func); ok {
			c.Dict.SetStr(name, &ClassMethod{Func: fn})
		}
	}
	if c.Dict.GetStr("__doc__") == nil {
		c.Dict.SetStr("__doc__", None)
	}
	if c.Dict.GetStr("__eq__") != nil && c.Dict.GetStr("__hash__") == nil {
		c.Dict.SetStr("__hash__", None)
	}
	return nil
}

// takeCell takes the cell that the class's methods have for __class__ out of its dict.
func (c *Class) takeCell(t *Thread) (*Cell, error) {
	v := c.Dict.GetStr("__classcell__")
	if v == nil {
		return nil, nil
	}
	cell, ok := v.(*Cell)
	if !ok {
		return nil, Raise(TypeError, "__classcell__ must be a nonlocal cell, not %s", Repr(t, v.Class()))
	}
	c.Dict.DelStr("__classcell__")
	return cell, nil
}

// addSubclass notes a direct subclass. They are forgotten when nothing else has them.
func (in *Interp) addSubclass(base, c *Class) {
	list := &base.subs
	if !base.Heap {
		if in.subs == nil {
			in.subs = map[*Class]*subclasses{}
		}
		if in.subs[base] == nil {
			in.subs[base] = &subclasses{}
		}
		list = in.subs[base]
	}
	list.add(c)
}

// subclasses are those of a class that are still there.
type subclasses struct {
	list []weak.Pointer[Class]
	full int // how long the list may get until it is looked through
}

func (s *subclasses) add(c *Class) {
	if len(s.list) >= s.full {
		s.list = slices.DeleteFunc(s.list, func(p weak.Pointer[Class]) bool { return p.Value() == nil })
		s.full = 2*len(s.list) + 8
	}
	s.list = append(s.list, weak.Make(c))
}

func (s *subclasses) remove(c *Class) {
	s.list = slices.DeleteFunc(s.list, func(p weak.Pointer[Class]) bool { return p.Value() == c })
}

func (s *subclasses) all() (list []*Class) {
	for _, p := range s.list {
		if c := p.Value(); c != nil {
			list = append(list, c)
		}
	}
	return list
}
