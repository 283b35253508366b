package hostile

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// forgedFrames has programs take over their workers and attack the daemon through its
// own connection, beside neighbours in workers that are left alone.
func forgedFrames(t *testing.T) (list []*outcome) {
	forger := buildForger(t)
	d := startProgram(t, forger, func(d *daemon) []string { return []string{d.socket(), d.state()} })
	p := startProber(t, d)
	p.idle(t)
	ctx, cancel := context.WithTimeout(context.Background(), 8*patience)
	defer cancel()
	before := d.settled()
	d.makeSession(ctx, forged)
	neighbours := neighbours(forged, forged, int(8*time.Second/stepTime))
	for _, n := range neighbours {
		if err := d.startNeighbour(ctx, n); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(forger, "list").Output()
	if err != nil {
		t.Fatal(err)
	}
	p.lap()
	for line := range strings.Lines(string(out)) {
		name, attack, _ := strings.Cut(strings.TrimSpace(line), "\t")
		list = append(list, d.forged(ctx, p, name, attack))
	}
	for _, n := range neighbours {
		if fate, how := d.fate(ctx, n); fate != same {
			t.Errorf("neighbour %s (%s): %v %s", n.id, n.name, fate, how)
		}
	}
	d.dropSession(ctx, forged)
	if _, left := d.left(before); left != "" {
		t.Errorf("left: %s", left)
	}
	d.checkAlive()
	return list
}

// forged is the session of the forgeries.
const forged = "forged"

func buildForger(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "forger")
	build := exec.Command("go", "build", "-o", path, "./forger")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the forger: %v\n%s", err, out)
	}
	return path
}

// forged has one forgery act on the daemon.
func (d *daemon) forged(ctx context.Context, p *prober, name, attack string) *outcome {
	o := &outcome{file: "(forged frames)", attack: attack, isolation: "exclusive", before: d.remains().memory}
	timeout := patience
	if name == "cut" {
		timeout = shortTimeout
	}
	began := time.Now()
	s := d.end(ctx, &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: forged, Language: "javascript", Code: name,
		Isolation: daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE, Timeout: durationpb.New(timeout),
		Limits: &daemonv1alpha1.Limits{OutputBytes: 1 << 20},
	})
	o.took, o.reason, o.after = time.Since(began), reasonName(s.GetStopReason()), d.remains().memory
	if !slices.Contains(forgedReasons(name), s.GetStopReason()) {
		o.failf("%s: ended with %s: %s", name, o.reason, s.GetError())
	}
	var wrong []string
	if o.p99, wrong = p.lap(); len(wrong) > 0 {
		o.failf("%s: health: %v", name, wrong)
	}
	for _, failure := range o.failures {
		d.t.Error(failure)
	}
	return o
}

// forgedReasons are how a program may end whose worker attacks the daemon.
func forgedReasons(name string) []daemonv1alpha1.StopReason {
	list := []daemonv1alpha1.StopReason{daemonv1alpha1.StopReason_STOP_REASON_CRASHED, daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST}
	if name == "cut" { // it looks slow, until its time is up
		list = append(list, daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT)
	}
	return list
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
