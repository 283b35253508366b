package client

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestStartDaemonRefuses: nothing is written to what may be another user's, nothing is
// started, and nobody waits.
func TestStartDaemonRefuses(t *testing.T) {
	for name, prepare := range map[string]func(dir string) error{
		"open directory": func(dir string) error { return os.Chmod(dir, 0o777) },
		"sticky":         func(dir string) error { return os.Chmod(dir, 0o777|os.ModeSticky) },
		"another user's": func(dir string) error { return os.Chown(dir, 12_345, -1) },
		"lock a FIFO":    func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "s.start"), 0o600) },
		"log a FIFO":     func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "s.log"), 0o600) },
		"log a link":     func(dir string) error { return os.Symlink("elsewhere", filepath.Join(dir, "s.log")) },
	} {
		t.Run(name, func(t *testing.T) {
			if name == "another user's" && os.Getuid() != 0 {
				t.Skip("only root can give a directory away")
			}
			parent := shortDir(t)
			dir, marker := filepath.Join(parent, "d"), filepath.Join(parent, "started")
			binary := filepath.Join(parent, "binary")
			if err := os.WriteFile(binary, []byte("#!/bin/sh\ntouch "+marker+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := prepare(dir); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			err := mustDial(t, filepath.Join(dir, "s")).StartDaemon(deadline(t), binary)
			if err == nil || !strings.Contains(err.Error(), dir) || time.Since(began) > startTimeout/2 {
				t.Errorf("%v after %v", err, time.Since(began))
			}
			for _, path := range []string{marker, filepath.Join(dir, "elsewhere")} {
				if _, err := os.Stat(path); err == nil {
					t.Errorf("%s is there", path)
				}
			}
		})
	}
}
