package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc/codes"

	"github.com/elide-dev/elided/internal/quota"
)

const (
	// bodyTime is how long a body may take to come, with the wait for room for it.
	bodyTime = 30 * time.Second
	// bodyCost is what a body costs while it is decoded, as a multiple of its size.
	bodyCost = 4
	// bodyShare is what one user may have of that, in bytes, if no body is larger.
	bodyShare = 64 << 20
	// maxEntries is how many commas a body may have outside of strings: more than all that
	// may be counted in a request. A few bytes of JSON can stand for a hundred of memory.
	maxEntries = 64 << 10
)

// bodies bounds the bodies that are being received and decoded.
type bodies struct {
	max            int64 // of one, in bytes
	owners, others *quota.Quota
	wait           time.Duration
}

// newBodies takes how large a request of gRPC may be. JSON is larger, by escapes and
// base64, but hardly ever twice as large.
func newBodies(maxRequest int) *bodies {
	b := &bodies{max: 2 * int64(maxRequest), wait: bodyTime}
	share := max(bodyShare, bodyCost*b.max)
	b.owners, b.others = alone(4*share), quota.New(4*share, share)
	return b
}

// receive reads a request's body. What it holds is given back by the function that comes
// with it, whose first call counts.
func (b *bodies) receive(w http.ResponseWriter, r *http.Request, p *peer) (text []byte, done func(), err error) {
	if err := b.check(r); err != nil || r.ContentLength == 0 {
		return nil, func() {}, err
	}
	size := r.ContentLength
	if size < 0 {
		size = b.max // nobody knows yet
	}
	done, err = b.take(r.Context(), p, bodyCost*size)
	if err != nil {
		return nil, nil, err
	}
	if text, err = b.read(w, r); err == nil {
		err = checkEntries(text)
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return text, done, nil
}

// check refuses what need not be read.
func (b *bodies) check(r *http.Request) error {
	if r.ContentLength == 0 {
		return nil
	}
	if r.Method != http.MethodPost {
		return refuse(http.StatusRequestEntityTooLarge, codes.InvalidArgument, "a %s has no body here", r.Method)
	}
	if t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != jsonType {
		return refuse(http.StatusUnsupportedMediaType, codes.InvalidArgument, "the body's Content-Type is not %s: name it, and send JSON", jsonType)
	}
	if e := r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		return refuse(http.StatusUnsupportedMediaType, codes.InvalidArgument, "the body is encoded: send it as it is")
	}
	if r.ContentLength > b.max {
		return b.tooLarge()
	}
	return nil
}

func (b *bodies) tooLarge() error {
	return refuse(http.StatusRequestEntityTooLarge, codes.InvalidArgument, "the body is larger than %d bytes, the most that a request may have", b.max)
}

func (b *bodies) take(ctx context.Context, p *peer, n int64) (done func(), err error) {
	of, user := b.others, p.user()
	if p.owner() {
		of = b.owners
	}
	ctx, cancel := context.WithTimeout(ctx, b.wait)
	defer cancel()
	if err := of.Wait(ctx, user, n); err != nil {
		return nil, tooMany("bodies of %d bytes are being received", of.Share(user)/bodyCost)
	}
	return sync.OnceFunc(func() { of.Give(user, n) }), nil
}

// expect has what comes of a body that nobody reads be waited for no longer than that.
func (*bodies) expect(w http.ResponseWriter) {
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(httpReadTime)) // else the connection is gone
}

func (b *bodies) read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	text := bytes.NewBuffer(make([]byte, 0, max(r.ContentLength, 0)+bytes.MinRead)) // what it grows to is paid for
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(b.wait)) // it fails when the connection is gone
	_, err := text.ReadFrom(http.MaxBytesReader(w, r.Body, b.max))
	var large *http.MaxBytesError
	switch {
	case err == nil:
		_ = control.SetReadDeadline(time.Time{}) // the next read is for the client's going away
		return text.Bytes(), nil
	case errors.As(err, &large):
		return nil, b.tooLarge()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, refuse(http.StatusRequestTimeout, codes.DeadlineExceeded, "the body has not come within %v", b.wait)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, refuse(http.StatusBadRequest, codes.InvalidArgument, "the body ends before its Content-Length")
	default:
		return nil, refuse(http.StatusBadRequest, codes.InvalidArgument, "the body can't be read: %.200v", err)
	}
}

// A receivedBody is there until it has been read: a request can last for hours after that.
type receivedBody struct{ text []byte }

// take returns all that hasn't been read.
func (b *receivedBody) take() []byte {
	text := b.text
	b.text = nil
	return text
}

// Read is part of io.ReadCloser.
func (b *receivedBody) Read(p []byte) (n int, err error) {
	if n = copy(p, b.text); n == len(b.text) {
		b.text, err = nil, io.EOF
		return n, err
	}
	b.text = b.text[n:]
	return n, nil
}

// Close is part of io.ReadCloser.
func (b *receivedBody) Close() error { b.text = nil; return nil }

// checkEntries counts commas outside of strings. Of a text that is no JSON it counts anything.
func checkEntries(text []byte) error {
	n, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			quoted = !quoted
		case '\\':
			i++ // in a string, which is where it may be
		case ',':
			if !quoted {
				n++
			}
		}
	}
	if n > maxEntries {
		return refuse(http.StatusBadRequest, codes.InvalidArgument, "the body has more than %d entries", maxEntries)
	}
	return nil
}
