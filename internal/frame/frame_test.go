package frame

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

func ping(nonce uint64) *workerv1.ToWorker {
	return &workerv1.ToWorker{Frame: &workerv1.ToWorker_Ping{Ping: &workerv1.Ping{Nonce: nonce}}}
}

func TestRoundTrip(t *testing.T) {
	var stream []byte
	var err error
	frames := []*workerv1.ToWorker{
		ping(7), {}, // an empty message is a frame too
		{Frame: &workerv1.ToWorker_Start{Start: &workerv1.Start{Code: strings.Repeat("x", 200<<10)}}},
		ping(8),
	}
	for _, f := range frames {
		if stream, err = Append(stream, f, MaxToWorker); err != nil {
			t.Fatal(err)
		}
	}
	r := NewReader(bytes.NewReader(stream), MaxToWorker)
	for i, want := range frames {
		var got workerv1.ToWorker
		if err := r.Read(&got); err != nil || !proto.Equal(&got, want) {
			t.Fatalf("frame %d: %v", i, err)
		}
	}
	if err := r.Read(&workerv1.ToWorker{}); err != io.EOF {
		t.Errorf("after the last frame: %v", err)
	}
}

func TestReadErrors(t *testing.T) {
	large := binary.BigEndian.AppendUint32(nil, 101)
	for name, c := range map[string]struct {
		stream string
		want   error
	}{
		"nothing":          {"", io.EOF},
		"half a length":    {"\x00\x00", io.ErrUnexpectedEOF},
		"length alone":     {"\x00\x00\x00\x05", io.ErrUnexpectedEOF},
		"half a body":      {"\x00\x00\x00\x05abc", io.ErrUnexpectedEOF},
		"too large":        {string(large), ErrTooLarge},
		"greatest length":  {"\xff\xff\xff\xff", ErrTooLarge},
		"no protobuf":      {"\x00\x00\x00\x02\xff\xff", proto.Error},
		"invalid UTF-8 in": {"\x00\x00\x00\x06\x12\x04\x22\x02\xff\xfe", proto.Error},
	} {
		err := NewReader(strings.NewReader(c.stream), 100).Read(&workerv1.ToWorker{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAppendTooLarge(t *testing.T) {
	b, err := Append([]byte("kept"), ping(1<<60), 3)
	if !errors.Is(err, ErrTooLarge) || string(b) != "kept" {
		t.Errorf("%q, %v", b, err)
	}
}

// TestLengthWithoutBytes announces much and sends little: memory follows what is
// sent, not what is announced.
func TestLengthWithoutBytes(t *testing.T) {
	stream := binary.BigEndian.AppendUint32(nil, MaxToWorker)
	r := NewReader(bytes.NewReader(append(stream, 1, 2, 3)), MaxToWorker)
	if err := r.Read(&workerv1.ToWorker{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	if cap(r.buf) > 2*keepBuffer {
		t.Errorf("a buffer of %d bytes for 3", cap(r.buf))
	}
}

func FuzzReader(f *testing.F) {
	good, _ := Append(nil, ping(1), 100)
	f.Add(good)
	f.Add([]byte("\x00\x00\x00\x02\xff\xff"))
	f.Add([]byte("\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, stream []byte) {
		r := NewReader(bytes.NewReader(stream), 1<<10)
		for range len(stream) + 1 {
			var in workerv1.FromWorker
			err := r.Read(&in)
			if errors.Is(err, proto.Error) {
				continue
			}
			if err != nil {
				return
			}
			again, err := Append(nil, &in, 1<<20)
			if err != nil {
				t.Fatalf("a frame that was read can't be written: %v", err)
			}
			var back workerv1.FromWorker
			if err := NewReader(bytes.NewReader(again), 1<<20).Read(&back); err != nil || !proto.Equal(&in, &back) {
				t.Fatalf("a frame changed on its way: %v", err)
			}
		}
		t.Fatal("more frames than bytes")
	})
}

func pair(t *testing.T) (a, b *net.UnixConn) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	if a, err = net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"}); err != nil {
		t.Fatal(err)
	}
	if b, err = l.AcceptUnix(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = a.Close(), b.Close() })
	return a, b
}

// source is a queue as a Writer's owner has it.
type source struct {
	mu    sync.Mutex
	queue []byte
}

func (s *source) add(b []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue = append(s.queue, b...)
}

func (s *source) fill(b []byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := min(len(s.queue), 100_000)
	b = append(b, s.queue[:n]...)
	s.queue = s.queue[n:]
	return b
}

// TestWriterManyWakers has many goroutines add and wake at once while the reader
// is slower than they are.
func TestWriterManyWakers(t *testing.T) {
	a, b := pair(t)
	var s source
	w, err := NewWriter(a, 10*time.Second, s.fill, func(err error) { t.Errorf("broken: %v", err) })
	if err != nil {
		t.Fatal(err)
	}
	const wakers, each, size = 16, 200, 1_000
	for range wakers {
		go func() {
			for range each {
				s.add(make([]byte, size))
				w.Wake()
			}
		}()
	}
	if err := b.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if n, err := io.CopyN(io.Discard, b, wakers*each*size); err != nil {
		t.Errorf("%d bytes came: %v", n, err)
	}
}

func TestWriterPeerTakesNothing(t *testing.T) {
	a, _ := pair(t)
	broken := make(chan error, 1)
	var s source
	w, err := NewWriter(a, 50*time.Millisecond, s.fill, func(err error) { broken <- err })
	if err != nil {
		t.Fatal(err)
	}
	s.add(make([]byte, 10<<20))
	w.Wake() // must not block
	select {
	case err := <-broken:
		if !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("a peer that takes nothing was waited for")
	}
	w.Wake() // nor after the end
}
