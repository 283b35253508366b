package compile

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/poll"
)

type spanned = ast.Node

// A table collects the names of a program: its first pass.
type table struct {
	poll   *poll.Poller
	file   string
	top    *scope
	cur    *scope
	scopes map[ast.Node]*scope
	future bool // annotations are strings
	// optimize is the module's.
	optimize uint8
	// global are the names of global statements in functions and classes.
	global []string
	// futures are at the file's beginning, up to this line.
	futureLine int32
	err        *Error
	warnings   []code.Warning
}

func newTable(file string, named bool) *table {
	top := &scope{kind: moduleScope, named: named}
	return &table{file: file, top: top, cur: top, scopes: map[ast.Node]*scope{}}
}

// newError is a SyntaxError at a node.
func newError(file string, at spanned, format string, args ...any) *Error {
	s := at.Extent()
	return &Error{Msg: fmt.Sprintf(format, args...), File: file,
		Line: int(s.Start.Line), Col: int(s.Start.Col) + 1, EndLine: int(s.End.Line), EndCol: int(s.End.Col) + 1}
}

// fail remembers the first error.
func (t *table) fail(at spanned, format string, args ...any) {
	if t.err == nil {
		t.err = newError(t.file, at, format, args...)
	}
}

func (t *table) enter(kind scopeKind, name string, node ast.Node) *scope {
	s := &scope{kind: kind, name: name, parent: t.cur, private: t.cur.private, inIter: t.cur.inIter}
	if kind != annotationScope {
		t.cur.children = append(t.cur.children, s)
		t.scopes[node] = s
	}
	t.cur = s
	return s
}

func (t *table) leave() { t.cur = t.cur.parent }

// add notes what is done to a name in the scope at hand.
func (t *table) add(name string, flag uint16, at spanned) { t.addTo(t.cur, name, flag, at) }

func (t *table) addTo(s *scope, name string, flag uint16, at spanned) {
	name = s.mangle(name)
	sym := s.symbol(name)
	if flag&defParam != 0 && sym.flags&defParam != 0 {
		t.fail(at, "duplicate argument '%s' in function definition", name)
	}
	if s.inTarget {
		if sym.flags&(defGlobal|defNonlocal) != 0 {
			t.fail(at, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flag |= defIter
	}
	if s.comp != "" && flag&defLocal != 0 && sym.flags&used != 0 {
		s.noInline = true // it may be read before it has a value
	}
	sym.flags |= flag
}

// declare is a global or nonlocal statement.
func (t *table) declare(s ast.Stmt, names []string, word string, flag uint16) {
	for _, name := range names {
		sym := t.cur.symbol(t.cur.mangle(name))
		switch f := sym.flags; {
		case f&defParam != 0:
			t.fail(s, "name '%s' is parameter and %s", name, word)
		case f&used != 0:
			t.fail(s, "name '%s' is used prior to %s declaration", name, word)
		case f&defAnnot != 0:
			t.fail(s, "annotated name '%s' can't be %s", name, word)
		case f&defLocal != 0:
			t.fail(s, "name '%s' is assigned to before %s declaration", name, word)
		}
		sym.flags |= flag
		sym.declared(s)
		if flag == defGlobal && t.cur != t.top {
			t.global = append(t.global, sym.name)
		}
	}
}

// walrus is the target of an assignment expression inside a comprehension, which binds
// in the function or module around it.
func (t *table) walrus(target *ast.Name) {
	name := t.cur.mangle(target.ID)
	s := t.cur
	for ; s.comp != ""; s = s.parent {
		if sym := s.find(name); sym != nil && sym.flags&defIter != 0 {
			t.fail(target, "assignment expression cannot rebind comprehension iteration variable '%s'", target.ID)
			return
		}
	}
	flag, here := uint16(defLocal|defWalrus), uint16(defNonlocal)
	switch s.kind {
	case classScope:
		t.fail(target, "assignment expression within a comprehension cannot be used in a class body")
		return
	case moduleScope:
		flag, here = defGlobal, defGlobal
	case functionScope:
		if sym := s.find(name); sym != nil && sym.flags&defGlobal != 0 {
			here = defGlobal
		}
	}
	t.add(target.ID, here, target)
	t.cur.find(name).declared(target)
	t.addTo(s, target.ID, flag, target)
}

// futures is whether the program asks for annotations as strings. It checks what is
// imported from __future__, and where.
func (t *table) futures(body []ast.Stmt) bool {
	annotations, late := false, false
	for i, s := range body {
		from, ok := s.(*ast.ImportFrom)
		if !ok || from.Module != "__future__" || from.Level != 0 {
			_, doc := docString(body[i:])
			late = late || i > 0 || !doc
			continue
		}
		if late {
			t.lateFuture(from)
			return annotations
		}
		t.futureLine = from.Start.Line
		for _, n := range from.Names {
			annotations = t.feature(from, n.Name) || annotations
		}
	}
	return annotations
}

// feature checks one name that is imported from __future__.
func (t *table) feature(from *ast.ImportFrom, name string) bool {
	at := ast.Span{Start: from.Start, End: ast.Pos{Line: from.Start.Line, Col: -1}}
	switch name {
	case "annotations":
		return true
	case "nested_scopes", "generators", "division", "absolute_import", "with_statement",
		"print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop":
	case "braces":
		t.fail(at, "not a chance")
	default:
		t.fail(at, "future feature %s is not defined", name)
	}
	return false
}

func (t *table) lateFuture(at spanned) {
	t.fail(at, "from __future__ imports must occur at the beginning of the file")
}
