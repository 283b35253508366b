package hostile

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A kind is a well-behaved program that takes a number of steps of stepTime each.
type kind struct {
	name, language, code string
	silent               bool // prints nothing before its end, so that it can be run again
	want                 func(steps int) string
}

const stepTime = 50 * time.Millisecond

func printed(steps int) string {
	var b strings.Builder
	for i := range steps {
		fmt.Fprintln(&b, "line", i)
	}
	return b.String() + "done\n"
}

// computed is what the computing kinds print: the same arithmetic as theirs.
func computed(steps int) string {
	sum := 0
	for i := range steps {
		for k := range 2000 {
			sum = (sum*31 + k + i) % 1000003
		}
	}
	return fmt.Sprintln("sum", sum)
}

func done(int) string { return "done\n" }

func allocated(steps int) string { return fmt.Sprintln("held", steps, 65536) }

var kinds = []kind{
	{"js that prints", "javascript", `const n = +process.argv[2]; let i = 0;
const t = setInterval(() => { console.log('line', i); if (++i === n) { clearInterval(t); console.log('done') } }, 50)`, false, printed},
	{"python that prints", "python", "import sys, time\nfor i in range(int(sys.argv[1])):\n  print('line', i)\n  time.sleep(0.05)\nprint('done')", false, printed},
	{"js that computes", "javascript", `const n = +process.argv[2]; let i = 0, sum = 0;
const t = setInterval(() => { for (let k = 0; k < 2000; k++) sum = (sum * 31 + k + i) % 1000003;
if (++i === n) { clearInterval(t); console.log('sum', sum) } }, 50)`, true, computed},
	{"python that computes", "python", "import sys, time\nsum = 0\nfor i in range(int(sys.argv[1])):\n  for k in range(2000):\n    sum = (sum * 31 + k + i) % 1000003\n  time.sleep(0.05)\nprint('sum', sum)", true, computed},
	{"starlark that sleeps", "starlark", "sleep(0.05 * int(args[0]))\nprint('done')", true, done},
	{"ts that allocates", "typescript", `const n: number = +process.argv[2]; let i = 0; let held: Uint8Array = new Uint8Array(0);
const t = setInterval(() => { held = new Uint8Array(65536).fill(i); if (++i === n) { clearInterval(t); console.log('held', i, held.length) } }, 50)`, true, allocated},
	{"starlark that prints", "starlark", "def main():\n  for i in range(int(args[0])):\n    print('line', i)\n    sleep(0.05)\n  print('done')\nmain()", false, printed},
}

// A neighbour is one that runs beside an attack.
type neighbour struct {
	kind
	session, group, id string
	steps              int
	within             bool // in the attacker's worker, if that is shared
}

// The 20 neighbours: seven in the attacker's worker, seven in another of its
// session, six of another session.
const (
	inWorker  = 7
	inGroup   = 7
	inSession = 6
)

func neighbours(attacker, other string, steps int) (list []*neighbour) {
	for i := range inWorker + inGroup + inSession {
		n := &neighbour{kind: kinds[i%len(kinds)], session: attacker, steps: steps, id: fmt.Sprintf("neighbour-%d", i)}
		switch {
		case i < inWorker:
			n.within = true
		case i < inWorker+inGroup:
			n.group = "other"
		default:
			n.session = other
		}
		list = append(list, n)
	}
	return list
}

// late neighbours are started right before the attack, the others well before it.
func (n *neighbour) late() bool { return n.silent && n.language != "python" }

func (d *daemon) startNeighbour(ctx context.Context, n *neighbour) error {
	_, err := d.ExecuteSnippet(ctx, &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: n.session, Group: n.group, ExecutionId: n.id, Language: n.language, Code: n.code,
		Args: []string{fmt.Sprint(n.steps)}, Timeout: durationpb.New(patience),
		Isolation: daemonv1alpha1.Isolation_ISOLATION_SHARED,
	})
	if err != nil {
		return fmt.Errorf("start %s: %w", n.name, err)
	}
	return nil
}

// A fate is what became of a neighbour.
type fate int

const (
	same  fate = iota // it ended as it would have without the attack
	rerun             // likewise, when it was run a second time
	lost              // it ended WORKER_LOST with a right prefix of its output
	harmed
)

// fate waits for a neighbour's end and judges it.
func (d *daemon) fate(ctx context.Context, n *neighbour) (fate, string) {
	if _, err := d.Follow(ctx, n.session, n.id, io.Discard, io.Discard); err != nil {
		return harmed, err.Error()
	}
	s, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: n.session, ExecutionId: n.id})
	if err != nil {
		return harmed, err.Error()
	}
	want := n.want(n.steps)
	whole := s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_EXITED && s.GetExitCode() == 0 &&
		s.GetStdout() == want && s.GetStderr() == ""
	switch {
	case whole && s.GetAttempts() == 1:
		return same, ""
	case whole && s.GetAttempts() == 2:
		return rerun, ""
	case s.GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST && strings.HasPrefix(want, s.GetStdout()) && s.GetStderr() == "":
		return lost, ""
	}
	return harmed, fmt.Sprintf("%s, exit code %d, %q, after %d attempts, stdout %q, stderr %q",
		reasonName(s.GetStopReason()), s.GetExitCode(), s.GetError(), s.GetAttempts(), lastLines(s.GetStdout(), 2), s.GetStderr())
}
