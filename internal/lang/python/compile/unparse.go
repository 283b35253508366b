package compile

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// How tight an expression binds: one that is looser than its place needs parentheses.
const (
	looseTuple = iota
	looseTest
	looseOr
	looseAnd
	looseNot
	looseCmp
	looseBitOr
	looseBitXor
	looseBitAnd
	looseShift
	looseArith
	looseTerm
	looseFactor
	loosePower
	looseAwait
	looseAtom
)

// An unparser writes expressions as CPython does for annotations that are strings.
type unparser struct{ strings.Builder }

// Unparse is the source text of an expression, in CPython's form.
func Unparse(e ast.Expr) string {
	var u unparser
	u.expr(e, looseTest)
	return u.String()
}

// write writes strings, and expressions that are tests.
func (u *unparser) write(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			u.WriteString(p)
		case ast.Expr:
			u.expr(p, looseTest)
		}
	}
}

// wrap writes what f does, in parentheses when it is looser than its place.
func (u *unparser) wrap(loose, place int, f func()) {
	if loose < place {
		u.WriteByte('(')
		defer u.WriteByte(')')
	}
	f()
}

func (u *unparser) expr(e ast.Expr, place int) {
	switch e := e.(type) {
	case *ast.Constant:
		u.WriteString(constText(constOf(e)))
	case *ast.Name:
		u.WriteString(e.ID)
	case *ast.Attribute:
		u.attribute(e)
	case *ast.Subscript:
		u.expr(e.Value, looseAtom)
		u.WriteByte('[')
		u.expr(e.Index, looseTuple)
		u.WriteByte(']')
	case *ast.Call:
		u.call(e)
	case *ast.BoolOp:
		u.boolOp(e, place)
	case *ast.BinOp:
		u.binOp(e, place)
	case *ast.UnaryOp:
		u.unaryOp(e, place)
	case *ast.Compare:
		u.compare(e, place)
	case *ast.IfExp:
		u.wrap(looseTest, place, func() {
			u.expr(e.Body, looseTest+1)
			u.WriteString(" if ")
			u.expr(e.Test, looseTest+1)
			u.write(" else ", e.OrElse)
		})
	case *ast.Lambda:
		u.wrap(looseTest, place, func() {
			u.WriteString("lambda")
			u.params(e.Args)
			u.write(": ", e.Body)
		})
	case *ast.NamedExpr:
		u.wrap(looseTuple, place, func() { u.write(e.Target, " := ", e.Value) })
	case *ast.Await:
		u.wrap(looseAwait, place, func() {
			u.WriteString("await ")
			u.expr(e.Value, looseAtom)
		})
	case *ast.Yield:
		if e.Value == nil {
			u.WriteString("(yield)")
		} else {
			u.write("(yield ", e.Value, ")")
		}
	case *ast.YieldFrom:
		u.write("(yield from ", e.Value, ")")
	default:
		u.display(e, place)
	}
}

func (u *unparser) display(e ast.Expr, place int) {
	switch e := e.(type) {
	case *ast.Tuple:
		if len(e.Elts) == 0 {
			u.WriteString("()")
			return
		}
		u.wrap(looseTuple, place, func() {
			u.list(e.Elts)
			if len(e.Elts) == 1 {
				u.WriteByte(',')
			}
		})
	case *ast.List:
		u.WriteByte('[')
		u.list(e.Elts)
		u.WriteByte(']')
	case *ast.Set:
		u.WriteByte('{')
		u.list(e.Elts)
		u.WriteByte('}')
	case *ast.Dict:
		u.dict(e)
	case *ast.ListComp:
		u.comprehension("[", e.Elt, nil, e.Generators, "]")
	case *ast.SetComp:
		u.comprehension("{", e.Elt, nil, e.Generators, "}")
	case *ast.GeneratorExp:
		u.comprehension("(", e.Elt, nil, e.Generators, ")")
	case *ast.DictComp:
		u.comprehension("{", e.Key, e.Value, e.Generators, "}")
	case *ast.Starred:
		u.WriteByte('*')
		u.expr(e.Value, looseBitOr)
	case *ast.Slice:
		u.slice(e)
	case *ast.JoinedStr:
		u.joinedStr(e)
	}
}

func (u *unparser) list(list []ast.Expr) {
	for i, e := range list {
		if i > 0 {
			u.WriteString(", ")
		}
		u.expr(e, looseTest)
	}
}

func (u *unparser) dict(e *ast.Dict) {
	u.WriteByte('{')
	for i, v := range e.Values {
		if i > 0 {
			u.WriteString(", ")
		}
		if e.Keys[i] == nil {
			u.WriteString("**")
			u.expr(v, looseBitOr)
		} else {
			u.write(e.Keys[i], ": ", v)
		}
	}
	u.WriteByte('}')
}

