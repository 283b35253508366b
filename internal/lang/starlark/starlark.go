// Package starlark runs Starlark programs on go.starlark.net.
//
// The engine's package has this package's name, so every file here imports it
// as sl.
package starlark

import (
	sl "go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/recent"
)

// Options configure a Runtime.
type Options struct {
	// CacheBytes bounds the memory that compiled programs take, by an estimate;
	// 0 is 4 MiB.
	CacheBytes int64
}

const defaultCacheBytes = 4 << 20

// A Runtime runs Starlark programs: the language as its specification has it, with set,
// and with if and for allowed outside of functions, as a program is a script, not a build
// file. It has no while, no recursion, and assigns a global once. It implements
// lang.Runtime.
type Runtime struct {
	syntax syntax.FileOptions
	// predeclared is what every program sees alike. It is shared by all runs, so
	// its values are immutable.
	predeclared sl.StringDict
	programs    *recent.Cache[source, *sl.Program]
}

// New returns a runtime for Starlark.
func New(o Options) *Runtime {
	if o.CacheBytes == 0 {
		o.CacheBytes = defaultCacheBytes
	}
	r := &Runtime{
		syntax:      syntax.FileOptions{Set: true, TopLevelControl: true},
		predeclared: builtins(),
		programs:    recent.New[source, *sl.Program](o.CacheBytes),
	}
	r.predeclared.Freeze()
	return r
}

// Prepare returns an instance for one run.
func (r *Runtime) Prepare() lang.Instance {
	in := &instance{runtime: r, stop: make(chan struct{})}
	in.thread.Load = in.load
	in.thread.SetLocal(instanceKey, in)
	in.thread.OnMaxSteps = in.checkDepth
	in.thread.SetMaxExecutionSteps(depthInterval)
	return in
}

// CacheUse is part of lang.Caching.
func (r *Runtime) CacheUse() lang.CacheUse { return r.programs.Use() }

// isPredeclared reports whether a program finds name without defining it. It
// doesn't depend on the run, so that compiled programs can be shared.
func (r *Runtime) isPredeclared(name string) bool {
	switch name {
	case "env", "args", "stdin":
		return true
	}
	return r.predeclared.Has(name)
}
