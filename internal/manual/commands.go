package manual

import (
	"strings"

	"github.com/spf13/cobra"
)

// Commands are a page for root and one for each command below it, which has the commands
// below that as well.
func Commands(root *cobra.Command, b Build) []Page {
	pages := []Page{rootPage(root, b)}
	for _, cmd := range commands(root) {
		pages = append(pages, commandPage(cmd, b))
	}
	return pages
}

func rootPage(root *cobra.Command, b Build) Page {
	t := newTroff(root.Name(), "1", b)
	t.section("name")
	t.text(root.Name() + " - " + root.Short)
	t.section("synopsis")
	t.text(root.Name() + " COMMAND [flags]")
	t.section("description")
	t.text(`One daemon runs very many small programs in sandboxed worker processes, with hard limits.
The commands start it, hand programs to it and ask what became of them.

Each has a page of its own, and prints its help with --help. elided --version prints the version.`)
	t.section("commands")
	for _, cmd := range commands(root) {
		t.item(strings.ReplaceAll(cmd.CommandPath(), " ", "-")+"(1)", "", what(cmd))
	}
	t.section("exit status")
	t.text("0 when it did what it was asked, 1 when that failed, 2 for a wrong command line or configuration. elided-run(1) exits with the program's own.")
	files(t)
	t.section("see also")
	t.text("elided.hcl(5), https://github.com/elide-dev/elided")
	return Page{root.Name(), "1", t.String()}
}

func files(t *troff) {
	t.section("files")
	t.item("/etc/elided/elided.hcl", "", "The daemon's configuration, elided.hcl(5).")
	t.item("/run/elided/elided.sock", "", "The socket at which it is reached.")
	t.item("/var/lib/elided", "", "Its state.")
}

func commandPage(cmd *cobra.Command, b Build) Page {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	t := newTroff(name, "1", b)
	t.section("name")
	t.text(name + " - " + cmd.Short)
	t.section("synopsis")
	t.text(cmd.UseLine())
	t.section("description")
	t.text(description(cmd))
	if writesOptions(cmd) {
		t.section("options")
		troffOptions(t, cmd)
	}
	if subs := commands(cmd); len(subs) > 0 {
		t.section("commands")
		for _, sub := range subs {
			t.subsection(sub.UseLine())
			t.text(description(sub))
			troffOptions(t, sub)
		}
	}
	t.section("see also")
	t.text("elided(1), elided.hcl(5)")
	return Page{name, "1", t.String()}
}

func description(cmd *cobra.Command) string {
	if cmd.Long != "" {
		return cmd.Long
	}
	return what(cmd)
}

func writesOptions(cmd *cobra.Command) bool {
	all, of := options(cmd)
	return len(all) > 0 || of != ""
}

func troffOptions(t *troff, cmd *cobra.Command) {
	all, of := options(cmd)
	if of != "" {
		t.text("The flags are those of " + strings.ReplaceAll(of, " ", "-") + "(1).")
	}
	for _, o := range all {
		meaning := o.meaning
		if o.fallback != "" {
			meaning += " (default " + o.fallback + ")"
		}
		t.item(o.name, o.placeholder, meaning)
	}
}
