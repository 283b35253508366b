package config

import (
	"fmt"
	"io"
	"strings"
)

// Reference writes a table of every key for the documentation, in Markdown.
func (c *Config) Reference(w io.Writer) error {
	var b strings.Builder
	for i, block := range c.blocks() {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "### %s\n| key | flag | variable | kind | default | at SIGHUP | meaning |\n|---|---|---|---|---|---|---|\n", block)
		for _, k := range c.keys {
			if k.Block == block {
				fmt.Fprintf(&b, "| `%s` | `--%s` | `%s` | %s | %s | %s | %s |\n",
					k.Name, k.Flag, k.Variable(), k.Kind(), k.defaultCell(), k.reloadCell(), sentence(k.Doc))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (k Key) defaultCell() string {
	if k.Default == "" {
		return ""
	}
	return "`" + k.Default + "`"
}

func (k Key) reloadCell() string {
	if k.Reload {
		return "taken"
	}
	return "restart"
}

// sentence is a doc as a cell of a table: with a capital and without bars.
func sentence(doc string) string {
	doc = strings.ReplaceAll(Plain(doc), "|", ", ")
	return strings.ToUpper(doc[:1]) + doc[1:]
}
