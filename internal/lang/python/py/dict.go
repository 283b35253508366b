package py

import (
	"hash/maphash"
	"slices"
	"sync/atomic"
)

// A Dict is a dict: it keeps the order in which keys came.
type Dict struct {
	entries []entry // in order; those without a value were deleted
	index   []int32 // by hash: an entry's number + 1, 0 is free, -1 was deleted; a power of two long
	used    int     // entries that have a value
	filled  int     // of index, deleted ones included
	head    int     // entries at the beginning that were deleted: a queue's
	version uint64  // changes when a key comes or goes: a LoadGlobal's entry is where it was until then
}

type entry struct {
	key, value Object
	hash       int64
}

// Class returns the class dict.
func (*Dict) Class() *Class { return DictClass }

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{} }

// Len is how many keys it has.
func (d *Dict) Len() int { return d.used }

var hashSeed = maphash.MakeSeed()

// hashString is a str's hash. It differs from process to process, so that nobody can
// prepare keys that collide.
func hashString(s string) int64 { return spreadHash(shortHash(s)) }

// shortHash is as much of a hash as a Str keeps.
func shortHash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := maphash.String(hashSeed, s)
	return max(uint32(h^h>>32), 1)
}

// spreadHash makes 64 bits of a short hash.
func spreadHash(h uint32) int64 { return notMinusOne(int64(uint64(h) * 0x9e3779b97f4a7c15)) }

func (s *Str) hashed() int64 {
	h := atomic.LoadUint32(&s.hash)
	if h == 0 {
		h = shortHash(s.s)
		atomic.StoreUint32(&s.hash, h)
	}
	return spreadHash(h)
}

// Get returns the value of a key, or nil.
func (d *Dict) Get(t *Thread, key Object) (Object, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return nil, err
	}
	i, err := d.find(t, key, hash)
	if i < 0 {
		return nil, err
	}
	return d.entries[i].value, nil
}

// GetStr returns the value of a str, or nil.
func (d *Dict) GetStr(name string) Object {
	if len(d.index) == 0 {
		return nil
	}
	if i := d.findStr(name, hashString(name)); i >= 0 {
		return d.entries[i].value
	}
	return nil
}

// getStr is GetStr for a str.
func (d *Dict) getStr(name *Str) Object {
	if len(d.index) == 0 {
		return nil
	}
	if i := d.findStr(name.s, name.hashed()); i >= 0 {
		return d.entries[i].value
	}
	return nil
}

// Set sets a key.
func (d *Dict) Set(t *Thread, key, value Object) error {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	i, err := d.find(t, key, hash)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].value = value
		return nil
	}
	d.add(key, value, hash)
	return nil
}

// SetStr sets the key that is a str.
func (d *Dict) SetStr(name string, value Object) { d.setStr(NewStr(name), value) }

func (d *Dict) setStr(key *Str, value Object) {
	hash := key.hashed()
	if len(d.index) > 0 {
		if i := d.findStr(key.s, hash); i >= 0 {
			d.entries[i].value = value
			return
		}
	}
	d.add(key, value, hash)
}

// add adds a key that isn't there.
func (d *Dict) add(key, value Object, hash int64) {
	if (d.filled+1)*3 >= len(d.index)*2 {
		d.resize()
	}
	mask := uint64(len(d.index) - 1)
	i, p := uint64(hash)&mask, uint64(hash)
	for d.index[i] != 0 {
		i, p = nextSlot(i, p, mask)
	}
	if len(d.entries) == cap(d.entries) && len(d.entries) < manyEntries {
		d.grow()
	}
	d.entries = append(d.entries, entry{key, value, hash})
	d.index[i] = int32(len(d.entries))
	d.used++
	d.filled++
	d.version++
}

// manyEntries is from when on room for entries grows as append has it, by a quarter and not to twice
// as many.
const manyEntries = 256

// grow makes room for few entries: for two at first, then for as many as there may be before the
// next resize.
func (d *Dict) grow() {
	most := (2*len(d.index) - 1) / 3
	if len(d.entries) < 2 {
		most = 2
	}
	d.entries = slices.Grow(d.entries, max(most-len(d.entries), 1))
}

