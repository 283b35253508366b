package inspect

import (
	"math"
	"strings"
)

// A block is an object's text in pieces.
type block struct {
	base        string
	open, close string
	items       []string
	list        bool // items are elements, to be aligned in columns
	more        bool // the last item says how many elements are left out
	numeric     bool // elements are numbers, aligned to the right
}

// The rules of line fitting and column grouping are those of Node.js's util.inspect
// (lib/internal/util/inspect.js, MIT licence), whose output is to be had here.

// layout puts b, which is of a level, on one line or several.
func (p *printer) layout(b block, level int) string {
	if p.compact >= 1 {
		grouped := false
		if b.list && len(b.items) > 6 {
			b.items, grouped = p.group(b)
		}
		if p.deepest-level < p.compact && !grouped && p.fits(b) {
			if line := strings.Join(b.items, ", "); !strings.Contains(line, "\n") {
				return lead(b) + " " + line + " " + b.close
			}
		}
	}
	indent := "\n" + spaces(p.indent)
	return lead(b) + indent + "  " + strings.Join(b.items, ","+indent+"  ") + indent + b.close
}

func lead(b block) string {
	if b.base == "" {
		return b.open
	}
	return b.base + " " + b.open
}

// fits is whether b may be written as one line.
func (p *printer) fits(b block) bool {
	total := 2*len(b.items) + p.indent + units(b.open) + units(b.base) + 10
	if total+len(b.items) > p.breakLength {
		return false
	}
	for _, item := range b.items {
		if total += units(item); total > p.breakLength {
			return false
		}
	}
	return !strings.Contains(b.base, "\n")
}

const (
	separator  = 2  // columns of ", "
	maxColumns = 15 // elements on a line
)

// group aligns b's elements in columns where they are short and alike, as Node's formula
// has it. It is false when they are left as they are.
func (p *printer) group(b block) ([]string, bool) {
	elements := b.items
	if b.more {
		elements = elements[:len(elements)-1]
	}
	widths := make([]int, len(elements))
	total, widest := 0, 0
	for i, e := range elements {
		widths[i] = width(e)
		total += widths[i] + separator
		widest = max(widest, widths[i])
	}
	columns := p.columns(len(b.items), len(elements), total, widest)
	if columns <= 1 {
		return b.items, false
	}
	var lines []string
	columnWidths := columnWidths(widths, columns)
	for start := 0; start < len(elements); start += columns {
		end := min(start+columns, len(elements))
		lines = append(lines, row(elements[start:end], widths[start:end], columnWidths, b.numeric))
	}
	lines = append(lines, b.items[len(elements):]...)
	return lines, len(lines) != len(b.items)
}

// columns returns how many columns elements are put in, at most 1 for none.
func (p *printer) columns(items, elements, total, widest int) int {
	actual := widest + separator
	if actual*3+p.indent >= p.breakLength || (total <= 5*actual && widest > 6) {
		return 0
	}
	// A square is aimed at, of characters that are 2.5 times as high as wide.
	bias := math.Sqrt(float64(actual) - float64(total)/float64(items))
	biased := math.Max(float64(actual)-3-bias, 1)
	square := math.Floor(math.Sqrt(2.5*biased*float64(elements))/biased + 0.5)
	return min(int(square), (p.breakLength-p.indent)/actual, p.compact*4, maxColumns)
}

func columnWidths(widths []int, columns int) []int {
	result := make([]int, columns)
	for i, w := range widths {
		result[i%columns] = max(result[i%columns], w)
	}
	return result
}

// row returns one line of elements.
func row(elements []string, widths, columns []int, right bool) string {
	var b strings.Builder
	for i, e := range elements {
		padding := spaces(columns[i] - widths[i])
		last := i == len(elements)-1
		switch {
		case right:
			b.WriteString(padding + e)
		case last:
			b.WriteString(e)
		}
		if !last {
			if !right {
				b.WriteString(e)
			}
			b.WriteByte(',')
			if !right {
				b.WriteString(padding)
			}
			b.WriteByte(' ')
		}
	}
	return b.String()
}
