package main

import (
	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/executor"
)

// memoryFlags bound what workers may have.
type memoryFlags struct{ limit, most, shared size }

func (m *memoryFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	*m = memoryFlags{limit: 128 << 20, most: 4 << 30, shared: 256 << 20}
	f.Var(&m.limit, "memory-limit", "memory of an execution in a worker of its own unless it says otherwise")
	f.Var(&m.most, "max-memory", "the most memory that an execution may ask for")
	f.Var(&m.shared, "shared-memory", "memory of a worker that executions share")
}

func (m *memoryFlags) check() error {
	for _, s := range []struct {
		flag  string
		value size
	}{{"memory-limit", m.limit}, {"max-memory", m.most}, {"shared-memory", m.shared}} {
		if s.value < executor.MinMemory {
			return usageErrorf("--%s %d is less than %d", s.flag, s.value, executor.MinMemory)
		}
	}
	if m.limit > m.most {
		return usageErrorf("--memory-limit %d is more than --max-memory %d", m.limit, m.most)
	}
	return nil
}
