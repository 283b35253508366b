package ast

import "math/big"

// An Operator is a binary operator.
type Operator uint8

// The binary operators. Their order is that of the opcodes.
const (
	Add Operator = iota
	Sub
	Mult
	Div
	FloorDiv
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	MatMult
)

// String is the operator as it is written.
func (o Operator) String() string {
	return [...]string{"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@"}[o]
}

// A UnaryOperator is one with a single operand.
type UnaryOperator uint8

// The unary operators.
const (
	Not UnaryOperator = iota
	Invert
	UAdd
	USub
)

// A CmpOperator compares.
type CmpOperator uint8

// The comparisons. The first six are in the order of Python's own rich comparisons.
const (
	Lt CmpOperator = iota
	LtE
	Eq
	NotEq
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// String is the comparison as it is written.
func (o CmpOperator) String() string {
	return [...]string{"<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"}[o]
}

// A Kind says what a Constant is.
type Kind uint8

// The kinds of constants.
const (
	None Kind = iota
	True
	False
	Ellipsis
	Int     // Int, or Big where it is out of Int's range
	Float   // Float
	Complex // Float is the imaginary part, there being no other
	Str     // Str, where a lone surrogate is three bytes as of any other code point
	Bytes   // Str, a byte each
)

// The expressions.
type (
	// BoolOp is a and b and c, or with Or a or b or c.
	BoolOp struct {
		Span
		Or     bool
		Values []Expr
	}
	// NamedExpr is target := value.
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}
	// BinOp is left op right.
	BinOp struct {
		Span
		Left  Expr
		Op    Operator
		Right Expr
	}
	// UnaryOp is op operand.
	UnaryOp struct {
		Span
		Op      UnaryOperator
		Operand Expr
	}
	// Lambda is lambda args: body.
	Lambda struct {
		Span
		Args *Arguments
		Body Expr
	}
	// IfExp is body if test else orelse.
	IfExp struct {
		Span
		Test, Body, OrElse Expr
	}
	// Dict is {key: value}; a nil key is that of a **value.
	Dict struct {
		Span
		Keys, Values []Expr
	}
	// Set is {a, b}.
	Set struct {
		Span
		Elts []Expr
	}
	// ListComp is [elt for ...].
	ListComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// SetComp is {elt for ...}.
	SetComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// DictComp is {key: value for ...}.
	DictComp struct {
		Span
		Key, Value Expr
		Generators []*Comprehension
	}
	// GeneratorExp is (elt for ...).
	GeneratorExp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	// Await is await value.
	Await struct {
		Span
		Value Expr
	}
	// Yield may have a nil value.
	Yield struct {
		Span
		Value Expr
	}
	// YieldFrom is yield from value.
	YieldFrom struct {
		Span
		Value Expr
	}
	// Compare is left op comparator op comparator.
	Compare struct {
		Span
		Left        Expr
		Ops         []CmpOperator
		Comparators []Expr
	}
	// Call is func(args, keywords); Starred among the args.
	Call struct {
		Span
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	// FormattedValue is {value!c:spec} in an f-string. Conversion is 0, 's', 'r' or
	// 'a'; Spec is nil where there is none.
	FormattedValue struct {
		Span
		Value      Expr
		Conversion byte
		Spec       *JoinedStr
	}
	// JoinedStr is an f-string: Constants and FormattedValues.
	JoinedStr struct {
		Span
		Values []Expr
	}
	// Constant is a literal: see Kind for which field holds it.
	Constant struct {
		Span
		Kind  Kind
		Int   int64
		Big   *big.Int
		Float float64
		Str   string
	}
	// Attribute is value.attr.
	Attribute struct {
		Span
		Value Expr
		Attr  string
	}
	// Subscript is value[index].
	Subscript struct {
		Span
		Value, Index Expr
	}
	// Starred is *value.
	Starred struct {
		Span
		Value Expr
	}
	// Name is an identifier, in the NFKC form.
	Name struct {
		Span
		ID string
	}
	// List is [a, b].
	List struct {
		Span
		Elts []Expr
	}
	// Tuple is a, b.
	Tuple struct {
		Span
		Elts []Expr
	}
	// Slice is lower:upper:step, each of which may be nil. It is only the index of a
	// Subscript, or in a Tuple which is.
	Slice struct {
		Span
		Lower, Upper, Step Expr
	}
)

// A Comprehension is one for of a comprehension, with its ifs.
type Comprehension struct {
	Target, Iter Expr
	Ifs          []Expr
	Async        bool
}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*JoinedStr) expr()      {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}
