// Command nomad-driver-elide is a Nomad task driver: a task is an execution of the
// elided on its machine. It translates and keeps nothing: whatever is asked about a
// task is asked of the daemon, where the task's id is the execution's.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-msgpack/v2/codec"
	"github.com/hashicorp/go-plugin"
	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"github.com/hashicorp/nomad/plugins/shared/hclspec"
	structspb "github.com/hashicorp/nomad/plugins/shared/structs/proto"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/elide-dev/elided/client"
	elide "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func main() {
	d := &driver{events: make(chan *pb.DriverTaskEvent, 256)}
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: plugin.HandshakeConfig{ // what Nomad's agents and plugins know each other by
			ProtocolVersion: 2, MagicCookieKey: "NOMAD_PLUGIN_MAGIC_COOKIE",
			MagicCookieValue: "e4327c2e01eabfd75a8a67adb114fb34a757d57eee7728d857a8cec6e91a7255",
		},
		Plugins: map[string]plugin.Plugin{
			"base":   service{register: func(s *grpc.Server) { basepb.RegisterBasePluginServer(s, d) }},
			"driver": service{register: func(s *grpc.Server) { pb.RegisterDriverServer(s, d) }},
		},
		GRPCServer: func(o []grpc.ServerOption) *grpc.Server {
			return grpc.NewServer(append(o, grpc.UnaryInterceptor(unary), grpc.StreamInterceptor(stream))...)
		},
		Logger: hclog.New(&hclog.LoggerOptions{Level: hclog.Info, JSONFormat: true}), // which the agent reads
	})
}

// A service is one that the agent asks for by name.
type service struct {
	plugin.NetRPCUnsupportedPlugin
	plugin.GRPCPlugin // for the agent's side, which is not here
	register          func(*grpc.Server)
}

func (s service) GRPCServer(_ *plugin.GRPCBroker, g *grpc.Server) error {
	s.register(g)
	return nil
}

func unary(ctx context.Context, in any, _ *grpc.UnaryServerInfo, handle grpc.UnaryHandler) (any, error) {
	out, err := handle(ctx, in)
	return out, forAgent(err)
}

func stream(d any, s grpc.ServerStream, _ *grpc.StreamServerInfo, handle grpc.StreamHandler) error {
	return forAgent(handle(d, s))
}

// forAgent hides the codes that the agent takes for the death of the plugin. What
// may be better at the next start is marked so, that the job's restart policy holds.
func forAgent(err error) error {
	s := status.Convert(err)
	again := []codes.Code{codes.Unavailable, codes.Canceled, codes.DeadlineExceeded, codes.ResourceExhausted, codes.Aborted}
	if !errors.Is(err, client.ErrNotRunning) && !slices.Contains(again, s.Code()) {
		return s.Err()
	}
	marked, err := status.New(codes.Unknown, s.Message()).WithDetails(&structspb.RecoverableError{Recoverable: true})
	return cmp.Or(err, marked.Err())
}

// A config is the config block of the agent's plugin "nomad-driver-elide".
type config struct {
	Socket  string                      `json:"daemon_socket"`
	Address string                      `json:"daemon_address"`
	Binary  string                      `json:"elide_binary"`
	Session *elide.SessionConfiguration `json:"session_config"` // whose fields have the daemon's names
}

func (*driver) PluginInfo(context.Context, *basepb.PluginInfoRequest) (*basepb.PluginInfoResponse, error) {
	return &basepb.PluginInfoResponse{Type: basepb.PluginType_DRIVER, Name: "elide",
		PluginApiVersions: []string{"v0.1.0"}, PluginVersion: client.Version()}, nil
}

// Capabilities says isolation "image", which keeps the agent's environment out of tasks.
func (*driver) Capabilities(context.Context, *pb.CapabilitiesRequest) (*pb.CapabilitiesResponse, error) {
	return &pb.CapabilitiesResponse{Capabilities: &pb.DriverCapabilities{
		SendSignals: true, Exec: true, FsIsolation: pb.DriverCapabilities_IMAGE, MountConfigs: pb.DriverCapabilities_NO_MOUNTS,
		NetworkIsolationModes: []pb.NetworkIsolationSpec_NetworkIsolationMode{pb.NetworkIsolationSpec_HOST},
	}}, nil
}

func (*driver) ConfigSchema(context.Context, *basepb.ConfigSchemaRequest) (*basepb.ConfigSchemaResponse, error) {
	return &basepb.ConfigSchemaResponse{Spec: schema("daemon_socket string, daemon_address string, elide_binary string", "session_config",
		"context_pool_size number, enabled_languages list(string), enabled_intrinsics list(string), memory_limit_mb number, enable_ai bool")}, nil
}

// SetConfig connects to nothing and starts nothing: agents run plugins just to ask.
func (d *driver) SetConfig(_ context.Context, r *basepb.SetConfigRequest) (_ *basepb.SetConfigResponse, err error) {
	switch err := decode(r.GetMsgpackConfig(), &d.config); {
	case err != nil:
		return nil, err
	case d.config.Address != "" && d.config.Socket != "":
		return nil, errors.New("daemon_address and daemon_socket: give one of them")
	case d.config.Session.GetEnableAi():
		return nil, errors.New("session_config.enable_ai is not supported: leave it out")
	}
	d.mhz = coreSpeed(r.GetNomadConfig().GetDriver().GetTopology())
	d.daemon, err = client.DialAddress(cmp.Or(d.config.Address, "unix:"+cmp.Or(d.config.Socket, client.OwnSocket())))
	return &basepb.SetConfigResponse{}, err
}

// schema describes a config block: its keys with their types, all optional, and one block inside.
func schema(keys, block, nested string) *hclspec.Spec {
	all := map[string]*hclspec.Spec{}
	for key := range strings.SplitSeq(keys, ", ") {
		name, kind, _ := strings.Cut(key, " ")
		all[name] = hclspec.NewAttr(name, kind, false)
	}
	if block != "" {
		all[block] = hclspec.NewBlock(block, false, schema(nested, "", ""))
	}
	return hclspec.NewObject(all)
}

// decode reads a config block, by way of JSON, whose errors name the key. Values, which
// may be secret, are not repeated.
func decode(msgpack []byte, into any) error {
	h := &codec.MsgpackHandle{}
	h.RawToString, h.MapType = true, reflect.TypeFor[map[string]any]()
	block := map[string]any{}
	if len(msgpack) > 0 && codec.NewDecoderBytes(msgpack, h).Decode(&block) != nil {
		return errors.New("config: it is no block of keys")
	}
	text, err := json.Marshal(block)
	err = cmp.Or(err, json.Unmarshal(text, into))
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		return fmt.Errorf("%s is no %s, or not in its range", wrong.Field, wrong.Type)
	}
	return err
}
