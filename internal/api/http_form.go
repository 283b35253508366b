package api

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// What an answer can be. The last two are of streams alone.
const (
	jsonType   = "application/json"
	linesType  = "application/x-ndjson"
	plainType  = "text/plain"
	eventsType = "text/event-stream"
)

// wanted is the form that a request accepts; JSON when it names none of ours.
func wanted(r *http.Request) string {
	for _, list := range r.Header.Values("Accept") {
		for one := range strings.SplitSeq(list, ",") {
			switch t, _, _ := mime.ParseMediaType(one); t {
			case jsonType, linesType:
				return jsonType
			case plainType, eventsType:
				return t
			}
		}
	}
	return jsonType
}

// A form is how messages stand in HTTP: as JSON with the contract's names, what has its
// default value written out. A stream is a message a line, not wrapped into anything.
type form struct{ runtime.JSONPb }

func newForm() *form {
	return &form{runtime.JSONPb{MarshalOptions: protojson.MarshalOptions{UseProtoNames: true, EmitDefaultValues: true}}}
}

// Marshal is part of runtime.Marshaler. What is no message is one of a stream, by the
// name result, or the error that ended it.
func (f *form) Marshal(v any) ([]byte, error) {
	if one, ok := v.(map[string]any); ok {
		if m, ok := one["result"].(proto.Message); ok {
			return f.MarshalOptions.Marshal(m)
		}
	}
	m, ok := v.(proto.Message)
	if !ok {
		return f.JSONPb.Marshal(v)
	}
	b, err := f.MarshalOptions.MarshalAppend(nil, m)
	return append(b, '\n'), err
}

// StreamContentType is part of runtime.StreamContentType.
func (*form) StreamContentType(any) string { return linesType }

// NewDecoder is part of runtime.Marshaler. A body is one message and nothing after it.
func (f *form) NewDecoder(r io.Reader) runtime.Decoder {
	return runtime.DecoderFunc(func(v any) error {
		body, ok := r.(*receivedBody)
		if !ok {
			return fmt.Errorf("a %T is no body", r)
		}
		text := body.take()
		if len(text) == 0 {
			return io.EOF // which the gateway takes for an empty message
		}
		return f.decode(text, v)
	})
}

func (f *form) decode(text []byte, v any) error {
	message, ok := v.(proto.Message)
	if part, is := v.(**daemonv1alpha1.ExecuteSnippetRequest); is { // of a request
		*part = &daemonv1alpha1.ExecuteSnippetRequest{}
		message, ok = *part, true
	}
	if !ok {
		return fmt.Errorf("a %T is no body", v)
	}
	if err := f.UnmarshalOptions.Unmarshal(text, message); err != nil {
		return fmt.Errorf("the body is none of this request: %s", strings.TrimLeft(strings.TrimPrefix(err.Error(), "proto:"), " \u00a0"))
	}
	return nil
}

// A plainForm has of an execution's events the output alone, as it was written.
type plainForm struct{ *form }

// Marshal is part of runtime.Marshaler.
func (p plainForm) Marshal(v any) ([]byte, error) {
	if one, ok := v.(map[string]any); ok {
		if e, ok := one["result"].(*daemonv1alpha1.WatchExecutionResponse); ok {
			return e.GetOutput().GetData(), nil
		}
	}
	return p.form.Marshal(v)
}

// StreamContentType is part of runtime.StreamContentType.
func (plainForm) StreamContentType(any) string { return streamType(plainType) }

// Delimiter is part of runtime.Delimited.
func (plainForm) Delimiter() []byte { return nil }

// streamType is the Content-Type of a stream in a form.
func streamType(form string) string {
	if form == plainType {
		return plainType + "; charset=utf-8"
	}
	return linesType
}
