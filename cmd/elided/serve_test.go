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
}

// TestMaxTimeout was no flag, though the executor has the limit.
func TestMaxTimeout(t *testing.T) {
	for _, args := range [][]string{
		{"--max-timeout", "10s"}, {"--max-timeout", "1m", "--timeout", "0"}, {"--max-timeout", "-1s"},
	} {
		if got := refused(t, args...); !strings.Contains(got, "--max-timeout "+args[1]) {
			t.Errorf("%v: %s", args, got)
		}
	}
}
