// Package asttree is what Python's module ast makes its nodes of: the parser's trees as
// lists of a node's name, its place and its fields.
package asttree

import (
	"reflect"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/parse"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(_ *py.Thread) (*py.Module, error) {
	m := py.NewModule("_ast_tree")
	m.Add("parse", "source, filename, mode, /", tree)
	return m, nil
}

func tree(t *py.Thread, a []py.Object) (py.Object, error) {
	source, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "source must be a string")
	}
	file, ok := py.Native(a[1]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "filename must be a string")
	}
	mode, _ := py.Native(a[2]).(*py.Str)
	var root any
	var err error
	switch {
	case mode != nil && mode.String() == "eval":
		root, err = parse.Expression(file.String(), source.String(), t.Poll)
	case mode != nil && mode.String() == "single":
		root, err = parse.Single(file.String(), source.String(), t.Poll)
	default:
		root, err = parse.Module(file.String(), source.String(), t.Poll)
	}
	if err != nil { // a program has had it compiled before
		return nil, py.Raise(py.SyntaxError, "invalid syntax")
	}
	return object(t, reflect.ValueOf(root))
}

// object is the like of a part of a tree.
func object(t *py.Thread, v reflect.Value) (py.Object, error) {
	switch x := v.Interface().(type) {
	case *ast.Constant:
		return constant(x)
	case ast.Operator:
		return py.NewStr(x.String()), nil
	case ast.CmpOperator:
		return py.NewStr(x.String()), nil
	}
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return py.None, nil
		}
		if v.Kind() == reflect.Interface {
			return object(t, v.Elem())
		}
		return node(t, v.Elem())
	case reflect.Slice:
		return list(t, v)
	case reflect.String:
		return py.NewStr(v.String()), nil
	case reflect.Bool:
		return py.Of(v.Bool()), nil
	case reflect.Uint8:
		return py.MakeInt(int64(v.Uint())), nil
	}
	return py.MakeInt(v.Int()), nil
}

func list(t *py.Thread, v reflect.Value) (py.Object, error) {
	items := make([]py.Object, v.Len())
	for i := range items {
		x, err := object(t, v.Index(i))
		if err != nil {
			return nil, err
		}
		items[i] = x
	}
	return py.NewList(items...), t.Poll()
}

// node is the name, the place and the fields of a struct.
func node(t *py.Thread, v reflect.Value) (py.Object, error) {
	if err := t.EnterFor(" during ast construction"); err != nil {
		return nil, err
	}
	defer t.Leave()
	place, fields := py.Object(py.None), py.NewDict()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch x := v.Field(i).Interface().(type) {
		case ast.Span:
			if name == "Span" {
				place = placeOf(x)
			}
			continue
		}
		value, err := object(t, v.Field(i))
		if err != nil {
			return nil, err
		}
		fields.SetStr(name, value)
	}
	return py.NewTuple(py.NewStr(v.Type().Name()), place, fields), nil
}

func placeOf(s ast.Span) py.Object {
	n := func(x int32) py.Object { return py.MakeInt(int64(x)) }
	return py.NewTuple(n(s.Start.Line), n(s.Start.Col), n(s.End.Line), n(s.End.Col))
}

func constant(c *ast.Constant) (py.Object, error) {
	if c == nil {
		return py.None, nil
	}
	fields := py.NewDict()
	fields.SetStr("Value", value(c))
	return py.NewTuple(py.NewStr("Constant"), placeOf(c.Span), fields), nil
}

func value(c *ast.Constant) py.Object {
	switch c.Kind {
	case ast.True, ast.False:
		return py.Of(c.Kind == ast.True)
	case ast.Ellipsis:
		return py.Ellipsis
	case ast.Int:
		if c.Big != nil {
			return py.MakeBig(c.Big)
		}
		return py.MakeInt(c.Int)
	case ast.Float:
		return py.Float(c.Float)
	case ast.Complex:
		return py.Complex(complex(0, c.Float))
	case ast.Str:
		return py.NewStr(c.Str)
	case ast.Bytes:
		return py.NewBytes(c.Str)
	}
	return py.None
}
