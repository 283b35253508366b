package py

import (
	"io"
	"time"
)

const (
	// outputRoom is how much is kept at most before it is written, in bytes.
	outputRoom = 8 << 10
	// outputPiece is how much is written at once, in bytes.
	outputPiece = 64 << 10
	// outputDelay is for how long at most, while the program computes.
	outputDelay = 20 * time.Millisecond
)

// An Output is where a program prints to. What it prints is written a little later, many
// prints at once, and at once before it waits for anything.
type Output struct {
	in *Interp
	w  io.Writer

	buf   []byte
	timer *time.Timer // nil unless something is kept
}

func newOutput(in *Interp, w io.Writer) *Output { return &Output{in: in, w: w} }

// WriteString prints. It fails with ErrStopped when nothing can be written any more.
func (o *Output) WriteString(s string) error {
	for len(s) > outputPiece { // so that a text of megabytes isn't there twice
		o.buf = append(o.buf, s[:outputPiece]...)
		s = s[outputPiece:]
		if err := o.Flush(); err != nil {
			return err
		}
	}
	o.buf = append(o.buf, s...)
	full := len(o.buf) >= outputRoom
	if !full && o.timer == nil {
		o.timer = time.AfterFunc(outputDelay, func() {
			o.in.attention.flush.Store(true)
			o.in.raiseFlag()
		})
	}
	if full {
		return o.Flush()
	}
	return nil
}

// Flush writes what is kept.
func (o *Output) Flush() error {
	if o.timer != nil {
		o.timer.Stop()
		o.timer = nil
	}
	if len(o.buf) == 0 {
		return nil
	}
	if o.in.Stopped() { // nothing that comes late is seen
		return ErrStopped
	}
	_, err := o.w.Write(o.buf)
	o.buf = o.buf[:0]
	if err != nil {
		o.in.Stop()       // whoever drops the error: nothing goes on
		return ErrStopped // the output limit, or an interrupt: the worker knows which
	}
	return nil
}
