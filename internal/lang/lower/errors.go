package lower

import (
	"github.com/evanw/esbuild/pkg/api"
)

// esbuildError turns a message of esbuild's about s into an error.
func esbuildError(s source, m api.Message) error {
	if m.Location == nil {
		return newSyntaxError(s, m.Text, 0, 0)
	}
	line := lineAt(s.code, m.Location.Line)
	return newSyntaxError(s, m.Text, m.Location.Line, unitColumn(line, m.Location.Column)+1)
}

// A SyntaxError says where a source is wrong.
type SyntaxError struct {
	Message      string
	File         string
	Line, Column int
	SourceLine   string
}

func (e *SyntaxError) Error() string { return e.Message }

func newSyntaxError(s source, message string, line, column int) error {
	e := &SyntaxError{Message: message, File: s.name, Line: line, Column: column}
	if line > 0 {
		e.SourceLine = lineAt(s.code, line)
	}
	return e
}
