package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

type eventsFlags struct {
	session string
	labels  []string
	ends    bool
}

func (c *cli) eventsCommand() *cobra.Command {
	var e eventsFlags
	cmd := c.clientCommand(&cobra.Command{
		Use:   "events",
		Short: "follow all executions: accepted, running, ended",
		Long: `Prints a line for each execution that is accepted, begins to run or ends, from now
on and until the daemon ends or this command is interrupted.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.withClient(func(d *client.Client) error { return c.events(d, e) })
		},
	})
	cmd.Flags().StringVar(&e.session, "session", "", "only those of the session `S` (default all sessions)")
	cmd.Flags().StringArrayVar(&e.labels, "label", nil, "only those with the label `K=V`; repeatable")
	cmd.Flags().BoolVar(&e.ends, "ends", false, "only ends")
	return cmd
}

// endStates are the states that executions don't leave.
var endStates = []daemonv1alpha1.ExecutionStatus{
	daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_COMPLETED, daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_FAILED,
	daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_CANCELLED,
}

func (c *cli) events(d *client.Client, e eventsFlags) error {
	labels, err := pairs("label", e.labels)
	if err != nil {
		return err
	}
	r := &daemonv1alpha1.WatchExecutionsRequest{SessionId: e.session, AllSessions: e.session == "", Labels: labels}
	if e.ends {
		r.Statuses = endStates
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stream, err := d.WatchExecutions(ctx, r)
	if err != nil {
		return err
	}
	for {
		change, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if n := change.GetMissed(); n > 0 {
			c.complain("%d changes were left out: this end is too slow", n)
		}
		if err := c.print(change.GetExecution(), func() string { return eventLine(change.GetExecution()) }); err != nil {
			return err
		}
	}
}

func eventLine(s *daemonv1alpha1.GetExecutionStatusResponse) string {
	at, what := s.GetCreatedAt(), stateName(s.GetStatus())
	if s.GetStatus() == daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_RUNNING {
		at = s.GetStartedAt()
	}
	if s.GetComplete() {
		at = s.GetEndedAt()
		what += fmt.Sprintf(" (%s, exit code %d)", reasonName(s.GetStopReason()), s.GetExitCode())
	}
	return fmt.Sprintf("%s %s %s/%s %s: %s", at.AsTime().Format(time.RFC3339Nano), s.GetLanguage(), s.GetSessionId(), s.GetExecutionId(),
		cmp.Or(s.GetName(), "-"), what)
}
