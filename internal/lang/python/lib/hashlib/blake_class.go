package hashlib

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

var (
	blake2bClass = sync.OnceValue(func() *py.Class { return defineBlake(true) })
	blake2sClass = sync.OnceValue(func() *py.Class { return defineBlake(false) })
)

// blakeClass is the class blake2b, or blake2s.
func blakeClass(wide bool) func() *py.Class {
	if wide {
		return blake2bClass
	}
	return blake2sClass
}

// limits are the sizes of BLAKE2b; half of them are BLAKE2s's.
type limits struct{ digest, key, salt, person int }

func limitsOf(wide bool) limits {
	if wide {
		return limits{64, 64, 16, 16}
	}
	return limits{32, 32, 8, 8}
}

func defineBlake(wide bool) *py.Class {
	name := "blake2s"
	if wide {
		name = "blake2b"
	}
	return py.DefineClass("_blake2", name, nil, func(c *py.Class) {
		addMethods(c)
		c.AddMethods(py.MethodTable{
			{Name: "digest", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				return py.NewBytes(string(of(a[0]).sum(-1))), nil
			}},
			{Name: "hexdigest", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				return hexText(of(a[0]).sum(-1)), nil
			}},
		})
		l := limitsOf(wide)
		for key, n := range map[string]int{"MAX_DIGEST_SIZE": l.digest, "MAX_KEY_SIZE": l.key, "SALT_SIZE": l.salt, "PERSON_SIZE": l.person} {
			c.Dict.SetStr(key, py.MakeInt(int64(n)))
		}
		make := py.NewBuiltin(name, "data=, /, *, digest_size=, key=, salt=, person=, fanout=, depth=, leaf_size=, node_offset=, node_depth=, inner_size=, last_node=, usedforsecurity=",
			func(t *py.Thread, a []py.Object) (py.Object, error) {
				p, err := blakeParameters(t, l, a)
				if err != nil {
					return nil, err
				}
				d := &digest{name: name, blake: true, h: newBlake2(wide, p)}
				return &py.Opaque[*digest]{Of: c, Value: d}, d.update(t, a[0])
			})
		c.Slots.New = func(t *py.Thread, _ *py.Class, a py.Args) (py.Object, error) { return t.CallArgs(make, a) }
	})
}

func blakeParameters(t *py.Thread, l limits, a []py.Object) (*parameters, error) {
	p := &parameters{size: l.digest, fanout: 1, depth: 1}
	texts := []struct {
		to   *string
		x    py.Object
		name string
		most int
	}{{&p.key, a[2], "key", l.key}, {&p.salt, a[3], "salt", l.salt}, {&p.person, a[4], "person", l.person}}
	for _, s := range texts {
		if s.x == nil {
			continue
		}
		text, ok := py.BytesOf(s.x)
		switch {
		case !ok:
			return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", s.x.Class().FullName())
		case len(text) > s.most && s.name == "key":
			return nil, py.Raise(py.ValueError, "maximum key length is %d bytes", s.most)
		case len(text) > s.most:
			return nil, py.Raise(py.ValueError, "maximum %s length is %d bytes", s.name, s.most)
		}
		*s.to = text
	}
	var leaf, offset int
	offsetMost := 1<<63 - 1
	if l.digest == 32 {
		offsetMost = 1<<48 - 1
	}
	numbers := []struct {
		to         *int
		x          py.Object
		low, high  int
		outOfRange string
	}{{&p.size, a[1], 1, l.digest, "digest_size must be between 1 and %d bytes"}, {&p.fanout, a[5], 0, 255, "fanout must be between 0 and %d"},
		{&p.depth, a[6], 1, 255, "depth must be between 1 and %d"}, {&leaf, a[7], 0, 1<<32 - 1, "leaf_size is too large"},
		{&offset, a[8], 0, offsetMost, "node_offset is too large"}, {&p.nodeDepth, a[9], 0, 255, "node_depth must be between 0 and %d"},
		{&p.innerSize, a[10], 0, l.digest, "inner_size must be between 0 and is %d"}}
	for i, n := range numbers {
		if n.x == nil {
			continue
		}
		v, err := t.Index(n.x)
		if err != nil {
			return nil, err
		}
		if v < n.low || v > n.high {
			if i == 3 || i == 4 {
				return nil, py.Raise(py.OverflowError, "%s", n.outOfRange)
			}
			return nil, py.Raise(py.ValueError, n.outOfRange, n.high)
		}
		*n.to = v
	}
	p.leafSize, p.nodeOffset = uint64(leaf), uint64(offset)
	if a[11] != nil {
		var err error
		if p.lastNode, err = t.Truth(a[11]); err != nil {
			return nil, err
		}
	}
	return p, nil
}
