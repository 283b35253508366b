package worker

import "github.com/elide-dev/elided/internal/frame"

// A stream is one output of a run: the bytes that the daemon has not
// acknowledged, and how far they have been sent. Its run's lock guards it.
//
//	base <= sent <= base+len(buf) = end <= limit, and len(buf) <= frame.Window
type stream struct {
	buf   []byte // from offset base on
	base  uint64 // acknowledged by the daemon
	sent  uint64 // the next offset to send
	limit uint64 // bytes that the stream may have
}

func (s *stream) end() uint64 { return s.base + uint64(len(s.buf)) }

// unsent says how many bytes wait to be sent.
func (s *stream) unsent() int { return int(s.end() - s.sent) }

// full reports whether the limit is reached.
func (s *stream) full() bool { return s.end() >= s.limit }

// take appends as much of p as the window and the limit have room for.
func (s *stream) take(p []byte) int {
	n := min(len(p), frame.Window-len(s.buf))
	n = int(min(uint64(n), s.limit-s.end()))
	s.buf = append(s.buf, p[:n]...)
	return n
}

// next returns the next chunk to send and its offset, and counts it as sent.
func (s *stream) next() (offset uint64, chunk []byte) {
	offset = s.sent
	from := s.sent - s.base
	to := min(from+frame.Chunk, uint64(len(s.buf)))
	s.sent = s.base + to
	return offset, s.buf[from:to]
}

// ack drops what the daemon has taken up to offset. An offset outside of what
// was sent is a daemon's error, and ignored.
func (s *stream) ack(offset uint64) {
	if offset <= s.base || offset > s.sent {
		return
	}
	s.buf = s.buf[offset-s.base:]
	s.base = offset
	if len(s.buf) == 0 {
		s.buf = nil
	}
}

// resume goes back to what a new connection's daemon says it has.
func (s *stream) resume(offset uint64) {
	s.ack(offset)
	s.sent = s.base
}
