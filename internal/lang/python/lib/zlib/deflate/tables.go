package deflate

// The alphabets of RFC 1951.
const (
	literals  = 256 // and the end of a block
	lengths   = 29
	symbols   = literals + 1 + lengths
	distances = 30
	bitCodes  = 19
	maxBits   = 15
	endBlock  = 256
)

var (
	extraLength   = [lengths]uint{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	extraDistance = [distances]uint{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	extraBitCode  = [bitCodes]uint{16: 2, 17: 3, 18: 7}
	// bitOrder is the order in which the lengths of the codes for lengths are written.
	bitOrder = [bitCodes]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// A fixedTables is what follows from the above.
type fixedTables struct {
	baseLength   [lengths]int
	baseDistance [distances]int
	lengthCode   [maxMatch - minMatch + 1]uint8
	distanceCode [512]uint8 // of distances below 257, then of their upper bits
	literal      [symbols + 2]code
	distance     [distances]code
}

// A code is a symbol's bits, the first in the lowest place, and how many.
type code struct{ bits, n uint16 }

// newFixedTables computes the tables.
func newFixedTables() *fixedTables {
	t := &fixedTables{}
	length := 0
	for c := range lengths - 1 {
		t.baseLength[c] = length
		for range 1 << extraLength[c] {
			t.lengthCode[length] = uint8(c)
			length++
		}
	}
	t.lengthCode[length-1] = lengths - 1 // 258 has a code of its own
	distance := 0
	for c := range distances {
		t.baseDistance[c] = distance
		n := 1 << extraDistance[c]
		for i := range n {
			if d := distance + i; d < 256 {
				t.distanceCode[d] = uint8(c)
			} else if d&127 == 0 {
				t.distanceCode[256+d>>7] = uint8(c)
			}
		}
		distance += n
	}
	for i := range t.literal {
		switch {
		case i < 144, i > 279:
			t.literal[i].n = 8
		case i < 256:
			t.literal[i].n = 9
		default:
			t.literal[i].n = 7
		}
	}
	assign(t.literal[:])
	for i := range t.distance {
		t.distance[i] = code{reverse(uint16(i), 5), 5}
	}
	return t
}

// ofDistance is the code of a distance, less one.
func (t *fixedTables) ofDistance(d int) uint8 {
	if d < 256 {
		return t.distanceCode[d]
	}
	return t.distanceCode[256+d>>7]
}

// assign gives symbols their codes, which follow from how long they are.
func assign(codes []code) {
	var count, next [maxBits + 1]uint16
	for _, c := range codes {
		if c.n > 0 {
			count[c.n]++
		}
	}
	for n := 1; n <= maxBits; n++ {
		next[n] = (next[n-1] + count[n-1]) << 1
	}
	for i := range codes {
		if n := codes[i].n; n > 0 {
			codes[i].bits = reverse(next[n], n)
			next[n]++
		}
	}
}

func reverse(bits, n uint16) (r uint16) {
	for range n {
		r = r<<1 | bits&1
		bits >>= 1
	}
	return r
}
