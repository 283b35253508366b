package machine

import (
	"errors"
	"sync"
)

// ErrMemory is a search that needs too much memory.
var ErrMemory = errors.New("too many places to come back to")

const (
	// maxStack is how many entries the stack may have, of 16 bytes.
	maxStack = 1 << 25
	// pollSteps is how many steps there are between calls of poll.
	pollSteps = 1 << 14
)

// A Mode is where a match must be.
type Mode uint8

// The modes: a match begins where the search does, but for those of Search, and ends at
// the text's end in mode Full.
const (
	Match Mode = iota
	Full
	Search
)

// A Poller is asked whether a search is to end.
type Poller interface{ Poll() error }

// A Matcher searches one text. Places are offsets in bytes.
type Matcher struct {
	p     *Program
	text  string
	ascii bool // each character is one byte
	poll  Poller

	// Places has where each group begins and ends in the last match, -1 where it has no
	// part in it; Last is the group that was closed last, 0 is none.
	Places []int32
	Last   int32

	slots   []int32 // the memory of Places and loops
	loops   []int32
	stack   []entry
	first   [16]entry // the stack's first memory, which most searches are content with
	full    bool
	advance int32 // where the match mustn't end; -1 is none
	steps   int   // until poll
	fuel    int   // steps until the memo is used
	memo    memo
	// patience is how many steps for each character there are before the memo is used.
	patience int
	err      error
}

// An entry of the stack is what to come back to, or to put back on the way there.
type entry struct {
	what entryKind
	pc   int32 // or the slot, or the loop
	a, b int32
}

type entryKind int32

const (
	back     entryKind = iota // go to pc at place a
	giveBack                  // a run before pc that has reached place a, and may be as short as b
	takeMore                  // a lazy run at place a, that may go on b times
	place                     // the slot's place was a, and Last b
	loop                      // the loop's place was a
)

// NewMatcher returns a Matcher. poll is asked now and then: its error ends the search.
// The text must be shorter than 2**31 bytes; ascii is whether each character of it is one
// byte.
func (p *Program) NewMatcher(text string, ascii bool, poll Poller) *Matcher {
	m, _ := released.Get().(*Matcher)
	if m == nil {
		m = &Matcher{}
		m.stack = m.first[:0]
	}
	m.p, m.text, m.ascii, m.poll, m.steps, m.patience = p, text, ascii || !p.wide, poll, pollSteps, 4
	n := 2*p.groups + p.loops
	if cap(m.slots) < n {
		m.slots = make([]int32, n)
	}
	m.Places, m.loops = m.slots[:2*p.groups:2*p.groups], m.slots[2*p.groups:n]
	clear(m.loops)
	return m
}

// released are Matchers that were released: a search in a short text costs less than the
// memory for it.
var released sync.Pool

// mostKept is how many entries of its stack, words of its memo and slots a Matcher that was
// released may have.
const mostKept = 1 << 10

// Release gives the Matcher back, which is not to be used any more, nor its Places.
func (m *Matcher) Release() {
	if cap(m.stack) > mostKept || cap(m.memo.words) > mostKept || cap(m.slots) > mostKept {
		return
	}
	m.p, m.text, m.poll, m.err, m.Places, m.loops = nil, "", nil, nil, nil, nil
	released.Put(m)
}

// Find looks for a match from a place on. advance is whether one that begins there must not
// be empty.
func (m *Matcher) Find(from int, mode Mode, advance bool) (bool, error) {
	m.full, m.advance, m.err = mode == Full, -1, nil
	for i := range m.Places {
		m.Places[i] = -1
	}
	m.Last, m.stack = 0, m.stack[:0]
	m.fuel = m.patience * (250 + len(m.text) - from)
	m.memo.begin(from, m.p.memoBits)
	if advance {
		m.advance = int32(from)
	}
	if len(m.text)-from < m.p.least {
		return false, nil
	}
	if mode != Search {
		ok := m.at(int32(from))
		return ok, m.err
	}
	for pos := int32(from); ; {
		if pos = m.candidate(pos); pos < 0 {
			return false, nil
		}
		if ok := m.at(pos); ok || m.err != nil {
			return ok, m.err
		}
		if len(m.text)-int(pos) <= m.p.least {
			return false, nil
		}
		pos = m.next(pos)
	}
}

// at reports whether there is a match at a place.
func (m *Matcher) at(pos int32) bool {
	end, ok := m.run(0, pos)
	if !ok {
		return false
	}
	m.Places[0], m.Places[1] = pos, end
	return true
}

// next is the place after the character at a place that isn't the end.
func (m *Matcher) next(pos int32) int32 {
	pos++
	if !m.ascii {
		for int(pos) < len(m.text) && m.text[pos]&0xc0 == 0x80 {
			pos++
		}
	}
	return pos
}

// before is the place n characters earlier, or -1.
func (m *Matcher) before(pos, n int32) int32 {
	if m.ascii {
		return max(pos-n, -1)
	}
	for ; n > 0; n-- {
		if pos == 0 {
			return -1
		}
		for pos--; m.text[pos]&0xc0 == 0x80; pos-- {
		}
	}
	return pos
}

// spend counts steps. It is false when the search is to end.
func (m *Matcher) spend(n int32) bool {
	m.steps -= int(n)
	m.fuel -= int(n)
	if m.steps >= 0 {
		return true
	}
	m.steps = pollSteps
	if m.err == nil {
		m.err = m.poll.Poll()
	}
	if m.err == nil && len(m.stack) > maxStack {
		m.err = ErrMemory
	}
	return m.err == nil
}

// remembers reports whether the memo is in use.
func (m *Matcher) remembers() bool { return m.fuel < 0 && m.p.linear }

func (m *Matcher) push(what entryKind, pc, a, b int32) {
	m.stack = append(m.stack, entry{what, pc, a, b})
}

// cut drops the places to come back to that a part of the program has left, but keeps
// what is to be put back.
func (m *Matcher) cut(base int) {
	kept := m.stack[:base]
	for _, e := range m.stack[base:] {
		if e.what >= place {
			kept = append(kept, e)
		}
	}
	m.stack = kept
}

// undo puts back all that a part of the program has changed.
func (m *Matcher) undo(base int) {
	for len(m.stack) > base {
		e := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		m.putBack(e)
	}
}

func (m *Matcher) putBack(e entry) {
	switch e.what {
	case place:
		m.Places[e.pc], m.Last = e.a, e.b
	case loop:
		m.loops[e.pc] = e.a
	}
}

func (m *Matcher) setLoop(n, v int32) {
	m.push(loop, n, m.loops[n], 0)
	m.loops[n] = v
}
