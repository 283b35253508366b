package starlark

import (
	"bytes"
	"errors"
	"fmt"

	sl "go.starlark.net/starlark"
)

// An input is the value stdin: read(), readline() and iteration by lines. Lines
// keep their newline.
type input struct{ rest []byte }

var (
	_ sl.Iterable = (*input)(nil)
	_ sl.HasAttrs = (*input)(nil)
)

func (in *input) String() string        { return "<stdin>" }
func (in *input) Type() string          { return "stdin" }
func (in *input) Freeze()               {} // it is one run's
func (in *input) Truth() sl.Bool        { return true }
func (in *input) Hash() (uint32, error) { return 0, errors.New("unhashable: stdin") }
func (in *input) AttrNames() []string   { return []string{"read", "readline", "readlines"} }

// Attr returns a method.
func (in *input) Attr(name string) (sl.Value, error) {
	var f func() sl.Value
	switch name {
	case "read":
		f = func() sl.Value { return in.take(len(in.rest)) }
	case "readline":
		f = func() sl.Value { return in.line() }
	case "readlines":
		f = in.lines
	default:
		return nil, nil // no such attribute
	}
	return sl.NewBuiltin(name, func(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
		if len(args)+len(kwargs) > 0 {
			return nil, fmt.Errorf("stdin.%s: takes no arguments", b.Name())
		}
		return f(), nil
	}), nil
}

func (in *input) take(n int) sl.String {
	s := sl.String(in.rest[:n])
	in.rest = in.rest[n:]
	return s
}

// line is empty at the end of the input.
func (in *input) line() sl.String {
	if i := bytes.IndexByte(in.rest, '\n'); i >= 0 {
		return in.take(i + 1)
	}
	return in.take(len(in.rest))
}

func (in *input) lines() sl.Value {
	var lines []sl.Value
	for len(in.rest) > 0 {
		lines = append(lines, in.line())
	}
	return sl.NewList(lines)
}

// Iterate takes lines from the same place as the methods do.
func (in *input) Iterate() sl.Iterator { return inputIterator{in} }

type inputIterator struct{ *input }

func (it inputIterator) Next(v *sl.Value) bool {
	if len(it.rest) == 0 {
		return false
	}
	*v = it.line()
	return true
}

func (it inputIterator) Done() {}
