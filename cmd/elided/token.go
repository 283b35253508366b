package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/api"
)

// tokenCommand asks no daemon: a token is good once the configuration has its hash.
func (c *cli) tokenCommand() *cobra.Command {
	var role string
	cmd := &cobra.Command{
		Use:   "token NAME",
		Short: "make a token that a client shows who it is with, over HTTP or TCP",
		Long: `Makes a token of 256 random bits and prints it, on standard output, this once: the
daemon needs its hash only, in the line for listener.tokens that goes to standard
error. SIGHUP has a running daemon take it. A name may have several tokens, so that a
new one can be given out before the old one is removed.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := api.ParseRole(role)
			if err != nil {
				return usageErrorf("--role %w", err)
			}
			token, entry, err := api.NewToken(args[0], r)
			if err != nil {
				return usageErrorf("NAME %w", err)
			}
			if _, err := fmt.Fprintf(c.stderr, "for the configuration, as an entry of listener.tokens, or with --token:\n  %q\nthe token, which is shown this once:\n", entry); err != nil {
				return err
			}
			return c.println(token)
		},
	}
	cmd.Flags().StringVar(&role, "role", "submit", "what its bearer may do: `read|submit|admin`")
	return cmd
}
