package pool

import (
	"os"
	"strings"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
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
