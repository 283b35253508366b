package executor

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// grow allocates step by step and keeps everything.
const grow = `
const kept = [];
for (let i = 0;; i++) { kept.push('x'.repeat(1e5) + i); }`

func TestLimits(t *testing.T) {
	e := begin(t, func(c *Config) { c.Limits.Memory, c.SharedMemory = 128<<20, 128<<20 })
	for name, c := range map[string]struct {
		code   string
		limits Limits
		want   StopReason
	}{
		"memory step by step": {grow, Limits{}, MemoryLimit},
		"memory at once":      {"'x'.repeat(2**29)", Limits{}, MemoryLimit},
		"memory in a builtin": {"Array(1e9).fill(1)", Limits{}, MemoryLimit},
		"stack of the engine": {"function* g() { yield* g() }\nfor (const x of g());", Limits{}, StackOverflow},
		"processor time":      {"for (;;);", Limits{CPU: 300 * time.Millisecond}, CPULimit},
		"processor time in a builtin": {
			"/^(a+)+(?=b)c$/.test('a'.repeat(64))", Limits{CPU: 300 * time.Millisecond}, CPULimit,
		},
	} {
		for _, exclusive := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s/exclusive %v", name, exclusive), func(t *testing.T) {
				t.Parallel()
				session, err := e.CreateSession(Caller{}, "", SessionConfig{})
				if err != nil {
					t.Fatal(err)
				}
				x := submit(t, e, Request{
					Session: session.ID, Language: "js", Code: "console.log('begun');\n" + c.code, Limits: c.limits, Exclusive: exclusive,
				})
				s := wait(t, x)
				if s.Reason != c.want || s.State != Failed || s.Error == "" || s.Attempts != 1 {
					t.Errorf("%v, code %d, attempts %d: %s", s.Reason, s.ExitCode, s.Attempts, s.Error)
				}
				if got := output(t, x, Stdout); got != "begun\n" {
					t.Errorf("output %q", got)
				}
				if exclusive && s.Usage.PeakMemory > 128<<20+16<<20 {
					t.Errorf("had %d MiB", s.Usage.PeakMemory>>20)
				}
			})
		}
	}
}

// TestGrowingBlock had a program end for its memory at two thirds of it: each larger block
// leaves a hole where the last one was, and holes are address space.
func TestGrowingBlock(t *testing.T) {
	e := begin(t, nil)
	x := submit(t, e, Request{Language: "js", Limits: Limits{Memory: 1 << 30}, Code: `
let a = new Uint8Array(1 << 20).fill(1);
while (a.length < 250 << 20) { const b = new Uint8Array(Math.floor(a.length * 1.3)); b.set(a); a = b }`})
	if s := wait(t, x); s.Reason != Exited {
		t.Errorf("%v, with a peak of %d MiB: %s", s.Reason, s.Usage.PeakMemory>>20, s.Error)
	}
}

// TestUsage has programs use a known amount of processor time.
func TestUsage(t *testing.T) {
	e := begin(t, nil)
	for _, exclusive := range []bool{true, false} {
		r := Request{Language: "js", Code: "let n = 0; for (let i = 0; i < 2e6; i++) n += i;", Exclusive: exclusive}
		s := wait(t, submit(t, e, r))
		if s.Usage.CPU < 50*time.Millisecond || s.Usage.CPU > 2*s.WallTime() {
			t.Errorf("exclusive %v: %v of %v", exclusive, s.Usage.CPU, s.WallTime())
		}
		if (s.Usage.PeakMemory > 0) != exclusive {
			t.Errorf("exclusive %v: memory %d", exclusive, s.Usage.PeakMemory)
		}
		s = wait(t, submit(t, e, Request{Language: "js", Code: "setTimeout(() => {}, 300)", Exclusive: exclusive}))
		if s.Usage.CPU > 200*time.Millisecond {
			t.Errorf("exclusive %v: a sleeping program used %v", exclusive, s.Usage.CPU)
		}
	}
}

// TestCeilings checks what a session's memory ceiling refuses and allows.
func TestCeilings(t *testing.T) {
	e := begin(t, nil)
	if _, err := e.CreateSession(Caller{}, "s", SessionConfig{MemoryMiB: 64}); err != nil {
		t.Fatal(err)
	}
	r := Request{Session: "s", Language: "js", Code: grow}
	if s := wait(t, submit(t, e, r)); s.Reason != MemoryLimit || !strings.Contains(s.Error, "64 MiB") {
		t.Errorf("%v: %s", s.Reason, s.Error)
	}
	r.Limits.Memory = 65 << 20
	_, err := e.Submit(r)
	wantError(t, err, Invalid, "limits.memory_bytes")
	_, err = e.CreateSession(Caller{}, "t", SessionConfig{MemoryMiB: 16})
	wantError(t, err, Invalid, "config.memory_limit_mb")
	_, err = e.CreateSession(Caller{}, "t", SessionConfig{MemoryMiB: 1 << 50})
	wantError(t, err, Invalid, "config.memory_limit_mb")
}

// TestIsolationOf checks which programs get a worker of their own.
func TestIsolationOf(t *testing.T) {
	e := begin(t, nil)
	for name, c := range map[string]struct {
		request Request
		want    bool
	}{
		"plain":               {Request{}, false},
		"asked for":           {Request{Exclusive: true}, true},
		"memory limit":        {Request{Limits: Limits{Memory: 64 << 20}}, true},
		"memory limit shared": {Request{Limits: Limits{Memory: 64 << 20}, Shared: true}, false},
		"much memory shared":  {Request{Limits: Limits{Memory: 512 << 20}, Shared: true}, true},
		"large":               {Request{Code: "#" + strings.Repeat("x", maxSharedCode)}, true},
		"deep":                {Request{Code: strings.Repeat("(", 300) + "1" + strings.Repeat(")", 300)}, true},
		"large file":          {Request{Files: map[string]string{"a": "#" + strings.Repeat("x", maxSharedCode)}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.Language = "starlark"
			if s := wait(t, submit(t, e, c.request)); s.Exclusive != c.want {
				t.Errorf("exclusive %v: %+v", s.Exclusive, s)
			}
		})
	}
}
