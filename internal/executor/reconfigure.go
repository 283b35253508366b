package executor

// cfg is the configuration of now. Who needs two of its fields to fit takes it once.
func (e *Executor) cfg() *Config { return e.settings.Load() }

// Reconfigure takes those of c's settings that a running executor can change, for what
// comes from now on, and leaves the others as they are: limits, grace and drain timeout,
// directories that may be granted, how many executions run and wait, how many sessions
// there may be, what is kept of ended executions and how long. Sessions keep limits of their own.
func (e *Executor) Reconfigure(c Config) {
	c = c.withDefaults()
	next := *e.cfg()
	next.Limits, next.MaxTimeout, next.MaxMemory, next.MaxOutput = c.Limits, c.MaxTimeout, c.MaxMemory, c.MaxOutput
	next.Grace, next.DrainTimeout, next.FSRoots = c.Grace, c.DrainTimeout, c.FSRoots
	next.MaxRunning, next.MaxQueued, next.MaxSessions = c.MaxRunning, c.MaxQueued, c.MaxSessions
	next.KeepRecords, next.KeepFor, next.KeepBytes = c.KeepRecords, c.KeepFor, c.KeepBytes
	e.settings.Store(&next)
	if e.pool != nil {
		e.capacity() // there may be more room
	}
}
