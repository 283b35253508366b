package functools

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A cache is a function with its results. Those that were asked for last are last in
// results.
type cache struct {
	fn, info     py.Object
	results      *py.Dict
	max          int // -1 is without limit
	typed        bool
	hits, misses int64
}

func cacheOf(o py.Object) *cache { return py.Native(o).(*py.Attributed[*cache]).Value }

var cacheClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("functools", "_lru_cache_wrapper", nil, func(c *py.Class) {
		sig := py.Sign("user_function, maxsize, typed, cache_info_type")
		c.Slots.New = func(t *py.Thread, cls *py.Class, a py.Args) (py.Object, error) {
			v, err := sig.Bind("_lru_cache_wrapper", a)
			if err != nil {
				return nil, err
			}
			k := &cache{fn: v[0], info: v[3], results: py.NewDict(), max: -1}
			if v[1] != py.None {
				if k.max, err = t.Index(v[1]); err != nil {
					return nil, err
				}
				k.max = max(k.max, 0)
			}
			k.typed, err = t.Truth(v[2])
			return py.NewOf(cls, &py.Attributed[*cache]{Of: c, Value: k}), err
		}
		c.Slots.Call = func(t *py.Thread, self py.Object, a py.Args) (py.Object, error) { return cacheOf(self).call(t, a) }
		c.Slots.DescrGet = func(_ *py.Thread, self, obj py.Object, _ *py.Class) (py.Object, error) {
			if obj == nil {
				return self, nil
			}
			return &py.Method{Func: self, Self: obj}, nil
		}
		c.AddDict()
		c.AddWholeMethods(py.MethodTable{
			{Name: "__reduce__", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) { return t.GetAttr(a[0], "__qualname__") }},
			{Name: "__copy__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }},
			{Name: "__deepcopy__", Signature: "memo, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }},
		})
		c.AddMethods(py.MethodTable{
			{Name: "cache_info", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				k := cacheOf(a[0])
				size := py.None
				if k.max >= 0 {
					size = py.MakeInt(int64(k.max))
				}
				return t.Call(k.info, py.MakeInt(k.hits), py.MakeInt(k.misses), size, py.MakeInt(int64(k.results.Len())))
			}},
			{Name: "cache_clear", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				k := cacheOf(a[0])
				k.hits, k.misses = 0, 0
				k.results = py.NewDict()
				return py.None, nil
			}},
			{Name: "__copy__", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }},
			{Name: "__deepcopy__", Signature: "memo, /", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) { return a[0], nil }},
		})
	})
})

func (k *cache) call(t *py.Thread, a py.Args) (py.Object, error) {
	if k.max == 0 {
		k.misses++
		return t.CallArgs(k.fn, a)
	}
	// The arguments are registers of the caller: what is kept must be a copy.
	key, err := k.key(a)
	if err != nil {
		return nil, err
	}
	hash, err := py.Hash(t, key)
	if err != nil {
		return nil, err
	}
	results := k.results
	find := results.GetHashed
	if k.max > 0 {
		find = results.Recent
	}
	v, err := find(t, key, hash)
	if err != nil {
		return nil, err
	}
	if v != nil {
		k.hits++
		return v, nil
	}
	k.misses++
	if v, err = t.CallArgs(k.fn, a); err != nil {
		return nil, err
	}
	if k.max > 0 && results.Len() >= k.max {
		if there, err := results.GetHashed(t, key, hash); there != nil || err != nil {
			return v, err
		}
		results.DelFirst()
	}
	return v, results.SetHashed(t, key, v, hash)
}

// mark is between the positional arguments and the named ones.
type mark struct{ _ byte }

// Class returns the class object.
func (*mark) Class() *py.Class { return py.ObjectClass }

var keywordMark py.Object = &mark{}

// key is what a call's result is found by.
func (k *cache) key(a py.Args) (py.Object, error) {
	if len(a.Names) == 0 && len(a.Pos) == 1 && !k.typed {
		switch v := a.Pos[0].(type) {
		case py.Int, *py.Str:
			return v, nil
		}
	}
	items := append(make([]py.Object, 0, len(a.Pos)+2*len(a.Names)+1), a.Pos...)
	if len(a.Names) > 0 {
		items = append(items, keywordMark)
		for i, name := range a.Names {
			items = append(items, name, a.Named[i])
		}
	}
	if k.typed {
		for _, v := range a.Pos {
			items = append(items, v.Class())
		}
		for _, v := range a.Named {
			items = append(items, v.Class())
		}
	}
	return py.NewTuple(items...), nil
}
