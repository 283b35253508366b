package executor

import (
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
)

// Capabilities say what an executor can do.
type Capabilities struct {
	Version    string
	Languages  []lang.Info
	Intrinsics []Intrinsic
	Limits     []LimitRange
	// Sandbox is what separates a worker from the machine, in force or not; empty
	// when SandboxMode is off.
	Sandbox     []sandbox.Layer
	SandboxMode sandbox.Mode
}

// An Intrinsic is a kind of access to the host.
type Intrinsic struct {
	Name, Description string
	// Safe means that it reaches nothing outside the execution.
	Safe bool
	// Default means that every execution has it.
	Default bool
}

// Intrinsics are those of this version.
func Intrinsics() []Intrinsic {
	return []Intrinsic{
		{Name: "io", Description: "write standard output and error, read the standard input of the request", Safe: true, Default: true},
		{Name: "env", Description: "read the environment of the request", Safe: true, Default: true},
		{Name: "fs", Description: "read, and where granted so write, the directories of the host that the request names"},
	}
}

func intrinsicNames() string {
	var names []string
	for _, i := range Intrinsics() {
		names = append(names, i.Name)
	}
	return strings.Join(names, ", ")
}

// A LimitRange is a limit's default and maximum; 0 is none.
type LimitRange struct {
	Name             string
	Default, Maximum uint64
	Unit             string // bytes, milliseconds or count
}

// Capabilities describes the executor.
func (e *Executor) Capabilities() Capabilities {
	c := e.cfg()
	all := Capabilities{Version: c.Version, Intrinsics: Intrinsics(), Sandbox: e.sandbox, SandboxMode: c.Sandbox}
	for _, l := range lang.All() {
		if slices.Contains(c.Languages, l.Name) {
			all.Languages = append(all.Languages, l)
		}
	}
	all.Limits = []LimitRange{
		{"timeout", uint64(max(0, c.Limits.Timeout).Milliseconds()), uint64(c.MaxTimeout.Milliseconds()), "milliseconds"},
		{"output_bytes", c.Limits.Output, c.MaxOutput, "bytes"},
		{"memory_bytes", c.Limits.Memory, c.MaxMemory, "bytes"},
		{"shared_worker_memory_bytes", c.SharedMemory, c.SharedMemory, "bytes"},
		{"cpu_time", uint64(max(0, c.Limits.CPU).Milliseconds()), 0, "milliseconds"},
		{"timers", uint64(c.Limits.Timers), maxTimers, "count"},
		{"code_bytes", uint64(c.MaxCode), uint64(c.MaxCode), "bytes"},
		{"environment_bytes", uint64(c.MaxEnv), uint64(c.MaxEnv), "bytes"},
		{"input_bytes", uint64(c.MaxInput), uint64(c.MaxInput), "bytes"},
		{"running", uint64(c.MaxRunning), uint64(c.MaxRunning), "count"},
		{"queued", uint64(c.MaxQueued), uint64(c.MaxQueued), "count"},
	}
	return all
}
