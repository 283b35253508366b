package py

import "strings"

// maxSourceLines is how many lines SourceText reads of a file of the library.
const maxSourceLines = 20_000

// SourceText is the source of a file of the program or of the library that has run.
func (in *Interp) SourceText(file string) (string, bool) {
	if source, ok := in.sources[file]; ok {
		return source, true
	}
	if in.Host.Source == nil {
		return "", false
	}
	var b strings.Builder
	for n := 1; n < maxSourceLines; n++ {
		line := in.Host.Source(file, n)
		if line == "" {
			return b.String(), n > 1
		}
		b.WriteString(line)
	}
	return b.String(), true
}

// KeepSource has tracebacks show the lines of a source that isn't a file; an empty one is
// forgotten.
func (in *Interp) KeepSource(file, source string) {
	if source == "" {
		delete(in.sources, file)
	} else {
		in.sources[file] = source
	}
}

// SourceLine is a line of a source, from 1, without its end; "" is none.
func (in *Interp) SourceLine(file string, line int) string { return in.sourceLine(file, line) }

// Carets are the marks below tb's line that say which part of it is meant; "" is none.
func (tb *Traceback) Carets(in *Interp) string {
	return carets(in.sourceLine(tb.Code.File, int(tb.Place.Line)), tb.Place)
}
