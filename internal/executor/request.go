package executor

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
)

// A Request is a program and how to run it. Field names in errors are those of
// the public contract.
type Request struct {
	Session string // empty is "default"
	ID      string // empty has one made
	Code    string
	// Language by name or alias, in any case; required.
	Language string
	Name     string // the main source's; empty is "main" and the language's extension
	Args     []string
	Env      map[string]string
	Stdin    []byte
	Files    map[string]string // further sources by relative slash path
	Dir      string            // the working directory to show; empty is "/"
	Limits   Limits
	// Exclusive asks for a worker of its own, Shared for one with others even when
	// the request has a memory limit, which only a worker of its own holds exactly.
	Exclusive, Shared bool
	Group             string
	NoRerun           bool
	Labels            map[string]string
	// Intrinsics are grants beyond those that every execution has.
	Intrinsics []Grant
	// StdoutSink and StderrSink are FIFOs or files that the daemon writes the output to.
	StdoutSink, StderrSink string
	// Retain keeps the record until it is deleted, as a sink does.
	Retain bool
	// CPUWeight is its share of the processors in a worker of its own, against its
	// session's other workers; 0 is 100.
	CPUWeight uint32
	// Trace is where the request stands in a trace of its caller's. It is no part of what
	// makes two requests the same.
	Trace TraceContext `json:"-"`
	// Caller is who submits it. It is no part of what makes two requests the same.
	Caller Caller `json:"-"`
}

// A Grant gives an execution one kind of access to the host.
type Grant struct {
	Name        string
	Directories []Directory // of "fs"
}

// A Directory is a real one that a program sees at a path of its own.
type Directory struct {
	Path     string // as the program sees it, absolute
	Source   string // the real one
	Writable bool
}

// A Caller is who made a request. The zero value is this process itself, for
// programs that embed an executor.
type Caller struct {
	// Peer is true for another process, which UID and GID are of.
	Peer     bool
	UID, GID uint32
	// Name is of one who comes over the network, with UID and GID 1<<32-1. It has no
	// space in it. Empty is a user of this machine.
	Name string
	// Admin sees and touches what all callers made, but evaluates nothing in it.
	Admin bool
}

// Root reports whether the caller may do what only the machine's owner may.
func (c Caller) Root() bool { return !c.Peer || c.UID == 0 && c.Name == "" }

const (
	maxID   = 256
	maxName = 1_024
)

// checkID accepts 1-256 bytes of printable ASCII without space.
func checkID(field, id string) error {
	if id == "" || len(id) > maxID {
		return invalid(field, "is %d bytes long; 1 to %d are allowed", len(id), maxID)
	}
	for i := range len(id) {
		if id[i] <= ' ' || id[i] > '~' {
			return invalid(field, "has the byte %#02x at %d; only printable ASCII without space is allowed", id[i], i)
		}
	}
	return nil
}

// newID returns an id that has never been used.
func newID() string { return strings.ToLower(rand.Text()) }

// normalize checks what doesn't depend on a session and fills in the defaults.
func (r *Request) normalize(c *Config) error {
	if r.Session == "" {
		r.Session = DefaultSession
	}
	if r.Language == "" {
		return invalid("language", "is empty; available are %s", strings.Join(c.Languages, ", "))
	}
	l, ok := lang.Lookup(r.Language)
	if !ok {
		return invalid("language", "%.64q is not known; available are %s", r.Language, strings.Join(c.Languages, ", "))
	}
	r.Language = l.Name
	if r.Name == "" {
		r.Name = "main" + l.Extensions[0]
	}
	if r.Dir == "" {
		r.Dir = "/"
	}
	checks := []func(*Config) error{r.checkCounts, r.checkIDs, r.checkNames, r.checkFiles, r.checkSizes, r.checkEnv, r.checkLimits, r.checkIntrinsics, r.checkSinks}
	for _, check := range checks {
		if err := check(c); err != nil {
			return err
		}
	}
	return nil
}

func (r *Request) checkIDs(*Config) error {
	if err := checkID("session_id", r.Session); err != nil {
		return err
	}
	if r.ID != "" {
		if err := checkID("execution_id", r.ID); err != nil {
			return err
		}
	}
	if r.Group != "" {
		return checkID("group", r.Group)
	}
	return nil
}

func (r *Request) checkNames(*Config) error {
	for _, f := range []struct{ field, value string }{{"name", r.Name}, {"working_directory", r.Dir}} {
		if len(f.value) > maxName || !utf8.ValidString(f.value) || strings.ContainsAny(f.value, "\x00\n\r") {
			return invalid(f.field, "must be at most %d bytes of UTF-8 without line ends and NUL", maxName)
		}
	}
	if !path.IsAbs(r.Dir) {
		return invalid("working_directory", "%q is not absolute", r.Dir)
	}
	for k, v := range r.Labels {
		if k == "" || len(k)+len(v) > maxName || !utf8.ValidString(k) || !utf8.ValidString(v) {
			return invalid("labels", "the entry %.64q must have a name and be at most %d bytes of UTF-8", k, maxName)
		}
	}
	return nil
}

