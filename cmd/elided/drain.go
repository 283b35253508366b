package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func (c *cli) drainCommand() *cobra.Command {
	cmd := c.clientCommand(&cobra.Command{
		Use:   "drain",
		Short: "end the daemon as SIGTERM does, and wait until it has ended",
		Long: `Has the daemon accept no more work, let what runs go on for the drain timeout, ask
the rest to end, and kill after the grace period what doesn't. It is for admins: root,
the daemon's own user, and who has that role.`,
		Args: arguments(cobra.NoArgs),
	})
	limit := cmd.Flags().Duration("timeout", 0, "let what runs go on for `D` (default the daemon's)")
	cmd.RunE = func(*cobra.Command, []string) error {
		r := &daemonv1alpha1.DrainRequest{}
		if cmd.Flags().Changed("timeout") {
			if *limit < 0 {
				return usageErrorf("--timeout %v is less than 0", time.Duration(*limit))
			}
			r.Timeout = durationpb.New(*limit)
		}
		c.reach.own = true
		return c.withClient(func(d *client.Client) error { return c.drain(d, r) })
	}
	return cmd
}

// drain follows the ends, as that stream lasts for as long as the daemon.
func (c *cli) drain(d *client.Client, r *daemonv1alpha1.DrainRequest) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stream, err := d.WatchExecutions(ctx, &daemonv1alpha1.WatchExecutionsRequest{AllSessions: true, Statuses: endStates})
	if err != nil {
		return err
	}
	if _, err := stream.Header(); err != nil {
		return err
	}
	found, err := d.Drain(ctx, r)
	if err != nil {
		return err
	}
	c.complain("draining: %d running, %d waiting are cancelled", found.GetRunning(), found.GetQueued())
	ended, cut := 0, 0
	for {
		change, err := stream.Recv()
		if errors.Is(err, io.EOF) || status.Code(err) == codes.Unavailable {
			return c.println(fmt.Sprintf("drained: %d ended meanwhile, %d of them because of it", ended, cut))
		}
		if err != nil {
			return err
		}
		ended++
		if change.GetExecution().GetStopReason() == daemonv1alpha1.StopReason_STOP_REASON_SHUTDOWN {
			cut++
		}
	}
}
