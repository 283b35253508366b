package hashlib

import (
	"crypto/hmac"
	"encoding/binary"
	"hash"
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxDerived bounds the keys that are derived, in bytes.
const maxDerived = 1 << 26

// pbkdf2 is PKCS #5's function: each block is the exclusive or of as many HMACs, each of
// the one before.
func pbkdf2(t *py.Thread, a []py.Object) (py.Object, error) {
	s, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %s", py.ArgClass(a[0]))
	}
	make := algorithms[strings.ToLower(s.String())]
	if make == nil || make().Size() == 0 {
		return nil, py.Raise(py.ValueError, "unsupported hash type %s", s)
	}
	var texts [2]string
	for i := range texts {
		if texts[i], ok = py.BytesOf(a[1+i]); !ok {
			return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[1+i].Class().FullName())
		}
	}
	rounds, err := t.Index(a[3])
	if err != nil {
		return nil, err
	}
	if rounds < 1 {
		return nil, py.Raise(py.ValueError, "iteration value must be greater than 0.")
	}
	size := make().Size()
	if a[4] != nil && a[4] != py.None {
		if size, err = t.Index(a[4]); err != nil {
			return nil, err
		}
	}
	switch {
	case size < 1:
		return nil, py.Raise(py.ValueError, "key length must be greater than 0.")
	case size > math.MaxInt32:
		return nil, py.Raise(py.OverflowError, "key length is too great.")
	case size > maxDerived:
		return nil, py.NewExc(py.MemoryError)
	}
	key, err := derive(t, hmac.New(make, []byte(texts[0])), texts[1], rounds, size)
	return py.NewBytes(string(key)), err
}

func derive(t *py.Thread, mac hash.Hash, salt string, rounds, size int) ([]byte, error) {
	var key []byte
	for block := uint32(1); len(key) < size; block++ {
		mac.Reset()
		if err := writePolled(t, mac, salt); err != nil {
			return nil, err
		}
		mac.Write(binary.BigEndian.AppendUint32(nil, block))
		u := mac.Sum(nil)
		sum := append([]byte(nil), u...)
		for i := 1; i < rounds; i++ {
			mac.Reset()
			mac.Write(u)
			u = mac.Sum(u[:0])
			for j := range sum {
				sum[j] ^= u[j]
			}
			if i&0xff == 0 {
				if err := t.Poll(); err != nil {
					return nil, err
				}
			}
		}
		key = append(key, sum...)
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
	return key[:size], nil
}

// fileDigest hashes what is left in a file.
func fileDigest(t *py.Thread, a []py.Object) (py.Object, error) {
	var h py.Object
	var err error
	if _, ok := py.Native(a[1]).(*py.Str); ok {
		h, err = newByName(t, []py.Object{a[1], nil, nil, nil})
	} else {
		h, err = t.Call(a[1])
	}
	if err != nil {
		return nil, err
	}
	for {
		read, err := t.GetAttr(a[0], "read")
		if err != nil {
			return nil, err
		}
		part, err := t.Call(read, py.MakeInt(1<<18))
		if err != nil {
			return nil, err
		}
		if more, err := t.Truth(part); err != nil || !more {
			return h, err
		}
		update, err := t.GetAttr(h, "update")
		if err != nil {
			return nil, err
		}
		if _, err := t.Call(update, part); err != nil {
			return nil, err
		}
	}
}
