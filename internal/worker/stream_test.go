package worker

import (
	"bytes"
	"testing"

	"github.com/elide-dev/elided/internal/frame"
)

// sendAll takes what is to be sent, as a connection does.
func sendAll(s *stream) (all []byte) {
	for s.unsent() > 0 {
		_, chunk := s.next()
		all = append(all, chunk...)
	}
	return all
}

func TestStreamWindow(t *testing.T) {
	s := stream{limit: 1 << 30}
	p := make([]byte, frame.Window+10)
	if n := s.take(p); n != frame.Window {
		t.Fatalf("took %d bytes", n)
	}
	if n := s.take(p); n != 0 {
		t.Errorf("took %d bytes beyond the window", n)
	}
	if got := sendAll(&s); len(got) != frame.Window {
		t.Errorf("sent %d bytes", len(got))
	}
	s.ack(10)
	if n := s.take(p); n != 10 {
		t.Errorf("took %d bytes after an acknowledgement of 10", n)
	}
}

func TestStreamLimit(t *testing.T) {
	s := stream{limit: 5}
	if n := s.take([]byte("1234567")); n != 5 || !s.full() {
		t.Errorf("took %d bytes, full %v", n, s.full())
	}
}

// TestStreamResume goes back to each offset that a daemon may have.
func TestStreamResume(t *testing.T) {
	text := []byte("0123456789")
	for have := range uint64(len(text) + 1) {
		s := stream{limit: 100}
		s.take(text)
		sendAll(&s)
		s.resume(have)
		if offset, _ := s.next(); offset != have {
			t.Errorf("have %d: goes on at %d", have, offset)
		}
		s.resume(have)
		if got := sendAll(&s); !bytes.Equal(got, text[have:]) {
			t.Errorf("have %d: sent %q", have, got)
		}
	}
}

// TestStreamBadAck has a daemon acknowledge what was never sent, or again what
// was acknowledged.
func TestStreamBadAck(t *testing.T) {
	s := stream{limit: 100}
	s.take([]byte("0123456789"))
	_, _ = s.next()
	s.ack(4)
	for _, offset := range []uint64{0, 4, 11, 1 << 63} {
		s.ack(offset)
		if s.base != 4 || s.end() != 10 {
			t.Errorf("after %d: base %d, end %d", offset, s.base, s.end())
		}
	}
}
