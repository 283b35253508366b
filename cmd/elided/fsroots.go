package main

import (
	"os"
	"path/filepath"
	"strings"
)

// fsRoots checks the values of --fs-root.
func fsRoots(values []string) ([]string, error) {
	var roots []string
	for _, dir := range values {
		info, err := os.Stat(dir)
		switch {
		case !filepath.IsAbs(dir):
			return nil, usageErrorf("--fs-root %q is not absolute", dir)
		case err != nil:
			return nil, usageErrorf("--fs-root %s: %v", dir, err)
		case !info.IsDir():
			return nil, usageErrorf("--fs-root %s is not a directory", dir)
		}
		roots = append(roots, filepath.Clean(dir))
	}
	return roots, nil
}

// apart refuses roots through which programs would reach the daemon's own files: the
// sockets of workers, others' output, the socket that clients connect to.
func (s serveFlags) apart(roots []string) error {
	state, socket := resolved(s.stateDir), resolved(filepath.Dir(s.socket))
	for _, root := range roots {
		switch r := resolved(root); {
		case inside(state, r):
			return usageErrorf("--fs-root %s contains the state directory %s: grant a directory beside it, or move that one with --state-dir", root, s.stateDir)
		case inside(r, state):
			return usageErrorf("--fs-root %s lies in the state directory %s: grant a directory outside of it", root, s.stateDir)
		case inside(socket, r):
			return usageErrorf("--fs-root %s contains the directory of the socket %s: grant a directory beside it, or move the socket with --socket", root, s.socket)
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
