// Package config reads the daemon's configuration: from a file, from variables of the
// environment and from flags, each of which overrides the one before.
//
// keys.go has the whole of it in one table, from which the file's names, the flags, the
// variables, `elided config` and the page of the reference come.
package config

import "time"

// A Config is what the daemon runs with. Its fields are described in the table of keys,
// and its zero value is no configuration: begin with New.
type Config struct {
	Listener struct {
		Socket, SocketOwner, SocketGroup, SocketMode string
		AllowUIDs, AllowGIDs                         []string
		MaxConnections                               int
		HTTP, HTTPSocket                             string
		HTTPTLS                                      bool
		TCP                                          string
		TCPInsecure                                  bool
		TLSCert, TLSKey, TLSClientCA                 string
		AllowNames, Tokens                           []string
		MaxCallRate                                  int
	}
	Limits struct {
		Timeout, MaxTimeout, CPU          time.Duration
		Memory, MaxMemory, SharedMemory   Size
		Output, MaxOutput                 Size
		Timers                            int
		MaxCode, MaxEnvironment, MaxInput Size
		MaxRunning, MaxQueued             int
		MaxHeldMemory                     Size
	}
	Pool struct {
		Spare, MaxWorkers, Slots, RetireRuns int
		IdleTimeout                          time.Duration
	}
	Sandbox struct {
		Mode    string
		FSRoots []string
	}
	Sessions struct {
		StateDir            string
		Private             bool
		Max, KeepRecords    int
		KeepFor             time.Duration
		KeepOutput          Size
		Grace, DrainTimeout time.Duration
	}
	Log struct {
		Level, Format string
		Executions    bool
		Audit         string
	}
	Metrics struct {
		Enabled      bool
		OTLPEndpoint string
		TraceRatio   float64
	}

	keys    []Key
	sources map[string]Source // of the keys that somebody set; the others are defaults
}

// Places are the defaults that depend on who runs the daemon.
type Places struct {
	Socket   string // the Unix socket
	StateDir string // empty is no default
}

// New is the default configuration.
func New(p Places) *Config {
	c := &Config{sources: map[string]Source{}}
	c.keys = c.table()
	for _, k := range c.keys {
		if k.Default != "" {
			if err := k.value.set([]string{k.Default}); err != nil {
				panic("default of " + k.Path() + ": " + err.Error())
			}
		}
	}
	c.Listener.Socket, c.Sessions.StateDir = p.Socket, p.StateDir
	return c
}

// Keys are all settings, in the order of the reference.
func (c *Config) Keys() []Key { return c.keys }
