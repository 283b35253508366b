package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/config"
	"github.com/elide-dev/elided/internal/manual"
	"github.com/elide-dev/elided/internal/version"
)

// manualCommand writes what a package brings for man(1).
func (c *cli) manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "manual DIR",
		Short:  "write the pages of the manual into DIR",
		Hidden: true,
		Args:   arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, p := range manualPages(cmd.Root()) {
				if err := os.WriteFile(filepath.Join(args[0], p.File()), []byte(p.Text), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func manualPages(root *cobra.Command) []manual.Page {
	day, _, _ := strings.Cut(version.Date(), "T")
	b := manual.Build{Version: version.Number(), Date: day}
	return append(manual.Commands(root, b), manual.Settings(config.New(config.Places{}), b))
}

// annotate says for the manual what a flag's default is, where that depends on who runs
// the command.
func annotate(cmd *cobra.Command, flag, fallback string) {
	if err := cmd.Flags().SetAnnotation(flag, manual.Default, []string{fallback}); err != nil {
		panic(err) // there is no such flag
	}
}

// describeCompletion adds cobra's command with words of our own.
func describeCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		return // cobra has been told to leave it out
	}
	cmd.Short, cmd.Long = "print what has a shell complete command lines of elided", ""
	for _, shell := range cmd.Commands() {
		shell.Short = "print the completion of " + shell.Name()
		shell.Long = `Packages install it. By hand, for this shell: source <(elided completion ` + shell.Name() + `)`
		switch shell.Name() {
		case "fish":
			shell.Long = `Packages install it. By hand, for this shell: elided completion fish | source`
		case "powershell":
			shell.Long = `For this shell: elided completion powershell | Out-String | Invoke-Expression`
		}
	}
}
