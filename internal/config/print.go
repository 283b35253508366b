package config

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// docWidth is where comments of a printed file are broken, in characters.
const docWidth = 96

// Show writes the configuration as a file that makes the same, each key with a comment
// that says where its value came from.
func (c *Config) Show(w io.Writer) error {
	return c.write(w, func(b *bufio.Writer, k Key, line string) {
		_, _ = fmt.Fprintf(b, "  %-44s # %v\n", line, c.Source(k)) // Flush tells
	})
}

// Commented writes a file that changes nothing: each key with its value, in a comment,
// under what it means.
func (c *Config) Commented(w io.Writer) error {
	return c.write(w, func(b *bufio.Writer, k Key, line string) {
		for _, l := range wrap(Plain(k.Doc)+".", docWidth) {
			_, _ = fmt.Fprintf(b, "  # %s\n", l)
		}
		_, _ = fmt.Fprintf(b, "  # %s\n\n", line)
	})
}

func (c *Config) write(w io.Writer, key func(*bufio.Writer, Key, string)) error {
	b := bufio.NewWriter(w)
	for i, block := range c.blocks() {
		if i > 0 {
			_, _ = b.WriteString("\n")
		}
		_, _ = fmt.Fprintf(b, "%s {\n", block)
		for _, k := range c.keys {
			if k.Block == block {
				key(b, k, k.Name+" = "+k.hcl())
			}
		}
		_, _ = b.WriteString("}\n")
	}
	return b.Flush()
}

// hcl is the key's value as a file has it.
func (k Key) hcl() string {
	of := k.value.kind()
	if of.number && !of.quoted || of == switchKind {
		return k.Text()
	}
	if !of.list {
		return quoted(k.Text())
	}
	all := []string{}
	for _, t := range k.shown() {
		all = append(all, quoted(t))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// quoted is a text as HCL quotes it: JSON's escapes, and its templates' two openings doubled
// (HCL syntax specification, "Quoted Templates"). hclwrite would do it, and costs each start of a
// worker a millisecond.
func quoted(text string) string {
	b := &strings.Builder{}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a builder takes it all, and a string always has its JSON
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(strings.TrimSpace(b.String()))
}

// Plain is a doc without the backquotes around its placeholder.
func Plain(doc string) string { return strings.ReplaceAll(doc, "`", "") }

// wrap breaks a text between words.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
