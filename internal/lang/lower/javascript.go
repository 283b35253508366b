package lower

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/elide-dev/elided/internal/lang/javascript"
)

// programBytes is how many bytes a compiled program takes for each of its source's.
const programBytes = 14

// compileJavaScript hands s to goja as it is where goja runs it right, and lowers it
// otherwise.
func compileJavaScript(s source) (*goja.Program, int64, error) {
	if runsAsItIs(s) {
		compile := javascript.CompileCommonJS
		if s.main {
			compile = javascript.CompileMain
		}
		p, err := compile(s.name, s.code)
		if err == nil {
			return p, programBytes * int64(len(s.code)), nil
		}
	}
	return lowerSource(s, JavaScript)
}

// runsAsItIs is false for what goja accepts and gets wrong.
func runsAsItIs(s source) bool {
	return s.extension() != ".mjs" && !hasPropertyEscape(s.code) && !argumentsInArrow(s.code)
}

// hasPropertyEscape is true for code that may have a regular expression with \p{...},
// which goja takes for a plain p.
func hasPropertyEscape(code string) bool {
	return strings.Contains(code, `\p{`) || strings.Contains(code, `\P{`)
}

// argumentsInArrow is true when an arrow function uses the arguments of the function
// around it, or when that can't be told.
func argumentsInArrow(code string) bool {
	if !mayHaveArgumentsInArrow(code) {
		return false
	}
	program, err := parser.ParseFile(nil, "", wrapperHead+code+wrapperTail, 0, parser.WithDisableSourceMaps)
	return err != nil || len(arrowArguments(program)) > 0
}
