package config

import (
	"errors"
	"fmt"
	"net/url"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
)

// maxRequest is what a program, its environment and its input may have together: a
// frame to a worker less what else is in it.
const maxRequest = 60 << 20

// Check refuses settings that can't be meant, each by itself and together. An error has
// a line for each, which names the settings and where they were made.
func (c *Config) Check() error {
	l := &c.Limits
	return errors.Join(
		c.atLeast("limits.memory", l.Memory, executor.MinMemory),
		c.atLeast("limits.max_memory", l.MaxMemory, executor.MinMemory),
		c.atLeast("limits.shared_memory", l.SharedMemory, executor.MinMemory),
		c.atLeast("limits.max_held_memory", l.MaxHeldMemory, executor.MinMemory),
		c.atLeast("limits.output", l.Output, 1),
		c.atLeast("limits.max_output", l.MaxOutput, 1),
		c.atLeast("limits.max_code", l.MaxCode, 1),
		c.atLeast("limits.max_environment", l.MaxEnvironment, 1),
		c.atLeast("limits.max_input", l.MaxInput, 1),
		c.atLeast("sessions.keep_output", c.Sessions.KeepOutput, 1),
		c.ordered("limits.timeout", "limits.max_timeout", l.MaxTimeout > 0 && (l.Timeout == 0 || l.Timeout > l.MaxTimeout)),
		c.ordered("limits.memory", "limits.max_memory", l.Memory > l.MaxMemory),
		c.ordered("limits.output", "limits.max_output", l.Output > l.MaxOutput),
		c.checkHTTP(),
		c.checkRequest(),
		c.checkSlots(),
		c.checkStateDir(),
		c.checkTLS(),
		c.checkTCP(),
		c.checkEndpoint(),
	)
}

func (c *Config) atLeast(path string, s Size, least Size) error {
	if s >= least {
		return nil
	}
	return c.Refuse(path, "is less than %v", least)
}

// ordered refuses a pair of which the first is above the second.
func (c *Config) ordered(low, high string, wrong bool) error {
	if !wrong {
		return nil
	}
	return c.Refuse(low, "is more than %s", c.setting(high))
}

// checkRequest refuses programs that no worker would take.
func (c *Config) checkRequest() error {
	l := &c.Limits
	if l.MaxCode <= maxRequest && l.MaxEnvironment <= maxRequest && l.MaxInput <= maxRequest && l.MaxCode+l.MaxEnvironment+l.MaxInput <= maxRequest {
		return nil
	}
	return fmt.Errorf("limits.max_code, limits.max_environment and limits.max_input are together more than %v", Size(maxRequest))
}

func (c *Config) checkSlots() error {
	if c.Pool.Slots <= pool.MaxSlots {
		return nil
	}
	return c.Refuse("pool.slots", "is more than %d", pool.MaxSlots)
}

func (c *Config) checkStateDir() error {
	if c.Sessions.StateDir != "" {
		return nil
	}
	return errors.New("--state-dir is required: there is no home directory to put one into")
}

func (c *Config) checkEndpoint() error {
	endpoint := c.Metrics.OTLPEndpoint
	if endpoint == "" {
		return nil
	}
	u, err := url.Parse(endpoint)
	if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && *u == (url.URL{Scheme: u.Scheme, Host: u.Host}) {
		return nil
	}
	return c.Refuse("metrics.otlp_endpoint", "is no http://HOST:PORT or https://HOST:PORT")
}

// Refuse is an error about a key's value, which it names with where it was set.
func (c *Config) Refuse(path, format string, args ...any) error {
	return fmt.Errorf("%s %s", c.setting(path), fmt.Sprintf(format, args...))
}

func (c *Config) setting(path string) string {
	for _, k := range c.keys {
		if k.Path() == path {
			return c.Source(k).setting(k, k.Text())
		}
	}
	panic("no key " + path)
}
