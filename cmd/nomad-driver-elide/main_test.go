package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-msgpack/v2/codec"
	"github.com/hashicorp/go-plugin"
	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/grpc"

	"github.com/elide-dev/elided/client"
	"github.com/elide-dev/elided/internal/testbinary"
)

// elided and driverBinary are the programs under test.
var elided, driverBinary string

// promptly is when word of a daemon's health must have come: within 2 s, which a busy
// machine may stretch.
const promptly = 10 * time.Second

// patience bounds every wait of these tests but those with a bound of their own.
const testPatience = 2 * time.Minute

func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "nomad-driver-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	driverBinary = filepath.Join(dir, "nomad-driver-elide")
	build := exec.Command("go", "build", "-o", driverBinary, ".")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build the driver for its tests:", err)
		return 1
	}
	return testbinary.Run(m, &elided)
}

// An agent speaks to a plugin as Nomad's does.
type agent struct {
	basepb.BasePluginClient
	pb.DriverClient
	plugin *plugin.Client
}

// agentSide is what an agent dispenses by the plugin's two names.
type agentSide struct {
	plugin.NetRPCUnsupportedPlugin
	plugin.GRPCPlugin
}

func (agentSide) GRPCClient(_ context.Context, _ *plugin.GRPCBroker, c *grpc.ClientConn) (any, error) {
	return agent{BasePluginClient: basepb.NewBasePluginClient(c), DriverClient: pb.NewDriverClient(c)}, nil
}

// launch starts the plugin, without configuration.
func launch(t *testing.T) agent {
	t.Helper()
	c := plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion: 2, MagicCookieKey: "NOMAD_PLUGIN_MAGIC_COOKIE",
			MagicCookieValue: "e4327c2e01eabfd75a8a67adb114fb34a757d57eee7728d857a8cec6e91a7255",
		},
		Plugins:          map[string]plugin.Plugin{"base": agentSide{}, "driver": agentSide{}},
		Cmd:              exec.Command(driverBinary),
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		Logger:           hclog.NewNullLogger(),
		SyncStderr:       io.Discard,
	})
	t.Cleanup(c.Kill)
	protocol, err := c.Client()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"base", "driver"} {
		raw, err := protocol.Dispense(name)
		if err != nil {
			t.Fatal(err)
		}
		if a, ok := raw.(agent); ok && name == "driver" {
			a.plugin = c
			return a
		}
	}
	t.Fatal("no driver")
	return agent{}
}

// configured is a plugin with a configuration.
func configured(t *testing.T, config map[string]any) agent {
	t.Helper()
	a := launch(t)
	if _, err := a.SetConfig(deadline(t), &basepb.SetConfigRequest{MsgpackConfig: msgpack(t, config)}); err != nil {
		t.Fatal(err)
	}
	return a
}

func msgpack(t *testing.T, v any) (b []byte) {
	t.Helper()
	if err := codec.NewEncoderBytes(&b, &codec.MsgpackHandle{}).Encode(v); err != nil {
		t.Fatal(err)
	}
	return b
}

func deadline(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), testPatience)
	t.Cleanup(cancel)
	return ctx
}

// shortDir is a directory whose path leaves room for a socket's.
func shortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "nde")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// serve runs a daemon at DIR/s until the test ends or stop is called, and returns
// when it accepts work.
func serve(t *testing.T, dir string) (stop func(syscall.Signal)) {
	t.Helper()
	return serveAs(t, dir, elided, 0)
}

func serveAs(t *testing.T, dir, binary string, user uint32) (stop func(syscall.Signal)) {
	t.Helper()
	cmd := exec.Command(binary, "serve", "--socket", filepath.Join(dir, "s"), "--state-dir", filepath.Join(dir, "state"), "--spare", "1", "--drain-timeout", "0", "--grace", "0", "--log-level", "error")
	cmd.Stderr = os.Stderr
	if user != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: user, Gid: user}}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var once sync.Once
	stop = func(s syscall.Signal) {
		once.Do(func() {
			_ = cmd.Process.Signal(s)
			select {
			case <-ended:
			case <-time.After(testPatience):
				_ = cmd.Process.Kill()
				t.Error("the daemon didn't end")
			}
		})
	}
	t.Cleanup(func() { stop(syscall.SIGTERM) })
	c := dial(t, dir)
	if _, err := c.Ready(deadline(t), ""); err != nil {
		t.Fatal(err)
	}
	return stop
}

func dial(t *testing.T, dir string) *client.Client {
	t.Helper()
	c, err := client.Dial(filepath.Join(dir, "s"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// withDaemon is a plugin and a daemon that it uses.
func withDaemon(t *testing.T) (a agent, dir string, stop func(syscall.Signal)) {
	t.Helper()
	dir = shortDir(t)
	stop = serve(t, dir)
	return configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")}), dir, stop
}

// A job is a task's configuration, for the tests that change it.
type job map[string]any

const node = "0f1e2d3c-node"

// task is a task that runs code in JavaScript, with its own id.
func task(t *testing.T, id string, config job) *pb.TaskConfig {
	t.Helper()
	return &pb.TaskConfig{
		Id: "alloc/" + id + "/01234567", Name: id, NodeId: node, AllocId: "alloc", Namespace: "default", JobId: "job", AllocDir: t.TempDir(),
		Env: map[string]string{"FROM_NOMAD": "1"}, MsgpackDriverConfig: msgpack(t, config),
		Resources: &pb.Resources{AllocatedResources: &pb.AllocatedTaskResources{
			Cpu: &pb.AllocatedCpuResources{CpuShares: 100}, Memory: &pb.AllocatedMemoryResources{MemoryMb: 64},
		}},
	}
}

func js(code string) job { return job{"code": code, "language": "javascript"} }

func (a agent) start(t *testing.T, c *pb.TaskConfig) *pb.TaskHandle {
	t.Helper()
	r, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: c})
	if err != nil {
		t.Fatal(err)
	}
	return r.GetHandle()
}

func (a agent) wait(t *testing.T, c *pb.TaskConfig) *pb.WaitTaskResponse {
	t.Helper()
	r, err := a.WaitTask(deadline(t), &pb.WaitTaskRequest{TaskId: c.GetId()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// eventually polls until ok says so.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	end := time.Now().Add(testPatience)
	for tick := time.NewTicker(20 * time.Millisecond); !ok(); <-tick.C {
		if time.Now().After(end) {
			t.Fatal("never: " + what)
		}
	}
}
