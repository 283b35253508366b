package hostfs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// FuzzPaths has any path lead to what lies in the granted directory or nowhere.
func FuzzPaths(f *testing.F) {
	for _, path := range []string{
		"/data/file", "file", "../../beside/secret", "/data/../beside/secret", "/data//./link", "/data/up/secret",
		"/data/abs", "/", "//data", ".", "", "/data/file/", "/data/up/../beside/secret", "\x00", "/data/\xff", "/proc/self/root/etc/passwd",
	} {
		f.Add(path, "/data")
		f.Add(path, "/")
	}
	f.Fuzz(func(t *testing.T, path, at string) {
		top := t.TempDir()
		inside, beside := filepath.Join(top, "inside"), filepath.Join(top, "beside")
		for dir, name := range map[string]string{inside: "file", beside: "secret"} {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for name, target := range map[string]string{"link": "file", "up": "../beside", "abs": filepath.Join(beside, "secret")} {
			if err := os.Symlink(target, filepath.Join(inside, name)); err != nil {
				t.Fatal(err)
			}
		}
		if at != "/" {
			at = "/data"
		}
		d, err := Open(at, inside, true, []string{top + "/"}, Descriptors{})
		if err != nil {
			t.Fatal(err)
		}
		x := New([]Directory{d}, "/data", NewSlots(1), Descriptors{})
		defer x.Close()
		x.do(lang.FileCall{Op: lang.FileOpen, Path: path + "/new", Flags: lang.ForWriting | lang.Create})
		r := x.do(lang.FileCall{Op: lang.FileOpen, Path: path, Flags: lang.ForReading})
		if r.Errno == "" {
			content := x.do(lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: 100})
			if strings.Contains(string(content.Data), "secret") {
				t.Errorf("%q leads out", path)
			}
		}
		x.do(lang.FileCall{Op: lang.FileRemove, Path: path, Flags: lang.Recursive})
		if left, err := os.ReadDir(beside); err != nil || len(left) != 1 {
			t.Errorf("%q: beside are now %v, %v", path, left, err)
		}
	})
}

// TestGrantOfTheTop has a directory be all that the program sees.
func TestGrantOfTheTop(t *testing.T) {
	p := newPlace(t)
	p.fs = New([]Directory{p.open("/", true), p.open("/ro", false)}, "/sub", NewSlots(8), Descriptors{})
	t.Cleanup(p.fs.Close)
	for _, path := range []string{"/file", "../file", "../../file", "/ro/file"} {
		if text, errno := p.read(path); text != "content" {
			t.Errorf("%s: %q, %s", path, text, errno)
		}
	}
	p.want("EBUSY", lang.FileCall{Op: lang.FileRemove, Path: "/", Flags: lang.Recursive})
	p.want("EROFS", lang.FileCall{Op: lang.FileRemove, Path: "/ro/file"})
	if names := p.want("", lang.FileCall{Op: lang.FileList, Path: "/"}).Entries; len(names) != 2 {
		t.Errorf("names %v", names)
	}
}
