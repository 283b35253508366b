package py

// nextSlot is where the search for a hash goes on in the index, after place i. It begins at
// the hash's low bits, with p the hash itself: ints, whose hashes they are, are side by side
// then; and p brings in the higher bits, which alone may differ.
func nextSlot(i, p, mask uint64) (next, rest uint64) {
	p >>= 5
	return (i*5 + p + 1) & mask, p
}

// find is the number of the entry with a key, or -1.
func (d *Dict) find(t *Thread, key Object, hash int64) (int, error) {
	if len(d.index) == 0 {
		return -1, nil
	}
	if s, ok := key.(*Str); ok {
		if at, others := d.searchStr(s.s, hash); !others {
			return at, nil
		}
	}
	for {
		i, changed, err := d.search(t, key, hash)
		if !changed {
			return i, err
		}
		if err := t.Poll(); err != nil {
			return -1, err
		}
	}
}

// search is find, but that it ends with changed when a comparison has changed the dict.
func (d *Dict) search(t *Thread, key Object, hash int64) (found int, changed bool, err error) {
	if len(d.index) == 0 {
		return -1, false, nil
	}
	index := d.index
	mask := uint64(len(index) - 1)
	for i, p := uint64(hash)&mask, uint64(hash); ; i, p = nextSlot(i, p, mask) {
		at := index[i]
		if at == 0 {
			return -1, false, nil
		}
		if at < 0 {
			continue
		}
		e := &d.entries[at-1]
		if e.hash != hash {
			continue
		}
		if e.key == key {
			return int(at - 1), false, nil
		}
		entryKey := e.key
		same, err := t.SameOrEqual(entryKey, key)
		if err != nil {
			return -1, false, err
		}
		if len(d.index) == 0 || &d.index[0] != &index[0] || index[i] != at || !Is(d.entries[at-1].key, entryKey) {
			return -1, true, nil
		}
		if same {
			return int(at - 1), false, nil
		}
	}
}

// searchStr is find for a str. others is that a key of the same hash is no str, and has to
// be asked, before at which there is none.
func (d *Dict) searchStr(s string, hash int64) (at int, others bool) {
	mask := uint64(len(d.index) - 1)
	for i, p := uint64(hash)&mask, uint64(hash); ; i, p = nextSlot(i, p, mask) {
		at := d.index[i]
		if at == 0 {
			return -1, false
		}
		if at < 0 {
			continue
		}
		e := &d.entries[at-1]
		if e.hash != hash {
			continue
		}
		k, ok := e.key.(*Str)
		if !ok {
			return -1, true
		}
		if k.s == s {
			return int(at - 1), false
		}
	}
}

// findStr is find for a str where there is nobody to ask: a key of a subclass is found by
// the str that it is.
func (d *Dict) findStr(s string, hash int64) int {
	mask := uint64(len(d.index) - 1)
	for i, p := uint64(hash)&mask, uint64(hash); ; i, p = nextSlot(i, p, mask) {
		at := d.index[i]
		if at == 0 {
			return -1
		}
		if at < 0 {
			continue
		}
		e := &d.entries[at-1]
		if e.hash != hash {
			continue
		}
		if k, ok := Native(e.key).(*Str); ok && k.s == s {
			return int(at - 1)
		}
	}
}

// findPlain is find for a str or an int, and keys that are the like; -1 may be also that
// others have to be asked.
func (d *Dict) findPlain(key Object) int {
	if len(d.index) == 0 {
		return -1
	}
	switch k := key.(type) {
	case *Str:
		at, _ := d.searchStr(k.s, k.hashed())
		return at
	case Int:
		hash := hashInt(int64(k))
		mask := uint64(len(d.index) - 1)
		for i, p := uint64(hash)&mask, uint64(hash); ; i, p = nextSlot(i, p, mask) {
			at := d.index[i]
			if at == 0 {
				return -1
			}
			if at > 0 {
				if e := &d.entries[at-1]; e.hash == hash {
					if v, ok := e.key.(Int); ok && v == k {
						return int(at - 1)
					}
				}
			}
		}
	}
	return -1
}
