package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// ref is the number of the first run of a worker: these have one of their own.
const ref = 1

// A forgery is what a worker does that its program has taken over.
type forgery struct {
	name, attack string
	act          func(f *forger)
}

// A forger writes to the worker's end of the connection, beside the worker itself.
type forger struct{ connections []int }

// Forgeries, by what the program is that acts so.
func forgeries() []forgery {
	return []forgery{
		{"garbage", "bytes that are no frame", func(f *forger) { f.raw([]byte{0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff}) }},
		{"oversize", "a frame that is said to be as large as can be", func(f *forger) {
			f.raw(binary.BigEndian.AppendUint32(nil, 1<<32-1))
		}},
		{"cut", "a frame that never ends", func(f *forger) { f.raw([]byte{0, 0, 1, 0, 1}) }},
		{"nothing", "a frame without content", func(f *forger) { f.raw(make([]byte, 4)) }},
		{"gap", "output with a gap", func(f *forger) { f.output(ref, 1<<40, 5) }},
		{"overflow", "output whose end is beyond the largest offset", func(f *forger) { f.output(ref, 1<<64-2, 5) }},
		{"flood", "output beyond the limit", func(f *forger) {
			for i := range uint64(1000) {
				f.output(ref, i*frame.Chunk, frame.Chunk)
			}
		}},
		{"others output", "output of a run that this worker was never given", func(f *forger) { f.output(ref+7, 0, 5) }},
		{"others exit", "the exit of a run that this worker was never given", func(f *forger) { f.exit(ref+7, 0) }},
		{"early exit", "an exit before all output", func(f *forger) { f.exit(ref, 7) }},
		{"exits", "the same exit twenty thousand times", func(f *forger) {
			for range 20_000 {
				f.exit(ref, 0)
			}
		}},
		{"hellos", "a second hello", func(f *forger) { f.hello(frame.Version) }},
		{"signals", "answers to signals that were never sent", func(f *forger) {
			for i := range uint32(1_000) {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_SignalResult{SignalResult: &workerv1.SignalResult{Ref: ref, Seq: i, Handled: true}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"pongs", "a flood of pongs", func(f *forger) {
			for range 5_000 {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Pong{Pong: &workerv1.Pong{}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"usage", "usage beyond all measure, of runs that are others'", func(f *forger) {
			f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Usage{Usage: &workerv1.Usage{Runs: []*workerv1.RunUsage{
				{Ref: ref, Cpu: 1<<64 - 1, Allocated: 1<<64 - 1}, {Ref: 99, Cpu: 1<<64 - 1},
			}}}})
			f.raw(make([]byte, 4))
		}},
		{"limit", "limits reached by a run that it was never given", func(f *forger) {
			f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_LimitReached{LimitReached: &workerv1.LimitReached{Ref: 99, Limit: workerv1.Limit_LIMIT_MEMORY}}})
			f.raw(make([]byte, 4))
		}},
		{"host calls", "host calls without end, of runs that are others'", func(f *forger) {
			for i := range uint64(1_000) {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_HostCall{HostCall: &workerv1.HostCall{Ref: ref + i%3, Id: i}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"crash", "it ends as a Go process does", func(*forger) {
			fmt.Fprintln(os.Stderr, "fatal error: ended on purpose")
			os.Exit(2)
		}},
		{"hang up", "its connection closed, whenever it is made again", func(f *forger) {
			for {
				f.close()
				f.find()
			}
		}},
		{"descriptors", "noise in every descriptor that the worker has", func(f *forger) {
			noise := bytes.Repeat([]byte{0xff, 7, 0, 1}, 1<<12)
			for fd := range maxDescriptor {
				_, _ = unix.Write(fd, noise[:8]) // most are none, or can't be written to
				_, _ = unix.Write(fd, noise)
			}
			f.raw(make([]byte, 4))
		}},
	}
}

func (f *forger) hello(version uint32) {
	f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: &workerv1.WorkerHello{Version: version}}})
}

func (f *forger) output(ref, offset uint64, n int) {
	f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Output{Output: &workerv1.Output{Ref: ref, Offset: offset, Data: make([]byte, n)}}})
}

func (f *forger) exit(ref, stdout uint64) {
	f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: &workerv1.Exit{Ref: ref, StdoutEnd: stdout}}})
}

func (f *forger) send(m proto.Message) {
	b, err := frame.Append(nil, m, 1<<20)
	if err != nil {
		os.Exit(7)
	}
	f.raw(b)
}

// raw writes to a daemon that may have had enough already.
func (f *forger) raw(b []byte) {
	for _, fd := range f.connections {
		for left := b; len(left) > 0; {
			n, err := unix.Write(fd, left)
			if err == unix.EAGAIN {
				continue // the connection doesn't block, so that this must
			}
			if err != nil {
				break
			}
			left = left[n:]
		}
	}
}

// maxDescriptor is above any that a worker has.
const maxDescriptor = 64

// find looks for the worker's sockets among all descriptors. The one that listens is
// among them, and takes no writes.
func (f *forger) find() {
	f.connections = nil
	for fd := range maxDescriptor {
		if _, err := unix.Getsockname(fd); err == nil {
			f.connections = append(f.connections, fd)
		}
	}
}

func (f *forger) close() {
	for _, fd := range f.connections {
		_ = unix.Close(fd)
	}
}
