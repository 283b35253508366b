package lower

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// expandPropertyEscapes replaces \p{...} in the regular expressions of program by the
// characters that it stands for, since goja takes it for a plain p.
func expandPropertyEscapes(s source, f *file.File, program *ast.Program) error {
	var failed error
	walk(reflect.ValueOf(program.Body), func(node any) visitor {
		re, ok := node.(*ast.RegExpLiteral)
		if !ok || !strings.ContainsRune(re.Flags, 'u') || failed != nil {
			return nil
		}
		pattern, err := expandPattern(re.Pattern)
		if err != nil {
			at := f.Position(int(re.Idx) - f.Base())
			failed = newSyntaxError(s, fmt.Sprintf("Invalid regular expression: %s: %v", re.Literal, err), at.Line, at.Column)
			return nil
		}
		re.Pattern = pattern
		return nil
	})
	return failed
}

// expandPattern expands the property escapes of a pattern with flag u.
func expandPattern(pattern string) (string, error) {
	var b strings.Builder
	inClass := false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '[':
			inClass = true
		case c == ']':
			inClass = false
		case c == '\\' && i+1 < len(pattern):
			set, n, err := propertyEscape(pattern[i:])
			if err != nil {
				return "", err
			}
			if n == 0 {
				b.WriteString(pattern[i : i+2])
				i++
				continue
			}
			writeSet(&b, set, inClass)
			i += n - 1
			continue
		}
		b.WriteByte(pattern[i])
	}
	return b.String(), nil
}

// A span is the runes from lo to hi.
type span struct{ lo, hi rune }

// propertyEscape reads the property escape that s begins with and returns its runes
// and length; the length is 0 when there is none.
func propertyEscape(s string) ([]span, int, error) {
	if !strings.HasPrefix(s, `\p{`) && !strings.HasPrefix(s, `\P{`) {
		return nil, 0, nil
	}
	end := strings.IndexByte(s, '}')
	if end < 0 {
		return nil, 0, fmt.Errorf("a property escape lacks its }")
	}
	spans, ok := property(s[3:end])
	if !ok {
		return nil, 0, fmt.Errorf("the Unicode property %q isn't supported", s[3:end])
	}
	if s[1] == 'P' {
		spans = complement(spans)
	}
	return spans, end + 1, nil
}

// property finds the runes of a property as ECMAScript names it.
func property(name string) ([]span, bool) {
	kind, value, pair := strings.Cut(name, "=")
	switch {
	case pair && (kind == "Script" || kind == "sc" || kind == "Script_Extensions" || kind == "scx"):
		return spansOf(unicode.Scripts[value])
	case pair && (kind == "General_Category" || kind == "gc"):
		return category(value)
	case pair:
		return nil, false
	}
	if spans, ok := category(name); ok {
		return spans, true
	}
	return binaryProperty(name)
}

func category(name string) ([]span, bool) {
	if short, ok := unicode.CategoryAliases[name]; ok {
		name = short
	}
	return spansOf(unicode.Categories[name])
}

func binaryProperty(name string) ([]span, bool) {
	switch name {
	case "Any":
		return []span{{0, unicode.MaxRune}}, true
	case "ASCII":
		return []span{{0, unicode.MaxASCII}}, true
	case "Assigned":
		unassigned, ok := category("Cn")
		return complement(unassigned), ok
	case "Alphabetic", "Alpha":
		return spansOf(unicode.L, unicode.Nl, unicode.Other_Alphabetic)
	case "Uppercase", "Upper":
		return spansOf(unicode.Lu, unicode.Other_Uppercase)
	case "Lowercase", "Lower":
		return spansOf(unicode.Ll, unicode.Other_Lowercase)
	case "ID_Start", "IDS":
		return spansOf(unicode.L, unicode.Nl, unicode.Other_ID_Start)
	case "ID_Continue", "IDC":
		return spansOf(unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
			unicode.Other_ID_Start, unicode.Other_ID_Continue)
	}
	return spansOf(unicode.Properties[name])
}

// spansOf returns the union of tables, none of which may be nil, in order.
func spansOf(tables ...*unicode.RangeTable) ([]span, bool) {
	var spans []span
	for _, t := range tables {
		if t == nil {
			return nil, false
		}
		for _, r := range t.R16 {
			spans = appendRange(spans, rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
		for _, r := range t.R32 {
			spans = appendRange(spans, rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
	}
	return join(spans), true
}

func appendRange(spans []span, lo, hi, stride rune) []span {
	if stride == 1 {
		return append(spans, span{lo, hi})
	}
	for r := lo; r <= hi; r += stride {
		spans = append(spans, span{r, r})
	}
	return spans
}

// join sorts spans and joins those that touch.
func join(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo - b.lo) })
	joined := spans[:0]
	for _, s := range spans {
		if n := len(joined); n > 0 && s.lo <= joined[n-1].hi+1 {
			joined[n-1].hi = max(joined[n-1].hi, s.hi)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

func complement(spans []span) []span {
	var rest []span
	next := rune(0)
	for _, s := range spans {
		if s.lo > next {
			rest = append(rest, span{next, s.lo - 1})
		}
		next = s.hi + 1
	}
	if next <= unicode.MaxRune {
		rest = append(rest, span{next, unicode.MaxRune})
	}
	return rest
}

func writeSet(b *strings.Builder, spans []span, inClass bool) {
	if !inClass {
		b.WriteByte('[')
	}
	for _, s := range spans {
		fmt.Fprintf(b, `\u{%x}-\u{%x}`, s.lo, s.hi)
	}
	if !inClass {
		b.WriteByte(']')
	}
}
