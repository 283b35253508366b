package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// graceFlag adds --grace and returns how to read it: nil when it isn't given.
func graceFlag(cmd *cobra.Command, usage string) func() (*durationpb.Duration, error) {
	d := cmd.Flags().Duration("grace", 0, usage)
	return func() (*durationpb.Duration, error) {
		switch {
		case !cmd.Flags().Changed("grace"):
			return nil, nil
		case *d < 0:
			return nil, usageErrorf("--grace %v is less than 0", time.Duration(*d))
		}
		return durationpb.New(*d), nil
	}
}

func (c *cli) cancelCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cancel ID",
		Short: "ask an execution to end, and kill it if it doesn't",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	grace := graceFlag(cmd, "the time `D` between SIGTERM and the kill; 0 kills at once (default the daemon's)")
	return c.executionCommand(cmd, func(d *client.Client, session, id string, _ []string) error {
		g, err := grace()
		if err != nil {
			return err
		}
		r, err := d.CancelExecution(context.Background(), &daemonv1alpha1.CancelExecutionRequest{SessionId: session, ExecutionId: id, Grace: g})
		if err != nil {
			return err
		}
		if c.json {
			return c.printJSON(r)
		}
		return c.unlessEnded(id, r.GetSuccess())
	})
}

func (c *cli) signalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "signal ID SIG",
		Short: "send a signal to an execution",
		Long: `Sends a signal, such as SIGUSR1 or USR1, to an execution. A program without a
handler for it is ended, as a process would be.`,
		Args: arguments(cobra.ExactArgs(2)),
	}
	grace := graceFlag(cmd, "kill the execution `D` after the signal (default never)")
	return c.executionCommand(cmd, func(d *client.Client, session, id string, args []string) error {
		g, err := grace()
		if err != nil {
			return err
		}
		r, err := d.SignalExecution(context.Background(), &daemonv1alpha1.SignalExecutionRequest{
			SessionId: session, ExecutionId: id, Signal: args[0], Grace: g,
		})
		if err != nil {
			return err
		}
		if c.json {
			return c.printJSON(r)
		}
		return c.unlessEnded(id, r.GetSuccess())
	})
}

func (c *cli) unlessEnded(id string, success bool) error {
	if success {
		return nil
	}
	c.complain("execution %s had ended before", id)
	return exitError(exitFailed)
}
