package bz2

// codeLengths sets the lengths of codes by how often the symbols come, as bzip2 does: among trees
// of the same cost the flatter one; where a code would be too long, by frequencies that differ less.
func codeLengths(lengths, freq []int) {
	weights := make([]int, len(freq)+1, 2*len(freq)+1)
	for i, f := range freq {
		weights[i+1] = max(f, 1) << 8 // the low byte is the depth of what is below
	}
	for !treeLengths(lengths, weights) {
		for i := 1; i < len(weights); i++ {
			weights[i] = (1 + weights[i]>>8/2) << 8
		}
	}
}

// A weightHeap is a heap of a tree's nodes; the lightest is nodes[1].
type weightHeap struct {
	nodes  []int
	weight []int
}

func (h *weightHeap) push(node int) {
	h.nodes = append(h.nodes, node)
	at := len(h.nodes) - 1
	for h.weight[node] < h.weight[h.nodes[at/2]] {
		h.nodes[at] = h.nodes[at/2]
		at /= 2
	}
	h.nodes[at] = node
}

func (h *weightHeap) pop() int {
	top, last := h.nodes[1], len(h.nodes)-1
	node := h.nodes[last]
	h.nodes[1] = node
	h.nodes = h.nodes[:last]
	at := 1
	for {
		child := 2 * at
		if child >= last {
			break
		}
		if child+1 < last && h.weight[h.nodes[child+1]] < h.weight[h.nodes[child]] {
			child++
		}
		if h.weight[node] < h.weight[h.nodes[child]] {
			break
		}
		h.nodes[at] = h.nodes[child]
		at = child
	}
	if at < last {
		h.nodes[at] = node
	}
	return top
}

// treeLengths makes the tree and reports whether no code is too long. weights[0] is nobody's, and
// lighter than all.
func treeLengths(lengths, weights []int) bool {
	h := &weightHeap{nodes: []int{0}, weight: weights}
	parent := make([]int, 2*len(weights))
	for i := 1; i < len(weights); i++ {
		h.push(i)
	}
	for len(h.nodes) > 2 {
		a, b := h.pop(), h.pop()
		wa, wb := h.weight[a], h.weight[b]
		h.weight = append(h.weight, (wa&^255+wb&^255)|(1+max(wa&255, wb&255)))
		node := len(h.weight) - 1
		parent[a], parent[b] = node, node
		h.push(node)
	}
	fits := true
	for i := range lengths {
		n := 0
		for k := parent[i+1]; k != 0; k = parent[k] {
			n++
		}
		lengths[i] = n
		fits = fits && n <= longestCode
	}
	return fits
}
