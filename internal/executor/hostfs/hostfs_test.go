package hostfs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// patience bounds every wait of these tests.
const patience = 20 * time.Second

// A place is a granted directory and what lies beside it.
type place struct {
	*testing.T
	fs             *FS
	inside, beside string // real paths
}

const secret = "secret of another"

// newPlace grants inside as /data, and the same directory read-only as /ro.
func newPlace(t *testing.T) *place {
	t.Helper()
	top := t.TempDir()
	p := &place{T: t, inside: filepath.Join(top, "inside"), beside: filepath.Join(top, "beside")}
	for _, dir := range []string{p.inside, p.beside, filepath.Join(p.inside, "sub")} {
		p.ok(os.Mkdir(dir, 0o755))
	}
	p.ok(os.WriteFile(filepath.Join(p.beside, "secret"), []byte(secret), 0o644))
	p.ok(os.WriteFile(filepath.Join(p.inside, "file"), []byte("content"), 0o644))
	p.fs = New([]Directory{p.open("/data", true), p.open("/ro", false)}, "/data/sub", NewSlots(8), Descriptors{})
	t.Cleanup(p.fs.Close)
	return p
}

func (p *place) ok(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *place) open(path string, writable bool) Directory {
	p.Helper()
	d, err := Open(path, p.inside, writable, []string{AnyRoot}, Descriptors{})
	p.ok(err)
	return d
}

func (p *place) do(c lang.FileCall) lang.FileResult {
	p.Helper()
	done := make(chan lang.FileResult, 1)
	p.fs.Call(c, func(r lang.FileResult) { done <- r })
	select {
	case r := <-done:
		return r
	case <-time.After(patience):
		p.Fatalf("%+v does not come to an end", c)
		return lang.FileResult{}
	}
}

// want does an operation that is to fail with errno, or with "" to succeed.
func (p *place) want(errno string, c lang.FileCall) lang.FileResult {
	p.Helper()
	r := p.do(c)
	if r.Errno != errno {
		p.Errorf("%+v: %q, want %q", c, r.Errno, errno)
	}
	return r
}

func (p *place) read(path string) (string, string) {
	p.Helper()
	r := p.do(lang.FileCall{Op: lang.FileOpen, Path: path, Flags: lang.ForReading})
	if r.Errno != "" {
		return "", r.Errno
	}
	content := p.do(lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: 1000})
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: r.Handle})
	return string(content.Data), content.Errno
}

func TestReadWrite(t *testing.T) {
	p := newPlace(t)
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "new", Flags: lang.ForWriting | lang.ForReading | lang.Create})
	for i, part := range []string{"one ", "two ", "three"} {
		w := p.want("", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Offset: uint64(4 * i), Data: []byte(part)})
		if w.Written != len(part) {
			t.Errorf("wrote %d bytes of %q", w.Written, part)
		}
	}
	got := p.want("", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Offset: 4, Length: 3})
	if string(got.Data) != "two" || !got.More {
		t.Errorf("read %q, more %v", got.Data, got.More)
	}
	p.want("", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle, Offset: 3})
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: r.Handle})
	if text, errno := p.read("/ro/sub/new"); text != "one" {
		t.Errorf("read %q, %s", text, errno)
	}
	info := p.want("", lang.FileCall{Op: lang.FileStat, Path: "/data/sub/new"}).Info
	if info.Kind != lang.RegularFile || info.Size != 3 || info.Mode != 0o644 || info.Inode == 0 || time.Since(time.Unix(0, info.Modified)) > time.Hour {
		t.Errorf("info %+v", info)
	}
	if mode := p.want("", lang.FileCall{Op: lang.FileStat, Path: "/ro/sub/new"}).Info.Mode; mode != 0o444 {
		t.Errorf("read-only mode %o", mode)
	}
}

func TestAppend(t *testing.T) {
	p := newPlace(t)
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForWriting | lang.Append})
	p.want("", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Data: []byte(" and more")})
	if text, _ := p.read("/data/file"); text != "content and more" {
		t.Errorf("read %q", text)
	}
}

