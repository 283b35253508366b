// Package hashlib is Python's module hashlib.
package hashlib

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// New returns the module.
func New(t *py.Thread) (*py.Module, error) {
	m := py.NewModule("hashlib")
	var names, guaranteed []py.Object
	for _, name := range sortedNames() {
		names = append(names, py.NewStr(name))
		if strings.HasPrefix(name, "sha512_") {
			continue
		}
		guaranteed = append(guaranteed, py.NewStr(name))
		switch name {
		case "blake2b":
			m.Set(name, blakeClass(true)())
		case "blake2s":
			m.Set(name, blakeClass(false)())
		default:
			m.Set(name, constructor(name))
		}
	}
	for name, list := range map[string][]py.Object{"algorithms_available": names, "algorithms_guaranteed": guaranteed} {
		set, err := t.Call(py.SetClass, py.NewList(list...))
		if err != nil {
			return nil, err
		}
		m.Set(name, set)
	}
	m.Add("new", "name, string=, /, *, data=, usedforsecurity=", newByName)
	m.Add("pbkdf2_hmac", "hash_name, password, salt, iterations, dklen=", pbkdf2)
	m.Add("scrypt", "password, *, salt=, n=, r=, p=, maxmem=, dklen=", scrypt)
	m.Add("file_digest", "fileobj, digest, /, *, _bufsize=", fileDigest)
	return m, nil
}

func sortedNames() []string {
	names := []string{"blake2b", "blake2s"}
	for name := range algorithms {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// constructor is md5 and the like.
func constructor(name string) py.Object {
	b := py.NewBuiltin("openssl_"+name, "string=, *, usedforsecurity=", func(t *py.Thread, a []py.Object) (py.Object, error) {
		return newHash(t, name, a[0])
	})
	b.Module = "_hashlib"
	return b
}

func newHash(t *py.Thread, name string, data py.Object) (py.Object, error) {
	h := &py.Opaque[*digest]{Of: class(), Value: &digest{name: name, h: algorithms[name]()}}
	if h.Value.variable() {
		h.Of = variableClass()
	}
	return h, h.Value.update(t, data)
}

func newByName(t *py.Thread, a []py.Object) (py.Object, error) {
	s, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "name must be a string")
	}
	data := a[1]
	if data == nil {
		data = a[2]
	}
	name := strings.ToLower(s.String())
	switch {
	case name == "blake2b" || name == "blake2s":
		args := py.Args{}
		if data != nil {
			args.Pos = []py.Object{data}
		}
		return t.CallArgs(blakeClass(name == "blake2b")(), args)
	case algorithms[name] == nil:
		return nil, py.Raise(py.ValueError, "unsupported hash type %s", s)
	}
	return newHash(t, name, data)
}

// bytesOf is the contents of what is to be hashed.
func bytesOf(x py.Object) (string, error) {
	if _, ok := py.Native(x).(*py.Str); ok {
		return "", py.Raise(py.TypeError, "Strings must be encoded before hashing")
	}
	s, ok := py.BytesLike(x)
	if !ok {
		return "", py.Raise(py.TypeError, "object supporting the buffer API required")
	}
	return s, nil
}

var class = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_hashlib", "HASH", nil, func(c *py.Class) {
		addMethods(c)
		c.AddMethods(py.MethodTable{
			{Name: "digest", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				return py.NewBytes(string(of(a[0]).sum(-1))), nil
			}},
			{Name: "hexdigest", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				return hexText(of(a[0]).sum(-1)), nil
			}},
		})
	})
})

// variableClass is of hashes whose digests are as long as one asks for.
var variableClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_hashlib", "HASHXOF", class(), func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "digest", Signature: "length", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				b, err := variableSum(t, a)
				return py.NewBytes(string(b)), err
			}},
			{Name: "hexdigest", Signature: "length", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				b, err := variableSum(t, a)
				return hexText(b), err
			}},
		})
	})
})

func variableSum(t *py.Thread, a []py.Object) ([]byte, error) {
	n, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 || n > 1<<28 {
		return nil, py.NewExc(py.MemoryError)
	}
	return of(a[0]).sumUnless(n, t.Stopped)
}

func of(x py.Object) *digest { return py.Native(x).(*py.Opaque[*digest]).Value }

// addMethods adds what all hashes have.
func addMethods(c *py.Class) {
	c.Slots.Repr = func(_ *py.Thread, o py.Object) (py.Object, error) {
		d, cls := of(o), o.Class()
		if d.blake {
			return py.NewStr(plainRepr(o)), nil
		}
		return py.NewStr(fmt.Sprintf("<%s %s.%s object @ 0x%012x>", d.name, cls.Module, cls.Name, py.ID(o))), nil
	}
	c.AddMethods(py.MethodTable{
		{Name: "update", Signature: "data, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
			return py.None, of(a[0]).update(t, a[1])
		}},
		{Name: "copy", Signature: "/", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
			return &py.Opaque[*digest]{Of: py.Native(a[0]).(*py.Opaque[*digest]).Of, Value: of(a[0]).clone()}, nil
		}},
	})
	number := func(name string, get func(*digest) int) *py.GetSet {
		return &py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
			return py.MakeInt(int64(get(of(o)))), nil
		}}
	}
	c.AddGetSets(number("digest_size", (*digest).size), number("block_size", func(d *digest) int { return d.h.BlockSize() }),
		&py.GetSet{Name: "name", Get: func(_ *py.Thread, o py.Object) (py.Object, error) { return py.NewStr(of(o).name), nil }})
}
