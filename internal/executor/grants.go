package executor

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/executor/hostfs"
	"github.com/elide-dev/elided/internal/quota"
)

// maxDirectories bounds the directories of an execution.
const maxDirectories = 64

// checkIntrinsics checks the grants without looking at the machine.
func (r *Request) checkIntrinsics(*Config) error {
	for i, g := range r.Intrinsics {
		field := fmt.Sprintf("intrinsics[%d]", i)
		switch {
		case r.Caller.Name != "" && (g.Name == "fs" || len(g.Directories) > 0):
			return &Error{Kind: PermissionDenied, Field: field, Message: "only a user of this machine, at the daemon's Unix socket, may grant directories of it: leave fs out"}
		case !known(g.Name):
			return invalid(field+".name", "%.64q is not known; available are %s", g.Name, intrinsicNames())
		case slices.ContainsFunc(r.Intrinsics[:i], func(o Grant) bool { return o.Name == g.Name }):
			return invalid(field+".name", "%s is granted twice", g.Name)
		case g.Name == "fs" && len(g.Directories) == 0:
			return invalid(field+".directories", "is empty; fs needs the directories that it may reach")
		case g.Name != "fs" && len(g.Directories) > 0:
			return invalid(field+".directories", "must be empty; %s takes none", g.Name)
		case len(g.Directories) > maxDirectories:
			return invalid(field+".directories", "has %d entries; at most %d are allowed", len(g.Directories), maxDirectories)
		}
		if err := checkDirectories(field, g.Directories); err != nil {
			return err
		}
	}
	return nil
}

func checkDirectories(field string, list []Directory) error {
	for i, d := range list {
		for _, p := range []struct{ name, value string }{{"path", d.Path}, {"source", d.Source}} {
			name := fmt.Sprintf("%s.directories[%d].%s", field, i, p.name)
			switch {
			case len(p.value) > maxName || !utf8.ValidString(p.value) || strings.ContainsAny(p.value, "\x00\n\r"):
				return invalid(name, "must be at most %d bytes of UTF-8 without line ends and NUL", maxName)
			case !path.IsAbs(p.value) || path.Clean(p.value) != p.value:
				return invalid(name, "%q is not absolute and clean, without \"..\" and a slash at its end", p.value)
			}
		}
		if slices.ContainsFunc(list[:i], func(o Directory) bool { return o.Path == d.Path }) {
			return invalid(fmt.Sprintf("%s.directories[%d].path", field, i), "%q is granted twice", d.Path)
		}
	}
	return nil
}

func known(intrinsic string) bool {
	return slices.ContainsFunc(Intrinsics(), func(i Intrinsic) bool { return i.Name == intrinsic })
}

// openGrants opens the directories that r grants; nil when there are none.
func (e *Executor) openGrants(r *Request) (*hostfs.FS, error) {
	var open []hostfs.Directory
	of := hostfs.Descriptors{Quota: e.descriptors, User: r.Caller.account()}
	sources := make(map[string]hostfs.Directory)
	for i, g := range r.Intrinsics {
		for j, d := range g.Directories {
			if same, ok := sources[d.Source]; ok {
				open = append(open, same.At(d.Path, d.Writable))
				continue
			}
			opened, err := e.openDirectory(r, d, of, fmt.Sprintf("intrinsics[%d].directories[%d].source", i, j))
			if err != nil {
				for _, o := range open {
					o.Close()
				}
				return nil, err
			}
			sources[d.Source] = opened
			open = append(open, opened)
		}
	}
	if open == nil {
		return nil, nil
	}
	return hostfs.New(open, r.Dir, e.fileSlots, of), nil
}

// openDirectory says no more of what lies outside the roots than that it does.
func (e *Executor) openDirectory(r *Request, d Directory, of hostfs.Descriptors, field string) (hostfs.Directory, error) {
	roots := e.cfg().FSRoots
	if r.Caller.Root() {
		roots = []string{hostfs.AnyRoot}
	}
	opened, err := hostfs.Open(d.Path, d.Source, d.Writable, roots, of)
	switch {
	case err == nil:
		return opened, nil
	case errors.Is(err, hostfs.ErrOutside):
		return opened, &Error{Kind: PermissionDenied, Field: field, Message: "it does not lie in a directory that this daemon grants: its operator adds one with --fs-root"}
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return opened, e.noDescriptor(of)
	case errors.Is(err, os.ErrNotExist):
		return opened, precondition(field, "%q does not exist", d.Source)
	case errors.Is(err, os.ErrPermission):
		return opened, precondition(field, "%q may not be opened by the daemon", d.Source)
	}
	return opened, precondition(field, "%q is not a directory that can be opened", d.Source)
}

// minDescriptors is how many grants have at least, whatever the daemon may open.
const minDescriptors = 256

// newDescriptors is the part of the daemon's file descriptors that grants may take: a
// quarter. The rest is for connections, workers and output.
func newDescriptors() *quota.Quota {
	var limit syscall.Rlimit
	_ = syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) // of this process: it can't fail
	whole := max(int64(min(limit.Cur, math.MaxInt32)/4), minDescriptors)
	return quota.New(whole, whole/2)
}

func (e *Executor) noDescriptor(of hostfs.Descriptors) error {
	return &Error{Kind: Exhausted, Scarce: Descriptors, RetryAfter: time.Second, Message: fmt.Sprintf(
		"no file descriptor is left for another directory: those granted and the files open in them may be %d (half of them for one user but root), or the daemon has reached its limit of open files: try again when executions have ended",
		of.Quota.Share(of.User))}
}

// granted returns the intrinsics that r has in s: those that every execution has
// and those that it asks for, as far as the session's configuration goes.
func (s *session) granted(r *Request) ([]string, error) {
	enabled := func(name string) bool {
		return len(s.config.Intrinsics) == 0 || slices.Contains(s.config.Intrinsics, name)
	}
	for i, g := range r.Intrinsics {
		if !enabled(g.Name) {
			return nil, precondition(fmt.Sprintf("intrinsics[%d].name", i), "%s is not enabled in session %q; enabled are %s", g.Name, s.id, strings.Join(s.config.Intrinsics, ", "))
		}
	}
	var names []string
	for _, i := range Intrinsics() {
		asked := slices.ContainsFunc(r.Intrinsics, func(g Grant) bool { return g.Name == i.Name })
		if asked || i.Default && enabled(i.Name) {
			names = append(names, i.Name)
		}
	}
	return names, nil
}

// grant gives an admitted execution what its request and its session say. What it
// isn't granted doesn't reach its worker.
func (x *Execution) grant(s *session) (err error) {
	if x.granted, err = s.granted(x.request); err != nil {
		return err
	}
	if x.filesErr != nil {
		return x.filesErr
	}
	if !slices.Contains(x.granted, "env") {
		x.request.Env = nil
	}
	if !slices.Contains(x.granted, "io") {
		x.request.Stdin = nil
	}
	return nil
}
