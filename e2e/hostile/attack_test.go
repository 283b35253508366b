package hostile

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// An attack is a program of the corpus run once, beside its neighbours.
type attack struct {
	*program
	isolation daemonv1alpha1.Isolation
	number    int
	aged      bool // neighbours that are to be old are older than what is run again
}

// oldAge is from when on a program is not run again when its worker is lost.
const oldAge = 2 * time.Second

// sessions of an attack, which nothing before it has used.
func (a *attack) session() string { return fmt.Sprintf("attack-%d", a.number) }
func (a *attack) other() string   { return fmt.Sprintf("beside-%d", a.number) }

// outcome is a line of the table.
type outcome struct {
	file, attack, isolation, reason string
	took                            time.Duration // from its submission to its final status
	p99                             time.Duration
	fates                           [harmed + 1]int
	before, after                   int64 // memory
	failures                        []string
}

func (o *outcome) failf(format string, args ...any) {
	o.failures = append(o.failures, fmt.Sprintf(format, args...))
}

// run runs an attack and says what came of it.
func (a *attack) run(d *daemon, p *prober) *outcome {
	ctx, cancel := context.WithTimeout(context.Background(), 4*patience)
	defer cancel()
	o := &outcome{file: a.file, attack: a.attack, isolation: isolationName(a.isolation)}
	before := d.settled()
	p.lap()
	for _, s := range []string{a.session(), a.other()} {
		if _, err := d.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{SessionId: s}); err != nil {
			o.failf("%v", err)
			return o
		}
	}
	list := neighbours(a.session(), a.other(), int(a.length()/stepTime))
	if err := a.surround(ctx, d, list); err != nil {
		o.failf("%v", err)
	}
	began := time.Now()
	s, err := a.execute(ctx, d)
	o.took = time.Since(began)
	a.judge(o, s, err)
	a.judgeNeighbours(ctx, d, o, list)
	a.clear(ctx, d, o)
	after, left := d.left(before)
	if left != "" {
		o.failf("left: %s", left)
	}
	o.before, o.after = before.memory, after.memory
	p99, wrong := p.lap()
	o.p99 = p99
	for _, w := range wrong {
		o.failf("health: %s", w)
	}
	return o
}

// surround starts the neighbours, the old ones early.
func (a *attack) surround(ctx context.Context, d *daemon, list []*neighbour) error {
	for _, late := range []bool{false, true} {
		for _, n := range list {
			if n.late() != late {
				continue
			}
			if a.aged && !late {
				n.steps += int(oldAge / stepTime)
			}
			if err := d.startNeighbour(ctx, n); err != nil {
				return err
			}
		}
		if a.aged && !late {
			age(ctx, oldAge+stepTime)
		}
	}
	return nil
}

// age lets time pass, which is what makes programs old.
func age(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

// execute runs the program, after its pair, and returns its final status.
func (a *attack) execute(ctx context.Context, d *daemon) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	if a.pair != "" {
		first, err := readProgram(a.pair)
		if err != nil {
			return nil, err
		}
		before := &attack{program: first, isolation: a.isolation, number: a.number}
		if _, err := before.follow(ctx, d, "pair"); err != nil {
			return nil, err
		}
	}
	return a.follow(ctx, d, "attack")
}

func (a *attack) follow(ctx context.Context, d *daemon, id string) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	r, err := a.request(id)
	if err != nil {
		return nil, err
	}
	if _, err := d.ExecuteSnippet(ctx, r); err != nil {
		return nil, err
	}
	stdout := io.Discard
	if a.cancel != "" {
		stdout = &canceller{ctx: ctx, d: d, session: r.GetSessionId(), id: id, text: a.cancel}
	}
	if _, err := d.Follow(ctx, r.GetSessionId(), id, stdout, io.Discard); err != nil {
		return nil, err
	}
	return d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: r.GetSessionId(), ExecutionId: id})
}

