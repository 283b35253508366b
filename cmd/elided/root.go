package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/version"
)

// Exit codes of elided itself. A program's own are what `run` exits with, so its
// failures have one that programs seldom choose, as with env(1) and timeout(1).
const (
	exitFailed    = 1
	exitUsage     = 2
	exitRunFailed = 125
)

// A cli is one call of the command.
type cli struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	reach  reach
	json   bool
	failed int // the exit code of a failure that is no usage error
}

// run is the whole command, and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := &cli{stdin: stdin, stdout: stdout, stderr: stderr, failed: exitFailed}
	root := c.command()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetErr(stderr)
	return c.exitCode(root.ExecuteContext(context.Background()))
}

func (c *cli) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "elided",
		Short:         "run small JavaScript, TypeScript, Python and Starlark programs",
		Version:       version.String(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          unknownCommand,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		c.serveCommand(), c.runCommand(), c.submitCommand(), c.statusCommand(), c.logsCommand(),
		c.psCommand(), c.cancelCommand(), c.signalCommand(), c.evalCommand(), c.eventsCommand(), c.sessionsCommand(), c.drainCommand(),
		c.capabilitiesCommand(), c.checkCommand(), c.configCommand(), c.healthCommand(), c.versionCommand(), c.tokenCommand(), c.manualCommand(), workerCommand(),
	)
	root.SetOut(c.stdout) // cobra keeps it for the completion
	describeCompletion(root)
	return root
}

// unknownCommand is for a command that does nothing by itself.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	name := args[0]
	if cmd.HasParent() {
		name = cmd.CommandPath() + " " + name
	}
	return usageErrorf("unknown command %q", name)
}

// A usageError is a command line that can't be meant.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func usageErrorf(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// arguments makes a usage error of a wrong number of arguments.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageErrorf("%w: the form is %q", err, cmd.UseLine())
		}
		return nil
	}
}

// An exitError has been told to the user already.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

func (c *cli) exitCode(err error) int {
	var exit exitError
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return int(exit)
	case errors.As(err, &usage):
		c.complain("%v (see --help)", err)
		return exitUsage
	}
	c.complain("%s", message(err))
	return c.failed
}

// message is an error for people, without what gRPC puts around it.
func message(err error) string {
	var s interface{ GRPCStatus() *status.Status }
	if errors.As(err, &s) {
		return s.GRPCStatus().Message()
	}
	return err.Error()
}

func (c *cli) complain(format string, args ...any) {
	_, _ = fmt.Fprintf(c.stderr, "elided: "+format+"\n", args...) // nowhere to tell that this failed
}

// clientCommand makes cmd one that talks to a daemon.
func (c *cli) clientCommand(cmd *cobra.Command) *cobra.Command {
	c.reach.add(cmd)
	cmd.Flags().BoolVar(&c.json, "json", false, "print one JSON object per line")
	return cmd
}

// withClient calls f with a client of the daemon.
func (c *cli) withClient(f func(*client.Client) error) error {
	d, err := c.reach.dial()
	if err != nil {
		return err
	}
	return errors.Join(f(d), d.Close())
}

// workerCommand is there to say what it is: main has taken the way of a worker
// already, if this process is one.
func workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Short:  "a worker process, started by the daemon",
		Hidden: true,
		RunE: func(*cobra.Command, []string) error {
			return usageErrorf("workers are started by elided, not by hand")
		},
	}
}
