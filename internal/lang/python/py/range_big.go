package py

import "math/big"

// A bigRange is a range whose bounds, or their difference, don't fit into 64 bits.
type bigRange struct{ start, stop, step *big.Int }

// Class returns the class range.
func (*bigRange) Class() *Class { return RangeClass }

// A bigRangeIterator has left values to give.
type bigRangeIterator struct{ next, step, left *big.Int }

var bigRangeIteratorClass = newNative("longrange_iterator")

// Class returns the class longrange_iterator.
func (*bigRangeIterator) Class() *Class { return bigRangeIteratorClass }

func setupBigRanges() {
	bigRangeIteratorClass.Sealed = true
	bigRangeIteratorClass.Slots.Next = func(_ *Thread, o Object) (Object, error) { return o.(*bigRangeIterator).Next(), nil }
}

// Next is the next number, or nil.
func (it *bigRangeIterator) Next() Object {
	if it.left.Sign() <= 0 {
		return nil
	}
	v := fromBig(it.next)
	it.next.Add(it.next, it.step)
	it.left.Sub(it.left, big.NewInt(1))
	return v
}

func newBigRange(start, stop, step *big.Int) *bigRange { return &bigRange{start, stop, step} }

// newRangeOf is a range of bounds of any size.
func newRangeOf(start, stop, step *big.Int) Object {
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() {
		a, b, c := start.Int64(), stop.Int64(), step.Int64()
		if inHalf(Int(a)) && inHalf(Int(b)) && c != -1<<63 {
			return makeRange(a, b, c)
		}
	}
	return newBigRange(start, stop, step)
}

// bounds is a range of either kind as a bigRange.
func bounds(o Object) *bigRange {
	if b, ok := o.(*bigRange); ok {
		return b
	}
	r := o.(*Range)
	return &bigRange{big.NewInt(r.Start), big.NewInt(r.Stop), big.NewInt(r.Step)}
}

// length is how many values there are.
func (b *bigRange) length() *big.Int {
	from, to, step := b.start, b.stop, b.step
	if step.Sign() < 0 {
		from, to, step = to, from, new(big.Int).Neg(step)
	}
	if from.Cmp(to) >= 0 {
		return new(big.Int)
	}
	n := new(big.Int).Sub(to, from)
	n.Sub(n, big.NewInt(1))
	n.Quo(n, step)
	return n.Add(n, big.NewInt(1))
}

func (b *bigRange) repr() string {
	text := "range(" + b.start.String() + ", " + b.stop.String()
	if b.step.Cmp(big.NewInt(1)) != 0 {
		text += ", " + b.step.String()
	}
	return text + ")"
}

func (b *bigRange) iter(reversed bool) Object {
	n := b.length()
	it := &bigRangeIterator{new(big.Int).Set(b.start), b.step, n}
	after := b.stop
	if reversed {
		last := new(big.Int).Sub(n, big.NewInt(1))
		last.Mul(last, b.step)
		it.next, it.step = last.Add(last, b.start), new(big.Int).Neg(b.step)
		after = new(big.Int).Sub(b.start, b.step)
	}
	if b.start.IsInt64() && b.stop.IsInt64() && b.step.IsInt64() && it.step.IsInt64() && n.IsInt64() && (n.Sign() == 0 && !reversed || counts(after, b.step, reversed)) {
		return &rangeIterator{it.next.Int64(), it.step.Int64(), n.Int64()}
	}
	return it
}

// counts reports whether CPython counts in machine words up to what is after the last
// number: one step further must not overflow.
func counts(after, step *big.Int, reversed bool) bool {
	if !reversed {
		after = new(big.Int).Add(after, step)
		after.Sub(after, big.NewInt(int64(step.Sign())))
	}
	return after.IsInt64()
}

// at is the number at a place.
func (b *bigRange) at(i *big.Int) (Object, error) {
	n := b.length()
	if i.Sign() < 0 {
		i = new(big.Int).Add(i, n)
	}
	if i.Sign() < 0 || i.Cmp(n) >= 0 {
		return nil, Raise(IndexError, "range object index out of range")
	}
	v := new(big.Int).Mul(i, b.step)
	return MakeBig(v.Add(v, b.start)), nil
}