func (a *attack) request(id string) (*daemonv1alpha1.ExecuteSnippetRequest, error) {
	r := &daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: a.session(), ExecutionId: id, Language: a.language, Code: a.code, Env: a.env,
		Name: path.Base(a.file), Timeout: durationpb.New(a.timeout), Isolation: a.isolation,
		Limits: &daemonv1alpha1.Limits{OutputBytes: a.output},
	}
	if a.isolation == daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE {
		r.Limits.MemoryBytes = a.memory // in a shared worker the limit is the worker's
	}
	if a.cpu > 0 {
		r.Limits.CpuTime = durationpb.New(a.cpu)
	}
	for _, name := range a.beside {
		text, err := os.ReadFile(filepath.Join("programs", filepath.FromSlash(path.Dir(a.file)), name))
		if err != nil {
			return nil, err
		}
		r.Files = append(r.Files, &daemonv1alpha1.SourceFile{Path: name, Content: string(text)})
	}
	return r, nil
}

// A canceller cancels an execution once, when it has printed a text in one piece.
type canceller struct {
	ctx               context.Context
	d                 *daemon
	session, id, text string
	once              sync.Once
}

func (c *canceller) Write(p []byte) (int, error) {
	if !strings.Contains(string(p), c.text) {
		return len(p), nil
	}
	var err error
	c.once.Do(func() {
		_, err = c.d.CancelExecution(c.ctx, &daemonv1alpha1.CancelExecutionRequest{SessionId: c.session, ExecutionId: c.id})
	})
	return len(p), err
}

// judge compares how the attacker ended with what its file expects.
func (a *attack) judge(o *outcome, s *daemonv1alpha1.GetExecutionStatusResponse, err error) {
	if err != nil {
		o.failf("%v", err)
		return
	}
	o.reason = reasonName(s.GetStopReason())
	if !slices.Contains(a.expect, s.GetStopReason()) {
		o.failf("ended with %s, exit code %d: %q; stdout %.200q, stderr %.300q", o.reason, s.GetExitCode(), s.GetError(), s.GetStdout(), s.GetStderr())
		return
	}
	text := s.GetStdout() + s.GetStderr() + s.GetError()
	for _, said := range a.says {
		if !strings.Contains(text, said) {
			o.failf("says %.500q, not %q", text, said)
		}
	}
	a.judgeExit(o, s)
}

// judgeExit looks at what counts only when the program has come to its own end, if it
// may end in several ways.
func (a *attack) judgeExit(o *outcome, s *daemonv1alpha1.GetExecutionStatusResponse) {
	if len(a.expect) > 1 && s.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_EXITED {
		return
	}
	if a.exit != nil && s.GetExitCode() != *a.exit {
		o.failf("exit code %d, not %d", s.GetExitCode(), *a.exit)
	}
	if want := strings.Join(append(a.lines, ""), "\n"); len(a.lines) > 0 && s.GetStdout() != want {
		o.failf("stdout %.500q, not %q", s.GetStdout(), want)
	}
}

// judgeNeighbours allows those in the attacker's worker to be run again or lost, and
// nobody else to notice.
func (a *attack) judgeNeighbours(ctx context.Context, d *daemon, o *outcome, list []*neighbour) {
	for _, n := range list {
		f, how := d.fate(ctx, n)
		o.fates[f]++
		within := n.within && a.isolation == daemonv1alpha1.Isolation_ISOLATION_SHARED
		switch {
		case f == harmed:
			o.failf("neighbour %s (%s, in its worker: %v): %s", n.id, n.name, within, how)
		case f != same && !within:
			o.failf("neighbour %s (%s) in another worker was run again or lost", n.id, n.name)
		}
	}
}

func (a *attack) clear(ctx context.Context, d *daemon, o *outcome) {
	for _, s := range []string{a.session(), a.other()} {
		if _, err := d.DeleteSession(ctx, &daemonv1alpha1.DeleteSessionRequest{SessionId: s}); err != nil {
			o.failf("%v", err)
		}
	}
}
