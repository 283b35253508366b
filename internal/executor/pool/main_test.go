package pool

import (
	"encoding/binary"
	"fmt"
	"net"
	"os"
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/elide-dev/elided/internal/frame"
	"github.com/elide-dev/elided/internal/testbinary"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// elided is the plain binary, whose workers the tests use: under the race detector
// only the daemon's side is instrumented.
var elided string

func TestMain(m *testing.M) {
	if os.Getenv("ELIDED_WORKER") == "1" {
		misbehave(os.Args[1])
		os.Exit(0)
	}
	os.Exit(testbinary.Run(m, &elided))
}

// misbehave is a worker that breaks a rule, by name.
func misbehave(how string) {
	if how == "die" {
		fmt.Fprintln(os.Stderr, "fatal error: died on purpose")
		os.Exit(3)
	}
	l, err := net.FileListener(os.NewFile(3, "socket"))
	if err != nil {
		os.Exit(4)
	}
	if how == "silent" {
		select {}
	}
	c, err := l.Accept()
	if err != nil {
		os.Exit(5)
	}
	if how == "hangup" {
		hangUp(l, c)
	}
	in := frame.NewReader(c, frame.MaxToWorker)
	version := uint32(frame.Version)
	if how == "version" {
		version++
	}
	var f workerv1.ToWorker
	_ = in.Read(&f)
	write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: &workerv1.WorkerHello{Version: version}}})
	for f.GetStart() == nil {
		if in.Read(&f) != nil {
			os.Exit(6)
		}
	}
	answer(c, how, f.GetStart().GetRef())
	for in.Read(&f) == nil && how != "deaf" {
	}
	select {}
}

// hangUp greets and hangs up, for ever.
func hangUp(l net.Listener, c net.Conn) {
	for {
		_ = frame.NewReader(c, frame.MaxToWorker).Read(&workerv1.ToWorker{})
		b, _ := frame.Append(nil, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: &workerv1.WorkerHello{Version: frame.Version}}}, 100)
		_, _ = c.Write(b)
		_ = c.Close()
		var err error
		if c, err = l.Accept(); err != nil {
			os.Exit(9)
		}
	}
}

func answer(c net.Conn, how string, ref uint64) {
	output := func(offset uint64, n int) *workerv1.FromWorker {
		return &workerv1.FromWorker{Frame: &workerv1.FromWorker_Output{Output: &workerv1.Output{Ref: ref, Offset: offset, Data: make([]byte, n)}}}
	}
	switch how {
	case "crash":
		write(c, output(0, 5))
		fmt.Fprintln(os.Stderr, "fatal error: crashed on purpose")
		os.Exit(2)
	case "garbage":
		_, _ = c.Write([]byte{0, 0, 0, 4, 0xff, 0xff, 0xff, 0xff})
	case "oversize":
		_, _ = c.Write(binary.BigEndian.AppendUint32(nil, frame.MaxFromWorker+1))
	case "empty":
		_, _ = c.Write(make([]byte, 4))
	case "gap":
		write(c, output(10, 5))
	case "flood":
		for i := range uint64(100) {
			write(c, output(i*frame.Chunk, frame.Chunk))
		}
	case "early-exit":
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: &workerv1.Exit{Ref: ref, StdoutEnd: 7}}})
	case "exits":
		for range 100_000 {
			write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Exit{Exit: &workerv1.Exit{Ref: 99}}})
		}
	case "two-hellos":
		write(c, &workerv1.FromWorker{Frame: &workerv1.FromWorker_Hello{Hello: &workerv1.WorkerHello{Version: frame.Version}}})
	case "hang", "deaf":
	default:
		misbehaveCalling(c, how, ref)
	}
}

func write(c net.Conn, m proto.Message) {
	b, err := frame.Append(nil, m, 1<<20)
	if err != nil {
		os.Exit(7)
	}
	if _, err := c.Write(b); err != nil {
		os.Exit(8)
	}
}
