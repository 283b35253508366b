package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func (c *cli) evalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval ID EXPRESSION",
		Short: "evaluate an expression in a running program",
		Long: `Evaluates an expression in a running JavaScript or TypeScript program, between two
tasks of its event loop, and prints the value: a string as it is, anything else as
console.log shows it. The names at the top level of the main source are in scope, and
a promise is waited for. What the expression throws is printed on standard error, and
the exit code is 1 then.

  elided eval ID 'JSON.stringify(state)'
  elided eval ID 'debug = true'
  elided eval ID 'await queue.drain()' --timeout 30s`,
		Args: arguments(cobra.ExactArgs(2)),
	}
	timeout := cmd.Flags().Duration("timeout", 0, "wait `D` for the value, at most 1m (default 5s)")
	return c.executionCommand(cmd, func(d *client.Client, session, id string, args []string) error {
		if cmd.Flags().Changed("timeout") && *timeout <= 0 {
			return usageErrorf("--timeout %v is not more than 0", *timeout)
		}
		out, err := d.Execution(session, id).Eval(context.Background(), args[0], *timeout)
		if err != nil {
			return err
		}
		return c.printEvaluation(out)
	})
}

func (c *cli) printEvaluation(r *daemonv1alpha1.EvalInExecutionResponse) error {
	if c.json {
		if err := c.printJSON(r); err != nil {
			return err
		}
	}
	if r.GetError() != "" {
		if !c.json {
			c.complain("%s", harmless(c.stderr, r.GetError()))
		}
		return exitError(exitFailed)
	}
	if c.json {
		return nil
	}
	if r.GetTruncated() {
		c.complain("the value is cut after %d bytes", len(r.GetValue()))
	}
	return c.println(harmless(c.stdout, r.GetValue()))
}

// harmless is text of a program's for w: a terminal doesn't get control characters, which
// could have it do things, but \u and their number.
func harmless(w io.Writer, text string) string {
	f, ok := w.(*os.File)
	if !ok {
		return text
	}
	if _, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS); err != nil {
		return text
	}
	return escapeControls(text)
}

func escapeControls(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
