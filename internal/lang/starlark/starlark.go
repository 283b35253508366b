// Package starlark runs Starlark programs on go.starlark.net.
//
// The engine's package has this package's name, so every file here imports it
// as sl.
package starlark

import (
	"maps"

	sl "go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"github.com/elide-dev/elided/internal/lang"
)

// A Dialect is what a program may say.
type Dialect int

// The dialects.
const (
	// Standard is Starlark as its specification has it, with set, and with if and
	// for allowed outside of functions: a program is a script, not a build file.
	// It has no while, no recursion, and assigns a global once.
	Standard Dialect = iota
	// Python has every option of the engine on, and as much of Python's modules
	// as a short script needs: see modules in python.go.
	Python
)

// Options configure a Runtime. Their zero value is strict Starlark.
type Options struct {
	// Dialect is what programs may say; zero is Standard.
	Dialect Dialect
	// CacheBytes bounds the memory that compiled programs take, by an estimate;
	// 0 is 4 MiB.
	CacheBytes int64
}

const defaultCacheBytes = 4 << 20

// A Runtime runs Starlark programs. It implements lang.Runtime.
type Runtime struct {
	dialect Dialect
	syntax  syntax.FileOptions
	// predeclared is what every program sees alike. It is shared by all runs, so
	// its values are immutable.
	predeclared sl.StringDict
	programs    *cache
}

// New returns a runtime for one dialect.
func New(o Options) *Runtime {
	if o.CacheBytes == 0 {
		o.CacheBytes = defaultCacheBytes
	}
	python := o.Dialect == Python
	r := &Runtime{
		dialect: o.Dialect,
		syntax: syntax.FileOptions{
			Set:             true,
			TopLevelControl: true,
			While:           python,
			GlobalReassign:  python,
			Recursion:       python,
		},
		predeclared: builtins(),
		programs:    newCache(o.CacheBytes),
	}
	if python {
		maps.Copy(r.predeclared, pythonBuiltins())
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

// isPredeclared reports whether a program finds name without defining it. It
// doesn't depend on the run, so that compiled programs can be shared.
func (r *Runtime) isPredeclared(name string) bool {
	switch name {
	case "env", "args", "stdin":
		return true
	case "os", "sys", "__name__":
		return r.dialect == Python
	}
	return r.predeclared.Has(name)
}
