package main

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/config"
	"github.com/elide-dev/elided/internal/manual"
)

// configCommand looks at the daemon's configuration without a daemon.
func (c *cli) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "check and show the daemon's configuration",
		Args:  cobra.ArbitraryArgs,
		RunE:  unknownCommand,
	}
	cmd.AddCommand(c.configCheckCommand(), c.configShowCommand(), c.configDefaultsCommand())
	return cmd
}

func (c *cli) configCheckCommand() *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:         "check [flags]",
		Annotations: map[string]string{manual.FlagsOf: "elided serve"},
		Short:       "say whether elided serve would take the configuration; exit 2 when it wouldn't",
		Args:        arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			loaded, err := s.load()
			if err == nil {
				_, err = newServeConfig(loaded)
			}
			if err != nil {
				return err
			}
			for _, w := range loaded.Warnings() {
				c.complain("warning: %s", w)
			}
			return c.println("the configuration is good")
		},
	}
	s.add(cmd)
	return cmd
}

func (c *cli) configShowCommand() *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:         "show [flags]",
		Annotations: map[string]string{manual.FlagsOf: "elided serve"},
		Short:       "print every setting as elided serve would have it, and where it comes from",
		Args:        arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			loaded, err := s.load()
			if err != nil {
				return err
			}
			return c.write(loaded.Show)
		},
	}
	s.add(cmd)
	return cmd
}

func (c *cli) configDefaultsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "defaults",
		Short: "print a configuration file that says what each setting means, and changes nothing",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return c.write(config.New(config.Places{}).Commented)
		},
	}
}

func (c *cli) write(f func(io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	_, err := c.stdout.Write(b.Bytes())
	return err
}
