package manual

import (
	"fmt"
	"strings"
)

// A troff is a page while it is written.
type troff struct{ strings.Builder }

func newTroff(name, section string, b Build) *troff {
	t := &troff{}
	fmt.Fprintf(t, ".TH %q %q %q %q %q\n", strings.ToUpper(name), section, b.Date, "elided "+b.Version, "elided")
	t.WriteString(".nh\n.ad l\n") // no hyphens in names, no wide gaps
	return t
}

func (t *troff) section(title string)    { fmt.Fprintf(t, ".SH %s\n", strings.ToUpper(title)) }
func (t *troff) subsection(title string) { fmt.Fprintf(t, ".SS %s\n", escape(title)) }

// text writes paragraphs. Indented lines stay as they are.
func (t *troff) text(text string) {
	for paragraph := range strings.SplitSeq(strings.Trim(text, "\n"), "\n\n") {
		if indent := len(paragraph) - len(strings.TrimLeft(paragraph, " ")); indent > 0 {
			paragraph = strings.ReplaceAll(paragraph[indent:], "\n"+paragraph[:indent], "\n")
			fmt.Fprintf(t, ".PP\n.nf\n.RS 4\n%s\n.RE\n.fi\n", lines(paragraph))
			continue
		}
		fmt.Fprintf(t, ".PP\n%s\n", lines(paragraph))
	}
}

// item writes what has a meaning, in bold, then its placeholder, then the meaning.
func (t *troff) item(name, placeholder, meaning string) {
	fmt.Fprintf(t, ".TP\n\\fB%s\\fR", escape(name))
	if placeholder != "" {
		fmt.Fprintf(t, " \\fI%s\\fR", escape(placeholder))
	}
	fmt.Fprintf(t, "\n%s\n", lines(meaning))
}

func lines(text string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, escape(line))
	}
	return strings.Join(out, "\n")
}

// escape has a line stand for itself: troff takes backslashes, hyphens, and a point or
// an apostrophe at its beginning for something else.
func escape(line string) string {
	line = strings.NewReplacer(`\`, `\e`, `-`, `\-`).Replace(line)
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		line = `\&` + line
	}
	return line
}
