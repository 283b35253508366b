package py

import "slices"

// maxDimensions is how many a view may have.
const maxDimensions = 64

// dimensions are how many items there are in each: those of a view that was cast to a shape
// lie one after the other.
func (v *MemoryView) dimensions() []int {
	if v.shape == nil {
		return []int{v.n}
	}
	return v.shape
}

// strides are how many bytes apart the items of each dimension are.
func (v *MemoryView) strides() []int {
	if v.shape == nil {
		return []int{v.step}
	}
	by := make([]int, len(v.shape))
	next := v.size
	for i, n := range slices.Backward(v.shape) {
		by[i] = next
		next *= n
	}
	return by
}

func intTuple(list []int) Object {
	items := make([]Object, len(list))
	for i, n := range list {
		items[i] = MakeInt(int64(n))
	}
	return NewTuple(items...)
}

// columns reports whether the items also lie as Fortran would have them.
func (v *MemoryView) columns() bool {
	wide := 0
	for _, n := range v.shape {
		if n > 1 {
			wide++
		}
	}
	return v.step == v.size && wide <= 1
}

// castShape are the dimensions that cast is given for n items.
func (t *Thread) castShape(x Object, n int) ([]int, error) {
	items, ok := listOrTuple(x)
	if !ok {
		return nil, Raise(TypeError, "shape must be a list or a tuple")
	}
	if len(items) > maxDimensions {
		return nil, Raise(ValueError, "memoryview: number of dimensions must not exceed 64")
	}
	shape, product := make([]int, len(items)), 1
	for i, item := range items {
		k, ok := asInt(Native(item)).(Int)
		if _, big := Native(item).(*BigInt); big {
			return nil, Raise(OverflowError, "Python int too large to convert to C ssize_t")
		}
		if !ok {
			return nil, Raise(TypeError, "memoryview.cast(): elements of shape must be integers")
		}
		if k <= 0 {
			return nil, Raise(ValueError, "memoryview.cast(): elements of shape must be integers > 0")
		}
		if shape[i] = int(k); product <= n {
			product *= min(shape[i], n+1)
		}
	}
	if product != n {
		return nil, Raise(TypeError, "memoryview: product(shape) * itemsize != buffer size")
	}
	if len(shape) == 1 {
		return nil, nil
	}
	return shape, nil
}

func listOrTuple(x Object) ([]Object, bool) {
	switch s := Native(x).(type) {
	case *List:
		return s.Items, true
	case *Tuple:
		return s.Items, true
	}
	return nil, false
}

// placeOf is where in the base the item of a tuple of indexes is, one for each dimension.
func (v *MemoryView) placeOf(t *Thread, key *Tuple) (int, error) {
	dims := v.dimensions()
	at := v.start
	strides := v.strides()
	if len(dims) == 0 && len(key.Items) > 0 {
		return 0, v.subView(key)
	}
	if len(key.Items) < len(dims) && allIndexes(key) {
		return 0, Raise(NotImplementedError, "sub-views are not implemented")
	}
	if len(key.Items) > len(dims) && allIndexes(key) {
		return 0, Raise(TypeError, "cannot index %d-dimension view with %d-element tuple", len(dims), len(key.Items))
	}
	isSlice := func(k Object) bool { _, ok := k.(*Slice); return ok }
	if len(key.Items) > 0 && !slices.ContainsFunc(key.Items, func(k Object) bool { return !isSlice(k) }) {
		return 0, Raise(NotImplementedError, "multi-dimensional slicing is not implemented")
	}
	if !allIndexes(key) {
		return 0, Raise(TypeError, "memoryview: invalid slice key")
	}
	for d, k := range key.Items {
		i, err := t.textIndex(k, "memoryview: invalid slice key")
		if err != nil {
			return 0, err
		}
		if i < 0 {
			i += dims[d]
		}
		if i < 0 || i >= dims[d] {
			return 0, Raise(IndexError, "index out of bounds on dimension %d", d+1)
		}
		at += i * strides[d]
	}
	return at, v.usable()
}

func allIndexes(key *Tuple) bool {
	return !slices.ContainsFunc(key.Items, func(k Object) bool { return !hasIndex(k) })
}

// rows is the part of a view that a slice of its first dimension is; the rows are next to each
// other.
func (v *MemoryView) rows(t *Thread, sl *Slice) (*MemoryView, error) {
	if len(v.shape) == 0 {
		return nil, v.subView(sl)
	}
	start, step, n, err := t.sliceBounds(sl, v.shape[0])
	if err != nil {
		return nil, err
	}
	if step != 1 && n > 1 {
		return nil, Raise(NotImplementedError, "multi-dimensional slicing is not implemented")
	}
	part := v.copied()
	part.shape = slices.Clone(v.shape)
	part.shape[0], part.n = n, n
	for _, k := range v.shape[1:] {
		part.n *= k
	}
	if n > 0 {
		part.start += start * v.strides()[0]
	}
	return part, v.usable()
}

// subView is why a view of several dimensions has no item of a key that isn't a tuple.
func (v *MemoryView) subView(key Object) error {
	switch {
	case len(v.shape) == 0:
		return Raise(TypeError, "invalid indexing of 0-dim memory")
	case hasIndex(key):
		return Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
	}
	return Raise(TypeError, "memoryview: invalid slice key")
}

// numberOfLists is how many lists nested makes.
func numberOfLists(shape []int) int {
	total, lists := 0, 1
	for _, n := range shape {
		total += lists
		lists *= n
	}
	return total
}

// nested is a list of the dimension's lists, down to the items.
func (t *Thread) nested(items []Object, shape []int) (Object, error) {
	if len(shape) == 0 {
		return items[0], nil
	}
	if len(shape) == 1 || shape[0] == 0 {
		return NewList(items...), nil
	}
	part := len(items) / shape[0]
	list := make([]Object, shape[0])
	for i := range list {
		if t.ending() {
			return nil, ErrStopped
		}
		x, err := t.nested(items[i*part:(i+1)*part:(i+1)*part], shape[1:])
		if err != nil {
			return nil, err
		}
		list[i] = x
	}
	return NewList(list...), nil
}

// byColumns are the bytes with the items in Fortran's order, in which the first index
// changes the most often.
func (v *MemoryView) byColumns(t *Thread) (Object, error) {
	all, _ := bytesLike(v.base)
	dims, strides := v.dimensions(), v.strides()
	index, at := make([]int, len(dims)), v.start
	b := make([]byte, 0, v.n*v.size)
	for range v.n {
		if t.ending() {
			return nil, ErrStopped
		}
		b = append(b, all[at:at+v.size]...)
		for d := range dims {
			at += strides[d]
			if index[d]++; index[d] < dims[d] {
				break
			}
			at -= dims[d] * strides[d]
			index[d] = 0
		}
	}
	return bytesObject(string(b)), nil
}
