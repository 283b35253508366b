package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/grpc/status"

	structspb "github.com/hashicorp/nomad/plugins/shared/structs/proto"

	"github.com/elide-dev/elided/client"
)

// TestBadConfig has each refusal name the job's key, and be final: a restart would
// not mend it.
func TestBadConfig(t *testing.T) {
	a, _, _ := withDaemon(t)
	for name, c := range map[string]struct {
		config job
		names  []string
	}{
		"neither":       {job{}, []string{"script", "code"}},
		"both":          {job{"script": "local/a.js", "code": "1", "language": "js"}, []string{"script", "code"}},
		"no language":   {job{"code": "1"}, []string{"language"}},
		"language":      {job{"code": "1", "language": "cobol"}, []string{"language", "cobol"}},
		"extension":     {job{"script": "local/a.txt"}, []string{"language"}},
		"dots":          {job{"script": "local/../../x.js"}, []string{"script", ".."}},
		"link":          {job{"script": "local/link.js"}, []string{"script"}},
		"pipe":          {job{"script": "local/pipe.js"}, []string{"script"}},
		"directory":     {job{"script": "local"}, []string{"script"}},
		"missing":       {job{"script": "local/none.js"}, []string{"script"}},
		"timeout":       {job{"code": "1", "language": "js", "timeout": "soon"}, []string{"timeout", "soon"}},
		"negative":      {job{"code": "1", "language": "js", "timeout": "-1s"}, []string{"timeout"}},
		"two timeouts":  {job{"code": "1", "language": "js", "timeout": "1s", "elide_opts": job{"timeout": 1}}, []string{"elide_opts.timeout"}},
		"ai":            {job{"code": "1", "language": "js", "elide_opts": job{"enable_ai": true}}, []string{"enable_ai"}},
		"shared memory": {job{"code": "1", "language": "js", "isolation": "shared", "elide_opts": job{"memory_limit": 64}}, []string{"elide_opts.memory_limit"}},
		"isolation":     {job{"code": "1", "language": "js", "isolation": "vm"}, []string{"isolation", "vm"}},
		"intrinsic":     {job{"code": "1", "language": "js", "intrinsics": []string{"gpu"}}, []string{"intrinsic", "gpu"}},
		"fraction":      {job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 1.5}}, []string{"elide_opts.memory_limit"}},
		"little memory": {job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 1}}, []string{"memory"}},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, "bad", c.config)
			local := filepath.Join(x.GetAllocDir(), x.GetName(), "local")
			if err := os.MkdirAll(local, 0o755); err != nil {
				t.Fatal(err)
			}
			outside := filepath.Join(t.TempDir(), "outside.js")
			for _, err := range []error{
				os.WriteFile(outside, nil, 0o644), os.WriteFile(filepath.Join(local, "a.txt"), nil, 0o644),
				os.Symlink(outside, filepath.Join(local, "link.js")), syscall.Mkfifo(filepath.Join(local, "pipe.js"), 0o600),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
			_, err := a.StartTask(deadline(t), &pb.StartTaskRequest{Task: x})
			if err == nil {
				t.Fatal("it started")
			}
			for _, word := range c.names {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("no %q in %q", word, err)
				}
			}
			if recoverable(err) {
				t.Errorf("recoverable: %v", err)
			}
		})
	}
}

func recoverable(err error) bool {
	for _, d := range status.Convert(err).Details() {
		if r, ok := d.(*structspb.RecoverableError); ok && r.GetRecoverable() {
			return true
		}
	}
	return false
}

func TestMounts(t *testing.T) {
	x := task(t, "mounts", js("1"))
	x.Mounts = []*pb.Mount{{TaskPath: "/x", HostPath: "/etc"}}
	if _, err := request(x); err == nil || !strings.Contains(err.Error(), "volume_mount") {
		t.Errorf("%v", err)
	}
}

// TestScript runs a file that a template would have made, by both of its names.
func TestScript(t *testing.T) {
	a, _, _ := withDaemon(t)
	for i, script := range []string{"local/hello.py", "/local/hello.py"} {
		x := task(t, fmt.Sprint("hello", i), job{"script": script, "elide_opts": job{"memory_limit": 48, "timeout": 10}})
		local := filepath.Join(x.GetAllocDir(), x.GetName(), "local")
		if err := os.MkdirAll(local, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(local, "hello.py"), []byte("print('hello')\nexit(6)"), 0o644); err != nil {
			t.Fatal(err)
		}
		a.start(t, x)
		if got := a.wait(t, x); got.GetResult().GetExitCode() != 6 {
			t.Errorf("%s: %v", script, got)
		}
	}
}

