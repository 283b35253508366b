package executor

import (
	"context"
	"fmt"
	"strings"

	"github.com/elide-dev/elided/internal/sandbox"
)

// learnSandbox waits for the first worker's report, logs it, and fails if less
// than what is required is in force.
func (e *Executor) learnSandbox() error {
	log := e.cfg.Log
	if e.cfg.Sandbox == sandbox.Off {
		log.Warn("THE SANDBOX IS OFF: programs that break out of their engine have the rights of this daemon", "sandbox", sandbox.Off.String())
		return nil
	}
	layers, err := e.pool.Sandbox(context.Background()) // bounded by the pool
	if err == nil {
		e.sandbox = layers
		log.Info("sandbox", "mode", e.cfg.Sandbox.String(), "in_force", strings.Join(sandbox.Names(layers), " "))
		e.warnOfMissing()
		err = sandbox.Enough(layers)
	}
	if err == nil {
		return nil
	}
	if e.cfg.Sandbox == sandbox.BestEffort {
		log.Warn("THE SANDBOX IS NOT ENOUGH: programs that break out of their engine may reach what this daemon does", "error", err)
		return nil
	}
	return fmt.Errorf("%w (sandbox mode best-effort starts nonetheless)", err)
}

func (e *Executor) warnOfMissing() {
	for _, l := range e.sandbox {
		if !l.InForce {
			e.cfg.Log.Warn("sandbox layer missing", "layer", l.Name, "why", l.Detail, "remedy", l.Remedy)
		}
	}
}
