package main

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// fsGrant reads the values of --fs: PATH=DIR, or PATH=DIR:rw.
func fsGrant(values []string) ([]*daemonv1alpha1.IntrinsicGrant, error) {
	if len(values) == 0 {
		return nil, nil
	}
	grant := &daemonv1alpha1.IntrinsicGrant{Name: "fs"}
	for _, v := range values {
		seen, dir, ok := strings.Cut(v, "=")
		if !ok || dir == "" || !path.IsAbs(seen) {
			return nil, usageErrorf("--fs %q is not PATH=DIR or PATH=DIR:rw, where PATH is absolute", v)
		}
		dir, writable := strings.CutSuffix(dir, ":rw")
		source, err := filepath.Abs(strings.TrimSuffix(dir, ":ro"))
		if err != nil {
			return nil, fmt.Errorf("--fs %s: %w", v, err)
		}
		grant.Directories = append(grant.Directories, &daemonv1alpha1.DirectoryGrant{Path: path.Clean(seen), Source: source, Writable: writable})
	}
	return []*daemonv1alpha1.IntrinsicGrant{grant}, nil
}
