package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// maxQualName is from where on a qualified name doesn't grow: those of functions that
// nest thousands deep would take quadratic space.
const maxQualName = 4096

// qualify gives a scope its qualified name, once the scopes around it have theirs.
func (s *scope) qualify() {
	s.qual = s.name
	p := s.parent
	if p == nil || p.kind == moduleScope {
		return
	}
	if s.kind == classScope || s.comp == "" && !s.lambda {
		if sym := p.find(p.mangle(s.name)); sym != nil && sym.kind == globalExplicit {
			return
		}
	}
	switch {
	case len(p.qual) > maxQualName:
		s.qual = p.qual
	case p.kind == functionScope && p.comp == "":
		s.qual = p.qual + ".<locals>." + s.name
	default:
		s.qual = p.qual + "." + s.name
	}
}

func (g *gen) functionDef(s *ast.FunctionDef) {
	mark := g.temps
	for _, d := range s.Decorators {
		g.push(d)
	}
	line := s.Start.Line
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Extent().Start.Line
	}
	g.at(s)
	if len(s.Decorators) == 0 {
		if how, sym, reg := g.access(s.Name); how == inRegister {
			g.checkStore(s.Name)
			g.makeFunction(s, line, reg)
			g.bindSymbol(sym)
			return
		}
	}
	r := g.temp()
	g.makeFunction(s, line, r)
	g.decorate(s.Decorators, r)
	g.at(s)
	g.storeName(s.Name, register(mark))
	g.temps = mark
}

// decorate calls the decorators, which are in the registers before r, with what is in r
// and then with each other's results.
func (g *gen) decorate(list []ast.Expr, r int32) {
	for i := len(list) - 1; i >= 0; i-- {
		g.at(list[i])
		f := r - int32(len(list)-i)
		g.emitN(code.Call, 1, f, f, -1)
	}
}

func (g *gen) checkStore(name string) {
	if name == "__debug__" {
		g.failHere("cannot assign to __debug__")
	}
}

func (g *gen) makeFunction(s *ast.FunctionDef, line, d int32) {
	mark := g.temps
	g.checkParams(s.Args)
	base := g.temps
	bits := g.defaults(s.Args)
	if g.annotations(s, base) {
		bits |= 4
	}
	g.at(s)
	sc := g.scopeOf(s)
	g.open(sc, code.Function, s.Name, line)
	g.params(s.Args)
	body := s.Body
	if doc, ok := docString(body); ok {
		if g.table.optimize < 2 {
			g.code.Doc = doc
		}
		body = body[1:]
	}
	g.at(s)
	g.stmts(body)
	g.returnNone()
	g.makeFunc(g.close(), bits, d, base)
	g.temps = mark
}

// scopeOf is the scope that the table made for a node.
func (g *gen) scopeOf(n ast.Node) *scope {
	s := g.table.scopes[n]
	s.qualify()
	return s
}

func (g *gen) makeFunc(c *code.Code, bits int, d, base int32) {
	g.emitN(code.MakeFunc, bits, d, g.constIndex(c), base)
}

func (g *gen) checkParams(a *ast.Arguments) {
	for _, list := range [][]*ast.Arg{a.PosOnly, a.Args, a.KwOnly, {a.VarArg}, {a.KwArg}} {
		for _, p := range list {
			if p != nil {
				g.checkStore(p.Name)
			}
		}
	}
}

func (g *gen) params(a *ast.Arguments) {
	c := g.code
	c.PosOnly, c.Args, c.KwOnly = len(a.PosOnly), len(a.Args), len(a.KwOnly)
	c.VarArgs, c.VarKw = a.VarArg != nil, a.KwArg != nil
}

// defaults compiles them to the next two registers, and is MakeFunc's bits for them. It
// takes three registers when there are any.
func (g *gen) defaults(a *ast.Arguments) int {
	base, bits := g.temps, 0
	place := g.place
	if len(a.Defaults) > 0 {
		bits |= 1
		r := g.temp()
		g.move(r, g.tupleHere(a.Defaults, r))
	}
	g.temps = base
	for i, e := range a.KwDefaults {
		if e == nil {
			continue
		}
		g.temps = base + 1
		r := g.temp()
		if bits&2 == 0 {
			bits |= 2
			g.place = place
			g.emit(code.BuildDict, r, 0, 0)
		}
		o := g.operand(e)
		g.place = place
		g.emit(code.DictSet, r, g.rk(constant(g.scope.mangle(a.KwOnly[i].Name))), g.rk(o))
	}
	g.temps = base
	if bits != 0 {
		g.take(3)
	}
	return bits
}

// take reserves registers.
func (g *gen) take(n int) {
	for range n {
		g.temp()
	}
}

