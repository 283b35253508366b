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
	switch {
	case last && i != d.last():
		d.drop(i)
		d.add(e.key, e.value, e.hash)
	case !last && i != d.head:
		d.drop(i)
		d.prepend(e)
	}
	return true, nil
}

// GetHashed is Get for a key whose hash is known.
func (d *Dict) GetHashed(t *Thread, key Object, hash int64) (Object, error) {
	i, err := d.find(t, key, hash)
	if i < 0 {
		return nil, err
	}
	return d.entries[i].value, nil
}

// Recent is GetHashed, but that the key is the last one then.
func (d *Dict) Recent(t *Thread, key Object, hash int64) (Object, error) {
	i, err := d.find(t, key, hash)
	if i < 0 {
		return nil, err
	}
	e := d.entries[i]
	if i < len(d.entries)-1 {
		d.drop(i)
		d.add(e.key, e.value, e.hash)
	}
	return e.value, nil
}

// SetHashed is Set for a key whose hash is known.
func (d *Dict) SetHashed(t *Thread, key, value Object, hash int64) error {
	i, err := d.find(t, key, hash)
	switch {
	case err != nil:
		return err
	case i >= 0:
		d.entries[i].value = value
	default:
		d.add(key, value, hash)
	}
	return nil
}

// DelFirst deletes the first key, if there is one.
func (d *Dict) DelFirst() {
	if d.used > 0 {
		d.drop(d.head)
	}
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
	if d.used == 0 {
		return nil, nil
	}
	e := &d.entries[d.last()]
	return e.key, e.value
}
