package syntax

// A width is how many characters a node may match.
type width struct {
	lo, hi int
	known  bool // of a group: whether it is closed
}

// maxWidth is the most that a width is said to be: two of them are an int.
const maxWidth = 1<<62 - 1

// width is as CPython has it.
func (t *Tree) width(n *Node) width {
	var w width
	switch n.Op {
	case Literal, NotLiteral, Any, Set:
		w = width{lo: 1, hi: 1}
	case Concat:
		for _, s := range n.Subs {
			v := t.width(s)
			w.lo, w.hi = min(w.lo+v.lo, maxWidth), min(w.hi+v.hi, maxWidth)
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
	return width{lo: min(w.lo, maxWidth), hi: min(w.hi, maxWidth)}
}

// times is x*y, or maxWidth where that is less.
func times(x, y int) int {
	if x != 0 && y > maxWidth/x {
		return maxWidth
	}
	return x * y
}

func (t *Tree) either(list []*Node) width {
	w := width{lo: maxWidth}
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
		w := t.width(n.Subs[0])
		if w.lo > Infinite {
			return &Error{"looks too much behind", -1}
		}
		if w.lo != w.hi {
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
