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
import time
for i in range(400):
    print("%d-%d" % (ID, i) + "x" * 100)
    eprint("%d!%d" % (ID, i) + "y" * 100)
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
		tick, young := time.NewTicker(15*time.Millisecond), false
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				n, live := p.cutAll(young)
				cuts += n
				young = live > 0
			}
		}
	})
	return func() int {
		close(stop)
		cutter.Wait()
		return cuts
	}
}

// cutAll breaks every worker's connection and says how many there were, and how many
// had heard a hello. Those that haven't it spares without young: on a busy machine
// it takes long, and a worker that never says it is given up.
func (p *Pool) cutAll(young bool) (n, live int) {
	p.mu.Lock()
	all := p.all()
	p.mu.Unlock()
	for _, w := range all {
		w.mu.Lock()
		if w.conn != nil && w.greeted && len(w.runs) > 0 && (young || w.live) {
			_ = w.conn.Close()
			n++
			if w.live {
				live++
			}
		}
		w.mu.Unlock()
	}
	return n, live
}
