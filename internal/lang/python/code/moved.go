package code

import "slices"

// Moved is c, and the code in it, with other lines: lines[n-1] is the one that line n becomes.
// Places have no columns then, which are of the source that c was made of.
func (c *Code) Moved(lines []int32) *Code {
	to := func(p Place) Place {
		if 1 <= p.Line && int(p.Line) <= len(lines) {
			p.Line = lines[p.Line-1]
		}
		return Place{Line: p.Line}
	}
	m := *c
	if c.Kind == Function || c.Kind == Lambda || c.Kind == Class {
		m.Line = int(to(Place{Line: int32(c.Line)}).Line)
	}
	m.Places = slices.Clone(c.Places)
	for i, p := range m.Places {
		m.Places[i] = to(p)
	}
	m.Inlined = slices.Clone(c.Inlined)
	for i, n := range m.Inlined {
		m.Inlined[i].Place = to(n.Place)
	}
	m.Consts = slices.Clone(c.Consts)
	for i, x := range m.Consts {
		if inner, ok := x.(*Code); ok {
			m.Consts[i] = inner.Moved(lines)
		}
	}
	return &m
}
