package javascript

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

// A grid is what console.table prints: columns by name, in the order they came.
type grid struct {
	columns []string
	rows    [][]string
}

// indexColumn and valuesColumn are what Node calls those that no property names.
const (
	indexColumn  = "(index)"
	valuesColumn = "Values"
)

func (in *instance) consoleTable(o *output, args []goja.Value) {
	data, ok := first(args).(*goja.Object)
	if !ok {
		in.print(o, args)
		return
	}
	var only []string
	if len(args) > 1 {
		must(in.vm.ExportTo(args[1], &only))
	}
	in.printText(o, in.grid(data, only).String())
}

// grid makes the cells for each property of data, with its own properties as columns,
// or only those given.
func (in *instance) grid(data *goja.Object, only []string) *grid {
	g := &grid{columns: append([]string{indexColumn}, only...)}
	type value struct {
		row  int
		text string
	}
	var values []value
	for _, key := range data.Keys() {
		row := make([]string, len(g.columns))
		row[0] = key
		item, ok := data.Get(key).(*goja.Object)
		if !ok {
			values = append(values, value{len(g.rows), in.cell(data.Get(key))})
		} else {
			row = in.cells(g, row, item, only)
		}
		g.rows = append(g.rows, row)
	}
	if len(values) > 0 {
		g.columns = append(g.columns, valuesColumn)
		for _, v := range values {
			g.rows[v.row] = set(g.rows[v.row], len(g.columns)-1, v.text)
		}
	}
	return g
}

func (in *instance) cells(g *grid, row []string, item *goja.Object, only []string) []string {
	for _, key := range item.Keys() {
		at := slices.Index(g.columns[1:], key) + 1
		if at == 0 {
			if only != nil {
				continue
			}
			at = len(g.columns)
			g.columns = append(g.columns, key)
		}
		row = set(row, at, in.cell(item.Get(key)))
	}
	return row
}

func (in *instance) cell(v goja.Value) string {
	return in.inspect().Inspect(v, inspect.Options{Depth: inspect.TopOnly})
}

// set sets cell i of a row that may be too short.
func set(row []string, i int, text string) []string {
	for len(row) <= i {
		row = append(row, "")
	}
	row[i] = text
	return row
}

// String draws the grid as Node does.
func (g *grid) String() string {
	widths := make([]int, len(g.columns))
	for i, c := range g.columns {
		widths[i] = utf8.RuneCountInString(c) + 2
		for _, row := range g.rows {
			if i < len(row) {
				widths[i] = max(widths[i], utf8.RuneCountInString(row[i])+2)
			}
		}
	}
	lines := []string{rule(widths, "┌", "┬", "┐"), drawRow(g.columns, widths), rule(widths, "├", "┼", "┤")}
	for _, row := range g.rows {
		lines = append(lines, drawRow(row, widths))
	}
	return strings.Join(append(lines, rule(widths, "└", "┴", "┘")), "\n")
}

func rule(widths []int, left, middle, right string) string {
	parts := make([]string, len(widths))
	for i, w := range widths {
		parts[i] = strings.Repeat("─", w)
	}
	return left + strings.Join(parts, middle) + right
}

func drawRow(row []string, widths []int) string {
	parts := make([]string, len(widths))
	for i, w := range widths {
		text := ""
		if i < len(row) {
			text = row[i]
		}
		parts[i] = " " + text + strings.Repeat(" ", w-1-utf8.RuneCountInString(text))
	}
	return "│" + strings.Join(parts, "│") + "│"
}
