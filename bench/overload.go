package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// overloadQueue is how many executions may wait, and overloadFactor how many times as
	// many callers there are.
	overloadQueue, overloadFactor = 1_024, 10
	// overloadRunning is how many run: each takes overloadWork, of which the processors have
	// next to nothing to do.
	overloadRunning = 256
	overloadProgram = "import time\ntime.sleep(0.1)\nprint(1)"
	// overloadSettle bounds the wait for what is to go when the load has, and overloadLook is
	// how often it is looked whether it has: each look is a scrape, ten of which a second
	// would be a load of their own, and be measured.
	overloadSettle = 3 * time.Minute
	overloadLook   = time.Second
)

// An overload is what callers have seen.
type overload struct {
	mu                sync.Mutex
	accepted, refused []time.Duration // how long an answer took
	wrong             error           // the first answer that was neither
}

// overload has ten times as many callers as may wait, for as long as -load says.
func (b *bench) overload() error {
	address, err := freeAddress()
	if err != nil {
		return err
	}
	d, err := b.startNamed("overload", "--http", address, "--max-running", strconv.Itoa(overloadRunning), "--max-queued", strconv.Itoa(overloadQueue),
		"--keep-for", "1s", "--idle-timeout", "1s", "--log-executions=false")
	if err != nil {
		return err
	}
	defer d.stop()
	state := filepath.Join(b.dir, "overload.state")
	idle := d.overloaded(1, min(b.load, 10*time.Second))
	before, err := d.settled(address, state, nil)
	if err != nil {
		return err
	}
	o := d.overloaded(overloadFactor*overloadQueue, b.load)
	after, err := d.settled(address, state, &before)
	if err != nil {
		return err
	}
	if o.wrong != nil || idle.wrong != nil {
		return fmt.Errorf("an answer that is neither a result nor to come again: %w", cmp.Or(o.wrong, idle.wrong))
	}
	printRow(fmt.Sprintf("%d callers, a queue of %d, for %v", overloadFactor*overloadQueue, overloadQueue, b.load),
		"%d accepted, all of which ended well, %d refused with a hint when to try again", len(o.accepted), len(o.refused))
	printRow("time of an accepted call", "p50 %v, p99 %v; one caller alone p50 %v, p99 %v", at(o.accepted, 50), at(o.accepted, 99), at(idle.accepted, 50), at(idle.accepted, 99))
	printRow("time of a refusal", "p50 %v, p99 %v", at(o.refused, 50), at(o.refused, 99))
	printRow("before it, idle", "%v", before)
	printRow("after it, idle", "%v: %.2f x the memory", after, float64(after.memory)/float64(before.memory))
	return nil
}

// at is a percentile.
func at(all []time.Duration, percent int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[min(len(all)-1, len(all)*percent/100)].Round(10 * time.Microsecond)
}

// overloaded has callers run programs for a while: each the next one when its last has ended
// or, refused, after the time that it is told.
func (s *server) overloaded(callers int, length time.Duration) *overload {
	o, over := &overload{}, time.Now().Add(length)
	var all sync.WaitGroup
	for range callers {
		all.Go(func() {
			for time.Now().Before(over) {
				began := time.Now()
				out, err := s.api.RunSnippet(context.Background(), &daemonv1alpha1.RunSnippetRequest{Snippet: snippet("python", overloadProgram, false)})
				if again := o.note(out.GetResult(), err, time.Since(began)); again > 0 {
					time.Sleep(min(again, time.Until(over)))
				}
			}
		})
	}
	all.Wait()
	return o
}

// note takes an answer and says when to try again.
func (o *overload) note(r *daemonv1alpha1.GetExecutionStatusResponse, err error, took time.Duration) (again time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, detail := range status.Convert(err).Details() {
		if retry, ok := detail.(*errdetails.RetryInfo); ok {
			again = retry.GetRetryDelay().AsDuration()
		}
	}
	switch {
	case err == nil && r.GetStatus() == daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_COMPLETED && r.GetStdout() == "1\n":
		o.accepted = append(o.accepted, took)
	case status.Code(err) == codes.ResourceExhausted && again > 0:
		o.refused = append(o.refused, took)
	case o.wrong == nil && err == nil:
		o.wrong = fmt.Errorf("%v %v: %s", r.GetStatus(), r.GetStopReason(), r.GetError())
	case o.wrong == nil:
		o.wrong = err
	}
	return again
}

// A footprint is what an idle daemon takes.
type footprint struct{ processes, goroutines, descriptors, files, memory int }

func (f footprint) String() string {
	return fmt.Sprintf("%.1f MiB, %d processes, %d goroutines, %d descriptors, %d files in the state directory",
		float64(f.memory)/(1<<20), f.processes, f.goroutines, f.descriptors, f.files)
}

// settled waits until the daemon has only its spare workers and no records and, with a
// footprint of before, not much more of anything than then.
func (s *server) settled(address, state string, before *footprint) (f footprint, err error) {
	for deadline := time.Now().Add(overloadSettle); ; time.Sleep(overloadLook) {
		text, err := metricsText(address)
		if err != nil {
			return f, err
		}
		f = s.footprint(text, state)
		quiet := number(text, `elided_workers{state="shared"}`) == 0 && number(text, `elided_workers{state="spare"}`) == 2 && number(text, "elided_executions_kept") == 0
		if quiet && (before == nil || f.within(*before)) || time.Now().After(deadline) {
			return f, nil // after the deadline the figures say it
		}
	}
}

func (f footprint) within(b footprint) bool {
	return f.processes <= b.processes && f.goroutines <= b.goroutines+2 && f.descriptors <= b.descriptors && f.files <= b.files && f.memory <= b.memory*12/10
}

func (s *server) footprint(metrics, state string) footprint {
	f := footprint{processes: len(s.family()), goroutines: number(metrics, "go_goroutines"), memory: s.pss()}
	descriptors, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.cmd.Process.Pid))
	f.descriptors = len(descriptors)
	_ = filepath.WalkDir(state, func(string, fs.DirEntry, error) error { f.files++; return nil }) // files come and go
	return f
}

// number reads a metric, with its labels in its name; -1 when there is none.
func number(text, name string) int {
	found := regexp.MustCompile("(?m)^" + regexp.QuoteMeta(name) + " (.*)$").FindStringSubmatch(text)
	if found == nil {
		return -1
	}
	v, _ := strconv.ParseFloat(found[1], 64)
	return int(v)
}
