package bz2

// rotations are the starts of a block's rotations in their order: sorted by their first byte,
// then by twice as many bytes in each round, of which the second half's place is known.
func rotations(poll func() error, block []byte) ([]int32, error) {
	n := len(block)
	order, next := make([]int32, n), make([]int32, n)
	rank, fresh := make([]int32, n), make([]int32, n)
	ends := make([]int32, max(257, n+1))
	for i, b := range block {
		rank[i] = int32(b)
	}
	for i := range order {
		order[i] = int32(n - 1 - i)
	}
	byRank(order, next, rank, ends, 256)
	order, next = next, order
	classes := classify(order, rank, fresh, 0)
	rank, fresh = fresh, rank
	for width := 1; width < n && classes < n; width *= 2 {
		if err := poll(); err != nil {
			return nil, err
		}
		for i, p := range order { // by the second half; the sort by the first one keeps that order
			if p -= int32(width); p < 0 {
				p += int32(n)
			}
			next[i] = p
		}
		byRank(next, order, rank, ends, classes)
		classes = classify(order, rank, fresh, width)
		rank, fresh = fresh, rank
	}
	if classes < n { // the block repeats itself: of equal rotations the one that starts last is first
		for i := range next {
			next[i] = int32(n - 1 - i)
		}
		byRank(next, order, rank, ends, classes)
	}
	return order, nil
}

// byRank sorts places by their ranks, which are below classes, and keeps the order of equal ones.
func byRank(from, to, rank, ends []int32, classes int) {
	clear(ends[:classes+1])
	for _, p := range from {
		ends[rank[p]+1]++
	}
	for i := range classes {
		ends[i+1] += ends[i]
	}
	for _, p := range from {
		to[ends[rank[p]]] = p
		ends[rank[p]]++
	}
}

// classify gives sorted places ranks by their rank and that of the place width on, and returns
// how many different ones there are.
func classify(order, rank, fresh []int32, width int) int {
	n := len(order)
	class := int32(-1)
	a, b := int32(-1), int32(-1)
	for _, p := range order {
		other := int(p) + width
		if other >= n {
			other -= n
		}
		if rank[p] != a || rank[other] != b {
			class++
			a, b = rank[p], rank[other]
		}
		fresh[p] = class
	}
	return int(class) + 1
}
