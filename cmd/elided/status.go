package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// executionCommand makes a command about one execution.
func (c *cli) executionCommand(cmd *cobra.Command, f func(d *client.Client, session, id string, args []string) error) *cobra.Command {
	session := cmd.Flags().String("session", "", "the execution's session `S` (default \"default\")")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return c.withClient(func(d *client.Client) error { return f(d, *session, args[0], args[1:]) })
	}
	return c.clientCommand(cmd)
}

func (c *cli) statusCommand() *cobra.Command {
	return c.executionCommand(&cobra.Command{
		Use:   "status ID",
		Short: "print what is known of an execution",
		Args:  arguments(cobra.ExactArgs(1)),
	}, func(d *client.Client, session, id string, _ []string) error {
		s, err := d.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: id})
		if err != nil {
			return err
		}
		if c.json {
			return c.printJSON(s)
		}
		return c.table(statusRows(s))
	})
}

func statusRows(s *daemonv1alpha1.GetExecutionStatusResponse) [][]string {
	rows := [][]string{
		{"id", s.GetExecutionId()},
		{"session", s.GetSessionId()},
		{"program", s.GetName() + " (" + s.GetLanguage() + ")"},
		{"status", stateName(s.GetStatus())},
		{"created", s.GetCreatedAt().AsTime().Format(time.RFC3339Nano)},
		{"isolation", isolationName(s.GetIsolation())},
		{"attempts", fmt.Sprint(s.GetAttempts())},
		{"ran for", s.GetUsage().GetWallTime().AsDuration().Round(time.Microsecond).String()},
		{"cpu time", cpuText(s)},
		{"memory", memoryText(s)},
		{"peak memory", sizeText(s.GetUsage().GetPeakMemoryBytes())},
		{"stdout", fmt.Sprintf("%d bytes", s.GetStdoutBytes())},
		{"stderr", fmt.Sprintf("%d bytes", s.GetStderrBytes())},
	}
	if s.GetComplete() {
		rows = append(rows,
			[]string{"stop reason", reasonName(s.GetStopReason())},
			[]string{"exit code", fmt.Sprint(s.GetExitCode())})
	}
	if s.GetError() != "" {
		rows = append(rows, []string{"error", s.GetError()})
	}
	if len(s.GetLabels()) > 0 {
		rows = append(rows, []string{"labels", strings.Join(labelList(s.GetLabels()), " ")})
	}
	return rows
}
