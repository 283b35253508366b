package hostfs

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/elide-dev/elided/internal/lang"
)

// TestSpecialFilesAreNotOpened refused pipes and devices only when they were open.
func TestSpecialFilesAreNotOpened(t *testing.T) {
	p := newPlace(t)
	p.ok(syscall.Mkfifo(filepath.Join(p.inside, "pipe"), 0o666))
	p.ok(os.Symlink("pipe", filepath.Join(p.inside, "link")))
	names := []string{"pipe", "link"}
	// The null device is as good as any; only root can make one, and not everywhere.
	if syscall.Mknod(filepath.Join(p.inside, "device"), syscall.S_IFCHR|0o666, 1<<8|3) == nil {
		names = append(names, "device")
	}
	watch, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	p.ok(err)
	defer func() { _ = unix.Close(watch) }()
	for _, name := range names {
		_, err := unix.InotifyAddWatch(watch, filepath.Join(p.inside, name), unix.IN_OPEN)
		p.ok(err)
	}
	opened := func() bool {
		_, err := unix.Read(watch, make([]byte, 4096))
		if err != nil && !errors.Is(err, unix.EAGAIN) {
			t.Fatal(err)
		}
		return err == nil
	}
	for _, name := range names {
		path := "/data/" + name
		for _, c := range []lang.FileCall{
			{Op: lang.FileOpen, Path: path, Flags: lang.ForReading},
			{Op: lang.FileOpen, Path: path, Flags: lang.ForReading | lang.ForWriting},
			{Op: lang.FileOpen, Path: path, Flags: lang.ForWriting | lang.Create},
			{Op: lang.FileTruncate, Path: path},
		} {
			p.want("EACCES", c)
		}
		p.want("EEXIST", lang.FileCall{Op: lang.FileOpen, Path: path, Flags: lang.ForWriting | lang.Create | lang.Exclusive})
		p.want("ENOTDIR", lang.FileCall{Op: lang.FileList, Path: path})
		if opened() {
			t.Errorf("%s was opened", name)
		}
	}
	f, err := os.OpenFile(filepath.Join(p.inside, "pipe"), os.O_RDWR, 0)
	p.ok(err)
	p.ok(f.Close())
	if !opened() {
		t.Error("this test doesn't see what is opened")
	}
}

// TestPipeInTheLastMoment meets a pipe that was a file when it was looked at.
func TestPipeInTheLastMoment(t *testing.T) {
	p := newPlace(t)
	name := filepath.Join(p.inside, "pipe")
	p.ok(syscall.Mkfifo(name, 0o666))
	f, err := os.OpenFile(name, os.O_RDWR|syscall.O_NONBLOCK, 0)
	p.ok(err)
	defer func() { _ = f.Close() }()
	if _, err := admit(f, false); errno(err) != "EACCES" {
		t.Errorf("error %v", err)
	}
}
