package py

import (
	"slices"
	"strings"
)

// A Member is the descriptor of a name in __slots__.
type Member struct {
	Name  string
	owner *Class
}

// Class returns the class member_descriptor.
func (*Member) Class() *Class { return MemberClass }

// members are the values of slots, of an Instance that has a __dict__, too. In others
// slots are kept as attributes are.
type members map[*Member]Object

func (m *Member) get(x Object) (Object, error) {
	if e, ok := x.(*Exc); ok && e.class.IsSubclass(m.owner) {
		if v := e.slots[m]; v != nil {
			return v, nil
		}
		return nil, noAttribute(x, m.Name)
	}
	o, err := m.instance(x)
	if err != nil {
		return nil, err
	}
	var v Object
	if o.class.noDict {
		v = o.attr(m.Name)
	} else {
		v = o.members[m]
	}
	if v == nil {
		return nil, noAttribute(x, m.Name)
	}
	return v, nil
}

func (m *Member) set(x, v Object) error {
	if e, ok := x.(*Exc); ok && e.class.IsSubclass(m.owner) {
		return m.setIn(&e.slots, v)
	}
	o, err := m.instance(x)
	switch {
	case err != nil:
		return err
	case v == nil:
		return m.del(o)
	case o.class.noDict:
		o.setAttr(m.Name, v)
	default:
		return m.setIn(&o.members, v)
	}
	return nil
}

// setIn sets it, or with a nil v deletes it.
func (m *Member) setIn(values *members, v Object) error {
	if v == nil {
		if (*values)[m] == nil {
			return Raise(AttributeError, "%s", m.Name)
		}
		delete(*values, m)
		return nil
	}
	if *values == nil {
		*values = members{}
	}
	(*values)[m] = v
	return nil
}

func (m *Member) del(o *Instance) error {
	if o.class.noDict {
		if o.delAttr(m.Name) {
			return nil
		}
		return Raise(AttributeError, "%s", m.Name)
	}
	return m.setIn(&o.members, nil)
}

func (m *Member) instance(x Object) (*Instance, error) {
	o, ok := x.(*Instance)
	if !ok || !o.class.IsSubclass(m.owner) {
		return nil, notOf(m.Name, m.owner, x)
	}
	return o, nil
}

// setSlots sees to __slots__, and to whether instances have a __dict__.
func (t *Thread) setSlots(c *Class) error {
	hasDict := slices.ContainsFunc(c.Bases, (*Class).instancesHaveDict)
	hasWeak := weakIn(c.best)
	v := c.Dict.GetStr("__slots__")
	if v == nil {
		if !hasDict {
			c.addDictGetSet()
		}
		if !hasWeak && !c.sizesVary() {
			c.addWeakGetSet()
			hasWeak = true
		}
		c.hasWeak = hasWeak
		return nil
	}
	names, err := t.slotNames(c, v)
	if err != nil {
		return err
	}
	c.noDict, c.hasWeak = !hasDict, hasWeak
	for _, name := range names {
		if err := c.addSlot(name, hasDict, hasWeak); err != nil {
			return err
		}
	}
	if !c.hasWeak && !c.sizesVary() && slices.ContainsFunc(c.Bases, weakIn) { // as another base has it
		c.hasWeak = true
		c.addWeakGetSet()
	}
	if c.noDict {
		for _, b := range c.Bases {
			c.Slotted = append(c.Slotted, b.Slotted...)
		}
	}
	return nil
}

func (c *Class) instancesHaveDict() bool {
	if c.Heap {
		return !c.noDict
	}
	return c.IsSubclass(BaseException) || c.IsSubclass(ModuleClass) || c.IsSubclass(TypeClass)
}

func (t *Thread) slotNames(c *Class, v Object) ([]string, error) {
	items := []Object{v}
	if _, ok := Native(v).(*Str); !ok {
		var err error
		if items, err = t.Collect(v); err != nil {
			return nil, err
		}
	}
	if len(items) > 0 && (variableSize(c.Base) || c.Base.IsSubclass(TypeClass)) {
		return nil, Raise(TypeError, "nonempty __slots__ not supported for subtype of '%s'", c.best.fullName())
	}
	names := make([]string, len(items))
	for i, item := range items {
		s, ok := Native(item).(*Str)
		if !ok {
			return nil, Raise(TypeError, "__slots__ items must be strings, not '%s'", item.Class().fullName())
		}
		if !validSlot(s.s) {
			return nil, Raise(TypeError, "__slots__ must be identifiers")
		}
		names[i] = s.s
	}
	return names, nil
}

