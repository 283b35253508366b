package json

import (
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

type pair struct{ key, value py.Object }

// pairs are a dict's keys and values, in the order in which they are to be written.
func (e *encoder) pairs(x py.Object, d *py.Dict) ([]pair, error) {
	list, err := e.items(x, d)
	if err != nil || !e.sort {
		return list, err
	}
	strs := true
	for _, p := range list {
		if _, ok := p.key.(*py.Str); !ok {
			strs = false
		}
	}
	if strs { // they differ, and their bytes are in the order of their code points
		slices.SortFunc(list, func(p, q pair) int {
			return strings.Compare(p.key.(*py.Str).String(), q.key.(*py.Str).String())
		})
		return list, nil
	}
	return e.sorted(list)
}

func (e *encoder) items(x py.Object, d *py.Dict) ([]pair, error) {
	list := make([]pair, 0, d.Len())
	if py.Object(d) == x {
		for c := (py.Cursor{}); ; {
			k, v := c.Next(d)
			if k == nil {
				return list, nil
			}
			list = append(list, pair{k, v})
		}
	}
	fn, err := e.t.GetAttr(x, "items")
	if err != nil {
		return nil, err
	}
	view, err := e.t.Call(fn)
	if err != nil {
		return nil, err
	}
	err = e.t.Each(view, func(item py.Object) error {
		kv, ok := py.Native(item).(*py.Tuple)
		if !ok || len(kv.Items) != 2 {
			return py.Raise(py.ValueError, "items must return 2-tuples")
		}
		list = append(list, pair{kv.Items[0], kv.Items[1]})
		return nil
	})
	return list, err
}

// sorted sorts as the program's own comparisons say.
func (e *encoder) sorted(list []pair) ([]pair, error) {
	tuples := make([]py.Object, len(list))
	for i, p := range list {
		tuples[i] = py.NewTuple(p.key, p.value)
	}
	items := py.NewList(tuples...)
	fn, err := e.t.GetAttr(items, "sort")
	if err != nil {
		return nil, err
	}
	if _, err := e.t.Call(fn); err != nil {
		return nil, err
	}
	for i, o := range items.Items {
		kv := o.(*py.Tuple)
		list[i] = pair{kv.Items[0], kv.Items[1]}
	}
	return list, nil
}
