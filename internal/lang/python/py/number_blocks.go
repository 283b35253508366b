package py

import "unsafe"

// numberBlock is how many numbers have their memory together, which is taken for all of them
// at once: that is what most of a number's price is. A program that keeps one of each
// block has the whole of it, 64 bytes.
const numberBlock = 8

// numberBlocks are where the machine's results are to be, of which the first ones are in use.
type numberBlocks struct {
	ints   *[numberBlock]Int
	floats *[numberBlock]Float
	// How many are left in each.
	intsLeft, floatsLeft uint
}

// makeInt is MakeInt.
func (t *Thread) makeInt(v Int) Object {
	if i := uint64(v - smallest); i < uint64(len(smallInts)) {
		return smallInts[i]
	}
	b := &t.numbers
	if b.intsLeft == 0 {
		b.ints, b.intsLeft = new([numberBlock]Int), numberBlock
	}
	b.intsLeft--
	p := &b.ints[b.intsLeft%numberBlock]
	*p = v
	return boxed(intType, unsafe.Pointer(p))
}

// makeFloat is an Object of a float.
func (t *Thread) makeFloat(v Float) Object {
	b := &t.numbers
	if b.floatsLeft == 0 {
		b.floats, b.floatsLeft = new([numberBlock]Float), numberBlock
	}
	b.floatsLeft--
	p := &b.floats[b.floatsLeft%numberBlock]
	*p = v
	return boxed(floatType, unsafe.Pointer(p))
}

// What an Object that is an Int or a Float begins with.
var (
	intType   = typeWord(Int(0))
	floatType = typeWord(Float(0))
)

func typeWord(x Object) unsafe.Pointer { return (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[0] }

// boxed is an Object of a type whose value is at p, as boxOf sees it.
func boxed(word, p unsafe.Pointer) (x Object) {
	*(*[2]unsafe.Pointer)(unsafe.Pointer(&x)) = [2]unsafe.Pointer{word, p}
	return x
}
