package hostfs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// TestReadOnly tries every change in a directory that may be read.
func TestReadOnly(t *testing.T) {
	p := newPlace(t)
	for _, c := range []lang.FileCall{
		{Op: lang.FileOpen, Path: "/ro/file", Flags: lang.ForWriting},
		{Op: lang.FileOpen, Path: "/ro/file", Flags: lang.ForReading | lang.ForWriting},
		{Op: lang.FileOpen, Path: "/ro/new", Flags: lang.ForWriting | lang.Create},
		{Op: lang.FileTruncate, Path: "/ro/file"},
		{Op: lang.FileMkdir, Path: "/ro/new"},
		{Op: lang.FileMkdir, Path: "/ro/new/er", Flags: lang.Recursive},
		{Op: lang.FileRemove, Path: "/ro/file"},
		{Op: lang.FileRemove, Path: "/ro", Flags: lang.Recursive},
		{Op: lang.FileRename, Path: "/ro/file", To: "/ro/new"},
	} {
		p.want("EROFS", c)
	}
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "/ro/file", Flags: lang.ForReading})
	p.want("EBADF", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Data: []byte("x")})
	p.want("EINVAL", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle})
	if text, _ := p.read("/data/file"); text != "content" {
		t.Errorf("the file is %q now", text)
	}
}

// TestLinks follows what stays inside and nothing else.
func TestLinks(t *testing.T) {
	p := newPlace(t)
	for name, target := range map[string]string{
		"in": "file", "dir": "sub", "up": "../beside/secret", "updir": "../beside", "abs": p.beside + "/secret",
		"absin": p.inside + "/file", "loop": "loop", "proc": "/proc/self/root/etc/passwd", "dangling": "../beside/new",
	} {
		p.ok(os.Symlink(target, filepath.Join(p.inside, name)))
	}
	if text, errno := p.read("/data/in"); text != "content" {
		t.Errorf("a link inside: %q, %s", text, errno)
	}
	for path, errno := range map[string]string{
		"/data/up": "EACCES", "/data/updir/secret": "EACCES", "/data/abs": "EACCES", "/data/absin": "EACCES",
		"/data/loop": "ELOOP", "/data/proc": "EACCES", "/data/dir/../../beside/secret": "ENOENT",
	} {
		if text, got := p.read(path); got != errno {
			t.Errorf("%s: %q, %q, want %q", path, text, got, errno)
		}
		p.want(errno, lang.FileCall{Op: lang.FileStat, Path: path})
	}
	p.want("EACCES", lang.FileCall{Op: lang.FileOpen, Path: "/data/dangling", Flags: lang.ForWriting | lang.Create})
	p.want("EACCES", lang.FileCall{Op: lang.FileList, Path: "/data/updir"})
	p.want("EACCES", lang.FileCall{Op: lang.FileMkdir, Path: "/data/updir/new"})
	p.want("EACCES", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/data/updir/file"})
	p.want("EACCES", lang.FileCall{Op: lang.FileRemove, Path: "/data/updir/secret"})
	if kind := p.want("", lang.FileCall{Op: lang.FileStat, Path: "/data/up", Flags: lang.NoFollow}).Info.Kind; kind != lang.Link {
		t.Errorf("kind %d", kind)
	}
	p.want("", lang.FileCall{Op: lang.FileRemove, Path: "/data/updir"}) // the link
	if _, err := os.Stat(p.beside + "/secret"); err != nil {
		t.Error(err)
	}
}

// TestRemoveTreeLeavesLinkTargets removes a tree with links out of it.
func TestRemoveTreeLeavesLinkTargets(t *testing.T) {
	p := newPlace(t)
	p.ok(os.Symlink("../../beside", filepath.Join(p.inside, "sub", "out")))
	for i := range 2*page + 10 {
		p.ok(os.WriteFile(filepath.Join(p.inside, "sub", fmt.Sprint(i)), nil, 0o644))
	}
	p.want("", lang.FileCall{Op: lang.FileRemove, Path: "/data/sub", Flags: lang.Recursive})
	if _, err := os.Stat(p.beside + "/secret"); err != nil {
		t.Error(err)
	}
	if _, err := os.Lstat(p.inside + "/sub"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the tree is there: %v", err)
	}
}

// TestSpecialFiles must neither block nor open.
func TestSpecialFiles(t *testing.T) {
	p := newPlace(t)
	p.ok(syscall.Mkfifo(filepath.Join(p.inside, "pipe"), 0o666))
	special := []string{"/data/pipe"}
	if err := syscall.Mknod(filepath.Join(p.inside, "null"), syscall.S_IFCHR|0o666, 1<<8|3); err == nil {
		special = append(special, "/data/null")
	}
	s, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	p.ok(err)
	defer func() { _ = syscall.Close(s) }()
	if err := syscall.Bind(s, &syscall.SockaddrUnix{Name: filepath.Join(p.inside, "socket")}); err == nil { // unless the path is too long
		special = append(special, "/data/socket")
	}
	for _, path := range special {
		for _, flags := range []lang.FileFlags{lang.ForReading, lang.ForWriting, lang.ForReading | lang.ForWriting} {
			if r := p.do(lang.FileCall{Op: lang.FileOpen, Path: path, Flags: flags}); r.Errno != "EACCES" {
				t.Errorf("%s with flags %d: %q", path, flags, r.Errno)
			}
		}
		p.want("ENOTDIR", lang.FileCall{Op: lang.FileList, Path: path})
		p.want("", lang.FileCall{Op: lang.FileStat, Path: path})
	}
}

func TestPrivilegedModes(t *testing.T) {
	p := newPlace(t)
	p.want("", lang.FileCall{Op: lang.FileMkdir, Path: "/data/dir", Mode: 0o7777})
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "/data/prog", Mode: 0o7777, Flags: lang.ForWriting | lang.Create})
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: r.Handle})
	for _, name := range []string{"dir", "prog"} {
		info, err := os.Stat(filepath.Join(p.inside, name))
		p.ok(err)
		if info.Mode()&(os.ModeSetuid|os.ModeSetgid|os.ModeSticky) != 0 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
	}
	p.ok(os.Chmod(filepath.Join(p.inside, "prog"), 0o755|os.ModeSetuid))
	for _, flags := range []lang.FileFlags{0, lang.Truncate, lang.Append} {
		p.want("EACCES", lang.FileCall{Op: lang.FileOpen, Path: "/data/prog", Flags: lang.ForWriting | flags})
	}
	p.want("EACCES", lang.FileCall{Op: lang.FileTruncate, Path: "/data/prog"})
}

