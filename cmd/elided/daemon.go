package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/version"
	"github.com/elide-dev/elided/internal/worker"
)

// answerTime is how long callers have to take their final answers once the executor
// has stopped. One that never reads would hold up the end for ever.
const answerTime = 2 * time.Second

// A daemon is an executor and its doors.
type daemon struct {
	executor *executor.Executor
	watched  *observers
	ends     *endLog
	log      *slog.Logger
	server   *api.Server
	http     *http.Server
	address  net.Addr // of the HTTP door; nil without one
	serving  sync.WaitGroup
	failed   chan error    // of a door that closed by itself
	drains   chan struct{} // has one when a client has drained it
}

// newDaemon completes the configuration with what follows from this program.
func newDaemon(c executor.Config, a api.Access, w watching) (*daemon, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program to start workers from: %w", err)
	}
	c.Version = version.String()
	c.WorkerCommand = []string{self, "worker"}
	c.WorkerEnv = worker.Environment()
	d := &daemon{failed: make(chan error, 2), drains: make(chan struct{}, 1)}
	if d.log = c.Log; d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	c.Log = d.log
	if d.watched, err = observe(w, &c); err != nil {
		return nil, err
	}
	d.ends = &endLog{Observer: c.Observer, log: d.log}
	c.Observer = d.ends
	if d.executor, err = executor.New(c); err != nil {
		return nil, err
	}
	d.server = api.NewServer(d.executor, a, d.log, d.watched.serverOptions()...)
	d.watched.attach(d.executor, d.server)
	d.server.OnDrain(d.drain)
	d.http = api.NewHTTPServer(api.HTTP(d.executor, d.watched.handler()), d.log)
	return d, nil
}

// drain has attend end the daemon. A limit replaces the drain timeout.
func (d *daemon) drain(limit *time.Duration) {
	if limit != nil {
		d.executor.SetDrainTimeout(none(*limit))
	}
	select {
	case d.drains <- struct{}{}:
	default: // it is being drained
	}
}

// doors are how to get at listeners.
type doors struct {
	clients func() (net.Listener, error)
	http    func() (net.Listener, error) // nil is none
}

// newDoors listens at a Unix socket, and for HTTP at an address unless that is empty.
func newDoors(socket string, p api.Permissions, address string) doors {
	d := doors{clients: func() (net.Listener, error) { return api.Listen(socket, p) }}
	if address != "" {
		d.http = func() (net.Listener, error) {
			l, err := net.Listen("tcp", address)
			if err != nil {
				return nil, fmt.Errorf("--http %s: %w", address, err)
			}
			return l, nil
		}
	}
	return d
}

// start opens the doors. The workers come first, as they take the longest to be ready.
func (d *daemon) start(at doors) error {
	if err := d.executor.Start(); err != nil {
		return err
	}
	if err := d.listen(at); err != nil {
		now, cancel := context.WithCancel(context.Background())
		cancel()
		d.stop(now)
		return err
	}
	return nil
}

func (d *daemon) listen(at doors) error {
	l, err := at.clients()
	if err != nil {
		return err
	}
	d.serve("gRPC", func() error { return d.server.Serve(l) })
	if at.http == nil {
		return nil
	}
	h, err := at.http()
	if err != nil {
		return err
	}
	d.address = h.Addr()
	d.serve("HTTP", func() error { return d.http.Serve(api.BoundHTTP(h, d.log)) })
	return nil
}

// serve runs a door until stop closes it.
func (d *daemon) serve(name string, f func() error) {
	d.serving.Go(func() {
		if err := f(); err != nil && !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, grpc.ErrServerStopped) {
			d.failed <- fmt.Errorf("%s door: %w", name, err)
		}
	})
}

// stop ends the daemon in two steps: no more work from now on, and the end of what
// runs after the drain timeout, or when ctx ends. Those who wait for an execution
// get its final status before the doors close.
func (d *daemon) stop(drain context.Context) {
	d.server.Drain()
	d.executor.Stop(drain)
	d.watched.stop()
	answer, cancel := context.WithTimeout(context.Background(), answerTime)
	defer cancel()
	d.server.Stop(answer)
	_ = d.http.Close() // nothing to do about a connection that doesn't close
	d.serving.Wait()
	d.executor.Close()
}
