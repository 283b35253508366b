package hostile

import (
	"context"
	"io"
	"os"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// forgedFrames has workers attack the daemon, beside neighbours in true ones. A worker
// is this program instead of elided, as if its program had taken it over.
func forgedFrames(d *daemon, p *prober) (list []*outcome) {
	ctx, cancel := context.WithTimeout(context.Background(), 4*patience)
	defer cancel()
	const session = "forged"
	d.makeSession(ctx, session)
	before := d.settled()
	neighbours := neighbours(session, session, int(8*time.Second/stepTime))
	for _, n := range neighbours {
		if err := d.startNeighbour(ctx, n); err != nil {
			d.t.Fatal(err)
		}
	}
	restore := d.replaceBinary()
	d.useSpares(ctx, true)
	p.lap()
	for _, f := range forgeries() {
		list = append(list, d.forged(ctx, p, f))
	}
	restore()
	d.useSpares(ctx, false)
	for _, n := range neighbours {
		if fate, how := d.fate(ctx, n); fate != same {
			d.t.Errorf("neighbour %s (%s): %v %s", n.id, n.name, fate, how)
		}
	}
	d.dropSession(ctx, session)
	if _, left := d.left(before); left != "" {
		d.t.Errorf("left: %s", left)
	}
	return list
}

// replaceBinary puts this program in the place of the daemon's, which goes on running,
// and returns what puts back the very file: its pages in memory are shared then.
func (d *daemon) replaceBinary() (restore func()) {
	self, err := os.Executable()
	if err != nil {
		d.t.Fatal(err)
	}
	forger := d.binary + ".forger"
	text, err := os.ReadFile(self)
	if err == nil {
		err = os.WriteFile(forger, text, 0o755)
	}
	if err == nil {
		err = os.Link(d.binary, d.binary+".true")
	}
	if err == nil {
		err = os.Rename(forger, d.binary)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return func() {
		if err := os.Rename(d.binary+".true", d.binary); err != nil {
			d.t.Fatal(err)
		}
	}
}

// useSpares runs programs until the waiting workers, which were started before another
// executable was installed, are used up.
func (d *daemon) useSpares(ctx context.Context, forgers bool) {
	eventually(d.t, "a worker from the other executable", func() bool {
		s := d.end(ctx, forgedRequest("", "crash"))
		return (s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_UNCAUGHT_ERROR) != forgers
	})
}

// forgedRequest has a true worker fail to run its code, and a forger do what it says.
func forgedRequest(id, code string) *daemonv1alpha1.ExecuteSnippetRequest {
	return &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: "forged", ExecutionId: id, Language: "javascript", Code: code,
		Isolation: daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE, Timeout: durationpb.New(3 * time.Second),
		Limits: &daemonv1alpha1.Limits{OutputBytes: 1 << 20},
	}
}

// forged has one forgery act on the daemon.
func (d *daemon) forged(ctx context.Context, p *prober, f forgery) *outcome {
	o := &outcome{file: "(forged frames)", attack: f.attack, isolation: "exclusive", before: d.remains().memory}
	began := time.Now()
	s := d.end(ctx, forgedRequest("", f.name))
	o.took, o.reason, o.after = time.Since(began), reasonName(s.GetStopReason()), d.remains().memory
	if !slices.Contains(lostReasons(f), s.GetStopReason()) {
		o.failf("%s: ended with %s: %s", f.name, o.reason, s.GetError())
	}
	var wrong []string
	if o.p99, wrong = p.lap(); len(wrong) > 0 {
		o.failf("%s: health: %v", f.name, wrong)
	}
	for _, failure := range o.failures {
		d.t.Error(failure)
	}
	return o
}

func (d *daemon) makeSession(ctx context.Context, id string) {
	d.t.Helper()
	if _, err := d.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{SessionId: id}); err != nil {
		d.t.Fatal(err)
	}
}

func (d *daemon) dropSession(ctx context.Context, id string) {
	d.t.Helper()
	if _, err := d.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: id}); err != nil {
		d.t.Fatal(err)
	}
}

// end runs a program to its end.
func (d *daemon) end(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest) *daemonv1alpha1.GetExecutionStatusResponse {
	d.t.Helper()
	s, err := d.Run(ctx, r, io.Discard, io.Discard)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// lostReasons are how a run may end whose worker attacks the daemon.
func lostReasons(f forgery) []daemonv1alpha1.StopReason {
	if f.name == "cut" { // it looks slow, until its time is up
		return []daemonv1alpha1.StopReason{daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT}
	}
	return []daemonv1alpha1.StopReason{daemonv1alpha1.StopReason_STOP_REASON_CRASHED, daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST}
}
