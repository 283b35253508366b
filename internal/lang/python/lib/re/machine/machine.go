package machine

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

func decode(s string) (rune, int) { return syntax.DecodeRune(s) }

// run runs the program from an instruction on, up to its end or an opSubEnd. When it
// fails, the stack and what the entries put back are as they were.
func (m *Matcher) run(pc, pos int32) (end int32, ok bool) {
	base := len(m.stack)
	code := m.p.code
	for {
		in := &code[pc]
		if in.memo >= 0 && m.fuel < 0 && in.op != opRun && m.seen(in, pos) {
			goto fail
		}
		switch in.op {
		case opMatch:
			if !(m.full && int(pos) != len(m.text)) && pos != m.advance {
				return pos, true
			}
			goto fail
		case opSubEnd:
			return pos, true
		case opFail:
			goto fail
		case opByte:
			if int(pos) >= len(m.text) || m.text[pos] != byte(in.n) {
				goto fail
			}
			pos++
			pc++
		case opString:
			if !strings.HasPrefix(m.text[pos:], in.str) {
				goto fail
			}
			pos += int32(len(in.str))
			pc++
		case opSet, opAny, opAnyAll:
			if pos2 := m.one(in.op, in, pos); pos2 >= 0 {
				pos = pos2
				pc++
				continue
			}
			goto fail
		case opRun:
			if in.memo >= 0 && in.max >= 0 && m.fuel < 0 && m.seen(in, pos) {
				goto fail
			}
			if pos2 := m.repeat(pc, in, pos); pos2 >= 0 {
				pos = pos2
				pc++
				continue
			}
			goto fail
		case opJump:
			pc = in.x
		case opSplit:
			m.push(back, in.y, pos, 0)
			pc = in.x
		case opSave:
			m.save(in.n, pos)
			pc++
		case opAssert:
			if !m.assert(in.n, pos) {
				goto fail
			}
			pc++
		case opStuck:
			pc++
			if m.loops[in.n] == pos {
				pc = in.y
			}
		case opForget:
			m.setLoop(in.n, -1)
			pc++
		case opRound:
			m.setLoop(in.n, pos)
			pc++
		case opCountBegin:
			m.setLoop(in.n, 0)
			m.setLoop(in.n+1, -1)
			pc++
		default:
			if pc, pos = m.rare(in, pc, pos); pc < 0 {
				goto fail
			}
		}
		if m.steps--; m.steps < 0 && !m.spend(0) {
			m.undo(base)
			return 0, false
		}
		m.fuel--
		continue
	fail:
		if !m.spend(1) {
			m.undo(base)
			return 0, false
		}
		if pc, pos = m.fail(base); pc < 0 {
			return 0, false
		}
	}
}

// fail goes back to the last entry of the stack above base that says where to go on. pc -1
// is none.
func (m *Matcher) fail(base int) (pc, pos int32) {
	for len(m.stack) > base {
		e := m.stack[len(m.stack)-1]
		switch e.what {
		case back:
			m.stack = m.stack[:len(m.stack)-1]
			return e.pc, e.a
		case giveBack:
			if pos := m.giveBack(); pos >= 0 {
				return e.pc + 1, pos
			}
		case takeMore:
			if pos := m.takeMore(); pos >= 0 {
				return e.pc + 1, pos
			}
		default:
			m.stack = m.stack[:len(m.stack)-1]
			m.putBack(e)
		}
	}
	return -1, 0
}

// save notes the place in a slot; one of a group's end makes it the last that was closed.
func (m *Matcher) save(slot, pos int32) {
	m.push(place, slot, m.Places[slot], m.Last)
	m.Places[slot] = pos
	if slot&1 != 0 {
		m.Last = slot / 2
	}
}

// rare runs the instructions of programs that aren't linear. pc -1 is that it fails.
func (m *Matcher) rare(in *inst, pc, pos int32) (nextPC, nextPos int32) {
	switch in.op {
	case opBackref:
		if pos = m.backref(in, pos); pos < 0 {
			return -1, 0
		}
		return pc + 1, pos
	case opCond:
		if m.Places[2*in.n] < 0 || m.Places[2*in.n+1] < m.Places[2*in.n] {
			return in.y, pos
		}
		return pc + 1, pos
	case opLook:
		return m.look(in, pos)
	case opAtomic:
		base := len(m.stack)
		end, ok := m.run(in.x, pos)
		if !ok {
			return -1, 0
		}
		m.cut(base)
		return in.y, end
	case opCount:
		return m.count(in, pc, pos)
	case opCountMore:
		m.setLoop(in.n, m.loops[in.n]+1)
		m.setLoop(in.n+1, pos)
		return pc + 1, pos
	}
	return -1, 0
}

func (m *Matcher) look(in *inst, pos int32) (nextPC, nextPos int32) {
	at := m.before(pos, in.n)
	base := len(m.stack)
	ok := false
	if at >= 0 {
		_, ok = m.run(in.x, at)
	}
	if m.err != nil || ok == in.negate {
		if ok {
			m.undo(base)
		}
		return -1, 0
	}
	if ok {
		m.cut(base)
	}
	return in.y, pos
}

// count ends a round of a counted loop.
func (m *Matcher) count(in *inst, pc, pos int32) (nextPC, nextPos int32) {
	n := m.loops[in.n]
	switch {
	case n < in.min:
		m.setLoop(in.n, n+1)
		return pc + 2, pos
	case in.max >= 0 && n >= in.max || m.loops[in.n+1] == pos:
		return in.y, pos
	case in.kind == syntax.Lazy:
		m.push(back, in.x, pos, 0)
		return in.y, pos
	}
	m.push(back, in.y, pos, 0)
	return in.x, pos
}

// backref matches what a group has matched.
func (m *Matcher) backref(in *inst, pos int32) int32 {
	lo, hi := m.Places[2*in.n], m.Places[2*in.n+1]
	if lo < 0 || hi < lo {
		return -1
	}
	want := m.text[lo:hi]
	if !m.spend(hi - lo) {
		return -1
	}
	if in.fold == noFolding {
		if !strings.HasPrefix(m.text[pos:], want) {
			return -1
		}
		return pos + hi - lo
	}
	for len(want) > 0 {
		if int(pos) >= len(m.text) {
			return -1
		}
		r, n := m.decode(want)
		q, k := m.decode(m.text[pos:])
		if in.fold.lower(r) != in.fold.lower(q) {
			return -1
		}
		want, pos = want[n:], pos+int32(k)
	}
	return pos
}

func (m *Matcher) decode(s string) (rune, int) {
	if m.ascii {
		return rune(s[0]), 1
	}
	return decode(s)
}
