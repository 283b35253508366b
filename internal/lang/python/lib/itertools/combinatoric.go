package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

// combinatoric are the classes of iterators over choices of items.
func combinatoric() []*py.Class {
	return []*py.Class{
		class("product", newProduct, nextProduct, reduced(reduceProduct), restored(setProduct)),
		class("permutations", newPermutations, nextPermutation, reduced(reduceChoice), restored(setPermutations)),
		class("combinations", newCombinations("combinations"), nextCombination, reduced(reduceChoice),
			restored(setChoice(func(i, n, r int) int { return i + n - r }))),
		class("combinations_with_replacement", newCombinations("combinations_with_replacement"), nextWithReplacement, reduced(reduceChoice),
			restored(setChoice(func(_, n, _ int) int { return n - 1 }))),
	}
}

// most is how many items a choice may have.
const most = 1 << 24

// mostIndices is how many items a combination may be asked to have, of however few.
const mostIndices = 1 << 31

type product struct {
	pools [][]py.Object
	at    []int
	begun bool
	done  bool
}

var productSig = py.Sign("*iterables, repeat=")

func newProduct(t *py.Thread, a py.Args) (*product, error) {
	v, err := bind("product", productSig, a)
	if err != nil {
		return nil, err
	}
	repeat := 1
	if v[0] != nil {
		if repeat, err = t.Index(v[0]); err != nil {
			return nil, err
		}
		if repeat < 0 {
			return nil, py.Raise(py.ValueError, "repeat argument cannot be negative")
		}
	}
	args := rest(v[1])
	if repeat == 0 || len(args) == 0 { // one empty choice, however often
		args, repeat = nil, 1
	}
	if len(args) > 0 && repeat > most/len(args) {
		return nil, py.Raise(py.OverflowError, "repeat argument too large")
	}
	p := &product{}
	for _, x := range args {
		items, err := t.Collect(x)
		if err != nil {
			return nil, err
		}
		p.pools = append(p.pools, items)
	}
	once := p.pools
	for range repeat - 1 {
		p.pools = append(p.pools, once...)
	}
	p.at = make([]int, len(p.pools))
	return p, nil
}

func nextProduct(_ *py.Thread, p *product) (py.Object, error) {
	if p.done {
		return nil, nil
	}
	if !p.begun {
		p.begun = true
		for _, pool := range p.pools {
			if len(pool) == 0 {
				p.done = true
				return nil, nil
			}
		}
	} else {
		i := len(p.at) - 1
		for ; i >= 0; i-- {
			if p.at[i]++; p.at[i] < len(p.pools[i]) {
				break
			}
			p.at[i] = 0
		}
		if i < 0 {
			p.done = true
			return nil, nil
		}
	}
	items := make([]py.Object, len(p.at))
	for i, at := range p.at {
		items[i] = p.pools[i][at]
	}
	return py.NewTuple(items...), nil
}

// A choice is r of the pool's items, by the indices that are in use.
type choice struct {
	pool    []py.Object
	indices []int
	cycles  []int // of permutations
	r       int
	begun   bool
	done    bool
}

// current is the choice as a tuple.
func (c *choice) current() py.Object {
	items := make([]py.Object, c.r)
	for i, at := range c.indices[:c.r] {
		items[i] = c.pool[at]
	}
	return py.NewTuple(items...)
}

var permutationsSig = py.Sign("iterable, r=")

func newPermutations(t *py.Thread, a py.Args) (*choice, error) {
	v, err := bind("permutations", permutationsSig, a)
	if err != nil {
		return nil, err
	}
	pool, err := t.Collect(v[0])
	if err != nil {
		return nil, err
	}
	c := &choice{pool: pool, r: len(pool)}
	if v[1] != nil && v[1] != py.None {
		if !py.IsInstance(v[1], py.IntClass) {
			return nil, py.Raise(py.TypeError, "Expected int as r")
		}
		if c.r, err = t.Index(v[1]); err != nil {
			return nil, err
		}
		if c.r < 0 {
			return nil, py.Raise(py.ValueError, "r must be non-negative")
		}
	}
	if c.r > len(pool) {
		c.done = true
		return c, nil
	}
	for i := range pool {
		c.indices = append(c.indices, i)
	}
	for i := range c.r {
		c.cycles = append(c.cycles, len(pool)-i)
	}
	return c, nil
}

func nextPermutation(_ *py.Thread, c *choice) (py.Object, error) {
	if c.done {
		return nil, nil
	}
	if !c.begun {
		c.begun = true
		return c.current(), nil
	}
	n := len(c.pool)
	for i := c.r - 1; i >= 0; i-- {
		if c.cycles[i]--; c.cycles[i] == 0 { // the index goes to the end
			first := c.indices[i]
			copy(c.indices[i:], c.indices[i+1:])
			c.indices[n-1] = first
			c.cycles[i] = n - i
			continue
		}
		j := n - c.cycles[i]
		c.indices[i], c.indices[j] = c.indices[j], c.indices[i]
		return c.current(), nil
	}
	c.done = true
	return nil, nil
}

var combinationsSig = py.Sign("iterable, r")

func newCombinations(name string) func(t *py.Thread, a py.Args) (*choice, error) {
	return func(t *py.Thread, a py.Args) (*choice, error) {
		v, err := bind(name, combinationsSig, a)
		if err != nil {
			return nil, err
		}
		r, err := t.Index(v[1])
		if err != nil {
			return nil, err
		}
		pool, err := t.Collect(v[0])
		if err != nil {
			return nil, err
		}
		if r < 0 {
			return nil, py.Raise(py.ValueError, "r must be non-negative")
		}
		if r > mostIndices {
			return nil, py.NewExc(py.MemoryError)
		}
		if name == "combinations" && r > len(pool) {
			return &choice{pool: pool, r: r, done: true}, nil
		}
		if r > most {
			return nil, py.NewExc(py.MemoryError)
		}
		c := &choice{pool: pool, r: r, indices: make([]int, r)}
		if name == "combinations" {
			for i := range c.indices {
				c.indices[i] = i
			}
		} else {
			c.done = len(pool) == 0 && r > 0
		}
		return c, nil
	}
}

func nextCombination(_ *py.Thread, c *choice) (py.Object, error) {
	if c.done {
		return nil, nil
	}
	if !c.begun {
		c.begun = true
		return c.current(), nil
	}
	i := c.r - 1
	for i >= 0 && c.indices[i] == i+len(c.pool)-c.r {
		i--
	}
	if i < 0 {
		c.done = true
		return nil, nil
	}
	c.indices[i]++
	for j := i + 1; j < c.r; j++ {
		c.indices[j] = c.indices[j-1] + 1
	}
	return c.current(), nil
}

func nextWithReplacement(_ *py.Thread, c *choice) (py.Object, error) {
	if c.done {
		return nil, nil
	}
	if !c.begun {
		c.begun = true
		return c.current(), nil
	}
	i := c.r - 1
	for i >= 0 && c.indices[i] == len(c.pool)-1 {
		i--
	}
	if i < 0 {
		c.done = true
		return nil, nil
	}
	next := c.indices[i] + 1
	for ; i < c.r; i++ {
		c.indices[i] = next
	}
	return c.current(), nil
}
