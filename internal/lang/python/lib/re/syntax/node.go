// Package syntax parses Python's regular expressions, and the templates that
// replacements are written in.
package syntax

import "math"

// Flags are what re.compile takes, with Python's numbers.
type Flags uint32

// The flags.
const (
	Template   Flags = 1
	IgnoreCase Flags = 2
	Locale     Flags = 4
	MultiLine  Flags = 8
	DotAll     Flags = 16
	Unicode    Flags = 32
	Verbose    Flags = 64
	Debug      Flags = 128
	ASCII      Flags = 256

	typeFlags   = ASCII | Locale | Unicode
	globalFlags = Debug | Template
)

// With is f in a group that sets and clears flags.
func (f Flags) With(set, clear Flags) Flags {
	if set&typeFlags != 0 {
		f &^= typeFlags
	}
	return (f | set) &^ clear
}

// An Op is a kind of Node.
type Op uint8

// The kinds of nodes, with the fields that they use.
const (
	Concat     Op = iota // Subs
	Literal              // Char
	NotLiteral           // Char
	Any                  // .
	Set                  // Items, Negate
	At                   // Where
	Branch               // Subs: the alternatives
	Group                // Number, 0 without one; Add, Del, Subs[0]
	Repeat               // Min, Max, Kind, Subs[0]
	GroupRef             // Number
	Cond                 // Number, Subs[0] and, unless there is no |, Subs[1]
	Look                 // Behind, Negate, Subs[0]
	Atomic               // Subs[0]
	Fail                 // matches nothing
)

// A Place is where an At matches.
type Place uint8

// The places.
const (
	Beginning   Place = iota // ^
	End                      // $
	StringStart              // \A
	StringEnd                // \Z
	Boundary                 // \b
	NotBoundary              // \B
)

// A Kind is which matches a Repeat prefers.
type Kind uint8

// The kinds of repeats.
const (
	Greedy Kind = iota
	Lazy
	Possessive
)

// Infinite is the Max of a Repeat without one.
const Infinite = math.MaxUint32

// A Category is a class of characters.
type Category uint8

// The categories; NoCategory is that of an Item that is a range.
const (
	NoCategory Category = iota
	Digit
	NotDigit
	Space
	NotSpace
	Word
	NotWord
)

// An Item is a part of a Set: a range, or a Category.
type Item struct {
	Lo, Hi   rune
	Category Category
}

// A Node is a part of an expression.
type Node struct {
	Op             Op
	Kind           Kind
	Where          Place
	Negate, Behind bool
	Char           rune
	Number         int
	Min, Max       int
	Add, Del       Flags
	Items          []Item
	Subs           []*Node
}

// A Tree is an expression.
type Tree struct {
	Root   *Node
	Flags  Flags
	Groups int            // with the whole match, which is group 0
	Names  map[string]int // of groups
	Order  []string       // the names, by their group
	widths []width        // of groups that are closed
	// Warnings are of the expression, in their order.
	Warnings []Warning
}

// isOpenPart reports whether n is a group that does nothing but group.
func (n *Node) isOpenPart() bool {
	return n.Op == Group && n.Number == 0 && n.Add == 0 && n.Del == 0
}
