package machine

import "github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"

// repeat compiles a repeat: of one character as a run, of more as a loop.
func (c *compiler) repeat(n *syntax.Node, f syntax.Flags) {
	body := n.Subs[0]
	if in, ok := c.single(body, f); ok {
		c.run(n, in)
		return
	}
	if n.Kind == syntax.Possessive {
		c.possessive(n, f)
		return
	}
	if c.expand(n, f) {
		return
	}
	c.counted(n, f)
}

// single is the instruction of a body that is one character.
func (c *compiler) single(n *syntax.Node, f syntax.Flags) (inst, bool) {
	for {
		switch {
		case n.Op == syntax.Concat && len(n.Subs) == 1:
			n = n.Subs[0]
		case n.Op == syntax.Group && n.Number == 0:
			f = f.With(n.Add, n.Del)
			n = n.Subs[0]
		default:
			return c.unit(n, f)
		}
	}
}

// limits are the counts of a repeat, where no more than 2**31-1 can matter.
func limits(n *syntax.Node) (least, most int32) {
	least, most = int32(min(n.Min, 1<<31-2)), -1
	if n.Max < 1<<31-1 {
		most = int32(n.Max)
	}
	return least, most
}

func (c *compiler) run(n *syntax.Node, in inst) {
	least, most := limits(n)
	if least == 1 && most == 1 {
		c.emit(in)
		return
	}
	in.unit, in.op, in.kind, in.min, in.max = in.op, opRun, n.Kind, least, most
	c.emit(in)
}

// possessive compiles a repeat that keeps what each round has matched.
func (c *compiler) possessive(n *syntax.Node, f syntax.Flags) {
	each := &syntax.Node{Op: syntax.Concat, Subs: []*syntax.Node{{Op: syntax.Atomic, Subs: n.Subs}}}
	loop := *n
	loop.Kind, loop.Subs = syntax.Greedy, []*syntax.Node{each}
	c.part(&syntax.Node{Op: syntax.Atomic, Subs: []*syntax.Node{{Op: syntax.Concat, Subs: []*syntax.Node{&loop}}}}, f)
}

// expand compiles a repeat by as many copies of its body as it needs, unless those are
// too many.
func (c *compiler) expand(n *syntax.Node, f syntax.Flags) bool {
	if copies := copiesOf(n); copies > 1 {
		added := times(c.estimate(n.Subs[0]), copies-1)
		if c.copied+added > maxCopied {
			return false
		}
		c.copied += added
	}
	for range n.Min {
		c.node(n.Subs[0], f)
	}
	if n.Max == syntax.Infinite {
		c.star(n, f)
	} else {
		c.options(n, f)
	}
	return true
}

// copiesOf is how many copies of its body a repeat has.
func copiesOf(n *syntax.Node) int {
	if n.Max == syntax.Infinite {
		return n.Min + 1
	}
	return n.Max
}

// times is x*y, or maxCopied+1 where that is less.
func times(x, y int) int {
	if x != 0 && y > maxCopied/x {
		return maxCopied + 1
	}
	return x * y
}

// estimate is roughly how many instructions a node will have.
func (c *compiler) estimate(n *syntax.Node) int {
	size := 3
	for _, s := range n.Subs {
		size = min(size+c.estimate(s), maxCopied+1)
	}
	if n.Op == syntax.Repeat {
		if many := times(size, copiesOf(n)); many <= maxCopied {
			return many
		}
	}
	return size
}

// star compiles a loop without a limit.
func (c *compiler) star(n *syntax.Node, f syntax.Flags) {
	if !nullable(c.tree, n.Subs[0]) {
		head := c.emit(inst{op: opSplit, kind: n.Kind})
		body := c.here()
		c.node(n.Subs[0], f)
		c.emit(inst{op: opJump, x: head})
		c.choose(head, body, c.here(), n.Kind)
		return
	}
	loop := c.enterLoop()
	c.emit(inst{op: opForget, n: loop})
	stuck := c.emit(inst{op: opStuck, n: loop})
	head := c.emit(inst{op: opSplit})
	body := c.emit(inst{op: opRound, n: loop})
	c.node(n.Subs[0], f)
	c.emit(inst{op: opJump, x: stuck})
	c.leaveLoop()
	c.code[stuck].y = c.here()
	c.choose(head, body, c.here(), n.Kind)
}

// enterLoop begins code for which it matters where a loop's round began.
func (c *compiler) enterLoop() int32 {
	loop := int32(c.loops)
	c.loops++
	c.within = append([]int32{loop}, c.within...)
	return loop
}

func (c *compiler) leaveLoop() { c.within = c.within[1:] }

// choose sets where a split goes: on with the body, or out.
func (c *compiler) choose(split, body, out int32, k syntax.Kind) {
	if k == syntax.Lazy {
		body, out = out, body
	}
	c.code[split].x, c.code[split].y = body, out
}

// options compiles the rounds beyond the least number, as many as there may be.
func (c *compiler) options(n *syntax.Node, f syntax.Flags) {
	if n.Min == n.Max {
		return
	}
	empty := nullable(c.tree, n.Subs[0])
	var loop int32
	if empty {
		loop = c.enterLoop()
		c.emit(inst{op: opForget, n: loop})
	}
	var splits, stuck []int32
	for i := n.Min; i < n.Max; i++ {
		if empty && i > n.Min {
			stuck = append(stuck, c.emit(inst{op: opStuck, n: loop}))
		}
		splits = append(splits, c.emit(inst{op: opSplit}))
		if empty {
			c.emit(inst{op: opRound, n: loop})
		}
		c.node(n.Subs[0], f)
	}
	if empty {
		c.leaveLoop()
	}
	for _, s := range stuck {
		c.code[s].y = c.here()
	}
	for _, s := range splits {
		c.choose(s, s+1, c.here(), n.Kind)
	}
}

// counted compiles a repeat whose rounds are counted.
func (c *compiler) counted(n *syntax.Node, f syntax.Flags) {
	c.linear = false
	least, most := limits(n)
	counter := int32(c.loops)
	c.loops += 2
	c.emit(inst{op: opCountBegin, n: counter})
	head := c.emit(inst{op: opCount, n: counter, min: least, max: most, kind: n.Kind})
	c.emit(inst{op: opCountMore, n: counter})
	c.node(n.Subs[0], f)
	c.emit(inst{op: opJump, x: head})
	c.code[head].x, c.code[head].y = head+1, c.here()
}

// nullable reports whether a node may match nothing.
func nullable(t *syntax.Tree, n *syntax.Node) bool {
	return t.Least(n) == 0
}
