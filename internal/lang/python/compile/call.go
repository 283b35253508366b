package compile

import (
	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// maxArgs is how many arguments Call has at most.
const maxArgs = 255

// spread is whether a call needs its arguments as a tuple and a dict.
func spread(args []ast.Expr, keywords []*ast.Keyword) bool {
	for _, k := range keywords {
		if k.Name == "" {
			return true
		}
	}
	return len(args)+len(keywords) > maxArgs-2 || starred(args)
}

func (g *gen) call(e *ast.Call, d int32) operand {
	mark := g.temps
	g.checkKeywords(e, e.Keywords)
	if a, ok := e.Func.(*ast.Attribute); ok && !spread(e.Args, e.Keywords) {
		return g.callMethod(e, a, d)
	}
	base := g.push(e.Func)
	if spread(e.Args, e.Keywords) {
		return g.callSpread(e, e.Args, e.Keywords, base, 0, d)
	}
	names := g.arguments(e.Args, e.Keywords)
	d = g.free(mark, d)
	g.at(e)
	g.emitN(code.Call, len(e.Args)+len(e.Keywords), d, base, names)
	return register(d)
}

func (g *gen) callMethod(e *ast.Call, a *ast.Attribute, d int32) operand {
	mark := g.temps
	obj := g.reg(a.Value)
	base := g.free(mark, noDest)
	g.temp()
	g.atAttr(a.Span, a)
	g.emit(code.LoadMethod, base, obj, g.attr(a.Attr))
	names := g.arguments(e.Args, e.Keywords)
	d = g.free(mark, d)
	g.atAttr(e.Span, a)
	g.emitN(code.CallMethod, len(e.Args)+len(e.Keywords), d, base, names)
	return register(d)
}

// arguments compiles them to the next registers, and is the constant with the names.
func (g *gen) arguments(args []ast.Expr, keywords []*ast.Keyword) int32 {
	for _, a := range args {
		g.push(a)
	}
	if len(keywords) == 0 {
		return -1
	}
	names := make(code.Tuple, len(keywords))
	for i, k := range keywords {
		g.push(k.Value)
		names[i] = k.Name
	}
	return g.constIndex(names)
}

// callSpread calls what is in base, with given arguments before the others, which are in
// base+2 and on.
func (g *gen) callSpread(e ast.Node, args []ast.Expr, keywords []*ast.Keyword, base, given, d int32) operand {
	n := 0
	tuple := base + 1
	if g.temps <= tuple {
		g.temp()
	}
	if s, ok := oneStarred(args); ok && given == 0 {
		g.into(s, tuple)
		n = 2
	} else if given == 0 && len(args) <= maxDisplay && !starred(args) {
		g.move(tuple, g.tuple(e, args, tuple))
	} else {
		g.listOf(e, args, tuple, given)
		g.emit(code.ListToTuple, tuple, tuple, 0)
	}
	g.temps = tuple + 1
	if len(keywords) > 0 {
		n |= 1
		g.keywordDict(e, keywords, g.temp(), base)
	}
	d = g.free(base, d)
	g.at(e)
	g.emitN(code.CallSpread, n, d, base, 0)
	return register(d)
}

// oneStarred is the value of the only argument, which is starred.
func oneStarred(args []ast.Expr) (ast.Expr, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*ast.Starred)
	if !ok {
		return nil, false
	}
	return s.Value, true
}

func (g *gen) keywordDict(e ast.Node, keywords []*ast.Keyword, d, callee int32) {
	mark := g.temps
	g.at(e)
	g.emit(code.BuildDict, d, 0, 0)
	merged := false
	for _, k := range keywords {
		switch {
		case k.Name == "":
			r := g.reg(k.Value)
			g.at(e)
			g.emit(code.DictMerge, d, r, callee)
			merged = true
		case merged: // a name that is in a mapping before it is a TypeError too
			pair := g.temp()
			o := g.operand(k.Value)
			g.at(e)
			g.emit(code.BuildDict, pair, 0, 0)
			g.emit(code.DictSet, pair, g.rk(constant(k.Name)), g.rk(o))
			g.emit(code.DictMerge, d, pair, callee)
		default:
			o := g.operand(k.Value)
			g.at(e)
			g.emit(code.DictSet, d, g.rk(constant(k.Name)), g.rk(o))
		}
		g.temps = mark
	}
}

func (g *gen) checkKeywords(e ast.Node, keywords []*ast.Keyword) {
	var seen map[string]bool
	for _, k := range keywords {
		if k.Name == "" {
			continue
		}
		if k.Name == "__debug__" {
			g.fail(e, "cannot assign to __debug__")
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		if seen[k.Name] {
			g.fail(k, "keyword argument repeated: %s", k.Name)
		}
		seen[k.Name] = true
	}
}
