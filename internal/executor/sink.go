package executor

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/sys/unix"
)

// A sink is a FIFO or a file that the daemon itself writes a program's output to.
type sink struct {
	path string
	file *os.File
	fifo bool

	failed bool // it takes no more; its goroutine sets it
}

// sinks are those of standard output and error; nil without one.
type sinks [2]*sink

// maxSinkPath is how long a sink's path may be, in bytes: the kernel's bound.
const maxSinkPath = 4_096

// sinkBuffer is what a sink holds in memory while it is full, in bytes.
const sinkBuffer = 64 << 10

// A sinkPath is one that a request names.
type sinkPath struct{ field, path string }

func (r *Request) sinks() [2]sinkPath {
	return [2]sinkPath{{"stdout_sink", r.StdoutSink}, {"stderr_sink", r.StderrSink}}
}

// hasSinks reports whether the daemon is to write the output anywhere.
func (r *Request) hasSinks() bool { return r.StdoutSink != "" || r.StderrSink != "" }

// owner reports whether the caller is root or the daemon's own user, who can do to the
// daemon what they like anyway.
func (c Caller) owner() bool {
	return c.Root() || c.Name == "" && c.UID == uint32(os.Geteuid())
}

// checkSinks checks the sinks without looking at the machine.
func (r *Request) checkSinks(*Config) error {
	for _, s := range r.sinks() {
		p := s.path
		switch {
		case p == "":
		case !r.Caller.owner():
			return &Error{Kind: PermissionDenied, Field: s.field, Message: "only root and the daemon's own user may have the daemon write to a path, through its Unix socket: leave it empty and read the output with WatchExecution"}
		case len(p) > maxSinkPath || !utf8.ValidString(p) || strings.Contains(p, "\x00"):
			return invalid(s.field, "must be at most %d bytes of UTF-8 without NUL", maxSinkPath)
		case !path.IsAbs(p) || path.Clean(p) != p:
			return invalid(s.field, "%.128q is not absolute and clean, without \"..\" and a slash at its end", p)
		}
	}
	return nil
}

// openSinks opens those that r names; nil when it names none.
func (e *Executor) openSinks(r *Request) (*sinks, error) {
	if !r.hasSinks() {
		return nil, nil
	}
	var all sinks
	for i, s := range r.sinks() {
		if s.path == "" {
			continue
		}
		opened, err := e.openSink(r.Caller, s)
		if err != nil {
			e.closeSinks(r.Caller, &all)
			return nil, err
		}
		all[i] = opened
	}
	return &all, nil
}

// closeSinks closes what openSinks has opened, unless it was nothing.
func (e *Executor) closeSinks(by Caller, all *sinks) {
	if all == nil {
		return
	}
	for _, s := range all {
		if s != nil {
			_ = s.file.Close() // all that it took is with the kernel
			e.descriptors.Give(by.account(), 1)
		}
	}
}

func (e *Executor) openSink(by Caller, s sinkPath) (*sink, error) {
	if !e.descriptors.Take(by.account(), 1) {
		return nil, noSinkDescriptor(s)
	}
	opened, err := openSink(s.path)
	if err != nil {
		e.descriptors.Give(by.account(), 1)
		return nil, s.refusal(err)
	}
	return opened, nil
}

// errNoSink is a path of something else.
var errNoSink = errors.New("it is neither a FIFO, a regular file nor /dev/null")

// devNull is the number of the device that discards.
var devNull = unix.Mkdev(1, 3)

// openSink looks before it opens: to open a device can have effects.
func openSink(path string) (*sink, error) {
	at, err := unix.Open(path, unix.O_PATH|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer func() { _ = unix.Close(at) }() // only looked at
	var is unix.Stat_t
	if err := unix.Fstat(at, &is); err != nil {
		return nil, err
	}
	var flags int
	switch kind := is.Mode & unix.S_IFMT; {
	case kind == unix.S_IFIFO:
		// Its own reader as well, the daemon never lacks one: no ENXIO, no EPIPE, and
		// bytes that nobody has read stay in it.
		flags = unix.O_RDWR | unix.O_NONBLOCK
	case kind == unix.S_IFREG, kind == unix.S_IFCHR && is.Rdev == devNull:
		flags = unix.O_WRONLY | unix.O_APPEND
	default:
		return nil, errNoSink
	}
	fd, err := unix.Open(fmt.Sprintf("/proc/self/fd/%d", at), flags|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return &sink{path: path, file: os.NewFile(uintptr(fd), path), fifo: flags&unix.O_NONBLOCK != 0}, nil
}

// refusal says why a sink could not be opened.
func (s sinkPath) refusal(err error) error {
	kind := Invalid
	switch {
	case errors.Is(err, unix.EMFILE), errors.Is(err, unix.ENFILE):
		return noSinkDescriptor(s)
	case errors.Is(err, unix.ENOENT), errors.Is(err, unix.ENOTDIR):
		kind = NotFound
	case errors.Is(err, unix.EACCES), errors.Is(err, unix.EPERM):
		kind = PermissionDenied
	}
	return &Error{Kind: kind, Field: s.field, Message: fmt.Sprintf("the daemon (uid %d) can't write to %.1024q: %v", os.Geteuid(), s.path, err)}
}

func noSinkDescriptor(s sinkPath) error {
	return &Error{Kind: Exhausted, Scarce: Descriptors, Field: s.field, RetryAfter: retryDescriptors, Message: "no file descriptor is left for another sink: try again when executions have ended, or raise the daemon's limit of open files"}
}
