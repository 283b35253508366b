package lower

import (
	"github.com/evanw/esbuild/pkg/api"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

// esbuildError turns a message of esbuild's about s into an error.
func esbuildError(s source, m api.Message) error {
	if m.Location == nil {
		return newSyntaxError(s, m.Text, 0, 0)
	}
	line := lineAt(s.code, m.Location.Line)
	return newSyntaxError(s, m.Text, m.Location.Line, unitColumn(line, m.Location.Column)+1)
}

func newSyntaxError(s source, message string, line, column int) error {
	e := &javascript.SyntaxError{Message: message, File: s.name, Line: line, Column: column}
	if line > 0 {
		e.SourceLine = lineAt(s.code, line)
	}
	return e
}
