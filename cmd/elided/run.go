package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// exitBrokenPipe is 128 + SIGPIPE.
const exitBrokenPipe = 141

func (c *cli) runCommand() *cobra.Command {
	var p programFlags
	cmd := c.clientCommand(&cobra.Command{
		Use:   "run FILE|- [flags] [-- ARG...]",
		Short: "run a program to its end",
		Long: `Runs the program in FILE, or on standard input, through the daemon at the socket,
or without one when none answers. Both outputs are streamed as they are written.
Standard input is read whole (at most 1 MiB) when it is no terminal and not the
program. Ctrl-C sends SIGINT to the program; a second one kills it.

` + filesHelp + `

The exit code is the program's: 124 for a timeout, 137 for a kill, 143 for a
cancel. 125 means that elided could not run it, 2 a wrong command line.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			c.failed = exitRunFailed
			r, err := p.request(c.stdin, args[0], args[1:])
			if err != nil {
				return err
			}
			c.reach.own = len(p.fs) > 0 // another's daemon grants no directories of this user's
			return c.withRunner(func(d *client.Client) error { return c.runThrough(d, r) })
		},
	})
	p.add(cmd)
	return cmd
}

// withRunner calls f with a client of the daemon at the socket, or of one in this
// process when none answers. Whoever gives an address means that one.
func (c *cli) withRunner(f func(*client.Client) error) (err error) {
	var answered error
	err = c.withClient(func(d *client.Client) error {
		if _, answered = d.Health(context.Background(), &daemonv1alpha1.HealthRequest{}); answered != nil {
			return answered
		}
		return f(d)
	})
	if !errors.Is(answered, client.ErrNotRunning) || c.reach.elsewhere() {
		return err
	}
	e, err := startEmbedded()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.stop()) }()
	if lacks := e.enough(); lacks != nil {
		c.complain("warning: %v", lacks)
	}
	c.reach = reach{socket: e.socket}
	return c.withClient(f)
}

// runThrough runs a program and ends with its exit code.
func (c *cli) runThrough(d *client.Client, r *daemonv1alpha1.ExecuteSnippetRequest) error {
	// Notified of SIGPIPE, the process gets an error from the write instead of
	// dying of it with the program still running.
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	defer signal.Stop(signals)

	x, err := d.ExecuteSnippet(context.Background(), r)
	if err != nil {
		return err
	}
	a := attendant{client: d, session: x.GetSessionId(), id: x.GetExecutionId()}
	stdout, stderr := c.stdout, c.stderr
	if c.json {
		stdout, stderr = io.Discard, io.Discard
	}
	final, err := a.attend(signals, stdout, stderr)
	if err != nil {
		if r.GetExecutionId() == "" {
			a.kill() // nobody else knows it
		}
		if errors.Is(err, syscall.EPIPE) {
			return exitError(exitBrokenPipe)
		}
		return err
	}
	return c.report(d, final, a.asked > 0)
}

// An attendant follows an execution and passes signals on to it.
type attendant struct {
	client      *client.Client
	session, id string
	asked       int // times that the user wanted it to end
}

type followed struct {
	final *daemonv1alpha1.GetExecutionStatusResponse
	err   error
}

func (a *attendant) attend(signals <-chan os.Signal, stdout, stderr io.Writer) (*daemonv1alpha1.GetExecutionStatusResponse, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	end := make(chan followed, 1)
	go func() {
		final, err := a.client.Follow(ctx, a.session, a.id, stdout, stderr)
		end <- followed{final, err}
	}()
	for {
		select {
		case f := <-end:
			return f.final, f.err
		case s := <-signals:
			a.signal(s)
		}
	}
}

// signal passes a signal on. When that fails the execution has ended, or Follow
// will say what is wrong.
func (a *attendant) signal(s os.Signal) {
	if s == syscall.SIGPIPE {
		return
	}
	a.asked++
	switch {
	case a.asked > 1:
		a.kill()
	case s == syscall.SIGINT:
		_, _ = a.client.SignalExecution(context.Background(), &daemonv1alpha1.SignalExecutionRequest{
			SessionId: a.session, ExecutionId: a.id, Signal: "SIGINT",
		})
	default:
		_, _ = a.client.CancelExecution(context.Background(), &daemonv1alpha1.CancelExecutionRequest{SessionId: a.session, ExecutionId: a.id})
	}
}

func (a *attendant) kill() {
	_, _ = a.client.CancelExecution(context.Background(), &daemonv1alpha1.CancelExecutionRequest{
		SessionId: a.session, ExecutionId: a.id, Grace: durationpb.New(0),
	})
}

// report tells what the program's own output doesn't, and makes its exit code ours.
func (c *cli) report(d *client.Client, final *daemonv1alpha1.GetExecutionStatusResponse, expected bool) error {
	if c.json {
		whole, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{
			SessionId: final.GetSessionId(), ExecutionId: final.GetExecutionId(),
		})
		if err != nil {
			return err
		}
		if err := c.printJSON(whole); err != nil {
			return err
		}
	} else if !expected && !saidItself(final.GetStopReason()) {
		text := final.GetError()
		if text == "" {
			text = "it was ended: " + reasonName(final.GetStopReason())
		}
		c.complain("%s", text)
	}
	return exitError(final.GetExitCode())
}

// saidItself reports whether a program that ended so has shown why.
func saidItself(r daemonv1alpha1.StopReason) bool {
	switch r {
	case daemonv1alpha1.StopReason_STOP_REASON_EXITED,
		daemonv1alpha1.StopReason_STOP_REASON_UNCAUGHT_ERROR,
		daemonv1alpha1.StopReason_STOP_REASON_STACK_OVERFLOW:
		return true
	}
	return false
}
