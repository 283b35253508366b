package executor

import (
	"context"
	"errors"
	"time"
)

// WatchOptions say where a watch resumes.
type WatchOptions struct {
	StdoutOffset, StderrOffset uint64
	// NoOutput leaves output out; the offsets mean nothing then.
	NoOutput bool
	// Usage is how often to send usage while the execution runs; 0 is never.
	Usage time.Duration
}

// minUsage is the shortest interval of usage events.
const minUsage = 100 * time.Millisecond

// An Event is one of: a status (the last of which is final), a piece of output, a
// sign that usage is due.
type Event struct {
	Status *Status
	Stream Stream // of Data, which starts at Offset
	Offset uint64
	Data   []byte // valid until the callback returns
	Usage  bool
}

// Watch calls f with each change of an execution, from the goroutine that called
// Watch: unless told otherwise every byte of output from the offsets on, once, and at the end the final
// status, once all is with the sinks too. What a sink has taken and is no longer kept is
// left out, as the offsets tell. A slow f holds up nobody. Watch returns f's error, or ctx's.
func (x *Execution) Watch(ctx context.Context, o WatchOptions, f func(Event) error) error {
	if err := x.checkOffsets(o); err != nil && !o.NoOutput {
		return err
	}
	w := watcher{x: x, emit: f, silent: o.NoOutput, offsets: [2]uint64{o.StdoutOffset, o.StderrOffset}}
	var tick <-chan time.Time
	if o.Usage > 0 {
		t := time.NewTicker(max(o.Usage, minUsage))
		defer t.Stop()
		tick = t.C
	}
	for {
		changed := x.Changed()
		ended, err := w.catchUp(ctx)
		if ended || err != nil {
			return err
		}
		select {
		case <-changed:
		case <-tick:
			if err := f(Event{Usage: true}); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (x *Execution) checkOffsets(o WatchOptions) error {
	if size := x.out[0].Size(); o.StdoutOffset > size {
		return invalid("stdout_offset", "%d is beyond the %d bytes written", o.StdoutOffset, size)
	}
	if size := x.out[1].Size(); o.StderrOffset > size {
		return invalid("stderr_offset", "%d is beyond the %d bytes written", o.StderrOffset, size)
	}
	return nil
}

type watcher struct {
	x       *Execution
	emit    func(Event) error
	silent  bool // no output is wanted
	offsets [2]uint64
	sent    State // of the last status
	buf     []byte
}

// watchChunk is the most output that one event holds, in bytes.
const watchChunk = 64 << 10

// catchUp sends what there is, and reports whether that was all there will be.
func (w *watcher) catchUp(ctx context.Context) (ended bool, err error) {
	s := w.x.Status()
	if s.State != w.sent && !s.State.Final() {
		if err := w.emit(Event{Status: &s}); err != nil {
			return false, err
		}
		w.sent = s.State
	}
	if !w.silent {
		if err := w.output(ctx); err != nil {
			return false, err
		}
	}
	if !s.Delivered {
		return false, nil
	}
	return true, w.emit(Event{Status: &s})
}

// output sends both streams, a chunk in turn, to where they end now. Of an ended
// execution that is the end.
func (w *watcher) output(ctx context.Context) error {
	for more := true; more; {
		more = false
		for i := range w.offsets {
			some, err := w.chunk(Stream(i)+Stdout, &w.offsets[i])
			if err != nil {
				return err
			}
			more = more || some
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	w.buf = nil
	return nil
}

// chunk sends a piece of a stream, and reports whether there may be more.
func (w *watcher) chunk(s Stream, offset *uint64) (more bool, err error) {
	log := w.x.out[s-Stdout]
	*offset = max(*offset, log.Start())
	size := log.Size()
	if size == *offset {
		return false, nil
	}
	if want := int(min(size-*offset, watchChunk)); cap(w.buf) < want {
		w.buf = make([]byte, want)
	}
	n, err := log.ReadAt(w.buf[:cap(w.buf)], *offset)
	if errors.Is(err, ErrDropped) {
		return true, nil // since it was looked at
	}
	if err != nil {
		return false, err
	}
	if err := w.emit(Event{Stream: s, Offset: *offset, Data: w.buf[:n]}); err != nil {
		return false, err
	}
	*offset += uint64(n)
	return true, nil
}
