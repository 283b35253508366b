package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/elide-dev/elided/internal/config"
)

// fsRoots are the directories of which callers may have some granted.
func fsRoots(c *config.Config) ([]string, error) {
	setting := c.Name("sandbox.fs_roots")
	var roots []string
	for _, dir := range c.Sandbox.FSRoots {
		info, err := os.Stat(dir)
		switch {
		case !filepath.IsAbs(dir):
			return nil, usageErrorf("%s %q is not absolute", setting, dir)
		case err != nil:
			return nil, usageErrorf("%s %s: %v", setting, dir, err)
		case !info.IsDir():
			return nil, usageErrorf("%s %s is not a directory", setting, dir)
		}
		roots = append(roots, filepath.Clean(dir))
	}
	return roots, apart(setting, roots, c.Sessions.StateDir, c.Listener.Socket)
}

// apart refuses roots through which programs would reach the daemon's own files: the
// sockets of workers, others' output, the socket that clients connect to.
func apart(setting string, roots []string, stateDir, socketPath string) error {
	state, socket := resolved(stateDir), resolved(filepath.Dir(socketPath))
	for _, root := range roots {
		switch r := resolved(root); {
		case inside(state, r):
			return usageErrorf("%s %s contains the state directory %s: grant a directory beside it, or move that one with --state-dir", setting, root, stateDir)
		case inside(r, state):
			return usageErrorf("%s %s lies in the state directory %s: grant a directory outside of it", setting, root, stateDir)
		case inside(socket, r):
			return usageErrorf("%s %s contains the directory of the socket %s: grant a directory beside it, or move the socket with --socket", setting, root, socketPath)
		}
	}
	return nil
}

// resolved is a path without links. What doesn't exist yet is taken as it is named.
func resolved(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if found, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(found, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
	}
}

func inside(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, "/")+"/")
}
