package api

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// violation is the field that an INVALID_ARGUMENT names.
func violation(err error) string {
	if status.Code(err) != codes.InvalidArgument {
		return ""
	}
	for _, d := range status.Convert(err).Details() {
		if bad, ok := d.(*errdetails.BadRequest); ok && len(bad.GetFieldViolations()) == 1 {
			return bad.GetFieldViolations()[0].GetField()
		}
	}
	return ""
}

func TestTimeout(t *testing.T) {
	for name, c := range map[string]struct {
		given *durationpb.Duration
		want  time.Duration
		fails bool
	}{
		"absent":   {nil, 0, false},
		"zero":     {durationpb.New(0), -1, false},
		"second":   {durationpb.New(time.Second), time.Second, false},
		"negative": {durationpb.New(-1), 0, true},
		"invalid":  {&durationpb.Duration{Seconds: 1, Nanos: -1}, 0, true},
		"too far":  {&durationpb.Duration{Seconds: 1 << 62}, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := request(&daemonv1alpha1.ExecuteSnippetRequest{Timeout: c.given})
			if got.Limits.Timeout != c.want || (err != nil) != c.fails {
				t.Errorf("request: %v, %v", got.Limits.Timeout, err)
			}
			session, err := sessionConfig(&daemonv1alpha1.SessionConfiguration{Timeout: c.given})
			if session.Limits.Timeout != c.want || c.fails && violation(err) != "config.timeout" {
				t.Errorf("session: %v, %v", session.Limits.Timeout, err)
			}
		})
	}
}

