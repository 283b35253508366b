package pool

import (
	"errors"
	"os"
	"strings"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
	"github.com/elide-dev/elided/internal/sandbox"
)

// A shareBy is the means of the kernel's by which sessions share the processors.
type shareBy string

const (
	byNothing   shareBy = "none"
	byWeight    shareBy = "cpu.weight"
	byAutogroup shareBy = "autogroup"
)

const (
	autogroupSwitch = "/proc/sys/kernel/sched_autogroup_enabled"
	remedyCPU       = "delegate the cpu controller to the daemon (systemd: Delegate=yes)"
)

// ShareLayer says whether sessions share the processors fairly, by which means or
// why not, and what an operator can do about it. tree may be nil.
func ShareLayer(tree *cgroup.Tree) (inForce bool, detail, remedy string) {
	by, why, remedy := chooseShare(tree, autogroupSwitch)
	if why != "" {
		return false, string(by) + ": " + why, remedy
	}
	return true, string(by), ""
}

// kernelLayers are what bounds a worker from outside.
func (p *Pool) kernelLayers() []sandbox.Layer {
	group := sandbox.Layer{Name: "cgroup", InForce: p.cfg.Cgroup != nil}
	var missing *cgroup.UnavailableError
	switch {
	case p.cfg.Cgroup != nil:
		group.Detail = p.cfg.Cgroup.Describe()
	case errors.As(p.cfg.NoCgroup, &missing):
		group.Detail, group.Remedy = missing.Reason, missing.Remedy
	case p.cfg.NoCgroup != nil:
		group.Detail = p.cfg.NoCgroup.Error()
	default:
		group.Detail = "not asked for"
	}
	shares := sandbox.Layer{Name: "cpu_shares"}
	shares.InForce, shares.Detail, shares.Remedy = ShareLayer(p.cfg.Cgroup)
	return []sandbox.Layer{group, shares}
}

func chooseShare(tree *cgroup.Tree, sysctl string) (by shareBy, why, remedy string) {
	if tree != nil && tree.Has("cpu") {
		return byWeight, "", ""
	}
	enabled, err := os.ReadFile(sysctl)
	if err != nil {
		return byNothing, "the kernel has no autogroups", remedyCPU
	}
	if strings.TrimSpace(string(enabled)) == "0" {
		return byNothing, "autogroups are switched off", "set the sysctl kernel.sched_autogroup_enabled to 1, or " + remedyCPU
	}
	if group, found := cgroup.CPUGroup(); found {
		return byNothing, "autogroups do nothing in the cpu group " + group, remedyCPU
	}
	return byAutogroup, "", ""
}
