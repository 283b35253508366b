package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

func (g *gen) assignStmt(s *ast.Assign) {
	if len(s.Targets) == 1 {
		switch t := s.Targets[0].(type) {
		case *ast.Name:
			g.assign(t, s.Value)
			return
		case *ast.Tuple:
			if v, ok := s.Value.(*ast.Tuple); ok && g.assignEach(t.Elts, v.Elts) {
				return
			}
		}
		g.store(s.Targets[0], g.operand(s.Value))
		return
	}
	o := g.operand(s.Value)
	if !o.isCon && o.reg < g.locals && !names(s.Targets) {
		r := g.temp() // an unpacking before the last target may bind it
		g.move(r, o)
		o = register(r)
	}
	for _, t := range s.Targets {
		g.store(t, o)
	}
}

// names is whether all targets are names.
func names(list []ast.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*ast.Name); !ok {
			return false
		}
	}
	return true
}

// assignEach is a, b = x, y without a tuple. It is false for what isn't as simple.
func (g *gen) assignEach(targets, values []ast.Expr) bool {
	if len(targets) != len(values) || len(targets) > maxDisplay || starred(targets) || starred(values) {
		return false
	}
	list := make([]operand, len(values))
	for i, v := range values {
		list[i] = g.operand(v)
		if o := list[i]; !o.isCon && o.reg < g.locals && !g.untouched(o.reg, targets[:i]) {
			r := g.temp()
			g.move(r, o)
			list[i] = register(r)
		}
	}
	for i, t := range targets {
		g.store(t, list[i])
	}
	return true
}

// untouched is whether storing to targets leaves a local variable as it is.
func (g *gen) untouched(reg int32, targets []ast.Expr) bool {
	for _, t := range targets {
		switch t.(type) {
		case *ast.Name:
			if r, ok := g.localOf(t); ok && r == reg {
				return false
			}
		case *ast.Attribute, *ast.Subscript:
		default:
			return false
		}
	}
	return true
}

// store assigns to a target.
func (g *gen) store(e ast.Expr, o operand) {
	mark := g.temps
	switch e := e.(type) {
	case *ast.Name:
		g.at(e)
		g.storeName(e.ID, o)
	case *ast.Attribute:
		obj := g.reg(e.Value)
		g.atAttr(e.Span, e)
		g.checkStore(e.Attr)
		g.emit(code.StoreAttr, obj, g.rk(o), g.attr(e.Attr))
	case *ast.Subscript:
		obj := g.inReg(g.left(e.Value, e.Index))
		i := g.operand(e.Index)
		g.at(e)
		g.emit(code.SetItem, obj, g.rk(i), g.rk(o))
	case *ast.Tuple:
		g.unpack(e, e.Elts, o)
	case *ast.List:
		g.unpack(e, e.Elts, o)
	case *ast.Starred:
		g.fail(e, "starred assignment target must be in a list or tuple")
	}
	g.temps = mark
}

func (g *gen) unpack(e ast.Expr, targets []ast.Expr, o operand) {
	star := -1
	for i, t := range targets {
		if _, ok := t.(*ast.Starred); ok {
			if star >= 0 {
				g.fail(e, "multiple starred expressions in assignment")
			}
			star = i
		}
	}
	from := g.inReg(o)
	g.at(e)
	if base, ok := g.consecutive(targets); ok && star < 0 {
		g.emit(code.Unpack, base, from, int32(len(targets)))
		for i, t := range targets {
			g.at(t)
			g.storeName(t.(*ast.Name).ID, register(base+int32(i)))
		}
		return
	}
	base := g.temps
	g.take(len(targets))
	g.emitUnpack(e, base, from, len(targets), star)
	for i, t := range targets {
		if s, ok := t.(*ast.Starred); ok {
			t = s.Value
		}
		g.store(t, register(base+int32(i)))
	}
}

func (g *gen) emitUnpack(e spanned, base, from int32, n, star int) {
	if star < 0 {
		g.emit(code.Unpack, base, from, int32(n))
		return
	}
	if star > 255 || n-star-1 > 255 {
		g.fail(e, "too many expressions in star-unpacking assignment")
	}
	g.emitN(code.UnpackStar, n-star-1, base, from, int32(star))
}

// consecutive is the first register of targets that are local variables one after the
// other.
func (g *gen) consecutive(targets []ast.Expr) (int32, bool) {
	if len(targets) == 0 {
		return 0, false
	}
	first, ok := g.localOf(targets[0])
	for i := 1; i < len(targets) && ok; i++ {
		var r int32
		r, ok = g.localOf(targets[i])
		ok = ok && r == first+int32(i)
	}
	return first, ok
}

// augAssign evaluates the parts of its target once.
func (g *gen) augAssign(s *ast.AugAssign) {
	op := code.InAdd + code.Op(s.Op)
	switch t := s.Target.(type) {
	case *ast.Name:
		old := g.left(t, s.Value)
		v := g.operand(s.Value)
		d, local := g.localOf(t)
		if !local {
			d = g.temp()
		}
		g.at(s)
		g.emit(op, d, g.rk(old), g.rk(v))
		g.at(t)
		g.storeName(t.ID, register(d))
	case *ast.Attribute:
		obj := g.reg(t.Value)
		r := g.temp()
		g.atAttr(t.Span, t)
		g.emit(code.LoadAttr, r, obj, g.attr(t.Attr))
		v := g.operand(s.Value)
		g.at(s)
		g.emit(op, r, r, g.rk(v))
		g.atAttr(t.Span, t) // CPython 3.11 has no objection to __debug__ here
		g.emit(code.StoreAttr, obj, r, g.attr(t.Attr))
	case *ast.Subscript:
		obj := g.inReg(g.left(t.Value, t.Index))
		i := g.operand(t.Index)
		r := g.temp()
		g.at(t)
		g.emit(code.GetItem, r, obj, g.rk(i))
		v := g.operand(s.Value)
		g.at(s)
		g.emit(op, r, r, g.rk(v))
		g.at(t)
		g.emit(code.SetItem, obj, g.rk(i), r)
	}
}

func (g *gen) annAssign(s *ast.AnnAssign) {
	if s.Value != nil {
		if n, ok := s.Target.(*ast.Name); ok {
			g.assign(n, s.Value)
		} else {
			g.store(s.Target, g.operand(s.Value))
		}
	}
	inScope := g.scope.kind != functionScope
	switch t := s.Target.(type) {
	case *ast.Name:
		if t.ID == "__debug__" {
			g.fail(s, "cannot assign to __debug__")
		}
		if s.Simple && inScope {
			g.noteAnnotation(s, t)
			return
		}
	case *ast.Attribute:
		if s.Value == nil {
			g.operand(t.Value)
		}
	case *ast.Subscript:
		if s.Value == nil {
			g.operand(t.Value)
			g.operand(t.Index)
		}
	}
	if !s.Simple && inScope && !g.table.future {
		g.operand(s.Annotation)
	}
}

// noteAnnotation puts a variable's into __annotations__.
func (g *gen) noteAnnotation(s *ast.AnnAssign, t *ast.Name) {
	o := g.annotation(s.Annotation)
	g.at(s)
	r := g.temp()
	op := code.LoadGlobal
	if how, _, _ := g.access("__annotations__"); how == inNames {
		op = code.LoadName
	}
	g.emit(op, r, g.nameIndex("__annotations__"), 0)
	g.emit(code.SetItem, r, g.rk(constant(g.scope.mangle(t.ID))), g.rk(o))
}
