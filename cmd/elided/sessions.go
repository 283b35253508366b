package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func (c *cli) sessionsCommand() *cobra.Command {
	cmd := c.clientCommand(&cobra.Command{
		Use:   "sessions",
		Short: "list, create and delete sessions",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.withClient(c.listSessions)
		},
	})
	cmd.AddCommand(c.createSessionCommand(), c.deleteSessionCommand())
	return cmd
}

func (c *cli) listSessions(d *client.Client) error {
	list, err := d.ListSessions(context.Background(), &daemonv1alpha1.ListSessionsRequest{})
	if err != nil {
		return err
	}
	rows := [][]string{{"ID", "STATUS", "RUNNING", "QUEUED", "CREATED", "EXCLUSIVE UNTIL"}}
	for _, s := range list.GetSessions() {
		if c.json {
			if err := c.printJSON(s); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{
			s.GetSessionId(), shortName(s.GetStatus().String(), "SESSION_STATUS_"),
			fmt.Sprint(s.GetRunning()), fmt.Sprint(s.GetQueued()), time.Unix(s.GetCreatedAt(), 0).UTC().Format(time.RFC3339),
			until(s.GetExclusiveUntil()),
		})
	}
	if c.json {
		return nil
	}
	return c.table(rows)
}

// until is "-" for a session that may share workers.
func until(t *timestamppb.Timestamp) string {
	if t == nil {
		return "-"
	}
	return t.AsTime().Format(time.RFC3339)
}

type sessionFlags struct {
	languages        []string
	timeout          time.Duration
	warm, maxRunning uint32
}

func (c *cli) createSessionCommand() *cobra.Command {
	var s sessionFlags
	cmd := c.clientCommand(&cobra.Command{
		Use:   "create [ID]",
		Short: "create a session and print its ID",
		Args:  arguments(cobra.MaximumNArgs(1)),
	})
	f := cmd.Flags()
	f.StringSliceVar(&s.languages, "language", nil, "a language `L` that may be used; repeatable (default all)")
	f.DurationVar(&s.timeout, "timeout", 0, "the longest `D` that an execution runs unless it says otherwise; 0 is for ever (default the daemon's)")
	f.Uint32Var(&s.warm, "warm", 0, "workers kept waiting for the session")
	f.Uint32Var(&s.maxRunning, "max-running", 0, "executions that run at once (default the daemon's limit)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		r := &daemonv1alpha1.CreateSessionRequest{Config: &daemonv1alpha1.SessionConfiguration{
			ContextPoolSize: s.warm, EnabledLanguages: s.languages, MaxRunning: s.maxRunning,
		}}
		if len(args) == 1 {
			r.SessionId = args[0]
		}
		if f.Changed("timeout") {
			r.Config.Timeout = durationpb.New(s.timeout)
		}
		return c.withClient(func(d *client.Client) error {
			made, err := d.CreateSession(context.Background(), r)
			if err != nil {
				return err
			}
			return c.print(made, made.GetSessionId)
		})
	}
	return cmd
}

func (c *cli) deleteSessionCommand() *cobra.Command {
	return c.clientCommand(&cobra.Command{
		Use:   "delete ID",
		Short: "delete a session, what runs in it and its records",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.withClient(func(d *client.Client) error {
				r, err := d.DeleteSession(context.Background(), &daemonv1alpha1.DeleteSessionRequest{SessionId: args[0]})
				if err != nil || !c.json {
					return err
				}
				return c.printJSON(r)
			})
		},
	})
}
