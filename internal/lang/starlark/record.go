package starlark

import (
	sl "go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
	"go.starlark.net/syntax"
)

// A record is a struct that can be shown when it is part of a cycle: a list that
// holds a struct that holds the list has no end for the engine's own struct.
type record struct{ *starlarkstruct.Struct }

var (
	_ sl.HasAttrs   = (*record)(nil)
	_ sl.HasBinary  = (*record)(nil)
	_ sl.Comparable = (*record)(nil)
)

func makeRecord(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	v, err := starlarkstruct.Make(t, b, args, kwargs)
	if err != nil {
		return nil, err
	}
	return &record{v.(*starlarkstruct.Struct)}, nil
}

func (r *record) String() string { return literal(r) }

// Binary is addition: the fields of both, the right one's when both have it.
func (r *record) Binary(op syntax.Token, y sl.Value, side sl.Side) (sl.Value, error) {
	other, ok := y.(*record)
	if !ok {
		return nil, nil // not handled
	}
	v, err := r.Struct.Binary(op, other.Struct, side)
	sum, ok := v.(*starlarkstruct.Struct)
	if !ok {
		return nil, err
	}
	return &record{sum}, nil
}

func (r *record) CompareSameType(op syntax.Token, y sl.Value, depth int) (bool, error) {
	return r.Struct.CompareSameType(op, y.(*record).Struct, depth)
}
