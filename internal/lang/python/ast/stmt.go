package ast

// Arguments are the parameters of a function or a lambda. Defaults belong to the last
// of PosOnly and Args together; KwDefaults has one entry, which may be nil, for each of
// KwOnly.
type Arguments struct {
	PosOnly, Args, KwOnly []*Arg
	VarArg, KwArg         *Arg // nil is none
	Defaults, KwDefaults  []Expr
}

// An Arg is one parameter.
type Arg struct {
	Span
	Name       string
	Annotation Expr // nil is none
}

// A Keyword is a named argument of a call, or with an empty name one that begins
// with **.
type Keyword struct {
	Span
	Name  string
	Value Expr
}

// An Alias is one name of an import; AsName is empty without one. The name of a star
// import is "*".
type Alias struct {
	Span
	Name, AsName string
}

// A WithItem is one context manager; Vars may be nil.
type WithItem struct {
	Context Expr
	Vars    Expr
}

// An ExceptHandler is one except clause. Type is nil where it names none, Name is
// empty where it has none.
type ExceptHandler struct {
	Span
	Type Expr
	Name string
	Body []Stmt
}

// A MatchCase is one case; Guard may be nil.
type MatchCase struct {
	Pattern Pattern
	Guard   Expr
	Body    []Stmt
}

// The statements.
type (
	// FunctionDef is a def, or with Async an async def. Its span begins at def (or
	// async), its decorators before.
	FunctionDef struct {
		Span
		Name       string
		NameSpan   Span
		Args       *Arguments
		Body       []Stmt
		Decorators []Expr
		Returns    Expr // nil is none
		Async      bool
	}
	// ClassDef is a class.
	ClassDef struct {
		Span
		Name       string
		Bases      []Expr // Starred among them
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
	}
	// Return may have a nil value.
	Return struct {
		Span
		Value Expr
	}
	// Delete is del.
	Delete struct {
		Span
		Targets []Expr
	}
	// Assign is a = b = value.
	Assign struct {
		Span
		Targets []Expr
		Value   Expr
	}
	// AugAssign is target op= value.
	AugAssign struct {
		Span
		Target Expr
		Op     Operator
		Value  Expr
	}
	// AnnAssign is target: annotation, with = value unless that is nil. Simple is
	// whether the target is a name that isn't in parentheses.
	AnnAssign struct {
		Span
		Target, Annotation, Value Expr
		Simple                    bool
	}
	// For is a for loop, or with Async an async for.
	For struct {
		Span
		Target, Iter Expr
		Body, Else   []Stmt
		Async        bool
	}
	// While is a while loop.
	While struct {
		Span
		Test       Expr
		Body, Else []Stmt
	}
	// If has an elif as the only statement of its Else.
	If struct {
		Span
		Test       Expr
		Body, Else []Stmt
	}
	// With is a with, or with Async an async with.
	With struct {
		Span
		Items []*WithItem
		Body  []Stmt
		Async bool
	}
	// Match is a match statement.
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}
	// Raise may have a nil exception, and a nil cause.
	Raise struct {
		Span
		Exc, Cause Expr
	}
	// Try is a try statement; Star is whether its handlers are except*.
	Try struct {
		Span
		Body        []Stmt
		Handlers    []*ExceptHandler
		Else, Final []Stmt
		Star        bool
	}
	// Assert may have a nil message.
	Assert struct {
		Span
		Test, Msg Expr
	}
	// Import is import a, b as c.
	Import struct {
		Span
		Names []*Alias
	}
	// ImportFrom is from .module import names; Level counts the dots, and Module may
	// be empty where there are some.
	ImportFrom struct {
		Span
		Module string
		Names  []*Alias
		Level  int
	}
	// Global is global a, b.
	Global struct {
		Span
		Names []string
	}
	// Nonlocal is nonlocal a, b.
	Nonlocal struct {
		Span
		Names []string
	}
	// ExprStmt is an expression as a statement.
	ExprStmt struct {
		Span
		Value Expr
	}
	// Pass is pass.
	Pass struct{ Span }
	// Break is break.
	Break struct{ Span }
	// Continue is continue.
	Continue struct{ Span }
)

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

// The patterns.
type (
	// MatchValue is a literal or a dotted name.
	MatchValue struct {
		Span
		Value Expr
	}
	// MatchSingleton is None, True or False.
	MatchSingleton struct {
		Span
		Value *Constant
	}
	// MatchSequence is [a, b] or (a, b).
	MatchSequence struct {
		Span
		Patterns []Pattern
	}
	// MatchMapping is {key: pattern, **rest}; Rest is empty without one.
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	// MatchClass is Class(a, b=c).
	MatchClass struct {
		Span
		Class      Expr
		Patterns   []Pattern
		KwAttrs    []string
		KwPatterns []Pattern
	}
	// MatchStar is *name in a sequence; empty is *_.
	MatchStar struct {
		Span
		Name string
	}
	// MatchAs is pattern as name, a bare name with a nil Pattern, or with neither
	// the wildcard _.
	MatchAs struct {
		Span
		Pattern Pattern
		Name    string
	}
	// MatchOr is a | b.
	MatchOr struct {
		Span
		Patterns []Pattern
	}
)

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
