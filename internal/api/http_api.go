package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"

	routes "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1/gateway"
)

// This file takes requests to the API to the gateway.

// newMux has the routes of the contract, beside e.
func newMux(e *events) (*runtime.ServeMux, error) {
	e.mux = runtime.NewServeMux(
		runtime.WithMarshalerOption(runtime.MIMEWildcard, e.form),
		runtime.WithMarshalerOption(plainType, plainForm{e.form}),
		runtime.WithUnescapingMode(runtime.UnescapingModeAllExceptReserved), // a segment is unescaped whole
		runtime.WithIncomingHeaderMatcher(traceHeader),
		runtime.WithOutgoingHeaderMatcher(func(string) (string, bool) { return "", false }),
		runtime.WithOutgoingTrailerMatcher(func(string) (string, bool) { return "", false }),
		runtime.WithForwardResponseOption(beginStream),
		runtime.WithErrorHandler(gatewayError),
		runtime.WithRoutingErrorHandler(routingError),
		runtime.WithDisableHTTPMethodOverride(), runtime.WithDisablePathLengthFallback(),
		runtime.WithMiddlewares(e.choose))
	return e.mux, routes.RegisterExecutionApiHandlerClient(context.Background(), e.mux, e.client)
}

// call makes a call of a request.
func (h *HTTP) call(w *httpAnswer, r *http.Request) error {
	p, done, err := h.enter(r, 0) // the call has a role of its own, which the server asks for
	if err != nil {
		return err
	}
	defer done()
	text, sent, err := h.bodies.receive(w.ResponseWriter, r, p) // net/http knows its own
	if err != nil {
		return err
	}
	defer sent()
	ctx, gone := lasting(r, p)
	defer gone()
	w.gone = gone
	v := &visit{ctx: ctx, peer: p, query: r.URL.Query(), sent: sent, form: wanted(r), lastEvent: r.Header.Get("Last-Event-ID")}
	if p.cert {
		v.chain, v.gone = r.TLS.PeerCertificates, gone
	}
	if r.Method == http.MethodPost && len(v.query) > 0 {
		return refuse(http.StatusBadRequest, codes.InvalidArgument, "a POST has no query: put its fields into the body")
	}
	h.mux.ServeHTTP(w, v.request(r, text))
	return nil
}

// visiting counts a request as one of p's calls, until done.
func (h *HTTP) visiting(r *http.Request, p *peer) (done func(), err error) {
	user := p.user()
	user.Owner = p.owner()
	if !h.visits.Take(user, 1) {
		return nil, tooMany("%d HTTP requests are under way", h.visits.Share(user))
	}
	leave := func() {}
	if c := httpConnIn(r.Context()); c != nil {
		var ok bool
		if leave, ok = c.calls(); !ok {
			h.visits.Give(user, 1)
			return nil, tooMany("%d HTTP connections make calls", httpConnections-httpSpare)
		}
	}
	return func() {
		leave()
		h.visits.Give(user, 1)
	}, nil
}

// lasting is how long a request may: not longer than the certificate that names its caller.
func lasting(r *http.Request, p *peer) (context.Context, context.CancelFunc) {
	if p.cert {
		return context.WithDeadline(r.Context(), r.TLS.PeerCertificates[0].NotAfter)
	}
	return context.WithCancel(r.Context())
}

// request is r as the gateway gets it: of its header there is nothing but what makes the
// call what it is.
func (v *visit) request(r *http.Request, body []byte) *http.Request {
	out := r.WithContext(withVisit(v.ctx, v))
	url := *r.URL
	url.RawPath = url.EscapedPath() // which the gateway unescapes, once
	out.URL = &url
	out.Header = http.Header{"Content-Type": {jsonType}, "Accept": {v.form}}
	for name := range traceHeaders {
		if value := r.Header.Get(name); value != "" && len(value) <= maxTrace {
			out.Header.Set(name, value)
		}
	}
	out.Host, out.RemoteAddr = "", "" // which the gateway would pass on
	out.Body, out.ContentLength = &receivedBody{body}, int64(len(body))
	return out
}

// traceHeaders are those of a client's headers that become a call's metadata: the W3C
// trace context.
var traceHeaders = map[string]bool{"Traceparent": true, "Tracestate": true}

// maxTrace is how long one may be, in bytes, as it is in the standard.
const maxTrace = 512

func traceHeader(name string) (string, bool) { return strings.ToLower(name), traceHeaders[name] }

// beginStream is called before a stream's first message, with none.
func beginStream(ctx context.Context, w http.ResponseWriter, m proto.Message) error {
	if a, ok := w.(*httpAnswer); ok && m == nil {
		a.flow(streamType(visitIn(ctx).form))
	}
	return nil
}

// choose refuses ids that are empty, and has events streamed to who wants those. The other
// forms are for what they can show.
func (e *events) choose(next runtime.HandlerFunc) runtime.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		v := visitIn(r.Context())
		if v.probe != nil {
			v.probe()
			return
		}
		for name, value := range params {
			if value == "" {
				writeError(w, refuse(http.StatusBadRequest, codes.InvalidArgument, "%s: its segment of the path is empty", name))
				return
			}
		}
		pattern, _ := runtime.HTTPPattern(r.Context())
		_, one := params["execution_id"]
		switch watch := pattern.Verb() == "watch"; {
		case watch && v.form == eventsType:
			e.serve(w, r, params)
			return
		case !watch || !one:
			v.form = jsonType
			r.Header.Set("Accept", jsonType)
		}
		next(w, r, params)
	}
}