func TestGrace(t *testing.T) {
	for name, c := range map[string]struct {
		given *durationpb.Duration
		want  time.Duration
		fails bool
	}{
		"absent":   {nil, -1, false},
		"zero":     {durationpb.New(0), 0, false},
		"second":   {durationpb.New(time.Second), time.Second, false},
		"negative": {durationpb.New(-1), 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := grace(c.given)
			if got != c.want || c.fails != (violation(err) == "grace") {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
}

func TestRequest(t *testing.T) {
	got, err := request(&daemonv1alpha1.ExecuteSnippetRequest{
		SessionId: "s", ExecutionId: "x", Code: "c", Language: "l", Env: map[string]string{"E": "1"}, Args: []string{"a"},
		Name: "n", Stdin: []byte("i"), Files: []*daemonv1alpha1.SourceFile{{Path: "p", Content: "f"}},
		Timeout: durationpb.New(time.Minute), Isolation: daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE,
		Limits: &daemonv1alpha1.Limits{MemoryBytes: 1, CpuTime: durationpb.New(2), OutputBytes: 3, Timers: 4},
		Group:  "g", NoRerun: true, Labels: map[string]string{"k": "v"}, WorkingDirectory: "/d",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.Session != "s" || got.ID != "x" || got.Code != "c" || got.Language != "l" || got.Env["E"] != "1" || got.Args[0] != "a" ||
		got.Name != "n" || string(got.Stdin) != "i" || got.Files["p"] != "f" || !got.Exclusive || got.Group != "g" || !got.NoRerun ||
		got.Labels["k"] != "v" || got.Dir != "/d" {
		t.Errorf("request %+v", got)
	}
	if want := (executor.Limits{Timeout: time.Minute, Memory: 1, CPU: 2, Output: 3, Timers: 4}); got.Limits != want {
		t.Errorf("limits %+v", got.Limits)
	}
}

func TestRefusedRequests(t *testing.T) {
	twice := []*daemonv1alpha1.SourceFile{{Path: strings.Repeat("p", 1<<20)}, {Path: strings.Repeat("p", 1<<20)}}
	for field, r := range map[string]*daemonv1alpha1.ExecuteSnippetRequest{
		"timeout":         {Timeout: durationpb.New(-1)},
		"limits.cpu_time": {Limits: &daemonv1alpha1.Limits{CpuTime: durationpb.New(-1)}},
		"files":           {Files: twice},
		"isolation":       {Isolation: 99},
	} {
		t.Run(field, func(t *testing.T) {
			_, err := request(r)
			if violation(err) != field || len(err.Error()) > 1_000 {
				t.Errorf("error of %d bytes: %.200v", len(err.Error()), err)
			}
		})
	}
}

func TestStatuses(t *testing.T) {
	_, err := filter(&daemonv1alpha1.ListExecutionsRequest{Statuses: []daemonv1alpha1.ExecutionStatus{77}})
	if violation(err) != "statuses" {
		t.Error(err)
	}
	f, err := filter(&daemonv1alpha1.ListExecutionsRequest{Statuses: []daemonv1alpha1.ExecutionStatus{2}, PageSize: 1<<32 - 1})
	if err != nil || len(f.States) != 1 || f.States[0] != executor.Running || f.Limit != maxInt32 {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		err    error
		code   codes.Code
		detail proto.Message
	}{
		{&executor.Error{Kind: executor.Invalid, Field: "f", Message: "m"}, codes.InvalidArgument, &errdetails.BadRequest{}},
		{&executor.Error{Kind: executor.NotFound, Message: "m"}, codes.NotFound, nil},
		{&executor.Error{Kind: executor.AlreadyExists, Message: "m"}, codes.AlreadyExists, nil},
		{&executor.Error{Kind: executor.FailedPrecondition, Field: "f", Message: "m"}, codes.FailedPrecondition, nil},
		{&executor.Error{Kind: executor.Exhausted, Message: "m", RetryAfter: time.Second}, codes.ResourceExhausted, &errdetails.RetryInfo{}},
		{&executor.Error{Kind: executor.Unavailable, Message: "m"}, codes.Unavailable, nil},
		{context.Canceled, codes.Canceled, nil},
		{context.DeadlineExceeded, codes.DeadlineExceeded, nil},
		{errors.New("m"), codes.Unknown, nil},
		{nil, codes.OK, nil},
	} {
		got := status.Convert(toStatus(c.err))
		if got.Code() != c.code || c.err != nil && got.Message() != c.err.Error() {
			t.Errorf("%v: %v", c.err, got)
		}
		switch details := got.Details(); {
		case c.detail == nil && len(details) > 0, c.detail != nil && len(details) != 1:
			t.Errorf("%v: details %v", c.err, details)
		case c.detail != nil && proto.MessageName(details[0].(proto.Message)) != proto.MessageName(c.detail):
			t.Errorf("%v: detail %T", c.err, details[0])
		}
	}
}

// TestNumbers compares the core's numbers with the contract's.
func TestNumbers(t *testing.T) {
	for n, name := range daemonv1alpha1.ExecutionStatus_name {
		if want := "EXECUTION_STATUS_" + strings.ToUpper(executor.State(n).String()); name != want {
			t.Errorf("state %d is %s, not %s", n, want, name)
		}
	}
	for n, name := range daemonv1alpha1.StopReason_name {
		want := "STOP_REASON_" + strings.ToUpper(executor.StopReason(n).String())
		if n != 0 && name != want {
			t.Errorf("stop reason %d is %s, not %s", n, want, name)
		}
	}
	if executor.Stdout != executor.Stream(daemonv1alpha1.Stream_STREAM_STDOUT) || executor.Stderr != executor.Stream(daemonv1alpha1.Stream_STREAM_STDERR) {
		t.Error("streams differ")
	}
}

func TestTail(t *testing.T) {
	binary := strings.Repeat("a\xff", statusOutput/2)
	for name, c := range map[string]struct {
		bytes  string
		inside bool
		want   string
		cut    bool
	}{
		"text":              {"héllo", false, "héllo", false},
		"invalid":           {"a\xffb", false, "a\uFFFDb", false},
		"begins inside":     {"\xa9llo", true, "llo", false},
		"invalid at start":  {"\xa9llo", false, "\uFFFDllo", false},
		"no start in sight": {"\xa9\xa9\xa9\xa9\xa9x", true, "\uFFFDx", false},
		"grown":             {binary, false, strings.Repeat("a\uFFFD", statusOutput/4), true},
		"empty":             {"", true, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			got, cut := tail([]byte(c.bytes), c.inside)
			if got != c.want || cut != c.cut {
				t.Errorf("%d bytes %.20q, cut %v", len(got), got, cut)
			}
		})
	}
}
