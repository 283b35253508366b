package code

// An Op is what an instruction does.
//
// In the descriptions r[A] is register A, k[B] constant B, n[B] name B. "rk" is an operand
// that is register x when x >= 0, and constant ^x otherwise. Reading a register that is a
// local variable without a value raises UnboundLocalError; so does every instruction that
// has one as an operand. All operands are read before a result is written. pc counts in
// instructions.
type Op uint8

// Values and variables.
const (
	Nop            Op = iota
	Move              // r[A] = r[B]
	LoadConst         // r[A] = k[B]
	Clear             // r[A] is without a value
	DelLocal          // the same, but UnboundLocalError when it has none; from r[C] on no register is read again, here and below
	LoadGlobal        // r[A] = global or builtin n[B]
	StoreGlobal       // global n[B] = rk C
	DelGlobal         // n[B]
	LoadName          // r[A] = n[B] of the mapping of names, then as LoadGlobal
	StoreName         // n[B] = rk C in the mapping of names
	DelName           // n[B]
	LoadClassCell     // r[A] = n[C] of the mapping of names, else the value in the cell r[B]
	MakeCell          // r[A] = a new cell with the value of r[A], or none
	LoadCell          // r[A] = the value in the cell r[B]; NameError when it has none and is free
	StoreCell         // the cell r[A] gets rk B
	DelCell           // the cell r[A] loses its value; NameError when it has none
	LoadCellObject    // r[A] = the cell itself that is in r[B]

	// Attributes and items.
	LoadAttr   // r[A] = r[B].n[C]
	StoreAttr  // r[A].n[C] = rk B
	DelAttr    // del r[A].n[C]
	LoadMethod // r[A], r[A+1] = function and self for r[B].n[C](...); r[A+1] without a value when r[A] is to be called as it is. For CallMethod
	GetItem    // r[A] = rk B [rk C]
	SetItem    // r[A][rk B] = rk C
	DelItem    // del r[A][rk B]
	BuildSlice // r[A] = slice(r[B], r[B+1], r[B+2]). N is 1 when nothing but the GetItem after it uses that

	// Binary operators, in ast.Operator's order: r[A] = rk B op rk C.
	Add
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

	// In place, in the same order: r[A] = rk B op= rk C.
	InAdd
	InSub
	InMult
	InDiv
	InFloorDiv
	InMod
	InPow
	InLShift
	InRShift
	InBitOr
	InBitXor
	InBitAnd
	InMatMult

	// Unary operators, in ast.UnaryOperator's order: r[A] = op rk B.
	Not
	Invert
	Positive
	Negative

	// Comparisons, in ast.CmpOperator's order: r[A] = rk B op rk C.
	Lt
	LtE
	Eq
	NotEq
	Gt
	GtE
	Is
	IsNot
	In
	NotIn

	// The same as conditions: to pc C when not (r[A] op rk B).
	IfNotLt
	IfNotLtE
	IfNotEq
	IfNotNotEq
	IfNotGt
	IfNotGtE
	IfNotIs
	IfNotIsNot
	IfNotIn
	IfNotNotIn

	// To pc C when r[A] op rk B.
	IfLt
	IfLtE
	IfEq
	IfNotEqual
	IfGt
	IfGtE
	IfIs
	IfIsNot
	IfIn
	IfNotInside

	// Control.
	Jump     // to pc C, which is further on
	JumpBack // to pc C, which is further back: the end of a loop; N 1: of a loop that is a statement
	IfTrue   // to pc C when rk B is true
	IfFalse  // to pc C when rk B is false
	GetIter  // r[A] = iter(r[B])
	ForIter  // r[A] = next(r[B]), or to pc C at its end
	Return   // rk B
	Yield    // gives rk B; r[A] = what is sent then. N 1: for Send in a yield from or await, whose iterator is r[C]
	// Send is followed at once by the Yield that passes on what it yields: a throw() into the
	// Yield whose iterator returns goes to the Send's pc C.
	Send          // sends r[A] to the iterator r[B]: r[A] = what it yields, and on; or r[A] = what it returns, and to pc C
	YieldFromIter // r[A] = the iterator of yield from r[B]
	Awaitable     // r[A] = the iterator of await r[B]. N 1: of r[B].__aenter__(), 2: of __aexit__(), for the error's text
	AsyncIter     // r[A] = r[B].__aiter__()
	AsyncNext     // r[A] = the awaitable of r[B].__anext__(), as Awaitable's. StopAsyncIteration ends the loop: a handler sees to it
	EndAsyncFor   // goes on when the exception r[A] is a StopAsyncIteration, else raises it again

	// Displays.
	BuildList   // r[A] = [r[B], ... C of them]
	BuildTuple  // r[A] = (r[B], ... C of them)
	BuildSet    // r[A] = {r[B], ... C of them}
	BuildDict   // r[A] = {r[B]: r[B+1], ... C pairs}
	ListAppend  // r[A].append(rk B), of a list that the instructions have made
	SetAdd      // r[A].add(rk B), likewise
	DictSet     // r[A][rk B] = rk C, likewise
	ListExtend  // r[A] += r[B], likewise; r[B] is what is starred
	SetUpdate   // r[A] |= set(r[B])
	DictUpdate  // r[A] |= r[B], for ** in a display
	DictMerge   // the same for ** in a call of r[C]: a key that is there is a TypeError
	ListToTuple // r[A] = tuple(r[B])
	Format      // r[A] = format of rk B as text, N being the conversion or 0, C the register of the spec or -1. N == Digits: an int may stay what it is, as a BuildString follows that makes its digits
	BuildString // r[A] = r[B] + ... C strings
	Unpack      // r[A], ... C registers = r[B]
	UnpackStar  // r[A], ... = r[B], with C before the starred one and N after it

	// Calls. Results go to r[A].
	Call             // r[B](r[B+1], ... N arguments); k[C] is a Tuple of the names of the last of them, or C is -1
	CallMethod       // the same after a LoadMethod to B: the arguments begin with r[B+2] and N counts these
	CallSpread       // r[B](*r[B+1], **r[B+2]). N is a set of bits: 1 there is r[B+2], a dict; 2 r[B+1] is any iterable, as it stands after the *, and else a tuple
	MakeFunc         // r[A] = a function of k[B]. N is a set of bits: 1 defaults, a tuple, in r[C]; 2 those of keyword-only ones, a dict, in r[C+1]; 4 annotations, a dict, in r[C+2]
	LoadBuildClass   // r[A] = __build_class__
	SetupAnnotations // __annotations__ is made in the names, or the globals, unless it is there
	PrintValue       // of rk B, as an interactive interpreter does

	// Exceptions.
	Raise              // N 0: what is being handled, again; 1: rk B; 2: rk B from rk C
	Reraise            // r[B] again, its traceback and context left as they are
	Handled            // r[A] is the exception that is being handled, or none when A is NoReg
	IfNoMatch          // to pc C unless the exception r[A] matches rk B, a class or a tuple of them
	SplitGroup         // r[A], r[A+1] = the part of the exception group r[B] that matches r[C], or None; the rest, or None. r[B] may be None: both are None then
	JoinGroup          // r[A] = what is to be raised after except* clauses: r[B] the original, r[C] a list of what is raised and of the rests; or None
	LoadAssertionError // r[A]
	WithEnter          // r[A] = r[B].__exit__, bound; r[A+1] = r[B].__enter__(). N 1: __aexit__ and __aenter__, whose result is to be awaited
	WithExit           // r[A] = r[B](type, value, traceback) of the exception r[C], or of None three times when C is -1

	// Imports.
	Import     // r[A] = module n[B], N is the level, k[C] the Tuple of names of a from, or C is -1
	ImportFrom // r[A] = n[C] of the module r[B]; ImportError
	ImportStar // all names of the module r[B]

	// Patterns.
	MatchSequence // r[A] = whether r[B] is a sequence for patterns
	MatchMapping  // r[A] = whether r[B] is a mapping
	MatchKeys     // r[A] = tuple of r[B]'s values for the keys in the tuple r[C], or None
	MatchClass    // r[A] = tuple of r[B]'s attributes when it is an instance of r[C], or None: N positional ones, then those that the tuple r[C+1] names
	MatchRest     // r[A] = dict(r[B]) without the keys in the tuple r[C]
	Length        // r[A] = len(r[B])

	// Trace tells the functions of sys.settrace and sys.setprofile what comes: N says what.
	// What the compiler makes has none: see Traced.
	Trace

	NumOps int = iota
)
