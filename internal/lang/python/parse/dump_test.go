package parse

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/ast"
)

// dump is a tree in short: nodes in parentheses with their spans, and "~" for what isn't
// there.
func dump(m *ast.Module) string {
	var b strings.Builder
	for _, s := range m.Body {
		dumpValue(&b, reflect.ValueOf(s))
	}
	return b.String()
}

func dumpValue(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("~")
		} else if c, ok := v.Interface().(*ast.Constant); ok {
			fmt.Fprintf(b, "(C%s %s)", dumpSpan(c.Span), dumpConstant(c))
		} else {
			dumpValue(b, v.Elem())
		}
	case reflect.Slice:
		b.WriteString("[")
		for i := range v.Len() {
			dumpValue(b, v.Index(i))
		}
		b.WriteString("]")
	case reflect.Struct:
		dumpNode(b, v)
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v.Interface())
	}
}

func dumpNode(b *strings.Builder, v reflect.Value) {
	b.WriteString("(" + v.Type().Name())
	for i := range v.NumField() {
		switch v.Type().Field(i).Name {
		case "NameSpan": // Python's own tree doesn't have it
		case "Span":
			b.WriteString(dumpSpan(v.Field(i).Interface().(ast.Span)))
		default:
			b.WriteString(" ")
			dumpValue(b, v.Field(i))
		}
	}
	b.WriteString(")")
}

func dumpSpan(s ast.Span) string {
	return fmt.Sprintf(" %d:%d-%d:%d", s.Start.Line, s.Start.Col, s.End.Line, s.End.Col)
}

func dumpConstant(c *ast.Constant) string {
	switch c.Kind {
	case ast.Int:
		if c.Big != nil {
			return c.Big.Text(16)
		}
		return big.NewInt(c.Int).Text(16)
	case ast.Float:
		return fmt.Sprintf("f%x", math.Float64bits(c.Float))
	case ast.Complex:
		return fmt.Sprintf("jf%x", math.Float64bits(c.Float))
	case ast.Str, ast.Bytes:
		return fmt.Sprintf("%d%x", c.Kind-ast.Str, c.Str)
	}
	return [...]string{"None", "True", "False", "Ellipsis"}[c.Kind]
}
