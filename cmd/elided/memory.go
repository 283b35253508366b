package main

import (
	"math"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/executor"
)

// memoryFlags bound what workers may have, and what the daemon keeps for them.
type memoryFlags struct{ limit, most, shared, held size }

func (m *memoryFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	*m = memoryFlags{limit: 128 << 20, most: 4 << 30, shared: 256 << 20, held: 512 << 20}
	f.Var(&m.limit, "memory-limit", "memory of an execution in a worker of its own unless it says otherwise")
	f.Var(&m.most, "max-memory", "the most memory that an execution may ask for")
	f.Var(&m.shared, "shared-memory", "memory of a worker that executions share")
	f.Var(&m.held, "max-held-memory", "memory of the daemon for the requests of executions that wait and run; half of it for one user but root")
}

func (m *memoryFlags) check() error {
	for _, s := range []struct {
		flag  string
		value size
	}{{"memory-limit", m.limit}, {"max-memory", m.most}, {"shared-memory", m.shared}, {"max-held-memory", m.held}} {
		if s.value < executor.MinMemory {
			return usageErrorf("--%s %d is less than %d", s.flag, s.value, executor.MinMemory)
		}
	}
	if m.held > math.MaxInt64 {
		return usageErrorf("--max-held-memory %d is too large", m.held)
	}
	if m.limit > m.most {
		return usageErrorf("--memory-limit %d is more than --max-memory %d", m.limit, m.most)
	}
	return nil
}
