package py

// A Set is a set or a frozenset. The order of its items is CPython's: the table works as its
// does, with linear probes of a few places before each jump.
type Set struct {
	table  []setEntry // a power of two long, or nil: that stands for one of minSetSize
	fill   int        // entries that aren't free
	used   int        // items
	finger int        // where pop goes on
	hash   int64      // of a frozenset, once hashed is true
	hashed bool
	frozen bool
}

// A setEntry is free without a key; one that was deleted has the key dummy and hash -1,
// which no item has.
type setEntry struct {
	key  Object
	hash int64
}

type dummyType struct{ _ byte }

// Class is never asked for.
func (*dummyType) Class() *Class { return ObjectClass }

var dummy Object = &dummyType{}

const (
	minSetSize = 8
	setProbes  = 9
	setShift   = 5
	manyItems  = 50_000 // from here on tables grow by less
)

func newSet(frozen bool) *Set { return &Set{frozen: frozen} }

// Class returns the class set or frozenset.
func (s *Set) Class() *Class {
	if s.frozen {
		return FrozenSetClass
	}
	return SetClass
}

// Len is how many items it has.
func (s *Set) Len() int { return s.used }

func (s *Set) mask() int { return max(len(s.table), minSetSize) - 1 }

func (e *setEntry) live() bool { return e.key != nil && e.key != dummy }

// A probe walks the places at which a hash may be.
type probe struct {
	i, left, perturb, mask uint64
	at                     uint64 // what i is with the linear probes
}

func newProbe(hash int64, size int) probe {
	p := probe{perturb: uint64(hash), mask: uint64(size - 1)}
	p.i = uint64(hash) & p.mask
	p.begin()
	return p
}

func (p *probe) begin() {
	p.at, p.left = p.i, 0
	if p.i+setProbes <= p.mask {
		p.left = setProbes
	}
}

func (p *probe) next() {
	if p.left > 0 {
		p.left--
		p.at++
		return
	}
	p.perturb >>= setShift
	p.i = (p.i*5 + 1 + p.perturb) & p.mask
	p.begin()
}

// lookup is where an item is, or else, with found false, where it is to be put: in the
// place of the last deleted one that was passed, or into the free entry where the search
// ended. It begins anew whenever a comparison has changed the set.
func (s *Set) lookup(t *Thread, key Object, hash int64) (at int, found bool, err error) {
	for {
		if len(s.table) == 0 {
			s.table = make([]setEntry, minSetSize)
		}
		at, found, changed, err := s.search(t, key, hash)
		if !changed || err != nil {
			return at, found, err
		}
		if err := t.Poll(); err != nil {
			return 0, false, err
		}
	}
}

func (s *Set) search(t *Thread, key Object, hash int64) (at int, found, changed bool, err error) {
	table := s.table
	deleted := -1
	for p := newProbe(hash, len(table)); ; p.next() {
		e := &table[p.at]
		if e.key == nil {
			if deleted >= 0 {
				return deleted, false, false, nil
			}
			return int(p.at), false, false, nil
		}
		if e.hash != hash {
			if e.hash == -1 {
				deleted = int(p.at)
			}
			continue
		}
		if e.key == key {
			return int(p.at), true, false, nil
		}
		held := e.key
		same, err := t.SameOrEqual(held, key)
		if err != nil {
			return 0, false, false, err
		}
		if len(s.table) == 0 || &s.table[0] != &table[0] || !Is(e.key, held) {
			return 0, false, true, nil
		}
		if same {
			return int(p.at), true, false, nil
		}
	}
}

// has reports whether an item is there.
func (s *Set) has(t *Thread, key Object, hash int64) (bool, error) {
	if len(s.table) == 0 {
		return false, nil
	}
	_, found, err := s.lookup(t, key, hash)
	return found, err
}

// Add adds an item.
func (s *Set) Add(t *Thread, key Object) error {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	return s.add(t, key, hash)
}

func (s *Set) add(t *Thread, key Object, hash int64) error {
	if len(s.table) == 0 {
		s.table = make([]setEntry, minSetSize)
	}
	at, found, err := s.lookup(t, key, hash)
	if found || err != nil {
		return err
	}
	free := s.table[at].key == nil
	s.table[at] = setEntry{key, hash}
	s.used++
	if !free {
		return nil
	}
	s.fill++
	if s.fill*5 >= s.mask()*3 {
		s.resize(s.growth())
	}
	return nil
}

// growth is what resize is told when a set of so many items is full.
func (s *Set) growth() int {
	if s.used > manyItems {
		return s.used * 2
	}
	return s.used * 4
}

// resize makes a table for more than least items, without those that were deleted.
func (s *Set) resize(least int) {
	size := minSetSize
	for size <= least {
		size *= 2
	}
	if size == minSetSize && len(s.table) <= minSetSize && s.fill == s.used {
		return
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.fill = s.used
	for i := range old {
		if e := &old[i]; e.live() {
			s.insert(*e)
		}
	}
}

// insert puts an item that isn't there into a table without deleted ones.
func (s *Set) insert(e setEntry) {
	p := newProbe(e.hash, len(s.table))
	for s.table[p.at].key != nil {
		p.next()
	}
	s.table[p.at] = e
}

// remove reports whether the item was there.
func (s *Set) remove(t *Thread, key Object, hash int64) (bool, error) {
	if len(s.table) == 0 {
		return false, nil
	}
	at, found, err := s.lookup(t, key, hash)
	if !found || err != nil {
		return false, err
	}
	s.table[at] = setEntry{dummy, -1}
	s.used--
	return true, nil
}

// pop takes out an item, of which there is one.
func (s *Set) pop() Object {
	mask := s.mask()
	i := s.finger & mask
	for !s.table[i].live() {
		i = (i + 1) & mask
	}
	key := s.table[i].key
	s.table[i] = setEntry{dummy, -1}
	s.used--
	s.finger = i + 1
	return key
}

func (s *Set) clear() { s.table, s.fill, s.used, s.hashed = nil, 0, 0, false }

// next is the item at place i or after it, and the place after that; nil at the end.
func (s *Set) next(i int) (*setEntry, int) {
	for ; i < len(s.table); i++ {
		if e := &s.table[i]; e.live() {
			return e, i + 1
		}
	}
	return nil, i
}

// each calls f with each item, as the set is at that moment.
func (s *Set) each(t *Thread, f func(e setEntry) error) error {
	for i := 0; ; {
		var e *setEntry
		if e, i = s.next(i); e == nil {
			return nil
		}
		if err := f(*e); err != nil {
			return err
		}
		if i&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return err
			}
		}
	}
}

// items are its items, in order.
func (s *Set) items() []Object {
	list := make([]Object, 0, s.used)
	for i := range s.table {
		if e := &s.table[i]; e.live() {
			list = append(list, e.key)
		}
	}
	return list
}
