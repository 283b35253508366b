package lower

import (
	"errors"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

const (
	wrapperHead = "(function (exports, require, module, __filename, __dirname) {"
	wrapperTail = "\n})"
)

// compileLowered compiles what s was lowered to, with positions of s.
func compileLowered(s source, out output) (*goja.Program, error) {
	out = prepend(wrapperHead, out)
	out.code += wrapperTail
	// Without a mapping behind it, goja would take the last one's range for unmapped.
	out.mappings = append(out.mappings, mapping{line: strings.Count(out.code, "\n") + 1})
	file, err := newFile(s.name, out.code, out.mappings)
	if err != nil {
		return nil, err
	}
	program, err := parser.ParseFile(nil, s.name, out.code, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, gojaError(s, out, err)
	}
	if hasPropertyEscape(out.code) {
		if err := expandPropertyEscapes(s, file, program); err != nil {
			return nil, err
		}
	}
	if mayHaveArgumentsInArrow(out.code) {
		useArgumentsFirst(program)
	}
	if s.main {
		javascript.OpenScope(mainFunction(program))
	}
	program.File = file
	p, err := goja.CompileAST(program, false)
	if err != nil {
		return nil, gojaError(s, out, err)
	}
	return p, nil
}

// gojaError turns an error of goja's about out into one about s.
func gojaError(s source, out output, err error) error {
	line, column, message := 0, 0, err.Error()
	var list parser.ErrorList
	var compile *goja.CompilerSyntaxError
	switch {
	case errors.As(err, &list) && len(list) > 0:
		line, column, message = list[0].Position.Line, list[0].Position.Column, list[0].Message
		line, column = original(out.mappings, line, column)
	case errors.As(err, &compile):
		message = compile.Message
		if compile.File != nil {
			// The file maps by itself.
			at := compile.File.Position(compile.Offset)
			line, column = at.Line, at.Column
		}
	}
	return newSyntaxError(s, strings.TrimPrefix(message, "SyntaxError: "), line, column)
}

// original returns the source's line and column, from 1, of a generated position.
func original(ms []mapping, line, column int) (int, int) {
	best := mapping{}
	for _, m := range ms {
		if m.line > line-1 || m.line == line-1 && m.column > column-1 {
			break
		}
		best = m
	}
	return best.sourceLine + 1, best.sourceColumn + 1
}
