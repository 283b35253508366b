package lzma

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"sync"
)

// The checks' numbers.
const (
	checkNone   = 0
	checkCRC32  = 1
	checkCRC64  = 4
	checkSHA256 = 10
	checkMax    = 15
)

var crc64Table = sync.OnceValue(func() *crc64.Table { return crc64.MakeTable(crc64.ECMA) })

// checkSizes are how many bytes each check has, known or not.
var checkSizes = [checkMax + 1]int{0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64}

// A check sums up a block's data.
type check struct {
	id   int
	hash hash.Hash
}

func newCheck(id int) check {
	switch id {
	case checkCRC32:
		return check{id, crc32.NewIEEE()}
	case checkCRC64:
		return check{id, crc64.New(crc64Table())}
	case checkSHA256:
		return check{id, sha256.New()}
	}
	return check{id: id}
}

func (c check) write(data []byte) {
	if c.hash != nil {
		_, _ = c.hash.Write(data) // never fails
	}
}

// sum is the sum as streams have it: the lowest byte of a CRC first.
func (c check) sum() []byte {
	switch c.id {
	case checkCRC32:
		return binary.LittleEndian.AppendUint32(nil, c.hash.(hash.Hash32).Sum32())
	case checkCRC64:
		return binary.LittleEndian.AppendUint64(nil, c.hash.(hash.Hash64).Sum64())
	case checkSHA256:
		return c.hash.Sum(nil)
	}
	return nil
}

func crcBytes(data []byte) []byte {
	return binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(data))
}
