package hostile

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A culprit brings its shared worker down, or nearly, in one way.
type culprit struct {
	kind, code string
	timeout    time.Duration
	cpu        time.Duration
	reason     daemonv1alpha1.StopReason
}

func culprits() []culprit {
	return []culprit{
		{"stack overflow that ends the process", `const a = []; a.push(a); a.flat(Infinity)`, 20 * time.Second, 0, daemonv1alpha1.StopReason_STOP_REASON_STACK_OVERFLOW},
		{"out of memory by one allocation", `'x'.repeat(2 ** 30 - 25)`, 20 * time.Second, 0, daemonv1alpha1.StopReason_STOP_REASON_MEMORY_LIMIT},
		{"out of memory by growth", `const held = []; for (;;) held.push(new Uint8Array(1 << 20).fill(1))`, 20 * time.Second, 0, daemonv1alpha1.StopReason_STOP_REASON_MEMORY_LIMIT},
		{"slow growth beside innocents that allocate", `const held = []; setInterval(() => held.push(new Uint8Array(4 << 20).fill(1)), 5)`, 20 * time.Second, 0, daemonv1alpha1.StopReason_STOP_REASON_MEMORY_LIMIT},
		{"native call that can't be interrupted", `/(?=(a+)+$)a/.test('a'.repeat(40) + '!')`, 300 * time.Millisecond, 0, daemonv1alpha1.StopReason_STOP_REASON_TIMEOUT},
		{"processor time", `for (;;) ;`, 20 * time.Second, 200 * time.Millisecond, daemonv1alpha1.StopReason_STOP_REASON_CPU_LIMIT},
	}
}

// Innocents run in the culprit's worker.
func innocents(session string) (list []*neighbour) {
	for i, k := range []kind{
		kinds[0], kinds[2], kinds[5],
		{"js that is busy", "javascript", `const n = +process.argv[2]; let i = 0, sum = 0;
const t = setInterval(() => { for (const end = Date.now() + 20; Date.now() < end;) sum++; if (++i === n) { clearInterval(t); console.log('done') } }, 50)`, true, done},
		{"js that makes garbage", "javascript", `const n = +process.argv[2]; let i = 0, held = [];
const t = setInterval(() => { held = Array.from({ length: 4 }, () => new Uint8Array(1 << 18).fill(i)); if (++i === n) { clearInterval(t); console.log('done') } }, 50)`, true, done},
	} {
		list = append(list, &neighbour{kind: k, session: session, id: fmt.Sprintf("innocent-%d", i), steps: 20, within: true})
	}
	return list
}

// blamed counts who was blamed for one kind of crash.
type blamed struct {
	kind                      string
	runs                      int
	culprit, innocent, nobody int // runs in which that one was; innocent counts beside culprit
	other                     []string
	fates                     [harmed + 1]int
}

const (
	blameRuns      = 50
	blameRunsShort = 1
)

// blame brings down shared workers and counts whom the daemon blames.
func blame(d *daemon) (list []*blamed) {
	runs := blameRunsShort
	if whole() {
		runs = blameRuns
	}
	for i, c := range culprits() {
		b := &blamed{kind: c.kind}
		for n := range runs {
			b.run(d, c, fmt.Sprintf("blame-%d-%d", i, n))
		}
		list = append(list, b)
		if b.culprit*10 < b.runs*9 || b.innocent > b.runs/10 {
			d.t.Errorf("%s: of %d runs the culprit was blamed in %d, an innocent in %d, nobody in %d; otherwise %v", b.kind, b.runs, b.culprit, b.innocent, b.nobody, b.other)
		}
	}
	return list
}

func (b *blamed) run(d *daemon, c culprit, session string) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	defer cancel()
	d.makeSession(ctx, session)
	defer d.dropSession(ctx, session)
	list := innocents(session)
	for _, n := range list {
		if err := d.startNeighbour(ctx, n); err != nil {
			d.t.Fatal(err)
		}
	}
	r := &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: session, Language: "javascript", Code: c.code, Timeout: durationpb.New(c.timeout),
		Isolation: daemonv1alpha1.Isolation_ISOLATION_SHARED,
	}
	if c.cpu > 0 {
		r.Limits = &daemonv1alpha1.Limits{CpuTime: durationpb.New(c.cpu)}
	}
	s := d.end(ctx, r)
	b.runs++
	b.count(c, s)
	b.countInnocents(ctx, d, list)
}

func (b *blamed) count(c culprit, s *daemonv1alpha1.GetExecutionStatusResponse) {
	switch s.GetStopReason() {
	case c.reason:
		b.culprit++
	case daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST:
		b.nobody++
	default:
		b.other = append(b.other, reasonName(s.GetStopReason())+": "+s.GetError())
	}
}

func (b *blamed) countInnocents(ctx context.Context, d *daemon, list []*neighbour) {
	harm := ""
	for _, n := range list {
		f, how := d.fate(ctx, n)
		b.fates[f]++
		if f == harmed {
			harm = n.name + ": " + how
		}
	}
	if harm != "" {
		b.innocent++
		d.t.Logf("%s: an innocent: %s", b.kind, harm)
	}
}

const blameHead = `A dead process doesn't say which of its programs did it. Each kind of end was brought about in a worker
shared with five innocents of the same session, among them one that is busy and two that allocate.

| kind | runs | culprit blamed | another reason | nobody blamed | an innocent blamed | innocents: same | again | lost |
|---|---|---|---|---|---|---|---|---|
`

func (r *report) blameTable(b *strings.Builder) {
	for _, x := range r.blames {
		other := ""
		if len(x.other) > 0 {
			slices.Sort(x.other)
			other = " (" + cell(strings.Join(slices.Compact(x.other), "; ")) + ")"
		}
		fmt.Fprintf(b, "| %s | %d | %d | %d%s | %d | %d | %d | %d | %d |\n", x.kind, x.runs, x.culprit, len(x.other), other,
			x.nobody, x.innocent, x.fates[same], x.fates[rerun], x.fates[lost])
	}
}
