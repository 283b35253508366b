package lzma

import "encoding/binary"

// The filters' numbers, as streams have them.
const (
	filterLZMA1 = 0x4000000000000001
	filterLZMA2 = 0x21
	filterDelta = 0x03
)

// mostDict is how large a dictionary may be, in bytes. It grows with what is decoded, whatever a
// stream's header asks for.
const mostDict = 1 << 28

const (
	errOptions = failure("Invalid or unsupported options")
	errMemory  = failure("Memory usage limit exceeded")
	errFormat  = failure("Input format not supported by decoder")
)

// A chain is what a stream's filters are: LZMA1 or LZMA2 at last, deltas before.
type chain struct {
	props
	dict   int
	lzma1  bool
	deltas []int // distances
	depth  int   // how many places are looked at for a match, of a compressor
}

// dictOf is the size of the byte that LZMA2's filter has for it.
func dictOf(b byte) (int, error) {
	if b > 40 {
		return 0, errOptions
	}
	if b == 40 {
		return 1<<32 - 1, nil
	}
	return (2 | int(b&1)) << (b/2 + 11), nil
}

// dictByte is the byte for the least size that isn't below n.
func dictByte(n int) byte {
	for b := byte(0); b < 40; b++ {
		if size, _ := dictOf(b); size >= n {
			return b
		}
	}
	return 40
}

// varint reads a number of seven bits a byte; used is 0 where it isn't whole.
func varint(data []byte) (v uint64, used int, err error) {
	for i, b := range data {
		if i == 9 || b == 0 && i > 0 {
			return 0, 0, errData
		}
		v |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return v, i + 1, nil
		}
	}
	if len(data) >= 9 {
		return 0, 0, errData
	}
	return 0, 0, nil
}

// readChain reads the filters of a block's header.
func readChain(data []byte, count int) (c chain, rest []byte, err error) {
	for i := range count {
		id, n, err := varint(data)
		if err != nil || n == 0 {
			return c, nil, errData
		}
		size, m, err := varint(data[n:])
		if err != nil || m == 0 || size > uint64(len(data)-n-m) {
			return c, nil, errData
		}
		own := data[n+m : n+m+int(size)]
		data = data[n+m+int(size):]
		last := i == count-1
		switch {
		case id == filterDelta && len(own) == 1 && !last:
			c.deltas = append(c.deltas, int(own[0])+1)
		case id == filterLZMA2 && len(own) == 1 && last:
			if c.dict, err = dictOf(own[0]); err != nil {
				return c, nil, err
			}
		default:
			return c, nil, errOptions
		}
	}
	return c, data, nil
}

// A delta is how much bytes differ from those some places before.
type delta struct {
	before []byte
	at     int
}

func newDelta(distance int) *delta { return &delta{before: make([]byte, distance)} }

func (d *delta) decode(data []byte) {
	for i := range data {
		data[i] += d.before[d.at]
		d.step(data[i])
	}
}

func (d *delta) encode(data []byte) {
	for i, b := range data {
		data[i] -= d.before[d.at]
		d.step(b)
	}
}

func (d *delta) step(b byte) {
	d.before[d.at] = b
	if d.at++; d.at == len(d.before) {
		d.at = 0
	}
}

// propsBytes are LZMA1's properties: five bytes.
func (c chain) propsBytes() []byte {
	return binary.LittleEndian.AppendUint32([]byte{c.props.byte()}, uint32(c.dict))
}
