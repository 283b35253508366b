package api

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

func mustListen(t *testing.T, path string) net.Listener {
	t.Helper()
	l, err := Listen(path, Permissions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func TestListen(t *testing.T) {
	path := filepath.Join(shortDir(t), "made", "s")
	l := mustListen(t, path)
	if got := l.Addr().String(); got != path {
		t.Errorf("address %s", got)
	}
	for name, want := range map[string]os.FileMode{path: 0o660, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	c, err := net.Dial("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestListenMode keeps a wide umask from opening the socket, and a narrow one from
// closing it to its group.
func TestListenMode(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	for _, mask := range []int{0, 0o022, 0o077} {
		syscall.Umask(mask)
		path := filepath.Join(shortDir(t), "s")
		mustListen(t, path)
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o660 {
			t.Errorf("umask %#o: %v, %v", mask, info.Mode(), err)
		}
	}
}

func TestListenReplacesStale(t *testing.T) {
	path := filepath.Join(shortDir(t), "s")
	dead, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	dead.SetUnlinkOnClose(false)
	if err := dead.Close(); err != nil {
		t.Fatal(err)
	}
	mustListen(t, path)
}

func TestListenRefuses(t *testing.T) {
	dir := shortDir(t)
	live := filepath.Join(dir, "live")
	mustListen(t, live)
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, says string }{
		"live":     {live, "served by another daemon"},
		"file":     {file, "no socket"},
		"too long": {filepath.Join(dir, strings.Repeat("x", 100)), "at most 100"},
		"no dir":   {filepath.Join(file, "s"), "socket directory"},
	} {
		t.Run(name, func(t *testing.T) {
			l, err := Listen(c.path, Permissions{})
			if err == nil {
				_ = l.Close()
				t.Fatal("accepted")
			}
			if !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), filepath.Dir(c.path)) {
				t.Errorf("error %v", err)
			}
		})
	}
	if _, err := os.Stat(live); err != nil {
		t.Error("the live socket is gone")
	}
}

// TestListenLongestPath uses every byte that a path may have, with the shortest
// name in the longest directory.
func TestListenLongestPath(t *testing.T) {
	dir := shortDir(t)
	dir = filepath.Join(dir, strings.Repeat("d", maxSocketPath-len(dir)-len("/")-len("/s")))
	path := filepath.Join(dir, "s")
	if len(path) != maxSocketPath {
		t.Fatalf("%d bytes", len(path))
	}
	mustListen(t, path)
}

// TestListenCloseTwice closes a listener again when another daemon has its path.
func TestListenCloseTwice(t *testing.T) {
	path := filepath.Join(shortDir(t), "s")
	first := mustListen(t, path)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	mustListen(t, path)
	_ = first.Close()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the later socket is gone: %v", err)
	}
}

// TestListenRemovedUnderneath closes a listener whose path was taken away and
// given to another.
func TestListenRemovedUnderneath(t *testing.T) {
	path := filepath.Join(shortDir(t), "s")
	first := mustListen(t, path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	mustListen(t, path)
	_ = first.Close()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the later socket is gone: %v", err)
	}
}

// TestListenRace starts many daemons at one stale path: one wins.
func TestListenRace(t *testing.T) {
	path := filepath.Join(shortDir(t), "s")
	for range 20 {
		var mu sync.Mutex
		var won []net.Listener
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if l, err := Listen(path, Permissions{}); err == nil {
					mu.Lock()
					won = append(won, l)
					mu.Unlock()
				}
			})
		}
		all.Wait()
		if len(won) != 1 {
			t.Fatalf("%d daemons have the socket", len(won))
		}
		c, err := net.Dial("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.Close()
		stale(t, won[0])
	}
}

// stale ends a listener as a crash would.
func stale(t *testing.T, l net.Listener) {
	t.Helper()
	if err := l.(*socket).Listener.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestListenPermissions gives a socket away, and has nobody's way in before.
func TestListenPermissions(t *testing.T) {
	needRoot(t)
	id := func(n uint32) *uint32 { return &n }
	for name, c := range map[string]struct {
		p     Permissions
		first os.FileMode
		want  string
	}{
		"default":      {Permissions{}, 0o660, "0:0 -rw-rw----"},
		"mode":         {Permissions{Mode: mode(0o600)}, 0o600, "0:0 -rw-------"},
		"none at all":  {Permissions{Mode: mode(0)}, 0, "0:0 ----------"},
		"group":        {Permissions{Group: id(7_001)}, 0, "0:7001 -rw-rw----"},
		"owner":        {Permissions{Owner: id(65534), Mode: mode(0o666)}, 0, "65534:0 -rw-rw-rw-"},
		"owner, group": {Permissions{Owner: id(65534), Group: id(65533)}, 0, "65534:65533 -rw-rw----"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(shortDir(t), "s")
			l, err := Listen(path, c.p)
			if err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			s := info.Sys().(*syscall.Stat_t)
			if got := fmt.Sprintf("%d:%d %s", s.Uid, s.Gid, info.Mode().Perm()); got != c.want || c.p.first() != c.first {
				t.Errorf("%s, first %#o; want %s, first %#o", got, c.p.first(), c.want, c.first)
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(path); err == nil {
				t.Error("the socket is left behind")
			}
		})
	}
}

// TestListenReplacedByLink changes nothing that a link in the socket's place leads to.
func TestListenReplacedByLink(t *testing.T) {
	dir := shortDir(t)
	victim, path := filepath.Join(dir, "victim"), filepath.Join(dir, "s")
	if err := os.WriteFile(victim, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, path); err != nil {
		t.Fatal(err)
	}
	if _, err := (Permissions{Mode: mode(0o666)}).apply(path); err == nil || !strings.Contains(err.Error(), "was replaced") {
		t.Error(err)
	}
	if info, err := os.Stat(victim); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestListenLockIsLink made a file where a planted link pointed.
func TestListenLockIsLink(t *testing.T) {
	dir := shortDir(t)
	path, elsewhere := filepath.Join(dir, "s"), filepath.Join(dir, "elsewhere")
	if err := os.Symlink(elsewhere, path+".lock"); err != nil {
		t.Fatal(err)
	}
	if l, err := Listen(path, Permissions{}); err == nil {
		_ = l.Close()
		t.Error("accepted")
	} else if !strings.Contains(err.Error(), path+".lock is a link") {
		t.Error(err)
	}
	if _, err := os.Lstat(elsewhere); err == nil {
		t.Error("the link was followed")
	}
}

// TestListenLockIsPipe refuses what is no file.
func TestListenLockIsPipe(t *testing.T) {
	path := filepath.Join(shortDir(t), "s")
	if err := syscall.Mkfifo(path+".lock", 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Listen(path, Permissions{}); err == nil || !strings.Contains(err.Error(), "is no file") {
		t.Error(err)
	}
}

// TestListenLockHeld waited for ever for whoever held the lock.
func TestListenLockHeld(t *testing.T) {
	path := filepath.Join(shortDir(t), "s.lock")
	unlock, err := lock(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock(path, 2*lockPoll); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "another process holds it") {
		t.Error(err)
	}
	freed, waits := make(chan error, 1), make(chan struct{})
	go func() {
		if _, err := lock(path, 0); err == nil {
			t.Error("it was given twice")
		}
		close(waits)
		again, err := lock(path, patience)
		if err == nil {
			again()
		}
		freed <- err
	}()
	<-waits
	unlock()
	if err := <-freed; err != nil {
		t.Errorf("after it is given up: %v", err)
	}
}
