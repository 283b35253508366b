package lower

import (
	"reflect"
	"strings"

	"github.com/dop251/goja"
)

// programBytes is how many bytes a compiled program takes for each of its source's.
const programBytes = 14

// compileJavaScript hands s to goja as it is where goja runs it right, and lowers it
// otherwise.
func compileJavaScript(s source) (*goja.Program, int64, error) {
	if runsAsItIs(s) {
		p, err := compileDirect(s)
		if err == nil {
			return p, programBytes * int64(len(s.code)), nil
		}
	}
	return lowerSource(s, JavaScript)
}

// runsAsItIs is false for what goja accepts and gets wrong: the code, or the name in
// positions.
func runsAsItIs(s source) bool {
	fileName, _ := resolvingNames(s.name)
	return fileName == s.name && s.extension() != ".mjs" && !hasPropertyEscape(s.code) && !argumentsInArrow(s)
}

// hasPropertyEscape is true for code that may have a regular expression with \p{...},
// which goja takes for a plain p.
func hasPropertyEscape(code string) bool {
	return strings.Contains(code, `\p{`) || strings.Contains(code, `\P{`)
}

// argumentsInArrow is true when an arrow function uses the arguments of the function
// around it, or when that can't be told.
func argumentsInArrow(s source) bool {
	if !mayHaveArgumentsInArrow(s.code) {
		return false
	}
	program, err := parseWrapped(s)
	return err != nil || len(arrowArguments(program)) > 0
}

// A visitor sees a pointer to a node and returns what sees the nodes below it; nil is
// itself.
type visitor func(node any) visitor

// walk shows every node below v to visit. It uses reflection, because goja's syntax
// tree comes without a walk, and is called for suspicious sources only.
func walk(v reflect.Value, visit visitor) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			walk(v.Elem(), visit)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Elem().Kind() != reflect.Struct || !v.Elem().CanInterface() {
			return
		}
		if below := visit(v.Interface()); below != nil {
			visit = below
		}
		walk(v.Elem(), visit)
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Struct:
		walkFields(v, visit)
	}
}

func walkFields(v reflect.Value, visit visitor) {
	for i := range v.NumField() {
		// A declaration list repeats nodes that the body has.
		if f := v.Type().Field(i); f.IsExported() && f.Name != "DeclarationList" && f.Name != "File" {
			walk(v.Field(i), visit)
		}
	}
}