func (u *unparser) comprehension(open string, elt, value ast.Expr, gens []*ast.Comprehension, end string) {
	u.write(open, elt)
	if value != nil {
		u.write(": ", value)
	}
	for _, c := range gens {
		if c.Async {
			u.WriteString(" async for ")
		} else {
			u.WriteString(" for ")
		}
		u.expr(c.Target, looseTuple)
		u.WriteString(" in ")
		u.expr(c.Iter, looseTest+1)
		for _, e := range c.Ifs {
			u.WriteString(" if ")
			u.expr(e, looseTest+1)
		}
	}
	u.WriteString(end)
}

func (u *unparser) slice(e *ast.Slice) {
	if e.Lower != nil {
		u.write(e.Lower)
	}
	u.WriteByte(':')
	if e.Upper != nil {
		u.write(e.Upper)
	}
	if e.Step != nil {
		u.write(":", e.Step)
	}
}

func (u *unparser) attribute(e *ast.Attribute) {
	u.expr(e.Value, looseAtom)
	if c, ok := e.Value.(*ast.Constant); ok && c.Kind == ast.Int {
		u.WriteByte(' ')
	}
	u.write(".", e.Attr)
}

func (u *unparser) call(e *ast.Call) {
	u.expr(e.Func, looseAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if gen, ok := e.Args[0].(*ast.GeneratorExp); ok {
			u.display(gen, looseTest)
			return
		}
	}
	u.WriteByte('(')
	u.list(e.Args)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			u.WriteString(", ")
		}
		if k.Name == "" {
			u.write("**", k.Value)
		} else {
			u.write(k.Name, "=", k.Value)
		}
	}
	u.WriteByte(')')
}

func (u *unparser) boolOp(e *ast.BoolOp, place int) {
	word, loose := " and ", looseAnd
	if e.Or {
		word, loose = " or ", looseOr
	}
	u.wrap(loose, place, func() {
		for i, v := range e.Values {
			if i > 0 {
				u.WriteString(word)
			}
			u.expr(v, loose+1)
		}
	})
}

func (u *unparser) binOp(e *ast.BinOp, place int) {
	loose := [...]int{looseArith, looseArith, looseTerm, looseTerm, looseTerm, looseTerm, loosePower,
		looseShift, looseShift, looseBitOr, looseBitXor, looseBitAnd, looseTerm}[e.Op]
	left, right := loose, loose+1
	if e.Op == ast.Pow {
		left, right = loose+1, loose
	}
	u.wrap(loose, place, func() {
		u.expr(e.Left, left)
		u.write(" ", e.Op.String(), " ")
		u.expr(e.Right, right)
	})
}

func (u *unparser) unaryOp(e *ast.UnaryOp, place int) {
	loose := looseFactor
	if e.Op == ast.Not {
		loose = looseNot
	}
	u.wrap(loose, place, func() {
		u.WriteString([...]string{"not ", "~", "+", "-"}[e.Op])
		u.expr(e.Operand, loose)
	})
}

func (u *unparser) compare(e *ast.Compare, place int) {
	u.wrap(looseCmp, place, func() {
		u.expr(e.Left, looseCmp+1)
		for i, op := range e.Ops {
			u.write(" ", op.String(), " ")
			u.expr(e.Comparators[i], looseCmp+1)
		}
	})
}

func (u *unparser) params(a *ast.Arguments) {
	all := append(a.PosOnly[:len(a.PosOnly):len(a.PosOnly)], a.Args...)
	sep := ""
	if len(all) > 0 {
		sep = " "
	}
	next := func(parts ...any) {
		u.WriteString(sep)
		u.write(parts...)
		sep = ", "
	}
	for i, p := range all {
		next(p.Name)
		if k := i - (len(all) - len(a.Defaults)); k >= 0 {
			u.write("=", a.Defaults[k])
		}
		if i == len(a.PosOnly)-1 {
			next("/")
		}
	}
	if a.VarArg != nil {
		next("*", a.VarArg.Name)
	} else if len(a.KwOnly) > 0 {
		next("*")
	}
	for i, p := range a.KwOnly {
		next(p.Name)
		if d := a.KwDefaults[i]; d != nil {
			u.write("=", d)
		}
	}
	if a.KwArg != nil {
		next("**", a.KwArg.Name)
	}
}

func (u *unparser) joinedStr(e *ast.JoinedStr) {
	var body unparser
	body.pieces(e)
	u.write("f", quote(body.String()))
}

func (u *unparser) pieces(e *ast.JoinedStr) {
	for _, v := range e.Values {
		switch v := v.(type) {
		case *ast.Constant:
			u.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(v.Str))
		case *ast.FormattedValue:
			var inside unparser
			inside.expr(v.Value, looseTest+1)
			text := inside.String()
			u.WriteByte('{')
			if strings.HasPrefix(text, "{") {
				u.WriteByte(' ')
			}
			u.WriteString(text)
			if v.Conversion != 0 {
				u.write("!", string(rune(v.Conversion)))
			}
			if v.Spec != nil {
				u.WriteByte(':')
				u.pieces(v.Spec)
			}
			u.WriteByte('}')
		}
	}
}
