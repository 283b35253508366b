package api

import (
	"context"
	"net"
	"sync"
)

// A pipe is a listener whose connections are made by dial, in the same process.
type pipe struct {
	conns chan net.Conn
	done  chan struct{}
	end   func()
}

func newPipe() *pipe {
	p := &pipe{conns: make(chan net.Conn), done: make(chan struct{})}
	p.end = sync.OnceFunc(func() { close(p.done) })
	return p
}

func (p *pipe) dial(ctx context.Context, _ string) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case p.conns <- pipeConn{far}:
		return near, nil
	case <-p.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Accept is part of net.Listener.
func (p *pipe) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

// Close is part of net.Listener.
func (p *pipe) Close() error { p.end(); return nil }

// Addr is part of net.Listener.
func (p *pipe) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

// Network is part of net.Addr.
func (pipeAddr) Network() string { return "pipe" }

// String is part of net.Addr.
func (pipeAddr) String() string { return "gateway" }

// A pipeConn is the server's end of a pipe's connection.
type pipeConn struct{ net.Conn }