// TestNames has what is done with names, and how it fails.
func TestNames(t *testing.T) {
	p := newPlace(t)
	long := strings.Repeat("n", 5000)
	for _, c := range []struct {
		errno string
		call  lang.FileCall
	}{
		{"ENOENT", lang.FileCall{Op: lang.FileStat, Path: ""}},
		{"ENOENT", lang.FileCall{Op: lang.FileStat, Path: "/etc/passwd"}},
		{"ENOENT", lang.FileCall{Op: lang.FileStat, Path: "/database"}},
		{"ENOENT", lang.FileCall{Op: lang.FileStat, Path: "/data/../etc/passwd"}},
		{"ENOENT", lang.FileCall{Op: lang.FileStat, Path: "../../../../etc/passwd"}},
		{"EINVAL", lang.FileCall{Op: lang.FileStat, Path: "/data/a\x00b"}},
		{"ENAMETOOLONG", lang.FileCall{Op: lang.FileStat, Path: "/data/" + long}},
		{"ENAMETOOLONG", lang.FileCall{Op: lang.FileStat, Path: "/data/" + long[:300]}},
		{"ENOTDIR", lang.FileCall{Op: lang.FileStat, Path: "/data/file/x"}},
		{"ENOTDIR", lang.FileCall{Op: lang.FileList, Path: "/data/file"}},
		{"EISDIR", lang.FileCall{Op: lang.FileOpen, Path: "/data/sub", Flags: lang.ForReading}},
		{"EISDIR", lang.FileCall{Op: lang.FileOpen, Path: "/data", Flags: lang.ForReading}},
		{"EEXIST", lang.FileCall{Op: lang.FileMkdir, Path: "/data"}},
		{"EEXIST", lang.FileCall{Op: lang.FileMkdir, Path: "/data/sub"}},
		{"", lang.FileCall{Op: lang.FileMkdir, Path: "/data/sub/deep/deeper", Flags: lang.Recursive}},
		{"EEXIST", lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForWriting | lang.Create | lang.Exclusive}},
		{"EINVAL", lang.FileCall{Op: lang.FileOpen, Path: "/data/file"}},
		{"EINVAL", lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForReading | lang.Truncate}},
		{"EISDIR", lang.FileCall{Op: lang.FileRemove, Path: "/data/sub"}},
		{"ENOTDIR", lang.FileCall{Op: lang.FileRemove, Path: "/data/file", Flags: lang.OnlyDirectory}},
		{"ENOTEMPTY", lang.FileCall{Op: lang.FileRemove, Path: "/data/sub", Flags: lang.OnlyDirectory}},
		{"ENOENT", lang.FileCall{Op: lang.FileRemove, Path: "/data/none", Flags: lang.Recursive}},
		{"EBUSY", lang.FileCall{Op: lang.FileRemove, Path: "/data", Flags: lang.Recursive}},
		{"EBUSY", lang.FileCall{Op: lang.FileRename, Path: "/data", To: "/data/x"}},
		{"EBUSY", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/data"}},
		{"EROFS", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/ro/file2"}},
		{"ENOENT", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/tmp/file"}},
		{"", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/data/sub/moved"}},
		{"", lang.FileCall{Op: lang.FileRemove, Path: "/data/sub", Flags: lang.Recursive}},
		{"ENOSYS", lang.FileCall{Op: 99}},
		{"ENOSYS", lang.FileCall{Op: -1}},
		{"ENOSYS", lang.FileCall{}},
	} {
		p.want(c.errno, c.call)
	}
}

func TestRenameAcrossGrants(t *testing.T) {
	p := newPlace(t)
	other, err := Open("/other", p.beside, true, []string{AnyRoot}, Descriptors{})
	p.ok(err)
	p.fs = New([]Directory{p.open("/data", true), other}, "/", NewSlots(8), Descriptors{})
	t.Cleanup(p.fs.Close)
	p.want("EXDEV", lang.FileCall{Op: lang.FileRename, Path: "/data/file", To: "/other/file"})
}

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

func TestHandles(t *testing.T) {
	p := newPlace(t)
	open := lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForReading}
	first := p.want("", open).Handle
	for range MaxHandles - 1 {
		p.want("", open)
	}
	p.want("EMFILE", open)
	p.want("EMFILE", lang.FileCall{Op: lang.FileList, Path: "/data"})
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: first})
	for _, op := range []lang.FileOp{lang.FileClose, lang.FileRead, lang.FileWrite, lang.FileStat, lang.FileTruncate, lang.FileList} {
		p.want("EBADF", lang.FileCall{Op: op, Handle: first})
		p.want("EBADF", lang.FileCall{Op: op, Handle: 1 << 63})
	}
	if next := p.want("", open).Handle; next == first {
		t.Error("a handle is given twice")
	}
	// What failed to open holds no place.
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: first + 1})
	for range MaxHandles {
		p.want("ENOENT", lang.FileCall{Op: lang.FileOpen, Path: "/data/none", Flags: lang.ForReading})
	}
}

