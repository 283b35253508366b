package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"

	"github.com/elide-dev/elided/internal/version"
)

func TestPluginInfo(t *testing.T) {
	a := launch(t)
	i, err := a.PluginInfo(deadline(t), &basepb.PluginInfoRequest{})
	if err != nil || i.GetName() != "elide" || i.GetType() != basepb.PluginType_DRIVER || len(i.GetPluginApiVersions()) != 1 ||
		!strings.HasPrefix(version.String(), i.GetPluginVersion()) || i.GetPluginVersion() == "" {
		t.Errorf("%v, %v", i, err)
	}
	c, err := a.Capabilities(deadline(t), &pb.CapabilitiesRequest{})
	if got := c.GetCapabilities(); err != nil || !got.GetSendSignals() || !got.GetExec() || got.GetFsIsolation() != pb.DriverCapabilities_IMAGE ||
		got.GetMountConfigs() != pb.DriverCapabilities_NO_MOUNTS {
		t.Errorf("%v, %v", got, err)
	}
}

func TestSchemas(t *testing.T) {
	a := launch(t)
	c, err := a.ConfigSchema(deadline(t), &basepb.ConfigSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	j, err := a.TaskConfigSchema(deadline(t), &pb.TaskConfigSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	agentKeys := c.GetSpec().GetObject().GetAttributes()
	jobKeys := j.GetSpec().GetObject().GetAttributes()
	for _, key := range strings.Fields("daemon_socket daemon_address elide_binary session_config") {
		if agentKeys[key] == nil {
			t.Errorf("no %s in the plugin's config", key)
		}
	}
	for _, key := range strings.Fields("script code language args env stdin timeout isolation intrinsics elide_opts") {
		if jobKeys[key] == nil {
			t.Errorf("no %s in the task's config", key)
		}
	}
	if n := agentKeys["session_config"].GetBlockValue().GetNested().GetObject().GetAttributes(); n["memory_limit_mb"].GetAttr().GetType() != "number" || len(n) != 5 {
		t.Errorf("session_config: %v", n)
	}
	if n := jobKeys["elide_opts"].GetBlockValue().GetNested().GetObject().GetAttributes(); n["enable_ai"].GetAttr().GetType() != "bool" || len(n) != 3 {
		t.Errorf("elide_opts: %v", n)
	}
}

func TestSetConfig(t *testing.T) {
	for name, c := range map[string]struct {
		config  map[string]any
		refused string
	}{
		"none":         {nil, ""},
		"unix":         {map[string]any{"daemon_address": "unix:/run/x.sock"}, ""},
		"unix slashes": {map[string]any{"daemon_address": "unix:///run/x.sock"}, ""},
		"loopback":     {map[string]any{"daemon_address": "127.0.0.1:7070"}, ""},
		"loopback 6":   {map[string]any{"daemon_address": "[::1]:7070"}, ""},
		"localhost":    {map[string]any{"daemon_address": "localhost:7070"}, ""},
		"network":      {map[string]any{"daemon_address": "10.0.0.1:7070"}, "loopback"},
		"any":          {map[string]any{"daemon_address": "0.0.0.0:7070"}, "loopback"},
		"name":         {map[string]any{"daemon_address": "elided.example:7070"}, "loopback"},
		"no port":      {map[string]any{"daemon_address": "127.0.0.1"}, "daemon address"},
		"scheme":       {map[string]any{"daemon_address": "https://127.0.0.1"}, "daemon address"},
		"range":        {map[string]any{"session_config": map[string]any{"memory_limit_mb": -1}}, "session_config.memory_limit_mb"},
		"fraction":     {map[string]any{"session_config": map[string]any{"context_pool_size": 1.5}}, "session_config.context_pool_size"},
		"whole":        {map[string]any{"session_config": map[string]any{"context_pool_size": 2.0}}, ""},
		"ai":           {map[string]any{"session_config": map[string]any{"enable_ai": true}}, "session_config.enable_ai"},
		"no ai":        {map[string]any{"session_config": map[string]any{"enable_ai": false}}, ""},
		"both":         {map[string]any{"daemon_address": "unix:/run/x.sock", "daemon_socket": "/run/x.sock"}, "daemon_address and daemon_socket"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := launch(t).SetConfig(deadline(t), &basepb.SetConfigRequest{MsgpackConfig: msgpack(t, c.config)})
			if c.refused == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestSetConfigStartsNothing is about agents that run a plugin just to ask.
func TestSetConfigStartsNothing(t *testing.T) {
	dir := shortDir(t)
	marker := filepath.Join(dir, "started")
	script := filepath.Join(dir, "binary")
	if err := os.WriteFile(script, []byte("#!/bin/sh\ntouch "+marker+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s"), "elide_binary": script})
	if _, err := a.ConfigSchema(deadline(t), &basepb.ConfigSchemaRequest{}); err != nil {
		t.Fatal(err)
	}
	a.plugin.Kill()
	if _, err := os.Stat(marker); err == nil {
		t.Error("SetConfig started the daemon")
	}
	if _, err := os.Stat(filepath.Join(dir, "s.start")); err == nil {
		t.Error("SetConfig took the lock")
	}
}

// TestFingerprint stops and starts the daemon.
func TestFingerprint(t *testing.T) {
	dir := shortDir(t)
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")})
	s, err := a.Fingerprint(deadline(t), &pb.FingerprintRequest{})
	if err != nil {
		t.Fatal(err)
	}
	expect := func(want pb.FingerprintResponse_HealthState) *pb.FingerprintResponse {
		t.Helper()
		f, err := s.Recv()
		if err != nil || f.GetHealth() != want {
			t.Fatalf("%v, %v", f, err)
		}
		return f
	}
	if f := expect(pb.FingerprintResponse_UNHEALTHY); !strings.Contains(f.GetHealthDescription(), "start it with") {
		t.Errorf("no remedy: %s", f.GetHealthDescription())
	}
	stop := serve(t, dir)
	f := expect(pb.FingerprintResponse_HEALTHY)
	for name, want := range map[string]string{"version": "0.1.0", "languages": "javascript", "isolation": "shared,exclusive", "intrinsics": "fs"} {
		if got := f.GetAttributes()["driver.elide."+name].GetStringVal(); !strings.Contains(got, want) {
			t.Errorf("driver.elide.%s is %q", name, got)
		}
	}
	stop(syscall.SIGKILL)
	killed := time.Now()
	expect(pb.FingerprintResponse_UNHEALTHY)
	if late := time.Since(killed); late > promptly {
		t.Errorf("unhealthy after %v", late)
	}
	serve(t, dir)
	started := time.Now()
	expect(pb.FingerprintResponse_HEALTHY)
	if late := time.Since(started); late > promptly {
		t.Errorf("healthy after %v", late)
	}
}

// TestFingerprintWhileStarting: a daemon that takes its time to come up, or doesn't, keeps
// nobody waiting.
func TestFingerprintWhileStarting(t *testing.T) {
	dir := shortDir(t)
	pids, goOn := filepath.Join(dir, "pids"), filepath.Join(dir, "go")
	if err := syscall.Mkfifo(goOn, 0o600); err != nil {
		t.Fatal(err)
	}
	wrapper := filepath.Join(dir, "binary")
	text := "#!/bin/sh\necho $$ >>" + pids + "\nread line <" + goOn + "\nexec " + elided + ` "$@" --state-dir ` + dir + "/state --spare 1 --drain-timeout 0\n"
	if err := os.WriteFile(wrapper, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { endListed(t, pids) })
	a := configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s"), "elide_binary": wrapper})
	asked := time.Now()
	s, err := a.Fingerprint(deadline(t), &pb.FingerprintRequest{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.Recv()
	if err != nil || f.GetHealth() != pb.FingerprintResponse_UNHEALTHY {
		t.Fatalf("%v, %v", f, err)
	}
	if late := time.Since(asked); late > promptly {
		t.Errorf("unhealthy after %v", late)
	}
	signal, err := os.OpenFile(goOn, os.O_RDWR, 0) // as its own reader it needn't wait for the script
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = signal.Close() }()
	if _, err := signal.WriteString("go\n"); err != nil {
		t.Fatal(err)
	}
	for f.GetHealth() != pb.FingerprintResponse_HEALTHY {
		if f, err = s.Recv(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStartsDaemon starts one daemon from several plugins at once, which outlives
// them all.
func TestStartsDaemon(t *testing.T) {
	dir := shortDir(t)
	wrapper := filepath.Join(dir, "binary")
	pids := filepath.Join(dir, "pids")
	text := "#!/bin/sh\necho $$ >>" + pids + "\nenv >" + dir + "/env\nexec " + elided + ` "$@" --state-dir ` + dir + "/state --spare 1 --drain-timeout 0\n"
	if err := os.WriteFile(wrapper, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("VAULT_TOKEN", "secret")
	t.Cleanup(func() { endListed(t, pids) })
	var agents []agent
	for range 3 {
		agents = append(agents, configured(t, map[string]any{"daemon_socket": filepath.Join(dir, "s"), "elide_binary": wrapper}))
	}
	failed := make(chan error, len(agents))
	for i, a := range agents {
		c := task(t, "t"+string(rune('a'+i)), js("1"))
		go func() {
			_, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: c})
			failed <- err
		}()
	}
	for range agents {
		if err := <-failed; err != nil {
			said, _ := os.ReadFile(filepath.Join(dir, "s.log"))
			t.Errorf("%v\n%s", err, said)
		}
	}
	for _, a := range agents {
		a.plugin.Kill()
	}
	if _, err := dial(t, dir).Ready(deadline(t), ""); err != nil {
		t.Errorf("the daemon ended with the plugins: %v", err)
	}
	if list, err := os.ReadFile(pids); err != nil || strings.Count(string(list), "\n") != 1 {
		t.Errorf("started %q, %v", list, err)
	}
	if env, err := os.ReadFile(filepath.Join(dir, "env")); err != nil || strings.Contains(string(env), "secret") {
		t.Errorf("the daemon has the agent's environment: %v", err)
	}
}
