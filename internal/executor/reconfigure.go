package executor

import "time"

// cfg is the configuration of now. Who needs two of its fields to fit takes it once.
func (e *Executor) cfg() *Config { return e.settings.Load() }

// Reconfigure takes those of c's settings that a running executor can change, for what
// comes from now on, and leaves the others as they are: limits, grace and drain timeout,
// directories that may be granted, how many executions run and wait, how many sessions
// there may be, what is kept of ended executions and how long. Sessions keep limits of their own.
func (e *Executor) Reconfigure(c Config) {
	c = c.withDefaults()
	e.change(func(next *Config) {
		next.Limits, next.MaxTimeout, next.MaxMemory, next.MaxOutput = c.Limits, c.MaxTimeout, c.MaxMemory, c.MaxOutput
		next.Grace, next.DrainTimeout, next.FSRoots = c.Grace, c.DrainTimeout, c.FSRoots
		next.MaxRunning, next.MaxQueued, next.MaxSessions = c.MaxRunning, c.MaxQueued, c.MaxSessions
		next.KeepRecords, next.KeepFor, next.KeepBytes = c.KeepRecords, c.KeepFor, c.KeepBytes
	})
	if e.pool != nil {
		e.capacity() // there may be more room
	}
}

// SetDrainTimeout changes how long Stop lets programs go on; less than 0 is not at all.
func (e *Executor) SetDrainTimeout(d time.Duration) {
	e.change(func(next *Config) { next.DrainTimeout = d })
}

// LongestStop is how long Stop lets programs go on and end, at most.
func (e *Executor) LongestStop() time.Duration {
	c := e.cfg()
	return max(0, c.DrainTimeout) + c.Grace
}

// change puts a changed configuration in the place of that of now, all at once.
func (e *Executor) change(f func(next *Config)) {
	e.changing.Lock()
	defer e.changing.Unlock()
	next := *e.cfg()
	f(&next)
	e.settings.Store(&next)
}
