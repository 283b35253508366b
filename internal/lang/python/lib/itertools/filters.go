package itertools

import "github.com/elide-dev/elided/internal/lang/python/py"

// filters are the classes of iterators that leave out values, and starmap.
func filters() []*py.Class {
	return []*py.Class{
		class("takewhile", newPredicate("takewhile"), nextWhile, reduced(reducePlaced), restored(setPredicate)),
		class("dropwhile", newPredicate("dropwhile"), nextAfter, reduced(reducePlaced), restored(setPredicate)),
		class("filterfalse", newPredicate("filterfalse"), nextFalse, reduced(reducePredicate)),
		class("starmap", newPredicate("starmap"), nextStar, reduced(reducePredicate)),
		class("compress", newCompressor, nextCompressed, reduced(reduceCompressor)),
		class("islice", newSlicer, nextOfSlice, reduced(reduceSlicer), restored(setSlicer)),
	}
}

// A predicate is an iterator with a function. done is whether it has found its place: the
// end of takewhile, the beginning of dropwhile.
type predicate struct {
	fn, it py.Object
	done   bool
}

var predicateSig = py.Sign("function, iterable, /")

func newPredicate(name string) func(t *py.Thread, a py.Args) (*predicate, error) {
	return func(t *py.Thread, a py.Args) (*predicate, error) {
		v, err := bindExact(name, predicateSig, a, 2)
		if err != nil {
			return nil, err
		}
		it, err := t.Iter(v[1])
		return &predicate{fn: v[0], it: it}, err
	}
}

func (p *predicate) holds(t *py.Thread, v py.Object) (bool, error) {
	v, err := t.Call(p.fn, v)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

func nextWhile(t *py.Thread, p *predicate) (py.Object, error) {
	if p.done {
		return nil, nil
	}
	v, err := t.Next(p.it)
	if v == nil || err != nil {
		return nil, err
	}
	ok, err := p.holds(t, v)
	if err != nil {
		return nil, err
	}
	if !ok {
		p.done = true
		return nil, nil
	}
	return v, nil
}

func nextAfter(t *py.Thread, p *predicate) (py.Object, error) {
	for {
		v, err := t.Next(p.it)
		if v == nil || err != nil || p.done {
			return v, err
		}
		ok, err := p.holds(t, v)
		if err != nil {
			return nil, err
		}
		if !ok {
			p.done = true
			return v, nil
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
}

func nextFalse(t *py.Thread, p *predicate) (py.Object, error) {
	for {
		v, err := t.Next(p.it)
		if v == nil || err != nil {
			return nil, err
		}
		ok, err := false, error(nil)
		if p.fn == py.None {
			ok, err = t.Truth(v)
		} else {
			ok, err = p.holds(t, v)
		}
		if !ok || err != nil {
			return v, err
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
}

func nextStar(t *py.Thread, p *predicate) (py.Object, error) {
	v, err := t.Next(p.it)
	if v == nil || err != nil {
		return nil, err
	}
	args, err := t.Collect(v)
	if err != nil {
		return nil, err
	}
	return t.Call(p.fn, args...)
}

type compressor struct{ data, selectors py.Object }

var compressSig = py.Sign("data, selectors")

func newCompressor(t *py.Thread, a py.Args) (*compressor, error) {
	v, err := bind("compress", compressSig, a)
	if err != nil {
		return nil, err
	}
	its, err := iterators(t, v)
	if err != nil {
		return nil, err
	}
	return &compressor{its[0], its[1]}, nil
}

func nextCompressed(t *py.Thread, c *compressor) (py.Object, error) {
	for {
		v, err := t.Next(c.data)
		if v == nil || err != nil {
			return nil, err
		}
		s, err := t.Next(c.selectors)
		if s == nil || err != nil {
			return nil, err
		}
		if ok, err := t.Truth(s); ok || err != nil {
			return v, err
		}
		if err := t.Poll(); err != nil {
			return nil, err
		}
	}
}

// A slicer has a nil it once it has ended. next is the number of the value to be given
// next, at that of the one that it would give; a negative stop is none.
type slicer struct {
	it             py.Object
	at, next, stop int
	step           int
}

func newSlicer(t *py.Thread, a py.Args) (*slicer, error) {
	if len(a.Names) > 0 {
		return nil, py.Raise(py.TypeError, "islice() takes no keyword arguments")
	}
	if n := len(a.Pos); n < 2 {
		return nil, py.Raise(py.TypeError, "islice expected at least 2 arguments, got %d", n)
	} else if n > 4 {
		return nil, py.Raise(py.TypeError, "islice expected at most 4 arguments, got %d", n)
	}
	s := &slicer{stop: -1, step: 1}
	bounds := a.Pos[1:]
	var ok bool
	if len(bounds) == 1 {
		if s.stop, ok = sliceBound(t, bounds[0], -1); !ok {
			if s.stop < -1 {
				return nil, indexes()
			}
			return nil, py.Raise(py.ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	} else {
		if s.stop, ok = sliceBound(t, bounds[1], -1); !ok {
			if s.stop < -1 {
				return nil, indexes()
			}
			return nil, py.Raise(py.ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if s.next, ok = sliceBound(t, bounds[0], 0); !ok {
			return nil, indexes()
		}
	}
	if len(bounds) == 3 {
		if s.step, ok = sliceBound(t, bounds[2], 1); !ok || s.step < 1 {
			return nil, py.Raise(py.ValueError, "Step for islice() must be a positive integer or None.")
		}
	}
	var err error
	s.it, err = t.Iter(a.Pos[0])
	return s, err
}

// sliceBound is an argument of islice, and false when it is none.
func indexes() error {
	return py.Raise(py.ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
}

func sliceBound(t *py.Thread, x py.Object, otherwise int) (int, bool) {
	if x == py.None {
		return otherwise, true
	}
	n, err := t.Index(x)
	return n, err == nil && n >= 0
}

func nextOfSlice(t *py.Thread, s *slicer) (py.Object, error) {
	if s.it == nil {
		return nil, nil
	}
	stop := s.stop
	for s.at < s.next && (stop < 0 || s.at < stop) {
		v, err := t.Next(s.it)
		if v == nil || err != nil {
			s.it = nil
			return nil, err
		}
		s.at++
		if s.at&0x3ff == 0 {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
	if stop >= 0 && s.at >= stop {
		s.it = nil
		return nil, nil
	}
	v, err := t.Next(s.it)
	if v == nil || err != nil {
		s.it = nil
		return nil, err
	}
	s.at++
	if s.next += s.step; s.next < 0 || stop >= 0 && s.next > stop {
		s.next = stop
		if stop < 0 {
			s.next = 1<<63 - 1
		}
	}
	return v, nil
}
