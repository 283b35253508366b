// Package machine compiles parsed regular expressions, and matches texts against them.
//
// It backtracks, in the order that Python does. Where the program has no part that asks
// what was matched before (see Program.linear), a search that takes long begins to note at
// which instructions it was at which places: coming there again is to fail again. With
// that, a search takes time in proportion to the text's length. Within lookarounds and
// atomic groups, which may have succeeded there, it notes nothing.
package machine

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

type opcode uint8

const (
	opMatch  opcode = iota // the end of the program
	opSubEnd               // the end of a part that opLook or opAtomic runs
	opFail
	opByte   // a character of one byte: n
	opString // str
	opSet    // a character of set
	opAny    // a character, but no newline
	opAnyAll // a character
	opRun    // repeats, min to max times, the instruction before it in unit: see run.go
	opJump   // to x
	opSplit  // to x, or else to y
	opSave   // notes the place in slot n
	opAssert // n is an assertion
	opBackref
	opCond       // to y unless group n has matched
	opLook       // runs x, n characters back; goes on at y
	opAtomic     // runs x, goes on at y
	opForget     // loop n has no place yet
	opStuck      // to y if loop n is at the place where its last round began
	opRound      // a round of loop n begins
	opCountBegin // counter n begins
	opCount      // a round of counter n is at its end: to x for another, to y after the last
	opCountMore  // to x, for another round of counter n
)

// The assertions.
const (
	atStringStart int32 = iota
	atLineStart
	atStringEnd
	atEnd // the end, or before the newline that is last
	atLineEnd
	atBoundary
	atNotBoundary
	atBoundaryASCII
	atNotBoundaryASCII
)

type inst struct {
	op       opcode
	kind     syntax.Kind
	negate   bool
	unit     opcode // of opRun: what is repeated
	fold     folding
	hint     int16 // of opRun: the byte that must follow, or -1
	n        int32
	min, max int32 // max -1 is without one
	x, y     int32
	memo     int32   // its first bit in a row of the memo; -1 is none
	inside   bool    // it is in a lookaround or an atomic group
	within   []int32 // the loops that it is in and whose places matter, from the inside
	set      *set
	str      string
}

// A Program is a compiled expression. It is immutable.
type Program struct {
	code     []inst
	groups   int
	loops    int // places and counts of loops
	wide     bool
	linear   bool // whether the memo may be used
	memoBits int  // in a row of the memo
	least    int  // characters of a match
	anchored bool // it matches at the text's start alone
	prefix   string
	first    *[4]uint64 // bytes that it can begin with; nil is any
}

// Size is roughly how many bytes of memory it takes.
func (p *Program) Size() int {
	n := 200
	for i := range p.code {
		n += 112 + len(p.code[i].str)
		if s := p.code[i].set; s != nil {
			n += 120 + 8*len(s.ranges)
		}
	}
	return n
}
