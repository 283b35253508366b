package executor

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/elide-dev/elided/internal/sandbox"
)

// learnSandbox waits for the first worker's report, logs it, and fails if less
// than what is required is in force.
func (e *Executor) learnSandbox() error {
	log := e.cfg().Log
	if e.cfg().Sandbox == sandbox.Off {
		log.Warn("THE SANDBOX IS OFF: programs that break out of their engine have the rights of this daemon", "sandbox", sandbox.Off.String())
		return nil
	}
	layers, err := e.pool.Sandbox(context.Background()) // bounded by the pool
	if err != nil && e.cfg().Sandbox == sandbox.Require {
		return fmt.Errorf("no worker can be started: %w", err)
	}
	e.sandbox = layers
	log.Info("sandbox", "mode", e.cfg().Sandbox.String(), "in_force", strings.Join(sandbox.Names(layers), " "))
	e.warnOfMissing()
	lacks := sandbox.Enough(layers)
	switch {
	case lacks == nil:
		return nil
	case e.cfg().Sandbox == sandbox.Require:
		return fmt.Errorf("%w (sandbox mode best-effort starts nonetheless)", lacks)
	}
	log.Warn("THE SANDBOX IS NOT ENOUGH: programs that break out of their engine may reach what this daemon does", "error", errors.Join(err, lacks))
	return nil
}

func (e *Executor) warnOfMissing() {
	for _, l := range e.sandbox {
		if !l.InForce {
			e.cfg().Log.Warn("sandbox layer missing", "layer", l.Name, "why", l.Detail, "remedy", l.Remedy)
		}
	}
}
