package hostile

import (
	"encoding/binary"
	"fmt"
	"net"
	"os"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A forgery is what a worker does that its program has taken over: this program,
// started in the place of elided. It is told the run that it was given.
type forgery struct {
	name, attack string
	act          func(f *forger, ref uint64)
}

// A forger is a worker's end of the connection.
type forger struct {
	conn net.Conn
	in   *frame.Reader
}

func forgeries() []forgery {
	return []forgery{
		{"garbage", "bytes that are no frame", func(f *forger, _ uint64) { f.raw([]byte{0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff}) }},
		{"oversize", "a frame that is said to be as large as can be", func(f *forger, _ uint64) {
			f.raw(binary.BigEndian.AppendUint32(nil, 1<<32-1))
		}},
		{"cut", "a frame that never ends", func(f *forger, _ uint64) { f.raw([]byte{0, 0, 1, 0, 1}) }},
		{"nothing", "a frame without content", func(f *forger, _ uint64) { f.raw(make([]byte, 4)) }},
		{"gap", "output with a gap", func(f *forger, ref uint64) { f.output(ref, 1<<40, 5) }},
		{"overflow", "output whose end is beyond the largest offset", func(f *forger, ref uint64) { f.output(ref, 1<<64-2, 5) }},
		{"flood", "output beyond the limit", func(f *forger, ref uint64) {
			for i := range uint64(1000) {
				f.output(ref, i*frame.Chunk, frame.Chunk)
			}
		}},
		{"others output", "output of a run that this worker was never given", func(f *forger, ref uint64) { f.output(ref+7, 0, 5) }},
		{"others exit", "the exit of a run that this worker was never given", func(f *forger, ref uint64) { f.exit(ref+7, 0) }},
		{"early exit", "an exit before all output", func(f *forger, ref uint64) { f.exit(ref, 7) }},
		{"exits", "the same exit a hundred thousand times", func(f *forger, ref uint64) {
			for range 100_000 {
				f.exit(ref, 0)
			}
		}},
		{"hellos", "a second hello", func(f *forger, _ uint64) { f.hello(frame.Version) }},
		{"signals", "answers to signals that were never sent", func(f *forger, ref uint64) {
			for i := range uint32(10_000) {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_SignalResult{SignalResult: &workerv1.SignalResult{Ref: ref, Seq: i, Handled: true}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"pongs", "a flood of pongs", func(f *forger, _ uint64) {
			for range 50_000 {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Pong{Pong: &workerv1.Pong{}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"usage", "usage beyond all measure, of runs that are others'", func(f *forger, ref uint64) {
			f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_Usage{Usage: &workerv1.Usage{Runs: []*workerv1.RunUsage{
				{Ref: ref, Cpu: 1<<64 - 1, Allocated: 1<<64 - 1}, {Ref: 99, Cpu: 1<<64 - 1},
			}}}})
			f.raw(make([]byte, 4))
		}},
		{"limit", "limits reached by a run that it was never given", func(f *forger, _ uint64) {
			f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_LimitReached{LimitReached: &workerv1.LimitReached{Ref: 99, Limit: workerv1.Limit_LIMIT_MEMORY}}})
			f.raw(make([]byte, 4))
		}},
		{"host calls", "host calls without end, of runs that are others'", func(f *forger, ref uint64) {
			for i := range uint64(100_000) {
				f.send(&workerv1.FromWorker{Frame: &workerv1.FromWorker_HostCall{HostCall: &workerv1.HostCall{Ref: ref + i%3, Id: i}}})
			}
			f.raw(make([]byte, 4))
		}},
		{"crash", "it ends as a Go process does", func(*forger, uint64) {
			fmt.Fprintln(os.Stderr, "fatal error: ended on purpose")
			os.Exit(2)
		}},
		{"hang up", "it greets and hangs up, again and again", func(f *forger, _ uint64) { _ = f.conn.Close() }},
	}
}

// forge is this program as a worker. The code of its run says what to do.
func forge() {
	l, err := net.FileListener(os.NewFile(3, "socket"))
	if err != nil {
		os.Exit(3)
	}
	for { // a connection that breaks is made again
		c, err := l.Accept()
		if err != nil {
			os.Exit(4)
		}
		(&forger{c, frame.NewReader(c, frame.MaxToWorker)}).serve()
	}
}

// serve greets, waits for a run and forges.
func (f *forger) serve() {
	var m workerv1.ToWorker
	_ = f.in.Read(&m) // the daemon's hello, whatever it says
	f.hello(frame.Version)
	for m.GetStart() == nil {
		if f.in.Read(&m) != nil {
			return
		}
	}
	for _, forgery := range forgeries() {
		if forgery.name == m.GetStart().GetCode() {
			forgery.act(f, m.GetStart().GetRef())
		}
	}
	for f.in.Read(&m) == nil {
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
	_, _ = f.conn.Write(b)
}
