package py

import (
	"fmt"
	"strings"
)

// FormatException is the text that an uncaught exception ends a program with: its
// traceback, and those of the exceptions that it comes from.
func (t *Thread) FormatException(e *Exc) string {
	p := &excPrinter{t: t, seen: map[*Exc]bool{}}
	p.exception(e, 0)
	return p.text.String()
}

const (
	maxTraceback  = 1000 // entries that are shown
	maxSame       = 3    // equal entries in a row that are shown
	maxGroupWidth = 15   // exceptions of a group that are shown
	maxGroupDepth = 10
	maxChain      = 300     // exceptions that come from each other
	maxPrinted    = 4 << 20 // bytes of it all
)

// An excPrinter prints an exception. depth is how many groups it is in, whose lines are
// indented and have a margin.
type excPrinter struct {
	t         *Thread
	text      strings.Builder
	seen      map[*Exc]bool
	depth     int
	needClose bool
}

// line prints with the margin; the text may have further lines, which have none.
func (p *excPrinter) line(format string, args ...any) {
	p.margined(p.margin(), format, args...)
}

func (p *excPrinter) margin() string {
	if p.depth > 0 {
		return "| "
	}
	return ""
}

func (p *excPrinter) margined(margin, format string, args ...any) {
	if p.begin(margin) {
		fmt.Fprintf(&p.text, format, args...)
		p.text.WriteByte('\n')
	}
}

// begin begins a line, if there is room for it.
func (p *excPrinter) begin(margin string) bool {
	if p.text.Len() > maxPrinted {
		return false
	}
	p.text.WriteString(strings.Repeat("  ", p.depth))
	p.text.WriteString(margin)
	return true
}

// whole prints what an exception says. A message may have megabytes: no copy of it is made
// but the one that is printed.
func (p *excPrinter) whole(class, message, hint string) {
	if !p.begin(p.margin()) {
		return
	}
	if message != "" {
		class += ": "
	}
	p.text.Grow(len(class) + len(message) + len(hint) + 1)
	for _, part := range []string{class, message, hint, "\n"} {
		p.text.WriteString(part)
	}
}

// exception prints what e comes from, and then e.
func (p *excPrinter) exception(e *Exc, nested int) {
	if nested > maxChain {
		return
	}
	p.seen[e] = true
	if cause, ok := e.Cause.(*Exc); ok {
		p.chained(cause, "The above exception was the direct cause of the following exception:", nested)
	} else if e.Context != nil && !e.Suppress {
		p.chained(e.Context, "During handling of the above exception, another exception occurred:", nested)
	}
	if e.isGroup() {
		p.group(e, nested)
	} else {
		p.single(e)
	}
}

func (p *excPrinter) chained(e *Exc, text string, nested int) {
	if p.seen[e] {
		return
	}
	needClose := p.needClose
	p.exception(e, nested+1)
	p.needClose = needClose
	p.line("")
	p.line("%s", text)
	p.line("")
}

func (p *excPrinter) group(e *Exc, nested int) {
	if p.depth > maxGroupDepth {
		p.line("... (max_group_depth is %d)", maxGroupDepth)
		return
	}
	outermost := p.depth == 0
	if outermost {
		p.depth++
	}
	p.single(e)
	members := e.members()
	n := min(len(members), maxGroupWidth+1)
	p.needClose = false
	for i, x := range members[:n] {
		last := i == n-1
		if last {
			p.needClose = true
		}
		p.member(x.(*Exc), i, len(members), nested)
		if last && p.needClose {
			p.margined("", "+------------------------------------")
			p.needClose = false
		}
		p.depth--
	}
	if outermost {
		p.depth--
	}
}

// member prints exception i of a group. It leaves depth one deeper.
func (p *excPrinter) member(e *Exc, i, total, nested int) {
	corner, number := "  ", fmt.Sprint(i+1)
	if i == 0 {
		corner = "+-"
	}
	if i >= maxGroupWidth {
		number = "..."
	}
	p.margined("", "%s+---------------- %s ----------------", corner, number)
	p.depth++
	if i < maxGroupWidth {
		p.exception(e, nested+1)
	} else {
		p.line("and %s", count(total-maxGroupWidth, "more exception"))
	}
}