// weakIn reports whether objects of a class that a program has made have a place for weak references.
func weakIn(c *Class) bool { return c.Heap && c.hasWeak }

// sizesVary reports whether objects of the class are of as many bytes as they need: there is no
// place for weak references in them.
func (c *Class) sizesVary() bool {
	return slices.ContainsFunc(c.Bases, func(b *Class) bool {
		return b.IsSubclass(IntClass) || b.IsSubclass(TupleClass) || b.IsSubclass(BytesClass)
	})
}

func (c *Class) addSlot(name string, hasDict, hasWeak bool) error {
	switch name {
	case "__dict__":
		if hasDict || !c.noDict {
			return Raise(TypeError, "__dict__ slot disallowed: we already got one")
		}
		c.noDict = false
		c.addDictGetSet()
		return nil
	case "__weakref__":
		if hasWeak || c.sizesVary() {
			return Raise(TypeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
		}
		c.hasWeak = true
		c.addWeakGetSet()
		return nil
	}
	name = mangled(c.Name, name)
	if c.Dict.GetStr(name) != nil && name != "__qualname__" && name != "__classcell__" {
		if m, ok := c.Dict.GetStr(name).(*Member); ok && m.owner == c {
			return nil // named twice
		}
		return Raise(ValueError, "'%s' in __slots__ conflicts with class variable", name)
	}
	c.hasMembers = true
	c.Dict.SetStr(name, &Member{Name: name, owner: c})
	c.Slotted = append(c.Slotted, name)
	return nil
}

// mangled is a private name of a class as it is within it.
func mangled(class, name string) string {
	class = strings.TrimLeft(class, "_")
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") {
		return name
	}
	return "_" + class + name
}

// addDictGetSet has __dict__ answer the attributes, unless the class gives the name a meaning
// of its own.
func (c *Class) addDictGetSet() {
	if c.Dict.GetStr("__dict__") != nil {
		return
	}
	c.Dict.SetStr("__dict__", &GetSet{Name: "__dict__", owner: c, Get: getDict, Set: setDict})
}

func (c *Class) addWeakGetSet() {
	if c.Dict.GetStr("__weakref__") != nil {
		return
	}
	c.Dict.SetStr("__weakref__", &GetSet{Name: "__weakref__", owner: c,
		Get: func(*Thread, Object) (Object, error) { return None, nil }})
}

// getDict is x.__dict__.
func getDict(_ *Thread, x Object) (Object, error) {
	d := attributes(x, true)
	if d == nil {
		return nil, noAttribute(x, "__dict__")
	}
	if o, ok := x.(*Instance); ok {
		if of := o.members[givenDict]; of != nil {
			return of, nil
		}
	}
	return d, nil
}

// givenDict is under which an Instance's members have the object of a subclass of dict that
// its __dict__ was set to.
var givenDict = &Member{Name: "__dict__"}

func (o *Instance) setDict(d *Dict, of Object) {
	o.dict, o.shape, o.slots = d, nil, nil
	delete(o.members, givenDict)
	if of == nil || of == Object(d) {
		return
	}
	if o.members == nil {
		o.members = members{}
	}
	o.members[givenDict] = of
}

func setDict(_ *Thread, x, v Object) error {
	if v == nil {
		o, ok := x.(*Instance)
		if !ok {
			return Raise(TypeError, "cannot delete __dict__")
		}
		o.setDict(NewDict(), nil)
		return nil
	}
	d, ok := Native(v).(*Dict)
	if !ok {
		return Raise(TypeError, "__dict__ must be set to a dictionary, not a '%s'", v.Class().fullName())
	}
	switch x := x.(type) {
	case *Instance:
		x.setDict(d, v)
	case *Exc:
		x.dict = d
	case *Func:
		x.dict = d
	case *StaticMethod:
		x.dict = d
	case *ClassMethod:
		x.dict = d
	}
	return nil
}

// validSlot reports whether a name is an identifier.
func validSlot(name string) bool {
	for i, r := range name {
		if i == 0 && !isIDStart(r) || !isIDContinue(r) {
			return false
		}
	}
	return name != ""
}
