package compile

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An access is how a variable is reached.
type access uint8

const (
	inRegister access = iota
	inCell
	inGlobals
	inNames
	inNamesOrCell // a class reads a variable of the function around it
)

// variables gives the scope's variables their registers.
func (g *gen) variables(s *scope) {
	c := g.code
	var free []*symbol
	for _, sym := range s.syms {
		switch {
		case s.kind == functionScope && (sym.kind == localSymbol || sym.kind == cellSymbol):
			sym.reg = int32(len(c.Vars))
			c.Vars = append(c.Vars, sym.name)
			g.bound = append(g.bound, sym.flags&(defParam|unbinds) == defParam)
			if sym.kind == cellSymbol {
				c.Cells = append(c.Cells, uint16(sym.reg))
			}
		case sym.kind == freeSymbol || sym.pass:
			free = append(free, sym)
		}
	}
	if s.classCell {
		c.Vars, c.Cells = []string{"__class__"}, []uint16{0}
		g.bound = []bool{false}
	}
	slices.SortFunc(free, func(a, b *symbol) int { return compareNames(a.name, b.name) })
	g.locals = int32(len(c.Vars) + len(free))
	if g.locals >= maxRegisters {
		g.failHere("too many variables")
		g.locals = 0
	}
	for i, sym := range free {
		sym.passReg = int32(len(c.Vars) + i)
		c.Free = append(c.Free, code.FreeVar{Name: sym.name, Reg: uint16(g.outerCell(sym.name))})
	}
	g.temps = g.locals
	c.Registers = int(g.locals)
}

func compareNames(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

// outerCell is the register of the enclosing code that has a variable's cell.
func (g *gen) outerCell(name string) int32 {
	s := g.outer.scope
	for {
		if name == "__class__" && s.classCell {
			return 0
		}
		sym := s.find(name)
		switch {
		case sym.pass || sym.kind == freeSymbol && !s.inline:
			return sym.passReg
		case sym.kind != freeSymbol:
			return sym.reg
		}
		s = s.parent
	}
}

// access finds a variable, and its register where it has one.
func (g *gen) access(name string) (access, *symbol, int32) {
	s := g.scope
	name = s.mangle(name)
	sym := s.find(name)
	for sym != nil && sym.kind == freeSymbol && s.inline {
		s = s.parent
		sym = s.find(name)
	}
	named := s.kind == classScope || s.named
	kind := globalImplicit
	if sym != nil { // not one of those that the compiler itself makes
		kind = sym.kind
	} else if s.kind == moduleScope || s.kind == classScope {
		kind = localSymbol
	}
	switch kind {
	case localSymbol:
		if s.kind == functionScope {
			return inRegister, sym, sym.reg
		}
	case cellSymbol:
		return inCell, sym, sym.reg
	case freeSymbol:
		if s.kind == classScope {
			return inNamesOrCell, sym, sym.passReg
		}
		return inCell, sym, sym.passReg
	case globalExplicit:
		named = false
	}
	if named {
		return inNames, sym, 0
	}
	return inGlobals, sym, 0
}

// load is the value of a variable.
func (g *gen) load(e *ast.Name, d int32) operand {
	if e.ID == "__debug__" {
		return constant(g.table.optimize == 0)
	}
	g.at(e)
	how, sym, reg := g.access(e.ID)
	if how == inRegister {
		if sym.flags&defWalrus == 0 && g.isBound(reg) {
			return register(reg)
		}
		d = g.dest(d)
		n := 0
		if g.scope.inline && g.scope.find(sym.name) != sym {
			n = 1 // the comprehension's own function would have it as a free variable
		}
		g.emitN(code.Move, n, d, reg, 0)
		if sym.flags&unbinds == 0 {
			g.bind(reg)
		}
		return register(d)
	}
	d = g.dest(d)
	switch how {
	case inCell:
		g.emit(code.LoadCell, d, reg, 0)
	case inGlobals:
		g.emit(code.LoadGlobal, d, g.attr(e.ID), 0)
	case inNames:
		g.emit(code.LoadName, d, g.attr(e.ID), 0)
	case inNamesOrCell:
		g.emit(code.LoadClassCell, d, reg, g.attr(e.ID))
	}
	return register(d)
}

// lazy is operand for one that is read before anything else is evaluated, which needs no
// copy of a variable that is bound inside expressions.
func (g *gen) lazy(e ast.Expr) operand {
	switch e := e.(type) {
	case *ast.Name:
		if how, _, reg := g.access(e.ID); how == inRegister && g.isBound(reg) {
			return register(reg)
		}
	case *ast.NamedExpr:
		if how, _, reg := g.access(e.Target.ID); how == inRegister && g.isLocal(reg) {
			g.assign(e.Target, e.Value)
			return register(reg)
		}
	}
	return g.operand(e)
}

// localOf is the register of a target that is a local variable.
func (g *gen) localOf(e ast.Expr) (int32, bool) {
	n, ok := e.(*ast.Name)
	if !ok {
		return 0, false
	}
	how, _, reg := g.access(n.ID)
	return reg, how == inRegister
}

// storeName binds a variable.
func (g *gen) storeName(name string, o operand) {
	if name == "__debug__" {
		g.failHere("cannot assign to __debug__")
	}
	how, sym, reg := g.access(name)
	switch how {
	case inRegister:
		g.move(reg, o)
		g.bindSymbol(sym)
	case inCell, inNamesOrCell:
		g.emit(code.StoreCell, reg, g.rk(o), 0)
	case inGlobals:
		g.emit(code.StoreGlobal, 0, g.attr(name), g.rk(o))
	case inNames:
		g.emit(code.StoreName, 0, g.attr(name), g.rk(o))
	}
}

// deleteName is del of a variable.
func (g *gen) deleteName(name string) {
	if name == "__debug__" {
		g.failHere("cannot delete __debug__")
	}
	switch how, _, reg := g.access(name); how {
	case inRegister:
		g.emit(code.DelLocal, reg, 0, g.temps)
	case inCell, inNamesOrCell:
		g.emit(code.DelCell, reg, 0, g.temps)
	case inGlobals:
		g.emit(code.DelGlobal, 0, g.attr(name), g.temps)
	case inNames:
		g.emit(code.DelName, 0, g.attr(name), g.temps)
	}
}

// clearName ends the life of the variable of an except clause, which may be gone.
func (g *gen) clearName(name string) {
	if name == "" {
		return
	}
	if how, _, reg := g.access(name); how == inRegister {
		g.emit(code.Clear, reg, 0, 0)
		return
	}
	g.storeName(name, constant(nil))
	g.deleteName(name)
}

// A local variable that is bound stays so wherever the binding dominates, unless a del
// or an except clause unbinds it anywhere. What is bound in a part of the code that
// might not run is forgotten at its end: mark and forget.

func (g *gen) isLocal(r int32) bool { return r < int32(len(g.bound)) }

// isBound is whether a register is sure to have a value; temporaries are.
func (g *gen) isBound(r int32) bool { return !g.isLocal(r) || g.bound[r] }

func (g *gen) bind(r int32) {
	if g.isLocal(r) && !g.bound[r] {
		g.bound[r] = true
		g.trail = append(g.trail, r)
	}
}

func (g *gen) bindSymbol(sym *symbol) {
	if sym.flags&unbinds == 0 {
		g.bind(sym.reg)
	}
}

func (g *gen) mark() int { return len(g.trail) }

func (g *gen) forget(mark int) {
	for _, r := range g.trail[mark:] {
		g.bound[r] = false
	}
	g.trail = g.trail[:mark]
}
