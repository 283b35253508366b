package starlark

import (
	"fmt"
	"maps"

	sl "go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
)

// guardedJSON is the engine's module json with a bound on nesting, which it hasn't.
func guardedJSON(m *starlarkstruct.Module) *starlarkstruct.Module {
	members := maps.Clone(m.Members)
	guard := func(name string, tooDeep func(sl.Value) bool) {
		f := members[name].(*sl.Builtin)
		members[name] = sl.NewBuiltin(f.Name(), func(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
			if len(args) > 0 && tooDeep(args[0]) {
				return nil, fmt.Errorf("%s: value is cyclic or nested more than %d deep", b.Name(), maxNesting)
			}
			return f.CallInternal(t, args, kwargs)
		})
	}
	guard("encode", func(v sl.Value) bool { return nestedOver(maxNesting, v) })
	guard("encode_indent", func(v sl.Value) bool { return nestedOver(maxNesting, v) })
	guard("decode", deepText)
	return &starlarkstruct.Module{Name: m.Name, Members: members}
}

// nestedOver reports whether v has more than depth levels of containers. The
// first path that is too deep ends the search, so that cycles cost nothing more.
func nestedOver(depth int, v sl.Value) bool {
	if depth < 0 {
		return true
	}
	switch v := v.(type) {
	case sl.IterableMapping:
		for _, e := range sl.Entries(v) {
			if nestedOver(depth-1, e) {
				return true
			}
		}
	case sl.Sequence:
		for e := range sl.Elements(v) {
			if nestedOver(depth-1, e) {
				return true
			}
		}
	case sl.HasAttrs:
		return fieldsNestedOver(depth-1, v)
	}
	return false
}

func fieldsNestedOver(depth int, v sl.HasAttrs) bool {
	for _, name := range v.AttrNames() {
		// A field that can't be had is the encoder's to report.
		if e, err := v.Attr(name); err == nil && e != nil && nestedOver(depth, e) {
			return true
		}
	}
	return false
}

// deepText reports whether v is a string of JSON that is nested too deep.
func deepText(v sl.Value) bool {
	text, _ := sl.AsString(v)
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++ // what it escapes
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		}
		if depth > maxNesting {
			return true
		}
	}
	return false
}
