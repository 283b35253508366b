package api

import (
	"context"
	"net/http"
	"time"
)

// httpPiece is how much of an answer a client has httpWriteTime to take, in bytes.
const httpPiece = 64 << 10

// A httpAnswer is an answer of the API. A client that has gone ends the request, and
// what is written to it then goes nowhere: the gateway would log each piece.
type httpAnswer struct {
	http.ResponseWriter
	control *http.ResponseController
	gone    context.CancelFunc
	begun   bool
	failed  bool
	stream  bool // the client may take its time
}

func newHTTPAnswer(w http.ResponseWriter, gone context.CancelFunc) *httpAnswer {
	return &httpAnswer{ResponseWriter: w, control: http.NewResponseController(w), gone: gone}
}

// Unwrap is for http.ResponseController.
func (a *httpAnswer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// Write is part of http.ResponseWriter.
func (a *httpAnswer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	for rest := p; len(rest) > 0 && !a.failed; {
		a.limit()
		n, err := a.ResponseWriter.Write(rest[:min(len(rest), httpPiece)])
		rest = rest[n:]
		a.check(err)
	}
	return len(p), nil
}

// WriteHeader is part of http.ResponseWriter. Only the first counts: the gateway tells of an
// error before its stream's first message after that has begun.
func (a *httpAnswer) WriteHeader(code int) {
	if !a.begun {
		a.begun = true
		a.ResponseWriter.WriteHeader(code)
	}
}

// FlushError is what http.ResponseController flushes with.
func (a *httpAnswer) FlushError() error {
	if !a.failed {
		a.limit()
		a.check(a.control.Flush())
	}
	return nil
}

// limit has the next piece be taken in time.
func (a *httpAnswer) limit() {
	if a.stream {
		return
	}
	_ = a.control.SetWriteDeadline(time.Now().Add(httpWriteTime)) // it fails when the connection is gone
}

func (a *httpAnswer) check(err error) {
	if err != nil {
		a.failed = true
		a.gone()
	}
}

// flow begins an answer that lasts: its client hears of it before the first message.
func (a *httpAnswer) flow(contentType string) {
	a.stream = true
	_ = a.control.SetWriteDeadline(time.Time{})
	a.Header().Set("Content-Type", contentType)
	a.Header().Set("Cache-Control", "no-store")
	a.WriteHeader(http.StatusOK)
	_ = a.FlushError()
}