// TestFS reaches the task's directories by the paths that Nomad gives.
func TestFS(t *testing.T) {
	a, _, _ := withDaemon(t)
	code := `const fs = require('fs'); for (const d of ['/local', '/secrets', '/alloc']) fs.writeFileSync(d + '/made', d)`
	x := task(t, "fs", job{"code": code, "language": "js", "intrinsics": []string{"fs"}})
	dirs := map[string]string{
		"/local": filepath.Join(x.GetAllocDir(), "fs", "local"), "/secrets": filepath.Join(x.GetAllocDir(), "fs", "secrets"), "/alloc": filepath.Join(x.GetAllocDir(), "alloc"),
	}
	for _, dir := range dirs {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	a.start(t, x)
	if got := a.wait(t, x); got.GetResult().GetExitCode() != 0 {
		t.Errorf("%v", got)
	}
	for path, dir := range dirs {
		if text, err := os.ReadFile(filepath.Join(dir, "made")); err != nil || string(text) != path {
			t.Errorf("%s: %q, %v", path, text, err)
		}
	}
}

// TestShare translates resources.
func TestShare(t *testing.T) {
	for name, c := range map[string]struct {
		cpu, memory, most int64
		config            job
		weight            uint32
		bytes             uint64
	}{
		"plain":      {100, 64, 0, js("1"), 100, 64 << 20},
		"memory_max": {500, 64, 96, js("1"), 500, 96 << 20},
		"unlimited":  {100, 64, -1, js("1"), 100, client.Unlimited},
		"opts below": {100, 64, -1, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 40}}, 100, 40 << 20},
		"absurd":     {100, 64, -1, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": uint64(1) << 45}}, 100, client.Unlimited},
		"opts":       {100, 64, 0, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 40}}, 100, 40 << 20},
		"opts above": {100, 64, 0, job{"code": "1", "language": "js", "elide_opts": job{"memory_limit": 400}}, 100, 64 << 20},
		"many cores": {90_000, 64, 0, js("1"), 10_000, 64 << 20},
		"shared":     {100, 64, 0, job{"code": "1", "language": "js", "isolation": "shared"}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			x := task(t, "share", c.config)
			x.Resources.AllocatedResources = &pb.AllocatedTaskResources{
				Cpu: &pb.AllocatedCpuResources{CpuShares: c.cpu}, Memory: &pb.AllocatedMemoryResources{MemoryMb: c.memory, MemoryMaxMb: c.most},
			}
			r, err := request(x)
			if err != nil || r.GetCpuWeight() != c.weight || r.GetLimits().GetMemoryBytes() != c.bytes {
				t.Errorf("%v, %v", r, err)
			}
			if !r.GetNoRerun() || !r.GetRetain() || r.GetTimeout() == nil {
				t.Errorf("%v", r)
			}
			if shared := name == "shared"; shared != (r.GetGroup() == "default/job") {
				t.Errorf("group %q", r.GetGroup())
			}
		})
	}
}

// TestUnlimitedMemory starts tasks with memory_max = -1: the daemon's ceiling holds, or the
// session's.
func TestUnlimitedMemory(t *testing.T) {
	for name, config := range map[string]map[string]any{"daemon": {}, "session": {"session_config": map[string]any{"memory_limit_mb": 64}}} {
		t.Run(name, func(t *testing.T) {
			dir := shortDir(t)
			serve(t, dir)
			config["daemon_socket"] = filepath.Join(dir, "s")
			a := configured(t, config)
			x := task(t, "unlimited", js("const b = new Array(1.2e7).fill(1.5); process.exit(b.length === 1.2e7 ? 3 : 4)")) // above the default of 128 MiB
			x.Resources.AllocatedResources.Memory.MemoryMaxMb = -1
			a.start(t, x)
			if got := a.wait(t, x).GetResult(); name == "daemon" && got.GetExitCode() != 3 || name == "session" && !got.GetOomKilled() {
				t.Errorf("%v", got)
			}
		})
	}
}