// TestSwappedLinks has directories and links change places while they are used.
func TestSwappedLinks(t *testing.T) {
	p := newPlace(t)
	p.ok(os.WriteFile(filepath.Join(p.inside, "sub", "secret"), []byte("own"), 0o644))
	p.ok(os.Symlink("../beside", filepath.Join(p.inside, "out")))
	stop := make(chan struct{})
	var swapper sync.WaitGroup
	swapper.Go(func() {
		in := func(name string) string { return filepath.Join(p.inside, name) }
		for {
			for _, move := range [][2]string{{"sub", "tmp"}, {"out", "sub"}, {"sub", "out"}, {"tmp", "sub"}} {
				_ = os.Rename(in(move[0]), in(move[1]))
			}
			select {
			case <-stop:
				return
			default:
			}
		}
	})
	hits := 0
	for range 3000 {
		text, _ := p.read("/data/sub/secret")
		if text == secret {
			t.Fatal("it reads a file of another directory")
		}
		if text == "own" {
			hits++
		}
		p.do(lang.FileCall{Op: lang.FileRemove, Path: "/data/sub/victim"})
		if r := p.do(lang.FileCall{Op: lang.FileOpen, Path: "/data/sub/new", Flags: lang.ForWriting | lang.Create}); r.Errno == "" {
			p.want("", lang.FileCall{Op: lang.FileClose, Handle: r.Handle})
		}
		p.do(lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/data/sub/file"})
		p.do(lang.FileCall{Op: lang.FileRename, Path: "/data/sub/file", To: "/data/file"})
	}
	close(stop)
	swapper.Wait()
	if hits == 0 {
		t.Error("it has never read its own file: the test is none")
	}
	if left, _ := os.ReadDir(p.beside); len(left) != 1 {
		t.Errorf("beside are now %v", left)
	}
}
