package api

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"github.com/grpc-ecosystem/grpc-gateway/v2/utilities"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// This file streams as Server-Sent Events. Each event of an execution has for an id where
// both outputs are after it, with which a browser's EventSource comes again by itself when its
// connection breaks: no byte is lost, and none comes twice.

// eventsAlive is how often a stream without events has a comment, so that who is between
// doesn't take the connection for dead.
const eventsAlive = 15 * time.Second

// events streams what the two watching methods send.
type events struct {
	mux    *runtime.ServeMux
	client daemonv1alpha1.ExecutionApiClient
	form   *form
	alive  time.Duration
}

// A sentEvent is one of a stream.
type sentEvent struct {
	id   string // "" is none
	kind string
	data proto.Message
}

// serve answers a request for a stream. The pattern's names are in params.
func (e *events) serve(w http.ResponseWriter, r *http.Request, params map[string]string) {
	next, err := e.open(r, params)
	if err != nil {
		writeError(w, err)
		return
	}
	if next == nil { // it has had all: an EventSource doesn't come again
		w.WriteHeader(http.StatusNoContent)
		return
	}
	out, _ := w.(*httpAnswer)
	out.flow(eventsType)
	e.send(r.Context(), out, next)
}

// open returns what receives the next event.
func (e *events) open(r *http.Request, params map[string]string) (func() (sentEvent, error), error) {
	if _, one := params["execution_id"]; one {
		return e.openOne(r, params)
	}
	return e.openAll(r, params)
}

func (e *events) openOne(r *http.Request, params map[string]string) (func() (sentEvent, error), error) {
	request := &daemonv1alpha1.WatchExecutionRequest{}
	if err := readParameters(request, r, params); err != nil {
		return nil, err
	}
	at := &place{request.GetStdoutOffset(), request.GetStderrOffset()}
	if id := visitIn(r.Context()).lastEvent; id != "" {
		final, err := at.parse(id)
		if err != nil || final {
			return nil, err
		}
		request.StdoutOffset, request.StderrOffset = at[0], at[1]
	}
	ctx, err := runtime.AnnotateContext(r.Context(), e.mux, r, daemonv1alpha1.ExecutionApi_WatchExecution_FullMethodName)
	if err != nil {
		return nil, err
	}
	stream, err := opened(e.client.WatchExecution(ctx, request))
	if err != nil {
		return nil, err
	}
	return func() (sentEvent, error) {
		m, err := stream.Recv()
		return at.event(m), err
	}, nil
}

func (e *events) openAll(r *http.Request, params map[string]string) (func() (sentEvent, error), error) {
	request := &daemonv1alpha1.WatchExecutionsRequest{}
	if err := readParameters(request, r, params); err != nil {
		return nil, err
	}
	ctx, err := runtime.AnnotateContext(r.Context(), e.mux, r, daemonv1alpha1.ExecutionApi_WatchExecutions_FullMethodName)
	if err != nil {
		return nil, err
	}
	stream, err := opened(e.client.WatchExecutions(ctx, request))
	if err != nil {
		return nil, err
	}
	return func() (sentEvent, error) {
		m, err := stream.Recv()
		return sentEvent{kind: "execution", data: m}, err
	}, nil
}

// opened waits for the server to take the call.
func opened[S grpc.ClientStream](stream S, err error) (S, error) {
	if err == nil {
		_, err = stream.Header()
	}
	return stream, err
}

// readParameters fills a request from a URL: its path goes over its query.
func readParameters(m proto.Message, r *http.Request, params map[string]string) error {
	var taken [][]string
	for name, value := range params {
		taken = append(taken, []string{name})
		if err := runtime.PopulateFieldFromPath(m, name, value); err != nil {
			return status.Errorf(codes.InvalidArgument, "%s: %v", name, err)
		}
	}
	if err := runtime.PopulateQueryParameters(m, visitIn(r.Context()).query, utilities.NewDoubleArray(taken)); err != nil {
		return status.Errorf(codes.InvalidArgument, "query: %v", err)
	}
	return nil
}

// send writes events until there are no more, or the client is gone.
func (e *events) send(ctx context.Context, w *httpAnswer, next func() (sentEvent, error)) {
	type received struct {
		sentEvent
		err error
	}
	queue := make(chan received)
	go func() { // ends with ctx, which ends with the request
		for {
			one, err := next()
			select {
			case queue <- received{one, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	tick := time.NewTicker(e.alive)
	defer tick.Stop()
	for {
		select {
		case one := <-queue:
			if one.err != nil {
				e.end(w, one.err)
				return
			}
			e.write(w, one.sentEvent)
			tick.Reset(e.alive)
		case <-tick.C:
			_, _ = io.WriteString(w, ":\n\n")
			_ = w.FlushError()
		case <-ctx.Done():
			return
		}
	}
}

// end tells of an error. An EventSource has events named error of its own.
func (e *events) end(w *httpAnswer, err error) {
	if !errors.Is(err, io.EOF) {
		e.write(w, sentEvent{kind: "failure", data: status.Convert(err).Proto()})
	}
}

func (e *events) write(w *httpAnswer, one sentEvent) {
	data, err := e.form.MarshalOptions.Marshal(one.data)
	if err != nil {
		return // the contract's messages can all be written
	}
	var b bytes.Buffer
	if one.id != "" {
		fmt.Fprintf(&b, "id: %s\n", one.id)
	}
	fmt.Fprintf(&b, "event: %s\ndata: %s\n\n", one.kind, data)
	_, _ = w.Write(b.Bytes())
	_ = w.FlushError()
}
