package lzma

import (
	"encoding/binary"
)

// chunkHead is how long the head of a compressed chunk may be.
const chunkHead = 6

// An lzma2 decodes chunks: compressed ones, and such that couldn't be.
type lzma2 struct {
	decoder
	needDict, needProps, needState bool
	fresh                          int // bytes of the last chunk, at the window's end
}

func newLZMA2(dict int) *lzma2 {
	return &lzma2{decoder: decoder{dict: dict}, needDict: true, needProps: true, needState: true}
}

// chunk decodes the chunk that data begins with: how many bytes it took, nothing if it isn't
// whole yet, and whether it was the mark of the end.
func (l *lzma2) chunk(data []byte) (used int, end bool, err error) {
	if len(data) == 0 {
		return 0, false, nil
	}
	control := data[0]
	switch {
	case control == 0:
		return 1, true, nil
	case control < 3:
		used, err = l.stored(control, data)
		return used, false, err
	case control < 0x80:
		return 0, false, errData
	}
	used, err = l.compressed(control, data)
	return used, false, err
}

func (l *lzma2) resetDict() {
	l.window, l.total, l.needDict = l.window[:0], 0, false
}

func (l *lzma2) stored(control byte, data []byte) (int, error) {
	if control == 2 && l.needDict {
		return 0, errData
	}
	if len(data) < 3 {
		return 0, nil
	}
	n := int(binary.BigEndian.Uint16(data[1:])) + 1
	if len(data) < 3+n {
		return 0, nil
	}
	if control == 1 {
		l.resetDict()
	}
	l.window = append(l.window, data[3:3+n]...)
	l.total += uint64(n)
	l.fresh = n
	return 3 + n, nil
}

func (l *lzma2) compressed(control byte, data []byte) (int, error) {
	resets := control >> 5 & 3
	if l.needDict && resets < 3 || l.needProps && resets < 2 || l.needState && resets < 1 {
		return 0, errData
	}
	head := chunkHead
	if resets < 2 {
		head--
	}
	if len(data) < head {
		return 0, nil
	}
	size := int(control&31)<<16 + int(binary.BigEndian.Uint16(data[1:])) + 1
	packed := int(binary.BigEndian.Uint16(data[3:])) + 1
	if len(data) < head+packed {
		return 0, nil
	}
	p := l.props
	if resets >= 2 {
		var ok bool
		if p, ok = propsOf(data[5]); !ok || p.lc+p.lp > 4 {
			return 0, errData
		}
	}
	if resets == 3 {
		l.resetDict()
	}
	if resets > 0 {
		l.reset(p)
		l.needProps, l.needState = false, false
	}
	if packed < 5 {
		return 0, errData
	}
	l.in, l.pos = data[head:head+packed], 0
	if err := l.start(); err != nil {
		return 0, err
	}
	before := l.total
	if err := l.symbols(size, uint64(size)); err != nil {
		return 0, err
	}
	l.normalize()
	if l.total-before != uint64(size) || l.ended || l.short || l.pos != packed || l.code != 0 {
		return 0, errData
	}
	l.fresh = size
	return head + packed, nil
}
