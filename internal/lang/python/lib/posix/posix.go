// Package posix is what Python's module os needs of the host: the module posix.
package posix

import (
	"crypto/rand"
	"slices"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/lib/io"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var terminalSize = sync.OnceValue(func() *py.Class { return py.DefineStruct("os", "terminal_size", "columns", "lines") })

var timesResult = sync.OnceValue(func() *py.Class {
	return py.DefineStruct("posix", "times_result", "user", "system", "children_user", "children_system", "elapsed")
})

var unameResult = sync.OnceValue(func() *py.Class {
	return py.DefineStruct("posix", "uname_result", "sysname", "nodename", "release", "version", "machine")
})

// New makes the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("posix")
	m.Set("stat_result", statClass()).Set("terminal_size", terminalSize()).
		Set("times_result", timesResult()).Set("uname_result", unameResult())
	m.Add("_environment", "", environment)
	m.Add("fspath", "path", func(t *py.Thread, a []py.Object) (py.Object, error) { return t.FSPath(a[0]) })
	m.Add("getcwd", "", func(t *py.Thread, _ []py.Object) (py.Object, error) { return nameOf(t, t.Directory()) })
	m.Add("chdir", "path", chdir)
	m.Add("stat", "path, *, dir_fd=None, follow_symlinks=True", stat)
	m.Add("lstat", "path, *, dir_fd=None", lstat)
	m.Add("fstat", "fd", fstat)
	m.Add("listdir", "path=None", listdir)
	m.Add("_scan", "path, /", scan)
	m.Add("mkdir", "path, mode=511, *, dir_fd=None", mkdir)
	m.Add("rmdir", "path, *, dir_fd=None", rmdir)
	m.Add("_remove_tree", "path, /", removeTree)
	for _, name := range []string{"remove", "unlink"} {
		m.Add(name, "path, *, dir_fd=None", remove)
	}
	for _, name := range []string{"rename", "replace"} {
		m.Add(name, "src, dst, *, src_dir_fd=None, dst_dir_fd=None", rename)
	}
	m.Add("truncate", "path, length", truncate)
	m.Add("urandom", "size, /", urandom)
	m.Add("strerror", "code, /", strerror)
	m.Add("_exit", "status", exit)
	io.AddDescriptors(m)
	io.AddMapping(m)
	return m, nil
}

// nameOf is a name of the host as a str.
func nameOf(t *py.Thread, s string) (py.Object, error) {
	return py.DecodeBytes(t, s, "utf-8", "surrogateescape")
}

type environmentKey struct{}

// environment is a dict of the program's environment, which os.environ then changes.
func environment(t *py.Thread, _ []py.Object) (py.Object, error) {
	if d, ok := t.In.Data[environmentKey{}].(*py.Dict); ok {
		return d, nil
	}
	if t.In.Host.NoEnv {
		return nil, py.Raise(py.PermissionError, "%s", lang.NotGranted("env"))
	}
	d := py.NewDict()
	env := t.In.Host.Program.Env
	names := make([]string, 0, len(env))
	for name := range env {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		key, err := nameOf(t, name)
		if err != nil {
			return nil, err
		}
		v, err := nameOf(t, env[name])
		if err != nil {
			return nil, err
		}
		if err := d.Set(t, key, v); err != nil {
			return nil, err
		}
	}
	t.In.Data[environmentKey{}] = d
	return d, nil
}

// Variable is a variable of the environment as it is now; "" is one that isn't there, or
// that the program may not see.
func Variable(t *py.Thread, name string) string {
	d, ok := t.In.Data[environmentKey{}].(*py.Dict)
	if !ok {
		if t.In.Host.NoEnv {
			return ""
		}
		return t.In.Host.Program.Env[name]
	}
	s, _ := d.GetStr(name).(*py.Str)
	if s == nil {
		return ""
	}
	return s.String()
}

// file does an operation on a path.
func file(t *py.Thread, c lang.FileCall, path py.Object) (lang.FileResult, error) {
	if c.Path == "" {
		p, err := t.PathOf(path)
		if err != nil {
			return lang.FileResult{}, err
		}
		c.Path = p
	}
	if v, err := t.FSPath(path); err == nil {
		path = v
	}
	if err := io.FlushAll(t); err != nil {
		return lang.FileResult{}, err
	}
	return t.File(c, path)
}

func chdir(t *py.Thread, a []py.Object) (py.Object, error) {
	r, err := file(t, lang.FileCall{Op: lang.FileStat}, a[0])
	if err != nil {
		return nil, err
	}
	if r.Info.Kind != lang.Directory {
		return nil, py.NewOSError("ENOTDIR", a[0])
	}
	dir, err := t.PathOf(a[0])
	if err != nil {
		return nil, err
	}
	t.SetDirectory(dir)
	return py.None, nil
}

func mkdir(t *py.Thread, a []py.Object) (py.Object, error) {
	mode := 0o777
	if a[1] != nil {
		var err error
		if mode, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	_, err := file(t, lang.FileCall{Op: lang.FileMkdir, Mode: uint32(mode & 0o777 &^ 0o022)}, a[0])
	return py.None, err
}

func rmdir(t *py.Thread, a []py.Object) (py.Object, error) {
	_, err := file(t, lang.FileCall{Op: lang.FileRemove, Flags: lang.OnlyDirectory}, a[0])
	return py.None, err
}

func removeTree(t *py.Thread, a []py.Object) (py.Object, error) {
	_, err := file(t, lang.FileCall{Op: lang.FileRemove, Flags: lang.Recursive}, a[0])
	return py.None, err
}

func remove(t *py.Thread, a []py.Object) (py.Object, error) {
	_, err := file(t, lang.FileCall{Op: lang.FileRemove}, a[0])
	return py.None, err
}

func rename(t *py.Thread, a []py.Object) (py.Object, error) {
	to, err := t.PathOf(a[1])
	if err != nil {
		return nil, err
	}
	_, err = file(t, lang.FileCall{Op: lang.FileRename, To: to}, a[0])
	if e := py.Caught(err, py.OSError); e != nil && e.Fields["filename"] != nil && e.Fields["filename"] != py.None {
		v, err := t.Call(py.OSError, e.Fields["errno"], e.Fields["strerror"], a[0], py.None, a[1])
		if err != nil {
			return nil, err
		}
		return nil, v.(*py.Exc)
	}
	return py.None, err
}

func truncate(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, py.NewOSError("EINVAL", a[0])
	}
	_, err = file(t, lang.FileCall{Op: lang.FileTruncate, Offset: uint64(n)}, a[0])
	return py.None, err
}

// maxRandom is how many random bytes may be asked for at once.
const maxRandom = 1 << 28

func urandom(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[0])
	switch {
	case err != nil:
		return nil, err
	case n < 0:
		return nil, py.Raise(py.ValueError, "negative argument not allowed")
	case n > maxRandom:
		return nil, py.NewExc(py.MemoryError)
	}
	b := make([]byte, n)
	_, _ = rand.Read(b) // which doesn't fail
	return py.NewBytes(string(b)), nil
}

func strerror(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	return py.NewStr(strings.Clone(errorText(n))), nil
}

// exit ends the program without its exit handlers and without anything else that it may
// have left to do.
func exit(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	return nil, t.ExitNow(n)
}
