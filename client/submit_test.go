package client

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestGiveFIFO gives away a FIFO and nothing that is put in its place.
func TestGiveFIFO(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root gives files away")
	}
	const user = 12_345
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		syscall.Mkfifo(at("fifo"), 0o600), syscall.Mkfifo(at("other"), 0o600), os.WriteFile(at("file"), nil, 0o600), os.Symlink(at("other"), at("link")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := giveFIFO(at("fifo"), user); err != nil || owner(t, at("fifo")) != user {
		t.Errorf("%v, owner %d", err, owner(t, at("fifo")))
	}
	for _, name := range []string{"file", "link", "none"} {
		if err := giveFIFO(at(name), user); err == nil {
			t.Errorf("gave away %s", name)
		}
	}
	if owner(t, at("file")) == user || owner(t, at("other")) == user {
		t.Error("given away all the same")
	}
}

func owner(t *testing.T, path string) int {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Sys().(*syscall.Stat_t).Uid)
}

func TestUncrossable(t *testing.T) {
	dir := t.TempDir()
	shut := filepath.Join(dir, "shut")
	if err := os.MkdirAll(filepath.Join(shut, "logs"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(shut, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := uncrossable(filepath.Join(shut, "logs", "fifo"), 12_345); !strings.HasPrefix(shut, got) || got == "" {
		t.Errorf("%q", got)
	}
	if got := uncrossable(filepath.Join(shut, "logs", "fifo"), 0); got != "" {
		t.Errorf("root: %q", got)
	}
}

// TestReadSource keeps to the directory, and doesn't wait.
func TestReadSource(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "a.js"), []byte("1"), 0o600), os.Symlink("a.js", filepath.Join(dir, "inside.js")),
		os.Symlink("/etc/passwd", filepath.Join(dir, "outside.js")), syscall.Mkfifo(filepath.Join(dir, "fifo.js"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, ok := range map[string]bool{
		"a.js": true, "/a.js": true, "inside.js": true, "outside.js": false, "fifo.js": false, "../a.js": false, "x/../a.js": false, ".": false, "none.js": false,
	} {
		if text, err := ReadSource(dir, name); (err == nil) != ok || ok && text != "1" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}
