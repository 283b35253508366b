// Package manual writes the manual from what the commands and the settings say of
// themselves: pages for man(1), and the page of the documentation about the command line.
package manual

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Default is a flag's annotation that says what its default is, where that depends on who
// runs the command.
const Default = "elided-default"

// FlagsOf is a command's annotation that names the command whose flags it takes, too:
// "elided serve". They are described there alone.
const FlagsOf = "elided-flags-of"

// A Page is one of man(1)'s.
type Page struct {
	Name    string // elided-run
	Section string // 1
	Text    string // in troff's language
}

// File is the page's file name.
func (p Page) File() string { return p.Name + "." + p.Section }

// A Build is what the pages say of the program.
type Build struct {
	Version string
	Date    string // 2026-01-02, or empty
}

// An option is a flag as a manual shows it.
type option struct {
	name, placeholder string // -f, --follow; --timeout, D; a switch has no placeholder
	meaning           string
	fallback          string // the default; empty where there is none, or meaning says it
}

// options are cmd's own flags, and of which command it has others.
func options(cmd *cobra.Command) (all []option, of string) {
	of = cmd.Annotations[FlagsOf]
	if of != "" {
		return nil, of
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		o := option{name: "--" + f.Name}
		if f.Shorthand != "" {
			o.name = "-" + f.Shorthand + ", " + o.name
		}
		o.placeholder, o.meaning = pflag.UnquoteUsage(f)
		o.fallback = f.DefValue
		switch f.DefValue {
		case "0", "0s", "false", "[]":
			o.fallback = ""
		}
		if said := f.Annotations[Default]; said != nil {
			o.fallback = strings.Join(said, "")
		}
		if !f.Hidden && f.Name != "help" && f.Name != "version" {
			all = append(all, o)
		}
	})
	return all, ""
}

// commands are the ones below cmd that a manual shows.
func commands(cmd *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range cmd.Commands() {
		if !sub.Hidden && sub.Name() != "help" {
			all = append(all, sub)
		}
	}
	return all
}

// what is a command's purpose.
func what(cmd *cobra.Command) string { return sentence(cmd.Short) }

// sentence is a text of help as one: with a capital, and a full stop.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] + "." }