// resize makes room for as many keys again, and drops what was deleted.
func (d *Dict) resize() {
	size := 8
	for size < d.used*3 {
		size *= 2
	}
	if len(d.entries) != d.used {
		kept := make([]entry, 0, d.used+d.used/2)
		for _, e := range d.entries {
			if e.value != nil {
				kept = append(kept, e)
			}
		}
		d.entries, d.head = kept, 0
	}
	d.index = make([]int32, size)
	d.filled = d.used
	mask := uint64(size - 1)
	for n := range d.entries {
		p := uint64(d.entries[n].hash)
		i := p & mask
		for d.index[i] != 0 {
			i, p = nextSlot(i, p, mask)
		}
		d.index[i] = int32(n + 1)
	}
}

// Del deletes a key and returns its value, or nil when it isn't there.
func (d *Dict) Del(t *Thread, key Object) (Object, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return nil, err
	}
	i, err := d.find(t, key, hash)
	if i < 0 {
		return nil, err
	}
	v := d.entries[i].value
	d.drop(i)
	return v, nil
}

// DelStr deletes the key that is a str and reports whether it was there.
func (d *Dict) DelStr(name string) bool {
	if len(d.index) == 0 {
		return false
	}
	i := d.findStr(name, hashString(name))
	if i < 0 {
		return false
	}
	d.drop(i)
	return true
}

// drop deletes entry n.
func (d *Dict) drop(n int) {
	mask := uint64(len(d.index) - 1)
	p := uint64(d.entries[n].hash)
	i := p & mask
	for d.index[i] != int32(n+1) {
		i, p = nextSlot(i, p, mask)
	}
	d.index[i] = -1
	d.entries[n] = entry{}
	d.used--
	d.version++
	if n == d.head {
		for d.head < len(d.entries) && d.entries[d.head].value == nil {
			d.head++
		}
	}
}

// last is the number of the last entry that has a value, of which there is one. Those after
// it are gone then: popitem finds what is last at once.
func (d *Dict) last() int {
	n := len(d.entries) - 1
	for d.entries[n].value == nil {
		n--
	}
	d.entries = d.entries[:n+1]
	return n
}

// Clear deletes all keys.
func (d *Dict) Clear() {
	*d = Dict{version: d.version + 1}
}

// A Cursor goes through a dict. The zero value begins at the first key. The dict may be
// changed meanwhile: who must not allow that compares Len.
type Cursor struct{ at int }

// Next is the next key and its value, or nils after the last.
func (c *Cursor) Next(d *Dict) (key, value Object) {
	c.at = max(c.at, d.head)
	for c.at < len(d.entries) {
		e := &d.entries[c.at]
		c.at++
		if e.value != nil {
			return e.key, e.value
		}
	}
	return nil, nil
}

// Keys are its keys, in order.
func (d *Dict) Keys() []Object {
	keys := make([]Object, 0, d.used)
	for _, e := range d.entries {
		if e.value != nil {
			keys = append(keys, e.key)
		}
	}
	return keys
}

// Copy returns a dict with the same keys and values.
func (d *Dict) Copy() *Dict {
	c := &Dict{}
	c.fill(d)
	return c
}

// fill makes an empty dict a copy of other.
func (d *Dict) fill(other *Dict) {
	d.entries, d.head = make([]entry, 0, other.used), 0
	for _, e := range other.entries {
		if e.value != nil {
			d.entries = append(d.entries, e)
		}
	}
	d.used = len(d.entries)
	d.version++
	d.resize()
}

// Merge sets all of other's keys.
func (d *Dict) Merge(t *Thread, other *Dict) error {
	if d.used == 0 {
		d.fill(other)
		return nil
	}
	n := len(other.entries)
	for i := range n {
		e := other.entries[i]
		if e.value == nil {
			continue
		}
		at, err := d.find(t, e.key, e.hash)
		switch {
		case err != nil:
			return err
		case at >= 0:
			d.entries[at].value = e.value
		default:
			d.add(e.key, e.value, e.hash)
		}
		if len(other.entries) != n { // by a comparison
			return Raise(RuntimeError, "dict mutated during update")
		}
	}
	return nil
}
