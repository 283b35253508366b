package machine

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A folding is how case is ignored.
type folding uint8

const (
	noFolding folding = iota
	asciiFolding
	unicodeFolding
)

// foldingOf is the folding that flags ask for. The locale's letters are ASCII's.
func foldingOf(f syntax.Flags) folding {
	switch {
	case f&syntax.IgnoreCase == 0:
		return noFolding
	case f&syntax.Unicode != 0:
		return unicodeFolding
	}
	return asciiFolding
}

func (f folding) lower(r rune) rune {
	switch {
	case f == noFolding:
		return r
	case r < 128:
		if r >= 'A' && r <= 'Z' {
			return r + 32
		}
		return r
	case f == asciiFolding:
		return r
	}
	return py.SimpleLower(r)
}

func toUpper(r rune) rune { return py.SimpleUpper(r) }

// alike are characters that are the same when case is ignored, though it isn't because
// one is the other's lower case.
var alike = [...][]rune{
	{0x69, 0x131}, {0x73, 0x17f}, {0xb5, 0x3bc}, {0x345, 0x3b9, 0x1fbe}, {0x390, 0x1fd3}, {0x3b0, 0x1fe3},
	{0x3b2, 0x3d0}, {0x3b5, 0x3f5}, {0x3b8, 0x3d1}, {0x3ba, 0x3f0}, {0x3c0, 0x3d6}, {0x3c1, 0x3f1},
	{0x3c2, 0x3c3}, {0x3c6, 0x3d5}, {0x432, 0x1c80}, {0x434, 0x1c81}, {0x43e, 0x1c82}, {0x441, 0x1c83},
	{0x442, 0x1c84, 0x1c85}, {0x44a, 0x1c86}, {0x463, 0x1c87}, {0x1c88, 0xa64b}, {0x1e61, 0x1e9b}, {0xfb05, 0xfb06},
}

// foldsTo are those alike to a character in lower case.
func foldsTo(r rune) []rune {
	for _, list := range alike {
		for _, x := range list {
			if x == r {
				return list
			}
		}
	}
	return nil
}

// A casedChar is a character of 16 bits, and others that a set with it has when it
// ignores case.
type casedChar struct {
	char rune
	same []rune
}

// cased are the characters that have others, in order.
var cased = sync.OnceValue(func() []casedChar {
	var list []casedChar
	for r := rune(0); r <= 0xffff; r++ {
		lo := unicodeFolding.lower(r)
		same := foldsTo(lo)
		if lo != r {
			same = append([]rune{lo}, same...)
		}
		if len(same) > 0 {
			list = append(list, casedChar{r, same})
		}
	}
	return list
})

// kindOf is a category's test, for flags.
func kindOf(c syntax.Category, f syntax.Flags) func(rune) bool {
	wide := f&syntax.Unicode != 0
	tests := [...]func(rune) bool{asciiDigit, asciiSpace, asciiWord}
	if wide {
		tests = [...]func(rune) bool{py.IsDecimal, py.IsSpace, isWord}
	}
	test := tests[(c-syntax.Digit)/2]
	if (c-syntax.Digit)%2 == 0 {
		return test
	}
	return func(r rune) bool { return !test(r) }
}

func asciiDigit(r rune) bool { return r >= '0' && r <= '9' }
func asciiSpace(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }
func asciiWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
}

func isWord(r rune) bool {
	if r < 128 {
		return asciiWord(r)
	}
	return py.IsAlnum(r)
}
