package main

import (
	"bytes"
	"strings"
	"testing"
)

// refused runs `elided serve`, which is to refuse its flags, and returns what it says.
func refused(t *testing.T, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	if code := run(append([]string{"serve"}, args...), nil, &stderr, &stderr); code != exitUsage {
		t.Fatalf("%v: exit code %d: %s", args, code, &stderr)
	}
	return stderr.String()
}

// TestMaxWorkers was no flag.
func TestMaxWorkers(t *testing.T) {
	if got := refused(t, "--max-workers", "0"); !strings.Contains(got, "--max-workers 0 is less than 1") {
		t.Error(got)
	}
	c, err := serveFlags{spare: 1, maxWorkers: 7, maxRunning: 1, maxQueued: 1, sandbox: "off", stateDir: "/x", memory: memoryFlags{64 << 20, 64 << 20, 64 << 20, 64 << 20}}.config(nil)
	if err != nil || c.Pool.MaxWorkers != 7 {
		t.Errorf("%d, %v", c.Pool.MaxWorkers, err)
	}
}

// TestMaxTimeout was no flag, though the executor has the limit.
func TestMaxTimeout(t *testing.T) {
	for _, args := range [][]string{
		{"--max-timeout", "10s"}, {"--max-timeout", "1m", "--timeout", "0"}, {"--max-timeout", "-1s"},
	} {
		if got := refused(t, args...); !strings.Contains(got, "--max-timeout "+args[1][:2]) {
			t.Errorf("%v: %s", args, got)
		}
	}
}
