package compile

import "github.com/elide-dev/elided/internal/lang/python/ast"

func (t *table) loads(list []ast.Expr) {
	for _, e := range list {
		t.load(e)
	}
}

// load visits an expression that is evaluated; it may be nil.
func (t *table) load(e ast.Expr) {
	t.poll.Step()
	switch e := e.(type) {
	case nil, *ast.Constant:
	case *ast.Name:
		t.use(e)
	case *ast.Attribute:
		t.load(e.Value)
	case *ast.Call:
		t.warnCall(e)
		t.load(e.Func)
		t.loads(e.Args)
		t.keywords(e.Keywords)
	case *ast.BinOp:
		t.load(e.Left)
		t.load(e.Right)
	case *ast.Compare:
		t.warnCompare(e)
		t.load(e.Left)
		t.loads(e.Comparators)
	case *ast.Subscript:
		t.warnSubscript(e)
		t.load(e.Value)
		t.load(e.Index)
	case *ast.BoolOp:
		t.loads(e.Values)
	case *ast.UnaryOp:
		t.load(e.Operand)
	case *ast.IfExp:
		t.load(e.Test)
		t.load(e.Body)
		t.load(e.OrElse)
	case *ast.NamedExpr:
		t.namedExpr(e)
	case *ast.Lambda:
		t.lambda(e)
	case *ast.ListComp:
		t.comprehension(e, "<listcomp>", e.Generators, nil, e.Elt)
	case *ast.SetComp:
		t.comprehension(e, "<setcomp>", e.Generators, nil, e.Elt)
	case *ast.DictComp:
		t.comprehension(e, "<dictcomp>", e.Generators, e.Value, e.Key)
	case *ast.GeneratorExp:
		t.comprehension(e, "<genexpr>", e.Generators, nil, e.Elt)
	case *ast.Await:
		t.forbid("await expression", e)
		t.load(e.Value)
		t.cur.coroutine = true
	case *ast.Yield:
		t.yield(e, e.Value)
	case *ast.YieldFrom:
		t.yield(e, e.Value)
	default:
		t.loadDisplay(e)
	}
}

// loadDisplay is load for what is made of a list of others.
func (t *table) loadDisplay(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Tuple:
		t.loads(e.Elts)
	case *ast.List:
		t.loads(e.Elts)
	case *ast.Set:
		t.loads(e.Elts)
	case *ast.Dict:
		t.loads(e.Keys)
		t.loads(e.Values)
	case *ast.JoinedStr:
		t.loads(e.Values)
	case *ast.FormattedValue:
		t.load(e.Value)
		if e.Spec != nil {
			t.load(e.Spec)
		}
	case *ast.Starred:
		t.load(e.Value)
	case *ast.Slice:
		t.load(e.Lower)
		t.load(e.Upper)
		t.load(e.Step)
	}
}

func (t *table) use(e *ast.Name) {
	t.add(e.ID, used, e)
	switch e.ID {
	case "super", "__class__":
		if t.cur.kind == functionScope {
			t.add("__class__", used, e)
		}
		t.cur.noInline = true
	case "eval", "exec", "locals", "vars", "dir":
		// They see a comprehension's variables only when it is a function of its own.
		t.cur.noInline = true
	}
}

func (t *table) keywords(list []*ast.Keyword) {
	for _, k := range list {
		t.load(k.Value)
	}
}

// store visits the target of an assignment.
func (t *table) store(e ast.Expr) { t.target(e, defLocal) }

// del visits the target of a del.
func (t *table) del(e ast.Expr) { t.target(e, defLocal|unbinds) }

func (t *table) target(e ast.Expr, flag uint16) {
	switch e := e.(type) {
	case *ast.Name:
		t.add(e.ID, flag, e)
	case *ast.Tuple:
		for _, x := range e.Elts {
			t.target(x, flag)
		}
	case *ast.List:
		for _, x := range e.Elts {
			t.target(x, flag)
		}
	case *ast.Starred:
		t.target(e.Value, flag)
	case *ast.Subscript:
		t.load(e.Value)
		t.load(e.Index)
	default:
		t.load(e)
	}
}

func (t *table) namedExpr(e *ast.NamedExpr) {
	if t.cur.inIter > 0 {
		t.fail(e, "assignment expression cannot be used in a comprehension iterable expression")
	}
	t.forbid("named expression", e)
	if t.cur.comp != "" {
		t.walrus(e.Target)
		t.load(e.Value)
		return
	}
	t.load(e.Value)
	t.add(e.Target.ID, defLocal|defWalrus, e.Target)
}

// forbid refuses what can't be in an annotation that is kept as a string.
func (t *table) forbid(what string, e ast.Expr) {
	if t.cur.kind == annotationScope {
		t.fail(e, "'%s' can not be used within an annotation", what)
	}
}

func (t *table) yield(e, value ast.Expr) {
	t.forbid("yield expression", e)
	t.load(value)
	t.cur.generator = true
	switch t.cur.comp {
	case "<listcomp>":
		t.fail(e, "'yield' inside list comprehension")
	case "<setcomp>":
		t.fail(e, "'yield' inside set comprehension")
	case "<dictcomp>":
		t.fail(e, "'yield' inside dict comprehension")
	case "<genexpr>":
		t.fail(e, "'yield' inside generator expression")
	}
}

func (t *table) lambda(e *ast.Lambda) {
	t.defaults(e.Args)
	t.enter(functionScope, "<lambda>", e).lambda = true
	t.params(e.Args)
	t.load(e.Body)
	t.leave()
}

// comprehension visits one of any kind. Its first iterable is evaluated outside.
func (t *table) comprehension(e ast.Expr, name string, gens []*ast.Comprehension, value, elt ast.Expr) {
	outer := t.cur
	outer.inIter++
	t.load(gens[0].Iter)
	outer.inIter--
	sc := t.enter(functionScope, name, e)
	sc.comp = name
	t.add(".0", defParam, e)
	for i, c := range gens {
		sc.inTarget = true
		t.store(c.Target)
		sc.inTarget = false
		if i > 0 {
			sc.inIter++
			t.load(c.Iter)
			sc.inIter--
		}
		t.loads(c.Ifs)
		if c.Async {
			sc.coroutine = true
		}
	}
	t.load(value)
	t.load(elt)
	t.leave()
	sc.generator = name == "<genexpr>"
	if sc.coroutine && !sc.generator {
		outer.coroutine = true
	}
}
