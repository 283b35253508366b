package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// maxFile bounds a configuration file, in bytes.
const maxFile = 1 << 20

// maxSuggestion is how many edits a name may be away to be meant.
const maxSuggestion = 4

// ReadFile takes the settings of a file. The error names, a line each, every place that
// is wrong; the configuration is then not to be used.
func (c *Config) ReadFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	defer func() { _ = f.Close() }() // read only
	source, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	if len(source) > maxFile {
		return fmt.Errorf("configuration: %s has more than %d bytes", path, maxFile)
	}
	return c.read(path, source)
}

func (c *Config) read(path string, source []byte) error {
	parsed, problems := hclsyntax.ParseConfig(source, path, hcl.InitialPos)
	if problems.HasErrors() {
		return diagnosed(problems)
	}
	body := parsed.Body.(*hclsyntax.Body)
	var errs []error
	for _, a := range inOrder(body.Attributes) {
		errs = append(errs, placed(a.NameRange, "%s is in no block%s", a.Name, c.blockOf(a.Name)))
	}
	seen := map[string]hcl.Range{}
	for _, b := range body.Blocks {
		if first, again := seen[b.Type]; again {
			errs = append(errs, placed(b.TypeRange, "the block %s is there already, at line %d", b.Type, first.Start.Line))
			continue
		}
		seen[b.Type] = b.TypeRange
		errs = append(errs, c.readBlock(b))
	}
	return errors.Join(errs...)
}

func (c *Config) readBlock(b *hclsyntax.Block) error {
	names := c.names(b.Type)
	if names == nil {
		return placed(b.TypeRange, "there is no block %s%s", b.Type, meant(b.Type, c.blocks()))
	}
	var errs []error
	if len(b.Labels) > 0 {
		errs = append(errs, placed(b.LabelRanges[0], "the block %s has no name", b.Type))
	}
	for _, inner := range b.Body.Blocks {
		errs = append(errs, placed(inner.TypeRange, "there is no block %s in %s%s", inner.Type, b.Type, meant(inner.Type, names)))
	}
	for _, a := range inOrder(b.Body.Attributes) {
		errs = append(errs, c.readAttribute(b.Type, names, a))
	}
	return errors.Join(errs...)
}

func (c *Config) readAttribute(block string, names []string, a *hclsyntax.Attribute) error {
	k, ok := c.key(block, a.Name)
	if !ok {
		return placed(a.NameRange, "there is no key %s in %s%s", a.Name, block, meant(a.Name, names))
	}
	v, problems := a.Expr.Value(nil)
	if problems.HasErrors() {
		return diagnosed(problems)
	}
	at := Source{File: a.NameRange.Filename, Line: a.NameRange.Start.Line, Column: a.NameRange.Start.Column}
	texts, ok := k.value.kind().fromFile(v)
	if !ok {
		return placed(a.Expr.Range(), "%s is a %s such as %s", k.Path(), k.Kind(), k.value.kind().example())
	}
	return c.set(k, at, texts)
}

// inOrder are attributes as they stand in the file.
func inOrder(all hclsyntax.Attributes) []*hclsyntax.Attribute {
	var out []*hclsyntax.Attribute
	for _, a := range all {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b *hclsyntax.Attribute) int { return a.NameRange.Start.Byte - b.NameRange.Start.Byte })
	return out
}

func placed(r hcl.Range, format string, args ...any) error {
	return fmt.Errorf("%s:%d:%d: %s", r.Filename, r.Start.Line, r.Start.Column, fmt.Sprintf(format, args...))
}

// diagnosed is what the parser has to say, a line each.
func diagnosed(problems hcl.Diagnostics) error {
	var errs []error
	for _, d := range problems {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			errs = append(errs, placed(*d.Subject, "%s: %s", d.Summary, d.Detail))
		}
	}
	return errors.Join(errs...)
}

// blockOf says in which block a key of that name is.
func (c *Config) blockOf(name string) string {
	for _, k := range c.keys {
		if k.Name == name {
			return fmt.Sprintf(": write %s { %s = ... }", k.Block, name)
		}
	}
	return meant(name, c.blocks())
}

// meant names the word that is nearest, when there is a near one.
func meant(word string, words []string) string {
	best, distance := "", min(maxSuggestion, len(word)/2)+1
	for _, w := range words {
		if d := levenshtein.Distance(word, w, nil); d < distance {
			best, distance = w, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", best)
}

func (c *Config) key(block, name string) (Key, bool) {
	for _, k := range c.keys {
		if k.Block == block && k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

func (c *Config) names(block string) []string {
	var out []string
	for _, k := range c.keys {
		if k.Block == block {
			out = append(out, k.Name)
		}
	}
	return out
}

func (c *Config) blocks() []string {
	var out []string
	for _, k := range c.keys {
		if !slices.Contains(out, k.Block) {
			out = append(out, k.Block)
		}
	}
	return out
}
