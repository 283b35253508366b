package e2e

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestOverload has ten times as many callers as may wait. What is accepted ends well, what is
// refused learns when to come again, and when it is over nothing is left of it.
func TestOverload(t *testing.T) {
	const waiting, length = 40, 4 * time.Second
	d := startDaemon(t, "--max-running", "8", "--max-queued", strconv.Itoa(waiting), "--idle-timeout", "500ms", "--keep-for", "500ms", "--log-executions=false")
	d.overload(4, 500*time.Millisecond) // so that all is there that stays
	before := d.idle(nil)

	accepted, refused := d.overload(10*waiting, length)
	if accepted == 0 || refused == 0 {
		t.Errorf("%d accepted, %d refused", accepted, refused)
	}
	after := d.idle(&before)
	t.Logf("%d accepted, %d refused; before %+v, after %+v", accepted, refused, before, after)
}

// overload has callers run programs for a while, each again at once when it ends and, as it
// is asked to, later when it is refused.
func (d *daemon) overload(callers int, length time.Duration) (accepted, refused int64) {
	d.t.Helper()
	var ok, no atomic.Int64
	var all sync.WaitGroup
	over := time.Now().Add(length)
	for i := range callers {
		all.Go(func() {
			for n := i; time.Now().Before(over); n++ {
				s, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: fmt.Sprintf("import time\ntime.sleep(0.01)\nprint(%d)", n%100)})
				wait := retryAfter(err)
				switch {
				case err == nil && s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_EXITED && s.GetExitCode() == 0 && s.GetStdout() == fmt.Sprintln(n%100):
					ok.Add(1)
				case err == nil:
					d.t.Errorf("accepted, and then: %v", s)
				case status.Code(err) != codes.ResourceExhausted || wait <= 0:
					d.t.Errorf("refused: %v, to come again after %v", err, wait)
				default:
					no.Add(1)
					time.Sleep(min(wait, time.Until(over))) // what a caller does who is told so
				}
			}
		})
	}
	all.Wait()
	return ok.Load(), no.Load()
}

// retryAfter is what an error says about when to try again; 0 is nothing.
func retryAfter(err error) time.Duration {
	for _, detail := range status.Convert(err).Details() {
		if r, ok := detail.(*errdetails.RetryInfo); ok {
			return r.GetRetryDelay().AsDuration()
		}
	}
	return 0
}

// A footprint is what a daemon takes of the machine, its workers included.
type footprint struct {
	processes, goroutines, descriptors, files int
	memory                                    int // of the processes' own, in bytes
}

// idle waits until the daemon has nothing to do and, with a footprint of before, takes no
// more than then.
func (d *daemon) idle(before *footprint) (now footprint) {
	d.t.Helper()
	what := "an idle daemon"
	if before != nil {
		what = fmt.Sprintf("what was there before: %+v", *before)
	}
	eventually(d.t, what, patience, func() bool {
		_, text := d.read("/metrics")
		now = d.footprint(text)
		quiet := metric(text, "elided_executions_running") == 0 && metric(text, `elided_workers{state="shared"}`) == 0 &&
			metric(text, `elided_workers{state="spare"}`) == 2 && metric(text, "elided_executions_kept") == 0
		if before == nil || !quiet {
			return quiet
		}
		return now.processes <= before.processes && now.goroutines <= before.goroutines+2 && now.descriptors <= before.descriptors &&
			now.files <= before.files && now.memory <= before.memory*12/10
	})
	return now
}

func (d *daemon) footprint(metrics string) (f footprint) {
	d.t.Helper()
	f.goroutines = metric(metrics, "go_goroutines")
	descriptors, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", d.pid()))
	if err != nil {
		d.t.Fatal(err)
	}
	f.descriptors = len(descriptors)
	err = filepath.WalkDir(filepath.Join(d.dir, "state"), func(_ string, _ fs.DirEntry, err error) error {
		f.files++
		return ignoreGone(err)
	})
	if err != nil {
		d.t.Fatal(err)
	}
	for _, pid := range append(children(d.t, d.pid()), d.pid()) {
		f.processes++
		f.memory += ownMemory(pid)
	}
	return f
}

// ignoreGone is nil for a file that has been deleted meanwhile.
func ignoreGone(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// ownMemory is what a process has of memory that is no file's, in bytes.
func ownMemory(pid int) int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	pages := strings.Fields(string(text))
	if err != nil || len(pages) < 3 {
		return 0 // it has ended
	}
	resident, _ := strconv.Atoi(pages[1])
	shared, _ := strconv.Atoi(pages[2])
	return (resident - shared) * os.Getpagesize()
}

// metric reads a metric, with its labels in its name; -1 when there is none.
func metric(text, name string) int {
	found := regexp.MustCompile("(?m)^" + regexp.QuoteMeta(name) + " (.*)$").FindStringSubmatch(text)
	if found == nil {
		return -1
	}
	v, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		return -1
	}
	return int(v)
}
