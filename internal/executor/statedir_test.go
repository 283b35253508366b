package executor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStateDirCleared starts where another daemon left files.
func TestStateDirCleared(t *testing.T) {
	var dir string
	begin(t, func(c *Config) {
		dir = c.StateDir
		for _, f := range []string{"spool/old.out", "workers/9.sock"} {
			if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(f)), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, f), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	})
	for _, f := range []string{"spool/old.out", "workers/9.sock"} {
		if _, err := os.Stat(filepath.Join(dir, f)); !os.IsNotExist(err) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// TestStateDirInUse has two executors want one directory.
func TestStateDirInUse(t *testing.T) {
	first := begin(t, nil)
	c := newConfig(t)
	c.StateDir = first.cfg().StateDir
	second, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Start(); err == nil || !strings.Contains(err.Error(), c.StateDir) {
		t.Errorf("error %v", err)
	}
	wait(t, submit(t, first, python("print(1)"))) // unharmed
}
