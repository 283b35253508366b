package hostfs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
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