// single prints one exception's traceback, and what it says.
func (p *excPrinter) single(e *Exc) {
	if e.TB != nil {
		header, margin := "Traceback (most recent call last):", p.margin()
		if e.isGroup() {
			header = "Exception Group " + header
			if p.depth == 1 {
				margin = "+ "
			}
		}
		p.margined(margin, "%s", header)
		p.entries(e.TB)
	}
	message, failed := p.message(e)
	hint := ""
	if !failed {
		hint = suggestion(p.t, e)
	}
	p.whole(className(p.t, e.class), message, hint)
	p.notes(e)
}

// entries prints a traceback. The last of many are shown, and those that are equal once
// for all.
func (p *excPrinter) entries(tb *Traceback) {
	n := 0
	for x := tb; x != nil; x = x.Next {
		n++
	}
	for ; n > maxTraceback; n-- {
		tb = tb.Next
	}
	same := 0
	var last *Traceback
	for ; tb != nil; tb = tb.Next {
		if last == nil || last.Place.Line != tb.Place.Line || last.Code.File != tb.Code.File || last.Code.Name != tb.Code.Name {
			p.repeated(same)
			same, last = 0, tb
		}
		same++
		if same <= maxSame {
			p.entry(tb)
		}
	}
	p.repeated(same)
}

func (p *excPrinter) repeated(n int) {
	if n > maxSame {
		fmt.Fprintf(&p.text, "  [Previous line repeated %s]\n", count(n-maxSame, "more time")) // CPython's has no margin
	}
}

func (p *excPrinter) entry(tb *Traceback) {
	p.line(`  File "%s", line %d, in %s`, tb.Code.File, tb.Place.Line, tb.Code.Name)
	source := p.t.In.sourceLine(tb.Code.File, int(tb.Place.Line))
	text := strings.TrimLeft(source, " \t\f")
	if text == "" {
		return
	}
	p.line("    %s", text)
	if marks := carets(source, tb.Place); marks != "" {
		p.line("    %s", marks)
	}
}

// sourceLine is a line of a file of the program, or "".
func (in *Interp) sourceLine(file string, line int) string {
	if source, ok := in.sources[file]; ok {
		for s := range strings.Lines(source) {
			if line--; line == 0 {
				return strings.TrimRight(s, "\r\n")
			}
		}
		return ""
	}
	if in.Host.Source == nil {
		return ""
	}
	return strings.TrimRight(in.Host.Source(file, line), "\r\n")
}

// className is how an exception's class is shown: with its module, but for builtins and
// the program itself.
func className(t *Thread, c *Class) string {
	name := c.QualName
	if name == "" {
		name = c.Name
	}
	module := "builtins"
	if c.Module != "" {
		module = c.Module
	}
	if c.Heap {
		v, err := t.GetAttr(c, "__module__")
		s, ok := v.(*Str)
		if err != nil || !ok {
			return "<unknown>." + name
		}
		module = s.s
	}
	if module == "builtins" || module == "__main__" {
		return name
	}
	return module + "." + name
}

// message is ": text", or "" where there is no text. A SyntaxError's place is printed at
// once.
func (p *excPrinter) message(e *Exc) (text string, failed bool) {
	var x Object = e
	if e.class.IsSubclass(SyntaxError) && p.syntaxPlace(e) {
		x = e.field("msg")
	}
	text, err := p.t.strText(x)
	switch {
	case err != nil:
		return "<exception str() failed>", true
	}
	return text, false
}

// notes prints the texts that were added.
func (p *excPrinter) notes(e *Exc) {
	notes, err := p.t.Attr(e, "__notes__")
	if notes == nil || err != nil {
		return
	}
	if !hasItems(notes) || IsInstance(notes, StrClass) {
		if s, err := p.t.reprText(notes); err == nil {
			p.text.WriteString(strings.Repeat("  ", p.depth) + p.margin() + s) // without an end, as CPython
		}
		return
	}
	items, err := p.t.Collect(notes)
	if err != nil {
		return
	}
	for _, n := range items {
		s, err := p.t.strText(n)
		if err != nil {
			s = "<note str() failed>"
		}
		for part := range strings.SplitSeq(s, "\n") {
			p.line("%s", part)
		}
	}
}
