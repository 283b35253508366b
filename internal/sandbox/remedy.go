package sandbox

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// Explain adds to the layers that a worker reported why this machine doesn't offer
// those that are not in force, and how to get them.
func (s *Spawner) Explain(layers []Layer) []Layer {
	s.mu.Lock()
	why := s.why
	s.mu.Unlock()
	explained := make([]Layer, len(layers))
	for i, l := range layers {
		if l.Name == Namespaces && why != nil {
			l.Detail = strings.TrimPrefix(l.Detail+"; a user namespace was refused: "+why.Error(), "; ")
		}
		if !l.InForce {
			l.Remedy = remedy(l, why)
		}
		explained[i] = l
	}
	return explained
}

func remedy(l Layer, why error) string {
	if strings.Contains(l.Detail, errThreads.Error()) {
		return "build it with CGO_ENABLED=0, or set the worker path to such an elided binary"
	}
	switch l.Name {
	case Landlock:
		return landlockRemedy()
	case Namespaces, EmptyRoot:
		return namespaceRemedy(why)
	case Seccomp:
		return "run a kernel with CONFIG_SECCOMP_FILTER on amd64 or arm64; in a container, allow seccomp(2)"
	case UID:
		return "start the daemon as a plain user, or as root with CAP_SETUID and CAP_SETGID"
	case Capabilities:
		return "start the daemon as a plain user, or allow user namespaces"
	case Descriptors:
		return "mount /proc"
	}
	return "allow the system call that failed"
}

// landlockRemedy goes by the kernel's list of security modules, where it is shown.
func landlockRemedy() string {
	const list = "/sys/kernel/security/lsm"
	text, err := os.ReadFile(list)
	if modules := strings.TrimSpace(string(text)); err == nil && !strings.Contains(modules, "landlock") {
		return fmt.Sprintf("boot with lsm=landlock,%s (Linux 5.13 or newer, with CONFIG_SECURITY_LANDLOCK)", modules)
	}
	return "run Linux 5.13 or newer with CONFIG_SECURITY_LANDLOCK and landlock in the boot parameter lsm=; in a container, allow landlock_create_ruleset(2)"
}

// A knob is a setting of the kernel that forbids user namespaces.
type knob struct{ file, forbids, remedy string }

var knobs = [...]knob{
	{"/proc/sys/kernel/unprivileged_userns_clone", "0", "sysctl kernel.unprivileged_userns_clone=1"},
	{"/proc/sys/user/max_user_namespaces", "0", "sysctl user.max_user_namespaces=10000"},
	{"/proc/sys/user/max_net_namespaces", "0", "sysctl user.max_net_namespaces=10000"},
	{"/proc/sys/user/max_pid_namespaces", "0", "sysctl user.max_pid_namespaces=10000"},
	{"/proc/sys/user/max_mnt_namespaces", "0", "sysctl user.max_mnt_namespaces=10000"},
	{"/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1", "give elided an AppArmor profile with `userns,`, or sysctl kernel.apparmor_restrict_unprivileged_userns=0"},
}

func namespaceRemedy(why error) string {
	for _, k := range knobs {
		if text, err := os.ReadFile(k.file); err == nil && strings.TrimSpace(string(text)) == k.forbids {
			return k.remedy
		}
	}
	if errors.Is(why, syscall.ENOSPC) {
		return "raise sysctl user.max_user_namespaces and its like for net, pid, mnt, ipc and uts"
	}
	return "allow user namespaces: in a container, by its seccomp and AppArmor profile; under systemd, without RestrictNamespaces="
}
