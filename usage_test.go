package elide_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	elide "github.com/elide-dev/elided"
)

// TestLimits runs programs into their own limits and into the configuration's.
func TestLimits(t *testing.T) {
	const limit, cpu = 48 << 20, 200 * time.Millisecond
	bomb := "const all = []; for (;;) all.push('x'.repeat(64 << 10) + all.length)"
	busy := "for (;;) {}"
	e := begin(t)
	strict, err := elide.New(elide.Config{DrainTimeout: -1, SpareWorkers: 1, MemoryLimit: limit, SharedMemory: limit, CPULimit: cpu})
	if err != nil {
		t.Fatal(err)
	}
	if err := strict.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { strict.Stop(context.Background()) })
	for name, c := range map[string]struct {
		executor *elide.Executor
		request  elide.Request
		reason   string
	}{
		"memory":                     {e, elide.Request{Code: bomb, MemoryLimit: limit}, "memory_limit"},
		"CPU":                        {e, elide.Request{Code: busy, CPULimit: cpu, Exclusive: true}, "cpu_limit"},
		"CPU, shared":                {e, elide.Request{Code: busy, CPULimit: cpu}, "cpu_limit"},
		"memory, configured":         {strict, elide.Request{Code: bomb, CPULimit: -1, Exclusive: true}, "memory_limit"},
		"memory, configured, shared": {strict, elide.Request{Code: bomb, CPULimit: -1}, "memory_limit"},
		"CPU, configured":            {strict, elide.Request{Code: busy, Exclusive: true}, "cpu_limit"},
		"CPU, configured and waived": {strict, elide.Request{Code: busy, CPULimit: -1, Timeout: 4 * cpu}, "timeout"},
	} {
		c.request.Language = "js"
		r, err := c.executor.Run(context.Background(), c.request)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r.State != "failed" || r.Reason != c.reason || r.CPU <= 0 {
			t.Errorf("%s: %s, %s after %v of processor time: %s", name, r.State, r.Reason, r.CPU, r.Error)
		}
		if c.request.MemoryLimit > 0 && (r.PeakMemory < limit/2 || r.PeakMemory > 2*limit) {
			t.Errorf("%s: had %d MiB", name, r.PeakMemory>>20)
		}
	}
}

// TestMemoryRefused asks for what no executor gives.
func TestMemoryRefused(t *testing.T) {
	e := begin(t)
	for _, limit := range []uint64{1 << 20, 5 << 30} {
		_, err := e.Submit(elide.Request{Language: "js", MemoryLimit: limit})
		if refused, ok := elide.AsError(err); !ok || refused.Field != "limits.memory_bytes" {
			t.Errorf("%d bytes: %v", limit, err)
		}
	}
	for name, c := range map[string]elide.Config{
		"MemoryLimit":  {MemoryLimit: 1 << 20},
		"MaxMemory":    {MaxMemory: 1 << 20},
		"SharedMemory": {SharedMemory: 1 << 20},
	} {
		if _, err := elide.New(c); err == nil || !strings.Contains(err.Error(), "Config."+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := elide.New(elide.Config{MemoryLimit: 5 << 30}); err == nil || !strings.Contains(err.Error(), "Config.MaxMemory") {
		t.Errorf("a default above the maximum: %v", err)
	}
}

// TestManyComputeAtOnce had a worker of a program that was built with cgo end when some
// twenty programs computed at once: each has a thread, whose stack counted as memory.
func TestManyComputeAtOnce(t *testing.T) {
	e := begin(t)
	var all sync.WaitGroup
	for range 60 {
		all.Go(func() {
			code := "const t = Date.now(); while (Date.now() - t < 1500);"
			r, err := e.Run(context.Background(), elide.Request{Language: "js", Code: code, Timeout: -1})
			if err != nil || r.Reason != "exited" || r.Attempts != 1 {
				t.Errorf("%v, %+v", err, r)
			}
		})
	}
	all.Wait()
}
