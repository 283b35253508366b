package io

import "github.com/elide-dev/elided/internal/lang/python/py"

// lineEnds are the ends of lines that a file has had, which its attribute newlines says.
type lineEnds uint8

const (
	endCR lineEnds = 1 << iota
	endLF
	endCRLF
)

// note adds those of what was read. A \r at the end may be the first half of one.
func (e *lineEnds) note(data []byte) {
	for i := 0; i < len(data) && *e != endCR|endLF|endCRLF; i++ {
		switch {
		case data[i] == '\n':
			*e |= endLF
		case data[i] != '\r':
		case i+1 < len(data) && data[i+1] == '\n':
			*e |= endCRLF
			i++
		default:
			*e |= endCR
		}
	}
}

// object is None, one end or a tuple.
func (e lineEnds) object() py.Object {
	var list []py.Object
	for i, s := range []string{"\r", "\n", "\r\n"} {
		if e&(1<<i) != 0 {
			list = append(list, py.NewStr(s))
		}
	}
	switch len(list) {
	case 0:
		return py.None
	case 1:
		return list[0]
	}
	return py.NewTuple(list...)
}
