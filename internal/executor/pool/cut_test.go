package pool

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

// counter prints numbered lines on both streams, slowly enough to be cut often.
const counter = `
import sys, time
for i in range(400):
    print("%d-%d" % (ID, i) + "x" * 100)
    print("%d!%d" % (ID, i) + "y" * 100, file=sys.stderr)
    time.sleep(0.002)
`

func countedOutput(id int) (stdout, stderr string) {
	var out, err strings.Builder
	for i := range 400 {
		fmt.Fprintf(&out, "%d-%d%s\n", id, i, strings.Repeat("x", 100))
		fmt.Fprintf(&err, "%d!%d%s\n", id, i, strings.Repeat("y", 100))
	}
	return out.String(), err.String()
}

// TestCutConnections cuts the frame connection again and again under twenty
// running executions: no byte may be lost or doubled.
func TestCutConnections(t *testing.T) {
	p := start(t, nil)
	recorders := make([]*recorder, 20)
	for i := range recorders {
		recorders[i] = newRecorder()
		code := fmt.Sprintf("ID = %d\n", i) + counter
		if p.Run(Key{"s", ""}, false, job(code), recorders[i]) == nil {
			t.Fatal("no worker")
		}
	}
	end := p.cutting()
	for i, r := range recorders {
		r.wait(t)
		stdout, stderr := countedOutput(i)
		if r.exit == nil || r.out[0].String() != stdout || r.out[1].String() != stderr {
			t.Errorf("run %d: %d and %d bytes instead of %d and %d, exit %v, loss %+v",
				i, r.out[0].Len(), r.out[1].Len(), len(stdout), len(stderr), r.exit, r.loss)
		}
	}
	if cuts := end(); cuts < 10 {
		t.Errorf("only %d cuts: the test proved little", cuts)
	}
}

// cutting cuts connections until its end is called, which tells how many it cut.
func (p *Pool) cutting() (end func() int) {
	stop, cuts := make(chan struct{}), 0
	var cutter sync.WaitGroup
	cutter.Go(func() {
		tick, lived := time.NewTicker(15*time.Millisecond), make(map[*worker]time.Time)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				cuts += p.cutAll(lived)
			}
		}
	})
	return func() int {
		close(stop)
		cutter.Wait()
		return cuts
	}
}

// cutTime is for how long connections of a worker are cut that have not heard its hello:
// a worker ends that is without one for 700 ms, and on a busy machine a hello takes long.
const cutTime = 100 * time.Millisecond

// cutAll breaks every worker's connection and says how many there were. It notes when a
// worker's connection had heard a hello.
func (p *Pool) cutAll(lived map[*worker]time.Time) (n int) {
	p.mu.Lock()
	all := p.all()
	p.mu.Unlock()
	for _, w := range all {
		w.mu.Lock()
		if w.live {
			lived[w] = time.Now()
		}
		if w.conn != nil && w.greeted && len(w.runs) > 0 && time.Since(lived[w]) < cutTime {
			_ = w.conn.Close()
			n++
		}
		w.mu.Unlock()
	}
	return n
}
