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
	fmt.Fprintf(b, "%s %s\n%s\n%s", heading, cmd.CommandPath(), what(cmd), block(cmd.UseLine()))
	if cmd.Long != "" {
		for paragraph := range strings.SplitSeq(cmd.Long, "\n\n") {
			b.WriteString(prose(paragraph))
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

// prose is a paragraph; one that is indented stays as it is.
func prose(paragraph string) string {
	if strings.HasPrefix(paragraph, " ") {
		return block(paragraph)
	}
	return "\n" + strings.NewReplacer("<", `\<`, "*", `\*`).Replace(paragraph) + "\n"
}

// block is text that stays as it is, without what all its lines are indented by.
func block(text string) string {
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	return "\n```text\n" + strings.ReplaceAll(strings.TrimPrefix(text, indent), "\n"+indent, "\n") + "\n```\n"
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
