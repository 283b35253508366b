package javascript

import (
	"slices"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
)

// Expressions that are evaluated in a running program see the names at its top level.
// Direct eval would give them that, but has the engine look every global up by name in
// one scope more (measured: 4 to 9 % of a loop that calls Math.floor). So the main
// source's function hands out an accessor of its names instead, as its first act:
//
//	<scope>((<name>, <set>, <value>) => { switch (<name>) {
//	  case "a": return <set> ? a = <value> : a; ... } return <value>; });
//
// Nothing that a program can write means one of the names in angle brackets.
const (
	hookName   = "<scope>"
	nameParam  = "<name>"
	setParam   = "<set>"
	valueParam = "<value>"
)

// OpenScope has f, the function of a main source, hand out an accessor of its names.
func OpenScope(f *ast.FunctionLiteral) {
	at := f.Body.LeftBrace
	id := func(name unistring.String) *ast.Identifier { return &ast.Identifier{Name: name, Idx: at} }
	accessor := &ast.ArrowFunctionLiteral{
		Start: at, ParameterList: &ast.ParameterList{Opening: at, Closing: at},
		Body: &ast.BlockStatement{LeftBrace: at, RightBrace: at, List: []ast.Statement{
			accessorSwitch(f, id, at), &ast.ReturnStatement{Return: at, Argument: id(valueParam)},
		}},
	}
	for _, p := range []unistring.String{nameParam, setParam, valueParam} {
		accessor.ParameterList.List = append(accessor.ParameterList.List, &ast.Binding{Target: id(p)})
	}
	hand := &ast.ExpressionStatement{Expression: &ast.CallExpression{
		Callee: id(hookName), LeftParenthesis: at, RightParenthesis: at, ArgumentList: []ast.Expression{accessor},
	}}
	after := slices.IndexFunc(f.Body.List, func(s ast.Statement) bool { return !isDirective(s) })
	if after < 0 {
		after = len(f.Body.List)
	}
	f.Body.List = slices.Insert(slices.Clone(f.Body.List), after, ast.Statement(hand))
}

func accessorSwitch(f *ast.FunctionLiteral, id func(unistring.String) *ast.Identifier, at file.Idx) *ast.SwitchStatement {
	s := &ast.SwitchStatement{Switch: at, Discriminant: id(nameParam), Default: -1, RightBrace: at}
	for _, name := range scopeNames(f) {
		write := &ast.AssignExpression{Operator: token.ASSIGN, Left: id(name), Right: id(valueParam)}
		s.Body = append(s.Body, &ast.CaseStatement{
			Case: at, Test: &ast.StringLiteral{Idx: at, Value: name},
			Consequent: []ast.Statement{&ast.ReturnStatement{Return: at, Argument: &ast.ConditionalExpression{
				Test: id(setParam), Consequent: write, Alternate: id(name),
			}}},
		})
	}
	return s
}

// isDirective is true for a statement such as "use strict".
func isDirective(s ast.Statement) bool {
	e, ok := s.(*ast.ExpressionStatement)
	if !ok {
		return false
	}
	_, ok = e.Expression.(*ast.StringLiteral)
	return ok
}

// scopeNames returns the names that f's declarations and a module's parameters bind,
// each once.
// Strict code can't assign to eval and arguments, so these stay the engine's.
func scopeNames(f *ast.FunctionLiteral) []unistring.String {
	n := names{seen: map[unistring.String]bool{"eval": true, "arguments": true}}
	for _, d := range f.DeclarationList {
		n.bindings(d.List)
	}
	for _, s := range f.Body.List {
		switch s := s.(type) {
		case *ast.LexicalDeclaration:
			n.bindings(s.List)
		case *ast.FunctionDeclaration:
			n.target(s.Function.Name)
		case *ast.ClassDeclaration:
			n.target(s.Class.Name)
		}
	}
	for _, p := range parameters { // of f or of a function around it
		n.target(&ast.Identifier{Name: p})
	}
	return n.list
}

type names struct {
	list []unistring.String
	seen map[unistring.String]bool
}

func (n *names) bindings(list []*ast.Binding) {
	for _, b := range list {
		n.target(b.Target)
	}
}

// target adds the names in what may be assigned to by a declaration.
func (n *names) target(e ast.Expression) {
	switch e := e.(type) {
	case *ast.Identifier:
		if e != nil && !n.seen[e.Name] {
			n.seen[e.Name] = true
			n.list = append(n.list, e.Name)
		}
	case *ast.AssignExpression: // a default
		n.target(e.Left)
	case *ast.ArrayPattern:
		for _, x := range e.Elements {
			n.target(x)
		}
		n.target(e.Rest)
	case *ast.ObjectPattern:
		for _, p := range e.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				n.target(&p.Name)
			case *ast.PropertyKeyed:
				n.target(p.Value)
			}
		}
		n.target(e.Rest)
	}
}

// A scope is the names of the main source as an object, for a with statement.
type scope struct {
	in     *instance
	hook   *goja.Object // takes the accessor
	access goja.Value   // the accessor; nil until the main source has begun
}

var _ goja.DynamicObject = (*scope)(nil)

func (s *scope) prepare(in *instance) {
	s.in = in
	s.hook = in.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		s.access = call.Argument(0)
		must(in.vm.GlobalObject().Delete(hookName))
		return goja.Undefined()
	}).(*goja.Object)
}

// open puts the hook in place. It is gone before anything of the program runs.
func (s *scope) open() {
	if _, ok := s.in.runtime.compiler.(ExpressionCompiler); ok {
		must(s.in.vm.GlobalObject().Set(hookName, s.hook))
	}
}

// read returns what a name means; ok is false for none of the scope's.
func (s *scope) read(name string) (v goja.Value, ok bool) {
	if s.access == nil {
		return nil, false
	}
	// The program can't have the hook, so it stands for nothing.
	v = s.in.call(s.access, goja.Undefined(), s.in.vm.ToValue(name), s.in.vm.ToValue(false), s.hook)
	return v, v != s.hook
}

// Has implements goja.DynamicObject. The arguments of the function around the
// expression are not the expression's. What can't be read yet is there.
func (s *scope) Has(name string) (ok bool) {
	if name == "arguments" {
		return true
	}
	thrown := s.in.vm.Try(func() { _, ok = s.read(name) })
	return ok || thrown != nil
}

// Get implements goja.DynamicObject.
func (s *scope) Get(name string) goja.Value {
	if v, ok := s.read(name); ok {
		return v
	}
	return nil
}

// Set implements goja.DynamicObject.
func (s *scope) Set(name string, value goja.Value) bool {
	if s.access == nil {
		return false
	}
	s.in.call(s.access, goja.Undefined(), s.in.vm.ToValue(name), s.in.vm.ToValue(true), value)
	return true
}

// Delete implements goja.DynamicObject.
func (s *scope) Delete(string) bool { return false }

// Keys implements goja.DynamicObject.
func (s *scope) Keys() []string { return nil }
