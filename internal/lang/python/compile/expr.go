package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// expr compiles an expression. Where its value has to be made, it goes to d, or to a new
// temporary register when d is noDest; but it may be elsewhere or a constant.
func (g *gen) expr(e ast.Expr, d int32) operand {
	g.table.poll.Step()
	switch e := e.(type) {
	case *ast.Constant:
		return constant(constOf(e))
	case *ast.Name:
		return g.load(e, d)
	case *ast.Attribute:
		return g.attribute(e, d)
	case *ast.Call:
		return g.call(e, d)
	case *ast.BinOp:
		return g.binOp(e, d)
	case *ast.Compare:
		return g.compare(e, d)
	case *ast.Subscript:
		return g.subscript(e, d)
	case *ast.BoolOp:
		return g.boolOp(e, d)
	case *ast.UnaryOp:
		return g.unaryOp(e, d)
	case *ast.IfExp:
		return g.ifExp(e, d)
	case *ast.NamedExpr:
		return g.namedExpr(e, d)
	case *ast.Lambda:
		return g.lambda(e, d)
	case *ast.JoinedStr:
		return g.joinedStr(e, d)
	case *ast.FormattedValue:
		return g.formatted(e, e, d)
	case *ast.Slice:
		return g.slice(e, d)
	case *ast.Starred:
		g.fail(e, "can't use starred expression here")
		return constant(nil)
	case *ast.Await:
		return g.await(e, d)
	case *ast.Yield:
		return g.yield(e, d)
	case *ast.YieldFrom:
		return g.yieldFrom(e, d)
	}
	return g.display(e, d)
}

func (g *gen) display(e ast.Expr, d int32) operand {
	switch e := e.(type) {
	case *ast.Tuple:
		return g.tuple(e, e.Elts, d)
	case *ast.List:
		return g.list(e, e.Elts, d)
	case *ast.Set:
		return g.set(e, d)
	case *ast.Dict:
		return g.dict(e, d)
	case *ast.ListComp:
		return g.comprehension(e, e.Generators, nil, e.Elt, d)
	case *ast.SetComp:
		return g.comprehension(e, e.Generators, nil, e.Elt, d)
	case *ast.DictComp:
		return g.comprehension(e, e.Generators, e.Value, e.Key, d)
	case *ast.GeneratorExp:
		return g.comprehension(e, e.Generators, nil, e.Elt, d)
	}
	return constant(nil)
}

func constOf(e *ast.Constant) code.Const {
	switch e.Kind {
	case ast.True:
		return true
	case ast.False:
		return false
	case ast.Ellipsis:
		return code.Ellipsis{}
	case ast.Int:
		if e.Big != nil {
			return e.Big
		}
		return e.Int
	case ast.Float:
		return e.Float
	case ast.Complex:
		return complex(0, e.Float)
	case ast.Str:
		return e.Str
	case ast.Bytes:
		return code.Bytes(e.Str)
	}
	return nil
}

// atAttr is at for what begins with an attribute: where that is on several lines it is
// the name's line which counts.
func (g *gen) atAttr(whole ast.Span, a *ast.Attribute) {
	if a.Start.Line != a.End.Line {
		n := int32(len([]rune(a.Attr)))
		if n <= a.End.Col {
			whole.Start = ast.Pos{Line: a.End.Line, Col: a.End.Col - n}
		}
	}
	g.place = placeOf(whole)
}

func (g *gen) attribute(e *ast.Attribute, d int32) operand {
	mark := g.temps
	obj := g.reg(e.Value)
	d = g.free(mark, d)
	g.atAttr(e.Span, e)
	g.emit(code.LoadAttr, d, obj, g.attr(e.Attr))
	return register(d)
}

func (g *gen) subscript(e *ast.Subscript, d int32) operand {
	mark := g.temps
	obj := g.left(e.Value, e.Index)
	index := g.operand(e.Index)
	d = g.free(mark, d)
	g.at(e)
	o, i := g.rk(obj), g.rk(index)
	if last := g.last(); last != nil && last.Op == code.BuildSlice && int32(last.A) == i {
		last.N = 1
	}
	g.emit(code.GetItem, d, o, i)
	return register(d)
}

func (g *gen) slice(e *ast.Slice, d int32) operand {
	mark := g.temps
	base := mark
	for _, part := range []ast.Expr{e.Lower, e.Upper, e.Step} {
		if part == nil {
			g.pushConst(nil)
		} else {
			g.push(part)
		}
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.BuildSlice, d, base, 0)
	return register(d)
}

// left is the first operand of an operation. When evaluating the second binds nothing
// the first needs no copy.
func (g *gen) left(e, right ast.Expr) operand {
	switch right.(type) {
	case *ast.Constant, *ast.Name:
		return g.lazy(e)
	}
	return g.operand(e)
}

func (g *gen) binOp(e *ast.BinOp, d int32) operand {
	if s, ok := percent(e); ok {
		return g.joinedStr(s, d)
	}
	mark := g.temps
	l := g.left(e.Left, e.Right)
	r := g.operand(e.Right)
	if l.isCon && r.isCon {
		if c, ok := foldBinary(e.Op, l.con, r.con); ok {
			return constant(c)
		}
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.Add+code.Op(e.Op), d, g.rk(l), g.rk(r))
	return register(d)
}

func (g *gen) unaryOp(e *ast.UnaryOp, d int32) operand {
	mark := g.temps
	o := g.operand(e.Operand)
	if o.isCon {
		if c, ok := foldUnary(e.Op, o.con); ok {
			return constant(c)
		}
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.Not+code.Op(e.Op), d, g.rk(o), 0)
	return register(d)
}

