package executor

import (
	"context"
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

const (
	// MaxExpression bounds an expression, in bytes.
	MaxExpression = 64 << 10

	// MaxEvalTimeout is the longest that an expression may take to have a value, and
	// defaultEvalTimeout what it may take unless it is told otherwise.
	MaxEvalTimeout     = time.Minute
	defaultEvalTimeout = 5 * time.Second

	// maxEvaluations bounds the expressions that a program has not answered, those
	// included that nobody waits for any more.
	maxEvaluations = 16

	// heldPerEvaluation is what an expression may cost besides its bytes: its result.
	heldPerEvaluation = 2*lang.MaxEvaluation + 1<<10
)

// Eval evaluates an expression in a running program and hands the result to take, whose
// error it returns. 0 is the default timeout.
func (e *Executor) Eval(ctx context.Context, by Caller, session, id, expression string, timeout time.Duration, take func(lang.Evaluation) error) error {
	switch {
	case expression == "":
		return invalid("expression", "is missing")
	case len(expression) > MaxExpression:
		return invalid("expression", "has %d bytes, and may have %d", len(expression), MaxExpression)
	case depth(expression) > maxSharedDepth:
		return invalid("expression", "has brackets nested %d deep, and may have %d", depth(expression), maxSharedDepth)
	case timeout < 0 || timeout > MaxEvalTimeout:
		return invalid("timeout", "is to be more than 0 and at most %v", MaxEvalTimeout)
	case timeout == 0:
		timeout = defaultEvalTimeout
	}
	x, err := e.Execution(by, session, id)
	if err != nil {
		return err
	}
	held := int64(len(expression)) + heldPerEvaluation
	if !e.held.Take(by.account(), held) {
		return &Error{Kind: Exhausted, RetryAfter: time.Second, Message: "the requests that are held leave no room for an expression (--max-held-memory): try again when some have ended"}
	}
	defer e.held.Give(by.account(), held)
	result, err := x.eval(ctx, expression, timeout)
	if err != nil {
		return err
	}
	return take(result)
}

func (x *Execution) eval(ctx context.Context, expression string, timeout time.Duration) (lang.Evaluation, error) {
	answer, withdraw, err := x.beginEval(expression, timeout)
	if err != nil {
		return lang.Evaluation{}, err
	}
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for {
		select {
		case r := <-answer:
			if !r.Refused {
				return r, nil
			}
			answer = nil // its time has passed, or the program has just ended
		case <-x.done:
			select {
			case r := <-answer:
				if !r.Refused {
					return r, nil
				}
			default:
			}
			return lang.Evaluation{}, precondition("", "execution %q ended before it had evaluated the expression", x.id)
		case <-timer.C:
			withdraw()
			return lang.Evaluation{}, &Error{Kind: DeadlineExceeded, Message: fmt.Sprintf(
				"execution %q had no value for the expression within %v: it is busy, or what the expression waits for takes longer; raise timeout (at most %v)", x.id, timeout, MaxEvalTimeout)}
		case <-ctx.Done():
			withdraw()
			return lang.Evaluation{}, ctx.Err()
		}
	}
}

// beginEval sends an expression to the program. What comes of it is sent on answer once;
// withdraw says that nobody waits for that.
func (x *Execution) beginEval(expression string, timeout time.Duration) (answer <-chan lang.Evaluation, withdraw func(), err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	run := x.run
	switch {
	case x.status.State.Final():
		return nil, nil, precondition("", "execution %q has ended: an expression is evaluated in a program that runs", x.id)
	case !evaluates(x.language):
		return nil, nil, precondition("", "%s can't evaluate expressions in a running program; javascript and typescript can", x.language)
	case run == nil:
		return nil, nil, precondition("", "execution %q has not begun: try again when it is running", x.id)
	case len(x.evaluating) >= maxEvaluations:
		return nil, nil, &Error{Kind: Exhausted, RetryAfter: time.Second, Message: fmt.Sprintf("the program has %d expressions that it has not answered: try again", maxEvaluations)}
	}
	c := make(chan lang.Evaluation, 1)
	x.reached = true
	seq := run.Eval(expression, timeout)
	if x.evaluating == nil {
		x.evaluating = make(map[uint32]chan<- lang.Evaluation)
	}
	x.evaluating[seq] = c
	return c, func() { run.Withdraw(seq) }, nil
}

func evaluates(language string) bool {
	l, _ := lang.Lookup(language)
	return l.Evaluates
}

// evaluated takes an answer of the worker's.
func (x *Execution) evaluated(seq uint32, e lang.Evaluation) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if answer := x.evaluating[seq]; answer != nil {
		delete(x.evaluating, seq)
		answer <- e // it has room for one
	}
}
