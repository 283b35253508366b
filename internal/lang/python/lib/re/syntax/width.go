package syntax

// A width is how many characters a node may match.
type width struct {
	lo, hi int
	known  bool // of a group: whether it is closed
}

// width is as CPython has it: hi is Infinite at most.
func (t *Tree) width(n *Node) width {
	var w width
	switch n.Op {
	case Literal, NotLiteral, Any, Set:
		w = width{lo: 1, hi: 1}
	case Concat:
		for _, s := range n.Subs {
			v := t.width(s)
			w.lo, w.hi = w.lo+v.lo, w.hi+v.hi
		}
	case Branch:
		w = t.either(n.Subs)
	case Group, Atomic:
		w = t.width(n.Subs[0])
	case Repeat:
		v := t.width(n.Subs[0])
		w = width{lo: times(v.lo, n.Min), hi: times(v.hi, n.Max)}
	case GroupRef:
		w = t.widths[n.Number]
	case Cond:
		w = t.either(n.Subs)
		if len(n.Subs) == 1 {
			w.lo = 0
		}
	}
	return width{lo: min(w.lo, Infinite-1), hi: min(w.hi, Infinite)}
}

// times is x*y, or Infinite where that is less.
func times(x, y int) int {
	if x != 0 && y > Infinite/x {
		return Infinite
	}
	return x * y
}

func (t *Tree) either(list []*Node) width {
	w := width{lo: Infinite}
	for _, s := range list {
		v := t.width(s)
		w.lo, w.hi = min(w.lo, v.lo), max(w.hi, v.hi)
	}
	return w
}

// Behind is how many characters before its place a lookbehind begins.
func (t *Tree) Behind(n *Node) int { return t.width(n.Subs[0]).lo }

// checkBehind checks that lookbehinds are as long as they are.
func (t *Tree) checkBehind(n *Node) error {
	if n.Op == Look && n.Behind {
		if w := t.width(n.Subs[0]); w.lo != w.hi {
			return &Error{"look-behind requires fixed-width pattern", -1}
		}
	}
	for _, s := range n.Subs {
		if err := t.checkBehind(s); err != nil {
			return err
		}
	}
	return nil
}

// Least is how many characters a node matches at least.
func (t *Tree) Least(n *Node) int { return t.width(n).lo }

// Width is how many characters the pattern matches, at least and at most; Infinite is without
// an end.
func (t *Tree) Width() (least, most int) {
	w := t.width(t.Root)
	return w.lo, w.hi
}
