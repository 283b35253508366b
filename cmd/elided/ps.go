package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// pageSize is how many executions one call lists.
const pageSize = 1_000

type psFlags struct {
	all     bool
	session string
	labels  []string
}

func (c *cli) psCommand() *cobra.Command {
	var p psFlags
	cmd := c.clientCommand(&cobra.Command{
		Use:   "ps",
		Short: "list executions, the newest first",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.withClient(func(d *client.Client) error { return c.ps(d, p) })
		},
	})
	cmd.Flags().BoolVarP(&p.all, "all", "a", false, "list those that have ended too")
	cmd.Flags().StringVar(&p.session, "session", "", "only those of the session `S` (default all sessions)")
	cmd.Flags().StringArrayVar(&p.labels, "label", nil, "only those with the label `K=V`; repeatable")
	return cmd
}

func (c *cli) ps(d *client.Client, p psFlags) error {
	labels, err := pairs("label", p.labels)
	if err != nil {
		return err
	}
	r := &daemonv1alpha1.ListExecutionsRequest{SessionId: p.session, AllSessions: p.session == "", Labels: labels, PageSize: pageSize}
	if !p.all {
		r.Statuses = []daemonv1alpha1.ExecutionStatus{
			daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED, daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_RUNNING,
		}
	}
	rows := [][]string{{"ID", "SESSION", "LANGUAGE", "ISOLATION", "STATUS", "REASON", "EXIT", "CPU", "MEMORY", "PEAK", "CREATED", "NAME"}}
	for {
		page, err := d.ListExecutions(context.Background(), r)
		if err != nil {
			return err
		}
		for _, s := range page.GetExecutions() {
			if !c.json {
				rows = append(rows, psRow(s))
			} else if err := c.printJSON(s); err != nil {
				return err
			}
		}
		if r.PageToken = page.GetNextPageToken(); r.PageToken == "" {
			break
		}
	}
	if c.json {
		return nil
	}
	return c.table(rows)
}

func psRow(s *daemonv1alpha1.GetExecutionStatusResponse) []string {
	exit := "-"
	if s.GetComplete() {
		exit = fmt.Sprint(s.GetExitCode())
	}
	return []string{
		s.GetExecutionId(), s.GetSessionId(), s.GetLanguage(), isolationName(s.GetIsolation()),
		stateName(s.GetStatus()), reasonName(s.GetStopReason()), exit,
		cpuText(s), memoryText(s), sizeText(s.GetUsage().GetPeakMemoryBytes()),
		s.GetCreatedAt().AsTime().Format(time.RFC3339), cmp.Or(s.GetName(), "-"),
	}
}

func labelList(labels map[string]string) []string {
	list := make([]string, 0, len(labels))
	for k, v := range labels {
		list = append(list, k+"="+v)
	}
	slices.Sort(list)
	return list
}