// tupleHere is a tuple that is blamed on what is at hand.
func (g *gen) tupleHere(list []ast.Expr, d int32) operand {
	p := g.place
	at := ast.Span{Start: ast.Pos{Line: p.Line, Col: int32(p.Col)}}
	if p.EndCol > 0 {
		at.End = ast.Pos{Line: p.Line, Col: int32(p.EndCol)}
	}
	o := g.tuple(at, list, d)
	g.place = p
	return o
}

// annotations makes the dict of them in the third register from base on, if there are
// any.
func (g *gen) annotations(s *ast.FunctionDef, base int32) bool {
	args := annotated(s.Args)
	if len(args) == 0 && s.Returns == nil {
		return false
	}
	g.temps = base
	g.take(3)
	d := base + 2
	g.at(s)
	g.emit(code.BuildDict, d, 0, 0)
	for _, a := range args {
		e := a.Annotation
		if star, ok := e.(*ast.Starred); ok && !g.table.future {
			g.unpackedAnnotation(a.Name, star, d)
			continue
		}
		g.annotationItem(a.Name, e, d)
	}
	if s.Returns != nil {
		g.annotationItem("return", s.Returns, d)
	}
	return true
}

func (g *gen) annotationItem(name string, e ast.Expr, d int32) {
	mark := g.temps
	o := g.annotation(e)
	g.emit(code.DictSet, d, g.rk(constant(g.scope.mangle(name))), g.rk(o))
	g.temps = mark
}

// unpackedAnnotation is that of *args: *Ts, the only one of what can be iterated.
func (g *gen) unpackedAnnotation(name string, e *ast.Starred, d int32) {
	mark := g.temps
	r := g.reg(e.Value)
	t := g.temp()
	g.emit(code.Unpack, t, r, 1)
	g.emit(code.DictSet, d, g.rk(constant(g.scope.mangle(name))), t)
	g.temps = mark
}

// annotation is the value of an annotation, or its text.
func (g *gen) annotation(e ast.Expr) operand {
	if g.table.future {
		return constant(Unparse(e))
	}
	return g.operand(e)
}

func (g *gen) lambda(e *ast.Lambda, d int32) operand {
	mark := g.temps
	g.at(e)
	g.checkParams(e.Args)
	base := g.temps
	bits := g.defaults(e.Args)
	g.at(e)
	g.open(g.scopeOf(e), code.Lambda, "<lambda>", e.Start.Line)
	g.params(e.Args)
	o := g.operand(e.Body)
	g.at(e.Body)
	g.lineMark(g.place.Line, code.Leads)
	g.emit(code.Return, 0, g.rk(o), 0)
	c := g.close()
	d = g.free(mark, d)
	g.makeFunc(c, bits, d, base)
	return register(d)
}

func (g *gen) returnNone() {
	g.emit(code.Return, 0, g.rk(constant(nil)), 0)
}

func (g *gen) classDef(s *ast.ClassDef) {
	mark := g.temps
	for _, d := range s.Decorators {
		g.push(d)
	}
	line := s.Start.Line
	if len(s.Decorators) > 0 {
		line = s.Decorators[0].Extent().Start.Line
	}
	g.at(s)
	g.checkKeywords(s, s.Keywords)
	base := g.temp()
	g.emit(code.LoadBuildClass, base, 0, 0)
	body := g.classBody(s, line)
	g.at(s)
	wide := spread(s.Bases, s.Keywords)
	if wide {
		g.temp() // for the tuple that the next two are to be in
	}
	g.makeFunc(body, 0, g.temp(), 0)
	g.pushConst(s.Name)
	if wide {
		g.callSpread(s, s.Bases, s.Keywords, base, 2, base)
	} else {
		names := g.arguments(s.Bases, s.Keywords)
		g.at(s)
		g.emitN(code.Call, 2+len(s.Bases)+len(s.Keywords), base, base, names)
	}
	g.decorate(s.Decorators, base)
	g.at(s)
	g.storeName(s.Name, register(mark))
	g.temps = mark
}

func (g *gen) classBody(s *ast.ClassDef, line int32) *code.Code {
	sc := g.scopeOf(s)
	g.open(sc, code.Class, s.Name, line)
	g.place = code.Place{Line: line}
	r := g.temp()
	g.emit(code.LoadName, r, g.nameIndex("__name__"), 0)
	g.storeName("__module__", register(r))
	g.temps = r
	g.storeName("__qualname__", constant(sc.qual))
	body := s.Body
	if sc.annotated {
		g.emit(code.SetupAnnotations, 0, 0, 0)
	}
	body = g.classDoc(body)
	g.stmts(body)
	if !sc.classCell {
		g.returnNone()
		return g.close()
	}
	g.place = code.Place{}
	cell := g.temp()
	g.emit(code.LoadCellObject, cell, 0, 0)
	g.storeName("__classcell__", register(cell))
	g.emit(code.Return, 0, cell, 0)
	return g.close()
}
