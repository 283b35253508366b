package py

import "cmp"

func setupFunctions() {
	setupFunction()
	setupMethods()
	setupStaticMethods()
	setupDescriptors()
	setupProperty()
	setupSuper()
	setupMappingProxy()
	setupGenericAlias()
	setupUnion()
	setupCode()
	setupWeakRefs()
	setupReductions()
	BaseException.addGetSets(&GetSet{Name: "__dict__", Get: getDict, Set: setDict})
}

// callSlot is the Call of classes that CallArgs knows itself.
func callSlot(t *Thread, x Object, a Args) (Object, error) { return t.CallArgs(x, a) }

// bindSlot is the DescrGet of functions.
func bindSlot(t *Thread, x, obj Object, c *Class) (Object, error) { return t.bindTo(x, obj, c) }

func setupFunction() {
	s := &FunctionClass.Slots
	s.Call, s.DescrGet = callSlot, bindSlot
	s.Repr = func(_ *Thread, x Object) (Object, error) {
		return NewStr("<function " + x.(*Func).QualName + " at " + address(x) + ">"), nil
	}
	s.New = newFunction
	text := func(name string, field func(f *Func) *string) *GetSet {
		return &GetSet{Name: name,
			Get: func(t *Thread, x Object) (Object, error) { return t.In.intern(*field(x.(*Func))), nil },
			Set: func(_ *Thread, x, v Object) error {
				s, ok := v.(*Str)
				if !ok {
					return Raise(TypeError, "%s must be set to a string object", name)
				}
				*field(x.(*Func)) = s.s
				return nil
			}}
	}
	value := func(name string, field func(f *Func) *Object) *GetSet {
		return &GetSet{Name: name,
			Get: func(_ *Thread, x Object) (Object, error) { return OrNone(*field(x.(*Func))), nil },
			Set: func(_ *Thread, x, v Object) error {
				*field(x.(*Func)) = OrNone(v)
				return nil
			}}
	}
	FunctionClass.addGetSets(
		text("__name__", func(f *Func) *string { return &f.Name }),
		text("__qualname__", func(f *Func) *string { return &f.QualName }),
		value("__doc__", func(f *Func) *Object { return &f.Doc }),
		value("__module__", func(f *Func) *Object { return &f.Module }),
		&GetSet{Name: "__dict__", Get: getDict, Set: setDict},
		&GetSet{Name: "__globals__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*Func).Globals, nil }},
		&GetSet{Name: "__builtins__", member: true, Get: func(_ *Thread, x Object) (Object, error) { return x.(*Func).Builtins, nil }},
		&GetSet{Name: "__code__", Get: func(_ *Thread, x Object) (Object, error) { return &Code{x.(*Func).Body.Code}, nil }, Set: setFunctionCode},
		&GetSet{Name: "__defaults__", Get: getDefaults, Set: setDefaults},
		&GetSet{Name: "__kwdefaults__", Get: getKwDefaults, Set: setKwDefaults},
		&GetSet{Name: "__annotations__", Get: getAnnotations, Set: setAnnotations},
		&GetSet{Name: "__closure__", member: true, Get: getClosure},
	)
}

func getDefaults(_ *Thread, x Object) (Object, error) {
	if d := x.(*Func).givenDefaults(); d != nil {
		return d, nil
	}
	return None, nil
}

func (fn *Func) givenDefaults() *Tuple { return cmp.Or(fn.allDefaults, fn.Defaults) }

// setDefaults sets __defaults__. What is beyond the parameters has no effect until the
// function gets a code that has more of them.
func (fn *Func) setDefaults(all *Tuple) {
	fn.Defaults, fn.allDefaults = all, nil
	if all == nil {
		return
	}
	if n := len(all.Items) - fn.Body.params; n > 0 {
		fn.Defaults, fn.allDefaults = NewTuple(all.Items[n:]...), all
	}
}

func setDefaults(_ *Thread, x, v Object) error {
	if v = OrNone(v); v == None {
		x.(*Func).setDefaults(nil)
		return nil
	}
	d, ok := Native(v).(*Tuple)
	if !ok {
		return Raise(TypeError, "__defaults__ must be set to a tuple object")
	}
	x.(*Func).setDefaults(d)
	return nil
}

func getKwDefaults(_ *Thread, x Object) (Object, error) {
	if d := x.(*Func).KwDefaults; d != nil {
		return d, nil
	}
	return None, nil
}

func setKwDefaults(_ *Thread, x, v Object) error {
	if v = OrNone(v); v == None {
		x.(*Func).KwDefaults = nil
		return nil
	}
	d, ok := Native(v).(*Dict)
	if !ok {
		return Raise(TypeError, "__kwdefaults__ must be set to a dict object")
	}
	x.(*Func).KwDefaults = d
	return nil
}

func getAnnotations(_ *Thread, x Object) (Object, error) {
	fn := x.(*Func)
	if fn.Annotations == nil {
		fn.Annotations = NewDict()
	}
	return fn.Annotations, nil
}

func setAnnotations(_ *Thread, x, v Object) error {
	if v = OrNone(v); v == None {
		x.(*Func).Annotations = nil
		return nil
	}
	d, ok := Native(v).(*Dict)
	if !ok {
		return Raise(TypeError, "__annotations__ must be set to a dict object")
	}
	x.(*Func).Annotations = d
	return nil
}

func getClosure(_ *Thread, x Object) (Object, error) {
	cells := x.(*Func).Closure
	if len(cells) == 0 {
		return None, nil
	}
	items := make([]Object, len(cells))
	for i, c := range cells {
		items[i] = c
	}
	return NewTuple(items...), nil
}

func setFunctionCode(t *Thread, x, v Object) error {
	fn := x.(*Func)
	c, ok := v.(*Code)
	if !ok {
		return Raise(TypeError, "__code__ must be set to a code object")
	}
	if have, want := len(fn.Closure), len(c.Free); have != want {
		return Raise(ValueError, "%s() requires a code object with %d free vars, not %d", fn.Name, have, want)
	}
	all := fn.givenDefaults()
	fn.Body = t.In.body(c.Code)
	fn.setDefaults(all)
	return nil
}

// newFunction is types.FunctionType(code, globals, name, argdefs, closure).
func newFunction(t *Thread, _ *Class, a Args) (Object, error) {
	values, err := Sign("code, globals, name=, argdefs=, closure=").bind("function", a, 0)
	if err != nil {
		return nil, err
	}
	c, ok := values[0].(*Code)
	if !ok {
		return nil, Raise(TypeError, "function() argument 'code' must be code, not %s", argClass(values[0]))
	}
	globals, ok := Native(values[1]).(*Dict)
	if !ok {
		return nil, Raise(TypeError, "function() argument 'globals' must be dict, not %s", argClass(values[1]))
	}
	fn := &Func{Body: t.In.body(c.Code), Name: c.Name, QualName: c.QualName, Globals: globals, Builtins: t.builtinsOf(globals), Doc: None}
	if doc, ok := c.Doc.(string); ok {
		fn.Doc = NewStr(doc)
	}
	fn.Module = OrNone(globals.GetStr("__name__"))
	if s, ok := OrNone(values[2]).(*Str); ok {
		fn.Name = s.s
	} else if values[2] != nil && values[2] != None {
		return nil, Raise(TypeError, "arg 3 (name) must be None or string")
	}
	if values[3] != nil && values[3] != None {
		d, ok := values[3].(*Tuple)
		if !ok {
			return nil, Raise(TypeError, "arg 4 (defaults) must be None or tuple")
		}
		fn.setDefaults(d)
	}
	return fn, fn.setClosure(OrNone(values[4]))
}

func (fn *Func) setClosure(v Object) error {
	want := len(fn.Body.Free)
	cells, ok := v.(*Tuple)
	if !ok {
		if v != None || want > 0 {
			return Raise(TypeError, "arg 5 (closure) must be tuple")
		}
		return nil
	}
	if len(cells.Items) != want {
		return Raise(ValueError, "%s requires closure of length %d, not %d", fn.Body.Name, want, len(cells.Items))
	}
	for _, v := range cells.Items {
		c, ok := v.(*Cell)
		if !ok {
			return Raise(TypeError, "arg 5 (closure) expected cell, found %s", v.Class().fullName())
		}
		fn.Closure = append(fn.Closure, c)
	}
	return nil
}
