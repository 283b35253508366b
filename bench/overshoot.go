package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	overshootRounds = 3

	// sampleEvery is how often a worker's memory is read: new memory comes at some
	// 2 GiB a second, so that this is less than 1 MiB.
	sampleEvery = 200 * time.Microsecond

	// rescanEvery is how often new workers are looked for.
	rescanEvery = 20 * time.Millisecond
)

// bombs allocate as fast as they can.
var bombs = []struct{ name, language, code string }{
	{"JavaScript, objects", "js", "const all = []; for (;;) all.push({ n: all.length })"},
	{"JavaScript, 4 MiB blocks", "js", "const k = 'x'.repeat(1 << 16), all = []; for (;;) all.push(k.repeat(64))"},
	{"JavaScript, 512 KiB arrays", "js", "const all = []; for (;;) all.push(new Array(1 << 15).fill(1))"},
	{"Starlark, lists", "starlark", "all = []\nfor i in range(1000000000): all.append([i])"},
	{"Starlark, 4 MiB blocks", "starlark", "all = []\nfor i in range(1000000000): all.append('x' * (4 << 20))"},
}

// overshoot is how far a worker's own memory gets above the limit of its program, by
// the daemon's word and as seen from outside.
func (b *bench) overshoot() error {
	d, err := b.startDaemon()
	if err != nil {
		return err
	}
	defer d.stop()
	for _, limit := range []uint64{64 << 20, 128 << 20, 512 << 20} {
		for _, bomb := range bombs {
			if err := d.measureBomb(bomb.name, bomb.language, bomb.code, limit); err != nil {
				return fmt.Errorf("%s: %w", bomb.name, err)
			}
		}
	}
	return nil
}

func (s *server) measureBomb(name, language, code string, limit uint64) error {
	var told, seen []int64
	for range overshootRounds {
		r := snippet(language, code, true)
		r.Limits, r.Timeout = &daemonv1alpha1.Limits{MemoryBytes: limit}, durationpb.New(time.Minute)
		w := s.watchMemory()
		out, err := s.api.RunSnippet(context.Background(), &daemonv1alpha1.RunSnippetRequest{Snippet: r})
		peak := w.stop()
		if err != nil {
			return err
		}
		if got := out.GetResult(); got.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_MEMORY_LIMIT {
			return fmt.Errorf("it ended by %v: %s", got.GetStopReason(), got.GetError())
		}
		told = append(told, int64(out.GetResult().GetUsage().GetPeakMemoryBytes())-int64(limit))
		seen = append(seen, int64(peak)-int64(limit))
	}
	slices.Sort(told)
	slices.Sort(seen)
	printRow(fmt.Sprintf("above a limit of %d MiB: %s", limit>>20, name), "worst of %d %+.1f MiB (p50 %+.1f), by the daemon's word %+.1f",
		overshootRounds, mib(seen[len(seen)-1]), mib(seen[len(seen)/2]), mib(told[len(told)-1]))
	return nil
}

func mib(bytes int64) float64 { return float64(bytes) / (1 << 20) }

// A memoryWatch looks at the memory of a daemon's workers all the time.
type memoryWatch struct {
	server *server
	files  map[int]*os.File // /proc/PID/statm
	end    chan struct{}
	peak   chan uint64
}

// watchMemory begins to look; stop ends it.
func (s *server) watchMemory() *memoryWatch {
	w := &memoryWatch{server: s, files: make(map[int]*os.File), end: make(chan struct{}), peak: make(chan uint64, 1)}
	go w.run()
	return w
}

// stop returns the most that one worker was seen to have, in bytes.
func (w *memoryWatch) stop() uint64 {
	close(w.end)
	return <-w.peak
}

func (w *memoryWatch) run() {
	peak, scanned := uint64(0), time.Time{}
	for {
		if time.Since(scanned) > rescanEvery {
			w.scan()
			scanned = time.Now()
		}
		for _, f := range w.files {
			peak = max(peak, anonymous(f))
		}
		select {
		case <-w.end:
			w.close()
			w.peak <- peak
			return
		case <-time.After(sampleEvery):
		}
	}
}

func (w *memoryWatch) scan() {
	for _, pid := range w.server.family()[1:] {
		if w.files[pid] == nil {
			if f, err := os.Open(fmt.Sprintf("/proc/%d/statm", pid)); err == nil {
				w.files[pid] = f
			}
		}
	}
}

func (w *memoryWatch) close() {
	for _, f := range w.files {
		_ = f.Close() // only read
	}
}

// anonymous is what of a process's memory is resident and no file's, in bytes; 0 once
// it has ended.
func anonymous(statm *os.File) uint64 {
	var buf [128]byte
	n, _ := statm.ReadAt(buf[:], 0) // it always ends with io.EOF
	f := strings.Fields(string(buf[:n]))
	if len(f) < 3 {
		return 0
	}
	resident, _ := strconv.ParseUint(f[1], 10, 64) // the kernel's own numbers
	shared, _ := strconv.ParseUint(f[2], 10, 64)
	return (resident - min(resident, shared)) * uint64(os.Getpagesize())
}
