package py

import "strings"

// DefineStruct makes a class of tuples whose items also have names, such as
// sys.version_info's. It is to be called once for each, as DefineClass is.
func DefineStruct(module, name string, fields ...string) *Class {
	return DefineStructWith(module, name, nil, fields...)
}

// DefineStructWith is DefineStruct with more methods, which get an instance as it is.
func DefineStructWith(module, name string, methods MethodTable, fields ...string) *Class {
	full := name
	if module != "" {
		full = module + "." + name
	}
	return DefineClass(module, name, TupleClass, func(c *Class) {
		for i, field := range fields {
			c.addGetSets(&GetSet{Name: field, Get: func(_ *Thread, o Object) (Object, error) {
				return Native(o).(*Tuple).Items[i], nil
			}})
		}
		names := make([]Object, len(fields))
		for i, f := range fields {
			names[i] = NewStr(f)
		}
		c.Dict.SetStr("n_fields", MakeInt(int64(len(fields))))
		c.Dict.SetStr("n_sequence_fields", MakeInt(int64(len(fields))))
		c.Dict.SetStr("n_unnamed_fields", MakeInt(0))
		c.Dict.SetStr("__match_args__", NewTuple(names...))
		c.AddWholeMethods(MethodTable{{"__reduce__", "", func(_ *Thread, a []Object) (Object, error) {
			return NewTuple(c, NewTuple(NewTuple(Native(a[0]).(*Tuple).Items...), NewDict())), nil
		}, ""}})
		c.AddWholeMethods(methods)
		c.Slots.Repr = func(t *Thread, o Object) (Object, error) { return structRepr(t, full, fields, Native(o).(*Tuple)) }
		c.Slots.New = func(t *Thread, _ *Class, a Args) (Object, error) {
			items, _, err := structArguments(t, c, a, len(fields), len(fields))
			if err != nil {
				return nil, err
			}
			return NewStruct(c, items...), nil
		}
	})
}

// NewStruct returns an instance of a DefineStruct.
func NewStruct(c *Class, items ...Object) Object {
	return &Instance{class: c, Native: NewTuple(items...)}
}

func structRepr(t *Thread, name string, fields []string, values *Tuple) (Object, error) {
	var b strings.Builder
	b.WriteString(name)
	for i, f := range fields {
		if i == 0 {
			b.WriteByte('(')
		} else {
			b.WriteString(", ")
		}
		s, err := t.Repr(values.Items[i])
		if err != nil {
			return nil, err
		}
		b.WriteString(f + "=" + s.s)
	}
	b.WriteByte(')')
	return NewStr(b.String()), nil
}
