package starlark

import (
	"slices"
	"strings"

	sl "go.starlark.net/starlark"
)

// maxNesting is how deep a value is shown, encoded and decoded.
const maxNesting = 500

// joinText is what print writes of args.
func joinText(args sl.Tuple, sep string) string {
	if len(args) == 1 {
		return text(args[0])
	}
	parts := make([]string, len(args))
	for i, v := range args {
		parts[i] = text(v)
	}
	return strings.Join(parts, sep)
}

// text shows a string as it is and any other value as a literal.
func text(v sl.Value) string {
	switch v := v.(type) {
	case sl.String:
		return string(v)
	case sl.Bytes:
		return string(v)
	}
	return literal(v)
}

// literal shows v as the engine does, but for what is nested too deep and for
// cycles through a struct, which would take the engine's stack.
func literal(v sl.Value) string {
	var s shower
	s.show(v)
	return s.String()
}

// A shower writes literals.
type shower struct {
	strings.Builder
	// path is the values being shown, outermost first; nil for one that can't be
	// part of a cycle by itself.
	path []sl.Value
}

func (s *shower) show(v sl.Value) {
	switch v := v.(type) {
	case *sl.List:
		s.sequence("[", v, v, "]")
	case *sl.Set:
		s.sequence("set([", v, v, "])")
	case sl.Tuple:
		end := ")"
		if len(v) == 1 {
			end = ",)"
		}
		s.sequence("(", nil, v, end)
	case *sl.Dict:
		s.dict(v)
	case *record:
		s.record(v)
	default:
		s.WriteString(v.String())
	}
}

// enter reports whether to show the elements of v, and puts "..." when not.
func (s *shower) enter(v sl.Value) bool {
	cycle := v != nil && slices.Contains(s.path, v)
	if cycle || len(s.path) >= maxNesting {
		s.WriteString("...")
		return false
	}
	s.path = append(s.path, v)
	return true
}

func (s *shower) leave() { s.path = s.path[:len(s.path)-1] }

func (s *shower) sequence(start string, self sl.Value, elems sl.Iterable, end string) {
	s.WriteString(start)
	defer s.WriteString(end)
	if !s.enter(self) {
		return
	}
	sep := ""
	for v := range sl.Elements(elems) {
		s.WriteString(sep)
		s.show(v)
		sep = ", "
	}
	s.leave()
}

func (s *shower) dict(d *sl.Dict) {
	s.WriteByte('{')
	defer s.WriteByte('}')
	if !s.enter(d) {
		return
	}
	sep := ""
	for k, v := range d.Entries() {
		s.WriteString(sep)
		s.show(k)
		s.WriteString(": ")
		s.show(v)
		sep = ", "
	}
	s.leave()
}

func (s *shower) record(r *record) {
	s.WriteString("struct(")
	defer s.WriteByte(')')
	if !s.enter(r) {
		return
	}
	sep := ""
	for name, v := range r.Entries() {
		s.WriteString(sep + name + " = ")
		s.show(v)
		sep = ", "
	}
	s.leave()
}
