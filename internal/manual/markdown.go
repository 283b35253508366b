package manual

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// Markdown describes every command below root, for the documentation.
func Markdown(root *cobra.Command) string {
	var b strings.Builder
	for i, cmd := range commands(root) {
		if i > 0 {
			b.WriteString("\n")
		}
		markdown(&b, cmd, "##")
	}
	return b.String()
}

func markdown(b *strings.Builder, cmd *cobra.Command, heading string) {
	fmt.Fprintf(b, "%s %s\n%s\n\n    %s\n", heading, cmd.CommandPath(), what(cmd), cmd.UseLine())
	if cmd.Long != "" {
		b.WriteString("\n")
		for line := range strings.SplitSeq(cmd.Long, "\n") {
			b.WriteString(prose(line) + "\n")
		}
	}
	all, of := options(cmd)
	if of != "" {
		fmt.Fprintf(b, "\nThe flags are those of `%s`.\n", of)
	}
	if len(all) > 0 {
		b.WriteString("\n| flag | meaning | default |\n|---|---|---|\n")
	}
	for _, o := range all {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", cell(strings.TrimSpace(o.name+" "+o.placeholder)), cell(sentence(o.meaning)), cell(o.fallback))
	}
	for _, sub := range commands(cmd) {
		b.WriteString("\n")
		markdown(b, sub, heading+"#")
	}
}

// prose is a line of a text; one that is indented stays as it is.
func prose(line string) string {
	if strings.HasPrefix(line, " ") {
		return "    " + strings.TrimSpace(line)
	}
	return strings.NewReplacer("<", `\<`, "*", `\*`).Replace(line)
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
