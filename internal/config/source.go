package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Source is where a value came from; the zero Source is the default.
type Source struct {
	File         string
	Line, Column int    // in File, from 1; the column counts characters
	Variable     string // of the environment
	Flag         string // without the dashes
}

// String is the source for people.
func (s Source) String() string {
	switch {
	case s.File != "":
		return fmt.Sprintf("%s:%d", s.File, s.Line)
	case s.Variable != "":
		return s.Variable
	case s.Flag != "":
		return "--" + s.Flag
	}
	return "default"
}

// set takes a value. An error shows it, unless it is a secret.
func (c *Config) set(k Key, from Source, texts []string) error {
	if err := k.value.set(texts); err != nil {
		return errors.New(from.setting(k, strings.Join(shown(k.value.kind(), texts), ",")) + " " + err.Error())
	}
	c.sources[k.Path()] = from
	return nil
}

// setting names a key and its value where they were set.
func (s Source) setting(k Key, text string) string {
	shown := fmt.Sprintf("%.200q", text)
	if !k.value.kind().quoted || k.value.kind() == sizeKind || k.value.kind() == durationKind {
		shown = fmt.Sprintf("%.200s", text)
	}
	switch {
	case s.File != "":
		return fmt.Sprintf("%s:%d:%d: %s = %s", s.File, s.Line, s.Column, k.Path(), shown)
	case s.Variable != "":
		return fmt.Sprintf("%s=%s", s.Variable, shown)
	case s.Flag != "":
		return fmt.Sprintf("--%s %s", k.Flag, shown)
	}
	return fmt.Sprintf("the default %s = %s", k.Path(), shown)
}

// Name is a key for a message about a part of its value: as it was set.
func (c *Config) Name(path string) string {
	s := c.sources[path]
	switch {
	case s.File != "":
		return fmt.Sprintf("%s:%d:%d: %s", s.File, s.Line, s.Column, path)
	case s.Variable == "" && s.Flag == "":
		return path
	}
	return s.String()
}

// Source says where the value of a key came from.
func (c *Config) Source(k Key) Source { return c.sources[k.Path()] }

// ReadEnvironment takes the settings that lookup knows, which is os.LookupEnv. An empty
// variable is one that isn't set. A list's values have commas between them.
func (c *Config) ReadEnvironment(lookup func(string) (string, bool)) error {
	var errs []error
	for _, k := range c.keys {
		v, _ := lookup(k.Variable())
		if v == "" {
			continue
		}
		texts := []string{v}
		if k.List() {
			texts = strings.Split(v, ",")
		}
		errs = append(errs, c.set(k, Source{Variable: k.Variable()}, texts))
	}
	return errors.Join(errs...)
}

// others are the variables that begin as the daemon's do and are no setting.
var others = []string{
	"ELIDED_CONFIG", "ELIDED_WORKER", "ELIDED_NAMESPACES", "ELIDED_TEST_BINARY",
	"ELIDED_ADDRESS", "ELIDED_CLIENT_CA", "ELIDED_CLIENT_CERT", "ELIDED_CLIENT_KEY", "ELIDED_CLIENT_TOKEN_FILE", // of the commands
}

// UnknownVariables says, a line each, which variables of an environment look like
// settings and are none.
func (c *Config) UnknownVariables(environ []string) []string {
	known := slices.Clone(others)
	for _, k := range c.keys {
		known = append(known, k.Variable())
	}
	var out []string
	for _, e := range environ {
		name, _, _ := strings.Cut(e, "=")
		if strings.HasPrefix(name, "ELIDED_") && !slices.Contains(known, name) {
			out = append(out, name+" is no setting"+meant(name, known))
		}
	}
	return out
}

// A Setting is the use of a flag.
type Setting struct {
	Flag  string
	Texts []string // more than one for a list, or for a flag that is repeated
}

// ReadFlags takes the settings of a command line.
func (c *Config) ReadFlags(settings []Setting) error {
	var errs []error
	for _, s := range settings {
		for _, k := range c.keys {
			if k.Flag == s.Flag {
				errs = append(errs, c.set(k, Source{Flag: k.Flag}, s.Texts))
			}
		}
	}
	return errors.Join(errs...)
}
