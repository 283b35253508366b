package client

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

func TestOwnSocket(t *testing.T) {
	temporary := filepath.Join(os.TempDir(), "elided-7", "elided.sock")
	for name, c := range map[string]struct {
		env  map[string]string
		uid  int
		want string
	}{
		"named":     {map[string]string{"ELIDED_SOCKET": "/a", "XDG_RUNTIME_DIR": "/x"}, 0, "/a"},
		"root":      {map[string]string{"XDG_RUNTIME_DIR": "/x"}, 0, "/run/elided/elided.sock"},
		"user":      {map[string]string{"XDG_RUNTIME_DIR": "/x"}, 7, "/x/elided.sock"},
		"user bare": {nil, 7, temporary},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ownSocket(func(k string) string { return c.env[k] }, c.uid); got != c.want {
				t.Errorf("%s", got)
			}
		})
	}
}

// TestDefaultSocket has a user find the machine's daemon where it has none of its own.
func TestDefaultSocket(t *testing.T) {
	dir := shortDir(t)
	listen := func(name string) string {
		path := filepath.Join(dir, name)
		l, err := net.Listen("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		return path
	}
	machine, running := listen("machine"), filepath.Dir(listen("elided.sock"))
	none := filepath.Join(dir, "none")
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		env     map[string]string
		uid     int
		machine string
		want    string
	}{
		"none of its own":    {map[string]string{"XDG_RUNTIME_DIR": none}, 7, machine, machine},
		"its own":            {map[string]string{"XDG_RUNTIME_DIR": running}, 7, machine, filepath.Join(running, "elided.sock")},
		"neither":            {map[string]string{"XDG_RUNTIME_DIR": none}, 7, none, filepath.Join(none, "elided.sock")},
		"nobody there":       {map[string]string{"XDG_RUNTIME_DIR": none}, 7, file, filepath.Join(none, "elided.sock")},
		"named":              {map[string]string{"ELIDED_SOCKET": none}, 7, machine, none},
		"root":               {map[string]string{"XDG_RUNTIME_DIR": none}, 0, machine, rootSocket},
		"its own is no path": {map[string]string{"XDG_RUNTIME_DIR": filepath.Join(dir, strings.Repeat("x", 150))}, 7, machine, filepath.Join(dir, strings.Repeat("x", 150), "elided.sock")},
	} {
		t.Run(name, func(t *testing.T) {
			if got := defaultSocket(func(k string) string { return c.env[k] }, c.uid, c.machine); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}

// TestDialDefault reads the environment of the process.
func TestDialDefault(t *testing.T) {
	t.Setenv("ELIDED_SOCKET", "/tmp/named.sock")
	if got := mustDial(t, "").Socket(); got != "/tmp/named.sock" {
		t.Errorf("socket %s", got)
	}
}

func TestDialRefuses(t *testing.T) {
	if c, err := Dial("tcp://127.0.0.1:1"); err == nil || !strings.Contains(err.Error(), "tcp://127.0.0.1:1") {
		t.Errorf("%v, %v", c, err)
	}
}

// TestSocketNames dials names that a URL would read otherwise.
func TestSocketNames(t *testing.T) {
	for _, name := range []string{"a b", "a?b", "a#b", "a%20b", "a%zz"} {
		t.Run(name, func(t *testing.T) {
			socket, _ := serve(t, name)
			if _, err := mustDial(t, socket).Health(deadline(t), &daemonv1alpha1.HealthRequest{}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestNotRunning(t *testing.T) {
	dir := shortDir(t)
	dead := filepath.Join(dir, "dead")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: dead, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path       string
		notRunning bool
	}{
		"nothing":      {filepath.Join(dir, "none"), true},
		"dead":         {dead, true},
		"file":         {file, true},
		"below a file": {filepath.Join(file, "s"), true},
		"too long":     {filepath.Join(dir, strings.Repeat("x", 150)), false},
	} {
		t.Run(name, func(t *testing.T) {
			d := mustDial(t, c.path)
			_, unary := d.Health(deadline(t), &daemonv1alpha1.HealthRequest{})
			_, stream := d.Follow(deadline(t), "", "x", nil, nil)
			for _, err := range []error{unary, stream} {
				if errors.Is(err, ErrNotRunning) != c.notRunning || !strings.Contains(err.Error(), c.path) {
					t.Errorf("error %v", err)
				}
				if c.notRunning && !strings.Contains(err.Error(), "elided serve --socket "+c.path) {
					t.Errorf("doesn't say how to start it: %v", err)
				}
			}
		})
	}
}

// TestAnotherUsersDirectory keeps a client away from a directory in the temporary
// one that somebody else made for it.
func TestAnotherUsersDirectory(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a directory away")
	}
	t.Setenv("TMPDIR", shortDir(t))
	dir := temporaryDir(os.Getuid())
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(dir, "elided.sock")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	if err := (door{"unix", socket}).probe(); err != nil {
		t.Errorf("own directory: %v", err)
	}
	if err := os.Chown(dir, 12_345, -1); err != nil {
		t.Fatal(err)
	}
	_, err = mustDial(t, socket).Health(deadline(t), &daemonv1alpha1.HealthRequest{})
	if err == nil || errors.Is(err, ErrNotRunning) || !strings.Contains(err.Error(), dir) || !strings.Contains(dir, strconv.Itoa(os.Getuid())) {
		t.Errorf("error %v", err)
	}
}

// TestClosedDoor is of a user who isn't in the group yet.
func TestClosedDoor(t *testing.T) {
	if got := closedDoor(&net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.EACCES)}); !strings.Contains(got, rootSocket) || !strings.Contains(got, "group") {
		t.Error(got)
	}
	if got := closedDoor(nil) + closedDoor(os.ErrNotExist); got != "" {
		t.Error(got)
	}
}
