package main

import (
	"log/slog"

	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
)

// controlGroups makes a place for the workers' control groups, if this process was
// given a part of the hierarchy; else it is nil, and the log says what is missing.
// release gives it back once the workers have ended.
func controlGroups(log *slog.Logger) (tree *cgroup.Tree, release func()) {
	tree, err := cgroup.Detect()
	if err == nil {
		err = tree.Setup()
	}
	if err != nil {
		log.Info("workers have no control groups", "reason", err)
		return nil, func() {}
	}
	log.Info("workers have control groups", "tree", tree.Describe())
	return tree, func() {
		if err := tree.Close(); err != nil {
			log.Warn("control groups left behind until the next start", "error", err)
		}
	}
}
