package machine

import "unicode/utf8"

// firstBytes are the bytes that matches may begin with, or nil where that isn't known or
// doesn't help.
func (p *Program) firstBytes() *[4]uint64 {
	f := &firstFinder{p: p, seen: make([]bool, len(p.code))}
	if !f.from(0) {
		return nil
	}
	return &f.bytes
}

type firstFinder struct {
	p     *Program
	seen  []bool
	bytes [4]uint64
	steps int
}

// maxFirstSteps bounds the search: who begins in more ways gains little.
const maxFirstSteps = 200

func (f *firstFinder) add(b byte) { f.bytes[b>>6] |= 1 << (b & 63) }

// from adds what may come first from an instruction on. It is false when that may be
// anything, or nothing.
func (f *firstFinder) from(pc int32) bool {
	for {
		if f.seen[pc] {
			return true
		}
		f.seen[pc] = true
		if f.steps++; f.steps > maxFirstSteps {
			return false
		}
		in := &f.p.code[pc]
		switch in.op {
		case opSave, opForget, opRound, opAssert:
			pc++
		case opJump:
			pc = in.x
		case opSplit:
			if !f.from(in.x) {
				return false
			}
			pc = in.y
		case opStuck:
			if !f.from(in.y) {
				return false
			}
			pc++
		case opFail:
			return true
		case opRun:
			if !f.unit(in, in.unit) {
				return false
			}
			if in.min > 0 {
				return true
			}
			pc++
		case opAtomic:
			pc = in.x
		default:
			return f.unit(in, in.op)
		}
	}
}

// unit adds what an instruction that matches a character begins with.
func (f *firstFinder) unit(in *inst, op opcode) bool {
	switch op {
	case opByte:
		f.add(byte(in.n))
	case opString:
		f.add(in.str[0])
	case opSet:
		for b := range 256 {
			if f.p.wide && b >= utf8.RuneSelf || in.set.hasByte(byte(b)) {
				f.add(byte(b))
			}
		}
	default:
		return false
	}
	return true
}
