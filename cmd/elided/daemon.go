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
	http     *api.HTTP
	address  net.Addr // of the HTTP door; nil without one
	tcp      net.Addr // of the TCP door; nil without one
	// certificates are of the TCP door; nil without TLS.
	certificates *api.Certificates
	serving      sync.WaitGroup
	failed       chan error    // of a door that closed by itself
	drains       chan struct{} // has one when a client has drained it
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
	d := &daemon{failed: make(chan error, 4), drains: make(chan struct{}, 1)}
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
	d.http, err = api.NewHTTP(d.server, d.watched.handler())
	return d, err
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
	http    func() (net.Listener, error) // at an address; nil is none
	// httpSocket is for HTTP at a Unix socket; nil is none.
	httpSocket func() (net.Listener, error)
	tcp        func() (net.Listener, error) // nil is none
	// certificates are for tcp, and httpCertificates for http; nil is without TLS.
	certificates, httpCertificates *api.Certificates
	httpHost                       string // that is configured; "" is none
}

// newDoors listens at Unix sockets, and for HTTP and clients at TCP addresses unless
// these are empty.
func newDoors(socket string, p api.Permissions, http, httpSocket, tcp string) doors {
	return doors{
		clients: func() (net.Listener, error) { return api.Listen(socket, p) },
		http:    listenTCP("--http", http), httpSocket: listenUnix(httpSocket, p), tcp: listenTCP("--tcp", tcp),
	}
}

// listenUnix is nil for no path.
func listenUnix(path string, p api.Permissions) func() (net.Listener, error) {
	if path == "" {
		return nil
	}
	return func() (net.Listener, error) { return api.Listen(path, p) }
}

// listenTCP is nil for no address.
func listenTCP(flag, address string) func() (net.Listener, error) {
	if address == "" {
		return nil
	}
	return func() (net.Listener, error) {
		l, err := net.Listen("tcp", address)
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", flag, address, err)
		}
		return l, nil
	}
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
	if err := d.listenTCP(at); err != nil {
		return err
	}
	return d.listenHTTP(at)
}

// listenHTTP opens the doors for HTTP.
func (d *daemon) listenHTTP(at doors) error {
	d.http.Know(at.httpCertificates, at.httpHost)
	if at.httpSocket != nil {
		l, err := at.httpSocket()
		if err != nil {
			return err
		}
		d.serve("HTTP", func() error { return d.http.Serve(l) })
	}
	if at.http == nil {
		return nil
	}
	l, err := at.http()
	if err != nil {
		return err
	}
	d.address = l.Addr()
	if at.httpCertificates == nil {
		d.serve("HTTP", func() error { return d.http.Serve(l) })
		return nil
	}
	if d.certificates == nil {
		d.certificates = at.httpCertificates // which are read again
	}
	d.serve("HTTPS", func() error { return d.http.ServeTLS(l) })
	return nil
}

// listenTCP opens the door for clients of other machines.
func (d *daemon) listenTCP(at doors) error {
	if at.tcp == nil {
		return nil
	}
	l, err := at.tcp()
	if err != nil {
		return err
	}
	d.tcp = l.Addr()
	d.certificates = at.certificates
	if at.certificates == nil {
		d.serve("TCP", func() error { return d.server.ServePlain(l) })
		return nil
	}
	d.serve("TLS", func() error { return d.server.ServeTLS(l, at.certificates) })
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
	d.http.Stop(answer)
	d.serving.Wait()
	d.executor.Close()
}
