package py

import (
	"fmt"
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// Call calls a function with positional arguments.
func (t *Thread) Call(fn Object, args ...Object) (Object, error) {
	return t.CallArgs(fn, Args{Pos: args})
}

// CallArgs calls a function.
func (t *Thread) CallArgs(fn Object, a Args) (Object, error) {
	switch fn := fn.(type) {
	case *Func:
		return t.callFunc(fn, a)
	case *Builtin:
		return fn.call(t, a)
	case *MethodDescr:
		return fn.call(t, a)
	case *Method:
		if err := t.enterNative(); err != nil {
			return nil, err
		}
		defer t.leaveNative()
		return t.callArgsWith(fn.Func, fn.Self, a)
	case *Class:
		return t.construct(fn, a)
	}
	c := fn.Class()
	if !c.Heap {
		if c.Slots.Call == nil {
			return nil, Raise(TypeError, "'%s' object is not callable", c.fullName())
		}
		if err := t.enterNative(); err != nil {
			return nil, err
		}
		v, err := c.Slots.Call(t, fn, a)
		t.leaveNative()
		return v, err
	}
	m, err := t.special(fn, "__call__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, Raise(TypeError, "'%s' object is not callable", c.fullName())
	}
	if err := t.enterFor(" while calling a Python object"); err != nil {
		return nil, err
	}
	defer t.leave()
	return t.CallArgs(m, a)
}

// callFunc runs a program's function to its end, or makes its generator.
func (t *Thread) callFunc(fn *Func, a Args) (Object, error) {
	b := fn.Body
	if b.Generator || b.Coroutine {
		if !b.ready {
			b = t.In.runnable(b)
		}
		f := &Frame{Body: b, regs: make([]Object, b.Registers)}
		f.begin(fn)
		if err := fn.bind(t, f.regs, a); err != nil {
			return nil, err
		}
		return t.newGenerator(fn, f), nil
	}
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	f, err := t.frameFor(fn, a)
	if err != nil {
		return nil, err
	}
	return t.run(f)
}

// frameFor begins a call.
func (t *Thread) frameFor(fn *Func, a Args) (*Frame, error) {
	f := t.newFrame(fn.Body)
	f.begin(fn)
	if fn.Body.Named { // a module's or a class's code, of which the program has made a function
		f.names = fn.Globals
	}
	if err := fn.bind(t, f.regs, a); err != nil {
		t.discard(f)
		return nil, err
	}
	if err := t.push(f); err != nil {
		t.discard(f)
		return nil, err
	}
	return f, nil
}

// discard gives back a frame that was never the innermost one.
func (t *Thread) discard(f *Frame) {
	f.back = t.frame
	t.depth++
	t.pop(f)
}

// begin gives a frame what a function brings to each of its calls.
func (f *Frame) begin(fn *Func) {
	f.fn, f.Globals, f.builtins = fn, fn.Globals, fn.Builtins
	at := len(fn.Body.Vars)
	for i, c := range fn.Closure {
		f.regs[at+i] = c
	}
}

// bind gives the parameters their values.
func (fn *Func) bind(t *Thread, regs []Object, a Args) error {
	b := fn.Body
	if len(a.Names) == 0 && len(a.Pos) == b.params && b.KwOnly == 0 && !b.VarArgs && !b.VarKw {
		copy(regs, a.Pos)
		return nil
	}
	return fn.bindSlow(t, regs, a)
}

func (fn *Func) bindSlow(t *Thread, regs []Object, a Args) error {
	b := fn.Body
	total := b.params + b.KwOnly
	n := copy(regs[:b.params], a.Pos)
	at := total
	if b.VarArgs {
		regs[at] = NewTuple(slices.Clone(a.Pos[n:])...)
		at++
	}
	var more *Dict
	if b.VarKw {
		more = NewDict()
		regs[at] = more
	}
	for i, name := range a.Names {
		if err := fn.bindNamed(regs, more, name, a.Named[i], a); err != nil {
			return err
		}
	}
	if len(a.Pos) > b.params && !b.VarArgs {
		return fn.tooMany(len(a.Pos), regs)
	}
	return fn.bindDefaults(t, regs)
}

func (fn *Func) bindNamed(regs []Object, more *Dict, name *Str, v Object, a Args) error {
	b := fn.Body
	for i := b.PosOnly; i < b.params+b.KwOnly; i++ {
		if b.Vars[i] != name.s {
			continue
		}
		if regs[i] != nil {
			return Raise(TypeError, "%s() got multiple values for argument '%s'", fn.QualName, name.s)
		}
		regs[i] = v
		return nil
	}
	if more != nil {
		more.setStr(name, v)
		return nil
	}
	var wrong []string
	for _, v := range b.Vars[:b.PosOnly] {
		if slices.ContainsFunc(a.Names, func(n *Str) bool { return n.s == v }) {
			wrong = append(wrong, v)
		}
	}
	if len(wrong) > 0 {
		return Raise(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.QualName, strings.Join(wrong, ", "))
	}
	return Raise(TypeError, "%s() got an unexpected keyword argument '%s'", fn.QualName, name.s)
}

func (fn *Func) bindDefaults(t *Thread, regs []Object) error {
	b := fn.Body
	defaults := fn.defaults()
	first := b.params - len(defaults)
	var missing []string
	for i := range b.params {
		if regs[i] != nil {
			continue
		}
		if i < first {
			missing = append(missing, b.Vars[i])
			continue
		}
		regs[i] = defaults[i-first]
	}
	if len(missing) > 0 {
		return fn.missing("positional", missing)
	}
	for i := b.params; i < b.params+b.KwOnly; i++ {
		if regs[i] != nil {
			continue
		}
		if fn.KwDefaults != nil {
			regs[i] = fn.KwDefaults.GetStr(b.Vars[i])
		}
		if regs[i] == nil {
			missing = append(missing, b.Vars[i])
		}
	}
	if len(missing) > 0 {
		return fn.missing("keyword-only", missing)
	}
	return nil
}

func (fn *Func) defaults() []Object {
	if fn.Defaults == nil {
		return nil
	}
	return fn.Defaults.Items
}

func (fn *Func) missing(kind string, names []string) error {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	list := names[0]
	switch n := len(names); {
	case n == 2:
		list = names[0] + " and " + names[1]
	case n > 2:
		list = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	return Raise(TypeError, "%s() missing %s: %s", fn.QualName, count(len(names), "required "+kind+" argument"), list)
}

func (fn *Func) tooMany(given int, regs []Object) error {
	b := fn.Body
	most, least := b.params, b.params-len(fn.defaults())
	takes := count(most, "positional argument")
	if least != most {
		takes = fmt.Sprintf("from %d to %d positional arguments", least, most)
	}
	named := 0
	for i := b.params; i < b.params+b.KwOnly; i++ {
		if regs[i] != nil {
			named++
		}
	}
	was := "were"
	if given == 1 {
		was = "was"
	}
	if named > 0 {
		return Raise(TypeError, "%s() takes %s but %s (and %s) were given", fn.QualName, takes, count(given, "positional argument"), count(named, "keyword-only argument"))
	}
	return Raise(TypeError, "%s() takes %s but %d %s given", fn.QualName, takes, given, was)
}

func (b *Builtin) call(t *Thread, a Args) (Object, error) {
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	if b.raw != nil {
		return b.raw(t, a)
	}
	if b.of != nil {
		return b.of.callBound(t, b.Self, a, true)
	}
	values, err := b.sig.bind(b.Name, a, 0)
	if err != nil { // the full name, which is made of two, is for the message alone
		_, err = b.sig.bind(b.fullName(), a, 0)
		return nil, err
	}
	return b.fn(t, values)
}

// fullName is its name in messages about arguments.
func (b *Builtin) fullName() string {
	if b.Name == "sorted" { // which has list.sort look at the names that it is given
		return "sort"
	}
	if b.static != nil {
		return b.static.qualName() + "." + b.Name
	}
	if b.Module == "" || b.Module == "builtins" {
		return b.Name
	}
	return b.Module + "." + b.Name
}

// callBound calls the method of an object, which may be of a subclass; of is whether by what
// the object's attribute is.
func (m *MethodDescr) callBound(t *Thread, self Object, a Args, of bool) (Object, error) {
	native := self
	if !m.whole && (m.owner != DictClass || m.Name != "__getitem__") { // which asks for __missing__
		native = nativeFor(m.owner, self)
	}
	v, err := m.callNative(t, self, native, a, of)
	if native != self && v == native && !m.owner.immutable() {
		v = self
	}
	return v, err
}

// callNative is callBound of what fn takes for self.
func (m *MethodDescr) callNative(t *Thread, self, native Object, a Args, of bool) (Object, error) {
	given, simple := len(a.Pos)+1, len(a.Names) == 0 && m.sig.takes(len(a.Pos)+1)
	if simple {
		given = len(m.sig.names)
	}
	w, c := t.scratch(given)
	defer c.release(w)
	w[0] = native
	copy(w[1:], a.Pos)
	if simple {
		return m.fn(t, w)
	}
	a.Pos = w
	if m.wrapper && !m.sig.rest {
		if err := m.checkWrapper(a); err != nil {
			return nil, err
		}
	}
	values, err := m.sig.bind(m.nameFor(self, of), a, 1)
	if err != nil {
		return nil, err
	}
	return m.fn(t, values)
}

// checkWrapper checks the arguments of a method that stands for a slot.
func (m *MethodDescr) checkWrapper(a Args) error {
	if len(a.Names) > 0 {
		return Raise(TypeError, "wrapper %s() takes no keyword arguments", m.Name)
	}
	most, least, given := m.sig.named-1, m.sig.required-1, len(a.Pos)-1
	space := "" // where a name would be
	if m.unpacks() {
		space = " "
	}
	switch {
	case given >= least && given <= most:
		return nil
	case most != least && given < least:
		return Raise(TypeError, "%sexpected at least %s, got %d", space, count(least, "argument"), given)
	case most != least:
		return Raise(TypeError, "%sexpected at most %s, got %d", space, count(most, "argument"), given)
	}
	return Raise(TypeError, "%sexpected %s, got %d", space, count(most, "argument"), given)
}

// unpacks reports whether CPython takes the method's arguments as those of a function without
// a name.
func (m *MethodDescr) unpacks() bool {
	switch m.Name {
	case "__get__", "__set__", "__setattr__", "__setitem__", "__pow__", "__rpow__", "__ipow__":
		return true
	case "__mul__", "__rmul__", "__imul__":
		return sequenceOperator(ast.Mult, m.owner)
	}
	return false
}

// nameFor is what messages call the method: it is its class's, unless it is an attribute of
// self, whose class's it is then, or which is a class itself.
func (m *MethodDescr) nameFor(self Object, of bool) string {
	c, ok := self.(*Class)
	switch {
	case of && (m.sig.find || m.sig.rest):
		return m.Name
	case ok && m.owner == TypeClass && (of || TypeClass.Dict.GetStr(m.Name) != Object(m)):
		return c.qualName() + "." + m.Name
	case of:
		return self.Class().qualName() + "." + m.Name
	}
	return m.owner.OwnName() + "." + m.Name
}

// immutable reports whether the class's methods return a plain object where they have
// nothing to change: str.strip of a subclass's instance is a str.
func (c *Class) immutable() bool {
	switch c {
	case StrClass, BytesClass, IntClass, FloatClass, ComplexClass, TupleClass, FrozenSetClass:
		return true
	}
	return false
}

// nativeFor is what a method of owner takes for self.
func nativeFor(owner *Class, self Object) Object {
	if x, ok := self.(*Instance); ok && x.Native != nil && owner != ObjectClass {
		return x.Native
	}
	return self
}

// call calls the method with self as the first argument.
func (m *MethodDescr) call(t *Thread, a Args) (Object, error) {
	if len(a.Pos) == 0 {
		if m.wrapper {
			return nil, Raise(TypeError, "descriptor '%s' of '%s' object needs an argument", m.Name, m.owner.fullName())
		}
		return nil, Raise(TypeError, "unbound method %s.%s() needs an argument", m.owner.qualName(), m.Name)
	}
	self := a.Pos[0]
	if !IsInstance(self, m.owner) {
		return nil, m.wrongSelf(self)
	}
	if err := t.enterNative(); err != nil {
		return nil, err
	}
	defer t.leaveNative()
	a.Pos = a.Pos[1:]
	return m.callBound(t, self, a, false)
}

func (m *MethodDescr) wrongSelf(self Object) error {
	if m.wrapper {
		return Raise(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", m.Name, m.owner.fullName(), self.Class().fullName())
	}
	return notOf(m.Name, m.owner, self)
}
