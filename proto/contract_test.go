// Package contract_test holds the public contract to what was published: its
// numbers are written out here a second time, by hand.
package contract_test

import (
	"bytes"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A field is one field of a message as it stands on the wire.
type field struct {
	number protowire.Number
	value  any // string, uint64 (varints of all types), bool, or message
}

// A message is fields in the order of their numbers.
type message []field

func (m message) bytes() (b []byte) {
	for _, f := range m {
		switch v := f.value.(type) {
		case string:
			b = protowire.AppendTag(b, f.number, protowire.BytesType)
			b = protowire.AppendString(b, v)
		case message:
			b = protowire.AppendTag(b, f.number, protowire.BytesType)
			b = protowire.AppendBytes(b, v.bytes())
		case uint64:
			b = protowire.AppendTag(b, f.number, protowire.VarintType)
			b = protowire.AppendVarint(b, v)
		case bool:
			b = protowire.AppendTag(b, f.number, protowire.VarintType)
			b = protowire.AppendVarint(b, protowire.EncodeBool(v))
		}
	}
	return b
}

// minus is a negative number as a varint.
func minus(n int64) uint64 { return uint64(-n) }

// drafted is every message of the published draft with all of its fields set.
var drafted = []struct {
	value proto.Message
	wire  message
}{
	{
		&daemonv1alpha1.SessionConfiguration{
			ContextPoolSize: 7, EnabledLanguages: []string{"js", "py"}, EnabledIntrinsics: []string{"io"}, MemoryLimitMb: 64, EnableAi: true,
		},
		message{{1, uint64(7)}, {2, "js"}, {2, "py"}, {3, "io"}, {4, uint64(64)}, {5, true}},
	},
	{
		&daemonv1alpha1.CreateSessionRequest{SessionId: "s", Config: &daemonv1alpha1.SessionConfiguration{EnableAi: true}},
		message{{1, "s"}, {2, message{{5, true}}}},
	},
	{
		&daemonv1alpha1.CreateSessionResponse{SessionId: "s", Status: daemonv1alpha1.SessionStatus_SESSION_STATUS_ACTIVE, CreatedAt: -5},
		message{{1, "s"}, {2, uint64(1)}, {3, minus(5)}},
	},
	{
		&daemonv1alpha1.GetSessionRequest{SessionId: "s"},
		message{{1, "s"}},
	},
	{
		&daemonv1alpha1.GetSessionResponse{
			SessionId: "s", Status: daemonv1alpha1.SessionStatus_SESSION_STATUS_CLOSED,
			Config: &daemonv1alpha1.SessionConfiguration{ContextPoolSize: 1}, CreatedAt: -5,
		},
		message{{1, "s"}, {2, uint64(2)}, {3, message{{1, uint64(1)}}}, {4, minus(5)}},
	},
	{
		&daemonv1alpha1.DeleteSessionRequest{SessionId: "s"},
		message{{1, "s"}},
	},
	{
		&daemonv1alpha1.DeleteSessionResponse{Success: true},
		message{{1, true}},
	},
	{
		&daemonv1alpha1.ExecuteSnippetRequest{
			SessionId: "s", ExecutionId: "x", Code: "c", Language: "l", Env: map[string]string{"K": "v"}, Args: []string{"a", "b"},
		},
		message{{1, "s"}, {2, "x"}, {3, "c"}, {4, "l"}, {5, message{{1, "K"}, {2, "v"}}}, {6, "a"}, {6, "b"}},
	},
	{
		&daemonv1alpha1.ExecuteSnippetResponse{ExecutionId: "x", SessionId: "s", Status: daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED},
		message{{1, "x"}, {2, "s"}, {3, uint64(1)}},
	},
	{
		&daemonv1alpha1.GetExecutionStatusRequest{SessionId: "s", ExecutionId: "x"},
		message{{1, "s"}, {2, "x"}},
	},
	{
		&daemonv1alpha1.GetExecutionStatusResponse{
			ExecutionId: "x", SessionId: "s", Status: daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_FAILED, Complete: true,
			ExitCode: -3, Stdout: "o", Stderr: "e", Error: "m",
		},
		message{{1, "x"}, {2, "s"}, {3, uint64(4)}, {4, true}, {5, minus(3)}, {6, "o"}, {7, "e"}, {8, "m"}},
	},
	{
		&daemonv1alpha1.CancelExecutionRequest{SessionId: "s", ExecutionId: "x"},
		message{{1, "s"}, {2, "x"}},
	},
	{
		&daemonv1alpha1.CancelExecutionResponse{Success: true},
		message{{1, true}},
	},
	{
		&daemonv1alpha1.HealthRequest{},
		message{},
	},
	{
		&daemonv1alpha1.HealthResponse{Healthy: true, Version: "v"},
		message{{1, true}, {2, "v"}},
	},
}

func TestDraftedMessages(t *testing.T) {
	for _, c := range drafted {
		name := c.value.ProtoReflect().Descriptor().Name()
		t.Run(string(name), func(t *testing.T) {
			wire := c.wire.bytes()
			got := c.value.ProtoReflect().New().Interface()
			if err := proto.Unmarshal(wire, got); err != nil {
				t.Fatal(err)
			}
			if !proto.Equal(got, c.value) {
				t.Errorf("decoded %v, want %v", got, c.value)
			}
			if len(got.ProtoReflect().GetUnknown()) > 0 {
				t.Errorf("fields not known: %x", got.ProtoReflect().GetUnknown())
			}
			back, err := proto.MarshalOptions{Deterministic: true}.Marshal(c.value)
			if err != nil || !bytes.Equal(back, wire) {
				t.Errorf("encoded %x, want %x: %v", back, wire, err)
			}
		})
	}
}

// frozen is the last number that belongs to the draft.
const frozen = 15

// TestNothingAddedBelow keeps the draft's numbers free of anything but the draft.
func TestNothingAddedBelow(t *testing.T) {
	for _, c := range drafted {
		d := c.value.ProtoReflect().Descriptor()
		want := make(map[protowire.Number]bool)
		for _, f := range c.wire {
			want[f.number] = true
		}
		for i := range d.Fields().Len() {
			if f := d.Fields().Get(i); f.Number() <= frozen && !want[f.Number()] {
				t.Errorf("%s.%s has the number %d, which belongs to the draft: start at %d", d.Name(), f.Name(), f.Number(), frozen+1)
			}
		}
	}
}

// TestDraftedEnums decodes every value of the draft by its number.
func TestDraftedEnums(t *testing.T) {
	for n, want := range []daemonv1alpha1.SessionStatus{
		daemonv1alpha1.SessionStatus_SESSION_STATUS_UNSPECIFIED,
		daemonv1alpha1.SessionStatus_SESSION_STATUS_ACTIVE,
		daemonv1alpha1.SessionStatus_SESSION_STATUS_CLOSED,
		daemonv1alpha1.SessionStatus_SESSION_STATUS_ERROR,
	} {
		var got daemonv1alpha1.CreateSessionResponse
		if err := proto.Unmarshal(message{{2, uint64(n)}}.bytes(), &got); err != nil || got.GetStatus() != want {
			t.Errorf("session status %d is %v, want %v: %v", n, got.GetStatus(), want, err)
		}
	}
	for n, want := range []daemonv1alpha1.ExecutionStatus{
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_UNSPECIFIED,
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_QUEUED,
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_RUNNING,
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_COMPLETED,
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_FAILED,
		daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_CANCELLED,
	} {
		var got daemonv1alpha1.ExecuteSnippetResponse
		if err := proto.Unmarshal(message{{3, uint64(n)}}.bytes(), &got); err != nil || got.GetStatus() != want {
			t.Errorf("execution status %d is %v, want %v: %v", n, got.GetStatus(), want, err)
		}
	}
}

// TestDraftedNames holds names to the draft, which JSON and reflection show.
func TestDraftedNames(t *testing.T) {
	const service = "elide.daemon.v1alpha1.ExecutionApi"
	s := daemonv1alpha1.File_elide_daemon_v1alpha1_execution_api_proto.Services().ByName("ExecutionApi")
	if s == nil || s.FullName() != service {
		t.Fatalf("no service %s", service)
	}
	for _, name := range []protoreflect.Name{
		"CreateSession", "GetSession", "DeleteSession", "ExecuteSnippet", "GetExecutionStatus", "CancelExecution", "Health",
	} {
		m := s.Methods().ByName(name)
		if m == nil || m.IsStreamingClient() || m.IsStreamingServer() || m.Input().Name() != name+"Request" || m.Output().Name() != name+"Response" {
			t.Errorf("call %s: %v", name, m)
		}
	}
	for value, names := range map[proto.Message][]protoreflect.Name{
		&daemonv1alpha1.SessionConfiguration{}: {"context_pool_size", "enabled_languages", "enabled_intrinsics", "memory_limit_mb", "enable_ai"},
		&daemonv1alpha1.CreateSessionRequest{}: {"session_id", "config"}, &daemonv1alpha1.CreateSessionResponse{}: {"session_id", "status", "created_at"},
		&daemonv1alpha1.GetSessionRequest{}: {"session_id"}, &daemonv1alpha1.GetSessionResponse{}: {"session_id", "status", "config", "created_at"},
		&daemonv1alpha1.DeleteSessionRequest{}: {"session_id"}, &daemonv1alpha1.DeleteSessionResponse{}: {"success"},
		&daemonv1alpha1.ExecuteSnippetRequest{}:      {"session_id", "execution_id", "code", "language", "env", "args"},
		&daemonv1alpha1.ExecuteSnippetResponse{}:     {"execution_id", "session_id", "status"},
		&daemonv1alpha1.GetExecutionStatusRequest{}:  {"session_id", "execution_id"},
		&daemonv1alpha1.GetExecutionStatusResponse{}: {"execution_id", "session_id", "status", "complete", "exit_code", "stdout", "stderr", "error"},
		&daemonv1alpha1.CancelExecutionRequest{}:     {"session_id", "execution_id"}, &daemonv1alpha1.CancelExecutionResponse{}: {"success"},
		&daemonv1alpha1.HealthResponse{}: {"healthy", "version"},
	} {
		for i, name := range names {
			d := value.ProtoReflect().Descriptor()
			if f := d.Fields().ByNumber(protowire.Number(i + 1)); f == nil || f.Name() != name {
				t.Errorf("%s %d is %v, want %s", d.Name(), i+1, f, name)
			}
		}
	}
}
