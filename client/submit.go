package client

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// OpenSession makes a session unless there is one with this configuration, and nothing
// for an empty id: the default one is always there.
func (c *Client) OpenSession(ctx context.Context, id string, config *daemonv1alpha1.SessionConfiguration) error {
	if id == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	_, err := c.CreateSession(ctx, &daemonv1alpha1.CreateSessionRequest{SessionId: id, Config: config})
	if s := status.Convert(err); s.Code() == codes.AlreadyExists && strings.HasSuffix(s.Message(), "configuration") {
		return status.Errorf(s.Code(), "%s: a session keeps its configuration until the daemon restarts", s.Message())
	}
	return err
}

// Unlimited is a limit of memory, in bytes, that Submit replaces by the most that may be
// asked for; as is any above it.
const Unlimited = 1 << 62

// Submit is ExecuteSnippet with two steps before it, for a caller who runs what others
// name. An empty language is made the one of the name's extension, and a limit of memory
// that is Unlimited the most that the session's executions may have. Sinks that are
// FIFOs become the property of the daemon's user, who then may open them; /dev/null, which
// discards, is everybody's. Where that user is kept from one, the error says what to open.
func (c *Client) Submit(ctx context.Context, r *daemonv1alpha1.ExecuteSnippetRequest) (*daemonv1alpha1.ExecuteSnippetResponse, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	user, err := c.user(ctx)
	if err != nil {
		return nil, err
	}
	if r.GetLanguage() == "" {
		if r.Language, err = c.languageOf(ctx, r.GetName()); err != nil {
			return nil, err
		}
	}
	if l := r.GetLimits(); l.GetMemoryBytes() >= Unlimited {
		if l.MemoryBytes, err = c.mostMemory(ctx, r.GetSessionId()); err != nil {
			return nil, err
		}
	}
	for _, sink := range []*string{&r.StdoutSink, &r.StderrSink} {
		if *sink == "" || *sink == os.DevNull || user == 0 || user == os.Getuid() {
			continue
		}
		if err := giveFIFO(*sink, user); err != nil {
			return nil, fmt.Errorf("sink %s: %w", *sink, err)
		}
	}
	x, err := c.ExecuteSnippet(ctx, r)
	return x, sayWay(err, r, user)
}

// sayWay adds to a refusal of a sink what root can do that the daemon's user gets to it.
// Which of the directories keeps it out isn't guessed: groups and ACLs may let it pass.
func sayWay(err error, r *daemonv1alpha1.ExecuteSnippetRequest, user int) error {
	s := status.Convert(err)
	if s.Code() != codes.PermissionDenied || user == 0 || os.Getuid() != 0 {
		return err
	}
	for field, sink := range map[string]string{"stdout_sink: ": r.GetStdoutSink(), "stderr_sink: ": r.GetStderrSink()} {
		if dirs := closed(sink, user); strings.HasPrefix(s.Message(), field) && len(dirs) > 0 {
			p := s.Proto()
			p.Message += fmt.Sprintf("; let this user alone cross those that it can't of %s, with `setfacl -m u:%d:x DIR` or by its group", strings.Join(dirs, ", "), user)
			return status.ErrorProto(p)
		}
	}
	return err
}

// giveFIFO changes a FIFO's owner. Others may write where it lies: it is held by a
// descriptor, so that nothing but a FIFO is given away, and never what a link names.
func giveFIFO(path string, user int) error {
	fd, err := unix.Open(path, unix.O_PATH|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer func() { _ = unix.Close(fd) }()
	var s unix.Stat_t
	if err := unix.Fstat(fd, &s); err != nil {
		return err
	}
	if s.Mode&unix.S_IFMT != unix.S_IFIFO {
		return errors.New("something that is no FIFO is in its place")
	}
	return unix.Fchownat(fd, "", user, -1, unix.AT_EMPTY_PATH)
}

// closed are the directories above a file, the uppermost first, that not everybody can
// cross, but for the user's own.
func closed(file string, user int) (dirs []string) {
	for dir := filepath.Dir(file); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err != nil {
			continue
		}
		if s, ok := info.Sys().(*syscall.Stat_t); ok && int(s.Uid) != user && info.Mode()&0o001 == 0 {
			dirs = slices.Insert(dirs, 0, dir)
		}
	}
	return dirs
}

// mostMemory is the session's ceiling, or else the daemon's, in bytes.
func (c *Client) mostMemory(ctx context.Context, session string) (uint64, error) {
	s, err := c.GetSession(ctx, &daemonv1alpha1.GetSessionRequest{SessionId: session})
	if most := s.GetConfig().GetMemoryLimitMb() << 20; err != nil || most > 0 {
		return most, err
	}
	r, err := c.GetCapabilities(ctx, &daemonv1alpha1.GetCapabilitiesRequest{})
	for _, l := range r.GetLimits() {
		if l.GetName() == "memory_bytes" {
			return l.GetMaximum(), err
		}
	}
	return 0, err
}

// languageOf returns the daemon's language for files with the extension of name.
func (c *Client) languageOf(ctx context.Context, name string) (string, error) {
	r, err := c.GetCapabilities(ctx, &daemonv1alpha1.GetCapabilitiesRequest{})
	if err != nil {
		return "", err
	}
	var known []string
	for _, l := range r.GetLanguages() {
		for _, extension := range l.GetExtensions() {
			if strings.HasSuffix(name, extension) {
				return l.GetName(), nil
			}
			known = append(known, extension)
		}
	}
	return "", status.Errorf(codes.InvalidArgument, "language: %q doesn't tell its language: known extensions are %s", name, strings.Join(known, " "))
}
