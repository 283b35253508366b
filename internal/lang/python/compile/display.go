package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// maxDisplay is how many elements a display has in registers at once.
const maxDisplay = 30

func starred(list []ast.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

// literals is whether all are constants as they stand.
func literals(list []ast.Expr) bool { return literalsIn(list, 4) }

// literalsIn looks into tuples down to a depth: whoever asks again at each level would
// take quadratic time else.
func literalsIn(list []ast.Expr, depth int) bool {
	for _, e := range list {
		if !literal(e, depth) {
			return false
		}
	}
	return true
}

func literal(e ast.Expr, depth int) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.Tuple:
		return depth > 0 && literalsIn(e.Elts, depth-1)
	case *ast.UnaryOp:
		c, ok := e.Operand.(*ast.Constant)
		return ok && e.Op == ast.USub && (c.Kind == ast.Int || c.Kind == ast.Float || c.Kind == ast.Complex)
	}
	return false
}

// constants are the values of literals.
func (g *gen) constants(list []ast.Expr) []code.Const {
	out := make([]code.Const, len(list))
	for i, e := range list {
		out[i] = g.operand(e).con
	}
	return out
}

// elements compiles expressions to consecutive registers, unless all are constants.
func (g *gen) elements(list []ast.Expr) (base int32, consts []code.Const, ok bool) {
	base = g.temps
	for i, e := range list {
		r := g.temp()
		o := g.expr(e, r)
		g.temps = r + 1
		if o.isCon && len(consts) == i {
			consts = append(consts, o.con)
			continue
		}
		if len(consts) == i {
			for j, c := range consts {
				g.move(base+int32(j), constant(c))
			}
		}
		g.move(r, o)
	}
	if len(consts) == len(list) {
		g.temps = base
		return base, consts, true
	}
	return base, nil, false
}

func (g *gen) tuple(e ast.Node, list []ast.Expr, d int32) operand {
	if len(list) > maxDisplay && literals(list) {
		return constant(code.Tuple(g.constants(list)))
	}
	mark := g.temps
	if len(list) > maxDisplay || starred(list) {
		t := g.temp()
		g.listOf(e, list, t, 0)
		d = g.free(mark, d)
		g.emit(code.ListToTuple, d, t, 0)
		return register(d)
	}
	base, consts, ok := g.elements(list)
	if ok {
		return constant(code.Tuple(consts))
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.BuildTuple, d, base, int32(len(list)))
	return register(d)
}

func (g *gen) list(e ast.Expr, list []ast.Expr, d int32) operand {
	mark := g.temps
	if len(list) > maxDisplay && literals(list) {
		return g.constList(e, g.constants(list), d)
	}
	if len(list) > maxDisplay || starred(list) {
		d = g.scratch(d)
		g.listOf(e, list, d, 0)
		return register(d)
	}
	base, consts, ok := g.elements(list)
	if ok && len(list) > 2 {
		return g.constList(e, consts, d)
	}
	if ok {
		for _, c := range consts {
			g.pushConst(c)
		}
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.BuildList, d, base, int32(len(list)))
	return register(d)
}

func (g *gen) constList(e ast.Expr, consts []code.Const, d int32) operand {
	d = g.scratch(d)
	g.at(e)
	g.emit(code.BuildList, d, 0, 0)
	t := g.pushConst(code.Tuple(consts))
	g.emit(code.ListExtend, d, t, 0)
	g.temps = t
	return register(d)
}

// listOf makes a list in d element by element. Its first n elements are in d+1, ...
// already.
func (g *gen) listOf(e ast.Node, list []ast.Expr, d, n int32) {
	mark := g.temps
	g.at(e)
	g.emit(code.BuildList, d, d+1, n)
	for _, x := range list {
		if s, ok := x.(*ast.Starred); ok {
			r := g.reg(s.Value)
			g.at(e)
			g.emit(code.ListExtend, d, r, 0)
		} else {
			o := g.operand(x)
			g.at(e)
			g.emit(code.ListAppend, d, g.rk(o), 0)
		}
		g.temps = mark
	}
}

func (g *gen) set(e *ast.Set, d int32) operand {
	mark := g.temps
	if literals(e.Elts) && len(e.Elts) > 2 {
		d = g.scratch(d)
		g.at(e)
		g.emit(code.BuildSet, d, 0, 0)
		t := g.pushConst(code.FrozenSet(g.constants(e.Elts)))
		g.emit(code.SetUpdate, d, t, 0)
		g.temps = t
		return register(d)
	}
	if len(e.Elts) > maxDisplay || starred(e.Elts) {
		d = g.scratch(d)
		g.setOf(e, d)
		return register(d)
	}
	base := g.temps
	for _, x := range e.Elts {
		g.push(x)
	}
	d = g.free(mark, d)
	g.at(e)
	g.emit(code.BuildSet, d, base, int32(len(e.Elts)))
	return register(d)
}

func (g *gen) setOf(e *ast.Set, d int32) {
	mark := g.temps
	g.at(e)
	g.emit(code.BuildSet, d, 0, 0)
	for _, x := range e.Elts {
		if s, ok := x.(*ast.Starred); ok {
			r := g.reg(s.Value)
			g.at(e)
			g.emit(code.SetUpdate, d, r, 0)
		} else {
			o := g.operand(x)
			g.at(e)
			g.emit(code.SetAdd, d, g.rk(o), 0)
		}
		g.temps = mark
	}
}

func (g *gen) dict(e *ast.Dict, d int32) operand {
	d = g.scratch(d)
	mark := g.temps
	g.at(e)
	g.emit(code.BuildDict, d, 0, 0)
	apart := 0 // where the pairs end that are set each by itself
	for i := 0; i < len(e.Keys); i++ {
		key := e.Keys[i]
		if i >= apart && key != nil {
			n, together := pairsTogether(e.Keys[i:])
			if together {
				g.dictPairs(e, d, i, n)
				g.temps = mark
				i += n - 1
				continue
			}
			apart = i + n
		}
		if key == nil {
			r := g.reg(e.Values[i])
			g.at(e)
			g.emit(code.DictUpdate, d, r, 0)
		} else {
			k := g.operand(key)
			v := g.operand(e.Values[i])
			g.at(e)
			g.emit(code.DictSet, d, g.rk(k), g.rk(v))
		}
		g.temps = mark
	}
	return register(d)
}

// maxPairs is how many pairs CPython evaluates before it makes a dict of them.
const maxPairs = 15

// pairsTogether is how many pairs keys begins with before a **, and whether all are to be
// evaluated before any of them is set: that tells where a key has no hash.
func pairsTogether(keys []ast.Expr) (n int, together bool) {
	for n < len(keys) && keys[n] != nil {
		_, constant := keys[n].(*ast.Constant)
		together = together || !constant
		n++
	}
	return n, together && n > 1 && n <= maxPairs
}

// dictPairs sets n pairs of a dict, from the one at i on, once all of them are evaluated.
func (g *gen) dictPairs(e *ast.Dict, d int32, i, n int) {
	base := g.temps
	for j := i; j < i+n; j++ {
		g.push(e.Keys[j])
		g.push(e.Values[j])
	}
	g.at(e)
	for j := range int32(n) {
		g.emit(code.DictSet, d, base+2*j, base+2*j+1)
	}
}
