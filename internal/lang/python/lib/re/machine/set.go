package machine

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

// A set is the characters that one place of an expression matches.
type set struct {
	low    [4]uint64 // of the characters below 256
	negate bool
	fold   folding
	ranges []span // in order, without overlaps
	upper  []span // compared with the letter in upper case as well
	kinds  []func(rune) bool
}

type span struct{ lo, hi rune }

// has reports whether r is in the set.
func (s *set) has(r rune) bool {
	if r < 256 {
		return s.low[r>>6]&(1<<(r&63)) != 0
	}
	return s.slow(r)
}

func (s *set) hasByte(b byte) bool { return s.low[b>>6]&(1<<(b&63)) != 0 }

func (s *set) slow(r rune) bool {
	r = s.fold.lower(r)
	return s.listed(r) != s.negate
}

func (s *set) listed(r rune) bool {
	if within(s.ranges, r) {
		return true
	}
	for _, k := range s.kinds {
		if k(r) {
			return true
		}
	}
	return len(s.upper) > 0 && (within(s.upper, r) || within(s.upper, toUpper(r)))
}

func within(list []span, r rune) bool {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := list[mid]; {
		case r < s.lo:
			hi = mid
		case r > s.hi:
			lo = mid + 1
		default:
			return true
		}
	}
	return false
}

// newSet makes a set of a node's items, for flags.
func newSet(items []syntax.Item, negate bool, f syntax.Flags) *set {
	s := &set{negate: negate, fold: foldingOf(f)}
	for _, i := range items {
		switch {
		case i.Category != syntax.NoCategory:
			s.kinds = append(s.kinds, kindOf(i.Category, f))
		case s.fold == noFolding:
			s.ranges = append(s.ranges, span{i.Lo, i.Hi})
		default:
			s.addFolded(i.Lo, i.Hi)
		}
	}
	return s.done()
}

// done puts the ranges in order, and the low characters into the bitmap.
func (s *set) done() *set {
	s.ranges, s.upper = joined(s.ranges), joined(s.upper)
	for r := rune(0); r < 256; r++ {
		if s.slow(r) {
			s.low[r>>6] |= 1 << (r & 63)
		}
	}
	return s
}

func joined(list []span) []span {
	slices.SortFunc(list, func(a, b span) int { return int(a.lo) - int(b.lo) })
	out := list[:0]
	for _, s := range list {
		if n := len(out); n > 0 && s.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, s.hi)
			continue
		}
		out = append(out, s)
	}
	return slices.Clip(out)
}

// addFolded adds a range of a set that ignores case: the letters in it in lower case. As
// in CPython, characters beyond 16 bits are found in both cases only as part of a range.
func (s *set) addFolded(lo, hi rune) {
	if hi > 0xffff {
		if lo == hi {
			s.ranges = append(s.ranges, span{lo, hi})
			return
		}
		s.upper = append(s.upper, span{lo, hi})
		if lo > 0xffff {
			return
		}
		hi = 0xffff
	}
	s.ranges = append(s.ranges, span{lo, hi})
	if s.fold == asciiFolding {
		if a, z := max(lo, 'A'), min(hi, 'Z'); a <= z {
			s.ranges = append(s.ranges, span{a + 32, z + 32})
		}
		return
	}
	list := cased()
	at, _ := slices.BinarySearchFunc(list, lo, func(c casedChar, r rune) int { return int(c.char) - int(r) })
	for ; at < len(list) && list[at].char <= hi; at++ {
		for _, r := range list[at].same {
			s.ranges = append(s.ranges, span{r, r})
		}
	}
}

// newLiteral is the set of a literal that ignores case, or nil where it has no case.
func newLiteral(r rune, negate bool, f syntax.Flags) *set {
	s := &set{negate: negate, fold: foldingOf(f)}
	lo := s.fold.lower(r)
	switch s.fold {
	case noFolding:
		return nil
	case asciiFolding:
		if lo < 'a' || lo > 'z' {
			return nil
		}
		s.ranges = []span{{lo, lo}}
	default:
		same := foldsTo(lo)
		if lo == r && toUpper(r) == r && len(same) == 0 {
			return nil
		}
		s.ranges = []span{{lo, lo}}
		for _, r := range same {
			s.ranges = append(s.ranges, span{r, r})
		}
	}
	return s.done()
}
