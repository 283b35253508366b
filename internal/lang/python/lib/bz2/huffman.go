package bz2

const (
	runA, runB    = 0, 1
	groupSize     = 50 // symbols that share a table
	rounds        = 4  // how often tables are improved
	longestCode   = 17
	startedLength = 15 // of symbols that a table doesn't expect at first
)

// symbols are the last bytes of the sorted rotations, moved to front, runs of zeros as numbers
// of two digits, and the mark of the end.
func symbols(block []byte, order []int32, used []byte) []uint16 {
	front := append([]byte(nil), used...)
	out := make([]uint16, 0, len(block)+1)
	zeros := 0
	flush := func() {
		for n := zeros; n > 0; n = (n - 1) / 2 {
			out = append(out, uint16(1-n%2))
		}
		zeros = 0
	}
	for _, p := range order {
		if p--; p < 0 {
			p = int32(len(block) - 1)
		}
		b := block[p]
		if front[0] == b {
			zeros++
			continue
		}
		flush()
		at := 1
		for front[at] != b {
			at++
		}
		copy(front[1:at+1], front[:at])
		front[0] = b
		out = append(out, uint16(at+1))
	}
	flush()
	return append(out, uint16(len(used)+1))
}

// writeSymbols writes tables of codes and the symbols in them.
func (c *compressor) writeSymbols(list []uint16, size int) {
	lengths := firstTables(list, size)
	var selectors []byte
	for range rounds {
		counts := make([][]int, len(lengths))
		for i := range counts {
			counts[i] = make([]int, size)
		}
		selectors = selectors[:0]
		for at := 0; at < len(list); at += groupSize {
			group := list[at:min(at+groupSize, len(list))]
			best := cheapest(lengths, group)
			selectors = append(selectors, byte(best))
			for _, s := range group {
				counts[best][s]++
			}
		}
		for i := range lengths {
			codeLengths(lengths[i], counts[i])
		}
	}
	c.writeSelectors(selectors, len(lengths))
	codes := make([][]uint64, len(lengths))
	for i, l := range lengths {
		c.writeTable(l)
		codes[i] = assign(l)
	}
	for i, s := range list {
		t := selectors[i/groupSize]
		c.out.write(uint(lengths[t][s]), codes[t][s])
	}
}

// firstTables are tables that each expect their part of the symbols.
func firstTables(list []uint16, size int) [][]int {
	tables := 6
	for i, below := range []int{200, 600, 1200, 2400} {
		if len(list) < below {
			tables = 2 + i
			break
		}
	}
	freq := make([]int, size)
	for _, s := range list {
		freq[s]++
	}
	lengths := make([][]int, tables)
	left, from := len(list), 0
	for part := tables; part > 0; part-- {
		want, to, have := left/part, from-1, 0
		for have < want && to < size-1 {
			to++
			have += freq[to]
		}
		if to > from && part != tables && part != 1 && (tables-part)%2 == 1 {
			have -= freq[to]
			to--
		}
		l := make([]int, size)
		for s := range l {
			if s < from || s > to {
				l[s] = startedLength
			}
		}
		lengths[part-1] = l
		from, left = to+1, left-have
	}
	return lengths
}

func cheapest(lengths [][]int, group []uint16) int {
	best, least := 0, 1<<30
	for t, l := range lengths {
		cost := 0
		for _, s := range group {
			cost += l[s]
		}
		if cost < least {
			best, least = t, cost
		}
	}
	return best
}

func (c *compressor) writeSelectors(selectors []byte, tables int) {
	c.out.write(3, uint64(tables))
	c.out.write(15, uint64(len(selectors)))
	front := []byte{0, 1, 2, 3, 4, 5}
	for _, s := range selectors {
		at := 0
		for front[at] != s {
			at++
		}
		copy(front[1:at+1], front[:at])
		front[0] = s
		c.out.write(uint(at+1), 1<<(at+1)-2)
	}
}

func (c *compressor) writeTable(lengths []int) {
	now := lengths[0]
	c.out.write(5, uint64(now))
	for _, l := range lengths {
		for ; now < l; now++ {
			c.out.write(2, 2)
		}
		for ; now > l; now-- {
			c.out.write(2, 3)
		}
		c.out.write(1, 0)
	}
}

// assign are the codes of lengths: those of one length follow each other.
func assign(lengths []int) []uint64 {
	codes := make([]uint64, len(lengths))
	var code uint64
	for n := 1; n <= longestCode; n++ {
		for s, l := range lengths {
			if l == n {
				codes[s] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}
