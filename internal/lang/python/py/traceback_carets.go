package py

import (
	"strings"
	"unicode"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/parse"
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

// maxAnchored is how long an expression is looked at for its operator.
const maxAnchored = 2000

// anchors are where the operator of an expression is that is one binary operation, or the
// brackets of a subscript; zeros where it is something else. An operator that a bracket
// follows takes that along, as CPython's do.
func anchors(text []rune) (left, right int) {
	if len(text) > maxAnchored {
		return 0, 0
	}
	e, err := parse.Expression("", string(text))
	if err != nil {
		return 0, 0
	}
	switch e := e.(type) {
	case *ast.BinOp:
		end := int(e.Right.Extent().Start.Col)
		for left = int(e.Left.Extent().End.Col); left < end && (unicode.IsSpace(text[left]) || text[left] == ')'); left++ {
		}
		right = left + 1
		if right < end && !unicode.IsSpace(text[right]) {
			right++
		}
	case *ast.Subscript:
		for left = int(e.Value.Extent().End.Col); left < len(text) && text[left] != '['; left++ {
		}
		for right = int(e.Index.Extent().End.Col); right < len(text) && text[right] != ']'; right++ {
		}
		right++
	}
	return min(left, len(text)), min(right, len(text))
}
