package e2e

import (
	"strings"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestRefused has a code and a message that names the field for each kind of bad
// request.
func TestRefused(t *testing.T) {
	d := startDaemon(t)
	d.submit(&daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "taken", Language: "python", Code: "print(1)"})
	tests := map[string]struct {
		request *daemonv1alpha1.ExecuteSnippetRequest
		code    codes.Code
		words   []string
	}{
		"empty language":   {&daemonv1alpha1.ExecuteSnippetRequest{Code: "1"}, codes.InvalidArgument, []string{"language", "javascript, typescript, python, starlark"}},
		"unknown language": {&daemonv1alpha1.ExecuteSnippetRequest{Code: "1", Language: "cobol"}, codes.InvalidArgument, []string{"language", `"cobol"`, "javascript, typescript, python, starlark"}},
		"bad id":           {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", ExecutionId: "a b"}, codes.InvalidArgument, []string{"execution_id", "ASCII"}},
		"long id":          {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", ExecutionId: strings.Repeat("a", 257)}, codes.InvalidArgument, []string{"execution_id", "257", "256"}},
		"code too long":    {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: strings.Repeat(" ", 4<<20+1)}, codes.InvalidArgument, []string{"code", "4194305", "4194304"}},
		"unknown session":  {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", SessionId: "nowhere"}, codes.NotFound, []string{"session", `"nowhere"`}},
		"id taken":         {&daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: "taken", Language: "python", Code: "print(2)"}, codes.AlreadyExists, []string{"execution_id", `"taken"`}},
		"memory limit":     {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Limits: &daemonv1alpha1.Limits{MemoryBytes: 1}}, codes.InvalidArgument, []string{"limits.memory_bytes", "below the minimum"}},
		"negative timeout": {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Timeout: &durationpb.Duration{Seconds: -1}}, codes.InvalidArgument, []string{"timeout"}},
		"isolation":        {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Isolation: 9}, codes.InvalidArgument, []string{"isolation", "shared", "exclusive"}},
		"environment":      {&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Env: map[string]string{"a=b": "secret"}}, codes.InvalidArgument, []string{"env", `"a"`}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := d.ExecuteSnippet(t.Context(), test.request)
			if status.Code(err) != test.code {
				t.Fatalf("%v, want %v", err, test.code)
			}
			for _, word := range test.words {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("%q doesn't have %q", err, word)
				}
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("%q has a value of the environment", err)
			}
		})
	}
}

// TestQueueFull says when to try again.
func TestQueueFull(t *testing.T) {
	d := startDaemon(t, "--max-running", "1", "--max-queued", "1", "--drain-timeout", "0")
	for _, id := range []string{"runs", "waits"} {
		d.submit(&daemonv1alpha1.ExecuteSnippetRequest{ExecutionId: id, Language: "python", Code: "while True: pass"})
	}
	_, err := d.ExecuteSnippet(t.Context(), &daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "1"})
	s := status.Convert(err)
	if s.Code() != codes.ResourceExhausted || len(s.Details()) != 1 {
		t.Fatalf("%v with %d details", err, len(s.Details()))
	}
	if retry, ok := s.Details()[0].(*errdetails.RetryInfo); !ok || retry.GetRetryDelay().AsDuration() <= 0 {
		t.Errorf("detail %v", s.Details()[0])
	}
}
