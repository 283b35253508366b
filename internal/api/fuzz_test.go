package api

import (
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// FuzzValidateRequest takes the bytes of a request the whole way to an executor
// that has not been started, so has no session: whatever they are, the request is
// refused with a code, and nothing panics.
func FuzzValidateRequest(f *testing.F) {
	for _, r := range []*daemonv1alpha1.ExecuteSnippetRequest{
		{},
		python("print(1)"),
		{Language: "JS", ExecutionId: "a/b", Env: map[string]string{"A": "b"}, Args: []string{"x"}, Stdin: []byte("y")},
		{Language: "starlark", Files: []*daemonv1alpha1.SourceFile{{Path: "../x"}, {Path: "..x"}, {Path: ".."}}, Isolation: 2},
		{Language: "py", Timeout: durationpb.New(time.Second), Limits: &daemonv1alpha1.Limits{Timers: 1, OutputBytes: 1}, Labels: map[string]string{"": ""}},
	} {
		b, err := proto.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	e, err := executor.New(executor.Config{StateDir: "/nonexistent", WorkerCommand: []string{"/nonexistent"}, MaxTimeout: time.Hour})
	if err != nil {
		f.Fatal(err)
	}
	s := &service{executor: e}
	f.Fuzz(func(t *testing.T, b []byte) {
		var r daemonv1alpha1.ExecuteSnippetRequest
		if proto.Unmarshal(b, &r) != nil {
			t.Skip()
		}
		_, err := s.submit(t.Context(), &r)
		switch status.Code(err) {
		case codes.InvalidArgument, codes.FailedPrecondition, codes.NotFound:
		default:
			t.Errorf("error %v", err)
		}
	})
}

// FuzzSessionConfig takes a session's configuration there and back.
func FuzzSessionConfig(f *testing.F) {
	b, err := proto.Marshal(&daemonv1alpha1.SessionConfiguration{
		ContextPoolSize: 1, EnabledLanguages: []string{"py"}, Timeout: durationpb.New(0), Limits: &daemonv1alpha1.Limits{Timers: 3},
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		var given daemonv1alpha1.SessionConfiguration
		if proto.Unmarshal(b, &given) != nil {
			t.Skip()
		}
		first, err := sessionConfig(&given)
		if err != nil || first.Limits.Memory != 0 || first.Limits.CPU != 0 || first.AI { // refused later
			t.Skip()
		}
		again, err := sessionConfig(fromSessionConfig(first))
		if err != nil || !proto.Equal(fromSessionConfig(first), fromSessionConfig(again)) {
			t.Errorf("%+v became %+v, %v", first, again, err)
		}
	})
}
