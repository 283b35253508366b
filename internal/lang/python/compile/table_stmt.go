package compile

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

func (t *table) stmts(list []ast.Stmt) {
	for _, s := range list {
		if t.err != nil {
			return
		}
		t.stmt(s)
	}
}

func (t *table) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		t.functionDef(s)
	case *ast.ClassDef:
		t.classDef(s)
	case *ast.Return:
		t.load(s.Value)
	case *ast.Delete:
		for _, e := range s.Targets {
			t.del(e)
		}
	case *ast.Assign:
		for _, e := range s.Targets {
			t.store(e)
		}
		t.load(s.Value)
	case *ast.AugAssign:
		t.store(s.Target)
		t.load(s.Value)
	case *ast.AnnAssign:
		t.annAssign(s)
	case *ast.For:
		t.store(s.Target)
		t.load(s.Iter)
		t.stmts(s.Body)
		t.stmts(s.Else)
	case *ast.While:
		t.load(s.Test)
		t.stmts(s.Body)
		t.stmts(s.Else)
	case *ast.If:
		t.load(s.Test)
		t.stmts(s.Body)
		t.stmts(s.Else)
	case *ast.With:
		for _, item := range s.Items {
			t.load(item.Context)
			if item.Vars != nil {
				t.store(item.Vars)
			}
		}
		t.stmts(s.Body)
	case *ast.Match:
		t.match(s)
	case *ast.Raise:
		t.load(s.Exc)
		t.load(s.Cause)
	case *ast.Try:
		t.try(s)
	case *ast.Assert:
		t.warnAssert(s)
		t.load(s.Test)
		t.load(s.Msg)
	case *ast.Import:
		t.imports(s.Names)
	case *ast.ImportFrom:
		t.imports(s.Names)
	case *ast.Global:
		t.declare(s, s.Names, "global", defGlobal)
	case *ast.Nonlocal:
		t.declare(s, s.Names, "nonlocal", defNonlocal)
	case *ast.ExprStmt:
		t.load(s.Value)
	}
}

func (t *table) functionDef(s *ast.FunctionDef) {
	t.add(s.Name, defLocal, s)
	t.defaults(s.Args)
	for _, a := range annotated(s.Args) {
		t.annotation(a.Annotation)
	}
	t.annotation(s.Returns)
	t.loads(s.Decorators)
	sc := t.enter(functionScope, s.Name, s)
	sc.async, sc.coroutine = s.Async, s.Async
	t.params(s.Args)
	t.stmts(s.Body)
	t.leave()
}

func (t *table) classDef(s *ast.ClassDef) {
	t.add(s.Name, defLocal, s)
	t.loads(s.Bases)
	t.keywords(s.Keywords)
	t.loads(s.Decorators)
	sc := t.enter(classScope, s.Name, s)
	sc.private = s.Name
	t.stmts(s.Body)
	t.leave()
}

func (t *table) defaults(a *ast.Arguments) {
	t.loads(a.Defaults)
	t.loads(a.KwDefaults)
}

// annotated are the parameters that have annotations, in the order of these.
func annotated(a *ast.Arguments) []*ast.Arg {
	var out []*ast.Arg
	for _, list := range [][]*ast.Arg{a.Args, a.PosOnly, {a.VarArg}, a.KwOnly, {a.KwArg}} {
		for _, arg := range list {
			if arg != nil && arg.Annotation != nil {
				out = append(out, arg)
			}
		}
	}
	return out
}

func (t *table) annotation(e ast.Expr) {
	if e == nil {
		return
	}
	if !t.future {
		t.load(e)
		return
	}
	t.enter(annotationScope, "", nil)
	t.load(e)
	t.leave()
}

func (t *table) params(a *ast.Arguments) {
	for _, list := range [][]*ast.Arg{a.PosOnly, a.Args, a.KwOnly, {a.VarArg}, {a.KwArg}} {
		for _, arg := range list {
			if arg != nil {
				t.add(arg.Name, defParam, arg)
			}
		}
	}
}

func (t *table) annAssign(s *ast.AnnAssign) {
	name, ok := s.Target.(*ast.Name)
	switch {
	case !ok:
		t.store(s.Target)
	case s.Simple:
		sym := t.cur.symbol(t.cur.mangle(name.ID))
		if t.cur.kind != moduleScope && sym.flags&(defGlobal|defNonlocal) != 0 {
			word := "global"
			if sym.flags&defGlobal == 0 {
				word = "nonlocal"
			}
			t.fail(s, "annotated name '%s' can't be %s", name.ID, word)
		}
		t.add(name.ID, defAnnot|defLocal, name)
	case s.Value != nil:
		t.add(name.ID, defLocal, name)
	}
	if t.cur.kind != functionScope {
		t.cur.annotated = true
	}
	t.annotation(s.Annotation)
	t.load(s.Value)
}

func (t *table) try(s *ast.Try) {
	t.stmts(s.Body)
	for _, h := range s.Handlers {
		t.load(h.Type)
		if h.Name != "" {
			t.add(h.Name, defLocal|unbinds, h)
		}
		t.stmts(h.Body)
	}
	t.stmts(s.Else)
	t.stmts(s.Final)
}

func (t *table) imports(names []*ast.Alias) {
	for _, a := range names {
		name := a.AsName
		if name == "" {
			name, _, _ = strings.Cut(a.Name, ".")
		}
		if name != "*" {
			t.add(name, defImport, a)
		} else if t.cur.kind != moduleScope {
			t.fail(a, "import * only allowed at module level")
		}
	}
}

func (t *table) match(s *ast.Match) {
	t.load(s.Subject)
	for _, c := range s.Cases {
		t.pattern(c.Pattern)
		t.load(c.Guard)
		t.stmts(c.Body)
	}
}

func (t *table) pattern(p ast.Pattern) {
	switch p := p.(type) {
	case *ast.MatchValue:
		t.load(p.Value)
	case *ast.MatchSequence:
		t.patterns(p.Patterns)
	case *ast.MatchMapping:
		t.loads(p.Keys)
		t.patterns(p.Patterns)
		t.capture(p.Rest, p)
	case *ast.MatchClass:
		t.load(p.Class)
		t.patterns(p.Patterns)
		t.patterns(p.KwPatterns)
	case *ast.MatchStar:
		t.capture(p.Name, p)
	case *ast.MatchAs:
		if p.Pattern != nil {
			t.pattern(p.Pattern)
		}
		t.capture(p.Name, p)
	case *ast.MatchOr:
		t.patterns(p.Patterns)
	}
}

func (t *table) patterns(list []ast.Pattern) {
	for _, p := range list {
		t.pattern(p)
	}
}

func (t *table) capture(name string, at spanned) {
	if name != "" {
		t.add(name, defLocal, at)
	}
}
