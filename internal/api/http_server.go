package api

import (
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"
)

const (
	// httpHeader bounds a request's line and header, in bytes; net/http adds 4 KiB.
	httpHeader = 16 << 10
	// httpConnections is how many connections there may be at once.
	httpConnections = 256
	// httpReadTime, httpWriteTime and httpIdleTime bound a request, its answer and the
	// wait for the next one.
	httpReadTime  = 5 * time.Second
	httpWriteTime = 30 * time.Second
	httpIdleTime  = 2 * time.Minute
)

// NewHTTPServer returns a server of h that takes small requests without a body.
func NewHTTPServer(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           refuseBody(h),
		MaxHeaderBytes:    httpHeader,
		ReadHeaderTimeout: httpReadTime,
		ReadTimeout:       httpReadTime,
		WriteTimeout:      httpWriteTime,
		IdleTimeout:       httpIdleTime,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// refuseBody answers a request that comes with a body and ends its connection, so
// that the body is not read.
func refuseBody(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 {
			w.Header().Set("Connection", "close")
			answer(w, http.StatusRequestEntityTooLarge, "no request here has a body")
			return
		}
		h.ServeHTTP(w, r)
	})
}

// BoundHTTP closes connections of l that are too many.
func BoundHTTP(l net.Listener, log *slog.Logger) net.Listener {
	return &boundListener{Listener: l, taken: make(chan struct{}, httpConnections), log: &throttle{log: log, burst: 1}}
}

// A boundListener has an entry in taken for each connection that is open.
type boundListener struct {
	net.Listener
	taken chan struct{}
	log   *throttle
}

// Accept is part of net.Listener.
func (b *boundListener) Accept() (net.Conn, error) {
	for {
		c, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case b.taken <- struct{}{}:
			return &countedConn{Conn: c, left: sync.OnceFunc(func() { <-b.taken })}, nil
		default:
			b.log.warn("HTTP connection closed: there are too many", slog.Int("limit", cap(b.taken)))
			_ = c.Close() // it is not wanted: how that fails matters to nobody
		}
	}
}
