package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// matchOp runs an instruction of patterns.
func (t *Thread) matchOp(f *Frame, in *code.Instr) (Object, error) {
	x, err := f.arg(in.B)
	if err != nil {
		return nil, err
	}
	switch in.Op {
	case code.MatchSequence:
		return Of(patternKind(x.Class()) == patternSequence), nil
	case code.MatchMapping:
		return Of(patternKind(x.Class()) == patternMapping), nil
	case code.MatchKeys:
		return t.matchKeys(x, f.regs[in.C].(*Tuple).Items)
	case code.MatchClass:
		return t.matchClass(x, f.regs[in.C], int(in.N), f.regs[in.C+1].(*Tuple).Items)
	case code.MatchRest:
		return t.matchRest(x, f.regs[in.C].(*Tuple).Items)
	}
	n, err := t.Len(x)
	return MakeInt(int64(n)), err
}

// What patterns take instances of a class for.
const (
	patternNothing = iota
	patternSequence
	patternMapping
)

// patternKind finds the first of a class's bases that says it.
func patternKind(c *Class) int {
	for _, k := range c.MRO {
		switch k {
		case ListClass, TupleClass, RangeClass, MemoryViewClass:
			return patternSequence
		case DictClass, MappingProxyClass:
			return patternMapping
		}
		switch k.pattern {
		case patternSequence, patternMapping:
			return int(k.pattern)
		}
		if flags, ok := k.Dict.GetStr("__abc_tpflags__").(Int); ok {
			switch {
			case flags&(1<<5) != 0:
				return patternSequence
			case flags&(1<<6) != 0:
				return patternMapping
			}
		}
	}
	return patternNothing
}

// RegisterPattern has patterns take c, which was registered as a virtual subclass of an
// abstract one, for what they take that for.
func (c *Class) RegisterPattern(abstract *Class) {
	if kind := patternKind(abstract); kind != patternNothing && patternKind(c) == patternNothing {
		c.pattern = uint8(kind)
	}
}

func (t *Thread) matchKeys(x Object, keys []Object) (Object, error) {
	values := make([]Object, len(keys))
	seen := NewDict()
	d, plain := x.(*Dict)
	var get Object
	if !plain {
		var err error
		if get, err = t.GetAttr(x, "get"); err != nil {
			return nil, err
		}
	}
	missing := &Instance{class: ObjectClass}
	for i, k := range keys {
		if v, err := seen.Get(t, k); v != nil || err != nil {
			if err != nil {
				return nil, err
			}
			return nil, Raise(ValueError, "mapping pattern checks duplicate key (%s)", Repr(t, k))
		}
		if err := seen.Set(t, k, True); err != nil {
			return nil, err
		}
		var v Object
		var err error
		if plain {
			v, err = d.Get(t, k)
		} else {
			v, err = t.Call(get, k, missing)
		}
		if err != nil {
			return nil, err
		}
		if v == nil || v == Object(missing) {
			return None, nil
		}
		values[i] = v
	}
	return NewTuple(values...), nil
}

func (t *Thread) matchRest(x Object, keys []Object) (Object, error) {
	var rest *Dict
	if d, ok := x.(*Dict); ok {
		rest = d.Copy()
	} else {
		v, err := t.Call(DictClass, x)
		if err != nil {
			return nil, err
		}
		rest = v.(*Dict)
	}
	for _, k := range keys {
		if _, err := rest.Del(t, k); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// matchesItself reports whether a class pattern's one positional pattern is for the value
// itself.
func matchesItself(c *Class) bool {
	for _, k := range []*Class{BoolClass, ByteArrayClass, BytesClass, DictClass, FloatClass, FrozenSetClass, IntClass, ListClass, SetClass, StrClass, TupleClass} {
		if c.IsSubclass(k) {
			return true
		}
	}
	return false
}

func (t *Thread) matchClass(x, class Object, positional int, names []Object) (Object, error) {
	c, ok := class.(*Class)
	if !ok {
		return nil, Raise(TypeError, "called match pattern must be a type")
	}
	if ok, err := t.instanceFor(x, c); err != nil || !ok {
		return None, err
	}
	attrs, self, err := t.matchArgs(c, positional)
	if err != nil {
		return nil, err
	}
	values := make([]Object, 0, positional+len(names))
	if self {
		values = append(values, x)
	}
	attrs = append(attrs, texts(names)...)
	for i, name := range attrs {
		if slices.Contains(attrs[:i], name) {
			return nil, Raise(TypeError, "%s() got multiple sub-patterns for attribute %s", c.fullName(), Repr(t, NewStr(name)))
		}
		v, err := t.Attr(x, name)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return None, nil
		}
		values = append(values, v)
	}
	return NewTuple(values...), nil
}

// matchArgs are the attributes that positional patterns are for. self is whether there is
// one, for the value itself.
func (t *Thread) matchArgs(c *Class, positional int) (names []string, self bool, err error) {
	if positional == 0 {
		return nil, false, nil
	}
	list, err := t.Attr(c, "__match_args__")
	if err != nil {
		return nil, false, err
	}
	allowed := 0
	var items []Object
	switch args, ok := list.(*Tuple); {
	case ok:
		items, allowed = args.Items, len(args.Items)
	case list != nil:
		return nil, false, Raise(TypeError, "%s.__match_args__ must be a tuple (got %s)", c.fullName(), list.Class().fullName())
	case matchesItself(c):
		self, allowed = true, 1
	}
	if allowed < positional {
		return nil, false, Raise(TypeError, "%s() accepts %s (%d given)", c.fullName(), count(allowed, "positional sub-pattern"), positional)
	}
	if self {
		return nil, true, nil
	}
	for _, v := range items[:positional] {
		s, ok := v.(*Str)
		if !ok {
			return nil, false, Raise(TypeError, "__match_args__ elements must be strings (got %s)", v.Class().fullName())
		}
		names = append(names, s.s)
	}
	return names, false, nil
}

// instanceFor is isinstance(x, c).
func (t *Thread) instanceFor(x Object, c *Class) (bool, error) {
	if IsInstance(x, c) || c.Class() == TypeClass {
		return IsInstance(x, c), nil
	}
	v, found, err := t.callSpecial(c, "__instancecheck__", x)
	if err != nil || !found {
		return false, err
	}
	return t.Truth(v)
}
