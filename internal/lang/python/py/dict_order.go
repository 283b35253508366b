package py

// MoveToEnd moves a key to the end of a dict's order, or to its beginning. It reports
// whether the key is there.
func (d *Dict) MoveToEnd(t *Thread, key Object, last bool) (bool, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := d.find(t, key, hash)
	if i < 0 || err != nil {
		return false, err
	}
	e := d.entries[i]
	if last {
		d.drop(i)
		d.add(e.key, e.value, e.hash)
		return true, nil
	}
	d.drop(i)
	d.prepend(e)
	return true, nil
}

// prepend adds an entry before all others.
func (d *Dict) prepend(e entry) {
	entries := append(make([]entry, 0, d.used+d.used/2+1), e)
	for _, old := range d.entries {
		if old.value != nil {
			entries = append(entries, old)
		}
	}
	d.entries, d.head, d.used = entries, 0, len(entries)
	d.version++
	d.resize()
}

// First is the first key and its value, or nils. Last is the last one's.
func (d *Dict) First() (key, value Object) {
	var c Cursor
	return c.Next(d)
}

// Last is the last key and its value, or nils.
func (d *Dict) Last() (key, value Object) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if e := &d.entries[i]; e.value != nil {
			return e.key, e.value
		}
	}
	return nil, nil
}
