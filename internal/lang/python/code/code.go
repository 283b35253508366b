// Package code is what a Python program is compiled to: instructions of a register
// machine, which package compile makes and package py runs. A Code is immutable and
// shared by all executions of a program.
package code

// A Code is a function's body, or a module's, a class's or a comprehension's.
type Code struct {
	Kind     Kind
	Name     string // "f", "<module>", "<lambda>", "<listcomp>"
	QualName string // "C.f", "f.<locals>.g"
	File     string
	Line     int   // of its first line: def's, or that of its first decorator
	Doc      Const // a string, or nil

	Instrs []Instr
	// Places are parallel to Instrs.
	Places []Place
	Consts []Const
	Names  []string // of globals and attributes
	// Handlers are innermost first: the first that covers an instruction is its own.
	Handlers []Handler
	// Inlined are innermost first.
	Inlined []Inline

	// Registers begin with the parameters (positional, keyword-only, *args, **kwargs),
	// then come the other local variables, then free variables, then temporaries.
	Registers int
	// Vars are the names of the registers from 0 on that are local variables, cell
	// variables among them.
	Vars []string
	// Cells are the registers among them that hold a cell, parameters included: the code
	// begins with a MakeCell for each.
	Cells []uint16
	// Free are the free variables, whose cells are copied to the registers from
	// len(Vars) on when the function is called.
	Free []FreeVar

	// PosOnly, Args (which doesn't count PosOnly) and KwOnly count the parameters.
	PosOnly, Args, KwOnly int
	VarArgs, VarKw        bool
	// Generator, Coroutine: both is an async generator.
	Generator, Coroutine bool
	// Named is whether names live in a mapping (LoadName): that of classes, and of what
	// exec and eval run.
	Named bool
	// Untraced is of a function of the library that is none in Python in CPython: it has no entry in tracebacks.
	Untraced bool
	// Dropped are the instructions after the calls that are statements, whose values nobody
	// has. They are in order.
	Dropped []int32
	// Warnings are SyntaxWarnings of the whole source: the outermost Code has them.
	Warnings []Warning
	// Marks are in the order of the source.
	Marks []Mark
	// Origin is the code that this one is with Trace instructions; nil otherwise.
	Origin *Code
	// Future is whether annotations are kept as strings.
	Future bool
}

// A Warning is a SyntaxWarning. Lines and columns are from 1, the end not being part of the
// place.
type Warning struct {
	Text                       string
	Line, Col, EndLine, EndCol int
}

// A Kind is what a Code is the body of.
type Kind uint8

// The kinds.
const (
	Module Kind = iota
	Function
	Lambda
	Class
	Comprehension // and generator expression
	Eval          // an expression, whose value is returned
	Single        // an interactive statement: values of expressions are printed
)

// A FreeVar is a variable of an enclosing function. Reg is the register there that has
// its cell.
type FreeVar struct {
	Name string
	Reg  uint16
}

// A Place is what an instruction stands for in the source; columns are from 0, in
// characters. A Line of 0 is none. EndCol is 0 where the expression ends on another line.
type Place struct {
	Line        int32
	Col, EndCol uint16
}

// A Handler is where an exception that is raised by an instruction from Start to
// before End goes on.
type Handler struct {
	Start, End, Target int32
	// Reg takes the exception.
	Reg uint16
	// Outer is the register with the exception that is being handled around the try
	// statement, or NoReg: what sys.exc_info() is to be at Target, before it sets
	// Handled.
	Outer uint16
}

// An Inline is a comprehension whose instructions, from Start to before End, are part of
// the code around it. A traceback through one of them has two lines: the code's, at Place,
// and one for the comprehension with its Name, at the instruction's own place.
type Inline struct {
	Start, End int32
	Name       string // "<listcomp>"
	Place      Place
}

// NoReg is no register.
const NoReg = 0xffff

// Digits is the N of a Format that may leave an int as it is.
const Digits = 0xff

// A Mark is a line that has no instruction, for who traces: PC is that of the instruction
// that comes next.
type Mark struct {
	PC   int32
	Line int32 // 0 is none
	Kind MarkKind
}

// A MarkKind says which ways to the next instruction lead over the line.
type MarkKind uint8

// The kinds.
const (
	Pass  MarkKind = iota // only what comes from the instruction before
	Leads                 // all
	Top                   // all but those back to a loop's top: it is the loop's own
)

// A Const is nil (None), bool, int64, *big.Int, float64, complex128, string, Bytes,
// Ellipsis, Tuple, FrozenSet or *Code. Two constants of one Code are never the same.
type Const any

// The constants that Go has no type for.
type (
	// Bytes is a bytes literal.
	Bytes string
	// Ellipsis is ...
	Ellipsis struct{}
	// Tuple is a tuple of constants.
	Tuple []Const
	// FrozenSet is what "x in {1, 2}" has for its set.
	FrozenSet []Const
)

// An Instr is one instruction. What its operands mean is said at each Op.
type Instr struct {
	Op   Op
	N    uint8
	A    uint16
	B, C int32
}