func (r *Request) checkFiles(*Config) error {
	for p, content := range r.Files {
		clean := path.Clean(p)
		if p != clean || p == "." || path.IsAbs(p) || strings.HasPrefix(p, "..") && (p == ".." || p[2] == '/') || len(p) > maxName {
			return invalid("files", "the path %.128q must be relative and clean, without \"..\"", p)
		}
		if !utf8.ValidString(p) || !utf8.ValidString(content) || strings.ContainsAny(p, "\x00\n\r") {
			return invalid("files", "%.128q must be UTF-8", p)
		}
	}
	return nil
}

func (r *Request) checkSizes(c *Config) error {
	if !utf8.ValidString(r.Code) {
		return invalid("code", "is not UTF-8")
	}
	code := len(r.Code)
	for p, content := range r.Files {
		code += len(p) + len(content)
	}
	if code > c.MaxCode {
		return invalid("code", "has %d bytes with its files; at most %d are allowed", code, c.MaxCode)
	}
	input := len(r.Stdin)
	for i, a := range r.Args {
		if !utf8.ValidString(a) {
			return invalid("args", "argument %d is not UTF-8", i)
		}
		input += len(a) + 1
	}
	if input > c.MaxInput {
		return invalid("args", "arguments and stdin have %d bytes; at most %d are allowed", input, c.MaxInput)
	}
	return nil
}

// checkEnv never puts a value into an error.
func (r *Request) checkEnv(c *Config) error {
	size := 0
	for k, v := range r.Env {
		if name, _, value := strings.Cut(k, "="); value { // what follows may be a secret in the wrong place
			return invalid("env", "the name %.64q is followed by an =, which no name may have", name)
		}
		if k == "" || strings.Contains(k, "\x00") || !utf8.ValidString(k) {
			return invalid("env", "the name %.64q must be UTF-8 without NUL, and not empty", k)
		}
		if !utf8.ValidString(v) || strings.Contains(v, "\x00") {
			return invalid("env", "the value of %.64q must be UTF-8 without NUL", k)
		}
		size += len(k) + len(v) + 2
	}
	if size > c.MaxEnv {
		return invalid("env", "has %d bytes; at most %d are allowed", size, c.MaxEnv)
	}
	return nil
}

func (r *Request) checkLimits(c *Config) error {
	if r.CPUWeight > maxCPUWeight {
		return invalid("cpu_weight", "%d is above the maximum of %d", r.CPUWeight, maxCPUWeight)
	}
	return c.checkLimits("", r.Limits)
}

// checkLimits refuses what is above the daemon's maximum or can't be kept. The prefix names where the limits stand.
func (c *Config) checkLimits(prefix string, l Limits) error {
	switch {
	case l.Memory != 0 && l.Memory < MinMemory:
		return invalid(prefix+"limits.memory_bytes", "%d is below the minimum of %d", l.Memory, MinMemory)
	case l.Memory > c.MaxMemory:
		return invalid(prefix+"limits.memory_bytes", "%d is above the maximum of %d", l.Memory, c.MaxMemory)
	case c.MaxTimeout > 0 && l.Timeout < 0:
		return invalid(prefix+"timeout", "none is not allowed; the most is %v", c.MaxTimeout)
	case c.MaxTimeout > 0 && l.Timeout > c.MaxTimeout:
		return invalid(prefix+"timeout", "%v is above the maximum of %v", l.Timeout, c.MaxTimeout)
	case l.Output > c.MaxOutput:
		return invalid(prefix+"limits.output_bytes", "%d is above the maximum of %d", l.Output, c.MaxOutput)
	case l.Timers < 0 || l.Timers > maxTimers:
		return invalid(prefix+"limits.timers", "%d is above the maximum of %d", l.Timers, maxTimers)
	}
	return nil
}

// checkCeiling checks a session's memory ceiling.
func (c *Config) checkCeiling(s SessionConfig) error {
	switch m := s.MemoryMiB; {
	case m == 0:
	case m < MinMemory>>20:
		return invalid("config.memory_limit_mb", "%d is below the minimum of %d", m, MinMemory>>20)
	case m > c.MaxMemory>>20:
		return invalid("config.memory_limit_mb", "%d is above the maximum of %d", m, c.MaxMemory>>20)
	case s.Limits.Memory > m<<20:
		return invalid("config.limits.memory_bytes", "%d is above the session's ceiling of %d MiB", s.Limits.Memory, m)
	}
	return nil
}

// maxCPUWeight is the most that cpu_weight may be, as in control groups.
const maxCPUWeight = 10_000

// maxTimers is the most timers that may be asked for; each costs some 200 bytes.
const maxTimers = 1_000_000

func (r *Request) program() *lang.Program {
	return &lang.Program{
		Name: r.Name, Code: r.Code, Files: r.Files, Args: r.Args, Env: r.Env, Stdin: r.Stdin, Dir: r.Dir,
	}
}

// digest is a keyed hash of the whole request, its environment included, so that
// a record can be compared with a request submitted again and holds no secret.
func (r *Request) digest(key []byte) ([sha256.Size]byte, error) {
	canonical, err := json.Marshal(r) // sorts the maps' keys
	if err != nil {
		return [sha256.Size]byte{}, fmt.Errorf("compare request: %w", err)
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(canonical)
	return [sha256.Size]byte(mac.Sum(nil)), nil
}
