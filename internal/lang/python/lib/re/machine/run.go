package machine

import (
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

// one matches a single character, and returns the place after it, or -1.
func (m *Matcher) one(op opcode, in *inst, pos int32) int32 {
	if int(pos) >= len(m.text) {
		return -1
	}
	b := m.text[pos]
	switch op {
	case opByte:
		if b == byte(in.n) {
			return pos + 1
		}
	case opString:
		if strings.HasPrefix(m.text[pos:], in.str) {
			return pos + int32(len(in.str))
		}
	case opSet:
		if m.ascii || b < utf8.RuneSelf {
			if in.set.hasByte(b) {
				return pos + 1
			}
			return -1
		}
		r, n := decode(m.text[pos:])
		if in.set.has(r) {
			return pos + int32(n)
		}
	case opAny:
		if b != '\n' {
			return m.next(pos)
		}
	case opAnyAll:
		return m.next(pos)
	}
	return -1
}

// scan matches up to n characters, all when n is negative, and returns how many there
// were and the place after them.
func (m *Matcher) scan(in *inst, pos, n int32) (count, after int32) {
	if n < 0 {
		n = 1<<31 - 1
	}
	if m.ascii {
		return m.scanBytes(in, pos, n)
	}
	for count < n {
		next := m.one(in.unit, in, pos)
		if next < 0 {
			break
		}
		count++
		pos = next
	}
	return count, pos
}

func (m *Matcher) scanBytes(in *inst, pos, n int32) (count, after int32) {
	end := min(pos+min(n, 1<<30), int32(len(m.text)))
	if end < pos {
		end = int32(len(m.text))
	}
	i := pos
	switch in.unit {
	case opAnyAll:
		i = end
	case opAny:
		i = end
		if at := strings.IndexByte(m.text[pos:end], '\n'); at >= 0 {
			i = pos + int32(at)
		}
	case opByte:
		for i < end && m.text[i] == byte(in.n) {
			i++
		}
	case opSet:
		for i < end && in.set.hasByte(m.text[i]) {
			i++
		}
	}
	return i - pos, i
}

// repeat runs an opRun, and returns the place after it, or -1 where it fails.
func (m *Matcher) repeat(pc int32, in *inst, pos int32) int32 {
	if in.min > 0 {
		n, after := m.scan(in, pos, in.min)
		if !m.spend(n) || n < in.min {
			return -1
		}
		pos = after
	}
	more := in.max
	if more >= 0 {
		more -= in.min
	}
	if in.memo >= 0 && in.max < 0 && m.remembers() && in.kind != syntax.Possessive {
		if m.seen(in, pos) {
			return -1
		}
		if in.kind == syntax.Greedy {
			return m.rememberRun(pc, in, pos)
		}
	}
	if more == 0 {
		return pos
	}
	if in.kind == syntax.Lazy {
		m.push(takeMore, pc, pos, more)
		return pos
	}
	n, after := m.scan(in, pos, more)
	if !m.spend(n) {
		return -1
	}
	if n > 0 && in.kind == syntax.Greedy {
		m.push(giveBack, pc, after, pos)
		return m.giveBack()
	}
	return after
}

// rememberRun runs a greedy opRun up to a place where it was before: all that follows
// from there on has failed.
func (m *Matcher) rememberRun(pc int32, in *inst, pos int32) int32 {
	last := pos // the last place to go on from
	for {
		next := m.one(in.unit, in, last)
		if next < 0 || m.seen(in, next) {
			break
		}
		last = next
		if !m.spend(1) {
			return -1
		}
	}
	if last > pos {
		m.push(giveBack, pc, last, pos)
		return m.giveBack()
	}
	return pos
}

// giveBack takes the next place from the giveBack entry on top of the stack, which goes
// when it was the last. -1 is none.
func (m *Matcher) giveBack() int32 {
	top := &m.stack[len(m.stack)-1]
	at, least := top.a, top.b
	in := &m.p.code[top.pc]
	if in.hint >= 0 && (int(at) >= len(m.text) || m.text[at] != byte(in.hint)) {
		i := strings.LastIndexByte(m.text[least:at], byte(in.hint))
		m.spend((at - least - int32(i)) / 8)
		if i < 0 {
			m.stack = m.stack[:len(m.stack)-1]
			return -1
		}
		at = least + int32(i)
	}
	if at == least {
		m.stack = m.stack[:len(m.stack)-1]
	} else {
		top.a = m.before(at, 1)
	}
	return at
}

// takeMore lets the lazy run on top of the stack have one more character, or as many as it
// takes until what must follow comes. -1 is none.
func (m *Matcher) takeMore() int32 {
	top := &m.stack[len(m.stack)-1]
	in := &m.p.code[top.pc]
	at, more := top.a, top.b
	remember := in.memo >= 0 && in.max < 0 && m.remembers()
	for more != 0 {
		at = m.one(in.unit, in, at)
		if at < 0 || remember && m.seen(in, at) || !m.spend(1) {
			break
		}
		if more > 0 {
			more--
		}
		if in.hint >= 0 && more != 0 && (int(at) >= len(m.text) || m.text[at] != byte(in.hint)) {
			continue
		}
		if more == 0 {
			m.stack = m.stack[:len(m.stack)-1]
		} else {
			top.a, top.b = at, more
		}
		return at
	}
	m.stack = m.stack[:len(m.stack)-1]
	return -1
}
