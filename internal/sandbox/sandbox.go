// Package sandbox separates a worker process from the machine. It has two sides:
// the daemon's, a Spawner, which starts the process in namespaces of its own and
// under another user; and the worker's, Apply, which gives up what is left before
// the first program is seen. docs/security.md says what each layer is good for.
package sandbox

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// A Mode says what becomes of layers that the machine doesn't offer. The zero
// value is Require.
type Mode string

// The modes.
const (
	Require    Mode = "require"     // refuse to run with less than Enough
	BestEffort Mode = "best-effort" // apply what there is
	Off        Mode = "off"         // apply nothing
)

// ParseMode returns the mode of that name; empty is Require.
func ParseMode(name string) (Mode, error) {
	switch m := Mode(name).orDefault(); m {
	case Require, BestEffort, Off:
		return m, nil
	}
	return "", fmt.Errorf("sandbox mode %q is not known: it is %s, %s or %s", name, Require, BestEffort, Off)
}

func (m Mode) orDefault() Mode { return cmp.Or(m, Require) }

// String is the mode's name.
func (m Mode) String() string { return string(m.orDefault()) }

// The layers.
const (
	NoNewPrivs   = "no_new_privs" // execve gives no rights
	Undumpable   = "undumpable"   // no ptrace, no core, /proc/PID is root's
	Seccomp      = "seccomp"      // system calls by a list
	Landlock     = "landlock"     // no files, no ports, no signals to others
	Namespaces   = "namespaces"   // no network, no processes, no mounts of the machine
	EmptyRoot    = "empty_root"   // the root directory is empty and read-only
	Capabilities = "capabilities" // none
	UID          = "uid"          // not root
	Rlimits      = "rlimits"      // no files written, few descriptors, no core
	Descriptors  = "descriptors"  // none but its own
	Environment  = "environment"  // empty
)

// A Layer is one thing that separates a worker from the machine.
type Layer struct {
	Name string
	// InForce is true when it holds in the worker.
	InForce bool
	// Detail is what is in force, or why it is not.
	Detail string
	// Remedy says how to get it; empty when it is in force.
	Remedy string
}

// ExitCode is the exit code of a worker that Apply refused.
const ExitCode = 77

// Enough returns nil when the layers hold a program that has taken over its engine:
// system calls by a list, and no file within reach. Else its error names what is
// missing, and the remedies.
func Enough(layers []Layer) error {
	in := make(map[string]bool)
	for _, l := range layers {
		in[l.Name] = l.InForce
	}
	var missing []string
	if !in[Seccomp] {
		missing = append(missing, describe(layers, Seccomp))
	}
	if !in[Landlock] && (!in[Namespaces] || !in[EmptyRoot]) {
		var either []string
		for _, name := range []string{Landlock, Namespaces, EmptyRoot} {
			if !in[name] {
				either = append(either, describe(layers, name))
			}
		}
		missing = append(missing, strings.Join(either, " and "))
	}
	if len(missing) == 0 {
		return nil
	}
	return errors.New("the sandbox lacks " + strings.Join(missing, "; it lacks "))
}

func describe(layers []Layer, name string) string {
	for _, l := range layers {
		if l.Name != name {
			continue
		}
		text := name
		if l.Detail != "" {
			text += " (" + l.Detail + ")"
		}
		if l.Remedy != "" {
			text += ": " + l.Remedy
		}
		return text
	}
	return name + " (not reported)"
}

// Names are those of the layers in force.
func Names(layers []Layer) []string {
	var names []string
	for _, l := range layers {
		if l.InForce {
			names = append(names, l.Name)
		}
	}
	return names
}
