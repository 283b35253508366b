package api

import (
	"io"
	"net/http"
	"strings"

	"google.golang.org/grpc/codes"

	"github.com/elide-dev/elided/internal/executor"
	routes "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1/gateway"
)

// openPages are what everybody may have who can reach the address: for machines that
// watch /metrics, /healthz (the process is up) and /readyz (work is accepted), for people
// the description of the API.
func openPages(e *executor.Executor, metrics http.Handler) map[string]http.HandlerFunc {
	pages := map[string]http.HandlerFunc{
		"/healthz": func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") },
		"/readyz": func(w http.ResponseWriter, _ *http.Request) {
			if e.Accepting() {
				answer(w, http.StatusOK, "ready")
				return
			}
			answer(w, http.StatusServiceUnavailable, "shutting down")
		},
		"/v1/openapi.json": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", jsonType)
			_, _ = io.WriteString(w, routes.OpenAPI()) // a client that has gone needs no answer
		},
	}
	if metrics != nil {
		pages["/metrics"] = metrics.ServeHTTP
	}
	return pages
}

func answer(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	_, _ = io.WriteString(w, text+"\n") // a client that has gone needs no answer
}

// ServeHTTP is part of http.Handler.
func (h *HTTP) ServeHTTP(to http.ResponseWriter, r *http.Request) {
	w := newHTTPAnswer(to, func() {})
	defer func() {
		switch cause := recover(); cause {
		case nil:
		case http.ErrAbortHandler: // which is how a handler has its connection closed
			panic(cause)
		default:
			writeError(w, caught(h.log, "HTTP", cause))
		}
	}()
	if c := httpConnIn(r.Context()); c != nil {
		c.asks()
	}
	if err := h.route(w, r); err != nil {
		writeError(w, err)
	}
}

func (h *HTTP) route(w *httpAnswer, r *http.Request) error {
	w.Header().Set("X-Content-Type-Options", "nosniff") // what programs have written is no page
	if r.ContentLength != 0 {
		h.bodies.expect(w)
	}
	if err := checkBrowser(r, h.plain(r), h.hosts); err != nil {
		return h.uncalled(r, err)
	}
	if page := h.open[r.URL.Path]; page != nil {
		return h.uncalled(r, serveGet(page, w, r))
	}
	switch {
	case strings.HasPrefix(r.URL.Path, "/v1/"):
		return h.call(w, r)
	case strings.HasPrefix(r.URL.Path, profilePath):
		return h.look(w, r)
	}
	return h.uncalled(r, noRoute(r))
}

// look serves a profile, which counts as a call.
func (h *HTTP) look(w *httpAnswer, r *http.Request) error {
	_, done, err := h.enter(r, Admin)
	if err != nil {
		return err
	}
	defer done()
	return serveGet(profile, w, r)
}

// serveGet serves what is only looked at.
func serveGet(page http.HandlerFunc, w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		return noMethod(r)
	}
	if r.ContentLength != 0 {
		return refuse(http.StatusRequestEntityTooLarge, codes.InvalidArgument, "this request has no body")
	}
	page(w, r)
	return nil
}
