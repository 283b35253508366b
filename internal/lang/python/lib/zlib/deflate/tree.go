package deflate

// A tree is the codes that one block has for its symbols, of which there are count[s] of each.
type tree struct {
	count []int
	codes []code
	extra func(symbol int) uint
	limit int // of a code's length
	fixed []code
	// last is the highest symbol that has a code.
	last int
}

// A builder makes codes as zlib makes them: where there is more than one way to, the
// same one.
type builder struct {
	heap  []int
	depth []int
	freq  []int
}

func (b *builder) smaller(n, m int) bool {
	return b.freq[n] < b.freq[m] || b.freq[n] == b.freq[m] && b.depth[n] <= b.depth[m]
}

// down moves the node at place k of the heap, which begins at 1, to where it belongs.
func (b *builder) down(k int) {
	v := b.heap[k]
	for j := 2 * k; j < len(b.heap); j *= 2 {
		if j+1 < len(b.heap) && b.smaller(b.heap[j+1], b.heap[j]) {
			j++
		}
		if b.smaller(v, b.heap[j]) {
			break
		}
		b.heap[k] = b.heap[j]
		k = j
	}
	b.heap[k] = v
}

func (b *builder) pop() int {
	least, end := b.heap[1], len(b.heap)-1
	b.heap[1] = b.heap[end]
	b.heap = b.heap[:end]
	if end > 1 {
		b.down(1)
	}
	return least
}

// build finds the best codes that are no longer than the limit, and how many bits all symbols
// take with them, and with the fixed ones.
func (t *tree) build() (best, fixed int) {
	n := len(t.codes)
	b := &builder{heap: []int{0}, depth: make([]int, 2*n+1), freq: make([]int, 2*n+1)}
	copy(b.freq, t.count[:n])
	t.last = -1
	for i := range n {
		t.codes[i] = code{}
		if b.freq[i] > 0 {
			b.heap = append(b.heap, i)
			t.last = i
		}
	}
	for len(b.heap) < 3 { // a tree has two leaves
		i := 0
		if t.last < 2 {
			t.last++
			i = t.last
		}
		b.heap = append(b.heap, i)
		b.freq[i] = 1
		best--
		if t.fixed != nil {
			fixed -= int(t.fixed[i].n)
		}
	}
	parent := make([]int, 2*n+1)
	order := b.join(n, parent)
	more, moreFixed := t.lengths(b, order, parent)
	assign(t.codes[:t.last+1])
	return best + more, fixed + moreFixed
}

// join makes the tree, and returns its nodes from the root on.
func (b *builder) join(n int, parent []int) []int {
	for i := (len(b.heap) - 1) / 2; i >= 1; i-- {
		b.down(i)
	}
	var order []int
	for next := n; ; next++ {
		x := b.pop()
		y := b.heap[1]
		order = append(order, x, y)
		b.freq[next] = b.freq[x] + b.freq[y]
		b.depth[next] = max(b.depth[x], b.depth[y]) + 1
		parent[x], parent[y] = next, next
		b.heap[1] = next
		b.down(1)
		if len(b.heap) == 2 {
			break
		}
	}
	order = append(order, b.heap[1])
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// lengths sets how long each code is.
func (t *tree) lengths(b *builder, order, parent []int) (best, fixed int) {
	n := len(t.codes)
	depth := make([]int, len(b.freq))
	var count [maxBits + 1]int
	over := 0
	for i, x := range order {
		bits := 0
		if i > 0 {
			bits = depth[parent[x]] + 1
		}
		if bits > t.limit {
			bits = t.limit
			over++
		}
		depth[x] = bits
		if x >= n {
			continue
		}
		count[bits]++
		t.codes[x].n = uint16(bits)
		extra := 0
		if t.extra != nil {
			extra = int(t.extra(x))
		}
		best += b.freq[x] * (bits + extra)
		if t.fixed != nil {
			fixed += b.freq[x] * (int(t.fixed[x].n) + extra)
		}
	}
	if over > 0 {
		best += t.shorten(b, order, &count, over)
	}
	return best, fixed
}

// shorten has no code be longer than the limit where over would be.
func (t *tree) shorten(b *builder, order []int, count *[maxBits + 1]int, over int) (more int) {
	for ; over > 0; over -= 2 {
		bits := t.limit - 1
		for count[bits] == 0 {
			bits--
		}
		count[bits]--
		count[bits+1] += 2
		count[t.limit]--
	}
	at := len(order)
	for bits := t.limit; bits > 0; bits-- {
		for n := count[bits]; n > 0; {
			at--
			x := order[at]
			if x >= len(t.codes) {
				continue
			}
			if int(t.codes[x].n) != bits {
				more += (bits - int(t.codes[x].n)) * b.freq[x]
				t.codes[x].n = uint16(bits)
			}
			n--
		}
	}
	return more
}
