// Package ast has the syntax tree of a Python program. Its nodes are those of Python's
// own module ast (https://docs.python.org/3.11/library/ast.html), by the same names, so
// that what is known of them holds here.
package ast

// A Pos is a place in a source.
type Pos struct {
	Line int32 // from 1
	Col  int32 // from 0, in characters (code points)
}

// A Span is where a node begins and where it ends, its end not being part of it.
type Span struct{ Start, End Pos }

// Extent returns s, which nodes embed.
func (s Span) Extent() Span { return s }

// A Node is any part of a tree that has a place.
type Node interface{ Extent() Span }

// A Module is a whole file.
type Module struct {
	Body []Stmt
	// Optimize is compile()'s: from 1 on there are no asserts and __debug__ is False, from 2 on
	// no docstrings.
	Optimize uint8
	// Future is whether annotations are strings without the source saying so.
	Future bool
}

// A Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// An Expr is an expression, or the target of an assignment.
type Expr interface {
	Node
	expr()
}

// A Pattern is what a case of a match statement matches against.
type Pattern interface {
	Node
	pattern()
}
