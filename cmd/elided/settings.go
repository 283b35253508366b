package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/config"
)

// settings are the daemon's, as flags of a command; load adds what file and environment
// say.
type settings struct {
	file  string // "" is the usual place, if there is a file
	flags []*settingFlag
}

// A settingFlag keeps what the command line says until the rest is read.
type settingFlag struct {
	key   config.Key
	texts []string
}

func (f *settingFlag) String() string {
	if f.key.Default == "0s" || f.key.Switch() || f.key.Path() == "" {
		return "" // not worth a word in the help
	}
	return f.key.Default
}

func (f *settingFlag) Set(text string) error { f.texts = append(f.texts, text); return nil }

func (f *settingFlag) Type() string {
	if f.key.Switch() {
		return "bool" // has pflag leave out the value in the help
	}
	return f.key.Kind()
}

func (s *settings) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&s.file, "config", os.Getenv("ELIDED_CONFIG"), "read `FILE`; what flags and variables say goes over it (default /etc/elided/elided.hcl for root, ~/.config/elided/elided.hcl, if it is there)")
	annotate(cmd, "config", "")
	for _, k := range newConfig().Keys() {
		f := &settingFlag{key: k}
		s.flags = append(s.flags, f)
		flags.Var(f, k.Flag, k.Doc)
		if k.Switch() {
			flags.Lookup(k.Flag).NoOptDefVal = "true"
		}
	}
}

func newConfig() *config.Config {
	return config.New(config.Places{Socket: client.OwnSocket(), StateDir: defaultStateDir()})
}

// load is read, of what a daemon starts with.
func (s *settings) load() (*config.Config, error) {
	c, err := s.read()
	if err != nil {
		return nil, err
	}
	if err := c.CheckStart(); err != nil {
		return nil, usageError{err}
	}
	return c, nil
}

// read puts the layers together and checks the result.
func (s *settings) read() (*config.Config, error) {
	c := newConfig()
	if err := errors.Join(s.readFile(c), c.ReadEnvironment(os.LookupEnv), c.ReadFlags(s.given())); err != nil {
		return nil, usageError{err}
	}
	if err := c.Check(); err != nil {
		return nil, usageError{err}
	}
	return c, nil
}

func (s *settings) readFile(c *config.Config) error {
	if s.file != "" {
		return c.ReadFile(s.file)
	}
	path := defaultConfigFile()
	if _, err := os.Stat(path); err != nil {
		return nil // it isn't there, or in a directory that is another user's
	}
	return c.ReadFile(path)
}

func (s *settings) given() []config.Setting {
	var out []config.Setting
	for _, f := range s.flags {
		if f.texts != nil {
			out = append(out, config.Setting{Flag: f.key.Flag, Texts: f.texts})
		}
	}
	return out
}

// defaultConfigFile is where a daemon looks for its configuration.
func defaultConfigFile() string {
	if os.Getuid() == 0 {
		return "/etc/elided/elided.hcl"
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "/etc/elided/elided.hcl"
	}
	return filepath.Join(dir, "elided", "elided.hcl")
}

// defaultStateDir is empty when the user has no home, and --state-dir required.
func defaultStateDir() string {
	if os.Getuid() == 0 {
		return "/var/lib/elided"
	}
	if dir := os.Getenv("XDG_STATE_HOME"); dir != "" {
		return filepath.Join(dir, "elided")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "state", "elided")
	}
	return ""
}
