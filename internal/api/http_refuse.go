package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// A refused is an error with a status of HTTP's own.
type refused struct {
	code int
	err  error // of gRPC
}

// Error is part of error.
func (r *refused) Error() string { return r.err.Error() }

// Unwrap has errors look into it.
func (r *refused) Unwrap() error { return r.err }

func refuse(code int, grpc codes.Code, format string, args ...any) error {
	return &refused{code, status.Errorf(grpc, format, args...)}
}

// writeError answers with an error as JSON, in the form of google.rpc.Status.
func writeError(w http.ResponseWriter, err error) {
	s, code := status.Convert(err), 0
	var own *refused
	if errors.As(err, &own) {
		s, code = status.Convert(own.err), own.code
	} else {
		code = runtime.HTTPStatusFromCode(s.Code())
	}
	h := w.Header()
	for _, name := range []string{"Trailer", "Transfer-Encoding", "Content-Length"} { // of the answer that it is in place of
		h.Del(name)
	}
	h.Set("Content-Type", jsonType)
	switch code {
	case http.StatusUnauthorized:
		h.Set("WWW-Authenticate", `Bearer realm="elided"`)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		h.Set("Retry-After", strconv.Itoa(retryAfter(s)))
	}
	text, failed := newForm().Marshal(s.Proto())
	if failed != nil {
		text = fmt.Appendf(nil, `{"code":%d,"message":"an error that can't be shown"}`+"\n", codes.Internal)
	}
	w.WriteHeader(code)
	_, _ = w.Write(text) // a client that has gone needs no answer
}

// retryAfter is when a refused request may be tried again, in seconds.
func retryAfter(s *status.Status) int {
	for _, d := range s.Details() {
		if retry, ok := d.(*errdetails.RetryInfo); ok {
			return max(1, int(math.Ceil(retry.GetRetryDelay().AsDuration().Seconds())))
		}
	}
	return 1
}

// gatewayError is what the gateway calls for an error of a call, or of its own.
func gatewayError(_ context.Context, _ *runtime.ServeMux, _ runtime.Marshaler, w http.ResponseWriter, _ *http.Request, err error) {
	var own *runtime.HTTPStatusError
	if errors.As(err, &own) {
		err = &refused{own.HTTPStatus, status.Error(codes.InvalidArgument, own.Error())}
	}
	writeError(w, err)
}

// routingError is what the gateway calls when it has no route.
func routingError(ctx context.Context, mux *runtime.ServeMux, _ runtime.Marshaler, w http.ResponseWriter, r *http.Request, code int) {
	if visitIn(ctx).probe != nil {
		return
	}
	if code == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", strings.Join(methodsAt(mux, r), ", "))
		writeError(w, noMethod(r))
		return
	}
	writeError(w, noRoute(r))
}

// methodsAt are the methods that the path of r has a route for.
func methodsAt(mux *runtime.ServeMux, r *http.Request) (out []string) {
	for _, method := range []string{http.MethodDelete, http.MethodGet, http.MethodPost} {
		found := false
		try := r.Clone(withVisit(r.Context(), &visit{probe: func() { found = true }}))
		try.Method = method
		mux.ServeHTTP(nil, try) // which writes nothing
		if found {
			out = append(out, method)
		}
	}
	return out
}

func noMethod(r *http.Request) error {
	return refuse(http.StatusMethodNotAllowed, codes.Unimplemented, "%.16q is no method of %.128q: GET /v1/openapi.json says which are", r.Method, r.URL.Path)
}

func noRoute(r *http.Request) error {
	return refuse(http.StatusNotFound, codes.NotFound, "nothing is at %.128q: GET /v1/openapi.json says what is where", r.URL.Path)
}
