package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

type logsFlags struct {
	follow         bool
	stdout, stderr uint64
}

func (c *cli) logsCommand() *cobra.Command {
	var l logsFlags
	cmd := &cobra.Command{
		Use:   "logs ID",
		Short: "print what an execution has written",
		Long: `Prints what an execution has written so far to standard output and error, and
with -f what it will write, until it ends.`,
		Args: arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVarP(&l.follow, "follow", "f", false, "go on until the execution ends")
	cmd.Flags().Uint64Var(&l.stdout, "stdout", 0, "start at this `OFFSET` of standard output, in bytes")
	cmd.Flags().Uint64Var(&l.stderr, "stderr", 0, "start at this `OFFSET` of standard error, in bytes")
	return c.executionCommand(cmd, func(d *client.Client, session, id string, _ []string) error {
		return c.logs(d, session, id, l)
	})
}

func (c *cli) logs(d *client.Client, session, id string, l logsFlags) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := printer{cli: c, follow: l.follow, at: [2]uint64{l.stdout, l.stderr}}
	if !l.follow {
		s, err := d.GetExecutionStatus(ctx, &daemonv1alpha1.GetExecutionStatusRequest{SessionId: session, ExecutionId: id})
		if err != nil {
			return err
		}
		p.end = [2]uint64{s.GetStdoutBytes(), s.GetStderrBytes()}
	}
	stream, err := d.WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{
		SessionId: session, ExecutionId: id, StdoutOffset: l.stdout, StderrOffset: l.stderr,
	})
	if err != nil {
		return err
	}
	for !p.done() {
		event, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := p.print(event.GetOutput()); err != nil {
			return err
		}
	}
	return nil
}

// A printer prints output events.
type printer struct {
	cli     *cli
	follow  bool
	at, end [2]uint64 // where each stream is, and where to stop
}

// done reports whether all is printed that there was at the beginning.
func (p *printer) done() bool {
	return !p.follow && p.at[0] >= p.end[0] && p.at[1] >= p.end[1]
}

func (p *printer) print(chunk *daemonv1alpha1.OutputChunk) error {
	if chunk == nil {
		return nil
	}
	i, w := 0, p.cli.stdout
	if chunk.GetStream() == daemonv1alpha1.Stream_STREAM_STDERR {
		i, w = 1, p.cli.stderr
	}
	p.at[i] = chunk.GetOffset() + uint64(len(chunk.GetData()))
	if p.cli.json {
		return p.cli.printJSON(chunk)
	}
	_, err := w.Write(chunk.GetData())
	return err
}
