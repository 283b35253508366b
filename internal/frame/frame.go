// Package frame carries protobuf messages over a byte stream, each behind its
// length as four bytes, big endian. docs/protocol.md describes what is sent.
package frame

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"google.golang.org/protobuf/proto"
)

const (
	// Version is the protocol's. Both ends are one build, so it changes freely.
	Version = 1

	// Window is how many bytes of one output stream may be under way: sent by the
	// worker and not yet taken by the daemon.
	Window = 256 << 10

	// Chunk is the most output that one frame holds, in bytes. Small enough that
	// a stream in full flow doesn't delay its neighbours' frames.
	Chunk = 32 << 10

	// MaxToWorker bounds a frame to a worker, in bytes: a program of the largest
	// size that the executor can be configured to accept, with all it is given.
	MaxToWorker = 64 << 20

	// MaxFromWorker bounds a frame from a worker, in bytes: a chunk, or an exit
	// with its stack. The worker is not trusted, so this one is tight.
	MaxFromWorker = 256 << 10

	// RunLabel is the name of the label that marks a run's goroutine in a worker's
	// tracebacks; its value is the run's ref.
	RunLabel = "elided.run"

	header = 4
)

// ErrTooLarge is a frame above the reader's or the writer's bound.
var ErrTooLarge = errors.New("frame too large")

// Append appends m as one frame to b. A message above max bytes leaves b as it is.
func Append(b []byte, m proto.Message, max int) ([]byte, error) {
	size := proto.Size(m)
	if size > max {
		return b, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, size, max)
	}
	start := len(b)
	b = binary.BigEndian.AppendUint32(b, uint32(size))
	out, err := proto.MarshalOptions{UseCachedSize: true}.MarshalAppend(b, m)
	if err != nil {
		return b[:start], fmt.Errorf("encode frame: %w", err)
	}
	return out, nil
}

// A Reader takes frames off a stream. It is for one goroutine.
type Reader struct {
	r   *bufio.Reader
	max int
	buf []byte
}

// keepBuffer is how large a frame buffer a Reader keeps between frames, in bytes: one
// with a chunk of a file fits.
const keepBuffer = 96 << 10

// NewReader returns a Reader of frames of at most max bytes each.
func NewReader(r io.Reader, max int) *Reader {
	return &Reader{r: bufio.NewReaderSize(r, 32<<10), max: max}
}

// Read decodes the next frame into m, which it resets. It returns io.EOF only
// between frames; a frame cut short is io.ErrUnexpectedEOF. After any error but
// a malformed message the stream has lost its place and must be closed.
func (r *Reader) Read(m proto.Message) error {
	size, err := r.size()
	if err != nil {
		return err
	}
	body, err := r.body(size)
	if err != nil {
		return err
	}
	if err := proto.Unmarshal(body, m); err != nil {
		return fmt.Errorf("decode frame of %d bytes: %w", size, err)
	}
	return nil
}

func (r *Reader) size() (int, error) {
	var head [header]byte
	if _, err := io.ReadFull(r.r, head[:]); err != nil {
		return 0, err
	}
	size := binary.BigEndian.Uint32(head[:])
	if uint64(size) > uint64(r.max) {
		return 0, fmt.Errorf("%w: %d bytes announced, at most %d", ErrTooLarge, size, r.max)
	}
	return int(size), nil
}

// body reads size bytes. It grows its buffer as bytes arrive, so that a length
// without the bytes to it costs no memory.
func (r *Reader) body(size int) ([]byte, error) {
	if cap(r.buf) > keepBuffer {
		r.buf = nil
	}
	r.buf = r.buf[:0]
	for len(r.buf) < size {
		step := min(size-len(r.buf), keepBuffer)
		at := len(r.buf)
		r.buf = append(r.buf, make([]byte, step)...)
		if _, err := io.ReadFull(r.r, r.buf[at:]); err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
	}
	return r.buf, nil
}
