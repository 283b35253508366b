package compile

// analyze decides what each name is: the second pass.
func (t *table) analyze() error {
	if t.err == nil {
		t.declareAbove()
		t.resolve(t.top)
	}
	if t.err != nil {
		return t.err
	}
	return nil
}

// declareAbove has global statements in functions hold for the module's own code, too, which
// matters where that has its names in a mapping.
func (t *table) declareAbove() {
	for _, name := range t.global {
		if sym := t.top.find(name); sym != nil {
			sym.flags |= defGlobal
		}
	}
}

// resolve decides a scope's names from the outside in; then, from the inside out, which
// variables must be cells and which comprehensions need no code of their own.
func (t *table) resolve(s *scope) {
	for i := 0; i < len(s.syms) && t.err == nil; i++ { // classify may not add to s
		if s.syms[i].kind == unresolved {
			t.classify(s, s.syms[i])
		}
	}
	for _, child := range s.children {
		if t.err == nil {
			t.resolve(child)
		}
	}
	if t.err != nil {
		return
	}
	s.inline = s.inlinable()
	for _, sym := range s.syms {
		switch {
		case sym.kind == localSymbol && sym.captured && s.kind == functionScope:
			sym.kind = cellSymbol
		case sym.kind == freeSymbol || sym.pass:
			s.handOn(sym)
		}
	}
}

func (t *table) classify(s *scope, sym *symbol) {
	switch f := sym.flags; {
	case f&defGlobal != 0:
		if f&defNonlocal != 0 {
			t.fail(sym.node, "name '%s' is nonlocal and global", sym.name)
		}
		sym.kind = globalExplicit
	case f&defNonlocal != 0:
		sym.kind = freeSymbol
		if s.kind == moduleScope {
			t.fail(sym.node, "nonlocal declaration not allowed at module level")
		} else if !s.search(sym.name) {
			t.fail(sym.node, "no binding for nonlocal '%s' found", sym.name)
		}
	case f&defBound != 0:
		sym.kind = localSymbol
	case s.search(sym.name):
		sym.kind = freeSymbol
	default:
		sym.kind = globalImplicit
	}
}

// search is whether a function around s has the variable, which those between then hand
// on.
func (s *scope) search(name string) bool {
	p := s.parent
	for ; p != nil && p.kind != moduleScope; p = p.parent {
		if p.kind == classScope {
			if name == "__class__" {
				break
			}
			continue
		}
		sym := p.find(name)
		if sym == nil {
			continue
		}
		if sym.kind != localSymbol && sym.kind != freeSymbol {
			return false
		}
		break
	}
	if p == nil || p.kind == moduleScope {
		return false
	}
	for q := s.parent; q != p; q = q.parent {
		sym := q.symbol(name)
		sym.pass = q.kind == classScope
		if sym.kind == unresolved {
			sym.kind = freeSymbol
		}
	}
	return true
}

// handOn tells the scope around s of a variable that s has from there.
func (s *scope) handOn(sym *symbol) {
	p := s.parent
	if p.kind == classScope && sym.name == "__class__" {
		p.classCell = true
		return
	}
	if !s.inline || sym.captured {
		p.find(sym.name).captured = true
	}
}

// inlinable is whether a comprehension can be part of the code around it: no function
// keeps its variables, and nothing tells them from those around it.
func (s *scope) inlinable() bool {
	if s.comp == "" || s.generator || s.coroutine || s.noInline {
		return false
	}
	if p := s.parent; p.kind == classScope || p.named {
		return false
	}
	for _, sym := range s.syms {
		if sym.kind == localSymbol && sym.captured {
			return false
		}
	}
	return true
}
