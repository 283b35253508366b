package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/sandbox"
)

// An embedded is a daemon of this process, for one program.
type embedded struct {
	daemon *daemon
	dir    string
	socket string
}

func startEmbedded() (_ *embedded, err error) {
	e := &embedded{}
	if e.dir, err = os.MkdirTemp("", "elided-"); err != nil {
		return nil, fmt.Errorf("state directory: %w", err)
	}
	e.socket = filepath.Join(e.dir, "socket")
	if e.daemon, err = newDaemon(executor.Config{StateDir: e.dir, DrainTimeout: -1, Sandbox: sandbox.BestEffort, FSRoots: []string{"/"}, Pool: pool.Config{Spare: 1}}, api.Access{}, watching{}); err == nil {
		err = e.daemon.start(newDoors(e.socket, api.Permissions{}, "", "", ""))
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(e.dir))
	}
	return e, nil
}

// enough returns an error that says what the sandbox lacks, if it does.
func (e *embedded) enough() error {
	return sandbox.Enough(e.daemon.executor.Capabilities().Sandbox)
}

func (e *embedded) stop() error {
	e.daemon.stop(context.Background())
	return os.RemoveAll(e.dir)
}
