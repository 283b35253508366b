package hashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// algorithms are those that take no parameters, by name.
var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha512_224": sha512.New512_224, "sha512_256": sha512.New512_256,
	"sha3_224":  func() hash.Hash { return sha3.New224() },
	"sha3_256":  func() hash.Hash { return sha3.New256() },
	"sha3_384":  func() hash.Hash { return sha3.New384() },
	"sha3_512":  func() hash.Hash { return sha3.New512() },
	"shake_128": func() hash.Hash { return &shake{sha3.NewSHAKE128(), sha3.NewSHAKE128} },
	"shake_256": func() hash.Hash { return &shake{sha3.NewSHAKE256(), sha3.NewSHAKE256} },
}

// A digest is a hash under way.
type digest struct {
	name  string
	blake bool
	h     hash.Hash
}

// step is how many bytes are hashed between polls.
const step = 1 << 20

func (d *digest) update(t *py.Thread, data py.Object) error {
	if data == nil {
		return nil
	}
	s, err := bytesOf(data)
	if err != nil {
		return err
	}
	return d.write(t, s)
}

func (d *digest) write(t *py.Thread, s string) error {
	return writePolled(t, d.h, s)
}

// writePolled hashes a text, however long.
func writePolled(t *py.Thread, h hash.Hash, s string) error {
	for len(s) > step {
		h.Write([]byte(s[:step]))
		s = s[step:]
		if err := t.Poll(); err != nil {
			return err
		}
	}
	h.Write([]byte(s))
	return nil
}

func (d *digest) variable() bool {
	_, ok := d.h.(*shake)
	return ok
}

func (d *digest) size() int {
	if d.variable() {
		return 0
	}
	return d.h.Size()
}

// sum is the digest, which is n bytes long where the length isn't fixed.
func (d *digest) sum(n int) []byte {
	b, _ := d.sumUnless(n, func() error { return nil })
	return b
}

// sumUnless asks meanwhile whether it is to stop.
func (d *digest) sumUnless(n int, stop func() error) ([]byte, error) {
	if s, ok := d.h.(*shake); ok {
		b := make([]byte, n)
		from := s.clone()
		for at := 0; at < n; at += step {
			from.SHAKE.Read(b[at:min(at+step, n)])
			if err := stop(); err != nil {
				return nil, err
			}
		}
		return b, nil
	}
	return d.h.Sum(nil), nil
}

func (d *digest) clone() *digest {
	c := &digest{name: d.name, blake: d.blake}
	switch h := d.h.(type) {
	case *shake:
		c.h = h.clone()
	case *blake2:
		c.h = h.clone()
	case hash.Cloner:
		c.h, _ = h.Clone() // fails for none of the library's
	}
	return c
}

// A shake is a hash whose digests are as long as one asks for.
type shake struct {
	*sha3.SHAKE
	fresh func() *sha3.SHAKE
}

// Size is 0: there is none of its own.
func (*shake) Size() int { return 0 }

// Sum adds nothing: see digest.sum.
func (*shake) Sum(b []byte) []byte { return b }

func (s *shake) clone() *shake {
	c := &shake{s.fresh(), s.fresh}
	state, err := s.MarshalBinary()
	if err == nil {
		_ = c.UnmarshalBinary(state) // it is of the same kind
	}
	return c
}

func hexText(b []byte) *py.Str { return py.NewStr(hex.EncodeToString(b)) }

// plainRepr is repr of an object that hasn't one of its own.
func plainRepr(o py.Object) string {
	c := o.Class()
	return fmt.Sprintf("<%s.%s object at 0x%012x>", c.Module, c.Name, py.ID(o))
}
