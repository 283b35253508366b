package structs

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A layout is a format that was read.
type layout struct {
	text   string
	native bool // sizes and places are the machine's own
	order  binary.ByteOrder
	items  []item
	size   int
	count  int // values that it takes
}

// An item is a code of a format, with how often it is there. Of s and p, which are one
// value each, repeat is how many bytes they have.
type item struct {
	code   byte
	size   int // bytes of one
	repeat int
	at     int
}

// maxSize bounds what a format may need, in bytes.
const maxSize = 1 << 30

// Sizes of codes where the order is said, and where it is the machine's own, which also
// aligns.
var (
	standardSizes = map[byte]int{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
	nativeSizes   = map[byte]int{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'P': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
)

func failure(format string, args ...any) error { return py.Raise(errorClass(), format, args...) }

// readLayout reads a format.
func readLayout(text string) (*layout, error) {
	l := &layout{text: text, order: binary.LittleEndian}
	sizes, align := nativeSizes, true
	if text != "" && strings.IndexByte("@=<>!", text[0]) >= 0 {
		if text[0] != '@' {
			sizes, align = standardSizes, false
		}
		if text[0] == '>' || text[0] == '!' {
			l.order = binary.BigEndian
		}
		text = text[1:]
	}
	l.native = align
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(" \t\n\v\f\r", text[i]) >= 0 {
			continue
		}
		repeat, digits := 1, i
		for ; i < len(text) && text[i] >= '0' && text[i] <= '9'; i++ {
			if i == digits {
				repeat = 0
			}
			digit := int(text[i] - '0')
			if repeat > (math.MaxInt64-digit)/10 {
				return nil, failure("total struct size too long")
			}
			repeat = repeat*10 + digit
		}
		if i == len(text) {
			return nil, failure("repeat count given without format specifier")
		}
		if err := l.add(text[i], repeat, sizes, align); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *layout) add(code byte, repeat int, sizes map[byte]int, align bool) error {
	size := sizes[code]
	if code == 0 {
		return failure("embedded null character")
	}
	if size == 0 {
		return failure("bad char in struct format")
	}
	if align {
		l.size = (l.size + size - 1) / size * size
	}
	if repeat > (maxSize-l.size)/size {
		return failure("total struct size too long")
	}
	switch {
	case code == 'x':
	case code == 's' || code == 'p':
		l.items = append(l.items, item{code, size, repeat, l.size})
		l.count++
	case repeat > 0:
		l.items = append(l.items, item{code, size, repeat, l.size})
		l.count += repeat
	}
	l.size += size * repeat
	return nil
}

// unpack reads values from b, which has the layout's size.
func (l *layout) unpack(b string) []py.Object {
	values := make([]py.Object, 0, l.count)
	for _, it := range l.items {
		at := it.at
		switch it.code {
		case 's':
			values = append(values, py.NewBytes(strings.Clone(b[at:at+it.repeat])))
		case 'p':
			n := 0
			if it.repeat > 0 {
				n = min(int(b[at]), it.repeat-1)
				at++
			}
			values = append(values, py.NewBytes(strings.Clone(b[at:at+n])))
		default:
			for range it.repeat {
				values = append(values, l.value(it, b[at:at+it.size]))
				at += it.size
			}
		}
	}
	return values
}

// bits reads an unsigned number.
func (l *layout) bits(b string) uint64 {
	var word [8]byte
	if l.order == binary.ByteOrder(binary.BigEndian) {
		copy(word[8-len(b):], b)
		return binary.BigEndian.Uint64(word[:])
	}
	copy(word[:], b)
	return binary.LittleEndian.Uint64(word[:])
}

func (l *layout) value(it item, b string) py.Object {
	if it.code == 'c' {
		return py.NewBytes(strings.Clone(b))
	}
	v := l.bits(b)
	switch it.code {
	case '?':
		return py.Of(v != 0)
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*it.size
		return py.MakeInt(int64(v<<shift) >> shift)
	case 'e':
		return py.Float(fromHalf(uint16(v)))
	case 'f':
		return py.Float(math.Float32frombits(uint32(v)))
	case 'd':
		return py.Float(math.Float64frombits(v))
	}
	return unsigned(v)
}

// fromHalf is the value of a float of 16 bits.
func fromHalf(h uint16) float64 {
	sign := 1.0
	if h>>15 != 0 {
		sign = -1
	}
	exp, m := int(h>>10&0x1f), float64(h&0x3ff)
	switch exp {
	case 0:
		return sign * math.Ldexp(m, -24)
	case 0x1f:
		if m != 0 {
			return math.Copysign(elementary.NaN(), sign)
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(1024+m, exp-25)
}