// comparator is the right side of a comparison: of "in", a display of constants is a
// constant.
func (g *gen) comparator(op ast.CmpOperator, e ast.Expr) operand {
	if op == ast.In || op == ast.NotIn {
		return g.container(e)
	}
	return g.operand(e)
}

// link is the right side of a comparison in a chain: one that isn't the last is the left
// side of the next, too.
func (g *gen) link(e *ast.Compare, i int) operand {
	if i < len(e.Ops)-1 {
		return g.operand(e.Comparators[i])
	}
	return g.comparator(e.Ops[i], e.Comparators[i])
}

// container is a display that nobody but its reader sees.
func (g *gen) container(e ast.Expr) operand {
	switch e := e.(type) {
	case *ast.List:
		return g.tuple(e, e.Elts, noDest)
	case *ast.Set:
		if literals(e.Elts) {
			return constant(code.FrozenSet(g.constants(e.Elts)))
		}
	}
	return g.operand(e)
}

func (g *gen) compare(e *ast.Compare, d int32) operand {
	mark := g.temps
	if len(e.Ops) > 1 {
		return g.chain(e, d)
	}
	l := g.left(e.Left, e.Comparators[0])
	r := g.comparator(e.Ops[0], e.Comparators[0])
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.Lt+code.Op(e.Ops[0]), d, g.rk(l), g.rk(r))
	return register(d)
}

// chain is a < b < c, which ends at the first that is false.
func (g *gen) chain(e *ast.Compare, d int32) operand {
	d = g.scratch(d)
	mark, trail, end := g.temps, 0, g.label()
	l := g.operand(e.Left)
	for i, op := range e.Ops {
		r := g.link(e, i)
		g.at(e)
		g.emit(code.Lt+code.Op(op), d, g.rk(l), g.rk(r))
		if i == 0 {
			trail = g.mark()
		}
		if i < len(e.Ops)-1 {
			g.jump(code.IfFalse, 0, d, end)
		}
		l = r
	}
	g.here(end)
	g.forget(trail)
	g.temps = mark
	return register(d)
}

func (g *gen) boolOp(e *ast.BoolOp, d int32) operand {
	d = g.scratch(d)
	op, end, trail := code.IfFalse, g.label(), 0
	if e.Or {
		op = code.IfTrue
	}
	for i, v := range e.Values {
		g.into(v, d)
		if i == 0 {
			trail = g.mark()
		}
		if i < len(e.Values)-1 {
			g.at(e)
			g.jump(op, 0, d, end)
		}
	}
	g.here(end)
	g.forget(trail)
	return register(d)
}

func (g *gen) ifExp(e *ast.IfExp, d int32) operand {
	d = g.dest(d)
	orElse, end := g.label(), g.label()
	g.at(e)
	g.cond(e.Test, orElse, false)
	trail := g.mark()
	g.into(e.Body, d)
	g.forget(trail)
	g.jump(code.Jump, 0, 0, end)
	g.here(orElse)
	g.into(e.OrElse, d)
	g.forget(trail)
	g.here(end)
	return register(d)
}

// namedExpr copies what it binds, because a later part of the expression may bind it
// anew.
func (g *gen) namedExpr(e *ast.NamedExpr, d int32) operand {
	how, _, reg := g.access(e.Target.ID)
	if how == inRegister {
		g.assign(e.Target, e.Value)
		d = g.dest(d)
		g.move(d, register(reg))
		return register(d)
	}
	o := g.expr(e.Value, d)
	g.at(e.Target)
	g.storeName(e.Target.ID, o)
	return o
}

// assign binds a name, in place where it is a local variable.
func (g *gen) assign(target *ast.Name, value ast.Expr) {
	mark := g.temps
	how, sym, reg := g.access(target.ID)
	if how == inRegister {
		g.into(value, reg)
		g.bindSymbol(sym)
		if target.ID == "__debug__" {
			g.fail(target, "cannot assign to __debug__")
		}
		return
	}
	o := g.operand(value)
	g.at(target)
	g.storeName(target.ID, o)
	g.temps = mark
}

func (g *gen) joinedStr(e *ast.JoinedStr, d int32) operand {
	switch len(e.Values) {
	case 0:
		return constant("")
	case 1:
		return g.stringPart(e, e.Values[0], d)
	}
	d = g.scratch(d)
	mark := g.temps
	g.pieces(e, e.Values, d)
	g.temps = mark
	return register(d)
}

// pieces joins strings, a bounded number of them at once.
func (g *gen) pieces(e *ast.JoinedStr, list []ast.Expr, d int32) {
	const most = 128
	base := g.temps
	for _, v := range list {
		if g.temps-base == most {
			g.at(e)
			g.emit(code.BuildString, base, base, most)
			g.temps = base + 1
		}
		r := g.temp()
		g.move(r, g.stringPart(e, v, r))
		if last := g.last(); last.Op == code.Format && last.N == 0 && last.C < 0 {
			last.N = code.Digits
		}
	}
	g.at(e)
	g.emit(code.BuildString, d, base, g.temps-base)
}

func (g *gen) stringPart(e ast.Expr, v ast.Expr, d int32) operand {
	if f, ok := v.(*ast.FormattedValue); ok {
		return g.formatted(e, f, d)
	}
	return g.expr(v, d)
}

// formatted is {value} of the f-string e, or of a format that is made one: then it is
// the value that is blamed.
func (g *gen) formatted(e ast.Expr, f *ast.FormattedValue, d int32) operand {
	mark := g.temps
	v := g.operand(f.Value)
	spec := int32(-1)
	if f.Spec != nil {
		spec = g.reg(f.Spec)
	}
	d = g.free(mark, d)
	g.at(e)
	if f.Span == f.Value.Extent() {
		g.at(f)
	}
	g.emitN(code.Format, int(f.Conversion), d, g.rk(v), spec)
	return register(d)
}
