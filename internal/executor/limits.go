package executor

// setLimits gives an execution its limits and decides whether it needs a worker of its
// own: a memory limit is exact there alone, a source that is large or deeply nested is
// what a parser falls over, and directories are not for a neighbour that has taken over
// its engine.
func (x *Execution) setLimits() error {
	r, s, c := x.request, x.session, x.executor.cfg()
	ceiling := s.config.MemoryMiB << 20
	if ceiling > 0 && r.Limits.Memory > ceiling {
		return invalid("limits.memory_bytes", "%d is above the ceiling of session %q, %d MiB", r.Limits.Memory, s.id, s.config.MemoryMiB)
	}
	x.limits = r.Limits.or(s.config.Limits)
	if ceiling > 0 {
		setDefault(&x.limits.Memory, ceiling)
	}
	x.limits = x.limits.or(c.Limits)
	asked := r.Limits.Memory
	x.isolated = r.Exclusive || asked > s.sharedMemory || asked > 0 && !r.Shared || x.files != nil || x.heavy
	return nil
}

const (
	// maxSharedCode is how many bytes of source may be parsed in a shared worker.
	maxSharedCode = 128 << 10
	// maxSharedDepth is how deep brackets may nest in it; what people write has
	// seldom more than twenty.
	maxSharedDepth = 200
)

// heavy reports whether the sources are large or deeply nested.
func (r *Request) heavy() bool {
	size, deepest := len(r.Code), depth(r.Code)
	for _, f := range r.Files {
		size += len(f)
		deepest = max(deepest, depth(f))
	}
	return size > maxSharedCode || deepest > maxSharedDepth
}

// depth is how deep brackets nest in a text, whatever they mean there.
func depth(text string) (deepest int) {
	open := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[', '{':
			open++
			deepest = max(deepest, open)
		case ')', ']', '}':
			open = max(0, open-1)
		}
	}
	return deepest
}
