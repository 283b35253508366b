package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRootsApart let programs have granted what the daemon keeps its own files in.
func TestRootsApart(t *testing.T) {
	top := t.TempDir()
	state, run, beside := filepath.Join(top, "state"), filepath.Join(top, "run"), filepath.Join(top, "beside")
	for _, dir := range []string{filepath.Join(state, "spool"), run, beside} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(beside, "link")
	if err := os.Symlink(state, link); err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(run, "s")
	for _, c := range []struct{ root, state, socket, says, names string }{
		{"/", state, socket, "contains the state directory", state},
		{top, state, "/nowhere/s", "contains the state directory", state},
		{state, state, socket, "contains the state directory", state},
		{filepath.Join(state, "spool"), state, socket, "lies in the state directory", state},
		{state, link, socket, "contains the state directory", link},
		{link, state, socket, "contains the state directory", state},
		{top, filepath.Join(top, "not", "made"), "/nowhere/s", "contains the state directory", "not"},
		{run, state, socket, "contains the directory of the socket", socket},
		{top, "/nowhere", socket, "contains the directory of the socket", socket},
	} {
		got := refused(t, "--fs-root", c.root, "--state-dir", c.state, "--socket", c.socket)
		if !strings.Contains(got, "--fs-root "+c.root+" ") || !strings.Contains(got, c.says) || !strings.Contains(got, c.names) {
			t.Errorf("%+v: %s", c, got)
		}
	}
	for _, root := range []string{beside, run + "x", filepath.Join(run, "below")} {
		if err := apart("--fs-root", []string{root}, state, socket); err != nil {
			t.Error(err)
		}
	}
}
