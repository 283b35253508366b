package pickle

import (
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A source is a pickle's bytes: all of them, or those of a file, of which no more is read
// than there is of the pickle.
type source struct {
	t              *py.Thread
	buf            string // what was read
	at             int    // what of it was taken
	read, readLine py.Object
}

const truncated = "pickle data was truncated"

// fill has n bytes more in buf; it reports whether there are so many.
func (s *source) fill(n int) (bool, error) {
	left := len(s.buf) - s.at
	if left >= n {
		return true, nil
	}
	if s.read == nil {
		return false, nil
	}
	data, err := s.call(s.read, py.MakeInt(int64(n-left)))
	if err != nil {
		return false, err
	}
	s.buf, s.at = s.buf[s.at:]+data, 0
	return len(s.buf) >= n, nil
}

func (s *source) call(fn py.Object, args ...py.Object) (string, error) {
	v, err := s.t.Call(fn, args...)
	if err != nil {
		return "", err
	}
	data, ok := py.BytesOf(v)
	if !ok {
		return "", py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", v.Class().FullName())
	}
	return data, nil
}

// take is the next n bytes.
func (s *source) take(n int) (string, error) {
	if n > math.MaxInt-s.at {
		return "", fail(s.t, "UnpicklingError", "read would overflow (invalid bytecode)")
	}
	ok, err := s.fill(n)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", fail(s.t, "UnpicklingError", truncated)
	}
	s.at += n
	return s.buf[s.at-n : s.at], nil
}

// op is the next instruction.
func (s *source) op() (byte, error) {
	ok, err := s.fill(1)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, py.Raise(py.EOFError, "Ran out of input")
	}
	s.at++
	return s.buf[s.at-1], nil
}

// number is the next n bytes, 8 at most, as a number.
func (s *source) number(n int) (uint64, error) {
	b, err := s.take(n)
	v := uint64(0)
	for i := len(b) - 1; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v, err
}

// line is what comes before the end of a line.
func (s *source) line() (string, error) {
	end := strings.IndexByte(s.buf[s.at:], '\n')
	if end < 0 && s.readLine != nil {
		data, err := s.call(s.readLine)
		if err != nil {
			return "", err
		}
		s.buf, s.at = s.buf[s.at:]+data, 0
		end = strings.IndexByte(s.buf, '\n')
	}
	if end < 0 {
		return "", fail(s.t, "UnpicklingError", truncated)
	}
	line := s.buf[s.at : s.at+end]
	s.at += end + 1
	return line, nil
}

// sized is data that is preceded by its length of n bytes; what begins the error of one that is absurd.
func (s *source) sized(n int, what string) (string, error) {
	size, err := s.number(n)
	if err != nil {
		return "", err
	}
	if size > 1<<63-1 {
		return "", py.Raise(py.OverflowError, "%s of %d bytes", what, int64(1<<63-1))
	}
	return s.take(int(size))
}
