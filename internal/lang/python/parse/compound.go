package parse

import "github.com/elide-dev/elided/internal/lang/python/ast"

// statement parses a statement, or several in a line.
func (p *parser) statement(body []ast.Stmt) []ast.Stmt {
	start := p.pos
	switch p.kind() {
	case kIf:
		return append(body, p.ifStatement())
	case kFor:
		return append(body, p.forStatement(start, false))
	case kWhile:
		return append(body, p.while())
	case kTry:
		return append(body, p.tryStatement())
	case kWith:
		return append(body, p.with(start, false))
	case kDef:
		return append(body, p.def(start, nil, false))
	case kClass:
		return append(body, p.class(nil))
	case tAt:
		return append(body, p.decorated())
	case kAsync:
		return append(body, p.async())
	case tName:
		if p.isSoft("match") {
			if m := p.match(); m != nil {
				return append(body, m)
			}
		}
	}
	return p.simpleStatements(body)
}

// async parses what may follow that word.
func (p *parser) async() ast.Stmt {
	start := p.pos
	p.advance()
	switch p.kind() {
	case kDef:
		return p.def(start, nil, true)
	case kFor:
		return p.forStatement(start, true)
	case kWith:
		return p.with(start, true)
	}
	p.mismatch()
	return nil
}

// colon parses the one before a block.
func (p *parser) colon() {
	if p.raising() && p.kind() == tNewline {
		p.look()
		p.raiseLast("SyntaxError", "expected ':'")
	}
	p.expect(tColon)
}

// block parses the statements of a block. What it belongs to begins at a token, and is
// described for the error that there is no block.
func (p *parser) block(of string, at int) []ast.Stmt {
	if p.kind() != tNewline {
		return p.simpleStatements(nil)
	}
	p.advance()
	if p.kind() != tIndent {
		p.look()
		if p.raising() {
			p.raiseLast("IndentationError", "expected an indented block after %s on line %d", of, p.toks[at].line)
		}
		p.mismatch()
	}
	p.enter()
	p.advance()
	var body []ast.Stmt
	for p.kind() != tDedent {
		if p.kind() == tEnd {
			p.mismatch()
		}
		body = p.statement(body)
	}
	p.advance()
	p.leave()
	return body
}

// ifStatement parses an if with its elifs, each of which is the else of the one before.
func (p *parser) ifStatement() ast.Stmt {
	nesting := p.nesting
	var chain []*ast.If
	var starts []int
	var last []ast.Stmt
	for {
		start := p.pos
		of := "'if' statement"
		if len(chain) > 0 {
			of = "'elif' statement"
		}
		p.enter()
		p.advance()
		s := &ast.If{Test: p.named()}
		p.colon()
		s.Body = p.block(of, start)
		chain, starts = append(chain, s), append(starts, start)
		if p.kind() != kElif {
			break
		}
	}
	last = p.elseBlock()
	for i := len(chain) - 1; i >= 0; i-- {
		chain[i].Else = last
		chain[i].Span = p.since(starts[i])
		last = []ast.Stmt{chain[i]}
	}
	p.nesting = nesting
	return chain[0]
}

func (p *parser) elseBlock() []ast.Stmt {
	if p.kind() != kElse {
		return nil
	}
	start := p.pos
	p.advance()
	p.force(tColon, ":")
	return p.block("'else' statement", start)
}

func (p *parser) while() ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.While{Test: p.named()}
	p.colon()
	s.Body = p.block("'while' statement", start)
	s.Else = p.elseBlock()
	s.Span = p.since(start)
	return s
}

func (p *parser) forStatement(start int, async bool) ast.Stmt {
	at := p.pos
	p.advance()
	s := &ast.For{Async: async}
	if !p.checking {
		s.Target = p.targets()
		p.expect(kIn)
	} else if !p.try(func() { s.Target = p.targets(); p.expect(kIn) }) {
		p.invalidForTarget(at)
		p.mismatch()
	}
	s.Iter = p.starExpressions()
	p.colon()
	s.Body = p.block("'for' statement", at)
	s.Else = p.elseBlock()
	s.Span = p.since(start)
	return s
}

// with parses a with statement, whose items may be in parentheses. What begins with a
// parenthesis may also be an expression.
func (p *parser) with(start int, async bool) ast.Stmt {
	at := p.pos
	p.advance()
	s := &ast.With{Async: async}
	parenthesized := p.kind() == tLParen && p.try(func() {
		p.advance()
		s.Items = p.withItems(tRParen)
		p.expect(tRParen)
		if p.raising() && p.kind() == tNewline {
			return
		}
		p.expect(tColon)
		p.pos--
	})
	if !parenthesized {
		s.Items = p.withItems(tColon)
	}
	p.colon()
	s.Body = p.block("'with' statement", at)
	s.Span = p.since(start)
	return s
}

func (p *parser) withItems(end kind) []*ast.WithItem {
	var items []*ast.WithItem
	for {
		items = append(items, p.withItem())
		if !p.accept(tComma) || end == tRParen && p.kind() == tRParen {
			return items
		}
	}
}

func (p *parser) withItem() *ast.WithItem {
	item := &ast.WithItem{Context: p.expression()}
	if p.kind() != kAs {
		return item
	}
	p.advance()
	start := p.pos
	ok := p.try(func() {
		item.Vars = p.target()
		k := p.kind()
		if k != tComma && k != tRParen && k != tColon && !(p.checking && k == tNewline) {
			p.mismatch()
		}
	})
	if !ok {
		p.pos = start
		if p.checking {
			p.invalidWithTarget()
		}
		p.mismatch()
	}
	return item
}

// decorated parses a function or a class with its decorators.
func (p *parser) decorated() ast.Stmt {
	var decorators []ast.Expr
	for p.accept(tAt) {
		decorators = append(decorators, p.named())
		p.expect(tNewline)
	}
	start := p.pos
	switch {
	case p.kind() == kClass:
		return p.class(decorators)
	case p.accept(kAsync):
		return p.def(start, decorators, true)
	}
	return p.def(start, decorators, false)
}

func (p *parser) class(decorators []ast.Expr) ast.Stmt {
	start := p.pos
	p.advance()
	s := &ast.ClassDef{Name: p.name(), Decorators: decorators}
	if p.kind() == tLParen {
		open := p.pos
		p.advance()
		var c ast.Call
		if !p.checking {
			p.arguments(&c, -1)
		} else if !p.try(func() { p.arguments(&c, -1) }) {
			p.invalidCall(open)
			p.mismatch()
		}
		s.Bases, s.Keywords = c.Args, c.Keywords
	}
	p.colon()
	s.Body = p.block("class definition", start)
	s.Span = p.since(start)
	return s
}

func (p *parser) def(start int, decorators []ast.Expr, async bool) ast.Stmt {
	at := p.pos
	p.expect(kDef)
	name := &p.toks[p.pos]
	s := &ast.FunctionDef{Name: p.name(), NameSpan: name.span(), Decorators: decorators, Async: async}
	p.force(tLParen, "(")
	s.Args = p.parameters(false)
	p.expect(tRParen)
	if p.kind() == tArrow {
		// Without an expression after it, the error is that there's no colon before it.
		returns := func() { p.advance(); s.Returns = p.expression() }
		if !p.try(returns) {
			p.softly(returns)
		}
	}
	p.force(tColon, ":")
	s.Body = p.block("function definition", at)
	s.Span = p.since(start)
	return s
}
