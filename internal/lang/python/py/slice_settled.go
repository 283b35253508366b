package py

// settled is a slice whose parts are ints or None. The program's objects are asked for their
// __index__ first: they may change the length of what is sliced, which is to be taken after.
func (t *Thread) settled(s *Slice) (*Slice, error) {
	plain := Slice{}
	for _, part := range []struct{ from, to *Object }{{&s.Step, &plain.Step}, {&s.Start, &plain.Start}, {&s.Stop, &plain.Stop}} {
		if *part.from == None {
			*part.to = None
			continue
		}
		i, err := t.sliceIndex(*part.from)
		if err != nil {
			return nil, err
		}
		*part.to = MakeInt(int64(i))
		if part.from == &s.Step && i == 0 {
			return nil, Raise(ValueError, "slice step cannot be zero")
		}
	}
	return &plain, nil
}

// SliceBounds is what a slice takes of a sequence whose length size tells: n items from start
// on, step apart.
func (t *Thread) SliceBounds(s *Slice, size func() int) (start, step, n int, err error) {
	plain, err := t.settled(s)
	if err != nil {
		return 0, 0, 0, err
	}
	return t.sliceBounds(plain, size())
}
