package main

import (
	"log/slog"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
)

// controlGroups makes a place for the workers' control groups, if this process was
// given a part of the hierarchy; else it is nil, and missing says what lacks. release
// gives it back once the workers have ended.
func controlGroups(log *slog.Logger) (tree *cgroup.Tree, release func(), missing error) {
	tree, err := cgroup.Detect()
	if err == nil {
		err = tree.Setup()
	}
	if err != nil {
		return nil, func() {}, err
	}
	return tree, func() {
		if err := tree.Close(); err != nil {
			log.Warn("control groups left behind until the next start", "error", err)
		}
	}, nil
}
