package lzma

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"hash/crc32"
)

const (
	xzMagic    = "\xfd7zXZ\x00"
	xzEnd      = "YZ"
	streamHead = 12
)

// A block is what is known of a block of a stream, or written in its index.
type block struct {
	packed, unpacked uint64 // without padding; packed with the head and the check
}

// xzState is where a reader is in a stream of format xz.
type xzState struct {
	flags   byte
	block   block
	head    int
	claimed block // sizes that the block's head has; unknownSize: none
	check   check
	count   uint64
	records hash.Hash // of the blocks, as the index has them
	index   indexState
}

type indexState struct {
	size    uint64
	left    uint64
	records hash.Hash
	crc     hash.Hash32
}

func (r *reader) xzHeader() (bool, error) {
	if len(r.in) < streamHead {
		return false, nil
	}
	data := r.take(streamHead)
	if string(data[:len(xzMagic)]) != xzMagic {
		return false, errFormat
	}
	if !bytes.Equal(crcBytes(data[6:8]), data[8:]) {
		return false, errData
	}
	if data[6] != 0 || data[7] > checkMax {
		return false, errOptions
	}
	r.xz = xzState{flags: data[7], records: sha256.New()}
	r.checkID = int(data[7])
	r.next = r.xzBlock
	return true, nil
}

// xzBlock reads a block's head, or goes on to the index.
func (r *reader) xzBlock() (bool, error) {
	if len(r.in) == 0 {
		return false, nil
	}
	if r.in[0] == 0 {
		r.take(1)
		r.xz.index = indexState{size: 1, records: sha256.New(), crc: crc32.NewIEEE()}
		_, _ = r.xz.index.crc.Write([]byte{0})
		r.next = r.indexCount
		return true, nil
	}
	n := (int(r.in[0]) + 1) * 4
	if len(r.in) < n {
		return false, nil
	}
	data := r.take(n)
	if !bytes.Equal(crcBytes(data[:n-4]), data[n-4:]) {
		return false, errData
	}
	return true, r.readHead(data[1:n-4], n)
}

func (r *reader) readHead(data []byte, size int) error {
	flags := data[0]
	data = data[1:]
	if flags&0x3c != 0 {
		return errOptions
	}
	r.xz.claimed = block{unknownSize, unknownSize}
	for i, to := range []*uint64{&r.xz.claimed.packed, &r.xz.claimed.unpacked} {
		if flags>>(6+i)&1 == 0 {
			continue
		}
		v, n, err := varint(data)
		if err != nil || n == 0 {
			return errData
		}
		*to, data = v, data[n:]
	}
	c, rest, err := readChain(data, int(flags&3)+1)
	if err != nil {
		return err
	}
	for _, b := range rest {
		if b != 0 {
			return errOptions
		}
	}
	if err := r.fits(c.dict); err != nil {
		return err
	}
	r.addDeltas(c)
	r.lzma2 = newLZMA2(c.dict)
	r.xz.block, r.xz.head, r.xz.check = block{}, size, newCheck(int(r.xz.flags))
	r.next = r.xzChunk
	return nil
}

func (r *reader) xzChunk() (bool, error) {
	used, end, err := r.decodeChunk()
	b := &r.xz.block
	b.packed += uint64(used)
	if err == nil && (b.packed > r.xz.claimed.packed || b.unpacked > r.xz.claimed.unpacked) {
		err = errData
	}
	if end {
		r.next = r.xzBlockEnd
	}
	return used > 0, err
}

// xzBlockEnd reads a block's padding and its check.
func (r *reader) xzBlockEnd() (bool, error) {
	b, c := &r.xz.block, &r.xz.claimed
	if c.packed != unknownSize && c.packed != b.packed || c.unpacked != unknownSize && c.unpacked != b.unpacked {
		return false, errData
	}
	padding := int(-b.packed & 3)
	size := checkSizes[r.xz.flags]
	if len(r.in) < padding+size {
		return false, nil
	}
	data := r.take(padding + size)
	for _, p := range data[:padding] {
		if p != 0 {
			return false, errData
		}
	}
	if sum := r.xz.check.sum(); sum != nil && !bytes.Equal(sum, data[padding:]) {
		return false, errData
	}
	b.packed += uint64(r.xz.head + size)
	r.xz.count++
	_, _ = r.xz.records.Write(b.record())
	r.lzma2, r.xz.check = nil, check{}
	r.next = r.xzBlock
	return true, nil
}

// record is a block in an index.
func (b block) record() []byte {
	return binary.AppendUvarint(binary.AppendUvarint(nil, b.packed), b.unpacked)
}

func (r *reader) indexVarint() (v uint64, n int, err error) {
	v, n, err = varint(r.in[:min(len(r.in), 10)])
	_, _ = r.xz.index.crc.Write(r.take(n))
	r.xz.index.size += uint64(n)
	return v, n, err
}

func (r *reader) indexCount() (bool, error) {
	v, n, err := r.indexVarint()
	if err != nil || n == 0 {
		return false, err
	}
	if v != r.xz.count {
		return false, errData
	}
	r.xz.index.left = 2 * v
	r.next = r.indexRecords
	return true, nil
}

func (r *reader) indexRecords() (bool, error) {
	i := &r.xz.index
	if i.left > 0 {
		v, n, err := r.indexVarint()
		if err != nil || n == 0 {
			return false, err
		}
		_, _ = i.records.Write(binary.AppendUvarint(nil, v))
		i.left--
		return true, nil
	}
	padding := int(-i.size & 3)
	if len(r.in) < padding+4 {
		return false, nil
	}
	data := r.take(padding + 4)
	_, _ = i.crc.Write(data[:padding])
	i.size += uint64(padding) + 4
	if !bytes.Equal(i.records.Sum(nil), r.xz.records.Sum(nil)) || !bytes.Equal(make([]byte, padding), data[:padding]) ||
		binary.LittleEndian.Uint32(data[padding:]) != i.crc.Sum32() {
		return false, errData
	}
	r.next = r.xzFooter
	return true, nil
}

func (r *reader) xzFooter() (bool, error) {
	if len(r.in) < streamHead {
		return false, nil
	}
	data := r.take(streamHead)
	if string(data[10:]) != xzEnd || !bytes.Equal(crcBytes(data[4:10]), data[:4]) ||
		(uint64(binary.LittleEndian.Uint32(data[4:]))+1)*4 != r.xz.index.size || data[8] != 0 || data[9] != r.xz.flags {
		return false, errData
	}
	r.finish()
	return true, nil
}
