package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
)

func (c *cli) submitCommand() *cobra.Command {
	var p programFlags
	cmd := c.clientCommand(&cobra.Command{
		Use:   "submit FILE|- [flags] [-- ARG...]",
		Short: "hand a program to the daemon and print its execution ID",
		Long: `Hands the program in FILE, or on standard input, to the daemon and prints its
execution ID without waiting for its end. Standard input is read whole (at most
1 MiB) when it is no terminal and not the program.

` + filesHelp,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := p.request(c.stdin, args[0], args[1:])
			if err != nil {
				return err
			}
			return c.withClient(func(d *client.Client) error {
				x, err := d.ExecuteSnippet(context.Background(), r)
				if err != nil {
					return err
				}
				return c.print(x, x.GetExecutionId)
			})
		},
	})
	p.add(cmd)
	return cmd
}
