// Package lzma is the module _lzma: the compressors and decompressors of module lzma, which is
// written in Python.
package lzma

const (
	probBits   = 11
	probStart  = 1 << (probBits - 1)
	probShift  = 5
	topRange   = 1 << 24 // a range below it takes in another byte
	states     = 12
	posStates  = 16
	litStates  = 7 // states below it follow a literal
	matchMin   = 2
	matchMax   = 273
	lenStates  = 4 // of distances' slots, by length
	endPosSlot = 14
	fullDists  = 1 << (endPosSlot / 2)
	alignBits  = 4
)

// props are how many bits of what comes before a symbol its probabilities depend on.
type props struct{ lc, lp, pb int }

// propsOf reads the byte that has them.
func propsOf(b byte) (p props, ok bool) {
	if b >= 9*5*5 {
		return p, false
	}
	n := int(b)
	return props{n % 9, n / 9 % 5, n / 45}, true
}

func (p props) byte() byte { return byte((p.pb*5+p.lp)*9 + p.lc) }

// A lengthModel has the probabilities of lengths.
type lengthModel struct {
	choice, choice2 uint16
	low, mid        [posStates][8]uint16
	high            [256]uint16
}

// A model has the probabilities of a stream's symbols, and the state that they follow from.
type model struct {
	props
	state      int
	rep        [4]uint32 // the last distances, less one
	isMatch    [states][posStates]uint16
	isRep      [states]uint16
	isRepG0    [states]uint16
	isRepG1    [states]uint16
	isRepG2    [states]uint16
	isRep0Long [states][posStates]uint16
	slots      [lenStates][64]uint16
	special    [fullDists - endPosSlot + 1]uint16
	align      [1 << alignBits]uint16
	lengths    lengthModel
	repLengths lengthModel
	literals   []uint16
}

// reset begins anew.
func (m *model) reset(p props) {
	literals := m.literals
	if n := 0x300 << (p.lc + p.lp); len(literals) != n {
		literals = make([]uint16, n)
	}
	*m = model{props: p, literals: literals}
	fill(m.literals)
	for i := range states {
		fill(m.isMatch[i][:])
		fill(m.isRep0Long[i][:])
	}
	for _, list := range [][]uint16{m.isRep[:], m.isRepG0[:], m.isRepG1[:], m.isRepG2[:], m.special[:], m.align[:]} {
		fill(list)
	}
	for i := range m.slots {
		fill(m.slots[i][:])
	}
	m.lengths.reset()
	m.repLengths.reset()
}

func (l *lengthModel) reset() {
	l.choice, l.choice2 = probStart, probStart
	for i := range posStates {
		fill(l.low[i][:])
		fill(l.mid[i][:])
	}
	fill(l.high[:])
}

func fill(probs []uint16) {
	for i := range probs {
		probs[i] = probStart
	}
}

// literal are the probabilities of the literal at a place, after the byte before.
func (m *model) literal(at uint64, before byte) []uint16 {
	i := (int(at)&(1<<m.lp-1))<<m.lc + int(before)>>(8-m.lc)
	return m.literals[0x300*i : 0x300*(i+1)]
}

func (m *model) afterLiteral() {
	switch {
	case m.state < 4:
		m.state = 0
	case m.state < 10:
		m.state -= 3
	default:
		m.state -= 6
	}
}

// after goes to one of two states: that after a literal, or that after anything else.
func (m *model) after(literal, other int) {
	if m.state < litStates {
		m.state = literal
	} else {
		m.state = other
	}
}

// slotState is which probabilities the slot of a distance has.
func slotState(length int) int { return min(length-matchMin, lenStates-1) }
