package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// expressions parses what may be a tuple, without stars.
func (p *parser) expressions() ast.Expr {
	start := p.pos
	e := p.expression()
	if p.kind() != tComma {
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(tComma) && p.kind().startsExpr() && p.more(func() { elts = append(elts, p.expression()) }) {
		continue
	}
	return &ast.Tuple{Span: p.since(start), Elts: elts}
}

// starExpressions parses what may be a tuple, stars in it.
func (p *parser) starExpressions() ast.Expr {
	start := p.pos
	e := p.starExpression()
	if p.kind() != tComma {
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(tComma) && p.startsStar() && p.more(func() { elts = append(elts, p.starExpression()) }) {
		continue
	}
	return &ast.Tuple{Span: p.since(start), Elts: elts}
}

// startsStar is whether an expression comes that may have a star.
func (p *parser) startsStar() bool { return p.kind().startsExpr() || p.kind() == tStar }

func (p *parser) starExpression() ast.Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.expression()
}

// starred parses *x, where x is no comparison.
func (p *parser) starred() ast.Expr {
	start := p.pos
	p.expect(tStar)
	value := p.bitwise()
	return &ast.Starred{Span: p.since(start), Value: value}
}

// starNamed parses an element of a list, a set or a tuple in parentheses.
func (p *parser) starNamed() ast.Expr {
	return p.remember(ruleStarNamed, func() ast.Expr {
		if p.kind() == tStar {
			return p.starred()
		}
		return p.named()
	})
}

// named parses an expression that may be an x := y.
func (p *parser) named() ast.Expr {
	if p.checking {
		return p.remember(ruleNamed, func() ast.Expr {
			if !p.quiet && !p.isWalrus() {
				p.invalidNamed()
			}
			return p.namedUnchecked()
		})
	}
	return p.namedUnchecked()
}

func (p *parser) isWalrus() bool { return p.kind() == tName && p.next() == tColonEqual }

func (p *parser) namedUnchecked() ast.Expr {
	if p.isWalrus() {
		return p.walrus()
	}
	e := p.expression()
	if p.kind() == tColonEqual {
		p.mismatch()
	}
	return e
}

// walrus parses x := y.
func (p *parser) walrus() ast.Expr {
	t := &p.toks[p.pos]
	target := &ast.Name{Span: t.span(), ID: p.name()}
	p.expect(tColonEqual)
	value := p.expression()
	return &ast.NamedExpr{Span: p.after(t.from()), Target: target, Value: value}
}

// expression parses one that isn't a tuple, a star or a yield.
func (p *parser) expression() ast.Expr {
	p.enter()
	var e ast.Expr
	if p.checking {
		e = p.remember(ruleExpression, func() ast.Expr {
			if !p.quiet {
				p.invalidExpression()
			}
			return p.conditional()
		})
	} else {
		e = p.conditional()
	}
	p.leave()
	return e
}

func (p *parser) conditional() ast.Expr {
	if p.kind() == kLambda {
		return p.lambda()
	}
	start := p.pos
	body := p.disjunction()
	if p.kind() != kIf {
		return body
	}
	e := &ast.IfExp{Body: body}
	if !p.optional(kIf, func() {
		e.Test = p.disjunction()
		p.expect(kElse)
		e.OrElse = p.expression()
	}) {
		return body
	}
	e.Span = p.since(start)
	return e
}

func (p *parser) lambda() ast.Expr {
	start := p.pos
	p.expect(kLambda)
	args := p.parameters(true)
	p.force(tColon, ":")
	body := p.expression()
	return &ast.Lambda{Span: p.since(start), Args: args, Body: body}
}

func (p *parser) disjunction() ast.Expr {
	if p.checking {
		return p.remember(ruleDisjunction, p.or)
	}
	return p.or()
}

func (p *parser) or() ast.Expr {
	start := p.pos
	e := p.and()
	if p.kind() != kOr {
		return e
	}
	values := []ast.Expr{e}
	for p.optional(kOr, func() { values = append(values, p.and()) }) {
		continue
	}
	if len(values) == 1 {
		return e
	}
	return &ast.BoolOp{Span: p.since(start), Or: true, Values: values}
}

func (p *parser) and() ast.Expr {
	start := p.pos
	e := p.inversion()
	if p.kind() != kAnd {
		return e
	}
	values := []ast.Expr{e}
	for p.optional(kAnd, func() { values = append(values, p.inversion()) }) {
		continue
	}
	if len(values) == 1 {
		return e
	}
	return &ast.BoolOp{Span: p.since(start), Values: values}
}

func (p *parser) inversion() ast.Expr {
	if p.kind() != kNot {
		return p.comparison()
	}
	start := p.pos
	p.enter()
	p.advance()
	operand := p.inversion()
	p.leave()
	return &ast.UnaryOp{Span: p.since(start), Op: ast.Not, Operand: operand}
}

func (p *parser) comparison() ast.Expr {
	start := p.pos
	left := p.bitwise()
	if !p.comparing() {
		return left
	}
	c := &ast.Compare{Left: left}
	for p.comparing() && p.more(func() {
		op := p.comparator()
		right := p.bitwise()
		c.Ops, c.Comparators = append(c.Ops, op), append(c.Comparators, right)
	}) {
		continue
	}
	if len(c.Ops) == 0 {
		return left
	}
	c.Span = p.since(start)
	return c
}

// comparing is whether the operator of a comparison comes.
func (p *parser) comparing() bool {
	switch k := p.kind(); k {
	case tLess, tLessEqual, tEqEqual, tNotEqual, tGreater, tGreaterEqual, kIn, kIs:
		return true
	case kNot:
		p.lookNext()
		return p.next() == kIn
	}
	return false
}

// comparator parses the operator of a comparison.
func (p *parser) comparator() ast.CmpOperator {
	k := p.kind()
	p.advance()
	switch k {
	case kIn:
		return ast.In
	case kNot:
		p.advance()
		return ast.NotIn
	case kIs:
		if p.accept(kNot) {
			return ast.IsNot
		}
		return ast.Is
	}
	return ast.CmpOperator(k - tLess)
}

// bitwise parses the binary operators.
func (p *parser) bitwise() ast.Expr {
	if p.checking {
		return p.remember(ruleBitwise, func() ast.Expr { return p.binary(1) })
	}
	return p.binary(1)
}

// precedence is that of a binary operator, 0 for what is none.
func precedence(k kind) int {
	switch k {
	case tPipe:
		return 1
	case tCaret:
		return 2
	case tAmp:
		return 3
	case tLeftShift, tRightShift:
		return 4
	case tPlus, tMinus:
		return 5
	case tStar, tSlash, tDoubleSlash, tPercent, tAt:
		return 6
	}
	return 0
}

// binary parses operators of a precedence and those that bind more tightly.
func (p *parser) binary(least int) ast.Expr {
	start, chain := p.pos, p.chain
	p.chain = 0
	left := p.factor()
	for {
		k := p.kind()
		prec := precedence(k)
		if prec < least || prec == 0 {
			break
		}
		leftChain := p.chain
		p.chain = 0
		var right ast.Expr
		if !p.more(func() { p.advance(); right = p.binary(prec + 1) }) {
			p.chain = leftChain
			break
		}
		p.link(leftChain)
		left = &ast.BinOp{Span: p.since(start), Left: left, Op: ast.Operator(k - tPlus), Right: right}
	}
	p.chain = max(chain, p.chain)
	return left
}

// factor parses a sign, or a power.
func (p *parser) factor() ast.Expr {
	var op ast.UnaryOperator
	switch p.kind() {
	case tPlus:
		op = ast.UAdd
	case tMinus:
		op = ast.USub
	case tTilde:
		op = ast.Invert
	default:
		return p.power()
	}
	start := p.pos
	p.enter()
	p.advance()
	operand := p.factor()
	p.leave()
	return &ast.UnaryOp{Span: p.since(start), Op: op, Operand: operand}
}

func (p *parser) power() ast.Expr {
	start := p.pos
	base := p.await()
	if p.kind() != tDoubleStar {
		return base
	}
	p.enter()
	var exponent ast.Expr
	ok := p.more(func() { p.advance(); exponent = p.factor() })
	p.leave()
	if !ok {
		return base
	}
	return &ast.BinOp{Span: p.since(start), Left: base, Op: ast.Pow, Right: exponent}
}

func (p *parser) await() ast.Expr {
	if p.kind() != kAwait {
		return p.primary()
	}
	start := p.pos
	p.advance()
	value := p.primary()
	return &ast.Await{Span: p.since(start), Value: value}
}

// yield parses a yield, or a yield from.
func (p *parser) yield() ast.Expr {
	start := p.pos
	p.expect(kYield)
	if p.accept(kFrom) {
		value := p.expression()
		return &ast.YieldFrom{Span: p.since(start), Value: value}
	}
	var value ast.Expr
	if p.startsStar() {
		value = p.starExpressions()
	}
	return &ast.Yield{Span: p.since(start), Value: value}
}

// yieldOrExpressions parses the right side of an assignment.
func (p *parser) yieldOrExpressions() ast.Expr {
	if p.kind() == kYield {
		return p.yield()
	}
	return p.starExpressions()
}
