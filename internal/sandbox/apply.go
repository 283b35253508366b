package sandbox

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Apply gives up, for good and in every thread, what a worker doesn't need: all
// but memory, threads, time and the descriptors given, standard error and the
// runtime's poller. What is to read a file must have done so.
//
// It returns what is in force. In mode Require it is an error to have less than
// Enough, and the process must end; in mode Off nothing is done.
func Apply(mode Mode, keep ...int) ([]Layer, error) {
	if mode.orDefault() == Off {
		return nil, nil
	}
	s := &state{namespaces: os.Getenv(namespacesEnv), keep: keep}
	layers := s.apply(func(string) bool { return true })
	if mode.orDefault() == Require {
		return layers, Enough(layers)
	}
	return layers, nil
}

// ModeFromEnvironment is what the daemon that started this worker wants.
func ModeFromEnvironment() (Mode, error) { return ParseMode(os.Getenv(modeEnv)) }

// state is what steps leave to later ones.
type state struct {
	namespaces string
	keep       []int
}

func (s *state) apply(wanted func(layer string) bool) []Layer {
	time.AfterFunc(time.Hour, func() {}).Stop() // a first timer has the runtime make its poller
	// The order matters. /proc goes with the root directory; mounting needs
	// capabilities, and is what landlock forbids; and seccomp ends all of it.
	steps := []struct {
		name string
		do   func() (detail string, err error)
	}{
		{UID, uid},
		{Descriptors, s.descriptors},
		{Namespaces, s.inNamespaces},
		{EmptyRoot, s.emptyRoot},
		{Capabilities, s.capabilities},
		{NoNewPrivs, s.noNewPrivs},
		{Landlock, s.landlock},
		{Rlimits, s.rlimits},
		{Environment, environment},
		{Undumpable, undumpable},
		{Seccomp, seccomp},
	}
	layers := make([]Layer, 0, len(steps))
	for _, step := range steps {
		if !wanted(step.name) {
			continue
		}
		detail, err := step.do()
		l := Layer{Name: step.name, InForce: err == nil, Detail: detail}
		if err != nil {
			l.Detail = err.Error()
		}
		layers = append(layers, l)
	}
	return layers
}

func (s *state) has(namespace string) bool {
	for _, n := range strings.Split(s.namespaces, ",") {
		if n == namespace {
			return true
		}
	}
	return false
}

func (s *state) inNamespaces() (string, error) {
	if s.namespaces == "" {
		return "", errors.New("none")
	}
	return strings.ReplaceAll(s.namespaces, ",", " "), nil
}

func (s *state) noNewPrivs() (string, error) {
	if !s.reachesThreads() { // the filter brings it to the others
		return "", unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
	}
	return "", allThreads(unix.SYS_PRCTL, unix.PR_SET_NO_NEW_PRIVS, 1)
}

func undumpable() (string, error) {
	return "", unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}

func seccomp() (string, error) {
	if err := loadFilter(); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d system calls allowed", len(rules(0))), nil
}

// environment empties it but for the settings of the Go runtime, which would
// change with it.
func environment() (string, error) {
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if name == "GODEBUG" {
			continue
		}
		if err := os.Unsetenv(name); err != nil {
			return "", err
		}
	}
	return "", nil
}

// maxDescriptors bounds the descriptors of a worker: its three standard ones, its
// socket, the poller's two and a few connections that replace each other.
const maxDescriptors = 32

// maxThreads bounds its threads: each program that computes has one. Outside of a user
// namespace the kernel would count all of the user's, other workers' among them.
const maxThreads = 1024

type limit struct {
	resource int
	value    uint64
}

func (s *state) rlimits() (string, error) {
	limits := []limit{
		{unix.RLIMIT_CORE, 0}, {unix.RLIMIT_FSIZE, 0}, {unix.RLIMIT_MEMLOCK, 0}, {unix.RLIMIT_MSGQUEUE, 0},
		{unix.RLIMIT_NICE, 0}, {unix.RLIMIT_RTPRIO, 0}, {unix.RLIMIT_NOFILE, maxDescriptors},
	}
	threads := ""
	if s.has("user") {
		limits = append(limits, limit{unix.RLIMIT_NPROC, maxThreads})
		threads = fmt.Sprintf("%d threads, ", maxThreads)
	}
	for _, l := range limits {
		if err := unix.Setrlimit(l.resource, &unix.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return "", fmt.Errorf("resource %d: %w", l.resource, err)
		}
	}
	return threads + fmt.Sprintf("%d descriptors, nothing written to files, no core", maxDescriptors), nil
}
