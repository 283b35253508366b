package machine

import (
	"errors"
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

// ErrTooLarge is an expression whose program would be too large.
var ErrTooLarge = errors.New("regular expression code size limit exceeded")

const (
	// maxProgram is how many instructions a program may have.
	maxProgram = 1 << 20
	// maxCopied is how many instructions copies of repeated parts may add in all. A repeat that
	// would add more counts its rounds, which the memo can't be used with.
	maxCopied = 20_000
)

type compiler struct {
	Program
	tree   *syntax.Tree
	within []int32
	copied int
	inside int // lookarounds and atomic groups around
	err    error
}

// Compile makes the program of an expression for texts of str, or unless isStr of bytes.
func Compile(t *syntax.Tree, isStr bool) (*Program, error) {
	c := &compiler{tree: t}
	c.wide, c.linear, c.groups = isStr, true, t.Groups
	c.least = t.Least(t.Root)
	c.node(t.Root, t.Flags)
	c.emit(inst{op: opMatch})
	if c.err != nil {
		return nil, c.err
	}
	p := c.Program
	p.finish()
	return &p, nil
}

// emit adds an instruction and returns its number.
func (c *compiler) emit(in inst) int32 {
	if len(c.code) >= maxProgram {
		c.err = ErrTooLarge
		return int32(len(c.code) - 1)
	}
	in.memo, in.hint = -1, -1
	in.within, in.inside = c.within, c.inside > 0
	c.code = append(c.code, in)
	return int32(len(c.code) - 1)
}

func (c *compiler) here() int32 { return int32(len(c.code)) }

func (c *compiler) node(n *syntax.Node, f syntax.Flags) {
	if c.err != nil {
		return
	}
	if in, ok := c.unit(n, f); ok {
		c.emit(in)
		return
	}
	switch n.Op {
	case syntax.Concat:
		c.concat(n.Subs, f)
	case syntax.At:
		c.emit(inst{op: opAssert, n: assertion(n.Where, f)})
	case syntax.Branch:
		c.branch(n.Subs, f)
	case syntax.Group:
		c.group(n, f.With(n.Add, n.Del))
	case syntax.Repeat:
		c.repeat(n, f)
	case syntax.GroupRef:
		c.linear = false
		c.emit(inst{op: opBackref, n: int32(n.Number), fold: foldingOf(f)})
	case syntax.Cond:
		c.cond(n, f)
	case syntax.Look, syntax.Atomic:
		c.part(n, f)
	case syntax.Fail:
		c.emit(inst{op: opFail})
	}
}

// unit is the instruction of a node that always matches one character.
func (c *compiler) unit(n *syntax.Node, f syntax.Flags) (inst, bool) {
	switch n.Op {
	case syntax.Literal:
		if s := newLiteral(n.Char, false, f); s != nil {
			return inst{op: opSet, set: s}, true
		}
		s := c.encode(n.Char)
		if len(s) == 1 {
			return inst{op: opByte, n: int32(s[0])}, true
		}
		return inst{op: opString, str: s}, true
	case syntax.NotLiteral:
		s := newLiteral(n.Char, true, f)
		if s == nil {
			s = (&set{negate: true, ranges: []span{{n.Char, n.Char}}}).done()
		}
		return inst{op: opSet, set: s}, true
	case syntax.Any:
		if f&syntax.DotAll != 0 {
			return inst{op: opAnyAll}, true
		}
		return inst{op: opAny}, true
	case syntax.Set:
		return inst{op: opSet, set: newSet(n.Items, n.Negate, f)}, true
	case syntax.Branch:
		return c.unitBranch(n, f)
	}
	return inst{}, false
}

// unitBranch makes a set of alternatives that are a character each.
func (c *compiler) unitBranch(n *syntax.Node, f syntax.Flags) (inst, bool) {
	var items []syntax.Item
	for _, s := range n.Subs {
		if len(s.Subs) != 1 {
			return inst{}, false
		}
		switch one := s.Subs[0]; {
		case one.Op == syntax.Literal:
			items = append(items, syntax.Item{Lo: one.Char, Hi: one.Char})
		case one.Op == syntax.Set && !one.Negate:
			items = append(items, one.Items...)
		default:
			return inst{}, false
		}
	}
	return inst{op: opSet, set: newSet(items, false, f)}, true
}

func (c *compiler) encode(r rune) string {
	if !c.wide {
		return string([]byte{byte(r)})
	}
	return string(syntax.AppendRune(nil, r))
}

// concat makes one instruction of the literals that follow each other.
func (c *compiler) concat(list []*syntax.Node, f syntax.Flags) {
	for i := 0; i < len(list); {
		var text []byte
		j := i
		for ; j < len(list) && list[j].Op == syntax.Literal && newLiteral(list[j].Char, false, f) == nil; j++ {
			text = append(text, c.encode(list[j].Char)...)
		}
		if j > i+1 {
			c.emit(inst{op: opString, str: string(text)})
			i = j
			continue
		}
		c.node(list[i], f)
		i++
	}
}

func (c *compiler) branch(list []*syntax.Node, f syntax.Flags) {
	var ends []int32
	for i, n := range list {
		if i == len(list)-1 {
			c.node(n, f)
			break
		}
		split := c.emit(inst{op: opSplit})
		c.code[split].x = c.here()
		c.node(n, f)
		ends = append(ends, c.emit(inst{op: opJump}))
		c.code[split].y = c.here()
	}
	for _, e := range ends {
		c.code[e].x = c.here()
	}
}

func (c *compiler) group(n *syntax.Node, f syntax.Flags) {
	if n.Number > 0 {
		c.emit(inst{op: opSave, n: int32(2 * n.Number)})
	}
	c.node(n.Subs[0], f)
	if n.Number > 0 {
		c.emit(inst{op: opSave, n: int32(2*n.Number + 1)})
	}
}

func (c *compiler) cond(n *syntax.Node, f syntax.Flags) {
	c.linear = false
	at := c.emit(inst{op: opCond, n: int32(n.Number)})
	c.node(n.Subs[0], f)
	if len(n.Subs) == 1 {
		c.code[at].y = c.here()
		return
	}
	jump := c.emit(inst{op: opJump})
	c.code[at].y = c.here()
	c.node(n.Subs[1], f)
	c.code[jump].x = c.here()
}

// part compiles a lookaround or an atomic group.
func (c *compiler) part(n *syntax.Node, f syntax.Flags) {
	in := inst{op: opAtomic}
	if n.Op == syntax.Look {
		in.op, in.negate = opLook, n.Negate
		if n.Behind {
			in.n = int32(min(c.tree.Behind(n), 1<<31-1))
		}
	}
	at := c.emit(in)
	c.code[at].x = c.here()
	c.inside++
	c.node(n.Subs[0], f)
	c.emit(inst{op: opSubEnd})
	c.inside--
	c.code[at].y = c.here()
}

func assertion(w syntax.Place, f syntax.Flags) int32 {
	wide, lines := f&syntax.Unicode != 0, f&syntax.MultiLine != 0
	switch w {
	case syntax.Beginning:
		if lines {
			return atLineStart
		}
		return atStringStart
	case syntax.End:
		if lines {
			return atLineEnd
		}
		return atEnd
	case syntax.StringStart:
		return atStringStart
	case syntax.StringEnd:
		return atStringEnd
	case syntax.Boundary:
		if wide {
			return atBoundary
		}
		return atBoundaryASCII
	}
	if wide {
		return atNotBoundary
	}
	return atNotBoundaryASCII
}

// finish finds out what makes the program fast.
func (p *Program) finish() {
	p.number()
	p.hints()
	p.prefix = p.literalPrefix()
	p.anchored = p.startsAnchored()
	p.first = p.firstBytes()
	p.code = slices.Clip(p.code)
}

// number gives the instructions that can be reached in more than one way their bits of
// the memo: see Matcher.seen.
func (p *Program) number() {
	if !p.linear {
		return
	}
	ways := make([]uint8, len(p.code)+1)
	add := func(to int32, n uint8) { ways[to] = min(ways[to]+n, 2) }
	for i := range p.code {
		in := &p.code[i]
		next := int32(i + 1)
		switch in.op {
		case opJump:
			add(in.x, 1)
		case opSplit:
			add(in.x, 1)
			add(in.y, 1)
		case opLook, opAtomic:
			add(in.y, 1)
		case opStuck:
			add(next, 1)
			add(in.y, 1)
		case opRun:
			add(next, 1)
			if in.max != -1 && in.max != in.min && in.kind != syntax.Possessive {
				add(next, 1)
			}
		default:
			add(next, 1)
		}
	}
	for i := range p.code {
		in := &p.code[i]
		if in.inside { // it may have succeeded where it was before
			continue
		}
		if ways[i] > 1 || in.op == opRun && in.max < 0 {
			in.memo = int32(p.memoBits)
			p.memoBits += max(1, 2*len(in.within))
		}
	}
}

// hints tells runs which byte must follow them.
func (p *Program) hints() {
	for i := range p.code {
		if p.code[i].op != opRun {
			continue
		}
		next := i + 1
		for p.code[next].op == opSave {
			next++
		}
		switch in := &p.code[next]; in.op {
		case opByte:
			p.code[i].hint = int16(in.n)
		case opString:
			p.code[i].hint = int16(in.str[0])
		}
	}
}

func (p *Program) literalPrefix() string {
	for i := range p.code {
		switch in := &p.code[i]; in.op {
		case opSave:
		case opByte:
			return string([]byte{byte(in.n)})
		case opString:
			return in.str
		default:
			return ""
		}
	}
	return ""
}

func (p *Program) startsAnchored() bool {
	for i := range p.code {
		switch in := &p.code[i]; in.op {
		case opSave:
		case opAssert:
			return in.n == atStringStart
		default:
			return false
		}
	}
	return false
}