func TestSizes(t *testing.T) {
	p := newPlace(t)
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForReading | lang.ForWriting})
	p.want("", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle, Offset: 1 << 20})
	if got := p.want("", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: 1 << 30}); len(got.Data) != lang.FileChunk || !got.More {
		t.Errorf("read %d bytes, more %v", len(got.Data), got.More)
	}
	if got := p.want("", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Offset: 1 << 40, Length: 10}); len(got.Data) != 0 || got.More {
		t.Errorf("read %d bytes beyond the end, more %v", len(got.Data), got.More)
	}
	p.want("EINVAL", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Offset: 1 << 63, Length: 10})
	p.want("EINVAL", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: -1})
	p.want("EINVAL", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Offset: 1<<63 - 1, Data: []byte("x")})
	p.want("EINVAL", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Data: make([]byte, lang.FileChunk+1)})
	p.want("EINVAL", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle, Offset: 1 << 63})
}

func TestListPages(t *testing.T) {
	p := newPlace(t)
	for i := range 2*page + 5 {
		p.ok(os.WriteFile(filepath.Join(p.inside, "sub", fmt.Sprint(i)), nil, 0o644))
	}
	seen := make(map[string]bool)
	c := lang.FileCall{Op: lang.FileList, Path: "/data/sub"}
	for pages := 1; ; pages++ {
		r := p.want("", c)
		for _, e := range r.Entries {
			if e.Kind != lang.RegularFile || seen[e.Name] {
				t.Errorf("entry %+v", e)
			}
			seen[e.Name] = true
		}
		if !r.More {
			if pages != 3 || len(seen) != 2*page+5 || r.Handle != 0 {
				t.Errorf("%d names on %d pages", len(seen), pages)
			}
			return
		}
		c = lang.FileCall{Op: lang.FileList, Handle: r.Handle}
	}
}

// TestClose has an execution end with files open and operations under way.
func TestClose(t *testing.T) {
	p := newPlace(t)
	p.fs.own = NewSlots(1)
	p.fs.own <- struct{}{} // so that what comes has to wait
	answers := make(chan lang.FileResult, 10)
	for range 10 {
		p.fs.Call(lang.FileCall{Op: lang.FileStat, Path: "/data"}, func(r lang.FileResult) { answers <- r })
	}
	p.fs.Close()
	for range 10 {
		select {
		case r := <-answers:
			if r.Errno != "EINTR" {
				t.Errorf("answer %+v", r)
			}
		case <-time.After(patience):
			t.Fatal("no answer")
		}
	}
	<-p.fs.own
	for _, op := range []lang.FileOp{lang.FileOpen, lang.FileStat, lang.FileRead, lang.FileMkdir} {
		p.want("EINTR", lang.FileCall{Op: op, Path: "/data/file", Flags: lang.ForReading, Handle: 1})
	}
	p.fs.Close()
}

// TestOpenUnder has sources of grants inside of roots and outside.
func TestOpenUnder(t *testing.T) {
	p := newPlace(t)
	root := filepath.Dir(p.inside)
	p.ok(os.Symlink("inside", filepath.Join(root, "link")))
	p.ok(os.Symlink("/etc", filepath.Join(root, "etc")))
	p.ok(os.Symlink("../../..", filepath.Join(root, "up")))
	p.ok(syscall.Mkfifo(filepath.Join(root, "pipe"), 0o666))
	for _, c := range []struct {
		source string
		roots  []string
		want   func(error) bool
	}{
		{p.inside, []string{root}, nil},
		{root, []string{root}, nil},
		{root + "/link", []string{root}, nil},
		{p.inside, []string{"/nonexistent", root}, nil},
		{"/etc", []string{AnyRoot}, nil},
		{p.inside, nil, isOutside},
		{p.inside, []string{p.beside}, isOutside},
		{p.inside + "2", []string{p.inside}, isOutside},
		{"/nonexistent", []string{root}, isOutside},
		{root + "/etc", []string{root}, isOutside},
		{root + "/up", []string{root}, isOutside},
		{root + "/up/nonexistent", []string{root}, isOutside},
		{root + "/none", []string{root}, func(err error) bool { return errors.Is(err, os.ErrNotExist) }},
		{p.inside + "/file", []string{root}, func(err error) bool { return errno(err) == "ENOTDIR" }},
		{root + "/pipe", []string{root}, func(err error) bool { return errno(err) == "ENOTDIR" }},
		{root + "/pipe", []string{AnyRoot}, func(err error) bool { return errno(err) == "ENOTDIR" }},
	} {
		d, err := Open("/x", c.source, false, c.roots, Descriptors{})
		switch {
		case err == nil:
			d.Close()
			if c.want != nil {
				t.Errorf("%s under %v was opened", c.source, c.roots)
			}
		case c.want == nil || !c.want(err):
			t.Errorf("%s under %v: %v", c.source, c.roots, err)
		}
	}
}

func isOutside(err error) bool { return errors.Is(err, ErrOutside) }
