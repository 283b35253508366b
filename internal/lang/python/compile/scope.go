package compile

import "strings"

type scopeKind uint8

const (
	moduleScope   scopeKind = iota
	functionScope           // lambdas and comprehensions too
	classScope
	annotationScope // of annotations that are kept as strings: its names are nobody's
)

// A scope is a block of names, as in CPython's symbol table.
type scope struct {
	kind     scopeKind
	comp     string // what a comprehension is called, empty when it is none
	name     string
	qual     string // once its code is being made
	parent   *scope
	children []*scope
	syms     []*symbol
	index    map[string]*symbol // of syms when there are many
	private  string             // the class whose names __x are its own
	named    bool               // a module whose names live in a mapping
	async    bool               // async def
	lambda   bool

	generator, coroutine bool
	annotated            bool // it has annotated assignments
	classCell            bool // methods want the class

	// While the symbols are collected.
	inIter   int  // depth of iterables of comprehensions
	inTarget bool // a target of a comprehension is being visited
	noInline bool
	// inline is whether a comprehension becomes part of the code around it.
	inline bool
}

// Flags of a symbol: what is done to a name.
const (
	defGlobal = 1 << iota
	defLocal
	defParam
	defNonlocal
	used
	defAnnot
	defImport
	defIter   // target of a comprehension
	unbinds   // del, or the name of an except clause
	defWalrus // target of :=

	defBound = defLocal | defParam | defImport
)

type symbolKind uint8

const (
	unresolved symbolKind = iota
	localSymbol
	cellSymbol
	freeSymbol
	globalExplicit
	globalImplicit
)

type symbol struct {
	name  string
	flags uint16
	kind  symbolKind
	// pass is whether a class hands on an enclosing function's variable of this name to
	// its methods, whatever the name is in the class itself.
	pass     bool
	captured bool // a function inside uses it
	reg      int32
	passReg  int32
	node     spanned // the global or nonlocal statement
}

// declared notes the first statement that declares the name.
func (s *symbol) declared(at spanned) {
	if s.node == nil {
		s.node = at
	}
}

// linear is up to how many symbols a search is quicker than a map.
const linear = 8

func (s *scope) find(name string) *symbol {
	if s.index != nil {
		return s.index[name]
	}
	for _, sym := range s.syms {
		if sym.name == name {
			return sym
		}
	}
	return nil
}

// symbol finds a name, or makes it.
func (s *scope) symbol(name string) *symbol {
	if sym := s.find(name); sym != nil {
		return sym
	}
	sym := &symbol{name: name}
	s.syms = append(s.syms, sym)
	if s.index != nil {
		s.index[name] = sym
	} else if len(s.syms) > linear {
		s.index = make(map[string]*symbol, 2*len(s.syms))
		for _, sym := range s.syms {
			s.index[sym.name] = sym
		}
	}
	return sym
}

// mangle is the name that __x has in a class.
func (s *scope) mangle(name string) string {
	if s.private == "" || len(name) < 3 || name[0] != '_' || name[1] != '_' {
		return name
	}
	if strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class := strings.TrimLeft(s.private, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}
